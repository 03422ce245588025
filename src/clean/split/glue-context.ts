// What every look at a possible seam has to know.

import type { Lexicon } from '../languages/lexicon.ts';
import { foldCase } from '../ledger/dedupe-key.ts';

export type GlueContext = {
  readonly lexicon: Lexicon;
  /** Does the word occur on its own elsewhere in the text? */
  readonly knows: (word: string) => boolean;
  /** Does the word come again in other surroundings? What was glued by accident does not. */
  readonly recurs: (word: string) => boolean;
  /** Were passages of this text glued for certain? Then a doubtful place may be a seam, too. */
  readonly isGlued: () => boolean;
  /** How many more close looks at possible seams the text may cost. */
  looks: number;
};

/** Far more than any report needs: a seam is looked at closely once or twice a paragraph. */
export const MAX_LOOKS = 40_000;

const MAX_READ = 200_000;
const WORDS = /(?<![\p{L}\p{N}])[\p{L}\p{M}]+(?![\p{L}\p{M}\p{N}]|[.!?]\p{L})/gu;
const JOINTS =
  /(?<=(?:^|[^\p{L}\p{N}._@#/])(?:[\p{L}\p{M}’'-]{0,30}[.!?]["”’»)]?|\p{Ll}{3,30}))\p{Lu}\p{Ll}*(?=[ ,])/gu;
const JOINED = /(?<![\p{L}\p{N}])\p{L}[\p{L}\p{M}\p{N}]*(?:[.!]\p{L}[\p{L}\p{M}\p{N}]*)?/gu;
const SURE_JOINTS = 2;

export function createGlueContext(text: string, lexicon: Lexicon): GlueContext {
  const sample = text.slice(0, MAX_READ);
  let words: Set<string> | null = null;
  let joined: Map<string, string> | null = null;
  let glued: boolean | null = null;
  return {
    lexicon,
    looks: MAX_LOOKS,
    knows: (word) => {
      words ??= new Set(sample.match(WORDS));
      return words.has(word);
    },
    recurs: (word) => {
      joined ??= surroundings(sample);
      return joined.get(word) === SEVERAL;
    },
    isGlued: () => {
      glued ??= countJoints(sample, lexicon) >= SURE_JOINTS;
      return glued;
    },
  };
}

const SEVERAL = '…';

/** Of each word with a capital or a mark inside, what stands around it; `SEVERAL` where that differs. */
function surroundings(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const { 0: word, index } of text.matchAll(JOINED)) {
    if (!/.(?:\p{Lu}|[.!]\p{L})/u.test(word)) continue;
    const end = index + word.length;
    const around = `${text.slice(Math.max(0, index - 8), index)} ${text.slice(end, end + 8)}`;
    const known = found.get(word);
    found.set(word, known === undefined || known === around ? around : SEVERAL);
  }
  return found;
}

/** "report.The", "yearsThe": words that open sentences right behind others. */
function countJoints(text: string, { starters, code }: Lexicon): number {
  let count = 0;
  for (const { 0: word, index } of text.matchAll(JOINTS)) {
    const isStop = !/\p{L}/u.test(text[index - 1] ?? '');
    const isLong = isStop || word.length > (code === 'en' ? 2 : 1);
    if (isLong && starters.has(foldCase(word))) count += 1;
  }
  return count;
}
