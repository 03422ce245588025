// What the log says of runs and of what the provider answers.

import type { Log } from '../../log.ts';
import type { Outcome } from '../policy/outcome.ts';
import type { OpenAttempt } from '../tables/attempt.ts';
import type { RunChange } from '../tables/storage.ts';
import type { Purpose } from '../tables/transactional.ts';

export function logRunChange(log: Log, change: RunChange): void {
  const { issueId: issue, runId: run, state, reason, total: mails, sent, failed } = change;
  switch (state) {
    case 'sending':
      if (change.isNew) log('run-started', { issue, run, mails });
      else log('run-resumed', { issue, run });
      return;
    case 'paused':
      log('run-paused', { issue, run, reason });
      return;
    case 'sent':
    case 'cancelled':
    case 'failed':
      log('run-ended', { issue, run, state, reason, mails, sent, failed });
  }
}

/** @param purpose of a transactional mail; null for a batch. */
export function logOutcome(log: Log, attempt: OpenAttempt, outcome: Outcome, purpose: Purpose | null): void {
  if (outcome.kind === 'sent') return;
  const { name } = outcome;
  const refusal = outcome.kind === 'refused' ? { scope: outcome.scope, message: outcome.message } : null;
  if (attempt.message_id === null) {
    const { run_id: run, batch, size: mails } = attempt;
    log('batch-outcome', { run, batch, mails, outcome: outcome.kind, name, ...refusal });
  } else if (refusal !== null) log('refusal', { purpose: purpose ?? '', name, ...refusal });
}
