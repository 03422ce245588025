// What an editor should know besides the progress of a run: recipients who were set aside, test sends, transactional
// mails that were refused, and batches that wait for a decision.

import type { Storage } from '../tables/storage.ts';
import type { Purpose } from '../tables/transactional.ts';

/** A test send, as long as it is kept. Its address is dropped when it is settled, so it is masked from the start. */
export type TestSend = {
  readonly id: string;
  readonly to: string;
  /** Of the bytes that were sent. */
  readonly sha256: string;
  readonly state: 'waiting' | 'sent' | 'refused' | 'unknown';
  /** Why it was refused, also while it is tried again, or why it is unknown. */
  readonly reason: string | null;
  readonly queuedAt: number;
  readonly settledAt: number | null;
};

/** The last transactional mail that the provider refused and has not accepted since. */
export type Refusal = {
  readonly purpose: Purpose;
  readonly reason: string;
  readonly at: number;
  /** It will be tried again: the cause is the account and not the address. */
  readonly isWaiting: boolean;
};

/** A recipient of an issue that the provider refused, by the subscriber's id. */
export type RefusedRecipient = {
  readonly batch: number;
  readonly subscriber: string;
  /** What the provider said. */
  readonly reason: string;
};

export type UndecidedRun = {
  readonly issueId: string;
  /** How often a batch of it became unknown; it only grows. */
  readonly doubts: number;
  readonly batches: number;
  /** Mails in those batches. */
  readonly mails: number;
};

const MAX_TESTS = 100;
const MAX_RUNS = 100;

/** The newest first. */
export const listTests = ({ sql }: Storage, issueId: string): TestSend[] =>
  sql
    .exec<TestSend>(
      `SELECT id, shown AS "to", sha256, iif(state IN ('sent', 'refused', 'unknown'), state, 'waiting') AS state,
         note AS reason, created_at AS queuedAt, settled_at AS settledAt
       FROM messages WHERE issue_id = ? ORDER BY created_at DESC, id LIMIT ?`,
      issueId,
      MAX_TESTS,
    )
    .toArray();

/** Ordered by batch, from after the given one; kept as long as the batches of the run. */
export function listRefused(
  { sql }: Storage,
  issueId: string,
  page: { readonly afterBatch: number; readonly limit: number },
): RefusedRecipient[] {
  return sql
    .exec<{ number: number; ids: string; note: string | null }>(
      `SELECT b.number, b.ids, b.note
       FROM runs AS r CROSS JOIN batches AS b INDEXED BY batches_by_state ON b.run_id = r.run_id
       WHERE r.issue_id = ?1 AND b.state = 'refused' AND b.number > ?2 ORDER BY b.number LIMIT ?3`,
      issueId,
      page.afterBatch,
      page.limit,
    )
    .toArray()
    .flatMap(({ number, ids, note }) =>
      (JSON.parse(ids) as string[]).map((subscriber) => ({ batch: number, subscriber, reason: note ?? '' })),
    );
}

export function readLastRefusal({ sql }: Storage): Refusal | null {
  const [row] = sql
    .exec<{ purpose: Purpose; note: string | null; at: number; is_waiting: 0 | 1 }>(
      `SELECT purpose, note, refused_at AS at, state IN ('waiting', 'calling') AS is_waiting
       FROM messages WHERE refused_at IS NOT NULL ORDER BY refused_at DESC LIMIT 1`,
    )
    .toArray();
  if (row === undefined) return null;
  return { purpose: row.purpose, reason: row.note ?? '', at: row.at, isWaiting: row.is_waiting === 1 };
}

/** The newest first. */
export const listUndecided = ({ sql }: Storage): UndecidedRun[] =>
  sql
    .exec<UndecidedRun>(
      `SELECT r.issue_id AS issueId, r.doubts, count(*) AS batches, sum(b.size) AS mails
       FROM batches AS b INDEXED BY batches_unknown JOIN runs AS r ON r.run_id = b.run_id
       WHERE b.state = 'unknown' GROUP BY r.seq ORDER BY r.seq DESC LIMIT ?`,
      MAX_RUNS,
    )
    .toArray();
