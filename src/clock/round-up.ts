// The round-up of the week: the issues that were approved since the last one, for readers who chose one mail a week.

import type { Publication } from '../../content/publication.ts';
import { NO_WORDS } from '../issue/options.ts';
import { type Week, weekOfSlot } from '../issue/week.ts';
import { hasReaders, type LastSlots, listIssuesForRoundUp, readParts } from '../store/index.ts';
import { dueSlots } from './calendar.ts';
import type { ClockDeps } from './deps.ts';
import { freezeOnce } from './freeze-once.ts';
import { closeSlot, settleSlot } from './settle-slot.ts';
import { type Decided, decide, type Filled, isPressed } from './slots.ts';

/**
 * @param isIssueWaiting the issue of this hour is still being made, and belongs into the round-up.
 * @returns what it did, or null if there was nothing to do.
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
      week: weekOfSlot(slot, {
        lastInTime: last.weeklyInTime,
        lateByHours,
        until: Math.max(deps.now(), scheduledTime),
      }),
    });
  });
}

async function fill(
  deps: ClockDeps,
  publication: Publication,
  weekly: NonNullable<Publication['weekly']>,
  { slot, week }: { slot: number; week: Week },
): Promise<Filled> {
  const { db } = deps;
  const close = async (outcome: 'nothing-new' | 'no-readers', note: string): Promise<Filled> => {
    await closeSlot(deps, { audience: 'weekly', startsAt: slot, outcome, note });
    return { outcome, note: null };
  };
  const parts = await readParts(db, await listIssuesForRoundUp(db, week));
  if (parts.length === 0) return close('nothing-new', 'No issue was approved that is in no round-up yet.');
  if (!(await hasReaders(db, 'weekly'))) return close('no-readers', 'Nobody has chosen the round-up.');

  const partIds = parts.map((part) => part.id);
  const order = { audience: 'weekly', slot, parts: partIds } as const;
  const made = await freezeOnce(deps, publication, order, async ({ composeRoundUp }) =>
    composeRoundUp(NO_WORDS, parts, { publication }),
  );
  const outcome = await settleSlot(deps, order, made, {
    publication,
    policy: weekly.policy,
    reportIds: [],
    partIds,
    note: null,
    sameContentNote: 'It was sent before.',
    used: [],
    works: null,
  });
  return { outcome, note: null };
}
