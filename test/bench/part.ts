// A part of the bench: it measures, and gives rows for the one table. Each can be run alone.

import { drawTable, isMissed, type Row } from '../support/table.ts';

export type Part = () => Promise<Row[]>;

/** @param limit a figure above it is a miss. */
export function atMost(what: string, value: number, limit: number, unit: string): Row {
  return { what, measured: withUnit(value, unit), target: `<= ${limit} ${unit}`.trim(), ok: value <= limit };
}

export const told = (what: string, measured: string, target = ''): Row => ({
  what,
  measured,
  target,
  ok: null,
});

export function withUnit(value: number, unit: string): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : Math.abs(value) >= 0.1 ? 2 : 4;
  return `${value.toLocaleString('en-GB', { maximumFractionDigits: digits })} ${unit}`.trim();
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Ends with the process, whatever was started: Ctrl-C runs what is registered for the exit. */
export function exitOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => process.exit(130));
}

/** `node test/bench/PART.ts` */
export async function runAlone(part: Part): Promise<void> {
  exitOnSignals();
  const rows = await part();
  console.log(drawTable(rows));
  process.exit(isMissed(rows) ? 1 : 0);
}
