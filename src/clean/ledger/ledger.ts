// The ledger: every passage of the raw text in order, with its role and the rule that decided it.

import type { Page } from '../page.ts';
import type { Segment } from '../split/segment.ts';
import { collapseSpaces } from './dedupe-key.ts';
import type { Passage, Span } from './passage.ts';

type Piece = Span & { readonly unit: Segment | null; readonly from: number; readonly to: number };

/** The passages of a page whose units are all decided. */
export function writeLedger(
  page: Page,
  units: readonly Segment[],
  idOf: (unit: Segment) => string,
): Passage[] {
  const pieces = piecesOf(page, units);
  const passages: Passage[] = [];
  let open: Segment | null = null;
  // An editor's passages have no span of their own: they stand where the next passage begins.
  let waiting: Passage[] = [];
  let previous: Passage | undefined;
  const closeAt = (offset: number): void => {
    // White space belongs to the passage before it, leading white space to the first.
    if (previous !== undefined) previous.end = offset;
    for (const passage of waiting) {
      passage.start = offset;
      passage.end = offset;
    }
    waiting = [];
  };
  for (const piece of pieces) {
    const { unit } = piece;
    // Only markup stands between the pieces of a unit.
    const passage = unit === null ? markup(page, piece) : passageOf(page, piece, unit, open === unit);
    if (unit !== null && unit !== open) {
      if (passage.role !== 'editor') passage.id = idOf(unit);
      open = unit;
    }
    passages.push(passage);
    if (passage.role === 'editor') {
      waiting.push(passage);
      continue;
    }
    closeAt(previous === undefined ? 0 : piece.start);
    if (previous === undefined) passage.start = 0;
    previous = passage;
  }
  closeAt(page.raw.length);
  return passages;
}

/** Tags of a text are seen in the text around them; of a page's source an editor sees how they begin. */
const MAX_MARKUP = 200;

function markup(page: Page, { start, end, from, to }: Piece): Passage {
  const isSource = page.outline !== null && from === to;
  const source = isSource
    ? page.raw.slice(start, Math.min(end, start + MAX_MARKUP))
    : page.text.slice(from, to);
  return {
    start,
    end,
    role: 'dropped',
    rule: 'markup',
    text: collapseSpaces(source),
    reason: 'markup',
  };
}

function passageOf(page: Page, piece: Piece, unit: Segment, continues: boolean): Passage {
  const { verdict } = unit;
  if (verdict === null) throw new Error(`no rule decided on "${unit.text.slice(0, 60)}"`);
  const passage: Passage = {
    start: piece.start,
    end: piece.end,
    role: verdict.role,
    rule: verdict.rule,
    text: isWhole(piece, unit) ? unit.text : collapseSpaces(page.text.slice(piece.from, piece.to)),
  };
  if (verdict.evidence !== undefined) passage.evidence = verdict.evidence;
  if (verdict.confidence !== undefined) passage.confidence = Math.floor(verdict.confidence * 1000) / 1000;
  if (verdict.doubtful === true) passage.doubtful = true;
  if (continues) passage.continues = true;
  if (verdict.override !== undefined) passage.override = verdict.override;
  if (verdict.edited !== undefined) passage.edited = verdict.edited;
  if (verdict.was !== undefined) passage.was = verdict.was;
  if (verdict.role !== 'dropped') {
    if (verdict.repeat !== undefined) passage.repeat = verdict.repeat;
    return passage;
  }
  passage.reason = verdict.reason;
  const copy = verdict.copySpan ?? (verdict.copy && rawSpan(page, verdict.copy.start, verdict.copy.end));
  if (copy !== undefined) passage.duplicateOf = copy;
  return passage;
}

function isWhole(piece: Piece, unit: Segment): boolean {
  return piece.from === unit.start && piece.to === unit.end;
}

/** The span of the raw text behind a stretch of the page's text. */
export function rawSpan(page: Page, from: number, to: number): Span {
  return { start: page.starts[from] ?? 0, end: page.ends[to - 1] ?? 0 };
}

/** Units, markers and tags as raw spans, in order; a unit with a tag inside it comes in several pieces. */
function piecesOf(page: Page, units: readonly Segment[]): Piece[] {
  const pieces: Piece[] = [];
  let nextMark = 0;
  const add = (from: number, to: number, unit: Segment | null): void => {
    if (unit?.verdict?.role === 'editor') {
      pieces.push({ start: 0, end: 0, unit, from, to });
      return;
    }
    let begin = from;
    const put = (end: number): void => {
      let a = begin;
      let b = end;
      while (a < b && isBlank(page, a)) a += 1;
      while (b > a && isBlank(page, b - 1)) b -= 1;
      if (a < b) pieces.push({ ...rawSpan(page, a, b), unit, from: a, to: b });
      begin = end;
    };
    for (; nextMark < page.marks.length; nextMark += 1) {
      const mark = page.marks[nextMark];
      // A mark right behind a unit is no part of it.
      if (mark === undefined || mark.at > to || (unit !== null && mark.at === to)) break;
      put(mark.at);
      pieces.push({ start: mark.start, end: mark.end, unit: null, from: mark.at, to: mark.at });
    }
    put(to);
  };
  let at = 0;
  for (const unit of units) {
    add(at, unit.start, null);
    add(unit.start, unit.end, unit);
    at = unit.end;
  }
  add(at, page.text.length, null);
  return pieces;
}

/** A page holds no other white space. */
function isBlank(page: Page, at: number): boolean {
  const code = page.text.charCodeAt(at);
  return code === 32 || code === 9 || code === 10;
}
