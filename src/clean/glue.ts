// Where two passages were glued together: "report.This", "CNN.FAQs", "ThreeThe company", "Pokrovsk?Over". A cut
// is made only between characters with no white space between them, and never inside abbreviations, initials,
// numbers, domains, file and product names or ellipses.

import { isFurniture } from './furniture.ts';
import { foldCase, tidy } from './key.ts';
import type { Lexicon } from './words/lexicon.ts';

const CLOSERS = `"'”’»)]」』）】`;
const OPENERS = `"'“‘«„(¿¡「『（【[`;
const LETTER = /\p{L}/u;
const UPPER = /\p{Lu}/u;
const LOWER = /\p{Ll}/u;
const CASELESS = /[\p{Lo}\p{Lm}]/u;
const WORD_BEFORE = /[\p{L}\p{M}\p{N}.'’-]{1,40}$/u;
const WORD_AFTER = /[\p{L}\p{M}\p{N}'’]{1,40}/uy;

/** Names that carry a capital after a full stop or inside, and endings of domains and files. */
const PRODUCT_ENDINGS = new Set(
  'net js ts io ai com org co uk de fr es it eu gov edu info app dev py rb go rs html htm php pdf doc docx xls xlsx csv txt jpg jpeg png gif svg zip exe mp3 mp4'.split(
    ' ',
  ),
);
const CAMEL_NAMES = new Set(
  (
    'youtube linkedin whatsapp tiktok playstation iphone ipad ipod imac macos ios ebay javascript typescript github gitlab paypal fedex ' +
    'wechat kakaotalk snapchat bytedance openai deepmind deepseek chatgpt spacex blackrock youtuber facetime airpods airtag macbook wifi ' +
    'astrazeneca biontech glaxosmithkline jpmorgan exxonmobil conocophillips metlife buzzfeed huffpost techcrunch crowdstrike accuweather ' +
    'softbank easyjet airasia doordash quickbooks wordpress powerpoint onedrive photoshop lightroom steelseries starcraft minecraft ' +
    'harpercollins pricewaterhousecoopers unicredit bnpparibas totalenergies carrefour esport evoting wikileaks wikipedia mastercard'
  ).split(' '),
);
const NAME_PREFIXES = new Set('mc mac de di da la le van von del des du al el fitz san o d l'.split(' '));

export type GlueContext = {
  readonly lexicon: Lexicon;
  /** Does the word occur on its own elsewhere in the text? */
  readonly knows: (word: string) => boolean;
};

/** The places in `[from, to)` of `text` (one line) at which a glued passage begins, in order. */
export function glueCuts(text: string, from: number, to: number, context: GlueContext): number[] {
  const cuts: number[] = [];
  let boundary = from;
  let quoteOpen = false;
  const cut = (at: number): void => {
    if (at <= boundary || at >= to) return;
    cuts.push(at);
    boundary = at;
    quoteOpen = false;
  };
  const path = sectionPathEnd(text, from, to, context.lexicon);
  if (path > from) cut(path);
  for (let i = path; i < to; i += 1) {
    const char = text[i] ?? '';
    if (char === '"') quoteOpen = !quoteOpen;
    if (isStop(char)) {
      const next = afterStop(text, i, to, quoteOpen);
      const stopAt = i;
      for (let k = i + 1; k < next; k += 1) if (text[k] === '"') quoteOpen = !quoteOpen;
      i = next - 1;
      if (next < to && startsPassage(text, boundary, stopAt, next, context)) cut(next);
      continue;
    }
    if (i === path) continue;
    const before = text[i - 1] ?? '';
    if (before === ' ' || before === '\t' || before === '\n') continue;
    if (isSeam(text, boundary, i, to, context)) cut(i);
  }
  return cuts;
}

/** Where a path of sections that was glued to the title ends: "HomeLocalEnvironment|Nearly half of the ...". */
function sectionPathEnd(text: string, from: number, to: number, lexicon: Lexicon): number {
  const token = /^\S{1,120}/.exec(text.slice(from, Math.min(to, from + 120)))?.[0] ?? '';
  const words = token.match(/\p{Lu}\p{Ll}+/gu) ?? [];
  if (words.length < 3 || !token.startsWith(words.join(''))) return from;
  let end = 0;
  let known = 0;
  for (const word of words.slice(0, -1)) {
    if (!lexicon.nav.has(foldCase(word))) break;
    end += word.length;
    known += 1;
  }
  return known >= 2 ? from + end : from;
}

function isStop(char: string): boolean {
  return (
    char === '.' ||
    char === '?' ||
    char === '!' ||
    char === '।' ||
    char === '؟' ||
    char === '۔' ||
    char === '？' ||
    char === '！' ||
    char === '。'
  );
}

/** Past the stop, further stops and closing quotes and brackets. */
function afterStop(text: string, at: number, to: number, quoteOpen: boolean): number {
  let i = at + 1;
  let open = quoteOpen;
  while (i < to) {
    const char = text[i] ?? '';
    if (char === '"') {
      if (!open) break;
      open = false;
    } else if (char === "'" && LETTER.test(text[i + 1] ?? '')) break;
    else if (char === '“' && !text.slice(Math.max(0, at - 600), at).includes('„')) break;
    else if (!isStop(char) && !CLOSERS.includes(char) && char !== '“') break;
    i += 1;
  }
  return i;
}

/** Is what begins at `next`, right after the stop at `stopAt` and its quotes, a new passage? */
function startsPassage(
  text: string,
  boundary: number,
  stopAt: number,
  next: number,
  context: GlueContext,
): boolean {
  const right = text[next] ?? '';
  if (/\s/.test(right)) return false;
  const stop = text[stopAt] ?? '';
  const start = OPENERS.includes(right) && right !== "'" ? next + 1 : next;
  const first = text[start] ?? '';
  const before = WORD_BEFORE.exec(text.slice(Math.max(boundary, stopAt - 40), stopAt))?.[0] ?? '';
  if (stop === '.' && (text[stopAt + 1] === '.' || text[stopAt - 1] === '.')) return false;
  if (inAddress(text, boundary, stopAt)) return false;
  if (right === '©' || right === '•' || right === '¿' || right === '¡') return true;
  // Chinese and Japanese write sentences without a blank between them.
  if (stop === '。' || stop === '！' || stop === '？') return isLabelled(text, next, context);
  WORD_AFTER.lastIndex = start;
  const after = WORD_AFTER.exec(text)?.[0] ?? '';
  // ".NET" stands apart; "13 %.The" and "(ISW).The" end a sentence.
  if (before === '')
    return UPPER.test(first) && /\S/.test(text[stopAt - 1] ?? ' ') && (stop !== '.' || after.length > 1);
  const closed = next > stopAt + 1;
  if (/\p{N}/u.test(first)) return startsWithNumber(text, start, before, after, stop, closed);
  if (CASELESS.test(first)) return stop !== '.' || isCaselessSentence(before, context);
  if (!UPPER.test(first)) return false;
  if (stop !== '.' || closed || start > next) return true;
  return isSentenceBreak(text, start, before, after, context);
}

function isSentenceBreak(
  text: string,
  start: number,
  before: string,
  after: string,
  { lexicon }: GlueContext,
): boolean {
  const last = before.slice(before.lastIndexOf('.') + 1).replace(/^['’-]+/, '');
  const opens = lexicon.starters.has(foldCase(after)) || startsLabel(text, start, lexicon);
  if (PRODUCT_ENDINGS.has(after.toLowerCase()) && !opens) return false;
  if (/^\p{N}+$/u.test(last)) return last.length > 2 || before !== last || opens;
  const initial = last.length === 1 && !CASELESS.test(last);
  if (initial && text[start + after.length] === '.' && after.length === 1) return false;
  if (
    initial ||
    lexicon.abbreviations.has(last.toLowerCase()) ||
    lexicon.abbreviations.has(before.toLowerCase())
  )
    return opens;
  // A second capital right behind ("U.S.A", "ASP.NET") belongs to the name.
  if (after.length === 1) return opens;
  return true;
}

function startsWithNumber(
  text: string,
  start: number,
  before: string,
  after: string,
  stop: string,
  closed: boolean,
): boolean {
  if (stop !== '.' || closed) return !/=$/.test(before);
  const plain = /^\p{Ll}{4,}$/u.test(before);
  return plain && /^\p{N}+$/u.test(after) && /^[\p{N}.,]* \p{L}/u.test(text.slice(start, start + 24));
}

function isCaselessSentence(before: string, { lexicon }: GlueContext): boolean {
  const letters = before.replace(/[^\p{L}]/gu, '');
  if (!CASELESS.test(before)) return UPPER.test(before[0] ?? '') && before.length > 2;
  return letters.length > 1 && !lexicon.abbreviations.has(before) && !before.includes('.');
}

/** An e-mail or web address holds the stop. */
function inAddress(text: string, boundary: number, stopAt: number): boolean {
  let from = stopAt;
  while (from > boundary && stopAt - from < 300 && !/\s/.test(text[from - 1] ?? ' ')) from -= 1;
  const token = text.slice(from, stopAt);
  return (
    token.includes('://') ||
    token.startsWith('www.') ||
    token.includes('@') ||
    (token.includes('?') && token.includes('='))
  );
}

/** A seam without a stop: a headline, a label or a byline ran into the next words. */
function isSeam(text: string, boundary: number, at: number, to: number, context: GlueContext): boolean {
  const left = text[at - 1] ?? '';
  const right = text[at] ?? '';
  if (right === '©') return LETTER.test(left) || /\p{N}/u.test(left);
  if (right === '¿' || right === '¡') return LETTER.test(left);
  if (left === '”' && UPPER.test(right)) return LOWER.test(text[at + 1] ?? '');
  if (!UPPER.test(right) || at - boundary > 400) return isLabelSeam(text, left, at, context);
  if (LETTER.test(left)) return isCamelSeam(text, boundary, at, to, context);
  if (/[\p{N})»:’']/u.test(left)) {
    return (
      isFurniture(tidy(text.slice(boundary, at)), context.lexicon) ||
      (left !== ':' && isLabelled(text, at, context))
    );
  }
  return false;
}

function isCamelSeam(text: string, boundary: number, at: number, to: number, context: GlueContext): boolean {
  const { lexicon } = context;
  const before = /\p{L}[\p{L}\p{M}]*$/u.exec(text.slice(Math.max(boundary, at - 40), at))?.[0] ?? '';
  const after = /^[\p{L}\p{M}]+/u.exec(text.slice(at, Math.min(to, at + 40)))?.[0] ?? '';
  if (
    CAMEL_NAMES.has((before + after).toLowerCase()) ||
    CAMEL_NAMES.has((before + /^\p{Lu}\p{Ll}*/u.exec(after)?.[0]).toLowerCase())
  )
    return false;
  const head = /^\p{Lu}\p{Ll}*/u.exec(after)?.[0] ?? after;
  const opens = lexicon.starters.has(foldCase(head)) && (head.length > 1 || text[at + 1] === ' ');
  const allCaps = before.length > 1 && before === before.toUpperCase();
  // "GMTNearly" may be a seam, "MITRE" is not; a word in capitals is one only as a label ("vergesALSO READ:").
  if (UPPER.test(text[at - 1] ?? '') && !LOWER.test(text[at + 1] ?? '')) return false;
  if (UPPER.test(text[at + 1] ?? '')) return LOWER.test(text[at - 1] ?? '') && isLabelled(text, at, context);
  const dated = lexicon.calendar.has(foldCase(head)) && head.length > 2;
  if (isFurniture(tidy(text.slice(boundary, at)), lexicon)) return true;
  if (isLabelled(text, at, context)) return true;
  if (allCaps) return opens;
  if (NAME_PREFIXES.has(before.toLowerCase()) || before.length < 2) return opens && before.length > 3;
  if (!isHeadlineSoFar(text, boundary, at)) return false;
  if (LOWER.test(before[0] ?? '')) return before.length >= 3 && (head.length > 1 || opens);
  return opens || dated || (context.knows(before) && context.knows(head));
}

/** What was read since the last boundary has no sentence end in it and is short. */
function isHeadlineSoFar(text: string, boundary: number, at: number): boolean {
  const so = text.slice(boundary, at);
  return so.length <= 160 && !/[.!?;] /.test(so);
}

/** In scripts without capitals only a label with its colon tells a seam. */
function isLabelSeam(text: string, left: string, at: number, { lexicon }: GlueContext): boolean {
  if (!CASELESS.test(left) || !lexicon.promoStarts.has(text[at] ?? '')) return false;
  const ahead = tidy(text.slice(at, at + 60));
  const label = lexicon.promo.exec(ahead);
  return label !== null && /^ ?[:：]/.test(ahead.slice(label[0].length));
}

/** Does a label with its colon ("ALSO READ:") or a line of furniture begin here? */
function isLabelled(text: string, at: number, { lexicon }: GlueContext): boolean {
  return startsLabel(text, at, lexicon);
}

function startsLabel(text: string, at: number, lexicon: Lexicon): boolean {
  const ahead = foldCase(tidy(text.slice(at, at + 120)));
  const label = lexicon.promo.exec(ahead) ?? lexicon.promoStrict.exec(ahead);
  if (label !== null && /^\s*[:：|]/.test(ahead.slice(label[0].length))) return true;
  const line = text.slice(at, at + 300);
  const end = line.search(/\n|©/);
  return isFurniture(tidy(end === -1 ? line : line.slice(0, end)), lexicon);
}
