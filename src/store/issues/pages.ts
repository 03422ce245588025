// What an issue shows on the web. It is written in the transaction that approves the issue and never again, so
// that the page stays what the mail was, whatever happens to the reports.

import { cutIntoPieces } from '../pieces.ts';
import type { IssueState } from './transitions.ts';

export type IssuePage = {
  id: string;
  slug: string;
  state: IssueState;
  approvedAt: number;
  /** What freezing wrote; here it is text. */
  pageJson: string;
};

/** What must be true of the row of `issues` for its pages to be written. */
type Condition =
  /** The draft that was rendered: the pages come before its approval, in one batch. */
  | { readonly revision: number }
  /** Just made, in this batch. */
  | 'new';

/** Statements for the batch that freezes an issue. */
export const preparePages = (
  db: D1Database,
  id: string,
  pageJson: string,
  condition: Condition,
): D1PreparedStatement[] =>
  (pageJson === '' ? [] : cutIntoPieces(pageJson)).map((piece, index) =>
    db
      .prepare(
        `INSERT INTO issue_pages (issue_id, piece, content)
         SELECT ?1, ?2, ?3
         WHERE EXISTS (SELECT 1 FROM issues
           WHERE id = ?1 AND iif(?4 IS NULL, sha256 IS NOT NULL, state = 'draft' AND revision = ?4))`,
      )
      .bind(id, index, piece, condition === 'new' ? null : condition.revision),
  );

/**
 * What readers may see: an issue whose run has begun. No mail leaves before that.
 * @returns null also for an issue that was approved before there were pages.
 */
export async function readIssuePage(db: D1Database, slug: string): Promise<IssuePage | null> {
  const [issues, pieces] = await db.batch<Record<string, unknown>>([
    db
      .prepare(`SELECT id, slug, state, approved_at FROM issues WHERE slug = ?1 AND run_id IS NOT NULL`)
      .bind(slug),
    db
      .prepare(
        `SELECT content FROM issue_pages
         WHERE issue_id = (SELECT id FROM issues WHERE slug = ?1)
         ORDER BY piece`,
      )
      .bind(slug),
  ]);
  const row = issues?.results[0] as Row | undefined;
  const contents = (pieces?.results ?? []) as { content: string }[];
  if (row === undefined || contents.length === 0) return null;
  return {
    id: row.id,
    slug: row.slug,
    state: row.state,
    approvedAt: row.approved_at,
    pageJson: contents.map(({ content }) => content).join(''),
  };
}

/** Whether this is the address of an issue that may still be sent: a test mail of a draft links to it, too. */
export async function isPageToCome(db: D1Database, slug: string): Promise<boolean> {
  const begin = /(?:^|-)([0-9a-f]{8})$/.exec(slug)?.[1];
  if (begin === undefined) return false;
  const found = await db
    .prepare(
      `SELECT 1 FROM issues WHERE id > ?1 || '-' AND id < ?1 || '.' AND run_id IS NULL
         AND state IN ('draft', 'approved', 'scheduled') LIMIT 1`,
    )
    .bind(begin)
    .first();
  return found !== null;
}

type Row = { id: string; slug: string; state: IssueState; approved_at: number };

/** Of the newest issue that was sent. */
export const readNewestSlug = (db: D1Database): Promise<string | null> =>
  db
    .prepare(`SELECT slug FROM issues WHERE state = 'sent' AND slug IS NOT NULL ORDER BY number DESC LIMIT 1`)
    .first<string>('slug');
