// Where a sentence ends and the next one begins without a blank: "report.This", "CNN.FAQs", "Pokrovsk?Over".

import { foldCase } from '../ledger/dedupe-key.ts';
import { isStop } from '../read/characters.ts';
import type { GlueContext } from './glue-context.ts';
import { isLabelled, isLabelSeam } from './seams.ts';

const CLOSERS = `"'”’»)]」』）】`;
const OPENERS = `"'“‘«„(¿¡「『（【[`;
const LETTER = /\p{L}/u;
const UPPER = /\p{Lu}/u;
const CASELESS = /[\p{Lo}\p{Lm}]/u;
const WORD_BEFORE = /[\p{L}\p{M}\p{N}.'’-]{1,40}$/u;
const WORD_AFTER = /[\p{L}\p{M}\p{N}'’]{1,40}/uy;

/** Endings of domains and files, and names that carry a capital after a full stop. */
const PRODUCT_ENDINGS = new Set(
  'net js ts io ai com org co uk de fr es it eu gov edu info app dev py rb go rs html htm php pdf doc docx xls xlsx csv txt jpg jpeg png gif svg zip exe mp3 mp4'.split(
    ' ',
  ),
);

/** Abbreviations that stand before a name or a number. */
const BEFORE_NAMES = new Set(
  (
    'mr mrs ms mx dr prof st ste rev gen col maj capt lt sgt gov sen rep pres hon mme mmes mlle m mm sr sra sres srta dña d dra profa ' +
    'hr fr frl no nr nos n.º nº ing arq av dott sig sigg sigra avv on arch geom mons s ul al os pl św im г ул пр д проф акад вул просп ' +
    'и т art abb abs bd vol fig cap pág p pp doç yrd gör cf vs v fray fra'
  ).split(' '),
);

/** Past the stop, further stops and closing quotes and brackets. */
export function afterStop(text: string, at: number, to: number, quoteOpen: boolean): number {
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
export function startsPassage(
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
  const first = /[¿¡]/.test(text[start] ?? '') ? (text[start + 1] ?? '') : (text[start] ?? '');
  if (stop === '.' && (text[stopAt + 1] === '.' || text[stopAt - 1] === '.')) return false;
  if (/[©•¿¡]/.test(right)) return true;
  if (/[■●◆▪▶►]/.test(right)) return /\s/.test(text[next + 1] ?? '');
  if (right === '+') return isLabelled(text, next, context);
  // Chinese and Japanese write sentences without a blank between them.
  if (stop === '。' || stop === '！' || stop === '？') return isLabelSeam(text, stop, next, context);
  const before = WORD_BEFORE.exec(text.slice(Math.max(boundary, stopAt - 40), stopAt))?.[0] ?? '';
  WORD_AFTER.lastIndex = start;
  const after = WORD_AFTER.exec(text)?.[0] ?? '';
  const glue: Glue = { before, after, stop, start, closed: next > stopAt + 1, opened: start > next };
  return isBreak(text, first, stopAt, glue, context) && !inToken(text, boundary, stopAt, glue);
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
    return UPPER.test(first) && ended && (stop !== '.' || after.length > 1 || isStarter(after, context));
  }
  if (/\p{N}/u.test(first)) return startsWithNumber(text, glue);
  if (CASELESS.test(first)) return stop !== '.' || isCaselessSentence(before, context);
  if (!UPPER.test(first)) return false;
  if (closed || opened) return true;
  if (stop === '.' && !isSentenceBreak(text, glue, context)) return false;
  if (isStarter(after, context) || isLabelled(text, glue.start, context)) return true;
  return !isNameLike(text, stopAt, glue, context) && !isChain(text, glue);
}

/** "Yum!Brands", "ID.Buzz", "Fin.Link": between two capitals a stop may belong to a name, unless sentences end and begin there. */
function isNameLike(
  text: string,
  stopAt: number,
  { before, after, stop, start }: Glue,
  context: GlueContext,
): boolean {
  if (!UPPER.test(before[0] ?? '')) return false;
  if (context.recurs(`${before}${stop}${after}`)) return true;
  if (context.isGlued() || context.knows(before)) return false;
  if (stop !== '.') return true;
  // Nouns have a capital in German.
  if (
    context.lexicon.abbreviations.has(foldCase(before)) ||
    (context.lexicon.code === 'de' && before.length > 5)
  )
    return false;
  const said =
    text
      .slice(Math.max(0, stopAt - 200), stopAt)
      .split(/\p{Ll}{3}[.!?] (?=\p{Lu})|\n/u)
      .at(-1) ?? '';
  const behind = text.slice(start + after.length, start + after.length + 80);
  return said.split(' ').length < FEWEST || !/^(?: [^\s.!?]+,?){3}/u.test(behind);
}

/** Words of a sentence, at least; a name with a stop inside comes sooner. */
const FEWEST = 7;

/** "builder.Services.Add", "settings.Production.json": more than one stop and no blank. */
function isChain(text: string, { before, after, stop, start }: Glue): boolean {
  return (
    stop === '.' &&
    (/[\p{L}\p{N}]{2}\.[\p{L}_][\p{L}\p{N}_]+$/u.test(before) ||
      /^\.\p{L}{2}/u.test(text.slice(start + after.length, start + after.length + 3)))
  );
}

/** A word that opens sentences; in capitals it is a name ("E.ON"). */
function isStarter(word: string, { lexicon }: GlueContext): boolean {
  return (
    (word.length === 1 || word !== word.toUpperCase() || CASELESS.test(word)) &&
    lexicon.starters.has(foldCase(word))
  );
}

function isSentenceBreak(text: string, glue: Glue, context: GlueContext): boolean {
  const { before, after, start } = glue;
  const { abbreviations } = context.lexicon;
  const last = before.slice(before.lastIndexOf('.') + 1).replace(/^['’-]+/, '');
  const opens = (): boolean => isStarter(after, context) || isLabelled(text, start, context);
  if (PRODUCT_ENDINGS.has(after.toLowerCase())) return opens();
  if (/^\p{N}+$/u.test(last))
    return last.length > 2 || before !== last || opens() || endsWithNumber(text, glue, context);
  const initial = last.length === 1 && !CASELESS.test(last);
  if (initial && text[start + after.length] === '.' && after.length === 1) return false;
  // "2 p.m.Together": a time of day may end a sentence, "z.B.Holz" may not.
  if (/^\p{Ll}(?:\.\p{Ll})+$/u.test(before) && !abbreviations.has(foldCase(before)))
    return after.length > 2 && after !== after.toUpperCase();
  // "Mr.Smith" and "z.B.Holz" go on; "Norlink Corp.Homes" does not, since no name is written so.
  const short = abbreviations.has(foldCase(last)) || abbreviations.has(foldCase(before));
  if (initial || (short && (BEFORE_NAMES.has(foldCase(last)) || before.includes('.')))) return opens();
  if (short) return after.length > 2 || opens();
  // "Re.Turn" is a brand: a word of two letters that stands nowhere alone, and what follows opens no sentence.
  if (/^\p{Lu}\p{Ll}$/u.test(before) && !context.knows(before)) return opens();
  // A second capital right behind ("U.S.A", "ASP.NET") belongs to the name.
  return after.length > 1 || opens();
}

/** Languages that never write "the 2nd" as "2.". */
const WITHOUT_POINT = new Set(['en', 'es', 'fr', 'it', 'pt', 'nl', 'sv', 'uk', 'ru']);

/** "is now 58.Holders" ends a sentence, "am 14.Juli", "No.5.Allee" and "2.Overview" do not. */
function endsWithNumber(text: string, { before, after, start }: Glue, { lexicon }: GlueContext): boolean {
  const stopAt = start - 1;
  const lead = /(\p{Ll}{2,}) $/u.exec(text.slice(Math.max(0, stopAt - 24), stopAt - before.length))?.[1];
  return (
    lead !== undefined &&
    WITHOUT_POINT.has(lexicon.code) &&
    !lexicon.abbreviations.has(foldCase(lead)) &&
    !lexicon.calendar.has(foldCase(after)) &&
    /^\p{Lu}\p{Ll}{2,}$/u.test(after)
  );
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

/** The stop is inside an address, a file's name or a piece of code: none of them has a blank around it. */
function inToken(text: string, boundary: number, stopAt: number, { after, start }: Glue): boolean {
  let from = stopAt;
  while (from > boundary && stopAt - from < 300 && !/\s/.test(text[from - 1] ?? ' ')) from -= 1;
  const token = text.slice(from, stopAt);
  const behind = text.slice(start + after.length, start + after.length + 40);
  if (
    token.includes('://') ||
    token.startsWith('www.') ||
    token.includes('@') ||
    (token.includes('?') && token.includes('='))
  )
    return true;
  return /^[^\s,;!?"”“]*@|^(?:[([{<=_]| = )/u.test(behind);
}
