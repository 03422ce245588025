// The mail to an address whose issues go to another one now. It is owed from the transaction in which the new one
// confirms until the Postmaster has it.

/** In one tick: each is a call to the Postmaster. */
const MAX_MOVES = 10;

/** Later than this it is given up. */
export const MOVE_LASTS_MS = 24 * 3600 * 1000;

export type OwedMove = {
  /** The signup by which the new address confirmed: it names the mail. */
  readonly signupId: string;
  /** The address before. */
  readonly email: string;
};

/** Part of the transaction that confirms, after the move itself. */
export const prepareOwedMove = (db: D1Database, signupId: string, now: number): D1PreparedStatement =>
  db
    .prepare(
      `UPDATE consents SET replaces = NULL, tells =
         (SELECT old.id FROM subscribers AS old
          WHERE old.id = consents.replaces AND old.id <> consents.subscriber_id
            AND old.state = 'unsubscribed' AND old.email IS NOT NULL)
       WHERE id = ?1 AND confirmed_at = ?2 AND replaces IS NOT NULL`,
    )
    .bind(Number(signupId), now);

/** The Postmaster has these. */
export async function noteMoves(db: D1Database, signupIds: readonly string[]): Promise<void> {
  await db
    .prepare(`UPDATE consents SET tells = NULL WHERE id IN (SELECT value FROM json_each(?1))`)
    .bind(JSON.stringify(signupIds.map(Number)))
    .run();
}

/** Not to an address that may get no mail, or was erased since. */
export const prepareOwedMoves = (db: D1Database, since: number): D1PreparedStatement =>
  db
    .prepare(
      `SELECT c.id, old.email FROM consents AS c INDEXED BY consents_untold
       JOIN subscribers AS old ON old.id = c.tells
       WHERE c.tells IS NOT NULL AND c.confirmed_at > ?1 AND old.state = 'unsubscribed' AND old.email IS NOT NULL
       ORDER BY c.id DESC LIMIT ?2`,
    )
    .bind(since, MAX_MOVES);

export type OwedMoveRow = { id: number; email: string };

export const toOwedMove = ({ id, email }: OwedMoveRow): OwedMove => ({ signupId: String(id), email });
