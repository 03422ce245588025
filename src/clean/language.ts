// Which language a text is in, and which way it runs. The language tables answer first, by the small words that
// they know; the library answers for the languages that have no table.

import { detect } from 'tinyld/light';
import { LANGUAGES } from './words/lexicon.ts';

const SAMPLE = 3000;
const LIBRARY_SAMPLE = 300;
const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/g;

const owners = new Map<string, string[]>();
for (const { code, starters } of LANGUAGES) {
  for (const word of new Set(starters.split(/\s+/))) owners.set(word, [...(owners.get(word) ?? []), code]);
}

/** ISO 639-1 code of the language; `en` where nothing tells. */
export function languageOf(text: string): string {
  const sample = text.slice(0, SAMPLE);
  const byScript = scriptOf(sample);
  if (byScript !== null) return byScript;
  const scores = new Map<string, number>();
  let words = 0;
  for (const word of sample.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []) {
    words += 1;
    const codes = owners.get(word);
    // A word that two languages share tells half as much of each.
    for (const code of codes ?? []) scores.set(code, (scores.get(code) ?? 0) + 1 / (codes?.length ?? 1));
  }
  const [best, second] = [...scores].sort((a, b) => b[1] - a[1]);
  if (best !== undefined && best[1] >= words * 0.08 && best[1] > (second?.[1] ?? 0) * 1.3) return best[0];
  return detect(sample.slice(0, LIBRARY_SAMPLE)) || best?.[0] || 'en';
}

/** Scripts that one of our languages has to itself. */
function scriptOf(sample: string): string | null {
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const count = (expression: RegExp): number => sample.match(expression)?.length ?? 0;
  if (letters === 0) return 'en';
  if (count(/[\u3040-\u30ff]/g) > letters * 0.1) return 'ja';
  if (count(/[\u3400-\u9fff]/g) > letters * 0.3) return 'zh';
  if (count(/[\uac00-\ud7af]/g) > letters * 0.3) return 'ko';
  return null;
}

/** The direction in which most letters run. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const sample = text.slice(0, SAMPLE);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  return (sample.match(RTL)?.length ?? 0) * 2 > letters ? 'rtl' : 'ltr';
}
