// When the Postmaster has something to do next, computed from the tables alone.

import type { Storage } from '../tables/storage.ts';

/** @returns when the next waiting row is due, if that is soon. */
export function nextRetry({ sql }: Storage, now: number, within: number): number | null {
  return sql
    .exec<{ at: number | null }>(
      `SELECT min(at) AS at FROM (
         SELECT next_at AS at FROM messages WHERE state = 'waiting' AND next_at BETWEEN ?1 AND ?2
         UNION ALL
         SELECT b.next_at FROM batches AS b INDEXED BY batches_waiting CROSS JOIN runs AS r ON r.run_id = b.run_id
           WHERE b.state = 'waiting' AND b.next_at BETWEEN ?1 AND ?2 AND r.state IN ('sending', 'sent', 'paused')
       )`,
      now + 1,
      now + within,
    )
    .one().at;
}

/**
 * @param state.paceAt nothing is prepared before.
 * @param state.quotaAt nothing that may count against the quota is sent before.
 * @param state.runAt nothing of a run is sent before, unless it is in doubt.
 * @param state.shareAt no confirmation without a first call is sent before.
 * @param state.isLaunching a launch is under way, and the next one waits for it.
 * @param state.underWay how many attempts without an outcome have their call under way in this process.
 * @returns milliseconds since 1970, perhaps in the past; null when nothing waits.
 */
export function nextDue(
  { sql }: Storage,
  state: {
    maxOpen: number;
    underWay: number;
    paceAt: number;
    quotaAt: number;
    runAt: number;
    shareAt: number;
    isLaunching: boolean;
  },
): number | null {
  const { reportAt, sending, open, launch } = sql
    .exec<{ reportAt: number | null; sending: number | null; open: number; launch: number | null }>(
      `SELECT
         (SELECT count(*) FROM attempts WHERE outcome IS NULL) AS open,
         (SELECT min(tell_at) FROM runs WHERE told < change) AS reportAt,
         (SELECT min(launch_at) FROM launches) AS launch,
         (SELECT min(at) FROM (
           SELECT min(CASE
             WHEN is_ambiguous THEN next_at
             WHEN purpose IN ('test', 'welcome') OR first_try_at IS NOT NULL THEN max(next_at, ?2)
             ELSE max(next_at, ?2, ?3) END) AS at FROM messages WHERE state = 'waiting'
           UNION ALL
           SELECT min(iif(b.is_ambiguous, b.next_at, max(b.next_at, ?4)))
             FROM batches AS b INDEXED BY batches_waiting CROSS JOIN runs AS r ON r.run_id = b.run_id
             WHERE b.state = 'waiting'
               AND r.state IN ('sending', 'sent', 'paused') AND (r.state <> 'paused' OR b.is_ambiguous)
           UNION ALL
           SELECT max(min(read_at), ?4) FROM runs
             WHERE state = 'sending' AND is_read = 0 AND told > 0 AND ?1 > (
               SELECT count(*) FROM batches INDEXED BY batches_by_state
               WHERE batches.run_id = runs.run_id AND batches.state IN ('waiting', 'calling') AND NOT is_ambiguous
             )
         )) AS sending`,
      state.maxOpen,
      state.quotaAt,
      state.shareAt,
      state.runAt,
    )
    .one();
  if (open > state.underWay) return 0;
  const sendAt = sending === null ? null : Math.max(sending, state.paceAt);
  const times = [reportAt, sendAt, state.isLaunching ? null : launch].filter((at) => at !== null);
  return times.length === 0 ? null : Math.min(...times);
}
