// What a mail costs: to render it once, and to bring it to each recipient in a run; beside it React Email's own
// `render` once per recipient, which is how most newsletters are made. CPU of the whole workerd process, by /proc,
// in turns on the same machine; of a run it holds the local database and the connections too.

import { MESSY_REPORT } from '../support/editor.ts';
import type { Row } from '../support/table.ts';
import { atMost, median, runAlone, told, withUnit } from './part.ts';
import { beginRun, followRun, setStage, strike, subscribe } from './run.ts';
import { type BenchWorker, startBenchWorker } from './workerd.ts';

const ROUNDS = 5;
const RENDERS = 300;
const REACT_RENDERS = 100;
const DRAFTS = 40;
const MAILS_PER_DRAFT = 50;
const READERS = 4_000;
/** The stated aim: a recipient costs at most this part of a render. */
const PART = 20;

export async function measureCost(): Promise<Row[]> {
  const stage = await setStage('paid');
  const { worker: ours } = stage;
  const theirs = await startBenchWorker({
    script: 'test/bench/react-email.ts',
    config: 'test/bench/react-email.toml',
  });
  if (ours.cpuMs() === null) return [told('CPU in workerd', 'not measured: there is no /proc here')];
  const digest = await (await post(ours, '/bench/digest', MESSY_REPORT)).text();
  await subscribe(ours, READERS);

  const costs = { render: [], write: [], run: [], html: [], htmlAndText: [] } as Record<string, number[]>;
  for (let round = 0; round <= ROUNDS; round += 1) {
    const note = async (what: string, worker: BenchWorker, times: number, work: () => Promise<unknown>) => {
      const before = worker.cpuMs() ?? 0;
      await work();
      // The first round warms up.
      if (round > 0) costs[what]?.push(((worker.cpuMs() ?? 0) - before) / times);
    };
    await note('render', ours, RENDERS, () => post(ours, `/bench/render?times=${RENDERS}`, MESSY_REPORT));
    await note('write', ours, DRAFTS * MAILS_PER_DRAFT, () =>
      post(ours, `/bench/draft?times=${DRAFTS}&mails=${MAILS_PER_DRAFT}`, MESSY_REPORT),
    );
    await note('html', theirs, REACT_RENDERS, () => post(theirs, `/?times=${REACT_RENDERS}`, digest));
    await note('htmlAndText', theirs, REACT_RENDERS, () =>
      post(theirs, `/?text=yes&times=${REACT_RENDERS}`, digest),
    );
    await note('run', ours, READERS, async () => {
      const issue = await beginRun(ours, MESSY_REPORT);
      const { isSent, sent } = await followRun(ours, issue, { everyMs: 250, longestMs: 120_000 });
      if (!isSent || sent !== READERS) throw new Error(`the run did not end: ${sent} sent`);
    });
  }
  await strike(stage);
  theirs.stop();

  const [render, write, run, html, htmlAndText] = ['render', 'write', 'run', 'html', 'htmlAndText'].map(
    (what) => median(costs[what] ?? []),
  ) as [number, number, number, number, number];
  const partOf = (ms: number): string => `1/${(htmlAndText / ms).toFixed(0)} of html and text`;
  return [
    atMost('rendering html and text of a digest, warm', render, 5, 'ms CPU'),
    told('React Email render() per recipient, html alone', withUnit(html, 'ms CPU')),
    told('React Email render() per recipient, html and text', withUnit(htmlAndText, 'ms CPU')),
    {
      what: 'CPU per recipient in a run, the whole process',
      measured: `${withUnit(run, 'ms')}, ${partOf(run)}`,
      target: `<= 1/${PART} of html and text`,
      ok: run <= htmlAndText / PART,
    },
    told('of it writing the mail: sign, splice, SHA-256', `${withUnit(write, 'ms')}, ${partOf(write)}`),
  ];
}

async function post(worker: BenchWorker, path: string, body: string): Promise<Response> {
  const response = await worker.fetch(path, { method: 'POST', body });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response;
}

if (import.meta.main) await runAlone(measureCost);
