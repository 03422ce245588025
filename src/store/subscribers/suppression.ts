// Addresses that must get no mail, whatever anyone does: after a hard bounce, a complaint, or an editor's decision. A
// suppression list is an import of rows in that state.

import { prepareWithdrawal } from '../signups/signups.ts';

export type Suppression = 'bounced' | 'complained' | 'suppressed';

/**
 * Suppresses a reader for good; a complaint outweighs a bounce. Repeating it is harmless.
 * @returns whether there is such a reader. Erased ones stay erased.
 */
export async function suppressSubscriber(
  db: D1Database,
  id: string,
  to: Suppression,
  now: number,
): Promise<boolean> {
  const [, , found] = await db.batch([
    db
      .prepare(
        `UPDATE subscribers SET state = ?2, changed_at = ?3
         WHERE id = ?1 AND (state IN ('pending', 'active', 'unsubscribed')
           OR (state = 'bounced' AND ?2 <> 'bounced') OR (state = 'suppressed' AND ?2 = 'complained'))`,
      )
      .bind(Number(id), to, now),
    prepareWithdrawal(db, id),
    db.prepare('SELECT id FROM subscribers WHERE id = ?1').bind(Number(id)),
  ]);
  return found?.results.length === 1;
}

/** Back to `unsubscribed`: no mail yet, but they may subscribe again. @returns whether there was a suppression. */
export async function liftSuppression(db: D1Database, id: string, now: number): Promise<boolean> {
  const { results } = await db
    .prepare(
      `UPDATE subscribers SET state = 'unsubscribed', changed_at = ?2
       WHERE id = ?1 AND state IN ('bounced', 'complained', 'suppressed')
       RETURNING id`,
    )
    .bind(Number(id), now)
    .all();
  return results.length === 1;
}
