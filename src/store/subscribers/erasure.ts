// Erasure empties a row, but keeps a hash of the address, under a key that never changes and is not in the database. An
// import compares with it, so that it does not bring anyone back who asked to be forgotten.

import { createDryRun } from './dry-run.ts';
import { type ImportCounts, type ImportRow, importSubscribers } from './imports.ts';

/** Hashes addresses, and names the key that it uses. */
export type AddressHash = {
  readonly fingerprint: string;
  readonly hash: (email: string) => Promise<string>;
};

/** `other-key`: people were erased under another key than the present one, so they could not be recognised. */
export type ErasureRefusal = 'other-key';

/**
 * Deletes everything that names the person, also under addresses that they gave up for this one, and ends a change of
 * address that waits for its confirmation. Repeating it is harmless.
 * @returns whether such a person is erased now; false for an id that was never given out.
 */
export async function eraseSubscriber(
  db: D1Database,
  id: string,
  key: AddressHash,
  now: number,
): Promise<boolean | ErasureRefusal> {
  for (;;) {
    const found = await readPerson(db, id);
    if (found.length === 0) return false;
    // If a change of address is confirmed at this moment, the next round finds it.
    const named = found.filter((row): row is { id: number; email: string } => row.email !== null);
    if (named.length === 0) return true;
    // The first key that is written down stays.
    await db
      .prepare('INSERT INTO erasure_key (id, fingerprint) VALUES (1, ?1) ON CONFLICT (id) DO NOTHING')
      .bind(key.fingerprint)
      .run();
    if ((await readErasures(db)).fingerprint !== key.fingerprint) return 'other-key';
    await empty(
      db,
      await Promise.all(named.map(async (row) => ({ id: row.id, hash: await key.hash(row.email) }))),
      now,
    );
  }
}

/** All rows of one person: that of the id, and those of the addresses that were given up for it. */
async function readPerson(db: D1Database, id: string): Promise<{ id: number; email: string | null }[]> {
  const { results } = await db
    .prepare('SELECT id, email FROM subscribers WHERE id = ?1 OR moved_to = ?1')
    .bind(Number(id))
    .all<{ id: number; email: string | null }>();
  return results;
}

async function empty(
  db: D1Database,
  rows: readonly { readonly id: number; readonly hash: string }[],
  now: number,
): Promise<void> {
  const json = JSON.stringify(rows);
  await db.batch([
    db.prepare(`UPDATE counters SET value = value + 1 WHERE name = 'erasures'`),
    db
      .prepare(
        `DELETE FROM subscribers WHERE state = 'pending' AND source = 'form' AND id IN
           (SELECT subscriber_id FROM consents
            WHERE confirmed_at IS NULL AND replaces IN (SELECT value ->> 'id' FROM json_each(?1)))`,
      )
      .bind(json),
    db
      .prepare(
        `DELETE FROM consents WHERE subscriber_id IN (SELECT value ->> 'id' FROM json_each(?1))
           OR replaces IN (SELECT value ->> 'id' FROM json_each(?1))`,
      )
      .bind(json),
    db
      .prepare(`DELETE FROM visits WHERE subscriber_id IN (SELECT value ->> 'id' FROM json_each(?1))`)
      .bind(json),
    db
      .prepare(
        `UPDATE subscribers SET email = NULL, name = NULL, state = 'erased', frequency = 'every',
           source = 'erased', moved_to = NULL, moved_after = NULL, erasure_hash = row.hash, changed_at = ?2
         FROM (SELECT value ->> 'id' AS id, value ->> 'hash' AS hash FROM json_each(?1)) AS row
         WHERE subscribers.id = row.id AND state <> 'erased'`,
      )
      .bind(json, now),
  ]);
}

/** `erased` rows were left out of the import, since these people asked to be forgotten. */
export type KeptOut = { erased: number };

export type Importer = (
  rows: readonly ImportRow[],
  now: number,
) => Promise<(ImportCounts & KeptOut) | ErasureRefusal>;

/**
 * `importSubscribers`, without people who were erased, also while it runs.
 * @param isDryRun counts and stores nothing.
 */
export function createImporter(db: D1Database, key: AddressHash | null, isDryRun: boolean): Importer {
  let known: Erasures | null = null;
  const count = createDryRun(db);
  return async (rows, now) => {
    for (;;) {
      known ??= await readErasures(db);
      if (known.count > 0 && known.fingerprint !== key?.fingerprint) return 'other-key';
      const wanted = known.count === 0 || key === null ? rows : await leaveOutErased(db, rows, key);
      const counts = isDryRun ? await count(wanted) : await importSubscribers(db, wanted, now, known.count);
      if (counts !== null) return { ...counts, erased: rows.length - wanted.length };
      // Somebody was erased since: look again, so that they are not brought back.
      known = null;
    }
  };
}

/** A row that asks for less mail counts also for a person who signed up again and has not confirmed yet. */
async function leaveOutErased(
  db: D1Database,
  rows: readonly ImportRow[],
  key: AddressHash,
): Promise<readonly ImportRow[]> {
  const hashes = await Promise.all(rows.map(({ email }) => key.hash(email)));
  const { results } = await db
    .prepare(
      `SELECT erasure_hash AS hash FROM subscribers
       WHERE erasure_hash IN (SELECT value FROM json_each(?1))`,
    )
    .bind(JSON.stringify(hashes))
    .all<{ hash: string }>();
  const erased = new Set(results.map(({ hash }) => hash));
  const isErased = (n: number): boolean => erased.has(hashes[n] ?? '');
  const lessMail = rows.filter(({ state }, n) => isErased(n) && state !== 'active' && state !== 'pending');
  const back = lessMail.length === 0 ? new Set<string>() : await readPresent(db, lessMail);
  const kept = new Set(lessMail.filter(({ email }) => back.has(email)));
  return rows.filter((row, n) => !isErased(n) || kept.has(row));
}

async function readPresent(db: D1Database, rows: readonly ImportRow[]): Promise<Set<string>> {
  const { results } = await db
    .prepare('SELECT email FROM subscribers WHERE email IN (SELECT value FROM json_each(?1))')
    .bind(JSON.stringify(rows.map(({ email }) => email)))
    .all<{ email: string }>();
  return new Set(results.map(({ email }) => email));
}

type Erasures = { count: number; fingerprint: string | null };

async function readErasures(db: D1Database): Promise<Erasures> {
  const found = await db
    .prepare(
      `SELECT value AS count, (SELECT fingerprint FROM erasure_key) AS fingerprint
       FROM counters WHERE name = 'erasures'`,
    )
    .first<Erasures>();
  return found ?? { count: 0, fingerprint: null };
}
