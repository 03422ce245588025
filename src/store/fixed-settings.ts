// Settings that the first start writes down, since with another value later Copydesk would look in another place.

/** @returns the value that holds: the given one, if none was written down before. */
export async function fixSetting(db: D1Database, name: string, value: string, now: number): Promise<string> {
  const [, found] = await db.batch<{ value: string }>([
    db
      .prepare(
        'INSERT INTO fixed_settings (name, value, set_at) VALUES (?1, ?2, ?3) ON CONFLICT (name) DO NOTHING',
      )
      .bind(name, value, now),
    db.prepare('SELECT value FROM fixed_settings WHERE name = ?1').bind(name),
  ]);
  const [row] = found?.results ?? [];
  if (row === undefined) throw new Error(`the setting ${name} was not written down`);
  return row.value;
}
