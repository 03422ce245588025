// What the characters of a line say, read in one walk: its words, and which kinds of characters are in it.

/** Shorter words say little about a text. */
const MIN_TERM = 4;

/** One walk over the characters of a line. */
export function readCharacters(text: string, lower: string) {
  const terms = new Set<string>();
  // Few letters change their length with their case; then each word is lowered by itself.
  const isAligned = lower.length === text.length;
  let [words, unspaced, capitals, small, digits, marks, all] = [0, 0, 0, 0, 0, 0, 0];
  let start = -1;
  for (let at = 0; at <= text.length; at += 1) {
    const kind = at < text.length ? kindOf(text.charCodeAt(at)) : 0;
    all |= kind;
    if (kind & DIGIT) digits += 1;
    if (kind & MARK) marks += 1;
    if (kind & UNSPACED) unspaced += 1;
    if (kind & WORD) {
      if (start < 0) {
        start = at;
        words += 1;
        if (kind & UPPER) capitals += 1;
        else if (kind & LOWER) small += 1;
      }
    } else if (start >= 0) {
      if (at - start >= MIN_TERM)
        terms.add(isAligned ? lower.slice(start, at) : text.slice(start, at).toLowerCase());
      start = -1;
    }
  }
  return { terms, words, unspaced, capitals, small, digits, marks, all };
}

const WORD = 1;
export const UPPER = 2;
export const LOWER = 4;
const DIGIT = 8;
const MARK = 16;
const UNSPACED = 32;
export const COMMA = 64;
export const QUESTION = 128;
export const SEPARATOR = 256;
export const QUOTE = 512;
export const COPYRIGHT = 1024;
const KNOWN = 2048;

const KINDS: readonly (readonly [number, RegExp])[] = [
  [WORD, /[\p{L}\p{N}\p{M}_]/u],
  [UPPER, /\p{Lu}/u],
  [LOWER, /\p{Ll}/u],
  [DIGIT, /\p{N}/u],
  [MARK, /[,;:.]/],
  // Scripts without blanks between words.
  [UNSPACED, /[\u0e00-\u0e7f\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]/],
  [COMMA, /[,，、،]/],
  [QUESTION, /[?？؟]/],
  [SEPARATOR, /[|•·»›]/],
  [QUOTE, /["“”«»„]/],
  [COPYRIGHT, /[©®™]/],
];

/** What each character is, found out when it is met first. */
const kinds = new Uint16Array(65536);

function kindOf(code: number): number {
  const known = kinds[code] as number;
  if (known !== 0) return known;
  const char = String.fromCharCode(code);
  const kind = KINDS.reduce((sum, [bit, test]) => (test.test(char) ? sum | bit : sum), KNOWN);
  kinds[code] = kind;
  return kind;
}
