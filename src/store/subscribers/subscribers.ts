// Who gets the mail. There is one row per normalised address for ever, and every entry into `active` takes the
// next number of one counter (`activation`), so that a run can freeze its audience as "up to this number".

import { prepareConsent, prepareWithdrawal } from '../signups/signups.ts';
import type { Cadence, Subscriber, SubscriberState } from './subscriber.ts';

export type Recipient = { id: string; email: string; name: string | null };

/** `place` is the id at which the run came to them: the old one's, for who has moved since it began. */
export type Placed = Recipient & { place: string };

/**
 * Everybody in the order of their ids, erased rows too. `afterId` is the last id of the page before. `search` is a part
 * of an address or a name, in either case; no sign in it stands for anything else, as it would in LIKE, of which D1 takes
 * 50 bytes.
 */
export async function listSubscribers(
  db: D1Database,
  page: { afterId?: string | null; limit: number; state?: SubscriberState | null; search?: string | null },
): Promise<Subscriber[]> {
  const { search } = page;
  const { results } = await db
    .prepare(
      `SELECT id, email, name, state, frequency, created_at, changed_at FROM subscribers
       WHERE id > ?1 AND (?3 IS NULL OR state = ?3)
         AND (?4 IS NULL OR instr(email, ?4) OR instr(lower(name), ?4) OR instr(upper(name), ?5))
       ORDER BY id LIMIT ?2`,
    )
    .bind(
      Number(page.afterId ?? 0),
      page.limit,
      page.state ?? null,
      search?.toLowerCase() ?? null,
      search?.toUpperCase() ?? null,
    )
    .all<Row>();
  return results.map(toSubscriber);
}

/** Those of the ids that were given out, in the order of their ids. */
export async function readSubscribers(db: D1Database, ids: readonly string[]): Promise<Subscriber[]> {
  const { results } = await db
    .prepare(
      `SELECT id, email, name, state, frequency, created_at, changed_at FROM subscribers
       WHERE id IN (SELECT value FROM json_each(?1)) ORDER BY id`,
    )
    .bind(JSON.stringify(ids.map(Number)))
    .all<Row>();
  return results.map(toSubscriber);
}

export async function findSubscriber(db: D1Database, id: string): Promise<Subscriber | null> {
  const row = await db
    .prepare(
      'SELECT id, email, name, state, frequency, created_at, changed_at FROM subscribers WHERE id = ?1',
    )
    .bind(Number(id))
    .first<Row>();
  return row === null ? null : toSubscriber(row);
}

/** @param email in its normal form. */
export async function findByAddress(db: D1Database, email: string): Promise<Subscriber | null> {
  const row = await db
    .prepare(
      'SELECT id, email, name, state, frequency, created_at, changed_at FROM subscribers WHERE email = ?1',
    )
    .bind(email)
    .first<Row>();
  return row === null ? null : toSubscriber(row);
}

/** @returns the subscriber as they are now, or null for an id that was never given out. Repeating it is harmless. */
export async function unsubscribe(db: D1Database, id: string, now: number): Promise<Subscriber | null> {
  const [, , found] = await db.batch<Row>([
    db
      .prepare(
        `UPDATE subscribers SET state = 'unsubscribed', changed_at = ?2
         WHERE id = ?1 AND state IN ('pending', 'active')`,
      )
      .bind(Number(id), now),
    prepareWithdrawal(db, id),
    db
      .prepare(
        'SELECT id, email, name, state, frequency, created_at, changed_at FROM subscribers WHERE id = ?1',
      )
      .bind(Number(id)),
  ]);
  const row = found?.results[0];
  return row === undefined ? null : toSubscriber(row);
}

/**
 * Brings back who unsubscribed, and nobody else: a bounce, a complaint or a suppression stays, and who never was
 * active has to confirm first.
 * @param wording what stood beside the button, which is kept as what they agreed to.
 */
export async function resubscribe(
  db: D1Database,
  id: string,
  now: number,
  wording = '',
): Promise<Subscriber | null> {
  const [, , , found] = await db.batch<Row>([
    prepareConsent(db, id, { source: 'page for leaving', wording }, now),
    db.prepare(`UPDATE counters SET value = value + 1 WHERE name = 'activation'`),
    db
      .prepare(
        `UPDATE subscribers SET state = 'active', changed_at = ?2, moved_to = NULL, moved_after = NULL,
           activation = (SELECT value FROM counters WHERE name = 'activation')
         WHERE id = ?1 AND state = 'unsubscribed' AND activation IS NOT NULL`,
      )
      .bind(Number(id), now),
    db
      .prepare(
        'SELECT id, email, name, state, frequency, created_at, changed_at FROM subscribers WHERE id = ?1',
      )
      .bind(Number(id)),
  ]);
  const row = found?.results[0];
  return row === undefined ? null : toSubscriber(row);
}

/**
 * Every issue, or the round-up. A switch is an entry into another audience, so it takes the next `activation`: a
 * run that has begun gains nobody by it. Only who is active chooses; the same choice again changes nothing.
 */
export async function chooseCadence(
  db: D1Database,
  id: string,
  frequency: Cadence,
  now: number,
): Promise<Subscriber | null> {
  const [, , found] = await db.batch<Row>([
    db
      .prepare(
        `UPDATE counters SET value = value + 1
         WHERE name = 'activation' AND EXISTS
           (SELECT 1 FROM subscribers WHERE id = ?1 AND state = 'active' AND frequency <> ?2)`,
      )
      .bind(Number(id), frequency),
    db
      .prepare(
        `UPDATE subscribers SET frequency = ?2, changed_at = ?3,
           activation = (SELECT value FROM counters WHERE name = 'activation')
         WHERE id = ?1 AND state = 'active' AND frequency <> ?2`,
      )
      .bind(Number(id), frequency, now),
    db
      .prepare(
        'SELECT id, email, name, state, frequency, created_at, changed_at FROM subscribers WHERE id = ?1',
      )
      .bind(Number(id)),
  ]);
  const row = found?.results[0];
  return row === undefined ? null : toSubscriber(row);
}

/**
 * The next recipients by keyset: active now with this choice, and since no later than `maxActivation`; or moved after
 * that to an address that is.
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

/** The number that was given out last; it only grows, and numbers may be left out. */
export async function highestActivation(db: D1Database): Promise<number> {
  return (
    (await db.prepare(`SELECT value FROM counters WHERE name = 'activation'`).first<number>('value')) ?? 0
  );
}

/**
 * Those of the ids that may still get this mail, in the order of their ids. Who moved stands there under the new
 * address and its id.
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

type Row = {
  id: number;
  email: string | null;
  name: string | null;
  state: SubscriberState;
  frequency: Cadence;
  created_at: number;
  changed_at: number;
};

const toSubscriber = (row: Row): Subscriber => ({
  id: String(row.id),
  email: row.email,
  name: row.name,
  state: row.state,
  frequency: row.frequency,
  createdAt: row.created_at,
  changedAt: row.changed_at,
});
