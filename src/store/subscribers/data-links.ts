// Data links: the mailed links to a reader's own data. Each works for an hour, unless the address is changed or erased
// meanwhile.

/** @returns the id of the link, the same one as long as it lives. */
export async function openDataLink(db: D1Database, subscriberId: string, expiresAt: number): Promise<string> {
  const id = await db
    .prepare(
      `INSERT INTO visits (subscriber_id, expires_at) VALUES (?1, ?2)
       ON CONFLICT (subscriber_id) DO UPDATE SET expires_at = excluded.expires_at
       RETURNING id`,
    )
    .bind(Number(subscriberId), expiresAt)
    .first<number>('id');
  return String(id);
}

/** @returns the id of its subscriber, or null for a link that expired or never existed. */
export async function readDataLink(db: D1Database, id: string, now: number): Promise<string | null> {
  const found = await db
    .prepare('SELECT subscriber_id FROM visits WHERE id = ?1 AND expires_at > ?2')
    .bind(Number(id), now)
    .first<number>('subscriber_id');
  return found === null ? null : String(found);
}
