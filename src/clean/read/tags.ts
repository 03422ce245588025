// Stray HTML in a text: which bytes are a tag, and what the tag does to the words around it.

/** inline: nothing; space: the words around it are apart; paragraph, heading, item: a new passage begins. */
export type TagEffect = 'inline' | 'space' | 'paragraph' | 'heading' | 'item' | 'bold';
export type TagHit = { length: number; effect: TagEffect };

const INLINE =
  'a abbr acronym address-inline amp-img bdi bdo big cite code data del dfn em font i img input ins kbd label mark ' +
  'noscript q rp rt ruby s samp small source span strike sub sup svg path time track tt u var wbr iframe video ' +
  'audio picture object embed button select option textarea map area canvas style script template slot';
const BLOCK =
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
  'footer form head header hgroup html main menu meta link title base nav ol p pre section summary table tbody ' +
  'tfoot thead tr ul legend optgroup colgroup col';

const effects = new Map<string, TagEffect>();
for (const name of INLINE.split(' ')) effects.set(name, 'inline');
for (const name of BLOCK.split(' ')) effects.set(name, 'paragraph');
for (const name of ['br', 'hr', 'td', 'th']) effects.set(name, 'space');
for (const name of ['h1', 'h2', 'h3', 'h4', 'h5', 'h6']) effects.set(name, 'heading');
for (const name of ['b', 'strong']) effects.set(name, 'bold');
effects.set('li', 'item');

/** Elements that need no end. */
const OPEN = new Set(
  'br hr wbr img input meta link base col p li td th tr dd dt option source track'.split(' '),
);

const NAME = /<(\/?)([a-zA-Z][a-zA-Z0-9]*(?:[:-][a-zA-Z0-9-]*)?)(?=[\s/>])/y;
const MAX_TAG = 4000;

/**
 * The tag, comment or script that begins with the `<` at `at`, or null when the `<` is text ("<by hand>",
 * "a < b"). Only names that HTML knows, or names with a colon or hyphen, are tags.
 */
export function tagAt(text: string, at: number, seen: TagSearch): TagHit | null {
  if (text.startsWith('<!--', at)) return seen.until('-->', at);
  if (/^<(?:!doctype|\?xml)/i.test(text.slice(at, at + 10))) return closed(text, at, 'inline');
  NAME.lastIndex = at;
  const match = NAME.exec(text);
  if (match === null) return null;
  const name = (match[2] ?? '').toLowerCase();
  const effect = effects.get(name) ?? (/[:-]/.test(name) ? 'inline' : undefined);
  if (effect === undefined) return null;
  // "The element <title> holds the name": nothing ends it, and it says nothing else.
  if (match[1] === '' && text[NAME.lastIndex] === '>' && !OPEN.has(name) && !seen.isClosed(name)) return null;
  const tag = closed(text, at, effect);
  if (tag === null || match[1] === '/')
    return tag && (effect === 'heading' || effect === 'item') ? { ...tag, effect: 'paragraph' } : tag;
  if (name === 'script' || name === 'style') return seen.until(`</${name}>`, at) ?? tag;
  return tag;
}

function closed(text: string, at: number, effect: TagEffect): TagHit | null {
  const limit = Math.min(text.length, at + MAX_TAG);
  for (let i = at + 1; i < limit; i += 1) {
    const char = text[i];
    if (char === '>') return { length: i + 1 - at, effect };
    if (char === '<') return null;
  }
  return null;
}

/** Finds closing marks; one that was not found once is never looked for again, which keeps the reading linear. */
export class TagSearch {
  readonly #text: string;
  readonly #absent = new Set<string>();
  readonly #closed = new Map<string, boolean>();

  constructor(text: string) {
    this.#text = text;
  }

  /** Does an end tag of that name come anywhere? */
  isClosed(name: string): boolean {
    const known = this.#closed.get(name);
    if (known !== undefined) return known;
    const found = new RegExp(`</${name}[\\s>]`, 'i').test(this.#text);
    this.#closed.set(name, found);
    return found;
  }

  until(mark: string, at: number): TagHit | null {
    if (this.#absent.has(mark)) return null;
    const end = this.#text.indexOf(mark, at);
    if (end !== -1) return { length: end + mark.length - at, effect: 'inline' };
    this.#absent.add(mark);
    return null;
  }
}
