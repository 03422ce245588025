// What one run and the everyday requests take of Cloudflare's free plan, counted in the Worker itself: outgoing
// requests, queries and rows of D1, rows of the Durable Object, CPU per invocation.
// The limits: https://developers.cloudflare.com/workers/platform/limits/, .../d1/platform/pricing/ and
// .../durable-objects/platform/pricing/.

import { createEditor, MESSY_REPORT } from '../support/editor.ts';
import { type Row, withThousands } from '../support/table.ts';
import type { Count } from './count.ts';
import { atMost, runAlone, told, withUnit } from './part.ts';
import { beginRun, followRun, setStage, strike, subscribe } from './run.ts';
import type { BenchWorker } from './workerd.ts';

const READERS = 10_000;
const REPEATS = 60;
/** Of the free plan: per invocation, or per day. */
const PLAN = { requests: 50, queries: 50, cpuMs: 10, rowsRead: 5_000_000, rowsWritten: 100_000 };
const ALARM_CPU_MS = 30_000;

type Invocation = Count & { readonly name: string };

export async function measurePlan(): Promise<Row[]> {
  const stage = await setStage('paid');
  const { worker } = stage;
  await subscribe(worker, READERS);
  const everyday = await measureEveryday(worker);

  await takeCounts(worker);
  const before = worker.cpuMs();
  const issue = await beginRun(worker, MESSY_REPORT);
  // Nobody looks meanwhile: each look at the progress would cost rows of its own.
  await followRun(worker, issue, { everyMs: 5_000, longestMs: 120_000 });
  const cpu = before === null ? null : (worker.cpuMs() ?? 0) - before;
  const { invocations, all } = await takeCounts(worker);
  await strike(stage);

  const alarms = invocations.filter(({ name }) => name === 'alarm');
  const most = (name: keyof Count): number => Math.max(...alarms.map((alarm) => alarm[name]));
  const run = `a run of ${withThousands(READERS)}`;
  const mailsADay = (limit: number, rows: number): string =>
    `${withThousands(limit)} a day, so ${withThousands(Math.floor((limit / rows) * READERS))} mails`;
  return [
    atMost('outgoing requests in one alarm', most('requests'), PLAN.requests, ''),
    atMost('queries of D1 in one alarm', most('queries'), PLAN.queries, ''),
    cpu === null
      ? told('CPU of one alarm', 'not measured: there is no /proc here')
      : atMost('CPU of one alarm, on average', cpu / alarms.length, ALARM_CPU_MS, 'ms'),
    told(`rows of D1 read by ${run}`, withThousands(all.rowsRead), mailsADay(PLAN.rowsRead, all.rowsRead)),
    told(`rows of D1 written by ${run}`, withThousands(all.rowsWritten), withThousands(PLAN.rowsWritten)),
    told(
      `rows of the Durable Object read by ${run}`,
      withThousands(all.ownRowsRead),
      mailsADay(PLAN.rowsRead, all.ownRowsRead),
    ),
    told(
      `rows of the Durable Object written by ${run}`,
      withThousands(all.ownRowsWritten),
      mailsADay(PLAN.rowsWritten, all.ownRowsWritten),
    ),
    ...everyday,
  ];
}

/** Requests that come often or do much, warm, each `REPEATS` times. */
async function measureEveryday(worker: BenchWorker): Promise<Row[]> {
  const report = MESSY_REPORT;
  const post =
    (path: string, body: string, type: string, more: object = {}) =>
    () =>
      worker.fetch(path, { method: 'POST', body, headers: { 'Content-Type': type, ...more } });
  const editor = createEditor(worker);
  let time = Date.now() - REPEATS * 300_000;
  const requests: [string, () => Promise<Response>][] = [
    ['GET /', () => worker.fetch('/')],
    ['POST /api/clean, the sample', post('/api/clean', report, 'text/plain')],
    ['POST /api/preview, the sample', post('/api/preview', report, 'text/plain', { Accept: 'text/html' })],
    [
      'a tick with nothing due',
      () => {
        time += 300_000;
        return editor.tick(time);
      },
    ],
  ];
  const rows: Row[] = [];
  for (const [what, request] of requests) {
    for (let n = 0; n < REPEATS; n += 1) await check(request);
    await takeCounts(worker);
    const before = worker.cpuMs();
    for (let n = 0; n < REPEATS; n += 1) await check(request);
    const cpu = before === null ? null : ((worker.cpuMs() ?? 0) - before) / REPEATS;
    const { all } = await takeCounts(worker);
    const queries = `${withUnit(all.queries / REPEATS, '')} queries`;
    if (cpu === null) rows.push(told(what, `${queries}, CPU not measured: there is no /proc here`));
    else
      rows.push({
        what,
        measured: `${withUnit(cpu, 'ms CPU')}, ${queries}`,
        target: `<= ${PLAN.cpuMs} ms, ${PLAN.queries} queries`,
        ok: cpu <= PLAN.cpuMs && all.queries / REPEATS <= PLAN.queries,
      });
  }
  return rows;
}

async function check(request: () => Promise<Response>): Promise<void> {
  const response = await request();
  if (!response.ok) throw new Error(`${response.url}: ${response.status} ${await response.text()}`);
  await response.arrayBuffer();
}

const takeCounts = async (worker: BenchWorker): Promise<{ invocations: Invocation[]; all: Count }> =>
  (await worker.fetch('/bench/counts')).json();

if (import.meta.main) await runAlone(measurePlan);
