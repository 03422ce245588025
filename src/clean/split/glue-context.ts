// What every look at a possible seam has to know.

import type { Lexicon } from '../languages/lexicon.ts';
import { foldCase } from '../ledger/dedupe-key.ts';
import { CASELESS, caseOf, LOWER, UPPER } from '../read/characters.ts';

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
/** A word with a capital or a stop inside, once its beginning is known. */
const JOINED = /\p{L}[\p{L}\p{M}\p{N}]*(?:[.!?]\p{L}[\p{L}\p{M}\p{N}]*)?/uy;
const HEAD = /\p{Lu}\p{Ll}*(?=[ ,])/uy;
const MAX_WORD = 60;
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
      glued ??= hasJoints(sample, lexicon);
      return glued;
    },
  };
}

const SEVERAL = '…';

/** Of each word with a capital or a stop inside, what stands around it; `SEVERAL` where that differs. */
function surroundings(text: string): Map<string, string> {
  const found = new Map<string, string>();
  let end = 0;
  for (const at of joints(text)) {
    if (at < end) continue;
    let from = at;
    while (from > 0 && at - from < MAX_WORD && isInside(text, from - 1)) from -= 1;
    JOINED.lastIndex = from;
    const word = JOINED.exec(text)?.[0] ?? '';
    end = Math.max(at + 1, from + word.length);
    if (word === '') continue;
    const around = `${text.slice(Math.max(0, from - 8), from)} ${text.slice(end, end + 8)}`;
    const known = found.get(word);
    found.set(word, known === undefined || known === around ? around : SEVERAL);
  }
  return found;
}

/** Are there places such as "report.The" and "yearsThe": words that open sentences right behind others? */
function hasJoints(text: string, { starters, code }: Lexicon): boolean {
  let count = 0;
  for (const at of joints(text)) {
    HEAD.lastIndex = at;
    const word = HEAD.exec(text)?.[0];
    if (word === undefined) continue;
    const isStop = caseOf(text.charCodeAt(at - 1)) > CASELESS;
    const isLong = isStop || word.length > (code === 'en' ? 2 : 1);
    if (!isLong || !starters.has(foldCase(word)) || !BEFORE.test(text.slice(Math.max(0, at - MAX_WORD), at)))
      continue;
    count += 1;
    if (count >= SURE_JOINTS) return true;
  }
  return false;
}

const BEFORE = /(?:^|[^\p{L}\p{N}._@#/])(?:[\p{L}\p{M}’'-]{0,30}[.!?]["”’»)]?|\p{Ll}{3,30})$/u;

/** The capitals that stand right behind a small letter, a capital, a stop or a closing mark. */
function* joints(text: string): Generator<number> {
  for (let at = 1; at < text.length; at += 1) {
    if (caseOf(text.charCodeAt(at)) !== UPPER) continue;
    const before = text.charCodeAt(at - 1);
    if (before !== 32 && before !== 10 && (caseOf(before) === LOWER || JOINERS.includes(text[at - 1] ?? '')))
      yield at;
  }
}

const JOINERS = '.!?"”’»)';

const isInside = (text: string, at: number): boolean =>
  caseOf(text.charCodeAt(at)) <= CASELESS || /[\p{M}\p{N}.!?]/u.test(text[at] ?? '');
