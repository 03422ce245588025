// A state folder as text, so that a later version can open what an earlier one has left. Each database is a file of
// SQL. Times in it are counted from the moment of the dump, since what waits must still be in time when it is opened.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';

/** A copy of the version that recorded it, killed in the middle of a run. */
export const MID_RUN = fileURLToPath(new URL('../../fixtures/stored/mid-run/', import.meta.url));

/** What differs each time: the moment of the dump, and the name of the provider's account in the rows. */
export type Moment = { readonly now: number; readonly account: string };

/** What the stand-in of the provider took. */
export const JOURNAL = 'journal.jsonl';

const POSTMASTER = 'v3/do/copydesk-Postmaster';
const DATABASES = ['v3/d1/miniflare-D1DatabaseObject', POSTMASTER];
const TEXTS = ['signing-key', 'migrated'];
const SQL = '.sql';

export function dumpStateFolder(folder: string, to: string, moment: Moment): void {
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(to, path)), { recursive: true });
    writeFileSync(join(to, path), takeOut(text, moment));
  };
  for (const path of [...TEXTS, JOURNAL]) write(path, readFileSync(join(folder, path), 'utf8'));
  for (const path of DATABASES.flatMap((of) => listDatabases(folder, of)))
    write(`${path}${SQL}`, dumpDatabase(join(folder, path)));
}

/** Before the stand-in starts, whose address names the account. @returns its path. */
export function restoreJournal(dump: string, folder: string, now: number): string {
  const path = join(folder, JOURNAL);
  writeFileSync(path, putIn(readFileSync(join(dump, JOURNAL), 'utf8'), { now, account: '' }));
  return path;
}

export function restoreStateFolder(dump: string, folder: string, moment: Moment): void {
  const read = (path: string): string => putIn(readFileSync(join(dump, path), 'utf8'), moment);
  for (const path of TEXTS) writeFileSync(join(folder, path), read(path));
  for (const of of DATABASES) {
    mkdirSync(join(folder, of), { recursive: true });
    for (const name of readdirSync(join(dump, of))) {
      const path = join(of, name);
      const database = openDatabase(join(folder, path.slice(0, -SQL.length)));
      database.exec(`BEGIN; ${read(path)} COMMIT`);
      database.close();
    }
  }
}

/** Asks the Postmaster's own tables. */
export function askPostmaster(folder: string, query: string): Record<string, unknown>[] {
  const [path = ''] = listDatabases(folder, POSTMASTER).filter((name) => !name.endsWith('metadata.sqlite'));
  const database = openDatabase(join(folder, path));
  const rows = database.prepare(query).all();
  database.close();
  return rows;
}

const listDatabases = (folder: string, of: string): string[] =>
  readdirSync(join(folder, of))
    .filter((name) => name.endsWith('.sqlite'))
    .map((name) => `${of}/${name}`);

/** A dump has its tables in the order in which they were made, not in the order of their references. */
const openDatabase = (path: string): DatabaseSync =>
  new DatabaseSync(path, { enableForeignKeyConstraints: false });

type Thing = { type: string; name: string; sql: string };

function dumpDatabase(path: string): string {
  const database = openDatabase(path);
  const things = database
    .prepare(
      `SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type <> 'table', rowid`,
    )
    .all() as Thing[];
  const lines = things.flatMap(({ type, name, sql }) => [
    ...(name.startsWith('sqlite_') ? [] : [`${sql};`]),
    ...(type === 'table' ? dumpRows(database, name) : []),
  ]);
  database.close();
  return `${lines.join('\n')}\n`;
}

function dumpRows(database: DatabaseSync, table: string): string[] {
  const columns = database.prepare('SELECT name FROM pragma_table_info(?)').all(table) as { name: string }[];
  const row = columns.map(({ name }) => `quote("${name}")`).join(` || ', ' || `);
  const rows = database.prepare(`SELECT ${row} AS row FROM "${table}"`).all() as { row: string }[];
  return rows.map((found) => `INSERT INTO "${table}" VALUES (${found.row});`);
}

/** Milliseconds; an alarm is in nanoseconds. */
const TIME = /(?<!\d)\d{13}(?=\d{6}\b|\b)/g;
const NEAR_MS = 60 * 24 * 3600 * 1000;
/** The Postmaster counts sent mails by quarters of an hour. */
const QUARTER_MS = 900_000;

function takeOut(text: string, { now, account }: Moment): string {
  return text
    .replaceAll(account, '{account}')
    .replaceAll(`sent_mails" VALUES (${Math.floor(now / QUARTER_MS)},`, 'sent_mails" VALUES ({quarter},')
    .replaceAll(TIME, (time) => {
      const after = Number(time) - now;
      return Math.abs(after) > NEAR_MS ? time : `{now${after < 0 ? '' : '+'}${after}}`;
    });
}

function putIn(text: string, { now, account }: Moment): string {
  return text
    .replaceAll('{account}', account)
    .replaceAll('{quarter}', String(Math.floor(now / QUARTER_MS)))
    .replaceAll(/\{now([+-]\d+)\}/g, (_, after: string) => String(now + Number(after)));
}
