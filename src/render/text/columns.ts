// A table in plain text: columns set under one another where they fit, else a row's cells on one wrapped line.

import type { Block } from '../../digest/index.ts';
import { COLUMNS, widthOf, wrap } from './wrap.ts';

const GAP = '  ';

export function layRows(rows: readonly Block[]): string {
  const widths = (rows[0]?.cells ?? []).map((_, column) =>
    Math.max(...rows.map(({ cells }) => widthOf(cells?.[column] ?? ''))),
  );
  const total = widths.reduce((sum, width) => sum + width, 0) + GAP.length * (widths.length - 1);
  if (widths.length === 0) return rows.map(({ text }) => wrap(text)).join('\n');
  if (total > COLUMNS)
    return rows.map(({ cells = [] }) => wrap(cells.join(' | '), { hang: '    ' })).join('\n');
  return rows
    .flatMap(({ cells = [], isHead }) => {
      const line = cells.map((cell, column) => pad(cell, widths[column] ?? 0)).join(GAP);
      const under = widths.map((width) => '-'.repeat(width)).join(GAP);
      return isHead ? [line, under] : [line];
    })
    .map((line) => line.trimEnd())
    .join('\n');
}

const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));
