// The round-up of the week: made of the issues that were approved since the last one, for those who chose it.

import type { Publication } from '../../content/publication.ts';
import { isWarmingUp } from '../../content/warm-up.ts';
import {
  closeSlots,
  createIssueForSlot,
  hasReaders,
  type LastSlots,
  listIssuesForRoundUp,
  pruneWork,
  readParts,
} from '../store/index.ts';
import { dueSlots } from './calendar.ts';
import { type ClockDeps, freezeOptions } from './deps.ts';
import { decideFate, freezeOnce } from './freeze-once.ts';
import { type Decided, decide, type Filled, isPressed } from './slots.ts';

const HOUR_MS = 3_600_000;
const WEEK_MS = 7 * 24 * HOUR_MS;
/** More than a week holds, and no more than one request can carry. */
const MAX_ISSUES = 50;

const NO_WORDS = { subject: null, preheader: null };

/**
 * @param isIssueWaiting the issue of the hour is still being made, and is to be told of.
 * @returns what it did, or null when nothing was to be done.
 */
export async function decideRoundUp(
  deps: ClockDeps,
  scheduledTime: number,
  last: LastSlots,
  publication: Publication,
  isIssueWaiting: boolean,
): Promise<Decided | null> {
  const { timeZone, weekly } = publication;
  if (weekly === null) return null;
  const { day, hour, lateByHours } = weekly;
  const slots = dueSlots(last.weekly, scheduledTime, { timeZone, days: [day], hour, lateByHours });
  return decide(deps, scheduledTime, 'weekly', slots, async (slot) => {
    if (isIssueWaiting && !isPressed(slot, scheduledTime, lateByHours))
      return { outcome: 'waiting', note: null };
    return fill(deps, publication, weekly, {
      slot,
      from: beginningOfWeek(slot, last.weeklyInTime, lateByHours),
      until: Math.max(deps.now(), scheduledTime),
    });
  });
}

/**
 * The last round-up, or a week ago before the first. What a missed one would have told is told now, but news that
 * is older than two weeks is not.
 */
function beginningOfWeek(slot: number, last: number | null, lateByHours: number): number {
  const weekAgo = slot - WEEK_MS - lateByHours * HOUR_MS;
  return last === null ? weekAgo : Math.max(last, weekAgo - WEEK_MS);
}

async function fill(
  deps: ClockDeps,
  publication: Publication,
  weekly: NonNullable<Publication['weekly']>,
  { slot, from, until }: { slot: number; from: number; until: number },
): Promise<Filled> {
  const { db, now } = deps;
  const close = async (
    outcome: 'nothing-new' | 'no-readers' | 'same-content',
    note: string,
  ): Promise<Filled> => {
    await closeSlots(db, [{ audience: 'weekly', startsAt: slot, outcome, note }], now());
    return { outcome, note: null };
  };
  const parts = await readParts(db, await listIssuesForRoundUp(db, { from, until, limit: MAX_ISSUES }));
  if (parts.length === 0) return close('nothing-new', 'No issue was approved that is in no round-up yet.');
  if (!(await hasReaders(db, 'weekly'))) return close('no-readers', 'Nobody has chosen the round-up.');

  const partIds = parts.map((part) => part.id);
  const order = { audience: 'weekly', slot, parts: partIds } as const;
  const made = await freezeOnce(deps, publication, order, async ({ composeRoundUp }) =>
    composeRoundUp(NO_WORDS, parts, freezeOptions(deps, publication)),
  );
  switch (made.kind) {
    case 'waiting':
      return { outcome: 'waiting', note: null };
    case 'same-content':
      return close('same-content', 'It was sent before.');
    case 'made':
    case 'given-up': {
      const { id, outcome } = decideFate(made, weekly.policy, isWarmingUp(publication, now()));
      // Should an editor be quicker with a round-up of the same issues, the next tick looks again.
      await createIssueForSlot(db, { id, slot, reportIds: [], partIds, note: null, outcome }, now());
      await pruneWork(db, { used: made.keys, reports: [] }, now());
      return { outcome: outcome.kind, note: null };
    }
  }
}
