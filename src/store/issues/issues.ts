// The issues: read, listed and changed while they are drafts. create.ts makes them, states.ts moves them on.

import type { Cadence } from '../subscribers/subscriber.ts';
import type { IssueState } from './transitions.ts';

export type IssueSummary = {
  id: string;
  number: number;
  slug: string | null;
  state: IssueState;
  /** Why it is paused or failed, or why the clock left it as a draft. */
  reason: string | null;
  origin: 'editor' | 'clock';
  /** Who it is for: `weekly` is a round-up. */
  audience: Cadence;
  /** The time of sending, by the calendar of its cadence, for which the clock made it. */
  slot: number | null;
  /** Grows with every change of the draft. */
  revision: number;
  reportIds: string[];
  /** The issues of a round-up. */
  partIds: string[];
  /** In a draft the editor's own wording, if any; from approval on what is sent. */
  subject: string | null;
  preheader: string | null;
  sha256: string | null;
  fingerprint: string | null;
  runId: string | null;
  scheduledAt: number | null;
  /** Set when the sending waits so that it can be undone; the same moment as `scheduledAt`. */
  holdUntil: number | null;
  createdAt: number;
  updatedAt: number;
  approvedAt: number | null;
  sentAt: number | null;
  /** The issue that replaced this one, when it went back to draft or was moved. */
  replacedBy: string | null;
  discardedAt: number | null;
  /** Since when its reports may be used again. */
  reportsFreedAt: number | null;
};

/** The ids of an issue's reports, in their order, as a column of a SELECT from `issues`. */
export const REPORT_IDS = `(
  SELECT json_group_array(report_id) FROM (
    SELECT report_id FROM issue_reports WHERE issue_id = issues.id ORDER BY position
  )
) AS report_ids`;

/** All that \`toSummary\` reads, likewise. */
const SUMMARY = `number, id, slug, state, reason, origin, audience, slot, weekly_slot, revision, subject, preheader,
  sha256, fingerprint, run_id, scheduled_at, hold_until, created_at, updated_at, approved_at, sent_at,
  replaced_by, discarded_at, reports_freed_at, ${REPORT_IDS}, (
    SELECT json_group_array(part_id) FROM (
      SELECT part_id FROM issue_parts WHERE issue_id = issues.id ORDER BY position
    )
  ) AS part_ids`;

export type Issue = IssueSummary & { templateJson: string | null; preflightJson: string | null };

/** With the frozen bytes. */
export async function readIssue(db: D1Database, id: string): Promise<Issue | null> {
  const row = await db
    .prepare(`SELECT ${SUMMARY}, template, preflight FROM issues WHERE id = ?1`)
    .bind(id)
    .first<SummaryRow & { template: string | null; preflight: string | null }>();
  if (row === null) return null;
  return { ...toSummary(row), templateJson: row.template, preflightJson: row.preflight };
}

/** Without the bytes, for callers that ask often. */
export async function readIssueSummary(db: D1Database, id: string): Promise<IssueSummary | null> {
  const row = await db.prepare(`SELECT ${SUMMARY} FROM issues WHERE id = ?1`).bind(id).first<SummaryRow>();
  return row === null ? null : toSummary(row);
}

/** The newest first, without their bytes. `beforeNumber` is the last number of the page before. */
export async function listIssues(
  db: D1Database,
  page: { limit: number; beforeNumber?: number | null; withDiscarded?: boolean },
): Promise<IssueSummary[]> {
  const { results } = await db
    .prepare(
      `SELECT ${SUMMARY} FROM issues
       WHERE (?2 IS NULL OR number < ?2) AND (?3 OR discarded_at IS NULL)
       ORDER BY number DESC LIMIT ?1`,
    )
    .bind(page.limit, page.beforeNumber ?? null, Number(page.withDiscarded ?? false))
    .all<SummaryRow>();
  return results.map(toSummary);
}

/** The ids of the issues whose time has come, whether their sending has begun or not; the longest due first. */
export async function listDueIssues(db: D1Database, now: number): Promise<string[]> {
  const { results } = await prepareListDue(db, now).all<{ id: string }>();
  return results.map((row) => row.id);
}

export const prepareListDue = (db: D1Database, now: number): D1PreparedStatement =>
  db
    .prepare(
      `SELECT id FROM issues WHERE state IN ('scheduled', 'sending') AND scheduled_at <= ?1
       ORDER BY scheduled_at, number`,
    )
    .bind(now);

/** Whether an issue with this content was approved before, unless it was cancelled or failed before it began. */
export async function hasContent(db: D1Database, fingerprint: string): Promise<boolean> {
  const found = await db
    .prepare(
      `SELECT 1 FROM issues
       WHERE fingerprint = ?1 AND (state NOT IN ('cancelled', 'failed') OR run_id IS NOT NULL)
       LIMIT 1`,
    )
    .bind(fingerprint)
    .first();
  return found !== null;
}

/**
 * Changes a draft; a member that is left out stays. Reports are for a draft that is made of reports.
 * @returns false when it is not a draft (any more).
 */
export async function editDraft(
  db: D1Database,
  id: string,
  change: { subject?: string | null; preheader?: string | null; reportIds?: readonly string[] },
  now: number,
): Promise<boolean> {
  const reportIds = change.reportIds && JSON.stringify(change.reportIds.map(Number));
  const [edited] = await db.batch([
    db
      .prepare(
        `UPDATE issues SET subject = iif(?2, ?3, subject), preheader = iif(?4, ?5, preheader),
           revision = revision + 1, updated_at = ?6
         WHERE id = ?1 AND state = 'draft'
         RETURNING id`,
      )
      .bind(
        id,
        Number(change.subject !== undefined),
        change.subject ?? null,
        Number(change.preheader !== undefined),
        change.preheader ?? null,
        now,
      ),
    db
      .prepare(
        `DELETE FROM issue_reports
         WHERE issue_id = ?1 AND ?2 IS NOT NULL
           AND EXISTS (SELECT 1 FROM issues WHERE id = ?1 AND state = 'draft')`,
      )
      .bind(id, reportIds ?? null),
    db
      .prepare(
        `INSERT INTO issue_reports (issue_id, position, report_id)
         SELECT ?1, item.key, item.value FROM json_each(?2) AS item
         WHERE EXISTS (SELECT 1 FROM issues WHERE id = ?1 AND state = 'draft')`,
      )
      .bind(id, reportIds ?? null),
  ]);
  return edited?.results.length === 1;
}

type SummaryRow = {
  number: number;
  id: string;
  slug: string | null;
  state: IssueState;
  reason: string | null;
  origin: 'editor' | 'clock';
  audience: Cadence;
  slot: number | null;
  weekly_slot: number | null;
  revision: number;
  report_ids: string;
  part_ids: string;
  subject: string | null;
  preheader: string | null;
  sha256: string | null;
  fingerprint: string | null;
  run_id: string | null;
  scheduled_at: number | null;
  hold_until: number | null;
  created_at: number;
  updated_at: number;
  approved_at: number | null;
  sent_at: number | null;
  replaced_by: string | null;
  discarded_at: number | null;
  reports_freed_at: number | null;
};

const toSummary = (row: SummaryRow): IssueSummary => ({
  id: row.id,
  number: row.number,
  slug: row.slug,
  state: row.state,
  reason: row.reason,
  origin: row.origin,
  audience: row.audience,
  slot: row.slot ?? row.weekly_slot,
  revision: row.revision,
  reportIds: (JSON.parse(row.report_ids) as number[]).map(String),
  partIds: JSON.parse(row.part_ids) as string[],
  subject: row.subject,
  preheader: row.preheader,
  sha256: row.sha256,
  fingerprint: row.fingerprint,
  runId: row.run_id,
  scheduledAt: row.scheduled_at,
  holdUntil: row.hold_until,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  approvedAt: row.approved_at,
  sentAt: row.sent_at,
  replacedBy: row.replaced_by,
  discardedAt: row.discarded_at,
  reportsFreedAt: row.reports_freed_at,
});
