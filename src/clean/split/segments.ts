// A page cut into segments: the smallest passages that are kept or dropped as a whole.

import type { Lexicon } from '../languages/lexicon.ts';
import { markerAt, settleMarkers } from '../languages/markers.ts';
import { collapseSpaces, dedupeKeyOf, lineForm } from '../ledger/dedupe-key.ts';
import type { Page } from '../page.ts';
import { shapeOf } from '../shape.ts';
import { glueCuts } from './glue.ts';
import { createGlueContext, type GlueContext } from './glue-context.ts';
import { type PageLine, readLines } from './lines.ts';
import { questionCuts } from './questions.ts';
import type { Marker, Segment } from './segment.ts';

const MAX_FORM = 700;
/** A text with more passages than this is no report, and its ledger would be larger than a Worker's memory. */
export const MAX_SEGMENTS = 60_000;

export function readSegments(page: Page, lexicon: Lexicon): Segment[] {
  const context = createGlueContext(page.text, lexicon);
  const segments: Segment[] = [];
  for (const line of readLines(page, lexicon)) {
    addLine(segments, page, line, context);
    if (segments.length > MAX_SEGMENTS) break;
  }
  // Such a text is refused.
  if (segments.length > MAX_SEGMENTS) return segments;
  return settleMarkers(segments, (segment, start) => withStart(segment, start, page, lexicon));
}

function addLine(segments: Segment[], page: Page, line: PageLine, context: GlueContext): void {
  const { text } = page;
  const cuts = [line.start, ...cutsOf(text, line, isBelowTitle(segments, context), context), line.end];
  for (let i = 0; i + 1 < cuts.length && segments.length <= MAX_SEGMENTS; i += 1) {
    const from = cuts[i] ?? line.start;
    const to = cuts[i + 1] ?? line.end;
    const place = { opensLine: i === 0, closesLine: i + 2 === cuts.length, gap: i === 0 ? line.gap : 0 };
    const segment = makeSegment(page, from, to, place, context.lexicon);
    if (segment !== null) segments.push(segment);
  }
}

/** Each costs a walk over the line. */
const MAX_BLOCKS = 4;

/** Where passages were glued together on a line, and where the questions and answers of a block on it begin. */
function cutsOf(text: string, line: PageLine, titled: boolean, context: GlueContext): number[] {
  const { start, end } = line;
  const glue = glueCuts(text, start, end, context);
  // A block of questions may be glued to what is before it.
  let looked = 0;
  for (const from of [start, ...glue]) {
    const pairs = questionCuts(text, from, end, titled && from === start, context);
    if (pairs === null) continue;
    looked += 1;
    if (looked > MAX_BLOCKS) break;
    if (pairs.length > 0) return [...new Set([...glue, ...pairs])].sort((a, b) => a - b);
  }
  return glue;
}

function isBelowTitle(segments: readonly Segment[], { lexicon }: GlueContext): boolean {
  const last = segments.at(-1);
  return last?.closesLine === true && last.shape.size <= 8 && lexicon.faq(last.normalized);
}

type Words = Pick<Segment, 'text' | 'dedupeKey' | 'normalized' | 'shape' | 'columns'>;
const remembered = new Map<string, Words>();
const MAX_REMEMBERED = 4096;

/** The text of a segment in its forms. Short texts, which pages repeat, are remembered. */
function wordsOf(raw: string, lexicon: Lexicon): Words {
  if (raw.length > 60) return readWords(raw, lexicon);
  const name = `${lexicon.code} ${raw}`;
  const known = remembered.get(name);
  if (known !== undefined) return known;
  const words = readWords(raw, lexicon);
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  remembered.set(name, words);
  return words;
}

function readWords(raw: string, lexicon: Lexicon): Words {
  const text = collapseSpaces(raw);
  const dedupeKey = dedupeKeyOf(text);
  // Only lines of a notice's length are looked up in the pattern lists.
  const normalized = text.length > MAX_FORM ? '' : lineForm(text, dedupeKey);
  return {
    text,
    dedupeKey,
    normalized,
    shape: shapeOf(text, lexicon),
    columns: hasColumns(raw.slice(0, 400)),
  };
}

function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 32 || code === 9 || code === 10;
}

function hasColumns(text: string): boolean {
  return text.includes('\t') || text.includes('   ') || (text.includes('|') && /\S ?\| ?\S/.test(text));
}

type Place = Pick<Segment, 'opensLine' | 'closesLine' | 'gap'>;

type Bounds = Pick<Segment, 'start' | 'end' | 'marker' | 'level'>;

/** Where a segment between two offsets has its words; null when nothing but a marker stands there. */
export function boundsOf(page: Page, from: number, to: number, lexicon: Lexicon): Bounds | null {
  const { text } = page;
  const found = markerAt(text, from, to, lexicon);
  let start = found?.end ?? from;
  let end = to;
  while (start < end && isBlank(text, start)) start += 1;
  while (end > start && isBlank(text, end - 1)) end -= 1;
  if (start === end) return null;
  const marker = found?.marker ?? markerOfElement(page, from);
  return {
    start,
    end,
    marker,
    level: marker?.kind === 'heading' ? marker.level : headingAt(page, from, start),
  };
}

/** A segment of the text between two offsets; null when nothing but a marker stands there. */
function makeSegment(page: Page, from: number, to: number, place: Place, lexicon: Lexicon): Segment | null {
  const bounds = boundsOf(page, from, to, lexicon);
  if (bounds === null) return null;
  const { start, end, marker, level } = bounds;
  const words = wordsOf(page.text.slice(start, end), lexicon);
  const bold = isBold(page, start, end);
  const markup = page.outline?.figuresOf(start, end) ?? null;
  return { start, end, ...words, marker, level, bold, markup, ...place, verdict: null };
}

/** The same segment with its marker read as text, or its text begun later. */
export function withStart(segment: Segment, start: number, page: Page, lexicon: Lexicon): Segment {
  return { ...segment, start, ...wordsOf(page.text.slice(start, segment.end), lexicon), marker: null };
}

/** Two segments in a row as one; what the first begins with is what it is. */
export function withEnd(segment: Segment, next: Segment, page: Page, lexicon: Lexicon): Segment {
  const { end, closesLine } = next;
  return { ...segment, end, closesLine, ...wordsOf(page.text.slice(segment.start, end), lexicon) };
}

export type Part = { readonly segment: Segment; readonly at: number };

/**
 * The parts of a segment that turned out to be several passages, and where each was cut off. Every part is read once: what
 * is left of the segment behind a cut is only looked at for its marker.
 */
export function splitSegment(
  segment: Segment,
  cuts: readonly number[],
  page: Page,
  lexicon: Lexicon,
): Part[] {
  const parts: Part[] = [];
  let rest: Pick<Segment, 'start' | 'marker' | 'level'> = segment;
  let from = segment.start;
  for (const at of cuts) {
    const place = { opensLine: segment.opensLine && parts.length === 0, closesLine: false };
    const gap = parts.length === 0 ? segment.gap : 0;
    const part = makeSegment(page, rest.start, at, { ...place, gap }, lexicon);
    const next = boundsOf(page, at, segment.end, lexicon);
    if (part === null || next === null) continue;
    parts.push({
      segment: { ...part, marker: rest.marker ?? part.marker, level: rest.level },
      at: from,
    });
    rest = next;
    from = at;
  }
  const place = { opensLine: false, closesLine: segment.closesLine, gap: 0 };
  const last = parts.length === 0 ? null : makeSegment(page, from, segment.end, place, lexicon);
  return last === null ? [{ segment, at: segment.start }] : [...parts, { segment: last, at: from }];
}

function markerOfElement({ outline }: Page, at: number): Marker | null {
  const kind = outline?.markerAt(at) ?? null;
  return kind === null ? null : { kind };
}

function headingAt(page: Page, from: number, start: number): number {
  if (page.outline !== null) return page.outline.levelAt(start);
  const mark = marksNear(page, from, start).find(({ effect }) => effect === 'heading');
  if (mark === undefined) return 0;
  return Number(/<h([1-6])/i.exec(page.raw.slice(mark.start, mark.start + 3))?.[1] ?? 0);
}

function isBold(page: Page, start: number, end: number): boolean {
  if (page.outline !== null) return page.outline.isBold(start, end);
  const near = (at: number): boolean => marksNear(page, at, at).some(({ effect }) => effect === 'bold');
  return near(start) && near(end);
}

/** The marks that stand at the given stretch of the page's text (found by bisection). */
function marksNear(page: Page, from: number, to: number): Page['marks'] {
  if (page.marks.length === 0) return page.marks;
  let low = 0;
  let high = page.marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((page.marks[middle]?.at ?? 0) < from - 1) low = middle + 1;
    else high = middle;
  }
  let stop = low;
  while (stop < page.marks.length && (page.marks[stop]?.at ?? 0) <= to) stop += 1;
  return page.marks.slice(low, stop).filter(({ at, effect }) => at >= from || effect !== 'bold');
}
