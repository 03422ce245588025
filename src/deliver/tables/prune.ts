// Drops what is no longer needed, a little at a time. What grows with the number of mails is kept for a while after it is
// settled; what waits for a decision is kept until there is one.

import { pruneMailTemplates } from './mail-templates.ts';
import type { Storage } from './storage.ts';
import { dropExpired } from './transactional.ts';

const DAY_MS = 86_400_000;
const EVERY_MS = 60_000;
/** Between two passes over the attempts and the templates. */
const WALK_EVERY_MS = 3_600_000;
const MAX_ROWS = 500;

/** After its run has ended: by then the provider no longer knows any of its keys. */
const ATTEMPTS_LAST_MS = 7 * DAY_MS;
/** After they were queued: the limits for one address look back a day, and so does the share of the quota. */
const MESSAGES_LAST_MS = 7 * DAY_MS;
/** Which subscribers were in which batch, for late questions. */
const BATCHES_LAST_MS = 90 * DAY_MS;

/** @returns a function for every tick of the clock: it does one small step, at most once a minute. */
export function createPruner(storage: Storage): (now: number) => void {
  let nextAt = 0;
  let walkAt = 0;
  let walkedTo = 0;
  return (now) => {
    // A clock that was set back must not stop it.
    if (now < nextAt && nextAt - now <= EVERY_MS) return;
    nextAt = now + EVERY_MS;
    dropExpired(storage, now, MAX_ROWS);
    pruneTransactional(storage, now);
    dropBatches(storage, now);
    if (now < walkAt && walkAt - now <= WALK_EVERY_MS) return;
    walkedTo = dropAttempts(storage, walkedTo, now);
    pruneMailTemplates(storage);
    if (walkedTo === 0) walkAt = now + WALK_EVERY_MS;
  };
}

function pruneTransactional({ sql }: Storage, now: number): void {
  sql.exec(
    `DELETE FROM messages WHERE id IN (
       SELECT id FROM messages
       WHERE state IN ('sent', 'refused', 'unknown', 'dropped') AND created_at < ?1 AND coalesce(first_try_at, 0) < ?2
       LIMIT ?3
     )`,
    now - MESSAGES_LAST_MS,
    now - 2 * DAY_MS,
    MAX_ROWS,
  );
}

/**
 * Attempts of settled batches and of mails that were dropped. Those of a batch that is open or waits for a decision stay:
 * an editor needs them to decide.
 * @returns the id to go on from; 0 when there is no older one to look at.
 */
function dropAttempts(storage: Storage, from: number, now: number): number {
  const { sql } = storage;
  const before = now - ATTEMPTS_LAST_MS;
  return storage.transactionSync(() => {
    const { last, count } = sql
      .exec<{ last: number | null; count: number }>(
        `SELECT max(id) AS last, count(*) AS count
         FROM (SELECT id, started_at FROM attempts WHERE id > ?1 ORDER BY id LIMIT ?2) WHERE started_at < ?3`,
        from,
        MAX_ROWS,
        before,
      )
      .one();
    if (last === null) return 0;
    const dropped = sql
      .exec<{ run_id: string | null }>(
        `DELETE FROM attempts WHERE id IN (
           SELECT a.id FROM attempts AS a
             LEFT JOIN runs AS r ON r.run_id = a.run_id
             LEFT JOIN batches AS b ON b.run_id = a.run_id AND b.number = a.batch
             LEFT JOIN messages AS m ON m.id = a.message_id
           WHERE a.id > ?1 AND a.id <= ?2 AND a.outcome IS NOT NULL
             AND iif(a.run_id IS NULL, m.id IS NULL,
               r.ended_at < ?3 AND coalesce(b.state, '') NOT IN ('waiting', 'calling', 'unknown'))
         ) RETURNING run_id`,
        from,
        last,
        before,
      )
      .toArray();
    for (const [runId, { length }] of Map.groupBy(dropped, (attempt) => attempt.run_id))
      if (runId !== null)
        sql.exec('UPDATE runs SET attempts_dropped = attempts_dropped + ? WHERE run_id = ?', length, runId);
    return count < MAX_ROWS ? 0 : last;
  });
}

/** The batches and the template of a run that is over and has nothing open. Its counters stay. */
function dropBatches(storage: Storage, now: number): void {
  const { sql } = storage;
  storage.transactionSync(() => {
    const [run] = sql
      .exec<{ run_id: string }>(
        `SELECT run_id FROM runs
         WHERE tidied_at IS NULL AND ended_at < ? AND NOT EXISTS (
           SELECT 1 FROM batches INDEXED BY batches_by_state
           WHERE batches.run_id = runs.run_id AND batches.state IN ('waiting', 'calling', 'unknown')
         )
         ORDER BY seq LIMIT 1`,
        now - BATCHES_LAST_MS,
      )
      .toArray();
    if (run === undefined) return;
    const dropped = sql
      .exec(
        `DELETE FROM batches WHERE run_id = ?1 AND number IN (
           SELECT number FROM batches WHERE run_id = ?1 ORDER BY number LIMIT ?2
         ) RETURNING number`,
        run.run_id,
        MAX_ROWS,
      )
      .toArray();
    if (dropped.length === MAX_ROWS) return;
    sql.exec('DELETE FROM templates WHERE run_id = ?', run.run_id);
    sql.exec('UPDATE runs SET tidied_at = ?2 WHERE run_id = ?1', run.run_id, now);
  });
}
