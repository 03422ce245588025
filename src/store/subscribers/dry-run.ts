// What an import would do, without doing it. A long file comes in pieces. An import finds in the tables what an earlier
// piece has stored; a dry run has to remember it.

import { afterImport, FROM_MOST_MAIL, type ImportCounts, type ImportRow } from './imports.ts';

/** @returns what `importSubscribers` would count, piece by piece of one file. */
export function createDryRun(db: D1Database): (rows: readonly ImportRow[]) => Promise<ImportCounts> {
  const remembered = new Remembered();
  return async (rows) => {
    const fresh = rows.filter(({ email }) => remembered.get(email) === null);
    const known = await readStates(db, fresh);
    const counts = { added: 0, activated: 0, withdrawn: 0, unchanged: 0 };
    for (const { email, state } of rows) {
      const before = remembered.get(email) ?? known.get(email);
      const after = before === undefined ? state : afterImport(before, state);
      remembered.set(email, after);
      if (before === undefined) counts.added += 1;
      else if (before === after) counts.unchanged += 1;
      else if (after === 'active') counts.activated += 1;
      else counts.withdrawn += 1;
    }
    return counts;
  };
}

async function readStates(
  db: D1Database,
  rows: readonly ImportRow[],
): Promise<ReadonlyMap<string, ImportRow['state']>> {
  const { results } = await db
    .prepare(
      `SELECT email, state FROM subscribers WHERE email IN (SELECT value ->> 'email' FROM json_each(?1))`,
    )
    .bind(JSON.stringify(rows))
    .all<{ email: string; state: ImportRow['state'] }>();
  return new Map(results.map(({ email, state }) => [email, state]));
}

/** States by address, in 18 bytes or so each: a file of 25 MB may hold two million addresses. */
class Remembered {
  /** Hashes of addresses; 0 is a free place. */
  #keys = new Float64Array(1 << 14);
  #states = new Uint8Array(1 << 14);
  #size = 0;

  get(email: string): ImportRow['state'] | null {
    const place = this.#find(hash(email));
    return this.#keys[place] === 0 ? null : (FROM_MOST_MAIL[this.#states[place] ?? 0] ?? null);
  }

  set(email: string, state: ImportRow['state']): void {
    this.#put(hash(email), FROM_MOST_MAIL.indexOf(state));
    if (this.#size * 2 <= this.#keys.length) return;
    const [keys, states] = [this.#keys, this.#states];
    this.#keys = new Float64Array(keys.length * 2);
    this.#states = new Uint8Array(keys.length * 2);
    this.#size = 0;
    for (const [n, key] of keys.entries()) if (key !== 0) this.#put(key, states[n] ?? 0);
  }

  #put(key: number, state: number): void {
    const place = this.#find(key);
    if (this.#keys[place] === 0) this.#size += 1;
    this.#keys[place] = key;
    this.#states[place] = state;
  }

  #find(key: number): number {
    const { length } = this.#keys;
    let place = key % length;
    while (this.#keys[place] !== 0 && this.#keys[place] !== key) place = (place + 1) % length;
    return place;
  }
}

/**
 * 53 bits of two interleaved multiplicative hashes, never 0: among a million addresses, two alike one time in 20,000.
 */
function hash(text: string): number {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let n = 0; n < text.length; n += 1) {
    const code = text.charCodeAt(n);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (high & 0x1fffff) * 2 ** 32 + (low >>> 0) || 1;
}
