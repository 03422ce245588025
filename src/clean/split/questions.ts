// Questions and answers that were run together on one line: "FAQ Who pays? The county. When? In May.", below a title or with
// labels, with or without blanks. In doubt the line stays as it is.

import type { Lexicon } from '../languages/lexicon.ts';
import { labelAt } from '../languages/markers.ts';
import { foldCase, lineForm } from '../ledger/dedupe-key.ts';
import type { GlueContext } from './glue-context.ts';

/** What closes a sentence, and whether it asks. */
const STOPS = '.!?…。！？।॥؟۔';
const ASKS = '?？؟';
const CLOSERS = `"'”’»)]」』）】`;
const BLANK = /\s/;
/** "2. ", "2) ": the number of a question. */
const NUMBER = /(\d{1,2})(?:[.)]\s*|[．、）]\s*)(?=["“«„¿¡]?[\p{Lu}\p{Lo}])/uy;
const OPENING = /["“«„(¿¡]?[\p{Lu}\p{Lo}]/uy;
const MAX_TITLE = 60;
const MAX_ASKED = 260;

type Piece = {
  readonly start: number;
  readonly asks: boolean;
  readonly kind: 'question' | 'answer' | null;
  readonly number: number | null;
};

/**
 * @param titled the line above is the title of a block of questions.
 * @returns where in the line `[from, to)` the questions and answers begin, in order; none where there are no pairs, null
 * where nothing leads to any.
 */
export function questionCuts(
  text: string,
  from: number,
  to: number,
  titled: boolean,
  context: GlueContext,
): number[] | null {
  const { lexicon } = context;
  if (titled) return pairCuts(text, from, to, lexicon).slice(1);
  if (labelAt(text, from, lexicon) !== null) return labelCuts(text, from, to, lexicon);
  const title = titleEnd(text, from, to, context);
  return title === null ? null : pairCuts(text, title, to, lexicon);
}

/** Where the title of a block ends that a question follows on the same line; null where the line opens with none. */
function titleEnd(text: string, from: number, to: number, context: GlueContext): number | null {
  const { lexicon } = context;
  const limit = Math.min(to, from + MAX_TITLE);
  if (!asksSoon(text, from, Math.min(to, limit + MAX_ASKED), lexicon)) return null;
  let found: number | null = null;
  for (let at = from + 3; at < limit; at += 1) {
    if (!/[\p{L}\p{M}:：|&\s–—-]/u.test(text[at - 1] ?? '')) break;
    OPENING.lastIndex = at;
    NUMBER.lastIndex = at;
    const opens = OPENING.test(text) || NUMBER.test(text) || labelAt(text, at, lexicon) !== null;
    if (!opens || context.looks <= 0) continue;
    context.looks -= 1;
    if (!lexicon.faq(lineForm(text.slice(from, at).replace(/[\s|–—-]+$/, '')))) continue;
    // The shortest, since patterns of titles may go on; scripts without blanks run titles together.
    if (lexicon.code !== 'ja' && lexicon.code !== 'zh') return at;
    if (found === null || /[\s:：]/.test(text[at - 1] ?? '')) found = at;
  }
  return found;
}

function asksSoon(text: string, from: number, to: number, lexicon: Lexicon): boolean {
  for (let at = from; at < to; at += 1) if (isAsking(text[at] ?? '', lexicon)) return true;
  return false;
}

const isAsking = (char: string, { code }: Lexicon): boolean =>
  ASKS.includes(char) || (char === ';' && code === 'el');

/** Below a title: labels and numbers lead where there are any, else questions and answers take turns. */
function pairCuts(text: string, from: number, to: number, lexicon: Lexicon): number[] {
  const pieces = piecesOf(text, from, to, lexicon);
  const [first] = pieces;
  if (first === undefined || (!first.asks && first.kind !== 'question')) return [];
  if (first.kind === 'question') return byLabel(pieces);
  const numbered = pieces.filter(({ asks, number }) => asks && number !== null);
  const counts = numbered.length > 1 && numbered.every(({ number }, i) => number === (first.number ?? 0) + i);
  const cuts: number[] = [];
  let questions = 0;
  let asked = false;
  for (const piece of pieces) {
    const isQuestion = piece.asks && (!counts || piece.number !== null);
    // "Who pays? And when?" is one question.
    if (isQuestion !== asked || (isQuestion && counts)) {
      cuts.push(piece.start);
      if (isQuestion) questions += 1;
    }
    asked = isQuestion;
  }
  return questions > 1 && !asked ? cuts : [];
}

/** "Q: Who pays? A: The county. Q: When? A: In May." */
function labelCuts(text: string, from: number, to: number, lexicon: Lexicon): number[] {
  if (!asksSoon(text, from, Math.min(to, from + 2 * MAX_ASKED), lexicon)) return [];
  return byLabel(piecesOf(text, from, to, lexicon)).slice(1);
}

function byLabel(pieces: readonly Piece[]): number[] {
  const cuts: number[] = [];
  let last: Piece['kind'] = null;
  const kinds = new Set<Piece['kind']>();
  pieces.forEach(({ kind, start }, i) => {
    // "A." behind anything but a question is an initial.
    const leads =
      i === 0 || (kind === 'answer' ? last === 'question' : kind === 'question' && last === 'answer');
    if (kind === null || !leads) return;
    cuts.push(start);
    kinds.add(kind);
    last = kind;
  });
  return kinds.size === 2 ? cuts : [];
}

/** The sentences of a stretch, each with its label or number. */
function piecesOf(text: string, from: number, to: number, lexicon: Lexicon): Piece[] {
  const pieces: Piece[] = [];
  // Of the next question, where they are numbered.
  let next = -1;
  let at = from;
  while (at < to) {
    while (at < to && BLANK.test(text[at] ?? '')) at += 1;
    if (at >= to) break;
    const label = labelAt(text, at, lexicon);
    const number = numberAt(text, at);
    const words = label?.end ?? number?.end ?? at;
    if (number !== null) next = number.value + 1;
    const { end, asks } = sentenceAt(text, words, to, next, lexicon);
    pieces.push({
      start: at,
      asks: asks && end - words <= MAX_ASKED,
      kind: label?.kind ?? null,
      number: number?.value ?? null,
    });
    at = end;
  }
  return pieces;
}

function numberAt(text: string, at: number): { value: number; end: number } | null {
  NUMBER.lastIndex = at;
  const value = NUMBER.exec(text)?.[1];
  return value === undefined ? null : { value: Number(value), end: NUMBER.lastIndex };
}

/** Where the sentence that begins at `from` ends, and whether it asks. */
function sentenceAt(
  text: string,
  from: number,
  to: number,
  next: number,
  lexicon: Lexicon,
): { end: number; asks: boolean } {
  for (let i = from; i < to; i += 1) {
    const char = text[i] ?? '';
    const asks = isAsking(char, lexicon);
    if (!asks && !STOPS.includes(char)) continue;
    const stop = i;
    while (i + 1 < to && (STOPS.includes(text[i + 1] ?? '') || CLOSERS.includes(text[i + 1] ?? ''))) i += 1;
    let begin = i + 1;
    while (begin < to && BLANK.test(text[begin] ?? '')) begin += 1;
    if (begin >= to) return { end: to, asks };
    // A sentence begins there, or the next question with its number.
    OPENING.lastIndex = begin;
    const begins = OPENING.test(text) || numberAt(text, begin)?.value === next;
    const isApart = begin > i + 1 || begins || (char !== '.' && /\p{N}/u.test(text[begin] ?? ''));
    if (isApart && (char !== '.' || !isShortened(text, from, stop, begin, next, lexicon)))
      return { end: i + 1, asks };
  }
  return { end: to, asks: false };
}

/** Is the full stop that of an abbreviation or an initial, and does the sentence go on? */
function isShortened(
  text: string,
  from: number,
  stop: number,
  begin: number,
  next: number,
  lexicon: Lexicon,
): boolean {
  if (numberAt(text, begin)?.value === next || labelAt(text, begin, lexicon) !== null) return false;
  const word = /[\p{L}\p{M}.]+$/u.exec(text.slice(Math.max(from, stop - 20), stop))?.[0] ?? '';
  const short = /^\p{Lu}$/u.test(word) || lexicon.abbreviations.has(foldCase(word));
  // "No." alone is an answer.
  if (!short || word.length === stop - from) return false;
  const after = /^["“«„(¿¡]?([\p{Lu}\p{Lo}][\p{L}\p{M}]*)/u.exec(text.slice(begin, begin + 30))?.[1] ?? '';
  return !lexicon.starters.has(foldCase(after));
}
