// Memory over a run of a million subscribers, or as many as fit into five minutes: the JavaScript heap, read ten times
// a second through the inspector. In each tenth the lowest reading counts, which is the one that follows a
// garbage collection.

import { setTimeout as sleep } from 'node:timers/promises';
import { type Row, withThousands } from '../support/table.ts';
import { median, runAlone, told, withUnit } from './part.ts';
import { beginRun, followRun, setStage, strike, subscribe } from './run.ts';

const READERS = 1_000_000;
const MAX_MB = 128;
/** What the lowest readings may differ by, for reasons that have nothing to do with the audience. */
const NOISE_MB = 4;

/** How far the run is is asked for that often only. */
const READINGS_PER_LOOK = 5;

const REPORT = `The bridge that is counted every day

The county counts who crosses the old bridge, and has done so since 1911.

FAQs
Who counts?
A clerk.
`;

type Reading = { readonly sent: number; readonly heapMB: number; readonly residentMB: number };

/** @param longestMs the run is left unfinished after that. */
export async function measureMemory(longestMs = 290_000): Promise<Row[]> {
  const stage = await setStage('paid');
  const { worker } = stage;
  await subscribe(worker, READERS);
  const inspector = await worker.openInspector();
  const readings: Reading[] = [];
  const began = Date.now();
  const issue = await beginRun(worker, REPORT);
  const { sent, total } = await followRun(worker, issue, {
    everyMs: 100,
    longestMs,
    look: async (soFar) => {
      for (let n = 0; n < READINGS_PER_LOOK; n += 1) {
        const heapMB = await inspector.readHeapMB();
        if (heapMB !== null)
          readings.push({ sent: soFar, heapMB, residentMB: worker.residentMB() ?? Number.NaN });
        await sleep(80);
      }
    },
  });
  const seconds = (Date.now() - began) / 1000;
  inspector.close();
  await strike(stage);

  const first = readings.filter((reading) => reading.sent > 0 && reading.sent <= sent / 10);
  const last = readings.filter((reading) => reading.sent > sent * 0.9);
  const heap = (list: readonly Reading[]) => list.map(({ heapMB }) => heapMB);
  const low = { first: Math.min(...heap(first)), last: Math.min(...heap(last)) };
  const resident = (list: readonly Reading[]) => median(list.map(({ residentMB }) => residentMB));
  return [
    told(
      'recipients in that time',
      `${withThousands(sent)} in ${seconds.toFixed(0)} s, ${readings.length} readings`,
      withThousands(total),
    ),
    {
      what: 'JS heap, first tenth and last tenth, lowest readings',
      measured: `${withUnit(low.first, 'MB')}, ${withUnit(low.last, 'MB')}`,
      target: `no growth, < ${MAX_MB} MB`,
      ok: low.last <= low.first + NOISE_MB && low.last < MAX_MB,
    },
    // Cloudflare collects garbage before the limit is reached; the local runtime has no limit.
    told(
      'JS heap with its garbage, median and highest reading',
      `${withUnit(median(heap(readings)), 'MB')}, ${withUnit(Math.max(...heap(readings)), 'MB')}`,
    ),
    told(
      'the whole process, with the local database, first and last tenth',
      `${withUnit(resident(first), 'MB')}, ${withUnit(resident(last), 'MB')}`,
    ),
  ];
}

if (import.meta.main) await runAlone(() => measureMemory());
