// Everything that is kept about a person, for themselves.

import { type Consent, listConsents } from '../signups/signups.ts';
import { SUBSCRIBER, type Subscriber, type SubscriberRow, toSubscriber } from './subscriber.ts';

export type KeptAddress = Omit<Subscriber, 'id'> & {
  /** How it came here: `form`, `import` or `editor`. */
  source: string;
  consents: Consent[];
};

/** @returns the address of the id first, then those that were given up for it. */
export async function readOwnData(db: D1Database, id: string): Promise<KeptAddress[]> {
  const { results } = await db
    .prepare(
      `SELECT ${SUBSCRIBER}, source FROM subscribers
       WHERE id = ?1 OR moved_to = ?1 ORDER BY id <> ?1, id`,
    )
    .bind(Number(id))
    .all<SubscriberRow & { source: string }>();
  return Promise.all(
    results.map(async (row) => {
      const { id, ...address } = toSubscriber(row);
      return { ...address, source: row.source, consents: await listConsents(db, id) };
    }),
  );
}
