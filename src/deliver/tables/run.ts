// Runs: the sending of one issue, one per issue for ever. Every change of a run's state goes through here, so that D1 and
// the log get it.

import { type RequestTemplate, readRequestTemplate } from '../../render/template.ts';
import type { Cadence } from '../../store/index.ts';
import type { StatusUpdate } from '../actor/ports.ts';
import type { RunState, Storage } from './storage.ts';

export type Run = {
  readonly seq: number;
  readonly run_id: string;
  readonly issue_id: string;
  readonly sha256: string;
  readonly audience: Cadence;
  readonly max_activation: number;
  readonly total: number;
  readonly state: RunState;
  readonly reason: string | null;
  /** The id of the last subscriber who is in a batch. */
  readonly cursor: string;
  /** Everyone is in a batch. */
  readonly is_read: 0 | 1;
  readonly next_batch: number;
  /** No subscribers are read before. */
  readonly read_at: number;
  readonly sent: number;
  readonly failed: number;
  readonly started_at: number;
};

export type NewRun = {
  readonly runId: string;
  readonly issueId: string;
  readonly sha256: string;
  readonly template: RequestTemplate;
  readonly audience: Cadence;
  readonly maxActivation: number;
  readonly total: number;
};

const COLUMNS = `seq, run_id, issue_id, sha256, audience, max_activation, total, state, reason, cursor, is_read,
  next_batch, read_at, sent, failed, started_at`;

export function insertRun(storage: Storage, run: NewRun, now: number): void {
  const { sql } = storage;
  sql.exec(
    `INSERT INTO runs (run_id, issue_id, sha256, audience, max_activation, total, state, read_at, told, tell_at,
       started_at)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'sending', ?7, 0, ?7, ?7)`,
    run.runId,
    run.issueId,
    run.sha256,
    run.audience,
    run.maxActivation,
    run.total,
    now,
  );
  sql.exec('INSERT INTO templates (run_id, template) VALUES (?, ?)', run.runId, JSON.stringify(run.template));
  const { runId, issueId, total } = run;
  const counts = { total, sent: 0, failed: 0 };
  storage.onRunChange?.({ isNew: true, runId, issueId, state: 'sending', reason: null, ...counts });
}

export const findRunOfIssue = ({ sql }: Storage, issueId: string): Run | null =>
  sql.exec<Run>(`SELECT ${COLUMNS} FROM runs WHERE issue_id = ?`, issueId).toArray()[0] ?? null;

export const findRun = ({ sql }: Storage, runId: string): Run | null =>
  sql.exec<Run>(`SELECT ${COLUMNS} FROM runs WHERE run_id = ?`, runId).toArray()[0] ?? null;

export function readTemplate({ sql }: Storage, runId: string): RequestTemplate {
  const { template } = sql
    .exec<{ template: string }>('SELECT template FROM templates WHERE run_id = ?', runId)
    .one();
  const read = readRequestTemplate(template);
  if (!read.ok) throw new Error(`The template of run ${runId} cannot be read: ${read.error}.`);
  return read.value;
}

/**
 * The oldest run that has subscribers left to read and room for one more open batch, not counting those in doubt. Not
 * before D1 names it: if these tables were lost before that, the issue would be started again.
 */
export function nextRunToRead({ sql }: Storage, now: number, maxOpen: number): Run | null {
  return (
    sql
      .exec<Run>(
        `SELECT ${COLUMNS} FROM runs
         WHERE state = 'sending' AND is_read = 0 AND told > 0 AND read_at <= ?1 AND ?2 > (
           SELECT count(*) FROM batches INDEXED BY batches_by_state
           WHERE batches.run_id = runs.run_id AND batches.state IN ('waiting', 'calling') AND NOT is_ambiguous
         )
         ORDER BY seq LIMIT 1`,
        now,
        maxOpen,
      )
      .toArray()[0] ?? null
  );
}

/** D1 could not be read: try again at `at`. */
export function delayReading({ sql }: Storage, runId: string, at: number): void {
  sql.exec('UPDATE runs SET read_at = ?2 WHERE run_id = ?1', runId, at);
}

/** @returns false when the run was not in one of the states `from`. */
export function moveRun(
  { sql, onRunChange }: Storage,
  runId: string,
  from: readonly RunState[],
  to: { state: RunState; reason: string | null },
  now: number,
): boolean {
  const [moved] = sql
    .exec<{ issueId: string; total: number; sent: number; failed: number }>(
      `UPDATE runs SET state = ?2, reason = ?3, change = change + 1, tell_at = ?4, tell_failures = 0,
       ended_at = iif(?2 IN ('sending', 'paused'), NULL, ?4)
     WHERE run_id = ?1 AND state IN (SELECT value FROM json_each(?5))
     RETURNING issue_id AS issueId, total, sent, failed`,
      runId,
      to.state,
      to.reason,
      now,
      JSON.stringify(from),
    )
    .toArray();
  if (moved === undefined) return false;
  onRunChange?.({ isNew: false, runId, ...to, ...moved });
  return true;
}

/** A batch was settled, so the next one may be read if it waited for that. */
export function countSettled(
  { sql }: Storage,
  runId: string,
  { sent = 0, failed = 0 }: { sent?: number; failed?: number },
  now: number,
): void {
  sql.exec(
    'UPDATE runs SET sent = sent + ?2, failed = failed + ?3, read_at = min(read_at, ?4) WHERE run_id = ?1',
    runId,
    sent,
    failed,
    now,
  );
}

/** Takes `count` batch numbers. @returns the first of them. */
export function takeBatchNumbers({ sql }: Storage, runId: string, count: number): number {
  return (
    sql
      .exec<{ next: number }>(
        'UPDATE runs SET next_batch = next_batch + ?2 WHERE run_id = ?1 RETURNING next_batch AS next',
        runId,
        count,
      )
      .one().next - count
  );
}

/** What D1 does not know yet, oldest first. */
export function nextStatusUpdate({ sql }: Storage, now: number): (StatusUpdate & { change: number }) | null {
  const [row] = sql
    .exec<Run & { change: number }>(
      `SELECT ${COLUMNS}, change FROM runs WHERE told < change AND tell_at <= ? ORDER BY tell_at, seq LIMIT 1`,
      now,
    )
    .toArray();
  if (row === undefined) return null;
  const { issue_id: issueId, run_id: runId, sha256, state, reason, change } = row;
  return { issueId, runId, sha256, state, reason, at: now, change };
}

/** D1 has fallen behind, or may have: it gets the state once more. */
export function repeatStatusUpdate({ sql }: Storage, issueId: string, now: number): void {
  sql.exec(
    'UPDATE runs SET change = change + 1, tell_at = ?2, tell_failures = 0 WHERE issue_id = ?1',
    issueId,
    now,
  );
}

export function markReported({ sql }: Storage, runId: string, change: number): void {
  sql.exec('UPDATE runs SET told = max(told, ?2), tell_failures = 0 WHERE run_id = ?1', runId, change);
}

export function delayStatusUpdate({ sql }: Storage, runId: string, now: number): void {
  sql.exec(
    `UPDATE runs SET tell_failures = tell_failures + 1,
       tell_at = ?2 + 1000 * min(60, 1 << min(tell_failures, 6))
     WHERE run_id = ?1`,
    runId,
    now,
  );
}

/** Of all runs that are being sent. */
export const countUnsent = ({ sql }: Storage): number =>
  sql
    .exec<{ mails: number | null }>(
      `SELECT sum(max(0, total - sent - failed)) AS mails FROM runs WHERE state = 'sending'`,
    )
    .one().mails ?? 0;

/** Cancelled, whether it ever ran or not: a late start finds this. */
export function markCancelled({ sql }: Storage, issueId: string, now: number): void {
  sql.exec('INSERT OR IGNORE INTO tombstones (issue_id, cancelled_at) VALUES (?, ?)', issueId, now);
}

export const isMarkedCancelled = ({ sql }: Storage, issueId: string): boolean =>
  sql.exec('SELECT 1 FROM tombstones WHERE issue_id = ?', issueId).toArray().length === 1;
