// Tables of an HTML page, and those that were copied one cell a line: labels and numbers in a pattern that comes again.

import type { Segment } from './segment.ts';

const MAX_CELL = 4;
const WIDEST_ROW = 8;

/** The units that are cells of a table; its numbers are no clock times and no counters. */
export function cellsIn(units: readonly Segment[]): Set<Segment> {
  const cells = new Set<Segment>();
  let run: Segment[] = [];
  const close = (): void => {
    if (hasRows(run)) for (const unit of run) cells.add(unit);
    run = [];
  };
  for (const unit of units) {
    if (unit.markup?.isCell === true) cells.add(unit);
    if (isCell(unit)) run.push(unit);
    else close();
  }
  close();
  return cells;
}

function isCell({ text, shape, marker, level, opensLine, closesLine }: Segment): boolean {
  return (
    shape.size <= MAX_CELL &&
    text.length <= 32 &&
    (shape.ending === 'bare' || isFigure(text)) &&
    marker === null &&
    level === 0 &&
    opensLine &&
    closesLine
  );
}

/** A number with its unit: "13.44", "+20%", "1,900 kr.". */
export function isFigure(text: string): boolean {
  return /^[^\p{L}]*\p{N}[^\p{L}]*(?:\p{L}{1,3}\.?)?$/u.test(text);
}

/** Labels (L) and figures (N) come in rows: three rows of two cells, or two longer ones. */
function hasRows(run: readonly Segment[]): boolean {
  if (run.length < 6) return false;
  const kinds = run.map(({ text }) => (isFigure(text) ? 'N' : 'L')).join('');
  for (let width = 2; width <= WIDEST_ROW; width += 1) {
    const times = width === 2 ? 3 : 2;
    for (let at = 0; at + width * times <= kinds.length; at += 1) {
      const row = kinds.slice(at, at + width);
      if (/L/.test(row) && /N/.test(row) && kinds.startsWith(row.repeat(times), at)) return true;
    }
  }
  return false;
}
