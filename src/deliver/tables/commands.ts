// The commands for a run: start, pause, resume, cancel, decide. Each is one transaction and may be repeated any number
// of times.

import { err, ok, type Result } from '../../result.ts';
import { type Batch, findBatch, renewBatch } from './batch.ts';
import { dropPlannedLaunch } from './planned-launches.ts';
import {
  countSettled,
  findRunOfIssue,
  insertRun,
  isMarkedCancelled,
  markCancelled,
  moveRun,
  type NewRun,
  type Run,
} from './run.ts';
import { finishRun, markUnknown, settleBatch } from './settle.ts';
import type { RunState, Storage } from './storage.ts';

/** The run of an issue. Its id and its content never change. */
export type KnownRun = { readonly runId: string; readonly sha256: string; readonly state: RunState };

/** `differs`: there is a run of this issue with other content. */
export type StartRefusal = 'cancelled' | 'differs';
/** `unknown`: there is no run of this issue. `ended`: it is over. */
export type CommandRefusal = 'unknown' | 'ended';
/** `stale`: the batch was decided before, or has another generation. */
export type DecideRefusal = 'unknown' | 'stale' | 'cancelled';

/** @returns the run that there is, a refusal, or null when a run may be started. */
export function findStarted(
  storage: Storage,
  issueId: string,
  sha256: string,
): Result<{ runId: string }, StartRefusal> | null {
  if (isMarkedCancelled(storage, issueId)) return err('cancelled');
  const run = findRunOfIssue(storage, issueId);
  if (run === null) return null;
  return run.sha256 === sha256 ? ok({ runId: run.run_id }) : err('differs');
}

export function startRun(
  storage: Storage,
  run: NewRun,
  now: number,
): Result<{ runId: string }, StartRefusal> {
  return storage.transactionSync(() => {
    const started = findStarted(storage, run.issueId, run.sha256);
    if (started !== null) return started;
    insertRun(storage, run, now);
    return ok({ runId: run.runId });
  });
}

/** Nothing new is sent; what was perhaps sent is still resolved. */
export function pauseByCommand(
  storage: Storage,
  issueId: string,
  reason: string,
  now: number,
): Result<Run, CommandRefusal> {
  return changeRun(storage, issueId, (run) => {
    moveRun(storage, run.run_id, ['sending'], { state: 'paused', reason }, now);
    return run.state === 'sending' || run.state === 'paused';
  });
}

/** What was refused is tried under a new key: the provider may keep the refusal under the old one. */
export function resumeRun(storage: Storage, issueId: string, now: number): Result<Run, CommandRefusal> {
  return changeRun(storage, issueId, (run) => {
    if (moveRun(storage, run.run_id, ['paused'], { state: 'sending', reason: null }, now)) {
      countSettled(storage, run.run_id, {}, now);
      for (const batch of listBatches(storage, run)) {
        if (batch.state === 'waiting' && batch.is_ambiguous === 0 && batch.tries > 0)
          renewBatch(storage, batch, now);
      }
      finishRun(storage, run.run_id, now);
    }
    return run.state === 'sending' || run.state === 'paused';
  });
}

/**
 * Nothing more is sent. Batches that may have been sent become `unknown`: asking again could be what sends them.
 * Calls under way are settled when they answer. @returns null when there never was a run, and now never will be.
 */
export function cancelRun(storage: Storage, issueId: string, now: number): Result<Run | null, 'ended'> {
  return storage.transactionSync(() => {
    const run = findRunOfIssue(storage, issueId);
    if (run?.state === 'sent' || run?.state === 'failed') return err('ended');
    markCancelled(storage, issueId, now);
    if (run === null) return ok(null);
    if (moveRun(storage, run.run_id, ['sending', 'paused'], { state: 'cancelled', reason: null }, now)) {
      for (const batch of listBatches(storage, run)) {
        if (batch.state !== 'waiting') continue;
        if (batch.is_ambiguous === 1)
          markUnknown(storage, batch, 'The run was cancelled before the outcome was known.', now);
        else settleBatch(storage, batch, 'dropped', null, now);
      }
    }
    return ok(findRunOfIssue(storage, issueId) ?? run);
  });
}

/** Cancels an issue only if there never was a run of it: now there never will be. Otherwise nothing changes. */
export function withdrawIssue(storage: Storage, issueId: string, now: number): Result<null, 'begun'> {
  return storage.transactionSync(() => {
    if (findRunOfIssue(storage, issueId) !== null) return err('begun');
    markCancelled(storage, issueId, now);
    dropPlannedLaunch(storage, issueId);
    return ok(null);
  });
}

/** An editor decides about an `unknown` batch: it is sent again under a new key, or closed. */
export function decideBatch(
  storage: Storage,
  issueId: string,
  decision: { batch: number; generation: number; action: 'resend' | 'close' },
  now: number,
): Result<Run, DecideRefusal> {
  return storage.transactionSync(() => {
    const run = findRunOfIssue(storage, issueId);
    const batch = run === null ? null : findBatch(storage, run.run_id, decision.batch);
    if (run === null || batch === null) return err('unknown');
    if (batch.state !== 'unknown' || batch.generation !== decision.generation) return err('stale');
    if (decision.action === 'close') settleBatch(storage, batch, 'closed', batch.note, now);
    else if (run.state === 'cancelled') return err('cancelled');
    else renewBatch(storage, batch, now);
    return ok(run);
  });
}

/** The provider reports that it sent a mail to this subscriber, so it took the whole batch. */
export function settleByEvent(storage: Storage, issueId: string, subscriberId: string, now: number): boolean {
  return storage.transactionSync(() => {
    const run = findRunOfIssue(storage, issueId);
    if (run === null) return false;
    const batch = listBatches(storage, run).find(({ ids }) =>
      (JSON.parse(ids) as string[]).includes(subscriberId),
    );
    if (batch === undefined) return false;
    settleBatch(storage, batch, 'sent', null, now);
    return true;
  });
}

function changeRun(
  storage: Storage,
  issueId: string,
  carryOut: (run: Run) => boolean,
): Result<Run, CommandRefusal> {
  return storage.transactionSync(() => {
    const run = findRunOfIssue(storage, issueId);
    if (run === null) return err('unknown');
    if (!carryOut(run)) return err('ended');
    return ok(findRunOfIssue(storage, issueId) ?? run);
  });
}

/** All that are not settled: few, however large the audience. */
const listBatches = ({ sql }: Storage, run: Run): Batch[] =>
  sql
    .exec<Batch>(
      `SELECT * FROM batches INDEXED BY batches_by_state
       WHERE run_id = ? AND state IN ('waiting', 'calling', 'unknown') ORDER BY number`,
      run.run_id,
    )
    .toArray();
