// What the clock has done: every tick, by the time for which it was scheduled, and every slot (a time of sending
// by one of the publication's two calendars), decided once.

import { prepareListDue } from './issues/issues.ts';
import { type OwedMails, prepareExpiry, prepareOwedMails, toOwedMails } from './signups/open.ts';
import type { Cadence } from './subscribers/subscriber.ts';

export type SlotOutcome =
  | 'scheduled'
  | 'drafted'
  | 'nothing-new'
  | 'same-content'
  | 'no-readers'
  | 'too-late';

export type Tick = { endedAt: number | null; outcome: string | null };

export type Slot = {
  /** The calendar that it belongs to. */
  audience: Cadence;
  startsAt: number;
  outcome: SlotOutcome;
  note: string | null;
  issueId: string | null;
  decidedAt: number;
};

/** Ticks come every five minutes; a month of them is enough to look back. */
const KEEP_TICKS_MS = 30 * 24 * 3600 * 1000;

/** What a tick has to know, read in one batch: most ticks find nothing due, and each query by itself costs. */
export type Beginning = {
  /** The tick as an earlier call left it (without an end if that call died), or null when it is new. */
  before: Tick | null;
  /** The mails to readers that the Postmaster does not have yet. */
  owed: OwedMails;
  lastSlots: LastSlots;
  /** The ids of the issues whose time has come. */
  dueIssues: string[];
};

/** The outcome of nearly every tick. */
export const NOTHING_DUE = 'No slot is due.';

/**
 * Notes the tick as one that finds nothing to do, which saves most ticks a second batch. Deletes what has expired: old
 * ticks, signups that nobody confirmed, data links.
 */
export async function beginTick(db: D1Database, scheduledTime: number, now: number): Promise<Beginning> {
  const until = Math.max(now, scheduledTime);
  const [begun, last, due, ...owed] = await db.batch<unknown>([
    db
      .prepare(
        `INSERT INTO ticks (scheduled_time, started_at, ended_at, outcome) VALUES (?1, ?2, ?2, ?3)
         ON CONFLICT (scheduled_time) DO NOTHING
         RETURNING scheduled_time`,
      )
      .bind(scheduledTime, now, NOTHING_DUE),
    db
      .prepare(
        `SELECT (SELECT max(starts_at) FROM slots WHERE audience = 'every') AS every,
           (SELECT max(starts_at) FROM slots WHERE audience = 'weekly') AS weekly,
           (SELECT max(starts_at) FROM slots WHERE audience = 'weekly' AND outcome <> 'too-late') AS weeklyInTime,
           ended_at AS endedAt, outcome
         FROM ticks WHERE scheduled_time = ?1`,
      )
      .bind(scheduledTime),
    prepareListDue(db, until),
    ...prepareOwedMails(db, until),
    db.prepare('DELETE FROM ticks WHERE scheduled_time < ?1').bind(scheduledTime - KEEP_TICKS_MS),
    ...prepareExpiry(db, until),
  ]);
  const [row = NOTHING_KNOWN] = (last?.results ?? []) as (LastSlots & Tick)[];
  const { endedAt, outcome, ...lastSlots } = row;
  return {
    before: begun?.results.length === 1 ? null : { endedAt, outcome },
    lastSlots,
    dueIssues: ((due?.results ?? []) as { id: string }[]).map(({ id }) => id),
    owed: toOwedMails(owed),
  };
}

const NOTHING_KNOWN: LastSlots & Tick = {
  every: null,
  weekly: null,
  weeklyInTime: null,
  endedAt: null,
  outcome: null,
};

/** There is something to do, and it is not known whether the tick will end. */
export async function reopenTick(db: D1Database, scheduledTime: number): Promise<void> {
  await db
    .prepare('UPDATE ticks SET ended_at = NULL, outcome = NULL WHERE scheduled_time = ?1 AND outcome = ?2')
    .bind(scheduledTime, NOTHING_DUE)
    .run();
}

/** Its outcome is written down once. */
export async function endTick(
  db: D1Database,
  scheduledTime: number,
  outcome: string,
  now: number,
): Promise<void> {
  await db
    .prepare(
      `UPDATE ticks SET ended_at = ?2, outcome = ?3
       WHERE scheduled_time = ?1 AND (ended_at IS NULL OR outcome = ?4)`,
    )
    .bind(scheduledTime, now, outcome, NOTHING_DUE)
    .run();
}

/** When the last decided slots began: null before the first. */
export type LastSlots = {
  readonly every: number | null;
  readonly weekly: number | null;
  /** The last round-up that was not missed: issues since then are in none. */
  readonly weeklyInTime: number | null;
};

/** Records slots that lead to no issue (for one that does: `createIssueForSlot`). Earlier decisions stay. */
export async function closeSlots(
  db: D1Database,
  slots: readonly {
    audience: Cadence;
    startsAt: number;
    outcome: Exclude<SlotOutcome, 'scheduled' | 'drafted'>;
    note: string | null;
  }[],
  now: number,
): Promise<void> {
  await db
    .prepare(
      `INSERT INTO slots (audience, starts_at, outcome, note, decided_at)
       SELECT slot.value ->> 'audience', slot.value ->> 'startsAt', slot.value ->> 'outcome',
         slot.value ->> 'note', ?2
       FROM json_each(?1) AS slot
       WHERE true
       ON CONFLICT (audience, starts_at) DO NOTHING`,
    )
    .bind(JSON.stringify(slots), now)
    .run();
}

/** The newest first. */
export async function listSlots(db: D1Database, page: { limit: number }): Promise<Slot[]> {
  const { results } = await db
    .prepare(
      `SELECT audience, starts_at, outcome, note, issue_id, decided_at FROM slots
       ORDER BY starts_at DESC, audience LIMIT ?1`,
    )
    .bind(page.limit)
    .all<{
      audience: Cadence;
      starts_at: number;
      outcome: SlotOutcome;
      note: string | null;
      issue_id: string | null;
      decided_at: number;
    }>();
  return results.map((row) => ({
    audience: row.audience,
    startsAt: row.starts_at,
    outcome: row.outcome,
    note: row.note,
    issueId: row.issue_id,
    decidedAt: row.decided_at,
  }));
}
