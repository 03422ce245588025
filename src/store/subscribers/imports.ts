// Many rows at once, from a file. An import adds new addresses. Where the file and the tables differ, the state with
// less mail wins: nobody who unsubscribed, bounced, complained or was suppressed comes back, and anyone who did so
// elsewhere gets no more mail here.

import type { Cadence, SubscriberState } from './subscriber.ts';

export type ImportRow = {
  /** In its normal form. */
  email: string;
  name: string | null;
  state: Exclude<SubscriberState, 'erased'>;
  /** Null or left out: the file does not say. */
  frequency?: Cadence | null;
};

export type ImportCounts = {
  /** New rows. */
  added: number;
  /** Rows that were pending and are active now. */
  activated: number;
  /**
   * Rows that get less mail now, since the file says that they unsubscribed, bounced, complained or were suppressed.
   */
  withdrawn: number;
  /** Addresses that did not change. */
  unchanged: number;
};

/** The last four ask for no mail, each more strongly than the one before. */
export const FROM_MOST_MAIL = [
  'active',
  'pending',
  'unsubscribed',
  'bounced',
  'suppressed',
  'complained',
] as const;
const isNo = (state: ImportRow['state']): boolean => state !== 'active' && state !== 'pending';

/** The one of two states that asks for less mail. */
export const leastMail = (one: ImportRow['state'], other: ImportRow['state']): ImportRow['state'] =>
  FROM_MOST_MAIL.indexOf(one) > FROM_MOST_MAIL.indexOf(other) ? one : other;

/** The new state of an address that is known: `importSubscribers` says the same in SQL. */
export function afterImport(known: ImportRow['state'], given: ImportRow['state']): ImportRow['state'] {
  if (isNo(given)) return leastMail(known, given);
  return known === 'pending' ? given : known;
}

/**
 * Stores up to 10,000 rows as one transaction; no address may be in them twice. A known address keeps its name,
 * unless it has none, and its reader's choice, also one on the form that is not confirmed yet. It keeps its state
 * too, except that `pending` may become `active`, and that a state with less mail in the file counts, which also ends
 * an open signup.
 * @param erasures how many there were when the rows were compared with them: see erasure.ts, which other stages call.
 * @returns null when somebody was erased since: nothing is stored then.
 */
export async function importSubscribers(
  db: D1Database,
  rows: readonly ImportRow[],
  now: number,
): Promise<ImportCounts>;
export async function importSubscribers(
  db: D1Database,
  rows: readonly ImportRow[],
  now: number,
  erasures: number,
): Promise<ImportCounts | null>;
export async function importSubscribers(
  db: D1Database,
  rows: readonly ImportRow[],
  now: number,
  erasures: number | null = null,
): Promise<ImportCounts | null> {
  const json = JSON.stringify(rows);
  const order = FROM_MOST_MAIL.join(' ');
  const statements = [
    db
      .prepare(
        `SELECT count(*) AS known,
           count(*) FILTER (WHERE s.state = 'pending' AND item.value ->> 'state' = 'active') AS activated,
           count(*) FILTER (WHERE item.value ->> 'state' NOT IN ('active', 'pending')
             AND instr(?2, item.value ->> 'state') > instr(?2, s.state)) AS withdrawn,
           (SELECT value FROM counters WHERE name = 'erasures') AS erasures
         FROM json_each(?1) AS item
         JOIN subscribers AS s ON s.email = item.value ->> 'email'`,
      )
      .bind(json, order),
    db
      .prepare(`UPDATE counters SET value = value + json_array_length(?1) WHERE name = 'activation'`)
      .bind(json),
    db
      .prepare(
        `INSERT INTO subscribers (email, name, state, frequency, activation, source, created_at, changed_at)
         SELECT item.value ->> 'email', item.value ->> 'name', item.value ->> 'state',
           coalesce(item.value ->> 'frequency', 'every'),
           CASE WHEN item.value ->> 'state' = 'active' THEN
             (SELECT value FROM counters WHERE name = 'activation') - json_array_length(?1) + item.key + 1
           END,
           'import', ?2, ?2
         FROM json_each(?1) AS item
         WHERE ?3 IS NULL OR ?3 = (SELECT value FROM counters WHERE name = 'erasures')
         ORDER BY item.key
         ON CONFLICT (email) DO UPDATE SET
           name = coalesce(subscribers.name, excluded.name),
           state = CASE
             WHEN subscribers.state = 'pending' AND excluded.state = 'active' THEN 'active'
             WHEN excluded.state NOT IN ('active', 'pending')
               AND instr(?4, excluded.state) > instr(?4, subscribers.state) THEN excluded.state
             ELSE subscribers.state END,
           activation = iif(subscribers.state = 'pending' AND excluded.state = 'active',
             excluded.activation, subscribers.activation),
           frequency = iif(subscribers.state = 'pending' AND excluded.state = 'active', coalesce(
             (SELECT frequency FROM consents WHERE subscriber_id = subscribers.id AND confirmed_at IS NULL),
             iif(excluded.frequency = 'weekly', 'weekly', subscribers.frequency)), subscribers.frequency),
           changed_at = excluded.changed_at
         WHERE (subscribers.state = 'pending' AND excluded.state = 'active')
           OR (excluded.state NOT IN ('active', 'pending')
             AND instr(?4, excluded.state) > instr(?4, subscribers.state))
           OR (subscribers.name IS NULL AND excluded.name IS NOT NULL)`,
      )
      .bind(json, now, erasures, order),
  ];
  if (rows.some(({ state }) => isNo(state)))
    statements.push(
      db
        .prepare(
          `DELETE FROM consents WHERE confirmed_at IS NULL
             AND (?2 IS NULL OR ?2 = (SELECT value FROM counters WHERE name = 'erasures'))
             AND subscriber_id IN (
               SELECT s.id FROM json_each(?1) AS item JOIN subscribers AS s ON s.email = item.value ->> 'email'
               WHERE item.value ->> 'state' NOT IN ('active', 'pending'))`,
        )
        .bind(json, erasures),
    );
  type Found = { known: number; activated: number; withdrawn: number; erasures: number };
  const [found] = await db.batch<Found>(statements);
  const { known, activated, withdrawn, ...seen } = found?.results[0] ?? {
    known: 0,
    activated: 0,
    withdrawn: 0,
    erasures: 0,
  };
  if (erasures !== null && seen.erasures !== erasures) return null;
  return {
    added: rows.length - known,
    activated,
    withdrawn,
    unchanged: known - activated - withdrawn,
  };
}
