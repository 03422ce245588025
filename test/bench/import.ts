// What it takes to bring 100,000 subscribers in and out: time, and the memory of the Worker.
//
//   node test/bench/import.ts [rows]
//
// Sends the file as a stream to a local copy: dry, for real, again, and again after somebody was erased; then reads
// the export. Prints a line per step and exits with 1 when a count is wrong. Memory is what the whole workerd process
// holds (where there is /proc), SQLite's caches and garbage that V8 has not collected yet included.

import { startBenchWorker } from './workerd.ts';

const ROWS = Number(process.argv[2] ?? 100_000);
const ROWS_PER_CHUNK = 1000;
const SAMPLE_MS = 20;

type Report = { added: number; unchanged: number; erased?: number; badRows: number; notes?: string[] };

/** Some addresses are in quotation marks, as other services write them. */
function readersCsv(): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let n = 0;
  return new ReadableStream({
    pull(controller) {
      const lines: string[] = n === 0 ? ['"Email Address","First Name","Last Name"'] : [];
      for (const end = Math.min(ROWS, n + ROWS_PER_CHUNK); n < end; n += 1)
        lines.push(
          n % 2 === 0
            ? `"reader-${n}@readers.example.org","Reader","Number ${n}"`
            : `reader-${n}@readers.example.org,Reader,Number ${n}`,
        );
      controller.enqueue(encoder.encode(`${lines.join('\n')}\n`));
      if (n >= ROWS) controller.close();
    },
  });
}

const worker = await startBenchWorker({ script: 'src/index.ts' });
let problems = 0;

async function measure<Answer>(name: string, work: () => Promise<Answer>): Promise<Answer> {
  const before = worker.residentMB();
  const cpuBefore = worker.cpuMs();
  let peak = before ?? 0;
  const sampling = setInterval(() => {
    peak = Math.max(peak, worker.residentMB() ?? 0);
  }, SAMPLE_MS);
  const start = performance.now();
  const answer = await work();
  const seconds = (performance.now() - start) / 1000;
  clearInterval(sampling);
  const cpu = worker.cpuMs();
  const figures = [
    `${seconds.toFixed(1)} s`,
    ...(cpu === null || cpuBefore === null ? [] : [`${((cpu - cpuBefore) / 1000).toFixed(1)} s of CPU`]),
    ...(before === null ? [] : [`memory ${before.toFixed(0)} MB, at most ${peak.toFixed(0)}`]),
  ];
  console.log(`${name.padEnd(30)} ${figures.join(', ')}`);
  return answer;
}

function expect(holds: boolean, what: string): void {
  if (holds) return;
  problems += 1;
  console.error(`MISSED: ${what}`);
}

async function importReaders(query: string): Promise<Report> {
  const init = {
    method: 'POST',
    body: readersCsv(),
    headers: { 'Content-Type': 'text/csv' },
    duplex: 'half',
  };
  const response = await worker.fetch(`/api/subscribers/import?confirmed=true${query}`, init);
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return (await response.json()) as Report;
}

async function countExport(): Promise<number> {
  const response = await worker.fetch('/api/subscribers/export');
  let lines = 0;
  for await (const chunk of response.body ?? []) for (const byte of chunk) if (byte === 10) lines += 1;
  return lines - 1;
}

try {
  console.log(`${ROWS.toLocaleString('en')} rows`);
  const dry = await measure('dry run', () => importReaders('&dry_run=true'));
  expect(dry.added === ROWS && (await countExport()) === 0, 'a dry run counts all and stores none');
  for (const note of dry.notes ?? []) console.log(`  ${note}`);
  const first = await measure('import', () => importReaders(''));
  expect(first.added === ROWS && first.badRows === 0, 'every row is added');
  const again = await measure('the same file again', () => importReaders(''));
  expect(again.added === 0 && again.unchanged === ROWS, 'repeating adds nothing');
  const page = await worker.fetch('/api/subscribers?email=reader-0@readers.example.org');
  const [reader] = ((await page.json()) as { subscribers: { id: string }[] }).subscribers;
  await worker.fetch(`/api/subscribers/${reader?.id}`, { method: 'DELETE' });
  const kept = await measure('again, with somebody erased', () => importReaders(''));
  expect(kept.added === 0 && kept.erased === 1, 'who was erased stays out');
  const exported = await measure('export', countExport);
  expect(exported === ROWS - 1, 'everybody but the erased one is exported');
} finally {
  worker.stop();
}
process.exitCode = problems === 0 ? 0 : 1;
