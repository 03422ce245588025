// Batches: recipients whose request is frozen before the first attempt. This file goes from the freeze to the call; what
// follows from the outcome is in settle.ts.

import type { Recipient } from '../actor/ports.ts';
import { probeMs } from '../policy/next-step.ts';
import type { EncodedBatch } from '../request/build.ts';
import { type OpenAttempt, openAttempt } from './attempt.ts';
import { findRun, type Run, takeBatchNumbers } from './run.ts';
import type { Storage } from './storage.ts';

export type BatchState =
  | 'waiting'
  | 'calling'
  | 'split'
  | 'sent'
  | 'refused'
  | 'unknown'
  | 'closed'
  | 'empty'
  | 'dropped';

export type Batch = {
  readonly run_id: string;
  readonly number: number;
  /** The batch from which this one was split, at the top; its own number when it was not. */
  readonly root: number;
  readonly generation: number;
  readonly state: BatchState;
  /** A call under the present key may have been taken: key and bytes must stay. */
  readonly is_ambiguous: 0 | 1;
  readonly was_reopened: 0 | 1;
  readonly size: number;
  /**
   * JSON arrays in the same order. The addresses are here while a call is under way or in doubt, since its bytes must not
   * change; otherwise they are read from D1.
   */
  readonly ids: string;
  readonly addresses: string | null;
  /** What was sent under the present key, and to which account of the provider. */
  readonly digest: string | null;
  readonly account: string | null;
  /** Calls under the present key, and when the first of them began. */
  readonly tries: number;
  readonly first_try_at: number | null;
  readonly next_at: number;
  readonly note: string | null;
};

/**
 * Freezes the next recipients of a run and moves its cursor past them.
 * @returns null when the run is not where it was when they were read.
 */
export function freezeBatch(
  storage: Storage,
  run: Run,
  recipients: readonly (Recipient & { readonly place?: string })[],
  digest: string,
  isLast: boolean,
  now: number,
): Batch | null {
  return storage.transactionSync(() => {
    const last = recipients.at(-1);
    const cursor = last?.place ?? last?.id ?? run.cursor;
    const moved = storage.sql.exec(
      `UPDATE runs SET cursor = ?3, is_read = ?4, read_at = ?5
       WHERE run_id = ?1 AND cursor = ?2 AND state = 'sending'
       RETURNING run_id`,
      run.run_id,
      run.cursor,
      cursor,
      Number(isLast),
      now + probeMs(countDoubts(storage, run)),
    );
    if (moved.toArray().length === 0) return null;
    const number = takeBatchNumbers(storage, run.run_id, 1);
    const ids = recipients.map(({ id }) => id);
    insertBatch(storage, { run_id: run.run_id, number, root: number }, ids, digest, now);
    return findBatch(storage, run.run_id, number);
  });
}

const countDoubts = ({ sql }: Storage, run: Run): number =>
  sql
    .exec<{ count: number }>(
      `SELECT count(*) AS count FROM batches INDEXED BY batches_by_state
       WHERE run_id = ? AND state IN ('waiting', 'calling') AND is_ambiguous`,
      run.run_id,
    )
    .one().count;

/** There are no more subscribers to read. */
export function endReading({ sql }: Storage, run: Run): void {
  sql.exec(`UPDATE runs SET is_read = 1 WHERE run_id = ?1 AND cursor = ?2`, run.run_id, run.cursor);
}

export const findBatch = ({ sql }: Storage, runId: string, number: number): Batch | null =>
  sql.exec<Batch>('SELECT * FROM batches WHERE run_id = ? AND number = ?', runId, number).toArray()[0] ??
  null;

/**
 * What may be sent now: anything of a run that is not paused, and what is in doubt of a paused one. The smallest first,
 * so that a split is followed down to its cause before the next one begins.
 * @param state.isHeld then only what is in doubt: asking again under its key does not count against a quota.
 * @param state.readyRows batches that are already waiting for their turn, as `rowOf` names them.
 */
export function nextBatch(
  { sql }: Storage,
  now: number,
  state: { isHeld: boolean; readyRows: readonly string[] },
): Batch | null {
  return (
    sql
      .exec<Batch>(
        `SELECT b.* FROM batches AS b INDEXED BY batches_waiting CROSS JOIN runs AS r ON r.run_id = b.run_id
         WHERE b.state = 'waiting' AND b.next_at <= ?1
           AND r.state IN ('sending', 'sent', 'paused') AND (r.state <> 'paused' OR b.is_ambiguous)
           AND (b.is_ambiguous OR NOT ?2)
           AND (r.run_id || '/' || b.number) NOT IN (SELECT value FROM json_each(?3))
         ORDER BY b.is_ambiguous DESC, r.seq, b.size, b.number LIMIT 1`,
        now,
        Number(state.isHeld),
        JSON.stringify(state.readyRows),
      )
      .toArray()[0] ?? null
  );
}

export const rowOf = ({ run_id, number }: Pick<Batch, 'run_id' | 'number'>): string => `${run_id}/${number}`;

export const idsOf = (batch: Batch): string[] => JSON.parse(batch.ids) as string[];

/** Of a batch that is in doubt. */
export const recipientsOf = (batch: Batch): Recipient[] => {
  const addresses = JSON.parse(batch.addresses ?? '[]') as string[];
  return idsOf(batch).map((id, n) => ({ id, email: addresses[n] ?? '' }));
};

/** The request that is about to be made; `generation` and `recipients` may differ from what was frozen before. */
export type BatchCall = {
  readonly batch: Batch;
  readonly generation: number;
  readonly recipients: readonly Recipient[];
  readonly encoded: EncodedBatch;
  readonly key: string;
  readonly account: string;
};

/** Writes the attempt. @returns null when batch or run have changed since it was prepared. */
export function beginCall(storage: Storage, call: BatchCall, now: number): OpenAttempt | null {
  const { batch, generation, recipients, encoded, key, account } = call;
  return storage.transactionSync(() => {
    const current = findBatch(storage, batch.run_id, batch.number);
    if (current?.state !== 'waiting' || current.generation !== batch.generation) return null;
    if (!maySend(findRun(storage, batch.run_id), current)) return null;
    storage.sql.exec(
      `UPDATE batches SET state = 'calling', size = ?3, ids = ?4, addresses = ?5, digest = ?6, generation = ?7,
         tries = iif(generation = ?7, tries, 0) + 1,
         first_try_at = iif(generation = ?7, coalesce(first_try_at, ?8), ?8), account = ?9
       WHERE run_id = ?1 AND number = ?2`,
      batch.run_id,
      batch.number,
      recipients.length,
      JSON.stringify(recipients.map(({ id }) => id)),
      JSON.stringify(recipients.map(({ email }) => email)),
      encoded.digest,
      generation,
      now,
      account,
    );
    const owner = { run_id: batch.run_id, batch: batch.number, message_id: null };
    return openAttempt(storage, owner, { generation, key, size: recipients.length }, now);
  });
}

export const maySend = (run: Run | null, batch: Batch): boolean =>
  run !== null &&
  (run.state === 'sending' || run.state === 'sent' || (run.state === 'paused' && batch.is_ambiguous === 1));

/** How many mails were perhaps taken. */
export const countInDoubt = ({ sql }: Storage): number =>
  sql
    .exec<{ mails: number | null }>(
      `SELECT sum(size) AS mails FROM batches INDEXED BY batches_waiting
       WHERE state = 'waiting' AND is_ambiguous`,
    )
    .one().mails ?? 0;

/** A batch that waits for its first attempt. Without a digest, its request is built, and so frozen, at the call. */
export function insertBatch(
  { sql }: Storage,
  place: { run_id: string; number: number; root: number },
  ids: readonly string[],
  digest: string | null,
  now: number,
): void {
  sql.exec(
    `INSERT INTO batches (run_id, number, root, state, size, ids, digest, next_at)
     VALUES (?1, ?2, ?3, 'waiting', ?4, ?5, ?6, ?7)`,
    place.run_id,
    place.number,
    place.root,
    ids.length,
    JSON.stringify(ids),
    digest,
    now,
  );
}

/** Waits for another call under the same key. */
export function postponeBatch(
  { sql }: Storage,
  batch: Batch,
  at: number,
  isAmbiguous = batch.is_ambiguous === 1,
): void {
  sql.exec(
    `UPDATE batches SET state = 'waiting', next_at = ?3, is_ambiguous = ?4, addresses = iif(?4, addresses, NULL)
     WHERE run_id = ?1 AND number = ?2`,
    batch.run_id,
    batch.number,
    at,
    Number(isAmbiguous),
  );
}

/** It could not be prepared: try again at `at`. */
export function delayBatch({ sql }: Storage, batch: Batch, at: number): void {
  sql.exec(
    `UPDATE batches SET next_at = ?3 WHERE run_id = ?1 AND number = ?2 AND state = 'waiting'`,
    batch.run_id,
    batch.number,
    at,
  );
}

/** Nothing was taken under the present key, or an editor wants it sent again: a new generation, so a new key. */
export function renewBatch({ sql }: Storage, batch: Batch, at: number): void {
  sql.exec(
    `UPDATE batches SET state = 'waiting', generation = generation + 1, is_ambiguous = 0, digest = NULL, tries = 0,
       addresses = NULL, first_try_at = NULL, next_at = ?3, note = NULL
     WHERE run_id = ?1 AND number = ?2`,
    batch.run_id,
    batch.number,
    at,
  );
}
