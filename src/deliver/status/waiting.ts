// Why a run waits at this moment, and until when: a tag and a time, from which the edge makes a sentence.

import { accountRefused } from '../policy/reason.ts';
import type { Run } from '../tables/run.ts';
import type { Storage } from '../tables/storage.ts';

export type Waiting = {
  /**
   * `provider`: it does not answer, or not clearly. `account`: it refuses the account, and an editor has to act.
   */
  readonly for: 'daily-quota' | 'warming-up' | 'rate' | 'provider' | 'account';
  /** Null: not known. */
  readonly until: number | null;
};

/** Until when new mail of every run is held back, for each cause; null when it is not. */
export type Holds = {
  readonly quota: number | null;
  readonly warmUp: number | null;
  readonly rate: number | null;
};

/** A shorter wait is not worth mentioning: the pace itself takes as long. */
const WORTH_TELLING_MS = 2_000;
/** A call that is not answered by then is slow. */
const SLOW_CALL_MS = 10_000;

export function readWaiting(storage: Storage, run: Run, gates: Holds, now: number): Waiting | null {
  if (run.state === 'paused') return isAccountRefused(storage, run) ? { for: 'account', until: null } : null;
  if (run.state !== 'sending') return null;
  const open = readOpen(storage, run);
  const hasNew = run.is_read === 0 || open.fresh > 0;
  if (hasNew && gates.quota !== null) return { for: 'daily-quota', until: gates.quota };
  if (hasNew && gates.warmUp !== null) return { for: 'warming-up', until: gates.warmUp };
  if (hasNew && gates.rate !== null && gates.rate > now + WORTH_TELLING_MS)
    return { for: 'rate', until: gates.rate };
  if (open.calledAt !== null && now - open.calledAt > SLOW_CALL_MS) return { for: 'provider', until: null };
  // New batches wait for those in doubt when there are too many of them.
  const isHeldByDoubt = open.fresh === 0 && (run.is_read === 1 || run.read_at > now);
  const next = [open.nextAt, ...(run.is_read === 0 ? [run.read_at] : [])].filter((at) => at !== null);
  const until = next.length === 0 ? null : Math.min(...next);
  return open.inDoubt > 0 && isHeldByDoubt && (until ?? 0) > now + WORTH_TELLING_MS
    ? { for: 'provider', until }
    : null;
}

function readOpen({ sql }: Storage, { run_id: runId }: Run) {
  return sql
    .exec<{ fresh: number; inDoubt: number; nextAt: number | null; calledAt: number | null }>(
      `SELECT count(*) FILTER (WHERE NOT is_ambiguous) AS fresh, count(*) FILTER (WHERE is_ambiguous) AS inDoubt,
         min(next_at) FILTER (WHERE state = 'waiting' AND is_ambiguous) AS nextAt,
         (SELECT min(started_at) FROM attempts WHERE outcome IS NULL AND run_id = ?1) AS calledAt
       FROM batches INDEXED BY batches_by_state WHERE run_id = ?1 AND state IN ('waiting', 'calling')`,
      runId,
    )
    .one();
}

function isAccountRefused({ sql }: Storage, run: Run): boolean {
  const [refusal] = sql
    .exec<{ name: string; message: string }>('SELECT name, message FROM account_refusal')
    .toArray();
  return refusal !== undefined && run.reason === accountRefused(refusal.name, refusal.message);
}
