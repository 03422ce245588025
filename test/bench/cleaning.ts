// The cleaner's own bench, which prints a line per case: here its outcome, and the lines with the figures to reach.

import { spawnSync } from 'node:child_process';
import { ROOT } from '../support/local-copy.ts';
import type { Row } from '../support/table.ts';
import { runAlone, told } from './part.ts';

const LINE =
  /^(?<what>.+?)\s{2,}(?<value>[\d.]+) (?<unit>\S+)\s+limit (?<limit>[\d.]+)\s*(?<missed>MISSED)?$/;

export async function measureCleaning(): Promise<Row[]> {
  const run = spawnSync(process.execPath, ['test/bench/clean.ts'], { cwd: ROOT, encoding: 'utf8' });
  const lines = run.stdout
    .split('\n')
    .map((line) => LINE.exec(line.trim())?.groups)
    .filter((groups) => groups !== undefined);
  const rows = lines.map(({ what = '', value = '', unit = '', limit = '', missed }) => ({
    what,
    measured: `${value} ${unit}`,
    target: `<= ${limit} ${unit}`,
    ok: missed === undefined,
    number: Number(value),
  }));
  // Texts and pages that were made to be slow: the slowest speaks for all, the steepest too, and whatever was missed.
  const kinds = ['1 MB of ', '5 MB of ', 'growth to web pages '].map((kind) =>
    rows.filter(({ what }) => what.startsWith(kind)).toSorted((a, b) => b.number - a.number),
  );
  const first = kinds.map(([most]) => most);
  const shown = rows.filter((row) => !kinds.flat().includes(row) || !row.ok || first.includes(row));
  if (run.status === null || rows.length === 0)
    return [{ ...told('cleaning', 'did not run'), ok: false }, told(run.stderr.slice(0, 200), '')];
  return shown.map(({ number: _, ...row }) => ({
    ...row,
    what: `cleaning: ${row.what}${kinds.map((kind) => (kind[0] === row && kind.length > 1 ? `, the most of ${kind.length}` : '')).join('')}`,
  }));
}

if (import.meta.main) await runAlone(measureCleaning);
