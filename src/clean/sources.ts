// The outlets and organisations that a text names as its sources. Precision first: a name counts only where the
// sentence says that it is the source, and where the name is one of an outlet or an organisation, not of a person.

import type { Lexicon } from './languages/lexicon.ts';
import { dedupeKeyOf } from './ledger/dedupe-key.ts';
import type { Meta } from './read/front-matter.ts';

const MAX_SOURCES = 50;
const MAX_TEXT = 200_000;
const WORD = "\\p{Lu}[\\p{L}\\p{M}\\p{N}&'’-]*(?:\\.\\p{L}[\\p{L}\\p{N}]*)*";
const LINK =
  '(?: (?:of|for|the|and|on|in|de|del|la|las|los|le|les|du|des|der|die|das|für|di|do|da|dos|das|e|y|et|und|i|для|и)){0,3}';
const NAME = `(${WORD}(?:${LINK} ${WORD}){0,7}(?: \\(\\p{Lu}[\\p{Lu}\\p{N}&-]{1,9}\\))?)`;
const CASELESS_NAME = '([^\\s、。，,：:「」『』“”"।]{2,24}?)';

/** Outlets and agencies whose names hold no word that tells it. */
const KNOWN = new Set(
  (
    'reuters bloomberg politico axios spiegel kyodo xinhua tass interfax ukrinform yonhap anadolu euronews bild kommersant vedomosti ' +
    'lusa ansa efe nhk afp dpa pti ani ap bbc cnn cnbc npr itv abc cbs nbc zdf ard orf srf rai tve rtve mdr ndr wdr swr isw nasa noaa who ' +
    "wto imf unicef unesco nato fema fbi cia nhs oecd ocde opec sipri pew gallup nielsen kpmg deloitte moody's meduza forbes newsweek " +
    'hürriyet sabah milliyet cumhuriyet wyborcza rzeczpospolita onet folha globo expresso público clarín reforma excélsior nikkei asahi ' +
    'mainichi yomiuri al jazeera|al arabiya|le monde|le figaro|la repubblica|die zeit|el país|el mundo|la nación|la vanguardia|associated press|' +
    'agence france-presse|fox news|sky news|the hindu|euronews|human rights watch|greenpeace|transparency international|amnesty international'
  )
    .split(/[|]/)
    .flatMap((part, i) => (i === 0 ? part.split(' ') : [part])),
);
/** Capitals that name no source. */
const NO_SOURCE = new Set(
  'us usa uk eu uae ussr ceo cfo cto gdp gmt utc covid covid-19 ai tv pm mp mps i ii iii q1 q2 q3 q4'.split(
    ' ',
  ),
);

type Template = {
  readonly anchors: readonly string[];
  readonly expression: RegExp;
  readonly nameFirst: boolean;
};
const templates = new Map<string, readonly Template[]>();
const NAME_AT_END = new RegExp(`${NAME} ?$`, 'u');
const MAX_NAME = 120;

/** In the order in which the text cites them; what the text or page says of itself comes first. */
export function sourcesIn(texts: readonly string[], meta: Meta, lexicon: Lexicon): string[] {
  const found = new Map<string, string>();
  const add = (name: string): void => {
    const clean = name.replace(/['’]s$/, '').trim();
    const key = dedupeKeyOf(clean).replace(/ \([^()]*\)$/, '');
    if (clean !== '' && !found.has(key) && found.size < MAX_SOURCES) found.set(key, clean);
  };
  const outlet = meta.source ?? meta.site;
  if (outlet !== undefined) add(outlet);
  if (meta.url !== undefined) add(meta.url);
  const text = texts.join('\n').slice(0, MAX_TEXT);
  const cited: { name: string; at: number }[] = [...withAcronym(text, lexicon)];
  for (const { anchors, expression, nameFirst } of expressionsOf(lexicon)) {
    if (anchors.length > 0 && !anchors.some((anchor) => text.includes(anchor))) continue;
    for (const match of text.matchAll(expression)) {
      const name = nameFirst ? nameBefore(text, match.index) : (match[1] ?? '');
      if (isOutlet(name, lexicon))
        cited.push({ name, at: match.index + Math.max(0, match[0].indexOf(name)) });
    }
  }
  for (const { name } of cited.sort((a, b) => a.at - b.at)) add(name);
  return [...found.values()];
}

function expressionsOf(lexicon: Lexicon): readonly Template[] {
  const known = templates.get(lexicon.code);
  if (known !== undefined) return known;
  const made = lexicon.cites.map((template): Template => {
    const caseless = !/\p{Lu}|\p{Ll}/u.test(template);
    const nameFirst = !caseless && /^(?:\([^()]*\)\?)?@/.test(template);
    const body = nameFirst ? template.replace(/^[^@]*@/, '') : template;
    // The first letter of a template may open a sentence.
    const source = orCapital(body)
      .replace(/\((?!\?)/g, '(?:')
      .replace(
        /^\(\?:([^()]*)\)/u,
        (_, choices: string) => `(?:${choices.split('|').map(orCapital).join('|')})`,
      )
      .replace('@', () => (caseless ? CASELESS_NAME : NAME));
    const bounded = `${nameFirst ? '' : '(?<![\\p{L}\\p{N}])'}${source}(?![\\p{L}\\p{N}])`;
    return {
      anchors: anchorsOf(template),
      expression: new RegExp(caseless ? source : bounded, 'gu'),
      nameFirst,
    };
  });
  templates.set(lexicon.code, made);
  return made;
}

function orCapital(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => `[${letter}${letter.toUpperCase()}]`);
}

/** Words of which a text must hold one for the template to match it; none where that cannot be told. */
function anchorsOf(template: string): string[] {
  const outside = template
    .replace(/\([^()]*\)[?*]?/g, '@')
    .split(/[@ ]+/)
    .filter((word) => /^[\p{L}\p{M}]{3,}$/u.test(word));
  if (outside.length > 0) return outside.slice(0, 1).map((word) => word.slice(1));
  const group = /\(([^()?]+)\)(?![?*])/u.exec(template)?.[1]?.split('|') ?? [];
  return group.every((word) => /^[\p{L}\p{M} ]{3,}$/u.test(word)) ? group.map((word) => word.slice(1)) : [];
}

function isOutlet(name: string, lexicon: Lexicon): boolean {
  const plain = name.replace(/ \([^()]*\)$/, '').replace(/['’]s$/, '');
  const lower = plain.toLowerCase();
  if (NO_SOURCE.has(lower)) return false;
  if (KNOWN.has(lower) || /^\p{Lu}[\p{Lu}\p{N}&-]{1,7}$/u.test(plain)) return true;
  const words = lower.split(/[\s-]+/);
  if (words.length > 1 && words.some((word) => lexicon.organisations.has(word))) return true;
  return words.some((word) =>
    [...lexicon.organisations].some(
      (ending) => ending.startsWith('-') && word.endsWith(ending.slice(1)) && word.length > ending.length,
    ),
  );
}

function nameBefore(text: string, at: number): string {
  return NAME_AT_END.exec(text.slice(Math.max(0, at - MAX_NAME), at))?.[1] ?? '';
}

const SHORT_NAME = /\(\p{Lu}[\p{Lu}\p{N}&-]{1,9}\)/gu;

/** "the Institute for the Study of War (ISW) had revealed": an organisation with its short name that says something. */
function withAcronym(text: string, lexicon: Lexicon): { name: string; at: number }[] {
  const names: { name: string; at: number }[] = [];
  for (const match of text.matchAll(SHORT_NAME)) {
    const end = match.index + match[0].length;
    const says = (
      text
        .slice(end, end + 120)
        .toLowerCase()
        .match(/[\p{L}\p{M}]+/gu) ?? []
    ).some((word) => lexicon.saying.has(word));
    const name = nameBefore(text, end).replace(/^(?:The|La|El|Le|Die|Der|Das|Il|O|A) /, '');
    if (says && isOutlet(name, lexicon)) names.push({ name, at: match.index });
  }
  return names;
}
