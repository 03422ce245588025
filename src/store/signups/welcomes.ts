// The mail to a new reader. It is owed from the transaction in which they confirm until the Postmaster has it.

import type { Cadence } from '../subscribers/subscriber.ts';

/** In one tick: each is a call to the Postmaster. */
const MAX_WELCOMES = 10;

/** Later than this it would only be confusing. */
export const WELCOME_LASTS_MS = 24 * 3600 * 1000;

export type OwedWelcome = {
  /** There is one for each signup, which names it. */
  readonly signupId: string;
  readonly subscriberId: string;
  readonly email: string;
  readonly frequency: Cadence;
  readonly confirmedAt: number;
};

/**
 * Part of the transaction that confirms, before it changes anything. Anyone who was a reader before, under this
 * address or the one that it replaces, is not welcomed again.
 */
export const prepareWelcome = (db: D1Database, signupId: string, now: number): D1PreparedStatement =>
  db
    .prepare(
      `UPDATE consents SET welcome = 'owed'
       WHERE id = ?1 AND confirmed_at IS NULL AND expires_at > ?2 AND replaces IS NULL AND EXISTS
         (SELECT 1 FROM subscribers AS s WHERE s.id = subscriber_id AND s.state = 'pending' AND s.activation IS NULL)`,
    )
    .bind(Number(signupId), now);

/** The Postmaster has these. */
export async function noteWelcomes(db: D1Database, signupIds: readonly string[]): Promise<void> {
  await db
    .prepare(`UPDATE consents SET welcome = 'handed' WHERE id IN (SELECT value FROM json_each(?1))`)
    .bind(JSON.stringify(signupIds.map(Number)))
    .run();
}

/** Not to readers who have unsubscribed or who confirmed before `since`. */
export const prepareOwedWelcomes = (db: D1Database, since: number): D1PreparedStatement =>
  db
    .prepare(
      `SELECT c.id, c.subscriber_id, c.confirmed_at, s.email, s.frequency
       FROM consents AS c INDEXED BY consents_unwelcomed JOIN subscribers AS s ON s.id = c.subscriber_id
       WHERE c.welcome = 'owed' AND c.confirmed_at > ?1 AND s.state = 'active' ORDER BY c.id DESC LIMIT ?2`,
    )
    .bind(since, MAX_WELCOMES);

export type OwedRow = {
  id: number;
  subscriber_id: number;
  confirmed_at: number;
  email: string;
  frequency: Cadence;
};

export const toOwedWelcome = (row: OwedRow): OwedWelcome => ({
  signupId: String(row.id),
  subscriberId: String(row.subscriber_id),
  email: row.email,
  frequency: row.frequency,
  confirmedAt: row.confirmed_at,
});
