// What /health shows of the Postmaster: whether the provider refuses the account, and what waits for an editor.

import type { Outcome } from '../policy/outcome.ts';
import type { OpenAttempt } from '../tables/attempt.ts';
import type { Storage } from '../tables/storage.ts';
import type { PlanRate } from './progress.ts';
import { listUndecided, type Refusal, readLastRefusal } from './watch.ts';

/** The provider refused for a reason that applies to every mail, and has taken nothing since. */
export type AccountRefusal = {
  readonly name: string;
  readonly status: number | null;
  readonly message: string;
  /** The first and the last time. */
  readonly since: number;
  readonly at: number;
};

export type MailCondition = {
  readonly refusal: AccountRefusal | null;
  /** Of a transactional mail; it may be about its address alone. */
  readonly lastMailRefusal: Refusal | null;
  /** Until when the daily quota is used up; null when it is not. */
  readonly quotaUntil: number | null;
  readonly pausedRuns: readonly { readonly issueId: string; readonly reason: string | null }[];
  /** Batches that were perhaps sent and wait for an editor's decision. */
  readonly openDecisions: number;
  readonly plan: PlanRate;
};

const MAX_RUNS = 10;

/** @param account what is known about another account no longer counts. */
export function readMailCondition(
  storage: Storage,
  account: string,
): Omit<MailCondition, 'quotaUntil' | 'plan'> {
  const { sql } = storage;
  const [refusal] = sql
    .exec<AccountRefusal>(
      'SELECT name, status, message, since, at FROM account_refusal WHERE account = ?',
      account,
    )
    .toArray();
  const pausedRuns = sql
    .exec<{ issueId: string; reason: string | null }>(
      `SELECT issue_id AS issueId, reason FROM runs WHERE state = 'paused' ORDER BY seq DESC LIMIT ?`,
      MAX_RUNS,
    )
    .toArray();
  return {
    refusal: refusal ?? null,
    lastMailRefusal: readLastRefusal(storage),
    pausedRuns,
    openDecisions: listUndecided(storage).reduce((sum, { batches }) => sum + batches, 0),
  };
}

/** Part of the transaction that closes the attempt: a mail that is taken proves that the account is not refused. */
export function noteAccount(
  { sql }: Storage,
  attempt: OpenAttempt,
  outcome: Outcome,
  { status, now }: { status: number | null; now: number },
): void {
  if (outcome.kind === 'sent') sql.exec('DELETE FROM account_refusal');
  if (outcome.kind !== 'refused' || outcome.scope !== 'account') return;
  sql.exec(
    `INSERT INTO account_refusal (id, account, name, status, message, since, at)
     SELECT 1, account, ?4, ?5, ?6, ?7, ?7 FROM (
       SELECT account FROM batches WHERE run_id = ?1 AND number = ?2
       UNION ALL SELECT account FROM messages WHERE id = ?3
     ) WHERE account IS NOT NULL
     ON CONFLICT (id) DO UPDATE SET since = iif(account = excluded.account, since, excluded.since),
       account = excluded.account, name = excluded.name, status = excluded.status, message = excluded.message,
       at = excluded.at`,
    attempt.run_id,
    attempt.batch,
    attempt.message_id,
    outcome.name,
    status,
    outcome.message.slice(0, MAX_MESSAGE),
    now,
  );
}

const MAX_MESSAGE = 500;

/** An editor says that it is fixed; the next mail will show. */
export function forgetRefusal({ sql }: Storage): void {
  sql.exec('DELETE FROM account_refusal');
}
