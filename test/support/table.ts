// The table that the bench and the torture print: what was measured, beside what it should be.

export type Row = {
  readonly what: string;
  readonly measured: string;
  readonly target: string;
  /** Null: nothing to compare it with, or it could not be measured here. */
  readonly ok: boolean | null;
};

/** @returns the table in Markdown, its columns in line, so that it reads well in a terminal and in the README. */
export function drawTable(rows: readonly Row[]): string {
  const lines = [
    ['what', 'measured', 'target', 'ok'],
    ...rows.map(({ what, measured, target, ok }) => [
      what,
      measured,
      target,
      ok === null ? '' : ok ? 'yes' : 'NO',
    ]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const draw = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = lines;
  return [draw(head), draw(widths.map((width) => '-'.repeat(width))), ...body.map(draw)].join('\n');
}

export const isMissed = (rows: readonly Row[]): boolean => rows.some(({ ok }) => ok === false);

export const withThousands = (count: number): string => count.toLocaleString('en-GB');
