// How people join: a signup (somebody entered the address), and its confirmation by the link in a mail. A link
// belongs to one signup and dies with it, so an old one cannot bring back anyone who unsubscribed since.

import type { AddressHash } from '../subscribers/erasure.ts';
import type { Cadence, SubscriberState } from '../subscribers/subscriber.ts';
import { type OwedMove, prepareOwedMove } from './moves.ts';
import { type OwedWelcome, prepareWelcome } from './welcomes.ts';

/** Strangers may enter an address in many places: beyond this length no further place is written down. */
const MAX_SOURCES_LENGTH = 1000;

export type NewSignup = {
  /** In its normal form. */
  readonly email: string;
  /** Where the form was. */
  readonly source: string;
  /** The sentence beside its button, or empty for a form elsewhere. */
  readonly wording: string;
  /** A change of address: the subscriber who leaves when the new address is confirmed. */
  readonly replaces?: string;
  /** Names the mailbox that the address reaches, without revealing it. */
  readonly mailbox?: string;
  /** Left out: what they chose before stays, else it is every issue. */
  readonly frequency?: Cadence | null;
  readonly expiresAt: number;
};

export type Signup = {
  readonly email: string;
  /** The cadence once it is confirmed. */
  readonly frequency: Cadence;
  /** It can still be confirmed. */
  readonly isOpen: boolean;
  /** It was confirmed, and its reader has not unsubscribed since. */
  readonly isDone: boolean;
  /** The Postmaster does not have it yet. */
  readonly welcome: OwedWelcome | null;
  readonly move: OwedMove | null;
};

/** What the page showed, how people who were erased are recognised, and whether a new reader gets a mail. */
export type Answer = {
  readonly wording?: string;
  readonly erasure?: AddressHash | null;
  readonly isWelcomed?: boolean;
};

export type Consent = {
  /** Where the address was entered: several places, separated by commas, if again elsewhere before the confirmation. */
  source: string;
  /** What was agreed to; until it is confirmed, what was beside the form. */
  wording: string;
  /** Null: nothing was chosen. */
  frequency: Cadence | null;
  askedAt: number;
  confirmedAt: number | null;
};

/**
 * Writes down that somebody entered an address. A new one becomes pending; one that unsubscribed stays so until it
 * confirms; one that is active, bounced, complained or was suppressed leads to no signup. Entering it again renews
 * the signup. A change of address stays one, with the choice that came with it, since anybody may enter the new
 * address in the form. The place is added to the earlier ones.
 * @returns the id of the signup, or null when no mail may be sent.
 */
export async function requestSignup(db: D1Database, signup: NewSignup, now: number): Promise<string | null> {
  const { email, source, wording, replaces, mailbox = null, frequency = null, expiresAt } = signup;
  const [, asked] = await db.batch<{ id: number }>([
    db
      .prepare(
        `INSERT INTO subscribers (email, state, source, created_at, changed_at)
         VALUES (?1, 'pending', 'form', ?2, ?2)
         ON CONFLICT (email) DO NOTHING`,
      )
      .bind(email, now),
    db
      .prepare(
        `INSERT INTO consents (subscriber_id, source, wording, replaces, asked_at, expires_at, frequency, mailbox)
         SELECT id, ?2, ?3, ?4, ?5, ?6, ?7, ?9 FROM subscribers WHERE email = ?1 AND state IN ('pending', 'unsubscribed')
         ON CONFLICT (subscriber_id) WHERE confirmed_at IS NULL DO UPDATE SET
           source = iif(length(consents.source) > ?8
               OR instr(', ' || consents.source || ', ', ', ' || excluded.source || ', ') > 0,
             consents.source, consents.source || ', ' || excluded.source),
           wording = iif(consents.wording = '', excluded.wording, consents.wording),
           replaces = coalesce(excluded.replaces, consents.replaces),
           asked_at = excluded.asked_at, expires_at = excluded.expires_at,
           frequency = iif(consents.replaces IS NULL,
             coalesce(excluded.frequency, consents.frequency), consents.frequency)
         RETURNING id`,
      )
      .bind(
        email,
        source,
        wording,
        replaces === undefined ? null : Number(replaces),
        now,
        expiresAt,
        frequency,
        MAX_SOURCES_LENGTH,
        mailbox,
      ),
  ]);
  const id = asked?.results[0]?.id;
  return id === undefined ? null : String(id);
}

/** @returns null for a signup that expired, was deleted or never existed. */
export async function readSignup(db: D1Database, id: string, now: number): Promise<Signup | null> {
  return toSignup(id, await prepareRead(db, id).first<Row>(), now);
}

/**
 * The link in the mail was followed. A pending or unsubscribed reader becomes active; a bounce, a complaint or a
 * suppression since then stays. A new address keeps the choice of the old one. Repeating it is harmless.
 * Anyone who was erased before gets their row back, and the links in their old mails work again.
 */
export async function confirmSignup(
  db: D1Database,
  id: string,
  now: number,
  { wording, erasure = null, isWelcomed = false }: Answer = {},
): Promise<Signup | null> {
  const results = await db.batch<Row>([
    ...(erasure === null ? [] : await prepareReturn(db, id, { erasure, now })),
    db.prepare(`UPDATE counters SET value = value + 1 WHERE name = 'activation'`),
    prepareMovedAfter(db, id, now),
    ...(isWelcomed ? [prepareWelcome(db, id, now)] : []),
    db
      .prepare(
        `UPDATE subscribers SET state = 'active', changed_at = ?2, moved_to = NULL, moved_after = NULL,
           activation = (SELECT value FROM counters WHERE name = 'activation'),
           frequency = coalesce(
             (SELECT coalesce(c.frequency, old.frequency) FROM consents AS c
              LEFT JOIN subscribers AS old ON old.id = c.replaces AND old.email IS NOT NULL WHERE c.id = ?1),
             frequency)
         WHERE state IN ('pending', 'unsubscribed') AND id =
           (SELECT subscriber_id FROM consents WHERE id = ?1 AND confirmed_at IS NULL AND expires_at > ?2)`,
      )
      .bind(Number(id), now),
    db
      .prepare(
        `UPDATE consents SET confirmed_at = ?2, wording = coalesce(?3, wording), mailbox = NULL
         WHERE id = ?1 AND confirmed_at IS NULL AND expires_at > ?2
           AND EXISTS (SELECT 1 FROM subscribers AS s WHERE s.id = subscriber_id AND s.state = 'active')`,
      )
      .bind(Number(id), now, wording ?? null),
    ...prepareMove(db, id, now),
    prepareRead(db, id),
  ]);
  return toSignup(id, results.at(-1)?.results[0] ?? null, now);
}

/**
 * There is one row per address for ever: anyone who was erased and is pending again under another id goes back to the
 * first row, with everything that came with the new one.
 */
async function prepareReturn(
  db: D1Database,
  id: string,
  { erasure, now }: { readonly erasure: AddressHash; readonly now: number },
): Promise<D1PreparedStatement[]> {
  const asked = await db
    .prepare(
      `SELECT s.id, s.email, s.name, s.source FROM consents AS c JOIN subscribers AS s ON s.id = c.subscriber_id
       WHERE c.id = ?1 AND c.confirmed_at IS NULL AND c.expires_at > ?2 AND s.activation IS NULL
         AND (SELECT value FROM counters WHERE name = 'erasures') > 0`,
    )
    .bind(Number(id), now)
    .first<{ id: number; email: string; name: string | null; source: string }>();
  if (asked === null) return [];
  const hash = await erasure.hash(asked.email);
  return [
    db
      .prepare(
        `UPDATE consents SET subscriber_id = (SELECT min(id) FROM subscribers WHERE erasure_hash = ?3)
         WHERE subscriber_id = ?2 AND EXISTS (SELECT 1 FROM subscribers WHERE erasure_hash = ?3)
           AND EXISTS (SELECT 1 FROM consents WHERE id = ?1 AND confirmed_at IS NULL)`,
      )
      .bind(Number(id), asked.id, hash),
    db
      .prepare(
        `DELETE FROM subscribers WHERE id = ?2 AND EXISTS
           (SELECT 1 FROM consents WHERE id = ?1 AND subscriber_id <> ?2)`,
      )
      .bind(Number(id), asked.id),
    db
      .prepare(
        `UPDATE subscribers SET email = ?2, name = ?3, source = ?4, state = 'pending', erasure_hash = NULL
         WHERE state = 'erased' AND id =
           (SELECT subscriber_id FROM consents WHERE id = ?1 AND confirmed_at IS NULL)`,
      )
      .bind(Number(id), asked.email, asked.name, asked.source),
  ];
}

/** A run that has begun finds the reader under the new address, unless that was subscribed and may have its mail. */
const prepareMovedAfter = (db: D1Database, id: string, now: number): D1PreparedStatement =>
  db
    .prepare(
      `UPDATE subscribers SET moved_after = (SELECT value FROM counters WHERE name = 'activation')
       WHERE state = 'active' AND id =
         (SELECT c.replaces FROM consents AS c JOIN subscribers AS new ON new.id = c.subscriber_id
          WHERE c.id = ?1 AND c.confirmed_at IS NULL AND c.expires_at > ?2
            AND new.state = 'pending' AND new.activation IS NULL)`,
    )
    .bind(Number(id), now);

/**
 * For a change of address that is confirmed now: the name and earlier addresses go to the new row, open signups of the
 * old one end, and the old row keeps what an unsubscribed row keeps.
 */
const prepareMove = (db: D1Database, id: string, now: number): D1PreparedStatement[] => [
  ...[
    `UPDATE subscribers SET name = coalesce(subscribers.name, old.name)
     FROM consents AS c JOIN subscribers AS old ON old.id = c.replaces
     WHERE c.id = ?1 AND c.confirmed_at = ?2 AND c.subscriber_id = subscribers.id`,
    `UPDATE subscribers SET name = NULL, moved_to = c.subscriber_id, changed_at = ?2,
       moved_after = iif(old.moved_after IS NULL, NULL, subscribers.moved_after),
       state = iif(subscribers.state IN ('pending', 'active'), 'unsubscribed', subscribers.state)
     FROM consents AS c JOIN subscribers AS old ON old.id = c.replaces
     WHERE c.id = ?1 AND c.confirmed_at = ?2 AND subscribers.id <> c.subscriber_id
       AND (subscribers.id = c.replaces OR subscribers.moved_to = c.replaces)`,
    `DELETE FROM consents WHERE confirmed_at IS NULL AND subscriber_id =
       (SELECT replaces FROM consents WHERE id = ?1 AND confirmed_at = ?2)`,
    `DELETE FROM visits WHERE subscriber_id =
       (SELECT replaces FROM consents WHERE id = ?1 AND confirmed_at = ?2)`,
  ].map((sql) => db.prepare(sql).bind(Number(id), now)),
  prepareOwedMove(db, id, now),
];

/** A consent that needs no answer, for a subscriber (?1) of whom the rest of the statement holds. */
const INSERT_CONFIRMED = `
  INSERT INTO consents (subscriber_id, source, wording, asked_at, expires_at, confirmed_at)
  SELECT id, ?2, ?3, ?4, ?4, ?4 FROM subscribers`;

/** An editor says that somebody agreed, where there is no better proof. */
export async function recordEditorConsent(
  db: D1Database,
  subscriberId: string,
  { source, wording }: Pick<Consent, 'source' | 'wording'>,
  now: number,
): Promise<void> {
  await db
    .prepare(
      `${INSERT_CONFIRMED}
       WHERE id = ?1 AND state = 'active' AND NOT EXISTS
         (SELECT 1 FROM consents WHERE subscriber_id = ?1 AND confirmed_at IS NOT NULL)`,
    )
    .bind(Number(subscriberId), source, wording, now)
    .run();
}

/** For a reader who is about to resubscribe: what they agreed to, without a mail. */
export const prepareConsent = (
  db: D1Database,
  subscriberId: string,
  { source, wording }: Pick<Consent, 'source' | 'wording'>,
  now: number,
): D1PreparedStatement =>
  db
    .prepare(
      `${INSERT_CONFIRMED}
       WHERE id = ?1 AND state = 'unsubscribed' AND activation IS NOT NULL`,
    )
    .bind(Number(subscriberId), source, wording, now);

/** The proof of what a reader agreed to, the oldest first. */
export async function listConsents(db: D1Database, subscriberId: string): Promise<Consent[]> {
  const { results } = await db
    .prepare(
      `SELECT source, wording, frequency, asked_at, confirmed_at FROM consents
       WHERE subscriber_id = ?1 ORDER BY id`,
    )
    .bind(Number(subscriberId))
    .all<{
      source: string;
      wording: string;
      frequency: Cadence | null;
      asked_at: number;
      confirmed_at: number | null;
    }>();
  return results.map((row) => ({
    source: row.source,
    wording: row.wording,
    frequency: row.frequency,
    askedAt: row.asked_at,
    confirmedAt: row.confirmed_at,
  }));
}

/** Ends the open signup of anyone who unsubscribes: a mail with a link to confirm may still be on its way. */
export const prepareWithdrawal = (db: D1Database, subscriberId: string): D1PreparedStatement =>
  db
    .prepare('DELETE FROM consents WHERE subscriber_id = ?1 AND confirmed_at IS NULL')
    .bind(Number(subscriberId));

type Row = {
  subscriber_id: number;
  welcome: 'owed' | 'handed' | null;
  told: string | null;
  email: string;
  frequency: Cadence;
  state: SubscriberState;
  expires_at: number;
  confirmed_at: number | null;
};

const prepareRead = (db: D1Database, id: string): D1PreparedStatement =>
  db
    .prepare(
      `SELECT c.subscriber_id, c.welcome, told.email AS told, s.email, s.state, c.expires_at, c.confirmed_at, iif(c.confirmed_at IS NULL,
         coalesce(c.frequency, old.frequency, s.frequency), s.frequency) AS frequency
       FROM consents AS c
       JOIN subscribers AS s ON s.id = c.subscriber_id
       LEFT JOIN subscribers AS old ON old.id = c.replaces AND old.email IS NOT NULL
       LEFT JOIN subscribers AS told ON told.id = c.tells
       WHERE c.id = ?1 AND s.email IS NOT NULL`,
    )
    .bind(Number(id));

function toSignup(id: string, row: Row | null, now: number): Signup | null {
  if (row === null) return null;
  const { subscriber_id, email, frequency, state, expires_at, confirmed_at: confirmedAt } = row;
  const isOpen =
    confirmedAt === null && expires_at > now && (state === 'pending' || state === 'unsubscribed');
  const isDone = confirmedAt !== null && state === 'active';
  const isOwed = isDone && row.welcome === 'owed';
  const welcome = isOwed
    ? { signupId: id, subscriberId: String(subscriber_id), email, frequency, confirmedAt }
    : null;
  const move = isDone && row.told !== null ? { signupId: id, email: row.told } : null;
  return { email, frequency, isOpen, isDone, welcome, move };
}
