// The raw texts of reports. An id is a decimal number as text.

import type { Override } from '../clean/index.ts';
import type { Format } from '../clean/source.ts';
import { sha256 } from '../crypto/hash.ts';
import { cutIntoPieces } from './pieces.ts';
import { prepareForget } from './work.ts';

/** Where a report came from: a file of content/reports (by its name), or HTTP (null). */
export type NewReport = {
  name: string | null;
  raw: string;
  /** Text, if it is missing. */
  format?: Format;
  title: string | null;
  isSample: boolean;
};

export type ReportSummary = {
  id: string;
  name: string | null;
  format: Format;
  title: string | null;
  isSample: boolean;
  createdAt: number;
  updatedAt: number;
};

/** `overrides` are the editor's decisions about passages of the text. `raw` is empty once a page's source was deleted. */
export type StoredReport = ReportSummary & { raw: string; overrides: Override[] };

export async function createReport(db: D1Database, report: NewReport, now: number): Promise<string> {
  const { name, raw, format = 'text', title, isSample } = report;
  const [first, ...rest] = cutIntoPieces(raw);
  const [created] = await db.batch<{ id: number }>([
    db
      .prepare(
        `INSERT INTO reports (name, raw, raw_sha256, format, title, is_sample, created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7)
         RETURNING id`,
      )
      .bind(name, first, await sha256(raw), format, title, Number(isSample), now),
    // A table without row ids leaves the id of the report the last one.
    ...rest.map((piece, index) =>
      db
        .prepare('INSERT INTO report_pieces (report_id, piece, content) VALUES (last_insert_rowid(), ?1, ?2)')
        .bind(index + 1, piece),
    ),
  ]);
  return String(created?.results[0]?.id);
}

/** Of a file of content/reports, in UTF-8: a row of D1 holds 2 MB. */
export const MAX_RAW_BYTES = 1_900_000;

/** A file of content/reports, and what is known about it without cleaning it. */
export type NamedReport = {
  readonly name: string;
  readonly raw: string;
  readonly title: string | null;
  readonly isSample: boolean;
};

/** Of the texts that go in one statement, written as JSON: a parameter holds 2 MB. */
const MAX_STATEMENT_LENGTH = 500_000;

/**
 * Takes in the files of content/reports. A file is known by its name. An edit counts until the report is in an issue,
 * and not after that, so that correcting a comma does not mail anyone twice.
 * @param describe says what is stored of a text, or null for one that stays out; it is called only for files that are
 * new or changed.
 */
export async function syncNamedReports(
  db: D1Database,
  files: readonly { name: string; raw: string }[],
  describe: (file: { name: string; raw: string }) => NamedReport | null,
  now: number,
): Promise<void> {
  const { results: known } = await db
    .prepare('SELECT name, raw_sha256 FROM reports WHERE name IN (SELECT value FROM json_each(?1))')
    .bind(JSON.stringify(files.map((file) => file.name)))
    .all<{ name: string; raw_sha256: string }>();
  const hashes = new Map(known.map((row) => [row.name, row.raw_sha256]));
  const changed: (NamedReport & { hash: string })[] = [];
  for (const file of files) {
    const hash = await sha256(file.raw);
    const report = hashes.get(file.name) === hash ? null : describe(file);
    if (report !== null) changed.push({ ...report, hash });
  }
  const writes = group(changed).map((reports) => prepareSync(db, reports, now));
  if (writes.length > 0) await db.batch(writes);
}

/** One statement for many small texts, since a tick has 50 statements; a long text has its own. */
function group<T extends { raw: string }>(reports: readonly T[]): T[][] {
  const groups: T[][] = [];
  let room = 0;
  for (const report of reports) {
    const last = groups.at(-1);
    if (last !== undefined && report.raw.length <= room) last.push(report);
    else {
      groups.push([report]);
      room = MAX_STATEMENT_LENGTH;
    }
    room -= report.raw.length;
  }
  return groups;
}

function prepareSync(
  db: D1Database,
  reports: readonly (NamedReport & { hash: string })[],
  now: number,
): D1PreparedStatement {
  // A single text is a parameter of its own: as JSON it could be longer than a parameter may be.
  const alone = reports.length === 1 ? (reports[0]?.raw ?? '') : null;
  const rows = JSON.stringify(
    reports.map((report) => ({ ...report, raw: alone === null ? report.raw : '' })),
  );
  return db
    .prepare(
      `INSERT INTO reports (name, raw, raw_sha256, title, is_sample, created_at, updated_at)
         SELECT file.value ->> 'name', coalesce(?2, file.value ->> 'raw'), file.value ->> 'hash',
           file.value ->> 'title', file.value ->> 'isSample', ?3, ?3
         FROM json_each(?1) AS file
         WHERE true
         ON CONFLICT (name) DO UPDATE SET raw = excluded.raw, raw_sha256 = excluded.raw_sha256,
           title = excluded.title, is_sample = excluded.is_sample, updated_at = excluded.updated_at
         WHERE NOT EXISTS (SELECT 1 FROM used_reports WHERE report_id = reports.id)`,
    )
    .bind(rows, alone, now);
}

/** The newest first, without their texts. `beforeId` is the last id of the page before. */
export async function listReports(
  db: D1Database,
  page: { limit: number; beforeId?: string | null },
): Promise<ReportSummary[]> {
  const { results } = await db
    .prepare(
      `SELECT ${SUMMARY} FROM reports
       WHERE ?2 IS NULL OR id < ?2
       ORDER BY id DESC LIMIT ?1`,
    )
    .bind(page.limit, page.beforeId == null ? null : Number(page.beforeId))
    .all<SummaryRow>();
  return results.map(toSummary);
}

export async function readReport(db: D1Database, id: string): Promise<StoredReport | null> {
  return (await readReports(db, [id]))[0] ?? null;
}

/** The reports in the order of the ids; ids without a report are left out. */
export async function readReports(db: D1Database, ids: readonly string[]): Promise<StoredReport[]> {
  const wanted = JSON.stringify(ids.map(Number));
  const [reports, pieces] = await db.batch<Record<string, unknown>>([
    db
      .prepare(
        `SELECT ${SUMMARY}, raw, overrides
         FROM (SELECT key AS place, value AS wanted FROM json_each(?1))
         JOIN reports ON id = wanted
         ORDER BY place`,
      )
      .bind(wanted),
    db
      .prepare(
        `SELECT report_id, content FROM report_pieces
         WHERE report_id IN (SELECT value FROM json_each(?1))
         ORDER BY report_id, piece`,
      )
      .bind(wanted),
  ]);
  const rest = Map.groupBy((pieces?.results ?? []) as PieceRow[], (row) => row.report_id);
  return ((reports?.results ?? []) as (SummaryRow & { raw: string; overrides: string })[]).map((row) => ({
    ...toSummary(row),
    raw: [row.raw, ...(rest.get(row.id) ?? []).map(({ content }) => content)].join(''),
    overrides: JSON.parse(row.overrides) as Override[],
  }));
}

type PieceRow = { report_id: number; content: string };

/** Of the texts that are in memory at once, in characters. */
const MAX_AT_ONCE = 2_000_000;

/** The same one after the other: the pages of an issue may be more than fits into memory. */
export async function* readEach(db: D1Database, ids: readonly string[]): AsyncGenerator<StoredReport> {
  const { results } = await db
    .prepare(`SELECT id, ${LENGTH} AS length FROM reports WHERE id IN (SELECT value FROM json_each(?1))`)
    .bind(JSON.stringify(ids.map(Number)))
    .all<{ id: number; length: number }>();
  const lengths = new Map(results.map(({ id, length }) => [String(id), length]));
  let group: string[] = [];
  let room = MAX_AT_ONCE;
  for (const id of ids.filter((known) => lengths.has(known))) {
    const length = lengths.get(id) ?? 0;
    if (length > room && group.length > 0) {
      yield* await readReports(db, group);
      group = [];
      room = MAX_AT_ONCE;
    }
    group.push(id);
    room -= length;
  }
  if (group.length > 0) yield* await readReports(db, group);
}

/** Those of the ids that are of reports. */
export async function listReportIds(db: D1Database, ids: readonly string[]): Promise<string[]> {
  const { results } = await db
    .prepare('SELECT id FROM reports WHERE id IN (SELECT value FROM json_each(?1))')
    .bind(JSON.stringify(ids.map(Number)))
    .all<{ id: number }>();
  return results.map(({ id }) => String(id));
}

/** Null if there is no such report. */
export const readReportFormat = (db: D1Database, id: string): Promise<Format | null> =>
  db.prepare('SELECT format FROM reports WHERE id = ?1').bind(Number(id)).first<Format>('format');

/** A report that the clock may take, without its text. */
export type NewReportEntry = {
  id: string;
  name: string | null;
  title: string | null;
  /** Of its text. */
  sha256: string;
  /** As JSON. */
  overrides: string;
  /** In characters. */
  length: number;
};

/**
 * What the clock may send: reports that were never in an issue, or were freed, and whose text was in no other report's
 * issue either. Samples are taken only as long as there is no other report. The oldest first.
 */
export async function listNewReports(
  db: D1Database,
  options: { withSamples: boolean; limit: number },
): Promise<NewReportEntry[]> {
  const { results } = await db
    .prepare(
      `SELECT reports.id, name, title, reports.raw_sha256 AS sha256, overrides, ${LENGTH} AS length
       FROM reports
       WHERE is_sample = iif(?1 AND NOT EXISTS (SELECT 1 FROM reports WHERE is_sample = 0), 1, 0)
         AND NOT EXISTS (
           SELECT 1 FROM used_reports AS used JOIN reports AS twin ON twin.id = used.report_id
           WHERE twin.raw_sha256 = reports.raw_sha256
         )
         AND NOT EXISTS (
           SELECT 1 FROM reports AS twin WHERE twin.raw_sha256 = reports.raw_sha256 AND twin.id < reports.id
         )
       ORDER BY reports.id LIMIT ?2`,
    )
    .bind(Number(options.withSamples), options.limit)
    .all<Omit<NewReportEntry, 'id'> & { id: number }>();
  return results.map((row) => ({ ...row, id: String(row.id) }));
}

/** What cleaning found, for reports that were stored before they were cleaned. */
export async function fillTitles(
  db: D1Database,
  titles: readonly { id: string; title: string }[],
): Promise<void> {
  if (titles.length === 0) return;
  await db
    .prepare(
      `UPDATE reports SET title = found.value ->> 'title' FROM json_each(?1) AS found
       WHERE reports.id = found.value ->> 'id' AND reports.title IS NULL`,
    )
    .bind(JSON.stringify(titles.map(({ id, title }) => ({ id: Number(id), title }))))
    .run();
}

/** @returns whether there is such a report. An approved issue keeps its bytes. */
export async function replaceReportText(
  db: D1Database,
  id: string,
  text: Omit<NewReport, 'name'>,
  now: number,
): Promise<boolean> {
  const [first, ...rest] = cutIntoPieces(text.raw);
  const [replaced] = await db.batch([
    // A trigger deletes the pieces of the text before.
    db
      .prepare(
        `UPDATE reports SET raw = ?2, raw_sha256 = ?3, title = ?4, is_sample = ?5, updated_at = ?6, format = ?7
         WHERE id = ?1
         RETURNING id`,
      )
      .bind(
        Number(id),
        first,
        await sha256(text.raw),
        text.title,
        Number(text.isSample),
        now,
        text.format ?? 'text',
      ),
    ...rest.map((piece, index) =>
      db
        .prepare(
          `INSERT INTO report_pieces (report_id, piece, content)
           SELECT ?1, ?2, ?3 WHERE EXISTS (SELECT 1 FROM reports WHERE id = ?1)`,
        )
        .bind(Number(id), index + 1, piece),
    ),
    prepareForget(db, id),
  ]);
  return replaced?.results.length === 1;
}

/** Replaces all earlier decisions. @returns whether there is such a report. */
export async function replaceOverrides(
  db: D1Database,
  id: string,
  decided: { overrides: readonly Override[]; title: string | null },
  now: number,
): Promise<boolean> {
  const [replaced] = await db.batch([
    db
      .prepare('UPDATE reports SET overrides = ?2, title = ?3, updated_at = ?4 WHERE id = ?1 RETURNING id')
      .bind(Number(id), JSON.stringify(decided.overrides), decided.title, now),
    prepareForget(db, id),
  ]);
  return replaced?.results.length === 1;
}

/** A report that is in an issue stays: it is what the readers read. */
export async function deleteReport(db: D1Database, id: string): Promise<'deleted' | 'in-use' | 'unknown'> {
  const [deleted, left] = await db.batch([
    db
      .prepare(
        `DELETE FROM reports
         WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM issue_reports WHERE report_id = ?1)
         RETURNING id`,
      )
      .bind(Number(id)),
    db.prepare('SELECT 1 FROM reports WHERE id = ?1').bind(Number(id)),
  ]);
  if (deleted?.results.length === 1) return 'deleted';
  return left?.results.length === 1 ? 'in-use' : 'unknown';
}

type SummaryRow = {
  id: number;
  name: string | null;
  format: Format;
  title: string | null;
  is_sample: number;
  created_at: number;
  updated_at: number;
};

/** Of the whole text of a report, in characters. */
const LENGTH = `length(reports.raw)
  + (SELECT coalesce(sum(length(content)), 0) FROM report_pieces WHERE report_id = reports.id)`;

/** The columns of a `SummaryRow`. */
const SUMMARY = 'id, name, format, title, is_sample, created_at, updated_at';

const toSummary = (row: SummaryRow): ReportSummary => ({
  id: String(row.id),
  name: row.name,
  format: row.format,
  title: row.title,
  isSample: row.is_sample === 1,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});
