// When the Postmaster has something to do next, computed from the tables alone.

import type { Storage } from './schema.ts';

/**
 * @param world.gate nothing is sent before: the pace or the quota says so.
 * @param world.underWay how many attempts without an outcome have their call under way in this process.
 * @returns milliseconds since 1970, perhaps in the past; null when nothing waits.
 */
export function nextDue(
  { sql }: Storage,
  world: { mostOpen: number; underWay: number; gate: number },
): number | null {
  const { news, sending, open } = sql
    .exec<{ news: number | null; sending: number | null; open: number }>(
      `SELECT
         (SELECT count(*) FROM attempts WHERE outcome IS NULL) AS open,
         (SELECT min(tell_at) FROM runs WHERE told < change) AS news,
         (SELECT min(at) FROM (
           SELECT min(next_at) AS at FROM messages WHERE state = 'waiting'
           UNION ALL
           SELECT min(b.next_at) FROM runs AS r
             CROSS JOIN batches AS b ON b.run_id = r.run_id AND b.state = 'waiting'
             WHERE r.state IN ('sending', 'sent', 'paused') AND (r.state <> 'paused' OR b.is_ambiguous)
           UNION ALL
           SELECT min(read_at) FROM runs
             WHERE state = 'sending' AND is_read = 0 AND ?1 > (
               SELECT count(*) FROM batches
               WHERE batches.run_id = runs.run_id AND batches.state IN ('waiting', 'calling')
             )
         )) AS sending`,
      world.mostOpen,
    )
    .one();
  if (open > world.underWay) return 0;
  const gated = sending === null ? null : Math.max(sending, world.gate);
  if (news === null || gated === null) return news ?? gated;
  return Math.min(news, gated);
}
