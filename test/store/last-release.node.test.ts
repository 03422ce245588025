// While a version is deployed, the one before it runs on the tables that the new one has migrated. README.md of
// src/store says what a migration may do, and how the statements of a release are recorded.

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { ROOT } from '../support/local-copy.ts';

const statements = readFileSync(join(ROOT, 'test/fixtures/stored/statements.sql'), 'utf8').trim().split('\n');

function migrate(...more: readonly string[]): DatabaseSync {
  const database = new DatabaseSync(':memory:');
  // The tool makes it before the first migration.
  database.exec('CREATE TABLE d1_migrations (id INTEGER PRIMARY KEY, name TEXT, applied_at TEXT)');
  const files = globSync('src/store/migrations/*.sql', { cwd: ROOT }).sort();
  for (const file of files) database.exec(readFileSync(join(ROOT, file), 'utf8'));
  for (const sql of more) database.exec(sql);
  return database;
}

/** @returns each statement that fails, behind the reason. */
function listBroken(database: DatabaseSync): string[] {
  return statements.flatMap((sql) => {
    const reason = findError(database, sql) ?? findUnfilled(database, sql);
    return reason === null ? [] : [`${reason}: ${sql}`];
  });
}

/** Preparing finds tables, columns and indexes that are missing. */
function findError(database: DatabaseSync, sql: string): string | null {
  try {
    database.prepare(sql);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

/** An INSERT fails without a value for a column that must have one, and only when it runs. */
function findUnfilled(database: DatabaseSync, sql: string): string | null {
  const [, table, columns] = /^INSERT INTO (\w+) \(([^)]*)\)/.exec(sql) ?? [];
  if (table === undefined || columns === undefined) return null;
  const required = database
    .prepare('SELECT name FROM pragma_table_info(?) WHERE "notnull" AND dflt_value IS NULL AND NOT pk')
    .all(table) as { name: string }[];
  const filled = new Set(columns.split(', '));
  const unfilled = required.filter(({ name }) => !filled.has(name));
  return unfilled.length === 0 ? null : `${table} needs ${unfilled.map(({ name }) => name).join(', ')}`;
}

it('every statement of the last release works on the newest tables', () => {
  expect(statements.length).toBeGreaterThan(140);
  expect(listBroken(migrate())).toEqual([]);
});

it.each([
  [
    'renames a column',
    ['ALTER TABLE visits RENAME COLUMN expires_at TO ends_at'],
    'no column named expires_at',
  ],
  ['drops a table', ['DROP TABLE ticks'], 'no such table: ticks'],
  ['drops an index that a statement names', ['DROP INDEX consents_untold'], 'no such index: consents_untold'],
  [
    'adds a column that must have a value',
    [
      'DROP TABLE slots',
      'CREATE TABLE slots (audience TEXT, starts_at INTEGER, outcome TEXT, note TEXT, issue_id TEXT, decided_at INTEGER, zone TEXT NOT NULL)',
    ],
    'slots needs zone',
  ],
])('a migration that %s is found', (_, migration, reason) => {
  expect(listBroken(migrate(...migration)).join('\n')).toContain(reason);
});
