// What a killed copy left on its disk: the Postmaster's own tables, read from a copy of their file, so that the
// next process finds them as they were.

import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { StandInEvent } from '../support/resend-stand-in.ts';

/** A batch that is frozen and not settled. Without a key no call was under way. */
export type OpenBatch = {
  readonly number: number;
  readonly is_ambiguous: 0 | 1;
  readonly idempotency_key: string | null;
  readonly started_at: number | null;
};

/** Where in its life a batch was when the process died, from first to last. */
export const PHASES = [
  'frozen, no call yet',
  'called, not arrived',
  'arrived, not accepted',
  'accepted, not answered',
  'answered, not settled',
  'in doubt, to be asked again',
] as const;

export type Phase = (typeof PHASES)[number];

export const readOpenBatches = (stateFolder: string): OpenBatch[] =>
  readTables(
    stateFolder,
    `SELECT b.number, b.is_ambiguous, a.idempotency_key, a.started_at FROM batches AS b
     LEFT JOIN attempts AS a ON a.run_id = b.run_id AND a.batch = b.number AND a.outcome IS NULL
     WHERE b.state IN ('waiting', 'calling')`,
  ) as OpenBatch[];

/** Recipients by the state of their batch. */
export const countRecipients = (stateFolder: string): Record<string, number> =>
  Object.fromEntries(
    readTables(stateFolder, 'SELECT state, sum(size) AS size FROM batches GROUP BY state').map(
      ({ state, size }) => [String(state), Number(size)],
    ),
  );

/** @param events what the provider saw before the kill. */
export function phaseOf(batch: OpenBatch, events: readonly StandInEvent[]): Phase {
  const { idempotency_key: key, started_at: startedAt } = batch;
  if (key === null || startedAt === null)
    return batch.is_ambiguous === 1 ? 'in doubt, to be asked again' : 'frozen, no call yet';
  const seen = new Set(
    events.filter((event) => event.key === key && event.at >= startedAt).map(({ what }) => what),
  );
  if (seen.has('answered')) return 'answered, not settled';
  if (seen.has('taken')) return 'accepted, not answered';
  if (seen.has('arrived')) return 'arrived, not accepted';
  return 'called, not arrived';
}

function readTables(stateFolder: string, query: string): Record<string, unknown>[] {
  const folder = join(stateFolder, 'v3/do/copydesk-Postmaster');
  const name = readdirSync(folder).find((file) => /^[0-9a-f]{64}\.sqlite$/.test(file));
  if (name === undefined) throw new Error(`no tables of the Postmaster in ${folder}`);
  const desk = mkdtempSync(join(tmpdir(), 'copydesk-leftovers-'));
  try {
    for (const file of [name, `${name}-wal`])
      if (existsSync(join(folder, file))) copyFileSync(join(folder, file), join(desk, file));
    const database = new DatabaseSync(join(desk, name));
    try {
      return database.prepare(query).all();
    } finally {
      database.close();
    }
  } finally {
    rmSync(desk, { recursive: true, force: true });
  }
}
