// What both calendars have in common: a slot that was missed is written down, and the one that is due is filled.

import { type AudienceFilter, closeSlots, type SlotOutcome } from '../store/index.ts';
import type { Slots } from './calendar.ts';

type Deps = { readonly db: D1Database; readonly now: () => number };

const NAMES = { every: 'Slot', weekly: 'Round-up' } as const;

/** @returns what became of them, or null when none is due and none was missed. */
export async function decide(
  deps: Deps,
  scheduledTime: number,
  audience: AudienceFilter,
  { due, missed }: Slots,
  fill: (slot: number) => Promise<SlotOutcome>,
): Promise<string | null> {
  if (missed.length > 0) {
    const note = `It was noticed at ${new Date(scheduledTime).toISOString()}.`;
    const slots = missed.map((startsAt) => ({ audience, startsAt, outcome: 'too-late', note }) as const);
    await closeSlots(deps.db, slots, deps.now());
  }
  if (due === null) return missed.length === 0 ? null : 'A slot was missed by too much.';
  return `${NAMES[audience]} ${new Date(due).toISOString()}: ${await fill(due)}.`;
}
