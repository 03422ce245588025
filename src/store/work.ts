// What ticks of the clock have made and what they are making. A tick may be killed at any moment, and then nothing
// more of it runs. So each piece of work is written down before it begins and right after it ends: the next tick goes
// on from there.

import { cutIntoPieces } from './pieces.ts';

/** After so many tries without an end, work is not begun again. */
export const MAX_TRIES = 3;

const DAY_MS = 24 * 3600 * 1000;
/** Results that nobody has taken for so long are made again when they are needed. */
const KEEP_MS = 8 * DAY_MS;
/** Work that never ended costs a tick with each try, so it is remembered longer. */
const KEEP_TRIES_MS = 90 * DAY_MS;

/** The key names everything that the result depends on; with `reportId` it belongs to one report. */
export type Work = { readonly key: string; readonly reportId: string | null };

/** `content` is text here. `note`: why it cannot be used. */
export type DoneWork = Work & { readonly content: string; readonly note?: string | null };

export type WorkState = {
  /** How often it was begun. */
  readonly tries: number;
  readonly isDone: boolean;
  readonly note: string | null;
  /** When it was begun last, or ended. */
  readonly touchedAt: number;
};

/** Work that was never begun has no entry. */
export async function readWorkStates(
  db: D1Database,
  keys: readonly string[],
): Promise<ReadonlyMap<string, WorkState>> {
  const { results } = await db
    .prepare(
      `SELECT key, tries, content IS NOT NULL AS is_done, note, touched_at FROM work
       WHERE piece = 0 AND key IN (SELECT value FROM json_each(?1))`,
    )
    .bind(JSON.stringify(keys))
    .all<{ key: string; tries: number; is_done: number; note: string | null; touched_at: number }>();
  return new Map(
    results.map(({ key, tries, is_done, note, touched_at }) => [
      key,
      { tries, isDone: is_done === 1, note, touchedAt: touched_at },
    ]),
  );
}

/** The contents of finished work. */
export async function readWork(
  db: D1Database,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (keys.length === 0) return new Map();
  const { results } = await db
    .prepare(
      `SELECT key, content FROM work
       WHERE key IN (SELECT value FROM json_each(?1)) AND content IS NOT NULL
       ORDER BY key, piece`,
    )
    .bind(JSON.stringify(keys))
    .all<{ key: string; content: string }>();
  const contents = new Map<string, string>();
  for (const { key, content } of results) contents.set(key, (contents.get(key) ?? '') + content);
  return contents;
}

/**
 * Writes down what is done and what is begun next, in one statement if the content fits into one piece, since a tick
 * has 50 statements. What another tick has done meanwhile stays.
 */
export async function stepWork(
  db: D1Database,
  done: DoneWork | null,
  next: Work | null,
  now: number,
): Promise<void> {
  const [first, ...rest] = done === null ? [null] : cutIntoPieces(done.content);
  await db.batch([
    ...rest.map((piece, index) =>
      db
        .prepare(
          `INSERT INTO work (key, piece, report_id, tries, content, touched_at)
           SELECT ?1, ?2, ?3, 0, ?4, ?5
           WHERE NOT EXISTS (SELECT 1 FROM work WHERE key = ?1 AND piece = 0 AND content IS NOT NULL)
             AND (?3 IS NULL OR EXISTS (SELECT 1 FROM reports WHERE id = ?3))
           ON CONFLICT (key, piece) DO UPDATE SET content = excluded.content`,
        )
        .bind(done?.key ?? null, index + 1, toNumber(done), piece, now),
    ),
    db
      .prepare(
        `INSERT INTO work (key, piece, report_id, tries, content, note, touched_at)
         SELECT step.* FROM (
           SELECT ?1 AS key, 0, ?2 AS report_id, 0, ?3, ?4, ?7
           UNION ALL SELECT ?5, 0, ?6, 1, NULL, NULL, ?7
         ) AS step
         WHERE step.key IS NOT NULL
           AND (step.report_id IS NULL OR EXISTS (SELECT 1 FROM reports WHERE id = step.report_id))
         ON CONFLICT (key, piece) DO UPDATE SET tries = tries + excluded.tries, content = excluded.content,
           note = excluded.note, touched_at = excluded.touched_at
         WHERE work.content IS NULL`,
      )
      .bind(
        done?.key ?? null,
        toNumber(done),
        first,
        done?.note ?? null,
        next?.key ?? null,
        toNumber(next),
        now,
      ),
  ]);
}

const toNumber = (work: Work | null): number | null =>
  work === null || work.reportId === null ? null : Number(work.reportId);

/** Deletes what was used, what nobody took, and what was made of another text or by another version. */
export async function pruneWork(
  db: D1Database,
  { used, reports }: { used: readonly string[]; reports: readonly Work[] },
  now: number,
): Promise<void> {
  await db.batch([
    db
      .prepare(
        `DELETE FROM work
         WHERE key IN (SELECT value FROM json_each(?1)) OR touched_at < iif(content IS NULL, ?3, ?2)`,
      )
      .bind(JSON.stringify(used), now - KEEP_MS, now - KEEP_TRIES_MS),
    db
      .prepare(
        `DELETE FROM work
         WHERE report_id IN (SELECT value ->> 'reportId' FROM json_each(?1))
           AND key NOT IN (SELECT value ->> 'key' FROM json_each(?1))`,
      )
      .bind(JSON.stringify(reports.map(({ key, reportId }) => ({ key, reportId: Number(reportId) })))),
  ]);
}

/** For the batch that changes a report: earlier results and tries no longer count. */
export const prepareForget = (db: D1Database, reportId: string): D1PreparedStatement =>
  db.prepare('DELETE FROM work WHERE report_id = ?1').bind(Number(reportId));

/** A report that the clock leaves out, because cleaning it never ended. */
export type StuckReport = {
  id: string;
  /** Its file in content/reports, or null. */
  name: string | null;
  title: string | null;
  tries: number;
  lastTriedAt: number;
};

/** Reports that wait for a change of their text, or for `retryReport`. The oldest first. */
export async function listStuckReports(db: D1Database, page: { limit: number }): Promise<StuckReport[]> {
  const { results } = await db
    .prepare(
      `SELECT reports.id, reports.name, reports.title, work.tries, work.touched_at FROM work
       JOIN reports ON reports.id = work.report_id
       WHERE work.content IS NULL AND work.tries >= ?1
         AND NOT EXISTS (SELECT 1 FROM used_reports WHERE report_id = reports.id)
       ORDER BY reports.id LIMIT ?2`,
    )
    .bind(MAX_TRIES, page.limit)
    .all<{ id: number; name: string | null; title: string | null; tries: number; touched_at: number }>();
  return results.map(({ id, name, title, tries, touched_at }) => ({
    id: String(id),
    name,
    title,
    tries,
    lastTriedAt: touched_at,
  }));
}

/** An editor asks for another try. @returns whether there is such a report. */
export async function retryReport(db: D1Database, reportId: string): Promise<boolean> {
  const [, found] = await db.batch([
    prepareForget(db, reportId),
    db.prepare('SELECT 1 FROM reports WHERE id = ?1').bind(Number(reportId)),
  ]);
  return found?.results.length === 1;
}
