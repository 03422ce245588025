// Signups that nobody has confirmed: whose mail the Postmaster does not have yet, and which have expired.

import type { Cadence } from '../subscribers/subscriber.ts';
import { MOVE_LASTS_MS, type OwedMove, type OwedMoveRow, prepareOwedMoves, toOwedMove } from './moves.ts';
import {
  type OwedRow,
  type OwedWelcome,
  prepareOwedWelcomes,
  toOwedWelcome,
  WELCOME_LASTS_MS,
} from './welcomes.ts';

/** In one tick: each is a call to the Postmaster, and a tick has 50. */
const MAX_UNMAILED = 25;

/** A signup whose mail the Postmaster does not have yet. */
export type OpenSignup = {
  readonly id: string;
  readonly email: string;
  readonly askedAt: number;
};

/** @returns by id what each open signup is for, since the mail says so. */
export async function readSignupKinds(
  db: D1Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Cadence | 'move'>> {
  const { results } = await db
    .prepare(
      `SELECT c.id, iif(c.replaces IS NULL, coalesce(c.frequency, s.frequency), 'move') AS kind
       FROM consents AS c JOIN subscribers AS s ON s.id = c.subscriber_id
       WHERE c.id IN (SELECT value FROM json_each(?1)) AND c.confirmed_at IS NULL`,
    )
    .bind(JSON.stringify(ids.map(Number)))
    .all<{ id: number; kind: Cadence | 'move' }>();
  return new Map(results.map(({ id, kind }) => [String(id), kind]));
}

/** The link of a more recent mail works long enough, so it needs no other. */
const RECENT_MS = 24 * 3600 * 1000;

/**
 * Writes down what the Postmaster answered. A mail that it holds back because of the limit of the mailbox stays owed,
 * unless this signup had one recently, whose link works, or another signup with a spelling of the same mailbox had one:
 * if somebody enters twenty spellings, its reader must not get a few mails every day.
 */
export async function noteMails(
  db: D1Database,
  mails: readonly (OpenSignup & { readonly isLimited: boolean })[],
): Promise<void> {
  await db
    .prepare(
      `UPDATE consents SET mailed_for = max(coalesce(mailed_for, 0), mail.asked_at)
       FROM (SELECT value ->> 'id' AS id, value ->> 'askedAt' AS asked_at, value ->> 'isLimited' AS is_limited
             FROM json_each(?1)) AS mail
       WHERE consents.id = mail.id AND consents.confirmed_at IS NULL
         AND (NOT mail.is_limited OR consents.mailed_for > mail.asked_at - ?2
           OR EXISTS (SELECT 1 FROM consents AS other
             WHERE other.mailbox = consents.mailbox AND other.id <> consents.id
               AND other.confirmed_at IS NULL AND other.mailed_for IS NOT NULL))`,
    )
    .bind(JSON.stringify(mails), RECENT_MS)
    .run();
}

/** The mails to readers that the Postmaster does not have yet. */
export type OwedMails = {
  readonly signups: readonly OpenSignup[];
  readonly welcomes: readonly OwedWelcome[];
  readonly moves: readonly OwedMove[];
};

/** Deletes expired signups, the addresses that came with them, and expired data links. */
export async function expireSignups(db: D1Database, now: number): Promise<OwedMails> {
  return toOwedMails(await db.batch([...prepareOwedMails(db, now), ...prepareExpiry(db, now)]));
}

/** For `toOwedMails`. */
export const prepareOwedMails = (db: D1Database, now: number): D1PreparedStatement[] => [
  prepareUnmailed(db, now),
  prepareOwedWelcomes(db, now - WELCOME_LASTS_MS),
  prepareOwedMoves(db, now - MOVE_LASTS_MS),
];

/** @param results those of `prepareOwedMails`, and perhaps more after them. */
export function toOwedMails([signups, welcomes, moves]: readonly D1Result<unknown>[]): OwedMails {
  return {
    signups: ((signups?.results ?? []) as UnmailedRow[]).map(({ id, asked_at, email }) => ({
      id: String(id),
      email,
      askedAt: asked_at,
    })),
    welcomes: ((welcomes?.results ?? []) as OwedRow[]).map(toOwedWelcome),
    moves: ((moves?.results ?? []) as OwedMoveRow[]).map(toOwedMove),
  };
}

/** In random order, so that signups which must wait never keep back the others. */
const prepareUnmailed = (db: D1Database, now: number): D1PreparedStatement =>
  db
    .prepare(
      `SELECT c.id, c.asked_at, s.email FROM consents AS c JOIN subscribers AS s ON s.id = c.subscriber_id
       WHERE c.confirmed_at IS NULL AND (c.mailed_for IS NULL OR c.mailed_for < c.asked_at)
         AND c.expires_at > ?1 AND s.state IN ('pending', 'unsubscribed')
       ORDER BY random() LIMIT ?2`,
    )
    .bind(now, MAX_UNMAILED);

type UnmailedRow = { id: number; asked_at: number; email: string };

export const prepareExpiry = (db: D1Database, now: number): D1PreparedStatement[] => [
  db
    .prepare(
      `DELETE FROM subscribers WHERE state = 'pending' AND source = 'form' AND id IN
         (SELECT subscriber_id FROM consents WHERE confirmed_at IS NULL AND expires_at <= ?1)`,
    )
    .bind(now),
  db.prepare('DELETE FROM consents WHERE confirmed_at IS NULL AND expires_at <= ?1').bind(now),
  db
    .prepare('UPDATE consents SET tells = NULL WHERE tells IS NOT NULL AND confirmed_at <= ?1')
    .bind(now - MOVE_LASTS_MS),
  db.prepare('DELETE FROM visits WHERE expires_at <= ?1').bind(now),
];
