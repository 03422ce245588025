// Prints every statement that src/store prepares while the tests run. Only record-statements.ts sets this up.

import { env } from 'cloudflare:workers';
import { afterAll } from 'vitest';

/** Marks a line with a statement. */
const MARK = 'STATEMENT ';

const statements = new Set<string>();
const prototype = Object.getPrototypeOf(env.DB) as D1Database;
const { prepare } = prototype;
prototype.prepare = function (this: D1Database, sql: string) {
  // Not only the direct caller: some tests wrap the database, to end the process at a statement.
  if (new Error().stack?.includes('/src/store/')) statements.add(sql.replaceAll(/\s+/g, ' ').trim());
  return prepare.call(this, sql);
};

afterAll(() => {
  for (const sql of statements) console.log(MARK + sql);
  statements.clear();
});
