// What making an issue takes, which on the free plan has 10 ms of CPU in one invocation: of the sample and of longer
// texts, from the raw text to the bytes that are approved; and the whole tick, in a process that has just started and in
// one that is warm. The tick's figure holds the local database, the launch and the run to one reader as well, which on
// Cloudflare are not in its CPU.

import { createEditor, MESSY_REPORT } from '../support/editor.ts';
import type { Row } from '../support/table.ts';
import { runAlone, told, withUnit } from './part.ts';
import { setStage, strike, subscribe } from './run.ts';
import type { BenchWorker } from './workerd.ts';

const WARM_TICKS = 10;
const TICKS = 6;
const ROUNDS = 8;
const SIZES_KB = [4, 8, 16, 32, 64, 128];
/** What a tick with nothing due may take stands in plan.ts; this is left. */
const TEXT_CPU_MS = 5;
const DAY_MS = 86_400_000;

export async function measureMaking(): Promise<Row[]> {
  const stage = await setStage('free');
  const { worker } = stage;
  await subscribe(worker, 1);
  const nextDay = createDays();
  const retell = (n: number): string => MESSY_REPORT.replace('\n', `\n\nThis is telling no ${n} of it.\n`);
  const cold = await measureTick(worker, nextDay(), MESSY_REPORT);
  const ticks: number[] = [];
  for (let n = 0; n < WARM_TICKS + TICKS; n += 1) ticks.push(await measureTick(worker, nextDay(), retell(n)));
  const warm = Math.min(...ticks.slice(WARM_TICKS));

  const sample = await measureText(worker, MESSY_REPORT);
  const sizes: string[] = [];
  let most = 0;
  for (const kb of SIZES_KB) {
    const cpu = await measureText(worker, writeReport(kb * 1000, kb));
    sizes.push(`${kb} KB ${withUnit(cpu, 'ms')}`);
    if (cpu <= TEXT_CPU_MS) most = kb;
  }
  await strike(stage);
  return [
    told('the tick that makes the issue of the sample, cold', withUnit(cold, 'ms CPU')),
    told('the tick that makes the issue of the sample, warm', withUnit(warm, 'ms CPU')),
    told('of it cleaning and rendering the sample, warm', withUnit(sample, 'ms CPU')),
    told('cleaning and rendering a text, warm', sizes.join(', ')),
    told(`the longest of them in ${TEXT_CPU_MS} ms`, most === 0 ? 'none' : `${most} KB`),
  ];
}

/** Each time less what an empty request takes. */
async function measureText(worker: BenchWorker, text: string): Promise<number> {
  const times = Math.max(5, Math.ceil(400_000 / text.length));
  const post = async (path: string): Promise<void> => {
    const response = await worker.fetch(path, { method: 'POST', body: text });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  };
  let lowest = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = worker.cpuMs() ?? 0;
    await post(`/bench/freeze?times=${times}`);
    const between = worker.cpuMs() ?? 0;
    await post('/bench/nothing');
    const after = worker.cpuMs() ?? 0;
    lowest = Math.min(lowest, (between - before - (after - between)) / times);
  }
  return lowest;
}

/** The clock's issue of the next weekday: half past eight in Greenwich is after seven in London, all year. */
function createDays(): () => number {
  let time = Math.ceil(Date.now() / DAY_MS) * DAY_MS + 8.5 * 3_600_000;
  return () => {
    do time += DAY_MS;
    while ([0, 6].includes(new Date(time).getUTCDay()));
    return time;
  };
}

async function measureTick(worker: BenchWorker, time: number, text: string): Promise<number> {
  const editor = createEditor(worker);
  await editor.storeReport(text);
  const before = worker.cpuMs() ?? 0;
  const response = await editor.tick(time);
  const cpu = (worker.cpuMs() ?? 0) - before;
  if (!response.ok) throw new Error(`the tick: ${response.status} ${await response.text()}`);
  const [newest] = await editor.listIssues();
  if (newest === undefined) throw new Error('the tick made no issue');
  await editor.untilState(newest.id, 'sent');
  return cpu;
}

const WORDS =
  'harbour ferry council engine winter timber ladder bridge village market station salt meadow'.split(' ');

/** A report of paragraphs, about so many bytes long, of other sentences for every seed. */
function writeReport(bytes: number, seed: number): string {
  let state = seed;
  const word = (): string => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return WORDS[state % WORDS.length] ?? '';
  };
  const parts = [`What the ${word()} and the ${word()} of year ${seed} found`];
  for (let length = 0; length < bytes; length += parts.at(-1)?.length ?? 1) {
    const words = Array.from({ length: 40 }, word).join(' ');
    parts.push(
      `The ${words} of number ${parts.length} in ${seed} was counted.\n\nALSO READ: Ten ${word()} walks`,
    );
  }
  return parts.join('\n\n');
}

if (import.meta.main) await runAlone(measureMaking);
