// What Cloudflare's two plans ask for, counted and measured in the Worker itself: outgoing requests, queries and rows
// of D1, rows of the Durable Object, CPU of an alarm, of a tick and of the everyday requests. The limits:
// https://developers.cloudflare.com/workers/platform/limits/, .../d1/platform/pricing/ and
// .../durable-objects/platform/pricing/.
//
// CPU is that of the whole local workerd, sockets and files included. Two things are measured by themselves and taken
// off, since they are not there on Cloudflare: the request that brings the work here, and for an alarm the work of the
// local database for its one query. Other work on the machine only ever adds, so of several rounds the lowest counts.

import { createEditor, MESSY_REPORT } from '../support/editor.ts';
import { type Row, withThousands } from '../support/table.ts';
import type { Count } from './count.ts';
import { measureMaking } from './making.ts';
import { atMost, runAlone, told, withUnit } from './part.ts';
import { beginRun, followRun, type Stage, setStage, strike, subscribe } from './run.ts';
import type { BenchWorker } from './workerd.ts';

const PAID_READERS = 10_000;
const FREE_READERS = 400;
const RUNS = 16;
const WARM_RUNS = 3;
const ROUNDS = 12;
const REPEATS = 10;
/** Of the free plan: per invocation, or per day. */
const FREE = { requests: 50, queries: 50, rowsRead: 5_000_000, rowsWritten: 100_000, invocations: 100_000 };
/** Of our own, below the 10 ms that the free plan gives an invocation. */
const CPU_MS = { alarm: 8, tick: 5, request: 10 };
const PAID_ALARM_CPU_MS = 30_000;

type Invocation = Count & { readonly name: string };
type Everyday = { readonly rows: readonly Row[]; readonly queryMs: number };

export async function measurePlan(): Promise<Row[]> {
  const free = await setStage('free');
  if (free.worker.cpuMs() === null) return [told('CPU in workerd', 'not measured: there is no /proc here')];
  await subscribe(free.worker, FREE_READERS);
  const everyday = await measureEveryday(free.worker);
  const alarms = await measureFreeAlarms(free, everyday);
  await strike(free);
  const paid = await setStage('paid');
  await subscribe(paid.worker, PAID_READERS);
  const alarmsPaid = await measurePaidAlarms(paid);
  await strike(paid);
  return [...alarms, ...alarmsPaid, ...everyday.rows, ...(await measureMaking())];
}

async function measureFreeAlarms({ worker }: Stage, { queryMs }: Everyday): Promise<Row[]> {
  const runs = [];
  for (let n = 0; n < RUNS; n += 1) runs.push(await measureRun(worker, FREE_READERS, n));
  const last = runs.at(-1);
  if (last === undefined) throw new Error('no run');
  const { alarms, all } = last;
  const whole = Math.min(...runs.slice(WARM_RUNS).map((each) => each.cpuMs / each.alarms.length));
  const queries = all.queries / alarms.length;
  const most = (name: keyof Count): number => Math.max(...alarms.map((alarm) => alarm[name]));
  const requests = alarms.reduce((sum, alarm) => sum + alarm.requests, 0);
  const perDay = (limit: number, used: number): string =>
    `${withThousands(limit)} a day, so ${withThousands(Math.floor((limit / used) * FREE_READERS))} mails`;
  const run = `a run of ${withThousands(FREE_READERS)} on free`;
  return [
    atMost('CPU of one alarm on free, warm', whole - queries * queryMs, CPU_MS.alarm, 'ms'),
    told('with the local database', withUnit(whole, 'ms')),
    told('mails in one request on free, the sample', withUnit(FREE_READERS / requests, '')),
    atMost('outgoing requests in one alarm on free', most('requests'), FREE.requests, ''),
    atMost('queries of D1 in one alarm on free', most('queries'), FREE.queries, ''),
    told(`rows of D1 read by ${run}`, withThousands(all.rowsRead), perDay(FREE.rowsRead, all.rowsRead)),
    told(
      `rows of the Durable Object read by ${run}`,
      withThousands(all.ownRowsRead),
      perDay(FREE.rowsRead, all.ownRowsRead),
    ),
    told(
      `rows of the Durable Object written by ${run}`,
      withThousands(all.ownRowsWritten),
      perDay(FREE.rowsWritten, all.ownRowsWritten),
    ),
    told(`alarms of ${run}`, withThousands(alarms.length), perDay(FREE.invocations, alarms.length)),
  ];
}

async function measurePaidAlarms({ worker }: Stage): Promise<Row[]> {
  const { alarms, all, cpuMs } = await measureRun(worker, PAID_READERS, 0);
  const most = (name: keyof Count): number => Math.max(...alarms.map((alarm) => alarm[name]));
  const run = `a run of ${withThousands(PAID_READERS)} on paid`;
  return [
    atMost('CPU of one alarm on paid, on average', cpuMs / alarms.length, PAID_ALARM_CPU_MS, 'ms'),
    atMost('outgoing requests in one alarm on paid', most('requests'), FREE.requests, ''),
    atMost('queries of D1 in one alarm on paid', most('queries'), FREE.queries, ''),
    told(`rows of D1 written by ${run}`, withThousands(all.rowsWritten)),
    told(`rows of the Durable Object written by ${run}`, withThousands(all.ownRowsWritten)),
  ];
}

/** CPU from the answer to the order on. @param n makes a new text of the report. */
async function measureRun(worker: BenchWorker, readers: number, n: number) {
  await takeCounts(worker);
  const issue = await beginRun(
    worker,
    MESSY_REPORT.replace('\n', `\n\nThis is telling no ${n + 1} of it.\n`),
  );
  const before = worker.cpuMs() ?? 0;
  // Each look at the progress costs rows of its own.
  const { sent } = await followRun(worker, issue, { everyMs: 1_500, longestMs: 120_000 });
  const cpuMs = (worker.cpuMs() ?? 0) - before;
  if (sent !== readers) throw new Error(`the run did not end: ${sent} sent`);
  const { invocations, all } = await takeCounts(worker);
  return { alarms: invocations.filter(({ name }) => name === 'alarm'), all, cpuMs };
}

/** Requests that come often or do much, warm. */
async function measureEveryday(worker: BenchWorker): Promise<Everyday> {
  const post = (path: string, accept: string) => () =>
    worker.fetch(path, {
      method: 'POST',
      body: MESSY_REPORT,
      headers: { 'Content-Type': 'text/plain', Accept: accept },
    });
  const editor = createEditor(worker);
  let time = Date.now() - 4 * ROUNDS * REPEATS * 300_000;
  const tick = () => {
    time += 300_000;
    return editor.tick(time);
  };
  const requests: [string, number, () => Promise<Response>][] = [
    ['a tick with nothing due', CPU_MS.tick, tick],
    ['GET /', CPU_MS.request, () => worker.fetch('/')],
    ['POST /api/clean, the sample', CPU_MS.request, post('/api/clean', 'application/json')],
    ['POST /api/preview, the sample', CPU_MS.request, post('/api/preview', 'text/html')],
  ];
  const empty = (await measureRequest(worker, () => worker.fetch('/bench/nothing'))).cpuMs;
  const query = await measureRequest(worker, () => worker.fetch('/bench/query'));
  const queryMs = Math.max(0, query.cpuMs - empty);
  const rows: Row[] = [
    told('an empty request, taken off below', withUnit(empty, 'ms CPU')),
    told('a query of the local database, taken off an alarm', withUnit(queryMs, 'ms CPU')),
  ];
  for (const [what, limit, request] of requests) {
    const { cpuMs, queries } = await measureRequest(worker, request);
    const cpu = Math.max(0, cpuMs - empty);
    rows.push({
      what,
      measured: `${withUnit(cpu, 'ms CPU')}, ${withUnit(queries, '')} queries`,
      target: `<= ${limit} ms, ${FREE.queries} queries`,
      ok: cpu <= limit && queries <= FREE.queries,
    });
  }
  return { rows, queryMs };
}

async function measureRequest(worker: BenchWorker, request: () => Promise<Response>) {
  await repeat(4 * REPEATS, request);
  await takeCounts(worker);
  let cpuMs = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = worker.cpuMs() ?? 0;
    await repeat(REPEATS, request);
    cpuMs = Math.min(cpuMs, ((worker.cpuMs() ?? 0) - before) / REPEATS);
  }
  const { all } = await takeCounts(worker);
  return { cpuMs, queries: all.queries / (ROUNDS * REPEATS) };
}

async function repeat(times: number, request: () => Promise<Response>): Promise<void> {
  for (let n = 0; n < times; n += 1) {
    const response = await request();
    if (!response.ok) throw new Error(`${response.url}: ${response.status} ${await response.text()}`);
    await response.arrayBuffer();
  }
}

const takeCounts = async (worker: BenchWorker): Promise<{ invocations: Invocation[]; all: Count }> =>
  (await worker.fetch('/bench/counts')).json();

if (import.meta.main) await runAlone(measurePlan);
