// Which language a text is in, and which way it runs. The small words of the language tables decide, and those of
// some languages that have no table; scripts that one language has to itself decide alone. A library was measured
// (tinyld, light: 34 KB compressed, 22 ms at start-up) and told fewer of our languages: no Ukrainian, no Czech.

import { CASELESS, caseOf } from '../read/characters.ts';
import { LANGUAGES } from './lexicon.ts';
import { OTHERS } from './others.ts';

const SAMPLE = 1000;

const owners = new Map<string, string[]>();
const told = [...LANGUAGES.map(({ code, starters }) => [code, starters] as const), ...Object.entries(OTHERS)];
for (const [code, starters] of told) {
  for (const word of new Set(starters.split(/\s+/))) owners.set(word, [...(owners.get(word) ?? []), code]);
}

/** ISO 639-1 code of the language; `en` where nothing tells. */
export function languageOf(text: string): string {
  const sample = text.slice(0, SAMPLE);
  const byScript = languageOfScript(sample);
  if (byScript !== null) return byScript;
  const scores = new Map<string, number>();
  for (const word of sample.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []) {
    const codes = owners.get(word);
    // A word that two languages share tells half as much of each.
    for (const code of codes ?? []) scores.set(code, (scores.get(code) ?? 0) + 1 / (codes?.length ?? 1));
  }
  const [best] = [...scores].sort((a, b) => b[1] - a[1]);
  return best?.[0] ?? 'en';
}

type Scripts = {
  letters: number;
  greek: number;
  hebrew: number;
  kana: number;
  han: number;
  hangul: number;
  rtl: number;
};

function scriptsIn(sample: string): Scripts {
  const count: Scripts = { letters: 0, greek: 0, hebrew: 0, kana: 0, han: 0, hangul: 0, rtl: 0 };
  for (let i = 0; i < sample.length; i += 1) {
    const code = sample.charCodeAt(i);
    if (caseOf(code) > CASELESS) continue;
    count.letters += 1;
    if (code >= 0x370 && code < 0x400) count.greek += 1;
    if (code >= 0x590 && code < 0x600) count.hebrew += 1;
    if (code < 0x590) continue;
    if (code <= 0x8ff || (code >= 0xfb1d && code <= 0xfdff) || (code >= 0xfe70 && code <= 0xfefc))
      count.rtl += 1;
    else if (code >= 0x3040 && code <= 0x30ff) count.kana += 1;
    else if (code >= 0x3400 && code <= 0x9fff) count.han += 1;
    else if (code >= 0xac00 && code <= 0xd7af) count.hangul += 1;
  }
  return count;
}

/** Scripts that one of our languages has to itself. */
function languageOfScript(sample: string): string | null {
  const { letters, greek, hebrew, kana, han, hangul } = scriptsIn(sample);
  if (letters === 0) return 'en';
  if (greek > letters * 0.3) return 'el';
  if (hebrew > letters * 0.3) return 'he';
  if (kana > letters * 0.1) return 'ja';
  if (han > letters * 0.3) return 'zh';
  return hangul > letters * 0.3 ? 'ko' : null;
}

/** The direction in which most letters run. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const { letters, rtl } = scriptsIn(text.slice(0, SAMPLE));
  return rtl * 2 > letters ? 'rtl' : 'ltr';
}

/** ISO 639-1 code of a BCP 47 tag such as "en-GB"; null where there is no such language. */
export function languageOfTag(lang: string): string | null {
  const code = /^([a-z]{2})(?:[-_]|$)/i.exec(lang)?.[1]?.toLowerCase();
  if (code === undefined) return null;
  return new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(code) === undefined
    ? null
    : code;
}
