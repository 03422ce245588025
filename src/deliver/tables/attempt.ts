// Attempts: one call to the mailer, written before it is made. A row without an outcome whose call is not
// under way in this process was made by a process that died, and its outcome is unknown.

import type { Reply } from '../mailer/mailer.ts';
import type { Outcome } from '../policy/outcome.ts';
import type { Storage } from './storage.ts';

export type Owner =
  | { readonly run_id: string; readonly batch: number; readonly message_id: null }
  | { readonly run_id: null; readonly batch: null; readonly message_id: string };

export type OpenAttempt = Owner & { readonly id: number; readonly generation: number; readonly size: number };

export function openAttempt(
  { sql }: Storage,
  owner: Owner,
  call: { generation: number; key: string; size: number },
  now: number,
): OpenAttempt {
  const { id } = sql
    .exec<{ id: number }>(
      `INSERT INTO attempts (run_id, batch, message_id, generation, idempotency_key, size, started_at)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) RETURNING id`,
      owner.run_id,
      owner.batch,
      owner.message_id,
      call.generation,
      call.key,
      call.size,
      now,
    )
    .one();
  return { ...owner, id, generation: call.generation, size: call.size };
}

export function closeAttempt(
  { sql }: Storage,
  id: number,
  outcome: Outcome,
  reply: Reply | null,
  now: number,
): void {
  sql.exec(
    'UPDATE attempts SET ended_at = ?2, outcome = ?3, name = ?4, status = ?5 WHERE id = ?1',
    id,
    now,
    outcome.kind,
    outcome.kind === 'sent' ? null : outcome.name,
    reply?.kind === 'error' ? reply.status : null,
  );
}

/** What settling an attempt needs to know of the moment. */
export type SettleContext = {
  readonly now: number;
  readonly random: number;
  readonly retryAfterMs: number | null;
  readonly reply: Reply | null;
  /** Retries at once, whatever the backoff says. */
  readonly isRestart?: boolean;
};

/** Attempts without an outcome, except those whose calls are under way in this process. */
export function listLostAttempts({ sql }: Storage, underWay: ReadonlySet<number>): OpenAttempt[] {
  return sql
    .exec<OpenAttempt>(
      'SELECT id, run_id, batch, message_id, generation, size FROM attempts WHERE outcome IS NULL ORDER BY id',
    )
    .toArray()
    .filter(({ id }) => !underWay.has(id));
}

/** The process died with the call under way. */
export const PROCESS_DIED: Outcome = {
  kind: 'ambiguous',
  mayRetry: true,
  name: 'process_died',
  message: 'The sender stopped before the reply came.',
};
