// The lines of a page as an author meant them: where a text was wrapped at a width, its lines are joined again.

import type { Lexicon } from '../languages/lexicon.ts';
import { lineForm } from '../ledger/dedupe-key.ts';
import type { Page } from '../page.ts';
import { promoLabel } from '../promo.ts';
import { sizeOf } from '../shape.ts';

/** Offsets into the page's text, without white space at the ends; `gap` counts blank lines before the line. */
export type PageLine = { start: number; end: number; gap: number };

const LIST_LINE = /^(?:[•·■▪◦‣✓✔*+–—-]\s|\d{1,2}[.)]\s|#{1,6}\s|>|\||[QAFPR]\d{0,2}[:.])/;
const STOP = /[.!?…:。！？।؟۔]["'”’»)\]]*$/;

/** Nobody wraps wider. */
const WIDEST = 100;

/** The elements of HTML say where its lines end; a text may have been wrapped. */
export function readLines({ text, outline }: Page, lexicon: Lexicon): PageLine[] {
  const lines: PageLine[] = [];
  let gap = 0;
  let at = 0;
  while (at <= text.length) {
    const newline = text.indexOf('\n', at);
    const lineEnd = newline === -1 ? text.length : newline;
    let start = at;
    let end = lineEnd;
    while (start < end && isBlank(text, start)) start += 1;
    while (end > start && isBlank(text, end - 1)) end -= 1;
    if (start === end) gap += 1;
    else {
      lines.push({ start, end, gap });
      gap = 0;
    }
    at = lineEnd + 1;
  }
  return outline === null ? unwrap(text, lines, lexicon) : lines;
}

function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 32 || code === 9;
}

/** Joins the lines of a text that was wrapped at a width; a text that was not comes back as it is. */
function unwrap(text: string, lines: PageLine[], lexicon: Lexicon): PageLine[] {
  const width = wrapWidth(text, lines);
  if (width === null) return lines;
  const joined: PageLine[] = [];
  let previous: PageLine | undefined;
  for (const line of lines) {
    const open = joined.at(-1);
    if (
      open !== undefined &&
      previous !== undefined &&
      line.gap === 0 &&
      flows(text, previous, line, width) &&
      !isPromo(text, line, lexicon) &&
      (!isPromo(text, previous, lexicon) || wrapsPromo(text, previous, line, width))
    )
      open.end = line.end;
    else joined.push({ ...line });
    previous = line;
  }
  return joined;
}

/** "ALSO READ: The halls of the hills" was put between the lines of a paragraph, in capitals even inside a sentence. */
function isPromo(text: string, { start, end }: PageLine, lexicon: Lexicon): boolean {
  const line = text.slice(start, Math.min(end, start + 2 * WIDEST));
  if (!/^[^\p{Ll}:：|][^:：|]{1,40}[:：|]\s*[^\p{Ll}\s]/u.test(line)) return false;
  return promoLabel.test({ text: line, form: lineForm(line), size: sizeOf(line) }, lexicon) !== null;
}

/** The headline of a promo goes on where its line is full; with a capital only where the story does not stand around it. */
function wrapsPromo(text: string, line: PageLine, next: PageLine, width: number): boolean {
  const full = line.end - line.start + 1 + firstWordOf(text, next) > width;
  return full && (line.gap > 0 || !/\p{Lu}/u.test(text[next.start] ?? ''));
}

function firstWordOf(text: string, { start, end }: PageLine): number {
  return /^\S+/.exec(text.slice(start, Math.min(end, start + 60)))?.[0].length ?? 0;
}

/** Does a sentence run on from one line into the next? */
function flows(text: string, line: PageLine, next: PageLine, width: number): boolean {
  const follow = text.slice(next.start, Math.min(next.end, next.start + 60));
  if (LIST_LINE.test(follow)) return false;
  const firstWord = firstWordOf(text, next);
  const length = line.end - line.start;
  if (length > WIDEST) return false;
  const stops = STOP.test(text.slice(Math.max(line.start, line.end - 4), line.end));
  if (stops) {
    // A paragraph may end on a full line; a short line without a full stop below it is a heading.
    const heading = next.end - next.start < width * 0.6 && !STOP.test(text.slice(next.end - 4, next.end));
    return length + 1 + firstWord > width && !heading;
  }
  // Where the next word would have fitted on the line by far, the author ended it there.
  if (length + 1 + firstWord > width * 0.92) return true;
  return length > width / 2 && /^\p{Ll}/u.test(follow);
}

/** The width at which a text was wrapped, or null. */
function wrapWidth(text: string, lines: readonly PageLine[]): number | null {
  if (lines.length < 6) return null;
  const lengths = lines.map((line) => line.end - line.start);
  const wrapped = lengths.filter((length) => length > 30 && length <= WIDEST).sort((a, b) => a - b);
  if (wrapped.length < 4 || lengths.filter((length) => length > WIDEST).length > lines.length * 0.2)
    return null;
  const width = wrapped[Math.floor((wrapped.length - 1) * 0.95)] ?? 0;
  let followed = 0;
  let full = 0;
  let midSentence = 0;
  let lower = 0;
  for (let i = 0; i + 1 < lines.length; i += 1) {
    const line = lines[i];
    const next = lines[i + 1];
    if (line === undefined || next === undefined || next.gap > 0) continue;
    followed += 1;
    if (!flows(text, line, next, width)) continue;
    full += 1;
    if (!STOP.test(text.slice(Math.max(line.start, line.end - 4), line.end))) midSentence += 1;
    if (/\p{Ll}/u.test(text[next.start] ?? '')) lower += 1;
  }
  // Where there are capitals, prose that was wrapped goes on in lower case on most lines; verse and lists do not.
  const cased = /\p{Ll}/u.test(text.slice(0, 2000));
  if (cased && lower < full * 0.4) return null;
  const enough = cased ? 0.35 : 0.6;
  return full >= 4 && full >= followed * enough && midSentence >= full * 0.6 ? width : null;
}
