// Being forgotten. Erasure empties a row, but what stays must tell that this address asked for it: a hash of the
// address under a key that never changes and is not in the database. An import compares with it.

import { createDryRun } from './dry-run.ts';
import { type ImportCounts, type ImportRow, importSubscribers } from './imports.ts';

/** Hashes addresses, and names the key that it does it with. */
export type AddressHash = {
  readonly fingerprint: string;
  readonly hash: (email: string) => Promise<string>;
};

/** `other-key`: people were erased under another key than the one at hand, so they could not be recognised. */
export type ErasureRefusal = 'other-key';

/**
 * Takes out everything that names the person. Repeating it is harmless.
 * @returns whether such a person is erased now; false for an id that was never given out.
 */
export async function eraseSubscriber(
  db: D1Database,
  id: string,
  key: AddressHash,
  now: number,
): Promise<boolean | ErasureRefusal> {
  const found = await db
    .prepare('SELECT email FROM subscribers WHERE id = ?1')
    .bind(Number(id))
    .first<{ email: string | null }>();
  if (found === null) return false;
  if (found.email === null) return true;
  // The first key to be written down stays.
  await db
    .prepare('INSERT INTO erasure_key (id, fingerprint) VALUES (1, ?1) ON CONFLICT (id) DO NOTHING')
    .bind(key.fingerprint)
    .run();
  if ((await readErasures(db)).fingerprint !== key.fingerprint) return 'other-key';
  const hash = await key.hash(found.email);
  await db.batch([
    db.prepare(`UPDATE counters SET value = value + 1 WHERE name = 'erasures'`),
    // Somebody who was erased before, came back by the form and goes again: one hash is enough.
    db.prepare('DELETE FROM subscribers WHERE erasure_hash = ?1 AND id <> ?2').bind(hash, Number(id)),
    db.prepare('DELETE FROM consents WHERE subscriber_id = ?1').bind(Number(id)),
    db.prepare('DELETE FROM visits WHERE subscriber_id = ?1').bind(Number(id)),
    db
      .prepare(
        `UPDATE subscribers SET email = NULL, name = NULL, state = 'erased', frequency = 'every', erasure_hash = ?2,
           source = 'erased', changed_at = ?3
         WHERE id = ?1 AND state <> 'erased'`,
      )
      .bind(Number(id), hash, now),
  ]);
  return true;
}

/** What an import did with some rows: `erased` were left out, since they asked to be forgotten. */
export type KeptOut = { erased: number };

export type Importer = (
  rows: readonly ImportRow[],
  now: number,
) => Promise<(ImportCounts & KeptOut) | ErasureRefusal>;

/**
 * `importSubscribers`, without those who were erased, also while it runs.
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
      // Somebody was erased since: look again, or they would be back.
      known = null;
    }
  };
}

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
  return rows.filter((_, n) => !erased.has(hashes[n] ?? ''));
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
