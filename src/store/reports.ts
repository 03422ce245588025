// The raw texts, as they came in. An id is a decimal number as text.

import type { Override } from '../clean/index.ts';
import { sha256 } from '../hash.ts';

/** Where a report came from: a file of content/reports (by its name), or HTTP (null). */
export type NewReport = {
  name: string | null;
  raw: string;
  title: string | null;
  isSample: boolean;
};

export type ReportSummary = {
  id: string;
  name: string | null;
  title: string | null;
  isSample: boolean;
  createdAt: number;
  updatedAt: number;
};

/** `overrides` are the editor's decisions about passages of the text. */
export type StoredReport = ReportSummary & { raw: string; overrides: Override[] };

export async function createReport(db: D1Database, report: NewReport, now: number): Promise<string> {
  const id = await db
    .prepare(
      `INSERT INTO reports (name, raw, raw_sha256, title, is_sample, created_at, updated_at)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6)
       RETURNING id`,
    )
    .bind(report.name, report.raw, await sha256(report.raw), report.title, Number(report.isSample), now)
    .first<number>('id');
  return String(id);
}

/**
 * Brings the files of content/reports in. A file is known by its name: until it stands in an issue an edit of it
 * counts, from then on it does not, so that mending a comma mails nobody twice.
 * @param describe says what is stored beside a text, or null for one that stays out; it is asked only about files
 * that are new or changed.
 */
export async function syncNamedReports(
  db: D1Database,
  files: readonly { name: string; raw: string }[],
  describe: (file: { name: string; raw: string }) => { title: string | null; isSample: boolean } | null,
  now: number,
): Promise<void> {
  const { results: known } = await db
    .prepare('SELECT name, raw_sha256 FROM reports WHERE name IN (SELECT value FROM json_each(?1))')
    .bind(JSON.stringify(files.map((file) => file.name)))
    .all<{ name: string; raw_sha256: string }>();
  const hashes = new Map(known.map((row) => [row.name, row.raw_sha256]));
  const writes: D1PreparedStatement[] = [];
  for (const file of files) {
    const hash = await sha256(file.raw);
    const about = hashes.get(file.name) === hash ? null : describe(file);
    if (about === null) continue;
    writes.push(
      db
        .prepare(
          `INSERT INTO reports (name, raw, raw_sha256, title, is_sample, created_at, updated_at)
           VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6)
           ON CONFLICT (name) DO UPDATE SET raw = excluded.raw, raw_sha256 = excluded.raw_sha256,
             title = excluded.title, is_sample = excluded.is_sample, updated_at = excluded.updated_at
           WHERE NOT EXISTS (SELECT 1 FROM issue_reports WHERE report_id = reports.id)`,
        )
        .bind(file.name, file.raw, hash, about.title, Number(about.isSample), now),
    );
  }
  if (writes.length > 0) await db.batch(writes);
}

/** The newest first, without their texts. `beforeId` is the last id of the page before. */
export async function listReports(
  db: D1Database,
  page: { limit: number; beforeId?: string | null },
): Promise<ReportSummary[]> {
  const { results } = await db
    .prepare(
      `SELECT id, name, title, is_sample, created_at, updated_at FROM reports
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
  const { results } = await db
    .prepare(
      `SELECT r.id, r.name, r.title, r.is_sample, r.created_at, r.updated_at, r.raw, r.overrides
       FROM json_each(?1) AS wanted
       JOIN reports AS r ON r.id = wanted.value
       ORDER BY wanted.key`,
    )
    .bind(JSON.stringify(ids.map(Number)))
    .all<SummaryRow & { raw: string; overrides: string }>();
  return results.map((row) => ({
    ...toSummary(row),
    raw: row.raw,
    overrides: JSON.parse(row.overrides) as Override[],
  }));
}

/**
 * What the clock may send: reports that never stood in an issue, and whose very text did not either. Samples
 * stand in for reports only as long as there are none.
 */
export async function readNewReports(
  db: D1Database,
  options: { withSamples: boolean; limit: number },
): Promise<StoredReport[]> {
  const { results } = await db
    .prepare(
      `SELECT r.id FROM reports AS r
       WHERE r.is_sample = iif(?1 AND NOT EXISTS (SELECT 1 FROM reports WHERE is_sample = 0), 1, 0)
         AND NOT EXISTS (
           SELECT 1 FROM issue_reports AS used JOIN reports AS twin ON twin.id = used.report_id
           WHERE twin.raw_sha256 = r.raw_sha256
         )
         AND NOT EXISTS (
           SELECT 1 FROM reports AS twin WHERE twin.raw_sha256 = r.raw_sha256 AND twin.id < r.id
         )
       ORDER BY r.id LIMIT ?2`,
    )
    .bind(Number(options.withSamples), options.limit)
    .all<{ id: number }>();
  return readReports(
    db,
    results.map((row) => String(row.id)),
  );
}

/** @returns whether there is such a report. An issue that is approved keeps its bytes. */
export async function replaceReportText(
  db: D1Database,
  id: string,
  text: { raw: string; title: string | null; isSample: boolean },
  now: number,
): Promise<boolean> {
  const { results } = await db
    .prepare(
      `UPDATE reports SET raw = ?2, raw_sha256 = ?3, title = ?4, is_sample = ?5, updated_at = ?6
       WHERE id = ?1
       RETURNING id`,
    )
    .bind(Number(id), text.raw, await sha256(text.raw), text.title, Number(text.isSample), now)
    .all();
  return results.length === 1;
}

/** @returns whether there is such a report. The new decisions stand instead of the old ones. */
export async function replaceOverrides(
  db: D1Database,
  id: string,
  decided: { overrides: readonly Override[]; title: string | null },
  now: number,
): Promise<boolean> {
  const { results } = await db
    .prepare('UPDATE reports SET overrides = ?2, title = ?3, updated_at = ?4 WHERE id = ?1 RETURNING id')
    .bind(Number(id), JSON.stringify(decided.overrides), decided.title, now)
    .all();
  return results.length === 1;
}

/** A report that stands in an issue stays: it is what the readers were told about. */
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
  title: string | null;
  is_sample: number;
  created_at: number;
  updated_at: number;
};

const toSummary = (row: SummaryRow): ReportSummary => ({
  id: String(row.id),
  name: row.name,
  title: row.title,
  isSample: row.is_sample === 1,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});
