// The outcome of a slot: its issue is on its way, waits for an editor as a draft, or does not exist. Decided and recorded
// here for both calendars.

import type { Publication } from '../../content/publication.ts';
import { isWarmingUp } from '../../content/warm-up.ts';
import {
  closeSlots,
  createIssueForSlot,
  type FrozenIssue,
  pruneWork,
  type SlotOutcome,
  type Work,
} from '../store/index.ts';
import type { ClockDeps } from './deps.ts';
import type { Made, Order } from './freeze-once.ts';

const GIVEN_UP =
  'The clock began three times to make this issue, and was stopped each time. It is probably too long: take something out of it, look at its preview, and send it by hand.';

const WARMING_UP =
  'The domain is warming up (warmUp in content/publication.ts), so an issue takes several days and none leaves by itself. Look at it and send it by hand.';

export type Settling = {
  readonly publication: Publication;
  readonly policy: 'send' | 'draft';
  /** The reports, or for a round-up the issues, that the issue is made of. */
  readonly reportIds: readonly string[];
  readonly partIds?: readonly string[];
  /** For an editor, with the slot. */
  readonly note: string | null;
  /** The note if the content was sent before. */
  readonly sameContentNote: string | null;
  /** Keys of kept work that the issue used. */
  readonly used: readonly string[];
  /** Of the reports that are new: other work about them is forgotten. Null: this calendar has none. */
  readonly works: readonly Work[] | null;
};

/** @returns `waiting` if the next tick continues. */
export async function settleSlot(
  deps: ClockDeps,
  { audience, slot }: Order,
  made: Made,
  settling: Settling,
): Promise<SlotOutcome | 'waiting'> {
  const { publication, policy, reportIds, partIds, note, used, works } = settling;
  switch (made.kind) {
    case 'waiting':
      return 'waiting';
    case 'same-content':
      await closeSlot(
        deps,
        { audience, startsAt: slot, outcome: 'same-content', note: settling.sameContentNote },
        works,
      );
      return 'same-content';
    case 'made':
    case 'given-up': {
      const { id, outcome } = decideFate(made, policy, isWarmingUp(publication, deps.now()));
      const parts = partIds === undefined ? {} : { partIds };
      // If an editor is quicker with a round-up of the same issues, the next tick looks again.
      await createIssueForSlot(deps.db, { id, slot, reportIds, ...parts, note, outcome }, deps.now());
      await pruneWork(deps.db, { used: [...used, ...made.keys], reports: works ?? [] }, deps.now());
      return outcome.kind;
    }
  }
}

/** A slot without an issue. */
export async function closeSlot(
  { db, now }: Pick<ClockDeps, 'db' | 'now'>,
  slot: Parameters<typeof closeSlots>[1][number],
  works: readonly Work[] | null = null,
): Promise<void> {
  await closeSlots(db, [slot], now());
  if (works !== null) await pruneWork(db, { used: [], reports: works }, now());
}

/**
 * Whether the issue is on its way, or a draft that waits for an editor.
 * @param isHeld the domain is warming up, so an issue takes days and none leaves by itself.
 */
function decideFate(
  made: Extract<Made, { kind: 'made' | 'given-up' }>,
  policy: 'send' | 'draft',
  isHeld: boolean,
): {
  id: string;
  outcome: { kind: 'scheduled'; frozen: FrozenIssue } | { kind: 'drafted'; reason: string | null };
} {
  if (made.kind === 'given-up')
    return { id: crypto.randomUUID(), outcome: { kind: 'drafted', reason: GIVEN_UP } };
  if (policy === 'send' && made.isReady && isHeld)
    return { id: made.id, outcome: { kind: 'drafted', reason: WARMING_UP } };
  if (policy === 'send' && made.isReady)
    return { id: made.id, outcome: { kind: 'scheduled', frozen: made.frozen } };
  return { id: made.id, outcome: { kind: 'drafted', reason: made.reason } };
}
