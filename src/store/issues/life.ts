// What an editor does with an issue before any of its mail has left: take it back to draft, move it to another time,
// discard it, free its reports. What is frozen stays frozen, so another issue replaces it. Each is one transaction and
// may be repeated.

import type { FrozenIssue } from './transitions.ts';

/** What differs in a moved issue. Everything else is as it was approved. */
export type Moved = Pick<FrozenIssue, 'sha256' | 'templateJson'> & {
  readonly id: string;
  readonly slug: string | null;
};

/**
 * Cancels an issue of which no mail ever left, and makes a draft of the same reports, or issues, and words.
 * @returns whether this call did it: not when there is a run or another issue has replaced it, nor when its issues
 * are used elsewhere by now.
 */
export async function returnToDraft(
  db: D1Database,
  id: string,
  draftId: string,
  now: number,
): Promise<boolean> {
  const [replaced] = await db.batch([
    prepareReplace(db, id, draftId, ['approved', 'scheduled', 'paused', 'cancelled'], now),
    db
      .prepare(
        `INSERT INTO issues (id, state, origin, audience, subject, preheader, created_at, updated_at)
         SELECT ?2, 'draft', 'editor', audience, subject, preheader, ?3, ?3
         FROM issues WHERE id = ?1 AND replaced_by = ?2`,
      )
      .bind(id, draftId, now),
    ...prepareCopies(db, id, draftId),
  ]);
  return replaced?.results.length === 1;
}

/** The same, but the new issue is approved and scheduled. */
export async function replaceScheduled(
  db: D1Database,
  id: string,
  moved: Moved,
  at: number,
  now: number,
): Promise<boolean> {
  const [replaced] = await db.batch([
    prepareReplace(db, id, moved.id, ['scheduled', 'cancelled'], now),
    db
      .prepare(
        `INSERT INTO issues (id, state, origin, audience, slug, subject, preheader, template, sha256, fingerprint,
           preflight, scheduled_at, created_at, updated_at, approved_at)
         SELECT ?2, 'scheduled', 'editor', audience, ?3, subject, preheader, ?4, ?5, fingerprint, preflight, ?6, ?7, ?7,
           ?7
         FROM issues WHERE id = ?1 AND replaced_by = ?2`,
      )
      .bind(id, moved.id, moved.slug, moved.templateJson, moved.sha256, at, now),
    db
      .prepare(
        `INSERT INTO issue_pages (issue_id, piece, content)
         SELECT ?2, piece, content FROM issue_pages
         WHERE issue_id = ?1 AND EXISTS (SELECT 1 FROM issues WHERE id = ?2)`,
      )
      .bind(id, moved.id),
    ...prepareCopies(db, id, moved.id),
  ]);
  return replaced?.results.length === 1;
}

const prepareReplace = (
  db: D1Database,
  id: string,
  successorId: string,
  from: readonly string[],
  now: number,
): D1PreparedStatement =>
  db
    .prepare(
      `UPDATE issues SET state = 'cancelled', reason = NULL, replaced_by = ?2, updated_at = ?3
       WHERE id = ?1 AND run_id IS NULL AND replaced_by IS NULL AND reports_freed_at IS NULL
         AND state IN (SELECT value FROM json_each(?4))
         AND NOT EXISTS (
           SELECT 1 FROM rounded_up WHERE issue_id <> ?1
             AND part_id IN (SELECT part_id FROM issue_parts WHERE issue_id = ?1)
         )
       RETURNING id`,
    )
    .bind(id, successorId, now, JSON.stringify(from));

/** For the batch that makes the other issue; without it nothing is written. */
const prepareCopies = (db: D1Database, id: string, otherId: string): D1PreparedStatement[] => [
  db
    .prepare(
      `INSERT INTO issue_reports (issue_id, position, report_id)
       SELECT ?2, position, report_id FROM issue_reports
       WHERE issue_id = ?1 AND EXISTS (SELECT 1 FROM issues WHERE id = ?2)`,
    )
    .bind(id, otherId),
  db
    .prepare(
      `INSERT INTO issue_parts (issue_id, position, part_id)
       SELECT ?2, position, part_id FROM issue_parts
       WHERE issue_id = ?1 AND EXISTS (SELECT 1 FROM issues WHERE id = ?2)`,
    )
    .bind(id, otherId),
];

/**
 * For a draft, or an issue that was cancelled before any mail left: it leaves the lists, and keeps its slot and
 * reports.
 * @returns whether this call did it.
 */
export async function discardIssue(db: D1Database, id: string, now: number): Promise<boolean> {
  const { results } = await db
    .prepare(
      `UPDATE issues SET state = 'cancelled', discarded_at = ?2, updated_at = ?2
       WHERE id = ?1 AND state IN ('draft', 'cancelled') AND run_id IS NULL AND discarded_at IS NULL
       RETURNING id`,
    )
    .bind(id, now)
    .all();
  return results.length === 1;
}

/**
 * For an issue that was cancelled before any mail left: the next issue may take its reports, or issues.
 * @returns whether this call did it.
 */
export async function freeReports(db: D1Database, id: string, now: number): Promise<boolean> {
  const { results } = await db
    .prepare(
      `UPDATE issues SET reports_freed_at = ?2, updated_at = ?2
       WHERE id = ?1 AND state = 'cancelled' AND run_id IS NULL AND replaced_by IS NULL AND reports_freed_at IS NULL
       RETURNING id`,
    )
    .bind(id, now)
    .all();
  return results.length === 1;
}
