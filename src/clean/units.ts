// A page cut into units: the smallest passages that are kept or dropped as a whole.

import { type GlueContext, glueCuts, MOST_LOOKS } from './glue.ts';
import { keyOf, lineForm, tidy } from './key.ts';
import type { Verdict } from './ledger.ts';
import { type PageLine, readLines } from './lines.ts';
import { type Marker, markerAt, settleMarkers } from './markers.ts';
import type { Page } from './page.ts';
import { type Shape, shapeOf } from './shape.ts';
import type { Lexicon } from './words/lexicon.ts';

const LONGEST_FORM = 700;
/** A text with more passages than this is no report, and its ledger would be larger than a Worker's memory. */
export const MOST_UNITS = 60_000;

export type Unit = {
  /** Offsets into the page's text, without the marker and without white space at the ends. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly key: string;
  /** See lineForm. */
  readonly form: string;
  readonly shape: Shape;
  readonly marker: Marker | null;
  /** Markup says that this is a heading: 1 to 6, or 0. */
  readonly level: number;
  /** The whole unit stands in bold. */
  readonly bold: boolean;
  /** It begins, and ends, with a line of the page; false where it was glued. */
  readonly opensLine: boolean;
  readonly closesLine: boolean;
  /** Blank lines before it. */
  readonly gap: number;
  /** Tabs or wide gaps divide it into columns. */
  readonly columns: boolean;
  verdict: Verdict | null;
};

export function readUnits(page: Page, lexicon: Lexicon): Unit[] {
  const context: GlueContext = { lexicon, knows: vocabulary(page.text), looks: MOST_LOOKS };
  const units: Unit[] = [];
  for (const line of readLines(page.text, lexicon)) {
    addLine(units, page, line, context);
    if (units.length > MOST_UNITS) break;
  }
  // Such a text is refused.
  if (units.length > MOST_UNITS) return units;
  return settleMarkers(units, (unit, start) => withStart(unit, start, page, lexicon));
}

function addLine(units: Unit[], page: Page, line: PageLine, context: GlueContext): void {
  const { text } = page;
  const cuts = [line.start, ...glueCuts(text, line.start, line.end, context), line.end];
  for (let i = 0; i + 1 < cuts.length && units.length <= MOST_UNITS; i += 1) {
    const from = cuts[i] ?? line.start;
    const to = cuts[i + 1] ?? line.end;
    const place = { opensLine: i === 0, closesLine: i + 2 === cuts.length, gap: i === 0 ? line.gap : 0 };
    const unit = makeUnit(page, from, to, place, context.lexicon);
    if (unit !== null) units.push(unit);
  }
}

type Words = Pick<Unit, 'text' | 'key' | 'form' | 'shape' | 'columns'>;
const remembered = new Map<string, Words>();
const MOST_REMEMBERED = 4096;

/** The text of a unit in its forms. Short texts, which pages repeat, are remembered. */
function wordsOf(raw: string, lexicon: Lexicon): Words {
  if (raw.length > 60) return readWords(raw, lexicon);
  const name = `${lexicon.code} ${raw}`;
  const known = remembered.get(name);
  if (known !== undefined) return known;
  const words = readWords(raw, lexicon);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(name, words);
  return words;
}

function readWords(raw: string, lexicon: Lexicon): Words {
  const text = tidy(raw);
  const key = keyOf(text);
  // Only lines of a notice's length are looked up in the pattern lists.
  const form = text.length > LONGEST_FORM ? '' : lineForm(text, key);
  return { text, key, form, shape: shapeOf(text, lexicon), columns: hasColumns(raw.slice(0, 400)) };
}

function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 32 || code === 9 || code === 10;
}

function hasColumns(text: string): boolean {
  return text.includes('\t') || text.includes('   ') || (text.includes('|') && /\S ?\| ?\S/.test(text));
}

type Place = Pick<Unit, 'opensLine' | 'closesLine' | 'gap'>;

type Bounds = Pick<Unit, 'start' | 'end' | 'marker' | 'level'>;

/** Where a unit between two offsets has its words; null when nothing but a marker stands there. */
export function boundsOf(page: Page, from: number, to: number, lexicon: Lexicon): Bounds | null {
  const { text } = page;
  const found = markerAt(text, from, to, lexicon);
  let start = found?.end ?? from;
  let end = to;
  while (start < end && isBlank(text, start)) start += 1;
  while (end > start && isBlank(text, end - 1)) end -= 1;
  if (start === end) return null;
  return {
    start,
    end,
    marker: found?.marker ?? null,
    level: found?.marker.kind === 'heading' ? found.marker.level : headingTagAt(page, from, start),
  };
}

/** A unit of the text between two offsets; null when nothing but a marker stands there. */
export function makeUnit(page: Page, from: number, to: number, place: Place, lexicon: Lexicon): Unit | null {
  const bounds = boundsOf(page, from, to, lexicon);
  if (bounds === null) return null;
  const { start, end, marker, level } = bounds;
  const words = wordsOf(page.text.slice(start, end), lexicon);
  return { start, end, ...words, marker, level, bold: isBold(page, start, end), ...place, verdict: null };
}

/** The same unit with its marker read as text, or its text begun later. */
export function withStart(unit: Unit, start: number, page: Page, lexicon: Lexicon): Unit {
  return { ...unit, start, ...wordsOf(page.text.slice(start, unit.end), lexicon), marker: null };
}

export type Part = { readonly unit: Unit; readonly at: number };

/**
 * The parts of a unit that turned out to be several passages, and where each was cut off. Every part is read once: what
 * is left of the unit behind a cut is only looked at for its marker.
 */
export function splitUnit(unit: Unit, cuts: readonly number[], page: Page, lexicon: Lexicon): Part[] {
  const parts: Part[] = [];
  let rest: Pick<Unit, 'start' | 'marker' | 'level'> = unit;
  let from = unit.start;
  for (const at of cuts) {
    const place = { opensLine: unit.opensLine && parts.length === 0, closesLine: false };
    const gap = parts.length === 0 ? unit.gap : 0;
    const part = makeUnit(page, rest.start, at, { ...place, gap }, lexicon);
    const next = boundsOf(page, at, unit.end, lexicon);
    if (part === null || next === null) continue;
    parts.push({
      unit: { ...part, marker: rest.marker ?? part.marker, level: rest.level },
      at: from,
    });
    rest = next;
    from = at;
  }
  const place = { opensLine: false, closesLine: unit.closesLine, gap: 0 };
  const last = parts.length === 0 ? null : makeUnit(page, from, unit.end, place, lexicon);
  return last === null ? [{ unit, at: unit.start }] : [...parts, { unit: last, at: from }];
}

function headingTagAt(page: Page, from: number, start: number): number {
  const mark = marksNear(page, from, start).find(({ effect }) => effect === 'heading');
  if (mark === undefined) return 0;
  return Number(/<h([1-6])/i.exec(page.raw.slice(mark.start, mark.start + 3))?.[1] ?? 0);
}

function isBold(page: Page, start: number, end: number): boolean {
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

/** Tells whether a word stands on its own somewhere in the text; the list of words is made when first asked. */
function vocabulary(text: string): (word: string) => boolean {
  let words: Set<string> | null = null;
  return (word) => {
    words ??= new Set(
      text.slice(0, 200_000).match(/(?<![\p{L}\p{N}])[\p{L}\p{M}]+(?![\p{L}\p{M}\p{N}]|\.\p{L})/gu),
    );
    return words.has(word);
  };
}
