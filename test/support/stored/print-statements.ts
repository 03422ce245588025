// Prints every statement that src/store prepares while the tests run. Only record-statements.ts sets this up.

import { env } from 'cloudflare:workers';
import { afterAll } from 'vitest';

/** Stands before a statement, which is printed on one line. */
const MARK = 'STATEMENT ';

const statements = new Set<string>();
const prototype = Object.getPrototypeOf(env.DB) as D1Database;
const { prepare } = prototype;
prototype.prepare = function (this: D1Database, sql: string) {
  // A test may stand in between, which ends the process at one of them.
  if (new Error().stack?.includes('/src/store/')) statements.add(sql.replaceAll(/\s+/g, ' ').trim());
  return prepare.call(this, sql);
};

afterAll(() => {
  for (const sql of statements) console.log(MARK + sql);
  statements.clear();
});
