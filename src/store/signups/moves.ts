// The mail that tells an address that its issues go to another one now: owed from the moment that the new one confirms,
// in the same transaction, until the Postmaster has it.

/** Handed over in one tick, each by a call to the Postmaster. */
const MAX_MOVES = 10;

/** Later than this it is given up. */
export const MOVE_LASTS_MS = 24 * 3600 * 1000;

export type OwedMove = {
  /** The asking by which the new address confirmed: it names the mail. */
  readonly signupId: string;
  /** The address before. */
  readonly email: string;
};

/** Part of the transaction that confirms, behind the move itself. */
export const prepareOwedMove = (db: D1Database, askingId: string, now: number): D1PreparedStatement =>
  db
    .prepare(
      `UPDATE consents SET replaces = NULL, tells =
         (SELECT old.id FROM subscribers AS old
          WHERE old.id = consents.replaces AND old.id <> consents.subscriber_id
            AND old.state = 'unsubscribed' AND old.email IS NOT NULL)
       WHERE id = ?1 AND confirmed_at = ?2 AND replaces IS NOT NULL`,
    )
    .bind(Number(askingId), now);

/** The Postmaster has these. */
export async function noteMoves(db: D1Database, askingIds: readonly string[]): Promise<void> {
  await db
    .prepare(`UPDATE consents SET tells = NULL WHERE id IN (SELECT value FROM json_each(?1))`)
    .bind(JSON.stringify(askingIds.map(Number)))
    .run();
}

/** An address that may get no mail, or was erased since, is told nothing. */
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
