// Where a headline, a label, a byline or a date ran into the next words without a stop: "ThreeThe company".

import { isFurniture } from '../furniture.ts';
import type { Lexicon } from '../languages/lexicon.ts';
import { collapseSpaces, foldCase, lineForm } from '../ledger/dedupe-key.ts';
import {
  caseOf,
  isStop,
  LOWER as LOWER_CASE,
  CASELESS as NO_CASE,
  UPPER as UPPER_CASE,
} from '../read/characters.ts';
import { sizeOf } from '../shape.ts';
import { stampKind } from '../stamp.ts';
import type { GlueContext } from './glue-context.ts';

const LETTER = /\p{L}/u;
const UPPER = /\p{Lu}/u;
const LOWER = /\p{Ll}/u;
const CASELESS = /[\p{Lo}\p{Lm}]/u;

const NAME_PREFIXES = new Set('mc mac de di da la le van von del des du al el fitz san o d l'.split(' '));

/** Where a path of sections that was glued to the title ends: "HomeLocalEnvironment|Nearly half of the ...". */
export function sectionPathEnd(text: string, from: number, to: number, lexicon: Lexicon): number {
  if (to - from < 12) return from;
  const token = /^\S{1,120}/.exec(text.slice(from, Math.min(to, from + 120)))?.[0] ?? '';
  const words = token.match(/\p{Lu}\p{Ll}+/gu) ?? [];
  if (words.length < 3 || !token.startsWith(words.join(''))) return from;
  // Behind "Home" every section counts, also one that the table does not know; so it does in a long path.
  const first = words[0] ?? '';
  const home = lexicon.nav.has(foldCase(first)) && (words.length >= 4 || isFurniture(first, lexicon));
  let end = 0;
  let known = 0;
  for (const word of words.slice(0, -1)) {
    if (!home && !lexicon.nav.has(foldCase(word))) break;
    end += word.length;
    known += 1;
  }
  return known >= 2 ? from + end : from;
}

/** Could the character begin a passage behind a seam? Most cannot, which saves the closer look. */
export function mayOpen(text: string, at: number, lexicon: Lexicon): boolean {
  const char = text[at] ?? '';
  const code = text.charCodeAt(at);
  if (code >= 48 && code <= 57) return caseOf(text.charCodeAt(at - 1)) <= NO_CASE;
  const kind = caseOf(code);
  if (kind === NO_CASE) return lexicon.promoStarts.has(char);
  return kind === UPPER_CASE || char === '©' || char === '¿' || char === '¡';
}

/** A seam without a stop: a headline, a label or a byline ran into the next words. In doubt there is none. */
export function isSeam(
  text: string,
  boundary: number,
  at: number,
  to: number,
  context: GlueContext,
): boolean {
  const left = text[at - 1] ?? '';
  const right = text[at] ?? '';
  if (right === '©')
    return /[\p{L}\p{N}]/u.test(left) && /^©\s?(?:\d{4}|\p{Lu})/u.test(text.slice(at, at + 6));
  if (right === '¿' || right === '¡') return LETTER.test(left);
  if (left === '”' && UPPER.test(right))
    return /[^“„«][\p{L}\p{N}.!?,…]$/u.test(text.slice(at - 3, at - 1)) && LOWER.test(text[at + 1] ?? '');
  if (/\p{N}/u.test(right)) return isDateSeam(text, boundary, at, context);
  if (!UPPER.test(right) || at - boundary > 400) return isLabelSeam(text, left, at, context);
  if (LETTER.test(left)) return isCamelSeam(text, boundary, at, to, context);
  if (/[\p{N})»:]/u.test(left)) {
    // "4MOTION", "2.4GHz" and "1TB" are words.
    const word = /^[\p{L}\p{M}]+/u.exec(text.slice(at, Math.min(to, at + 40)))?.[0] ?? '';
    const opens = /^\p{Lu}\p{Ll}{2}/u.test(word) || context.lexicon.starters.has(foldCase(word));
    if (left === ':' || !spend(context))
      return left === ':' && spend(context) && endsFurniture(text, boundary, at, context);
    return (opens && endsFurniture(text, boundary, at, context)) || isLabelled(text, at, context);
  }
  return false;
}

const MAX_FURNITURE = 160;

/** Is what was read since the last boundary page clutter by its words? A sentence is none. */
function endsFurniture(text: string, boundary: number, at: number, { lexicon }: GlueContext): boolean {
  if (at - boundary > MAX_FURNITURE) return false;
  const left = collapseSpaces(text.slice(boundary, at));
  return !/[.!?] \p{Lu}/u.test(left) && isFurniture(left, lexicon);
}

const DATE_AHEAD =
  /^\d{1,2}(?:[./-]\d{1,2}[./-]\d{2,4}|[:.]\d{2}|(?:st|nd|rd|th|º|\.)? (?:de )?(\p{L}+)\.?,? (?:de )?\d{4})/u;

/** "By Technology Desk08 Apr 2026": a date behind a byline, a name or a headline. */
function isDateSeam(text: string, boundary: number, at: number, context: GlueContext): boolean {
  if (at - boundary > 200) return false;
  const date = DATE_AHEAD.exec(text.slice(at, at + 40));
  if (date === null || !spend(context)) return false;
  if (date[1] !== undefined && !context.lexicon.calendar.has(foldCase(date[1]))) return false;
  const left = collapseSpaces(text.slice(boundary, at));
  return (
    isFurniture(left, context.lexicon) ||
    ((date[1] !== undefined || date[0].length > 7) && isHeadlineSoFar(text, boundary, at))
  );
}

function isCamelSeam(text: string, boundary: number, at: number, to: number, context: GlueContext): boolean {
  if (isQuestionSeam(text, boundary, at, context)) return true;
  const { lexicon } = context;
  const lowerBefore = caseOf(text.charCodeAt(at - 1)) === LOWER_CASE;
  const nextCase = caseOf(text.charCodeAt(at + 1));
  // "GMTNearly" may be a seam, "MITRE" is none; a word in capitals is one only as a label ("vergesALSO READ:").
  if (!lowerBefore && nextCase !== LOWER_CASE) return isStampSeam(text, boundary, at, context);
  if (!spend(context)) return false;
  const word = wordAround(text, boundary, at, to);
  if (word === null) return false;
  const { before, head, rest } = word;
  if (isPromoLabel(text, at, context)) return true;
  if (lexicon.share.has((before + head + rest).toLowerCase())) return false;
  const isLower = LOWER.test(before[0] ?? '');
  const opens =
    rest === '' && lexicon.starters.has(foldCase(head)) && (head.length > 1 || text[at + 1] === ' ');
  const isSure = context.isGlued();
  // "PayPal" and "WhatsApp" end in words of page clutter, too.
  const isWhole = rest === '' || nextCase === UPPER_CASE;
  if (isWhole && before.length > 2 && ((rest === '' && isLower) || isSure) && isLabelled(text, at, context))
    return true;
  if (endsFurniture(text, boundary, at, context)) {
    // "OpenAI", "SharePoint": a button's word alone needs more.
    const isAlone = text.slice(boundary, at).trim() === before;
    if (opens && isSure && (head.length > 2 || !isAlone)) return true;
    if (isLower && before.length > 2 && !isAlone) return true;
    if (rest === '' && head.length > 2 && isLabelled(text, at, context)) return true;
    return isSure && head.length + rest.length > 2 && (!isAlone || before.length + head.length > MAX_NAME);
  }
  if (nextCase === UPPER_CASE || context.recurs(before + head + rest)) return false;
  if (head.length === 1 && !opens) return false;
  // "APIs" and "CPAs".
  if (!lowerBefore) return before.length > 1 && opens && head.length + before.length > 4 && isSure;
  if ((NAME_PREFIXES.has(before.toLowerCase()) && !lexicon.starters.has(before)) || before.length < 2)
    return opens && before.length > 3;
  if (!isHeadlineSoFar(text, boundary, at)) return false;
  // "plugIn" is a name, "yearsThe" is none.
  const isLong =
    head.length > 2 ||
    (lexicon.code !== 'en' && head.length > 1) ||
    (text.slice(boundary, at).split(' ').length > 3 && head.length === 1);
  if (opens && isLong && isLower && before.length > 2) return true;
  // Names that begin small are written with plain letters: "đôngChợ" is none.
  if (isLower && before.length > 2 && MARKED.test(before) && MARKED.test(head)) return true;
  if (!isSure || (head.length < 3 && !opens)) return false;
  if (isLower) return before.length >= 3 || lexicon.starters.has(before);
  const dated = lexicon.calendar.has(foldCase(head)) && head.length > 2;
  return opens || dated || (context.knows(before) && context.knows(head));
}

const MARKED = /[\u00c0-\u024f\u1e00-\u1eff]/u;

/** "Advertisement" and a word behind it are longer than any name. */
const MAX_NAME = 16;

type Joint = { readonly before: string; readonly head: string; readonly rest: string };

/** The word that a capital stands in: before it, from it to the next capital, and the rest; null in "@names" and addresses. */
function wordAround(text: string, boundary: number, at: number, to: number): Joint | null {
  const before = wordBefore(text, boundary, at);
  const after = /^[\p{L}\p{M}\p{N}_]+/u.exec(text.slice(at, Math.min(to, at + 40)))?.[0] ?? '';
  const outer = text.slice(Math.max(boundary, at - 60), at).match(/\S*$/)?.[0] ?? '';
  const behind = text.slice(at + after.length, at + after.length + 2);
  if (/[@#_/\\=&]|\.\p{L}/u.test(outer) || /[_@]/.test(after) || /^(?:[@/\\=(]|[.-]\p{L})/u.test(behind))
    return null;
  const head = /^\p{Lu}\p{Ll}*/u.exec(after)?.[0] ?? after;
  return { before, head, rest: after.slice(head.length) };
}

/** "FAQsQ1. Who pays?": the label of a question behind the title of the block. */
function isQuestionSeam(text: string, boundary: number, at: number, context: GlueContext): boolean {
  const { lexicon } = context;
  if (!/[\d.:)]/.test(text[at + 1] ?? '') || at - boundary > MAX_STAMP || !spend(context)) return false;
  return lexicon.question.test(foldCase(text[at] ?? '')) && lexicon.faq(lineForm(text.slice(boundary, at)));
}

const MAX_STAMP = 80;

/** "12 March 2026 06.40 GMTA bakery": a word of one letter behind a date and a time. */
function isStampSeam(text: string, boundary: number, at: number, context: GlueContext): boolean {
  const { lexicon } = context;
  if (text[at + 1] !== ' ' || at - boundary > MAX_STAMP || !lexicon.starters.has(foldCase(text[at] ?? '')))
    return false;
  return spend(context) && stampKind(lineForm(text.slice(boundary, at)), lexicon) !== null;
}

function wordBefore(text: string, boundary: number, at: number): string {
  let from = at;
  while (from > boundary && at - from < 40 && /[\p{L}\p{M}]/u.test(text[from - 1] ?? ' ')) from -= 1;
  return text.slice(from, at);
}

/** What was read since the last boundary has no sentence end in it and is short. */
function isHeadlineSoFar(text: string, boundary: number, at: number): boolean {
  const so = text.slice(boundary, at);
  return so.length <= 160 && !/[.!?;] /.test(so);
}

/** In scripts without capitals only a label with its colon tells a seam. */
export function isLabelSeam(text: string, left: string, at: number, context: GlueContext): boolean {
  const { lexicon } = context;
  if (!lexicon.promoStarts.has(text[at] ?? '') || (!CASELESS.test(left) && !isStop(left)) || !spend(context))
    return false;
  const ahead = collapseSpaces(text.slice(at, at + 60));
  const label = lexicon.promo.exec(ahead);
  return label !== null && /^ ?[:：]/.test(ahead.slice(label[0].length));
}

/** Past a promo in brackets, "(ALSO READ: The club that plays on a roof)", that begins at `at`; `at` where there is none. */
export function bracketedLabelEnd(text: string, at: number, to: number, context: GlueContext): number {
  const { lexicon } = context;
  const inner = text.slice(at + 1, Math.min(to, at + 200));
  const close = inner.search(/[)\]）】］]/);
  if (close < 4 || !spend(context)) return at;
  const words = foldCase(collapseSpaces(inner.slice(0, close)));
  const label = (lexicon.promo.exec(words) ?? lexicon.promoStrict.exec(words))?.[0];
  // "【関連記事】" is a label by itself: the headline follows it to the end of the line.
  if (label === undefined) return at;
  if (label.length === words.length) return '【［'.includes(text[at] ?? '') ? to : at;
  // "(read: expensive)" is an aside.
  const headline = collapseSpaces(inner.slice(0, close)).slice(label.length);
  if (!/^\s*[:：|]\s*["'“‘«„¿¡]?[\p{Lu}\p{Lo}\p{N}]/u.test(headline) || sizeOf(headline) < 3) return at;
  const end = at + close + 2;
  return /[.,;]/.test(text[end] ?? '') ? end + 1 : end;
}

/** Takes one from the number of close looks that a text may cost, which keeps hostile ones linear and quick. */
function spend(context: GlueContext): boolean {
  context.looks -= 1;
  return context.looks >= 0;
}

/** Does a label with its colon ("ALSO READ:") or a line of furniture begin here? */
export function isLabelled(text: string, at: number, context: GlueContext): boolean {
  if (isPromoLabel(text, at, context)) return true;
  if (!spend(context)) return false;
  const { lexicon } = context;
  const word = /^(\p{Lu}[\p{L} ]{2,20})[:：]/u.exec(text.slice(at, at + 24))?.[1];
  if (word !== undefined && isFurniture(word, lexicon)) return true;
  const piece = /^.{2,40}?\p{Ll}(?=\p{Lu})/u.exec(text.slice(at, at + 44))?.[0];
  if (piece !== undefined && isFurniture(piece, lexicon)) return true;
  const line = text.slice(at, at + 300);
  const end = line.search(/\n|©/);
  return isFurniture(collapseSpaces(end === -1 ? line : line.slice(0, end)), lexicon);
}

function isPromoLabel(text: string, at: number, context: GlueContext): boolean {
  if (!spend(context)) return false;
  const { lexicon } = context;
  const ahead = foldCase(collapseSpaces(text.slice(at, at + 120)));
  const label = lexicon.promo.exec(ahead) ?? lexicon.promoStrict.exec(ahead);
  return label !== null && /^\s*[:：|]/.test(ahead.slice(label[0].length));
}
