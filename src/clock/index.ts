// What a tick of the clock does. Cron Triggers are heartbeats in UTC and promise nothing: a tick may come late, twice or
// not at all, and the platform may kill it at any moment. So everything is computed from earlier decisions and results.

import { publication } from '../../content/publication.ts';
import { launch } from '../deliver/index.ts';
import { log } from '../log.ts';
import {
  beginTick,
  endTick,
  type LastSlots,
  listDueIssues,
  NOTHING_DUE,
  type OwedMails,
  reopenTick,
} from '../store/index.ts';
import { dueSlots } from './calendar.ts';
import type { ClockDeps, Content } from './deps.ts';
import { fillSlot } from './fill-slot.ts';
import { tellEditors } from './notices/index.ts';
import { decideRoundUp } from './round-up.ts';
import { type Decided, decide, isPressed } from './slots.ts';

export type { ClockDeps, Content } from './deps.ts';

/**
 * Launches every issue that is due and wakes the Postmaster. Only then it decides the slots that are due, which may take
 * long, and launches the new issues at its end.
 * @param scheduledTime identifies the tick: a repeat decides nothing again.
 * @returns what it did, as a line for the log.
 */
export async function tick(
  deps: ClockDeps,
  scheduledTime: number,
  content: Content = { publication },
): Promise<string> {
  const until = (): number => Math.max(deps.now(), scheduledTime);
  const begun = await beginTick(deps.db, scheduledTime, deps.now());
  const launched = await launchAll(deps, begun.dueIssues);
  // If that fails, the slots are decided all the same.
  const [woken] = await Promise.allSettled([wake(deps)]);

  const isDone = begun.before?.endedAt != null && begun.before.outcome !== NOTHING_DUE;
  const [decision] = await Promise.allSettled([
    isDone
      ? Promise.resolve('This tick was done before.')
      : decideSlots(deps, scheduledTime, begun.lastSlots, content),
  ]);
  // Only a slot makes issues that were not due when the tick began.
  const isIdle = decision.status === 'fulfilled' && decision.value === null;
  const made = isIdle ? [] : await listDueIssues(deps.db, until());
  const more = await launchAll(
    deps,
    made.filter((id) => !begun.dueIssues.includes(id)),
  );

  if (decision.status === 'rejected' || woken.status === 'rejected') {
    await reopenTick(deps.db, scheduledTime);
    await mailReaders(deps, begun.owed);
    await mailEditors(deps, content);
    throw decision.status === 'rejected' ? decision.reason : (woken as PromiseRejectedResult).reason;
  }
  const told = decision.value ?? NOTHING_DUE;
  const underWay = launched + more;
  const outcome = underWay === 0 ? told : `${told} Issues on their way: ${underWay}.`;
  // A new tick is stored as one that found nothing.
  if (outcome !== NOTHING_DUE || begun.before?.endedAt === null)
    await endTick(deps.db, scheduledTime, outcome, deps.now());
  await mailReaders(deps, begun.owed);
  await mailEditors(deps, content);
  return outcome;
}

/** This comes last: a tick that is killed here has done everything else. */
async function mailEditors(deps: ClockDeps, content: Content): Promise<void> {
  try {
    await tellEditors(deps, content.publication);
  } catch (error) {
    log('fault', { where: 'sending notices to editors', error });
  }
}

const wake = async ({ postmaster }: ClockDeps): Promise<void> => postmaster().wake();

/** Mails that the Postmaster did not get when a reader signed up or confirmed. If it fails, the next tick tries again. */
async function mailReaders(deps: ClockDeps, { signups, welcomes, moves }: OwedMails): Promise<void> {
  if (signups.length + welcomes.length + moves.length === 0) return;
  const { sendConfirmations, sendMoves, sendWelcomes } = await import('../deliver/transactional.ts');
  await sendConfirmations(deps, signups).catch((error: unknown) =>
    log('fault', { where: 'queueing a confirmation', error }),
  );
  await sendWelcomes(deps, welcomes).catch((error: unknown) =>
    log('fault', { where: 'queueing a welcome', error }),
  );
  await sendMoves(deps, moves).catch((error: unknown) =>
    log('fault', { where: 'queueing a mail about a change of address', error }),
  );
}

/**
 * Both calendars. The issue of an hour comes first, so that a round-up of the same hour includes it.
 * @returns null when no slot is due.
 */
async function decideSlots(
  deps: ClockDeps,
  scheduledTime: number,
  last: LastSlots,
  content: Content,
): Promise<string | null> {
  if (!isAnyDue(last, scheduledTime, content)) return null;
  await reopenTick(deps.db, scheduledTime);
  const [issue] = await Promise.allSettled([decideSlot(deps, scheduledTime, last.every, content)]);
  const isWaiting = issue.status === 'fulfilled' && issue.value?.isWaiting === true;
  const [roundUp] = await Promise.allSettled([
    decideRoundUp(deps, scheduledTime, last, content.publication, isWaiting),
  ]);
  const told: string[] = [];
  for (const decision of [issue, roundUp]) {
    if (decision.status === 'rejected') throw decision.reason;
    if (decision.value !== null) told.push(decision.value.told);
  }
  return told.length === 0 ? null : told.join(' ');
}

/** In either calendar: a slot is due, or was missed and is not recorded yet. */
function isAnyDue(
  last: LastSlots,
  now: number,
  { publication: { timeZone, sending, weekly } }: Content,
): boolean {
  const slots = [dueSlots(last.every, now, { timeZone, ...sending })];
  if (weekly !== null) slots.push(dueSlots(last.weekly, now, { timeZone, days: [weekly.day], ...weekly }));
  return slots.some(({ due, missed }) => due !== null || missed.length > 0);
}

async function decideSlot(
  deps: ClockDeps,
  scheduledTime: number,
  last: number | null,
  content: Content,
): Promise<Decided | null> {
  const { timeZone, sending } = content.publication;
  const slots = dueSlots(last, scheduledTime, { timeZone, ...sending });
  return decide(deps, scheduledTime, 'every', slots, (due) =>
    fillSlot(deps, due, isPressed(due, scheduledTime, sending.lateByHours), content),
  );
}

/** @returns how many of them are on their way. Every tick repeats this until D1 says that it is done. */
async function launchAll(deps: ClockDeps, issueIds: readonly string[]): Promise<number> {
  let launched = 0;
  for (const id of issueIds) {
    try {
      const { kind } = await launch(deps, id);
      if (kind === 'running') launched += 1;
    } catch (error) {
      // The next tick tries again; the other issues do not wait for this one.
      log('fault', { where: `launching issue ${id}`, error });
    }
  }
  return launched;
}
