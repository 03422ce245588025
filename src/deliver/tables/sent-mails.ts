// How many mails left when, for everything that is counted over the last 24 hours: sums of a quarter of an hour, which
// outlive the process. A sum counts as sent when its last mail was, so no mail stops counting too early.

import type { Storage } from './storage.ts';

/** Mails that left together, at `at` at the latest. */
export type Sent = { readonly at: number; readonly mails: number };

export const DAY_MS = 86_400_000;
export const QUARTER_MS = 900_000;
const KEPT_MS = 2 * DAY_MS;
/** A time further ahead than this was written by a clock that was fast. */
const AHEAD_MS = 60_000;

/** Part of the transaction that settles them. */
export function countMails({ sql }: Storage, mails: number, now: number): void {
  const isNewQuarter = sql
    .exec<{ mails: number }>(
      `INSERT INTO sent_mails (quarter, mails, last_at) VALUES (?1, ?2, ?3)
       ON CONFLICT (quarter) DO UPDATE SET mails = mails + ?2, last_at = max(last_at, ?3)
       RETURNING mails`,
      Math.floor(now / QUARTER_MS),
      mails,
      now,
    )
    .toArray()
    .some((row) => row.mails === mails);
  if (isNewQuarter) sql.exec('DELETE FROM sent_mails WHERE last_at < ?', now - KEPT_MS);
}

/** @returns what left in the last 24 hours, oldest first. */
export function readSent({ sql }: Storage, now: number): readonly Sent[] {
  // It is not known when they left: now at the latest.
  sql.exec('UPDATE sent_mails SET last_at = ?1 WHERE last_at > ?2', now, now + AHEAD_MS);
  return sql
    .exec<Sent>(
      'SELECT last_at AS at, mails FROM sent_mails WHERE last_at > ? ORDER BY last_at',
      now - DAY_MS,
    )
    .toArray();
}

/** How many of them are within the 24 hours before `now`, which may lie ahead. */
export const sumWithin = (sent: readonly Sent[], now: number): number =>
  sent.reduce((sum, { at, mails }) => (at > now - DAY_MS ? sum + mails : sum), 0);
