// The round-up of the week: made of the issues that were approved since the last one, for those who chose it.

import type { Publication } from '../../content/publication.ts';
import type { Config } from '../env.ts';
import {
  closeSlots,
  createIssueForSlot,
  hasContent,
  hasReaders,
  type LastSlots,
  listIssuesForRoundUp,
  readParts,
  type SlotOutcome,
} from '../store/index.ts';
import type { SigningKey } from '../tokens.ts';
import { dueSlots } from './calendar.ts';
import { decide } from './slots.ts';

type Deps = {
  readonly db: D1Database;
  readonly now: () => number;
  readonly config: Pick<Config, 'local' | 'siteUrl'>;
  readonly signingKey: SigningKey;
};

const HOUR_MS = 3_600_000;
const WEEK_MS = 7 * 24 * HOUR_MS;
/** More than a week holds, and no more than one request can carry. */
const MAX_ISSUES = 50;

/** @returns what it did, or null when nothing was to be done. */
export async function decideRoundUp(
  deps: Deps,
  scheduledTime: number,
  last: LastSlots,
  publication: Publication,
): Promise<string | null> {
  const { timeZone, weekly } = publication;
  if (weekly === null) return null;
  const { day, hour, lateByHours } = weekly;
  const slots = dueSlots(last.weekly, scheduledTime, { timeZone, days: [day], hour, lateByHours });
  return decide(deps, scheduledTime, 'weekly', slots, (slot) =>
    fill(deps, publication, weekly, {
      slot,
      from: beginningOfWeek(slot, last.weeklyInTime, lateByHours),
      until: Math.max(deps.now(), scheduledTime),
    }),
  );
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
  deps: Deps,
  publication: Publication,
  weekly: NonNullable<Publication['weekly']>,
  { slot, from, until }: { slot: number; from: number; until: number },
): Promise<SlotOutcome> {
  const { db, config, signingKey, now } = deps;
  const close = async (outcome: 'nothing-new' | 'no-readers' | 'same-content', note: string) => {
    await closeSlots(db, [{ audience: 'weekly', startsAt: slot, outcome, note }], now());
    return outcome;
  };
  const parts = await readParts(db, await listIssuesForRoundUp(db, { from, until, limit: MAX_ISSUES }));
  if (parts.length === 0) return close('nothing-new', 'No issue was approved that is in no round-up yet.');
  if (!(await hasReaders(db, 'weekly'))) return close('no-readers', 'Nobody has chosen the round-up.');

  const { freezeRoundUp } = await import('../freeze.ts');
  const id = crypto.randomUUID();
  const { preflight, stored } = await freezeRoundUp({ id, subject: null, preheader: null }, parts, {
    publication,
    siteUrl: config.siteUrl,
    keyId: signingKey.id,
    local: config.local,
  });
  if (await hasContent(db, stored.fingerprint)) return close('same-content', 'It was sent before.');
  const outcome =
    weekly.policy === 'send' && preflight.ok
      ? ({ kind: 'scheduled', frozen: stored } as const)
      : ({
          kind: 'drafted',
          reason: preflight.problems.map(({ message }) => message).join(' ') || null,
        } as const);
  const partIds = parts.map((part) => part.id);
  // Should an editor be quicker with a round-up of the same issues, the next tick looks again.
  await createIssueForSlot(db, { id, slot, reportIds: [], partIds, note: null, outcome }, now());
  return outcome.kind;
}
