// One run, and the many lives of the process that sends it.

import { setTimeout as sleep } from 'node:timers/promises';
import { createEditor, type Progress } from '../support/editor.ts';
import { findFreePort, type LocalCopy, spawnLocalCopy } from '../support/local-copy.ts';
import type { StandIn } from '../support/resend-process.ts';
import type { StandInEvent } from '../support/resend-stand-in.ts';
import { PHASES, type Phase, phaseOf, readOpenBatches } from './leftovers.ts';
import { createMoments, type Moment } from './moments.ts';
import { showProgress } from './show.ts';

export type Tally = {
  readonly addresses: readonly string[];
  readonly progress: Progress;
  readonly counted: number;
  readonly uncounted: number;
  /** How many open batches were where, over all kills that count. */
  readonly phases: Record<Phase, number>;
};

/** A life sends about five new batches of a hundred before it ends; the rest is sent in peace. */
const READERS_PER_KILL = 800;
const RATE_LIMIT = 10;
/** For what is left after the last kill: it shows nothing that the kills did not. */
const LAST_RATE_LIMIT = 60;
/** A life in which the awaited event does not come is ended after this time. */
const MAX_LIFE_MS = 15_000;

/** Short, so that a batch is a hundred mails. */
const REPORT = `The bridge that is counted every day

The county counts who crosses the old bridge, and has done so since 1911.

Nobody remembers why it began. The clerk who counts today says that stopping would need a decision.

FAQs
Who counts?
A clerk.
`;

export async function torment(task: {
  readonly kills: number;
  readonly seed: number;
  readonly stateFolder: string;
  readonly standIn: StandIn;
}): Promise<Tally> {
  const { kills, standIn, stateFolder } = task;
  const nextMoment = createMoments(task.seed);
  const phases = Object.fromEntries(PHASES.map((phase) => [phase, 0])) as Record<Phase, number>;
  const port = await findFreePort();
  const events = createLog();
  await standIn.listen(events.add);

  let counted = 0;
  // The first and the last life send on the paid plan, every fourth on the free one, so the plan changes in mid-run.
  let lives = 0;
  const spawn = () => {
    lives += 1;
    return spawnLocalCopy({
      stateFolder,
      port,
      args: [
        '--no-demo',
        ...['--var', lives % 4 === 0 && counted < kills ? 'PLAN:free' : 'PLAN:paid'],
        ...['--var', 'MAILER:resend', '--var', 'RESEND_API_KEY:re_stand_in'],
        ...['--var', `RESEND_BASE_URL:${standIn.url}`],
      ],
    });
  };
  const prepare = (moment: Moment) =>
    standIn.control({
      settings: { rateLimit: RATE_LIMIT, latencyMs: moment.acceptMs },
      faults: [...moment.faults],
    });

  let copy = spawn();
  await copy.untilAnswering();
  const editor = createEditor(copy);
  const addresses = await editor.subscribe(kills * READERS_PER_KILL);
  const issue = await editor.draft([await editor.storeReport(REPORT)]);
  let moment = nextMoment();
  await prepare(moment);
  events.forget();
  let bornAt = Date.now();
  const { status } = await editor.send(issue);
  if (status !== 202) throw new Error(`sending was answered with ${status}`);

  let uncounted = 0;
  let inVain = 0;
  while (counted < kills) {
    const hasCome = await untilMoment(moment, events, bornAt);
    if (!hasCome && (await isOver(copy, issue))) break;
    inVain = hasCome ? 0 : inVain + 1;
    if (inVain > 3) throw new Error(`nothing is sent any more:\n${copy.output()}`);
    const killedAt = Date.now();
    await copy.kill();
    const seen = events.all().filter(({ at }) => at <= killedAt);
    const open = readOpenBatches(stateFolder);
    const doesCount = open.length > 0 && seen.some(({ what }) => what === 'arrived');
    if (doesCount) {
      counted += 1;
      for (const batch of open) phases[phaseOf(batch, seen)] += 1;
    } else uncounted += 1;
    showProgress(`${counted} of ${kills} kills, ${open.length} batches open at the last`, counted === kills);
    moment = nextMoment();
    await prepare(moment);
    events.forget();
    bornAt = Date.now();
    copy = spawn();
  }

  await standIn.control({ settings: { rateLimit: LAST_RATE_LIMIT, latencyMs: 20 }, faults: [] });
  await copy.untilAnswering();
  const progress = await untilOver(copy, issue, addresses.length);
  await copy.kill();
  return { addresses, progress, counted, uncounted, phases };
}

/** @returns false when its event did not come in time. */
async function untilMoment({ after, delayMs }: Moment, events: Log, bornAt: number): Promise<boolean> {
  if (after === 'birth') {
    await sleep(Math.max(0, bornAt + delayMs - Date.now()));
    return true;
  }
  const hasCome = await events.until(after.what, after.nth, MAX_LIFE_MS);
  if (hasCome && delayMs > 0) await sleep(delayMs);
  return hasCome;
}

async function isOver(copy: LocalCopy, issue: string): Promise<boolean> {
  try {
    return (await createEditor(copy).readProgress(issue)).state !== 'sending';
  } catch {
    // It does not answer, so it cannot say that it is.
    return false;
  }
}

/** The run may take long, but not stand still. */
async function untilOver(copy: LocalCopy, issue: string, total: number): Promise<Progress> {
  let best = { sent: -1, at: Date.now() };
  for (;;) {
    const progress = await createEditor(copy).readProgress(issue);
    showProgress(`the rest in peace: ${progress.sent} of ${total} sent`, progress.state !== 'sending');
    if (progress.state !== 'sending') return progress;
    if (progress.sent > best.sent) best = { sent: progress.sent, at: Date.now() };
    if (Date.now() - best.at > 90_000) return progress;
    await sleep(1_000);
  }
}

type Log = ReturnType<typeof createLog>;

/** What the stand-in saw in one life, which can be waited for. */
function createLog() {
  let events: StandInEvent[] = [];
  let wake = () => {};
  return {
    add: (event: StandInEvent) => {
      events.push(event);
      wake();
    },
    all: () => events,
    forget: () => {
      events = [];
    },
    /** Requests of a former life that are answered now were made by the dead: only what arrived since counts. */
    until: (what: StandInEvent['what'], nth: number, timeoutMs: number) =>
      new Promise<boolean>((resolve) => {
        const end = (hasCome: boolean) => {
          clearTimeout(timer);
          wake = () => {};
          resolve(hasCome);
        };
        const timer = setTimeout(() => end(false), timeoutMs);
        wake = () => {
          const own = new Set(events.filter((e) => e.what === 'arrived').map(({ request }) => request));
          if (events.filter((e) => e.what === what && own.has(e.request)).length >= nth) end(true);
        };
        wake();
      }),
  };
}
