// What both calendars share: a missed slot is recorded, and the one that is due is filled.

import { type Cadence, closeSlots, type SlotOutcome } from '../store/index.ts';
import type { Slots } from './calendar.ts';

type Deps = { readonly db: D1Database; readonly now: () => number };

/** `waiting`: it is not decided yet, and the next tick continues. `note` is for an editor. */
export type Filled = { readonly outcome: SlotOutcome | 'waiting'; readonly note: string | null };

/** What a tick did for one calendar. */
export type Decided = { readonly told: string; readonly isWaiting: boolean };

const NAMES = { every: 'Slot', weekly: 'Round-up' } as const;
const HOUR_MS = 3_600_000;

/** @returns what happened, or null if no slot is due and none was missed. */
export async function decide(
  deps: Deps,
  scheduledTime: number,
  audience: Cadence,
  { due, missed }: Slots,
  fill: (slot: number) => Promise<Filled>,
): Promise<Decided | null> {
  if (missed.length > 0) {
    const note = `It was noticed at ${new Date(scheduledTime).toISOString()}.`;
    const slots = missed.map((startsAt) => ({ audience, startsAt, outcome: 'too-late', note }) as const);
    await closeSlots(deps.db, slots, deps.now());
  }
  if (due === null)
    return missed.length === 0 ? null : { told: 'A slot was missed by too much.', isWaiting: false };
  const { outcome, note } = await fill(due);
  const isWaiting = outcome === 'waiting';
  const result = isWaiting ? 'not decided yet, the next tick goes on' : outcome;
  const told = `${NAMES[audience]} ${new Date(due).toISOString()}: ${result}.`;
  return { told: note === null ? told : `${told} ${note}`, isWaiting };
}

/** Half of the time for the slot is over: from now on, what delays it is left out. */
export const isPressed = (slot: number, now: number, lateByHours: number): boolean =>
  now - slot > (lateByHours * HOUR_MS) / 2;
