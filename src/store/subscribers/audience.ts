// The recipients of an issue. A run freezes its audience as "everyone up to this activation", so no list of recipients is
// stored.

import type { Cadence } from './subscriber.ts';

export type Recipient = { id: string; email: string; name: string | null };

/** `place` is the id at which the run found them: the old row's, if their address has changed since it began. */
export type Placed = Recipient & { place: string };

/**
 * The next recipients by keyset: active now with this choice, and since no later than `maxActivation`; or moved after
 * that to an active address.
 */
export async function readAudience(
  db: D1Database,
  page: { afterId: string; limit: number; maxActivation: number; filter: Cadence },
): Promise<Placed[]> {
  const { results } = await db
    .prepare(
      `SELECT s.id AS place, coalesce(new.id, s.id) AS id, coalesce(new.email, s.email) AS email,
         coalesce(new.name, s.name) AS name
       FROM subscribers AS s LEFT JOIN subscribers AS new ON new.id = s.moved_to AND s.moved_after > ?3
         AND new.state = 'active' AND new.frequency = ?4 AND new.activation > ?3
       WHERE s.id > ?1 AND s.frequency = ?4 AND s.activation <= ?3
         AND (s.state = 'active' OR (s.state = 'unsubscribed' AND new.id IS NOT NULL))
       ORDER BY s.id LIMIT ?2`,
    )
    .bind(Number(page.afterId), page.limit, page.maxActivation, page.filter)
    .all<{ place: number; id: number; email: string; name: string | null }>();
  return results.map((row) => ({ ...row, place: String(row.place), id: String(row.id) }));
}

export async function countAudience(
  db: D1Database,
  audience: { maxActivation: number; filter: Cadence },
): Promise<number> {
  const count = await db
    .prepare(
      `SELECT count(*) AS n FROM subscribers WHERE state = 'active' AND frequency = ?2 AND activation <= ?1`,
    )
    .bind(audience.maxActivation, audience.filter)
    .first<number>('n');
  return count ?? 0;
}

/** Whether an issue for them would reach anybody. */
export async function hasReaders(db: D1Database, filter: Cadence): Promise<boolean> {
  const found = await db
    .prepare(`SELECT 1 FROM subscribers WHERE state = 'active' AND frequency = ?1 LIMIT 1`)
    .bind(filter)
    .first();
  return found !== null;
}

/** The number that was given out last. It only grows, and numbers may be left out. */
export async function highestActivation(db: D1Database): Promise<number> {
  return (
    (await db.prepare(`SELECT value FROM counters WHERE name = 'activation'`).first<number>('value')) ?? 0
  );
}

/**
 * Those of the ids that may still get this mail, in the order of their ids. Readers who changed their address are there
 * under the new one and its id.
 */
export async function readStillActive(
  db: D1Database,
  ids: readonly string[],
  filter: Cadence,
): Promise<{ id: string; email: string }[]> {
  const { results } = await db
    .prepare(
      `SELECT coalesce(new.id, s.id) AS id, coalesce(new.email, s.email) AS email
       FROM subscribers AS s LEFT JOIN subscribers AS new ON new.id = s.moved_to AND s.moved_after IS NOT NULL
         AND new.state = 'active' AND new.frequency = ?2
       WHERE s.id IN (SELECT value FROM json_each(?1)) AND s.frequency = ?2
         AND (s.state = 'active' OR (s.state = 'unsubscribed' AND new.id IS NOT NULL))
       ORDER BY 1`,
    )
    .bind(JSON.stringify(ids.map(Number)), filter)
    .all<{ id: number; email: string }>();
  return results.map(({ id, email }) => ({ id: String(id), email }));
}
