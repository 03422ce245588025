// What the clock has done: every tick, by the time for which it was scheduled, and every slot (a time of sending
// by the publication's calendar), decided once.

import { prepareExpiry } from './consents.ts';

export type SlotOutcome = 'scheduled' | 'drafted' | 'nothing-new' | 'same-content' | 'too-late';

export type Tick = { endedAt: number | null; outcome: string | null };

export type Slot = {
  startsAt: number;
  outcome: SlotOutcome;
  note: string | null;
  issueId: string | null;
  decidedAt: number;
};

/** Ticks come every five minutes; a month of them is enough to look back. */
const KEEP_TICKS_MS = 30 * 24 * 3600 * 1000;

/** @returns the tick as an earlier call left it (without an end if that call died), or null when it is new. */
export async function beginTick(db: D1Database, scheduledTime: number, now: number): Promise<Tick | null> {
  const [begun, found] = await db.batch<{ ended_at: number | null; outcome: string | null }>([
    db
      .prepare(
        `INSERT INTO ticks (scheduled_time, started_at) VALUES (?1, ?2)
         ON CONFLICT (scheduled_time) DO NOTHING
         RETURNING ended_at, outcome`,
      )
      .bind(scheduledTime, now),
    db.prepare('SELECT ended_at, outcome FROM ticks WHERE scheduled_time = ?1').bind(scheduledTime),
  ]);
  if (begun?.results.length === 1) return null;
  const row = found?.results[0];
  return { endedAt: row?.ended_at ?? null, outcome: row?.outcome ?? null };
}

/** Ends the tick and forgets what has had its time: old ticks, askings that nobody answered, links. */
export async function endTick(
  db: D1Database,
  scheduledTime: number,
  outcome: string,
  now: number,
): Promise<void> {
  await db.batch([
    db
      .prepare('UPDATE ticks SET ended_at = ?2, outcome = ?3 WHERE scheduled_time = ?1 AND ended_at IS NULL')
      .bind(scheduledTime, now, outcome),
    db.prepare('DELETE FROM ticks WHERE scheduled_time < ?1').bind(scheduledTime - KEEP_TICKS_MS),
    ...prepareExpiry(db, Math.max(now, scheduledTime)),
  ]);
}

/** When the slot that was decided last began, or null before the first. */
export async function readLastSlot(db: D1Database): Promise<number | null> {
  return db.prepare('SELECT max(starts_at) AS last FROM slots').first<number | null>('last');
}

/** Records slots that lead to no issue (for one that does: `createIssueForSlot`). What was decided before stays. */
export async function closeSlots(
  db: D1Database,
  slots: readonly {
    startsAt: number;
    outcome: Exclude<SlotOutcome, 'scheduled' | 'drafted'>;
    note: string | null;
  }[],
  now: number,
): Promise<void> {
  await db
    .prepare(
      `INSERT INTO slots (starts_at, outcome, note, decided_at)
       SELECT slot.value ->> 'startsAt', slot.value ->> 'outcome', slot.value ->> 'note', ?2
       FROM json_each(?1) AS slot
       WHERE true
       ON CONFLICT (starts_at) DO NOTHING`,
    )
    .bind(JSON.stringify(slots), now)
    .run();
}

/** The newest first. */
export async function listSlots(db: D1Database, page: { limit: number }): Promise<Slot[]> {
  const { results } = await db
    .prepare(
      `SELECT starts_at, outcome, note, issue_id, decided_at FROM slots
       ORDER BY starts_at DESC LIMIT ?1`,
    )
    .bind(page.limit)
    .all<{
      starts_at: number;
      outcome: SlotOutcome;
      note: string | null;
      issue_id: string | null;
      decided_at: number;
    }>();
  return results.map((row) => ({
    startsAt: row.starts_at,
    outcome: row.outcome,
    note: row.note,
    issueId: row.issue_id,
    decidedAt: row.decided_at,
  }));
}
