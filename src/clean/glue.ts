// Where two passages were glued together: "report.This", "CNN.FAQs", "ThreeThe company", "Pokrovsk?Over". A cut
// is made only between characters with no white space between them, and never inside abbreviations, initials,
// numbers, domains, file and product names or ellipses.

import { caseOf, LOWER as LOWER_CASE, CASELESS as NO_CASE, UPPER as UPPER_CASE } from './characters.ts';
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

/** Abbreviations that stand before a name or a number. */
const BEFORE_NAMES = new Set(
  (
    'mr mrs ms mx dr prof st ste rev gen col maj capt lt sgt gov sen rep pres hon mme mmes mlle m mm sr sra sres srta dña d dra profa ' +
    'hr fr frl no nr nos n.º nº ing arq av dott sig sigg sigra avv on arch geom mons s ul al os pl św im г ул пр д проф акад вул просп ' +
    'и т art abb abs bd vol fig cap pág p pp doç yrd gör cf vs v fray fra'
  ).split(' '),
);

export type GlueContext = {
  readonly lexicon: Lexicon;
  /** Does the word occur on its own elsewhere in the text? */
  readonly knows: (word: string) => boolean;
  /** How many more close looks at possible seams the text may cost. */
  looks: number;
};

/** Far more than any report needs: a seam is looked at closely once or twice a paragraph. */
export const MOST_LOOKS = 40_000;

/** The places in `[from, to)` of `text` (one line) at which a glued passage begins, in order. */
export function glueCuts(text: string, from: number, to: number, context: GlueContext): number[] {
  const cuts: number[] = [];
  let boundary = from;
  let quoteOpen = false;
  const marks = new QuoteMarks();
  const cut = (at: number): void => {
    if (at <= boundary || at >= to) return;
    cuts.push(at);
    boundary = at;
    quoteOpen = false;
  };
  const path = sectionPathEnd(text, from, to, context.lexicon);
  if (path > from) cut(path);
  for (let i = path; i < to; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 32 || caseOf(code) === LOWER_CASE) continue;
    const char = text[i] ?? '';
    const opens = char === '"' ? !quoteOpen : marks.opens(char);
    if (char === '"') quoteOpen = !quoteOpen;
    if (opens && i > path && opensBehindWord(text, i)) {
      cut(i);
      quoteOpen = char === '"';
      continue;
    }
    if (isStop(char)) {
      const next = afterStop(text, i, to, quoteOpen);
      const stopAt = i;
      for (let k = i + 1; k < next; k += 1) if (text[k] === '"') quoteOpen = !quoteOpen;
      i = next - 1;
      if (next < to && startsPassage(text, boundary, stopAt, next, context)) cut(next);
      continue;
    }
    if (i === path || !mayOpen(text, i, context.lexicon)) continue;
    const before = text[i - 1] ?? '';
    if (before === ' ' || before === '\t' || before === '\n') continue;
    if (isSeam(text, boundary, i, to, context)) cut(i);
  }
  return cuts;
}

/** Where a path of sections that was glued to the title ends: "HomeLocalEnvironment|Nearly half of the ...". */
function sectionPathEnd(text: string, from: number, to: number, lexicon: Lexicon): number {
  if (to - from < 12) return from;
  const token = /^\S{1,120}/.exec(text.slice(from, Math.min(to, from + 120)))?.[0] ?? '';
  const words = token.match(/\p{Lu}\p{Ll}+/gu) ?? [];
  if (words.length < 3 || !token.startsWith(words.join(''))) return from;
  // Behind "Home" every section counts, also one that the table does not know.
  const home = isFurniture(words[0] ?? '', lexicon);
  let end = 0;
  let known = 0;
  for (const word of words.slice(0, -1)) {
    if (!home && !lexicon.nav.has(foldCase(word))) break;
    end += word.length;
    known += 1;
  }
  return known >= 2 ? from + end : from;
}

const STOPS = new Set('.?!।؟۔？！。');

function isStop(char: string): boolean {
  return STOPS.has(char);
}

/** Could the character begin a passage behind a seam? Most cannot, which saves the closer look. */
function mayOpen(text: string, at: number, lexicon: Lexicon): boolean {
  const char = text[at] ?? '';
  const code = text.charCodeAt(at);
  if (code >= 48 && code <= 57) return caseOf(text.charCodeAt(at - 1)) <= NO_CASE;
  const kind = caseOf(code);
  if (kind === NO_CASE) return lexicon.promoStarts.has(char);
  return kind === UPPER_CASE || char === '©' || char === '¿' || char === '¡';
}

/** Tells opening quotation marks from closing ones that look alike: \u201eGerman\u201c, \u00bbturned\u00ab. */
class QuoteMarks {
  #low = 0;
  #turned = 0;
  #pointed = 0;

  opens(char: string): boolean {
    switch (char) {
      case '„':
        this.#low += 1;
        return true;
      case '“':
        if (this.#low === 0) return true;
        this.#low -= 1;
        return false;
      case '«':
        if (this.#turned === 0) {
          this.#pointed += 1;
          return true;
        }
        this.#turned -= 1;
        return false;
      case '»':
        if (this.#pointed > 0) this.#pointed -= 1;
        else this.#turned += 1;
        return false;
      default:
        return false;
    }
  }
}

/** A quotation that begins right behind a word was glued to it: `nine years\u201cIt is no`. */
function opensBehindWord(text: string, at: number): boolean {
  if (caseOf(text.charCodeAt(at - 1)) > NO_CASE && !/[\p{N}%)]/u.test(text[at - 1] ?? '')) return false;
  const next = text[at + 1] === ' ' && text[at] === '«' ? at + 2 : at + 1;
  return caseOf(text.charCodeAt(next)) === UPPER_CASE;
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
  const opener = OPENERS.includes(right) && right !== "'";
  // French leaves a blank behind its opening mark.
  const start = opener ? next + (text[next + 1] === ' ' ? 2 : 1) : next;
  const first = text[start] ?? '';
  if (stop === '.' && (text[stopAt + 1] === '.' || text[stopAt - 1] === '.')) return false;
  if (right === '©' || right === '•' || right === '¿' || right === '¡') return true;
  // Chinese and Japanese write sentences without a blank between them.
  if (stop === '。' || stop === '！' || stop === '？') return isLabelSeam(text, stop, next, context);
  const before = WORD_BEFORE.exec(text.slice(Math.max(boundary, stopAt - 40), stopAt))?.[0] ?? '';
  WORD_AFTER.lastIndex = start;
  const after = WORD_AFTER.exec(text)?.[0] ?? '';
  const glue: Glue = { before, after, stop, start, closed: next > stopAt + 1, opened: start > next };
  return isBreak(text, first, stopAt, glue, context) && !inAddress(text, boundary, stopAt);
}

/** The words around a stop with nothing behind it, and whether a quote closes or opens between them. */
type Glue = {
  readonly before: string;
  readonly after: string;
  readonly stop: string;
  readonly start: number;
  readonly closed: boolean;
  readonly opened: boolean;
};

function isBreak(text: string, first: string, stopAt: number, glue: Glue, context: GlueContext): boolean {
  const { before, after, stop, closed, opened } = glue;
  // ".NET" stands apart; "13 %.The" and "(ISW).The" end a sentence.
  if (before === '') {
    if (CASELESS.test(first)) return /[»”)\]%]/u.test(text[stopAt - 1] ?? ' ');
    const ended = /[\p{L}\p{N}%)\]”’"»“°€$]/u.test(text[stopAt - 1] ?? ' ');
    return (
      UPPER.test(first) &&
      ended &&
      (stop !== '.' || after.length > 1 || context.lexicon.starters.has(foldCase(after)))
    );
  }
  if (/\p{N}/u.test(first)) return startsWithNumber(text, glue);
  if (CASELESS.test(first)) return stop !== '.' || isCaselessSentence(before, context);
  if (!UPPER.test(first)) return false;
  return stop !== '.' || closed || opened || isSentenceBreak(text, glue, context);
}

function isSentenceBreak(text: string, { before, after, start }: Glue, context: GlueContext): boolean {
  const { starters, abbreviations } = context.lexicon;
  const last = before.slice(before.lastIndexOf('.') + 1).replace(/^['’-]+/, '');
  const opens = (): boolean => starters.has(foldCase(after)) || isLabelled(text, start, context);
  if (PRODUCT_ENDINGS.has(after.toLowerCase())) return opens();
  if (/^\p{N}+$/u.test(last)) return last.length > 2 || before !== last || opens();
  const initial = last.length === 1 && !CASELESS.test(last);
  if (initial && text[start + after.length] === '.' && after.length === 1) return false;
  // "2 p.m.Together": a time of day may end a sentence, "z.B.Holz" may not.
  if (/^\p{Ll}(?:\.\p{Ll})+$/u.test(before) && !abbreviations.has(foldCase(before))) return after.length > 2;
  // "Mr.Smith" and "z.B.Holz" go on; "Norlink Corp.Homes" does not, since no name is written so.
  const short = abbreviations.has(foldCase(last)) || abbreviations.has(foldCase(before));
  if (initial || (short && (BEFORE_NAMES.has(foldCase(last)) || before.includes('.')))) return opens();
  if (short) return after.length > 2 || opens();
  // A second capital right behind ("U.S.A", "ASP.NET") belongs to the name.
  return after.length > 1 || opens();
}

function startsWithNumber(text: string, { before, after, stop, closed, start }: Glue): boolean {
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
  if (left === '”' && UPPER.test(right))
    return /\S/.test(text[at - 2] ?? ' ') && LOWER.test(text[at + 1] ?? '');
  if (/\p{N}/u.test(right)) return isDateSeam(text, boundary, at, context);
  if (!UPPER.test(right) || at - boundary > 400) return isLabelSeam(text, left, at, context);
  if (LETTER.test(left)) return isCamelSeam(text, boundary, at, to, context);
  if (/[\p{N})»:]/u.test(left)) {
    return (
      isFurniture(tidy(text.slice(boundary, at)), context.lexicon) ||
      (left !== ':' && isLabelled(text, at, context))
    );
  }
  return false;
}

const DATE_AHEAD =
  /^\d{1,2}(?:[./-]\d{1,2}[./-]\d{2,4}|[:.]\d{2}|(?:st|nd|rd|th|º|\.)? (?:de )?(\p{L}+)\.?,? (?:de )?\d{4})/u;

/** "By Technology Desk08 Apr 2026": a date behind a byline, a name or a headline. */
function isDateSeam(text: string, boundary: number, at: number, context: GlueContext): boolean {
  if (at - boundary > 200) return false;
  const date = DATE_AHEAD.exec(text.slice(at, at + 40));
  if (date === null || !spend(context)) return false;
  if (date[1] !== undefined && !context.lexicon.calendar.has(foldCase(date[1]))) return false;
  const left = tidy(text.slice(boundary, at));
  return (
    isFurniture(left, context.lexicon) ||
    ((date[1] !== undefined || date[0].length > 7) && isHeadlineSoFar(text, boundary, at))
  );
}

function isCamelSeam(text: string, boundary: number, at: number, to: number, context: GlueContext): boolean {
  // "GMTNearly" may be a seam, "MITRE" is none; a word in capitals is one only as a label ("vergesALSO READ:").
  const lowerBefore = caseOf(text.charCodeAt(at - 1)) === LOWER_CASE;
  const nextCase = caseOf(text.charCodeAt(at + 1));
  if (!lowerBefore && nextCase !== LOWER_CASE) return false;
  if (nextCase === UPPER_CASE) {
    return (
      lowerBefore &&
      (isLabelled(text, at, context) || isFurniture(tidy(text.slice(boundary, at)), context.lexicon))
    );
  }
  if (!spend(context)) return false;
  const { lexicon } = context;
  const before = wordBefore(text, boundary, at);
  const after = /^[\p{L}\p{M}]+/u.exec(text.slice(at, Math.min(to, at + 40)))?.[0] ?? '';
  if (
    CAMEL_NAMES.has((before + after).toLowerCase()) ||
    CAMEL_NAMES.has((before + /^\p{Lu}\p{Ll}*/u.exec(after)?.[0]).toLowerCase())
  )
    return false;
  const head = /^\p{Lu}\p{Ll}*/u.exec(after)?.[0] ?? after;
  const opens = lexicon.starters.has(foldCase(head)) && (head.length > 1 || text[at + 1] === ' ');
  if (head.length === 1 && !opens) return false;
  const allCaps = before.length > 1 && before === before.toUpperCase();
  const dated = lexicon.calendar.has(foldCase(head)) && head.length > 2;
  if (isFurniture(tidy(text.slice(boundary, at)), lexicon)) return true;
  if (isLabelled(text, at, context)) return true;
  if (allCaps) return opens;
  const word = lexicon.starters.has(before);
  if ((NAME_PREFIXES.has(before.toLowerCase()) && !word) || before.length < 2)
    return opens && before.length > 3;
  if (!isHeadlineSoFar(text, boundary, at)) return false;
  if (LOWER.test(before[0] ?? '')) return (before.length >= 3 || word) && (head.length > 2 || opens);
  return opens || dated || (context.knows(before) && context.knows(head));
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
function isLabelSeam(text: string, left: string, at: number, context: GlueContext): boolean {
  const { lexicon } = context;
  if (!lexicon.promoStarts.has(text[at] ?? '') || (!CASELESS.test(left) && !isStop(left)) || !spend(context))
    return false;
  const ahead = tidy(text.slice(at, at + 60));
  const label = lexicon.promo.exec(ahead);
  return label !== null && /^ ?[:：]/.test(ahead.slice(label[0].length));
}

/** Takes one from the number of close looks that a text may cost, which keeps hostile ones linear and quick. */
function spend(context: GlueContext): boolean {
  context.looks -= 1;
  return context.looks >= 0;
}

/** Does a label with its colon ("ALSO READ:") or a line of furniture begin here? */
function isLabelled(text: string, at: number, context: GlueContext): boolean {
  if (!spend(context)) return false;
  const { lexicon } = context;
  const ahead = foldCase(tidy(text.slice(at, at + 120)));
  const label = lexicon.promo.exec(ahead) ?? lexicon.promoStrict.exec(ahead);
  if (label !== null && /^\s*[:：|]/.test(ahead.slice(label[0].length))) return true;
  const word = /^(\p{Lu}[\p{L} ]{2,20})[:：]/u.exec(text.slice(at, at + 24))?.[1];
  if (word !== undefined && isFurniture(word, lexicon)) return true;
  const piece = /^.{2,40}?\p{Ll}(?=\p{Lu})/u.exec(text.slice(at, at + 44))?.[0];
  if (piece !== undefined && isFurniture(piece, lexicon)) return true;
  const line = text.slice(at, at + 300);
  const end = line.search(/\n|©/);
  return isFurniture(tidy(end === -1 ? line : line.slice(0, end)), lexicon);
}
