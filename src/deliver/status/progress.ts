// How far a run is, for editors.

import type { Plan } from '../../env.ts';
import { findRunOfIssue, isMarkedCancelled, type Run } from '../tables/run.ts';
import type { RunState, Storage } from '../tables/storage.ts';
import { type Holds, readWaiting, type Waiting } from './waiting.ts';

/** The plan, and how many mails a second it allows at most. */
export type PlanRate = { readonly name: Plan; readonly ratePerSecond: number };

export type Progress = {
  readonly state: RunState;
  readonly reason?: string;
  /** The readers when the run began. Anyone who unsubscribes before their batch is sent is in no other figure. */
  readonly total: number;
  readonly sent: number;
  /** Refused by the provider, one by one. */
  readonly failed: number;
  /** Perhaps sent: an editor decides. */
  readonly unknown: number;
  readonly ratePerSecond: number;
  readonly plan: PlanRate;
  /** ISO time. Null when nothing is being sent, or too little is known. */
  readonly expectedEnd: string | null;
  /** Why nothing is being sent now; null when something is, or when the run is over. */
  readonly waiting: Waiting | null;
};

/** A batch that was perhaps sent. A decision must name its `generation`. */
export type OpenDecision = {
  readonly batch: number;
  readonly generation: number;
  readonly size: number;
  readonly note: string | null;
};

/** @param planRate gives that of a run. */
export function readProgress(
  storage: Storage,
  issueId: string,
  gates: Holds,
  now: number,
  planRate: (runId: string | null) => PlanRate,
): Progress | null {
  const run = findRunOfIssue(storage, issueId);
  if (run === null)
    return isMarkedCancelled(storage, issueId) ? { ...NEVER_RUN, plan: planRate(null) } : null;
  const unknown = listOpenDecisions(storage, run).reduce((sum, { size }) => sum + size, 0);
  const left = Math.max(0, run.total - run.sent - run.failed - unknown);
  const rate = run.state === 'sending' ? measureRate(storage, run, now) : 0;
  const plan = planRate(run.run_id);
  // Before the first answer, the plan says what to expect.
  const waiting = readWaiting(storage, run, gates, now);
  const isNew = run.state === 'sending' && waiting === null && now - run.started_at < RATE_OVER_MS;
  const expected = rate === 0 && isNew ? plan.ratePerSecond : rate;
  return {
    state: run.state,
    ...(run.reason === null ? {} : { reason: run.reason }),
    total: run.total,
    sent: run.sent,
    failed: run.failed,
    unknown,
    ratePerSecond: Math.round(rate * 10) / 10,
    plan,
    expectedEnd: expected > 0 ? new Date(Math.round(now + (left / expected) * 1000)).toISOString() : null,
    waiting,
  };
}

export function listOpenDecisions({ sql }: Storage, run: Run): OpenDecision[] {
  return sql
    .exec<OpenDecision>(
      `SELECT number AS batch, generation, size, note FROM batches INDEXED BY batches_by_state
       WHERE run_id = ? AND state = 'unknown' ORDER BY number`,
      run.run_id,
    )
    .toArray();
}

/** Cancelled before it began. */
const NEVER_RUN: Omit<Progress, 'plan'> = {
  state: 'cancelled',
  total: 0,
  sent: 0,
  failed: 0,
  unknown: 0,
  ratePerSecond: 0,
  expectedEnd: null,
  waiting: null,
};

const RATE_OVER_MS = 60_000;

/** Recipients per second over the last calls, at most a minute of them. */
function measureRate({ sql }: Storage, run: Run, now: number): number {
  const { sent, since } = sql
    .exec<{ sent: number | null; since: number | null }>(
      `SELECT sum(size) FILTER (WHERE outcome = 'sent') AS sent, min(started_at) AS since
       FROM (SELECT * FROM attempts WHERE id > (SELECT max(id) FROM attempts) - 100)
       WHERE run_id = ?1 AND started_at > ?2`,
      run.run_id,
      now - RATE_OVER_MS,
    )
    .one();
  return sent === null || since === null ? 0 : (sent * 1000) / Math.max(1000, now - since);
}
