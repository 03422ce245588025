// Everything that is kept about a person, for themselves.

import { type Consent, listConsents } from '../signups/signups.ts';
import type { Cadence, SubscriberState } from './subscriber.ts';

export type KeptAddress = {
  email: string | null;
  name: string | null;
  state: SubscriberState;
  frequency: Cadence;
  /** How it came here: `form`, `import` or `editor`. */
  source: string;
  createdAt: number;
  changedAt: number;
  consents: Consent[];
};

/** @returns the address of the id first, then those that were given up for it. */
export async function readOwnData(db: D1Database, id: string): Promise<KeptAddress[]> {
  const { results } = await db
    .prepare(
      `SELECT id, email, name, state, frequency, source, created_at, changed_at FROM subscribers
       WHERE id = ?1 OR moved_to = ?1 ORDER BY id <> ?1, id`,
    )
    .bind(Number(id))
    .all<{
      id: number;
      email: string | null;
      name: string | null;
      state: SubscriberState;
      frequency: Cadence;
      source: string;
      created_at: number;
      changed_at: number;
    }>();
  return Promise.all(
    results.map(async ({ id, created_at, changed_at, ...kept }) => ({
      ...kept,
      createdAt: created_at,
      changedAt: changed_at,
      consents: await listConsents(db, String(id)),
    })),
  );
}
