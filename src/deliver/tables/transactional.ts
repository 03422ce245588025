// Transactional mails (table `messages`): test sends, confirmations, notices to editors and welcomes. They have their own
// queue, overtake a run, and cannot be used to flood an inbox.

import type { RequestTemplate } from '../../render/template.ts';
import { nextStep } from '../policy/next-step.ts';
import type { Outcome } from '../policy/outcome.ts';
import { TOO_OLD } from '../policy/reason.ts';
import type { EncodedBatch } from '../request/build.ts';
import type { SettleContext } from './attempt.ts';
import { type OpenAttempt, openAttempt } from './attempt.ts';
import { storeMailTemplate, type TemplateJson } from './mail-templates.ts';
import { countMails, DAY_MS } from './sent-mails.ts';
import type { Storage } from './storage.ts';

export type Purpose = 'test' | 'confirmation' | 'notice' | 'welcome';

/** Whether it counts against the share of the quota for mails that strangers can request. A welcome needs a confirmation. */
export const isOfShare = (purpose: Purpose): boolean => purpose === 'confirmation' || purpose === 'notice';

/** How many mails may have one counter, so that nobody can flood an inbox. */
export type MailLimit = {
  /** Stands for the address and the kind of mail without revealing either. */
  readonly counter: string;
  readonly everyMs: number;
  readonly aDay: number;
};

export type NewTransactionalMail = {
  /** Of the caller's queue row: the same id is queued once. */
  readonly id: string;
  readonly to: string;
  readonly template: RequestTemplate;
  readonly token: string;
} & (
  | { readonly purpose: 'test'; readonly test?: TestOf }
  | { readonly purpose: 'confirmation'; readonly limit: MailLimit }
  /** From `expiresAt` on it is no longer sent. */
  | { readonly purpose: 'notice'; readonly expiresAt: number }
  /** It goes to this subscriber, if they are still subscribed when it is sent. */
  | { readonly purpose: 'welcome'; readonly expiresAt: number; readonly subscriberId: string }
);

/** What editors see of a test send: `shown` is its address, masked, since the address itself is dropped. */
export type TestOf = { readonly issueId: string; readonly shown: string; readonly sha256: string };

/** `limitedUntil`: nothing was queued; the next mail under this counter may leave then. */
export type Queued = 'queued' | 'repeated' | { readonly limitedUntil: number };

export type TransactionalMail = {
  readonly id: string;
  readonly purpose: Purpose;
  readonly address: string;
  readonly token: string;
  readonly is_ambiguous: 0 | 1;
  readonly generation: number;
  readonly digest: string | null;
  readonly account: string | null;
  readonly tries: number;
  readonly first_try_at: number | null;
  readonly created_at: number;
  readonly subscriber_id: string | null;
  readonly expires_at: number | null;
};

const COLUMNS = `id, purpose, address, token, is_ambiguous, generation, digest, account, tries,
  first_try_at, created_at, subscriber_id, expires_at`;

const MINUTE_MS = 60_000;
const ACCOUNT_RETRY_MS = 5 * MINUTE_MS;

/**
 * @param flood.maxWaiting confirmations that may wait; with more, the next one is limited until `flood.until`.
 */
export function queueTransactional(
  storage: Storage,
  mail: NewTransactionalMail,
  template: TemplateJson,
  flood: { maxWaiting: number; until: number },
  now: number,
): Queued {
  return storage.transactionSync(() => {
    const { sql } = storage;
    if (sql.exec('SELECT 1 FROM messages WHERE id = ?', mail.id).toArray().length > 0) return 'repeated';
    const limit = mail.purpose === 'confirmation' ? mail.limit : null;
    const limitedUntil = limit === null ? now : readLimit(storage, limit, now);
    if (limitedUntil > now) return { limitedUntil };
    const isFlood = limit !== null && countWaiting(storage, flood.maxWaiting) >= flood.maxWaiting;
    if (isFlood) return { limitedUntil: flood.until };
    const test = mail.purpose === 'test' ? mail.test : undefined;
    storeMailTemplate(storage, template);
    sql.exec(
      `INSERT INTO messages (id, purpose, address_hash, address, template_sha256, token, state, next_at, created_at,
         issue_id, shown, sha256, subscriber_id, expires_at)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'waiting', ?7, ?7, ?8, ?9, ?10, ?11, ?12)`,
      mail.id,
      mail.purpose,
      limit?.counter ?? '',
      mail.to,
      template.sha256,
      mail.token,
      now,
      test?.issueId ?? null,
      test?.shown ?? null,
      test?.sha256 ?? null,
      mail.purpose === 'welcome' ? mail.subscriberId : null,
      'expiresAt' in mail ? mail.expiresAt : null,
    );
    return 'queued';
  });
}

/** @returns when the next mail under this counter may leave. */
function readLimit({ sql }: Storage, { counter, everyMs, aDay }: MailLimit, now: number): number {
  const times = sql
    .exec<{ created_at: number }>(
      `SELECT created_at FROM messages WHERE address_hash = ?1 AND created_at > ?2
       ORDER BY created_at DESC LIMIT ?3`,
      counter,
      now - DAY_MS,
      aDay,
    )
    .toArray();
  const [newest, oldest] = [times[0]?.created_at, times[aDay - 1]?.created_at];
  return Math.max(
    now,
    newest === undefined ? now : newest + everyMs,
    oldest === undefined ? now : oldest + DAY_MS,
  );
}

/** How many mails of the share wait for their first call; counts no further than `max`. */
export const countWaiting = ({ sql }: Storage, max: number): number =>
  sql
    .exec<{ n: number }>(
      `SELECT count(*) AS n FROM (
         SELECT 1 FROM messages
         WHERE state = 'waiting' AND purpose NOT IN ('test', 'welcome') AND first_try_at IS NULL LIMIT ?
       )`,
      max,
    )
    .one().n;

/** How far the clock may have been ahead when it was written; with more, it is not known when that was. */
const AHEAD_MS = 3_600_000;

/**
 * How many mails of the share had their first call within the last 24 hours or, of `readyRows`, are about to have it.
 * @returns `oldestAt`: the time of the oldest of these calls.
 */
export function countOfShare(
  { sql }: Storage,
  now: number,
  readyRows: readonly string[],
): { count: number; oldestAt: number | null } {
  const { called, ready, oldestAt } = sql
    .exec<{ called: number; ready: number; oldestAt: number | null }>(
      `SELECT count(*) AS called, min(first_try_at) AS oldestAt, (
         SELECT count(*) FROM messages WHERE purpose NOT IN ('test', 'welcome') AND first_try_at IS NULL
           AND id IN (SELECT value FROM json_each(?3))
       ) AS ready
       FROM messages WHERE purpose <> 'test' AND purpose <> 'welcome' AND first_try_at > ?1 AND first_try_at <= ?2`,
      now - DAY_MS,
      now + AHEAD_MS,
      JSON.stringify(readyRows),
    )
    .one();
  return { count: called + ready, oldestAt };
}

/**
 * Test sends first: an editor waits for them. Then notices to editors, then what readers wait for, and last the welcomes,
 * which nobody waits for.
 * @param state as for `nextBatch`; a mail that waits for its turn is named by its id. `isShareUsed`: mails of the
 * share without a first call wait.
 */
export const nextTransactional = (
  { sql }: Storage,
  now: number,
  state: { isQuotaUsed: boolean; readyRows: readonly string[]; isShareUsed: boolean },
): TransactionalMail | null =>
  sql
    .exec<TransactionalMail>(
      `SELECT ${COLUMNS} FROM messages
       WHERE state = 'waiting' AND next_at <= ?1 AND (is_ambiguous OR NOT ?2)
         AND id NOT IN (SELECT value FROM json_each(?3))
         AND (purpose IN ('test', 'welcome') OR first_try_at IS NOT NULL OR NOT ?4)
       ORDER BY purpose = 'test' DESC, is_ambiguous DESC, purpose = 'notice' DESC, purpose = 'welcome', created_at
       LIMIT 1`,
      now,
      Number(state.isQuotaUsed),
      JSON.stringify(state.readyRows),
      Number(state.isShareUsed),
    )
    .toArray()[0] ?? null;

/** Writes the attempt. @returns null when the mail has changed since it was prepared. */
export function beginTransactionalCall(
  storage: Storage,
  mail: TransactionalMail,
  call: { generation: number; encoded: EncodedBatch; key: string; account: string },
  now: number,
): OpenAttempt | null {
  return storage.transactionSync(() => {
    const begun = storage.sql.exec(
      `UPDATE messages SET state = 'calling', digest = ?3, generation = ?4,
         tries = iif(generation = ?4, tries, 0) + 1,
         first_try_at = iif(generation = ?4, coalesce(first_try_at, ?5), ?5), account = ?6
       WHERE id = ?1 AND generation = ?2 AND state = 'waiting'
       RETURNING id`,
      mail.id,
      mail.generation,
      call.encoded.digest,
      call.generation,
      now,
      call.account,
    );
    if (begun.toArray().length === 0) return null;
    const owner = { run_id: null, batch: null, message_id: mail.id };
    return openAttempt(storage, owner, { generation: call.generation, key: call.key, size: 1 }, now);
  });
}

/** Part of the transaction that closes the attempt. */
export function settleTransactional(
  storage: Storage,
  attempt: OpenAttempt & { readonly message_id: string },
  outcome: Outcome,
  context: SettleContext,
): void {
  const { sql } = storage;
  const [mail] = sql
    .exec<TransactionalMail>(
      `SELECT ${COLUMNS} FROM messages WHERE id = ? AND state = 'calling' AND generation = ?`,
      attempt.message_id,
      attempt.generation,
    )
    .toArray();
  if (mail === undefined) return;
  const { now } = context;
  if (outcome.kind === 'refused')
    sql.exec(
      'UPDATE messages SET refused_at = ?2, note = ?3 WHERE id = ?1',
      mail.id,
      now,
      `${outcome.name}: ${outcome.message}`.slice(0, 500),
    );
  const step = nextStep(
    {
      size: 1,
      isAmbiguous: mail.is_ambiguous === 1,
      tries: mail.tries,
      firstTryAt: mail.first_try_at ?? now,
      isCancelled: false,
    },
    outcome,
    context,
  );
  switch (step.kind) {
    case 'sent':
      endTransactional(sql, mail.id, 'sent', null, now);
      countMails(storage, 1, now);
      return;
    case 'retry':
      sql.exec(
        `UPDATE messages SET state = 'waiting', next_at = ?2, is_ambiguous = ?3 WHERE id = ?1`,
        mail.id,
        context.isRestart ? now : step.at,
        Number(step.isAmbiguous),
      );
      return;
    case 'renew':
      renewTransactional(sql, mail.id, step.at);
      return;
    case 'pause':
      // Nobody resumes a transactional mail, so it is tried again for a day.
      if (now - mail.created_at > DAY_MS) endTransactional(sql, mail.id, 'refused', step.message, now);
      else renewTransactional(sql, mail.id, now + ACCOUNT_RETRY_MS);
      return;
    case 'set-aside':
      endTransactional(sql, mail.id, 'refused', step.note, now);
      return;
    case 'unknown':
      endTransactional(sql, mail.id, 'unknown', step.note, now);
      return;
    case 'split':
    case 'drop':
      throw new Error(`a single mail cannot ${step.kind}`);
  }
}

/** Perhaps taken, and asking again under its key would not show it. */
export const markTransactionalUnknown = (
  { sql }: Storage,
  mail: TransactionalMail,
  note: string,
  now: number,
): void => endTransactional(sql, mail.id, 'unknown', note, now);

/** It has expired, or its reader has unsubscribed. A mail that was perhaps taken is not dropped. */
export function dropTransactional(
  { sql }: Storage,
  { id }: Pick<TransactionalMail, 'id'>,
  note: string,
  now: number,
): void {
  const isOpen = sql.exec(
    `SELECT 1 FROM messages WHERE id = ? AND state = 'waiting' AND is_ambiguous = 0`,
    id,
  );
  if (isOpen.toArray().length === 1) endTransactional(sql, id, 'dropped', note, now);
}

/** Also those that wait for the quota: an address is kept no longer than it is needed. */
export function dropExpired(storage: Storage, now: number, max: number): void {
  const expired = storage.sql
    .exec<{ id: string }>(
      `SELECT id FROM messages WHERE state = 'waiting' AND is_ambiguous = 0 AND expires_at <= ?1 LIMIT ?2`,
      now,
      max,
    )
    .toArray();
  for (const mail of expired) dropTransactional(storage, mail, TOO_OLD, now);
}

/** D1 or the signing key could not be read: try again at `at`. */
export function postponeTransactional({ sql }: Storage, mail: TransactionalMail, at: number): void {
  sql.exec('UPDATE messages SET next_at = ?2 WHERE id = ?1', mail.id, at);
}

function renewTransactional(sql: SqlStorage, id: string, at: number): void {
  sql.exec(
    `UPDATE messages SET state = 'waiting', generation = generation + 1, is_ambiguous = 0, digest = NULL, tries = 0,
       first_try_at = NULL, next_at = ?2
     WHERE id = ?1`,
    id,
    at,
  );
}

function endTransactional(
  sql: SqlStorage,
  id: string,
  state: 'sent' | 'refused' | 'unknown' | 'dropped',
  note: string | null,
  now: number,
): void {
  sql.exec(
    `UPDATE messages SET state = ?2, note = ?3, settled_at = ?4, refused_at = iif(?2 = 'sent', NULL, refused_at),
       address = NULL, template = NULL, template_sha256 = NULL, token = NULL
     WHERE id = ?1`,
    id,
    state,
    note,
    now,
  );
}
