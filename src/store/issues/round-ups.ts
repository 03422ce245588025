// What a round-up is made of: issues for readers who get every one, as they were frozen.

import { REPORT_IDS } from './issues.ts';

/** An issue as a round-up needs it. */
export type Part = {
  id: string;
  number: number;
  slug: string;
  subject: string;
  /** In the order of its stories. */
  reportIds: string[];
  /** What its pages show; here it is text. */
  pageJson: string;
};

/**
 * The issues whose time was between `from` and `until` and that are in no round-up, in their order: approved, and being
 * sent or sent if they were scheduled. One that waits for a later hour is for a later round-up.
 */
export async function listIssuesForRoundUp(
  db: D1Database,
  { from, until, limit }: { from: number; until: number; limit: number },
): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT id FROM issues
       WHERE audience = 'every' AND state IN ('approved', 'scheduled', 'sending', 'paused', 'sent')
         AND max(approved_at, coalesce(scheduled_at, 0)) BETWEEN ?1 AND ?2
         AND EXISTS (SELECT 1 FROM issue_pages WHERE issue_id = issues.id)
         AND NOT EXISTS (SELECT 1 FROM rounded_up WHERE part_id = issues.id)
       ORDER BY max(approved_at, coalesce(scheduled_at, 0)), number LIMIT ?3`,
    )
    .bind(from, until, limit)
    .all<{ id: string }>();
  return results.map(({ id }) => id);
}

/** In the order of the ids. Issues that were stopped meanwhile are left out. */
export async function readParts(db: D1Database, ids: readonly string[]): Promise<Part[]> {
  const json = JSON.stringify(ids);
  const [issues, pieces] = await db.batch<Record<string, unknown>>([
    db
      .prepare(
        `SELECT issues.id, issues.number, issues.slug, issues.subject, ${REPORT_IDS}
         FROM json_each(?1) AS wanted
         JOIN issues ON issues.id = wanted.value
         WHERE issues.state IN ('approved', 'scheduled', 'sending', 'paused', 'sent')
         ORDER BY wanted.key`,
      )
      .bind(json),
    db
      .prepare(
        `SELECT issue_id, content FROM issue_pages
         WHERE issue_id IN (SELECT value FROM json_each(?1))
         ORDER BY issue_id, piece`,
      )
      .bind(json),
  ]);
  const pages = new Map<string, string>();
  for (const { issue_id, content } of (pieces?.results ?? []) as Piece[])
    pages.set(issue_id, (pages.get(issue_id) ?? '') + content);
  return ((issues?.results ?? []) as Row[]).map((row) => ({
    id: row.id,
    number: row.number,
    slug: row.slug,
    subject: row.subject,
    reportIds: (JSON.parse(row.report_ids) as number[]).map(String),
    pageJson: pages.get(row.id) ?? '',
  }));
}

type Row = { id: string; number: number; slug: string; subject: string; report_ids: string };
type Piece = { issue_id: string; content: string };
