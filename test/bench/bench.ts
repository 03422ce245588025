// npm run bench
//
// Runs the parts one after the other, prints one table and exits with 1 when a figure is missed. It ends within
// twelve minutes; each part can be run alone: `node test/bench/rate.ts`.

import { cpus, loadavg } from 'node:os';
import { drawTable, isMissed, type Row } from '../support/table.ts';
import { measureBundle } from './bundle.ts';
import { measureCleaning } from './cleaning.ts';
import { measureCost } from './cost.ts';
import { measureMemory } from './memory.ts';
import { exitOnSignals, type Part } from './part.ts';
import { measurePlan } from './plan.ts';
import { measureRate } from './rate.ts';

const MAX_MS = 11.5 * 60_000;

exitOnSignals();
const began = Date.now();
const left = (): number => MAX_MS - (Date.now() - began);
setTimeout(() => {
  console.error('The bench took too long and was ended.');
  process.exit(1);
}, MAX_MS).unref();

// The memory of a long run comes last, and takes what time is left.
const parts: readonly (readonly [string, Part])[] = [
  ['cleaning', measureCleaning],
  ['bundle', measureBundle],
  ['cost', measureCost],
  ['plan', measurePlan],
  ['rate', measureRate],
  ['memory', () => measureMemory(Math.min(290_000, left() - 45_000))],
];

const rows: Row[] = [];
for (const [name, part] of parts) {
  const from = Date.now();
  try {
    rows.push(...(await part()));
  } catch (error) {
    const message = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
    console.error(error);
    rows.push({ what: name, measured: `failed: ${message.slice(0, 80)}`, target: '', ok: false });
  }
  console.log(`${name}: ${((Date.now() - from) / 1000).toFixed(0)} s`);
}

console.log(`\n${drawTable(rows)}\n`);
const [minute = 0] = loadavg();
console.log(
  `${cpus().length} cores of ${cpus()[0]?.model.trim()}, load ${minute.toFixed(1)}, Node ${process.version}, ${((Date.now() - began) / 60_000).toFixed(1)} minutes.`,
);
process.exit(isMissed(rows) ? 1 : 0);
