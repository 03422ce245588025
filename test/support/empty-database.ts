// For tests that begin anew within a file: every table without its rows, whatever refers to them. The number of the
// last activation stays, as it does on a real site, and so does what the first start wrote down.

import { env } from 'cloudflare:workers';

const KEPT = ['counters', 'd1_migrations', 'fixed_settings'];

export async function emptyDatabase(): Promise<void> {
  const { results } = await env.DB.prepare(
    `SELECT name FROM sqlite_master
     WHERE type = 'table' AND name NOT GLOB 'sqlite_*' AND name NOT GLOB '_cf_*'
       AND name NOT IN (SELECT value FROM json_each(?1))`,
  )
    .bind(JSON.stringify(KEPT))
    .all<{ name: string }>();
  await env.DB.batch([
    env.DB.prepare('PRAGMA defer_foreign_keys = on'),
    env.DB.prepare(`UPDATE counters SET value = 0 WHERE name = 'erasures'`),
    ...results.map(({ name }) => env.DB.prepare(`DELETE FROM ${name}`)),
  ]);
}
