// What /health reports about D1, in one query: whether its tables are those of this version, when the clock last ran,
// and what waits for an editor.

import { migrations } from './migrations.gen.ts';

export type StoreCondition = {
  /** Migrations of this version that the database has not seen. If there are any, nothing else is read. */
  readonly missing: readonly string[];
  /** When Copydesk first ran on this database; null before that. */
  readonly firstStart: number | null;
  /** The scheduled time of the last tick that ended. */
  readonly lastTick: number | null;
  readonly pausedIssues: readonly {
    readonly id: string;
    readonly number: number;
    readonly reason: string | null;
  }[];
  /** Drafts of the clock that something keeps from being sent, and those that wait as they were meant to. */
  readonly heldDrafts: number;
  readonly waitingDrafts: number;
};

/** How many of the newest issues are looked at: older ones no longer wait for anything. */
const NEWEST = 100;

export async function readStoreCondition(db: D1Database): Promise<StoreCondition> {
  const missing = await listMissing(db);
  if (missing.length > 0)
    return { missing, firstStart: null, lastTick: null, pausedIssues: [], heldDrafts: 0, waitingDrafts: 0 };
  const row = await db
    .prepare(
      `WITH newest AS (SELECT id, number, state, origin, reason FROM issues ORDER BY number DESC LIMIT ?1)
       SELECT
         (SELECT set_at FROM fixed_settings WHERE name = 'jurisdiction') AS firstStart,
         (SELECT scheduled_time FROM ticks WHERE ended_at IS NOT NULL ORDER BY scheduled_time DESC LIMIT 1)
           AS lastTick,
         (SELECT json_group_array(json_object('id', id, 'number', number, 'reason', reason))
          FROM newest WHERE state = 'paused') AS paused,
         count(*) FILTER (WHERE reason IS NOT NULL) AS heldDrafts,
         count(*) FILTER (WHERE reason IS NULL) AS waitingDrafts
       FROM newest WHERE state = 'draft' AND origin = 'clock'`,
    )
    .bind(NEWEST)
    .first<{
      firstStart: number | null;
      lastTick: number | null;
      paused: string;
      heldDrafts: number;
      waitingDrafts: number;
    }>();
  if (row === null) throw new Error('an aggregate answered no row');
  const { paused, ...rest } = row;
  return { missing, ...rest, pausedIssues: JSON.parse(paused) as StoreCondition['pausedIssues'] };
}

async function listMissing(db: D1Database): Promise<readonly string[]> {
  try {
    const { results } = await db.prepare('SELECT name FROM d1_migrations').all<{ name: string }>();
    const applied = new Set(results.map(({ name }) => name));
    return migrations.filter((name) => !applied.has(name));
  } catch (error) {
    if (String(error).includes('no such table')) return migrations;
    throw error;
  }
}
