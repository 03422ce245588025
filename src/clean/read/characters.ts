// Which characters are no text: white space in all its forms, and characters that nobody sees.

export const TEXT = 0;
export const SPACE = 1;
export const BREAK = 2;
export const INVISIBLE = 3;
const JOINER = 4;

const kinds = new Uint8Array(65536);
function mark(kind: number, ranges: string): void {
  for (const range of ranges.split(' ')) {
    const [from = '', to = from] = range.split('-');
    kinds.fill(kind, Number.parseInt(from, 16), Number.parseInt(to, 16) + 1);
  }
}
mark(INVISIBLE, '0-1f 7f-9f ad 61c 180e 200b-200f 202a-202e 2060-2064 2066-206f feff fff9-fffb');
mark(SPACE, '9 20 a0 1680 2000-200a 202f 205f 3000');
mark(BREAK, 'a-d 85 2028 2029');
mark(JOINER, '200c 200d');

/** Letters that change shape or meaning with a joiner after them: Arabic, the Indic scripts, and emoji. */
const TAKES_JOINER =
  /[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u17ff\ufb50-\ufdff\ufe70-\ufefe\u2600-\u27bf]|\ufe0f|[\ud83c-\ud83e][\udc00-\udfff]/;

/** What the character at `at` is: TEXT, SPACE, BREAK (a new line) or INVISIBLE. */
export function kindAt(text: string, at: number): number {
  const kind = kinds[text.charCodeAt(at)] ?? TEXT;
  if (kind !== JOINER) return kind;
  return TAKES_JOINER.test(text.slice(Math.max(0, at - 2), at)) ? TEXT : INVISIBLE;
}

/** Kind of the first unit of a decoded character; a joiner written as an entity counts as text. */
export function kindOf(char: string): number {
  const kind = kinds[char.charCodeAt(0)] ?? TEXT;
  return kind === JOINER ? TEXT : kind;
}

/** Where the run of characters that need no thought (text and blanks, no "<", no "&") ends. */
export function plainRunEnd(text: string, from: number, to: number): number {
  let at = from;
  while (at < to) {
    const code = text.charCodeAt(at);
    if (code === 60 || code === 38 || (code !== 32 && kinds[code] !== TEXT)) break;
    at += 1;
  }
  return at;
}

export const LOWER = 1;
export const UPPER = 2;
export const CASELESS = 3;
const OTHER = 4;
const cases = new Uint8Array(65536);

/** LOWER, UPPER or CASELESS for a letter, another number for any other character; by UTF-16 unit, remembered. */
export function caseOf(code: number): number {
  const known = cases[code] ?? OTHER;
  if (known !== 0) return known;
  const char = String.fromCharCode(code);
  const found = /\p{Ll}/u.test(char)
    ? LOWER
    : /\p{Lu}/u.test(char)
      ? UPPER
      : /[\p{Lo}\p{Lm}]/u.test(char)
        ? CASELESS
        : OTHER;
  cases[code] = found;
  return found;
}
const STOPS = new Set('.?!।؟۔？！。');

/** It may end a sentence. */
export function isStop(char: string): boolean {
  return STOPS.has(char);
}
