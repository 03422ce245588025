// Cleans new reports, each one once. A report whose cleaning does not end delays the others as little as possible: from
// the second try on it is tried alone, and after the third it is left out.

import {
  listNewReports,
  MAX_TRIES,
  type NewReportEntry,
  readReports,
  readWorkStates,
  stepWork,
  type Work,
} from '../store/index.ts';
import { type ClockDeps, loadFreezing } from './deps.ts';
import { keyOf, type Stand, standOf } from './tries.ts';

const MAX_REPORTS_PER_ISSUE = 20;
/** Reports that are left out stay new, and must not hide the others. */
const MAX_LISTED = 200;
/** Each takes a query, of which the free plan gives 50 a tick. */
const MAX_CLEANED_PER_TICK = 12;
/** Of the texts that are read at once, in characters. */
const MAX_READ_LENGTH = 1_000_000;

/** A new report, and the key of its cleaned text. */
export type Candidate = NewReportEntry & { readonly key: string };

export type Cleaned = {
  /** The reports for the issue, cleaned and kept. */
  readonly usable: readonly Candidate[];
  /** For an editor: one sentence about each report that is left out. */
  readonly left: readonly string[];
  /** The next tick has more to clean. */
  readonly isWaiting: boolean;
  /** All new reports. */
  readonly works: readonly Work[];
};

/** @param isPressed time is short: a report that does not end waits for the next slot, if there is another one to send. */
export async function cleanNew(deps: ClockDeps, isPressed: boolean): Promise<Cleaned> {
  const { db, config, now } = deps;
  const found = await listNewReports(db, { withSamples: config.local, limit: MAX_LISTED });
  const candidates = await Promise.all(
    found.map(async (report) => ({
      ...report,
      key: await keyOf('cleaned', report.sha256, report.overrides),
    })),
  );
  const works = candidates.map(({ key, id }) => ({ key, reportId: id }));
  if (candidates.length === 0) return { usable: [], left: [], isWaiting: false, works };

  const states = await readWorkStates(
    db,
    candidates.map(({ key }) => key),
  );
  const usable: Candidate[] = [];
  const pending: (Candidate & { readonly stand: Stand })[] = [];
  const left: string[] = [];
  for (const candidate of candidates) {
    if (usable.length + pending.length === MAX_REPORTS_PER_ISSUE) break;
    const state = states.get(candidate.key);
    const stand = standOf(state, now());
    if (stand === 'given-up') left.push(leaveStuck(candidate));
    else if (stand !== 'done') pending.push({ ...candidate, stand });
    else if (state?.note != null) left.push(leave(candidate, state.note));
    else usable.push(candidate);
  }

  const hasTrouble = left.length > 0 || pending.some(({ stand }) => stand !== 'new');
  if (isPressed && hasTrouble && usable.length > 0)
    return { usable, left: [...left, ...pending.map(leaveForNow)], isWaiting: false, works };

  const unknown = pending.filter(({ stand }) => stand === 'new').slice(0, MAX_CLEANED_PER_TICK);
  const suspects = pending.filter(({ stand }) => stand === 'suspect');
  const chosen = unknown.length > 0 ? unknown : suspects.slice(0, 1);
  for await (const { candidate, note } of cleanEach(deps, chosen)) {
    if (note === null) usable.push(candidate);
    else left.push(leave(candidate, note));
  }
  // In the order of their arrival, not of their cleaning.
  usable.sort((a, b) => Number(a.id) - Number(b.id));
  return { usable, left, isWaiting: chosen.length < pending.length, works };
}

/** One after the other. Each is marked before its cleaning begins and kept when it is done. */
async function* cleanEach(
  deps: ClockDeps,
  chosen: readonly Candidate[],
): AsyncGenerator<{ candidate: Candidate; note: string | null }> {
  const { db, now } = deps;
  const { prepareReport } = await loadFreezing(deps);
  let done: Parameters<typeof stepWork>[1] = null;
  for (const group of groupByLength(chosen)) {
    const stored = new Map(
      (
        await readReports(
          db,
          group.map(({ id }) => id),
        )
      ).map((report) => [report.id, report]),
    );
    for (const candidate of group) {
      const report = stored.get(candidate.id);
      // An editor deleted it meanwhile.
      if (report === undefined) continue;
      const work = { key: candidate.key, reportId: candidate.id };
      await stepWork(db, done, work, now());
      const prepared = await prepareReport(report);
      const note = prepared.ok ? null : prepared.error.message;
      done = { ...work, content: prepared.ok ? JSON.stringify(prepared.value) : '', note };
      yield { candidate, note };
    }
  }
  if (done !== null) await stepWork(db, done, null, now());
}

function groupByLength(candidates: readonly Candidate[]): Candidate[][] {
  const groups: Candidate[][] = [];
  let room = 0;
  for (const candidate of candidates) {
    const last = groups.at(-1);
    if (last !== undefined && candidate.length <= room) last.push(candidate);
    else {
      groups.push([candidate]);
      room = MAX_READ_LENGTH;
    }
    room -= candidate.length;
  }
  return groups;
}

const nameOf = ({ id, name }: Candidate): string =>
  name === null ? `Report ${id}` : `Report ${id} (content/reports/${name})`;

const leave = (candidate: Candidate, why: string): string => `${nameOf(candidate)} is left out: ${why}`;

const leaveStuck = (candidate: Candidate): string =>
  leave(
    candidate,
    `cleaning it was begun ${MAX_TRIES} times and did not end. Shorten or change its text, or ask for another try with POST /api/reports/${candidate.id}/retry.`,
  );

const leaveForNow = (candidate: Candidate): string =>
  leave(candidate, 'it was not cleaned in time. The next issue may have it.');
