// The subscribers, one row per normalised address for ever: found, listed, and what readers change themselves. Every
// entry into `active` takes the next number of one counter (`activation`): see audience.ts.

import { prepareConsent, prepareWithdrawal } from '../signups/signups.ts';
import {
  type Cadence,
  SUBSCRIBER,
  type Subscriber,
  type SubscriberRow,
  type SubscriberState,
  toSubscriber,
} from './subscriber.ts';

/**
 * Everybody in the order of their ids, erased rows too. `afterId` is the last id of the page before. `search` is a
 * part of an address or a name, in either case. It has no wildcards, unlike a pattern of LIKE, which D1 limits to 50
 * bytes.
 */
export async function listSubscribers(
  db: D1Database,
  page: { afterId?: string | null; limit: number; state?: SubscriberState | null; search?: string | null },
): Promise<Subscriber[]> {
  const { search } = page;
  const { results } = await db
    .prepare(
      `SELECT ${SUBSCRIBER} FROM subscribers
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
    .all<SubscriberRow>();
  return results.map(toSubscriber);
}

/** In the order of their ids; ids that were never given out are left out. */
export async function readSubscribers(db: D1Database, ids: readonly string[]): Promise<Subscriber[]> {
  const { results } = await db
    .prepare(
      `SELECT ${SUBSCRIBER} FROM subscribers
       WHERE id IN (SELECT value FROM json_each(?1)) ORDER BY id`,
    )
    .bind(JSON.stringify(ids.map(Number)))
    .all<SubscriberRow>();
  return results.map(toSubscriber);
}

export async function findSubscriber(db: D1Database, id: string): Promise<Subscriber | null> {
  const row = await prepareFind(db, id).first<SubscriberRow>();
  return row === null ? null : toSubscriber(row);
}

const prepareFind = (db: D1Database, id: string): D1PreparedStatement =>
  db.prepare(`SELECT ${SUBSCRIBER} FROM subscribers WHERE id = ?1`).bind(Number(id));

/** @param email in its normal form. */
export async function findByAddress(db: D1Database, email: string): Promise<Subscriber | null> {
  const row = await db
    .prepare(`SELECT ${SUBSCRIBER} FROM subscribers WHERE email = ?1`)
    .bind(email)
    .first<SubscriberRow>();
  return row === null ? null : toSubscriber(row);
}

/** @returns the subscriber after it, or null for an id that was never given out. Repeating it is harmless. */
export async function unsubscribe(db: D1Database, id: string, now: number): Promise<Subscriber | null> {
  const [, , found] = await db.batch<SubscriberRow>([
    db
      .prepare(
        `UPDATE subscribers SET state = 'unsubscribed', changed_at = ?2
         WHERE id = ?1 AND state IN ('pending', 'active')`,
      )
      .bind(Number(id), now),
    prepareWithdrawal(db, id),
    prepareFind(db, id),
  ]);
  const row = found?.results[0];
  return row === undefined ? null : toSubscriber(row);
}

/**
 * Brings back a reader who unsubscribed, and nobody else: a bounce, a complaint or a suppression stays, and anyone
 * who was never active has to confirm first.
 * @param wording the sentence beside the button, which is kept as what they agreed to.
 */
export async function resubscribe(
  db: D1Database,
  id: string,
  now: number,
  wording = '',
): Promise<Subscriber | null> {
  const [, , , found] = await db.batch<SubscriberRow>([
    prepareConsent(db, id, { source: 'page for leaving', wording }, now),
    db.prepare(`UPDATE counters SET value = value + 1 WHERE name = 'activation'`),
    db
      .prepare(
        `UPDATE subscribers SET state = 'active', changed_at = ?2, moved_to = NULL, moved_after = NULL,
           activation = (SELECT value FROM counters WHERE name = 'activation')
         WHERE id = ?1 AND state = 'unsubscribed' AND activation IS NOT NULL`,
      )
      .bind(Number(id), now),
    prepareFind(db, id),
  ]);
  const row = found?.results[0];
  return row === undefined ? null : toSubscriber(row);
}

/**
 * Every issue, or the round-up. A switch is an entry into another audience, so it takes the next `activation`: it adds
 * nobody to a run that has begun. Only active readers choose; the same choice again changes nothing.
 */
export async function chooseCadence(
  db: D1Database,
  id: string,
  frequency: Cadence,
  now: number,
): Promise<Subscriber | null> {
  const [, , found] = await db.batch<SubscriberRow>([
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
    prepareFind(db, id),
  ]);
  const row = found?.results[0];
  return row === undefined ? null : toSubscriber(row);
}
