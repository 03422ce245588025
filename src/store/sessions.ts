// Editors who are signed in to the desk. A session is named by a hash of its browser's secret.

/** Also deletes expired sessions. */
export async function openSession(
  db: D1Database,
  session: { readonly hash: string; readonly expiresAt: number },
  now: number,
): Promise<void> {
  await db.batch([
    db.prepare('DELETE FROM sessions WHERE expires_at <= ?1').bind(now),
    db
      .prepare('INSERT INTO sessions (hash, created_at, expires_at) VALUES (?1, ?2, ?3)')
      .bind(session.hash, now, session.expiresAt),
  ]);
}

/** @returns whether there is one. */
export async function readSession(db: D1Database, hash: string, now: number): Promise<boolean> {
  const found = await db
    .prepare('SELECT 1 AS found FROM sessions WHERE hash = ?1 AND expires_at > ?2')
    .bind(hash, now)
    .first('found');
  return found !== null;
}

/** Extends it. One that was ended meanwhile stays ended. */
export async function renewSession(db: D1Database, hash: string, expiresAt: number): Promise<void> {
  await db
    .prepare('UPDATE sessions SET expires_at = ?2 WHERE hash = ?1 AND expires_at < ?2')
    .bind(hash, expiresAt)
    .run();
}

export async function endSession(db: D1Database, hash: string): Promise<void> {
  await db.prepare('DELETE FROM sessions WHERE hash = ?1').bind(hash).run();
}
