// What an outcome does to the rows: a batch is settled, waits, is split or set aside; a run pauses or ends. The decision
// is made in policy/next-step.ts; here it is carried out, in one transaction.

import { nextStep, type Step } from '../policy/next-step.ts';
import type { Outcome } from '../policy/outcome.ts';
import { accountRefused, everyAddressRefused, nobodyAccepted, requestRefused } from '../policy/reason.ts';
import { noteAccount } from '../status/condition.ts';
import type { SettleContext } from './attempt.ts';
import { closeAttempt, listLostAttempts, type OpenAttempt, PROCESS_DIED } from './attempt.ts';
import { type Batch, findBatch, idsOf, insertBatch, postponeBatch, renewBatch } from './batch.ts';
import { countSettled, findRun, moveRun, type Run, takeBatchNumbers } from './run.ts';
import { countMails } from './sent-mails.ts';
import type { Storage } from './storage.ts';
import { settleTransactional } from './transactional.ts';

/** Writes the outcome of a call and all that follows from it. */
export function settleAttempt(
  storage: Storage,
  attempt: OpenAttempt,
  outcome: Outcome,
  context: SettleContext,
): void {
  storage.transactionSync(() => {
    closeAttempt(storage, attempt.id, outcome, context.reply, context.now);
    const status = context.reply?.kind === 'error' ? context.reply.status : null;
    noteAccount(storage, attempt, outcome, { status, now: context.now });
    if (attempt.message_id !== null) {
      settleTransactional(storage, attempt, outcome, context);
      return;
    }
    const batch = findBatch(storage, attempt.run_id, attempt.batch);
    const run = findRun(storage, attempt.run_id);
    // An event of the provider may have settled it in the meantime.
    if (run === null || batch?.state !== 'calling' || batch.generation !== attempt.generation) return;
    const call = {
      size: batch.size,
      isAmbiguous: batch.is_ambiguous === 1,
      tries: batch.tries,
      firstTryAt: batch.first_try_at ?? context.now,
      isCancelled: run.state === 'cancelled',
    };
    takeStep(storage, run, batch, nextStep(call, outcome, context), context);
  });
}

/**
 * Calls of a process that died: perhaps taken, so they are made again, at once and under the same key.
 * @returns those calls.
 */
export function recoverLostAttempts(
  storage: Storage,
  underWay: ReadonlySet<number>,
  now: number,
): readonly OpenAttempt[] {
  const lost = listLostAttempts(storage, underWay);
  for (const attempt of lost) {
    settleAttempt(storage, attempt, PROCESS_DIED, {
      now,
      random: 0,
      retryAfterMs: null,
      reply: null,
      isRestart: true,
    });
  }
  return lost;
}

function takeStep(storage: Storage, run: Run, batch: Batch, step: Step, context: SettleContext): void {
  const { now } = context;
  switch (step.kind) {
    case 'sent':
      settleBatch(storage, batch, 'sent', null, now);
      return;
    case 'retry':
      postponeBatch(storage, batch, context.isRestart ? now : step.at, step.isAmbiguous);
      if (step.trouble !== undefined)
        pauseRun(storage, run, accountRefused(step.trouble.name, step.trouble.message), now);
      return;
    case 'renew':
      renewBatch(storage, batch, step.at);
      return;
    case 'split':
      splitBatch(storage, batch, now);
      return;
    case 'set-aside':
      settleBatch(storage, batch, 'refused', step.note, now);
      return;
    case 'pause': {
      // The run is over, and an editor had this sent again: the decision is open again.
      if (run.state === 'sent') {
        markUnknown(storage, batch, `${step.name}: ${step.message}`, now);
        return;
      }
      postponeBatch(storage, batch, now);
      const reason =
        step.scope === 'account'
          ? accountRefused(step.name, step.message)
          : requestRefused(idsOf(batch)[0] ?? '', step.message);
      pauseRun(storage, run, reason, now);
      return;
    }
    case 'unknown':
      markUnknown(storage, batch, step.note, now);
      return;
    case 'drop':
      settleBatch(storage, batch, 'dropped', null, now);
      return;
  }
}

/** A pause by the sender itself. If an editor has paused the run, the editor's reason stays. */
export function pauseRun(storage: Storage, run: Run, reason: string, now: number): boolean {
  return moveRun(storage, run.run_id, ['sending'], { state: 'paused', reason }, now);
}

/** The batch is done: its ids stay, its addresses go. */
export function settleBatch(
  storage: Storage,
  batch: Batch,
  state: 'sent' | 'refused' | 'closed' | 'empty' | 'dropped',
  note: string | null,
  now: number,
): void {
  storage.sql.exec(
    `UPDATE batches SET state = ?3, note = ?4, addresses = NULL, is_ambiguous = 0
     WHERE run_id = ?1 AND number = ?2`,
    batch.run_id,
    batch.number,
    state,
    note,
  );
  const counts = state === 'sent' ? { sent: batch.size } : state === 'refused' ? { failed: batch.size } : {};
  countSettled(storage, batch.run_id, counts, now);
  if (state === 'sent') countMails(storage, batch.size, now);
  closeTree(storage, batch, now);
  finishRun(storage, batch.run_id, now);
}

/** Perhaps taken, and an editor decides. */
export function markUnknown(storage: Storage, batch: Batch, note: string, now: number): void {
  storage.sql.exec(
    `UPDATE batches SET state = 'unknown', note = ?3, addresses = NULL WHERE run_id = ?1 AND number = ?2`,
    batch.run_id,
    batch.number,
    note,
  );
  storage.sql.exec('UPDATE runs SET doubts = doubts + 1 WHERE run_id = ?', batch.run_id);
  finishRun(storage, batch.run_id, now);
}

/** Two children under new numbers, so under new keys, take the place of a batch of which nothing was taken. */
export function splitBatch(storage: Storage, batch: Batch, now: number): void {
  const ids = idsOf(batch);
  const half = Math.ceil(ids.length / 2);
  const first = takeBatchNumbers(storage, batch.run_id, 2);
  const place = { run_id: batch.run_id, root: batch.root };
  insertBatch(storage, { ...place, number: first }, ids.slice(0, half), null, now);
  insertBatch(storage, { ...place, number: first + 1 }, ids.slice(half), null, now);
  storage.sql.exec(
    `UPDATE batches SET state = 'split', addresses = NULL WHERE run_id = ?1 AND number = ?2`,
    batch.run_id,
    batch.number,
  );
}

/**
 * When the last piece of a split batch is settled and every single address was refused, the cause is something else: the
 * batch is made whole again and the run pauses. That happens once; the second time they stay set aside.
 */
function closeTree(storage: Storage, { run_id, number, root }: Batch, now: number): void {
  if (number === root) return;
  const pieces = storage.sql
    .exec<{ open: number; refused: number; settled: number; note: string | null }>(
      `SELECT count(*) FILTER (WHERE state IN ('waiting', 'calling', 'unknown')) AS open,
         count(*) FILTER (WHERE state = 'refused') AS refused,
         count(*) FILTER (WHERE state IN ('sent', 'refused', 'closed', 'empty')) AS settled,
         max(note) FILTER (WHERE state = 'refused') AS note
       FROM batches INDEXED BY batches_by_root WHERE run_id = ? AND root = ? AND number <> root`,
      run_id,
      root,
    )
    .one();
  if (pieces.open > 0) return;
  const whole = findBatch(storage, run_id, root);
  const run = findRun(storage, run_id);
  if (whole === null || run === null) return;
  const isAllRefused = pieces.refused > 1 && pieces.refused === pieces.settled;
  // A run that is over cannot pause, and nothing is sent again by itself.
  const isOver = run.state !== 'sending' && run.state !== 'paused';
  if (!isAllRefused || whole.was_reopened === 1 || isOver) return;
  storage.sql.exec(
    `UPDATE batches SET state = 'dropped' WHERE run_id = ? AND root = ? AND number <> root`,
    run_id,
    root,
  );
  countSettled(storage, run_id, { failed: -pieces.refused }, now);
  storage.sql.exec('UPDATE batches SET was_reopened = 1 WHERE run_id = ? AND number = ?', run_id, root);
  renewBatch(storage, whole, now);
  pauseRun(storage, run, everyAddressRefused(pieces.refused, pieces.note ?? ''), now);
}

/** A run ends when every reader is in a batch and no batch waits or is under way. */
export function finishRun(storage: Storage, runId: string, now: number): void {
  const run = findRun(storage, runId);
  if (run?.state !== 'sending' || run.is_read === 0) return;
  const batches = storage.sql
    .exec<{ open: number; unknown: number; note: string | null }>(
      `SELECT count(*) FILTER (WHERE state IN ('waiting', 'calling')) AS open,
         count(*) FILTER (WHERE state = 'unknown') AS unknown,
         max(note) FILTER (WHERE state = 'refused') AS note
       FROM batches INDEXED BY batches_by_state
       WHERE run_id = ? AND state IN ('waiting', 'calling', 'unknown', 'refused')`,
      runId,
    )
    .one();
  if (batches.open > 0) return;
  const hasFailed = run.sent === 0 && run.failed > 0 && batches.unknown === 0;
  moveRun(
    storage,
    runId,
    ['sending'],
    hasFailed
      ? { state: 'failed', reason: nobodyAccepted(batches.note ?? '') }
      : { state: 'sent', reason: null },
    now,
  );
}
