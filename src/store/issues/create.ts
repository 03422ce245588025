// How an issue is made: as a draft by an editor, or by the clock together with its decision on a slot.

import type { Cadence } from '../subscribers/subscriber.ts';
import { preparePages } from './pages.ts';
import type { FrozenIssue } from './transitions.ts';

export type NewIssue = {
  /** Random. */
  id: string;
  reportIds: readonly string[];
  /** A round-up is made of issues instead, and is for `weekly`. */
  partIds?: readonly string[];
  subject: string | null;
  preheader: string | null;
};

/**
 * An editor's draft. Its reports or issues must exist.
 * @returns false when one of a round-up's issues is in another one; then nothing is written.
 */
export async function createIssue(db: D1Database, issue: NewIssue, now: number): Promise<boolean> {
  const parts = JSON.stringify(issue.partIds ?? []);
  const [created] = await db.batch([
    db
      .prepare(
        `INSERT INTO issues (id, state, origin, audience, subject, preheader, created_at, updated_at)
         SELECT ?1, 'draft', 'editor', ?5, ?2, ?3, ?4, ?4
         WHERE NOT EXISTS (SELECT 1 FROM rounded_up WHERE part_id IN (SELECT value FROM json_each(?6)))
         RETURNING id`,
      )
      .bind(issue.id, issue.subject, issue.preheader, now, audienceOf(issue), parts),
    prepareReports(db, issue),
    prepareParts(db, issue),
  ]);
  return created?.results.length === 1;
}

const audienceOf = (issue: Pick<NewIssue, 'partIds'>): Cadence =>
  issue.partIds === undefined ? 'every' : 'weekly';

/** For the batch that makes the issue; without the issue nothing is written. */
const prepareReports = (db: D1Database, { id, reportIds }: Pick<NewIssue, 'id' | 'reportIds'>) =>
  db
    .prepare(
      `INSERT INTO issue_reports (issue_id, position, report_id)
       SELECT ?1, item.key, item.value FROM json_each(?2) AS item
       WHERE EXISTS (SELECT 1 FROM issues WHERE id = ?1)`,
    )
    .bind(id, JSON.stringify(reportIds.map(Number)));

/** The same for the issues of a round-up. */
const prepareParts = (db: D1Database, { id, partIds = [] }: Pick<NewIssue, 'id' | 'partIds'>) =>
  db
    .prepare(
      `INSERT INTO issue_parts (issue_id, position, part_id)
       SELECT ?1, item.key, item.value FROM json_each(?2) AS item
       WHERE EXISTS (SELECT 1 FROM issues WHERE id = ?1)`,
    )
    .bind(id, JSON.stringify(partIds));

/**
 * The clock's issue for a slot, together with the decision on the slot: approved and scheduled for now, or, with a
 * reason or under the policy `draft`, left as a draft.
 * @returns false when the slot was decided before, or somebody made a round-up of one of these issues meanwhile; then
 * nothing is written.
 */
export async function createIssueForSlot(
  db: D1Database,
  issue: {
    id: string;
    slot: number;
    reportIds: readonly string[];
    /** For a round-up, whose slot is one of the weekly calendar. */
    partIds?: readonly string[];
    note: string | null;
    outcome: { kind: 'scheduled'; frozen: FrozenIssue } | { kind: 'drafted'; reason: string | null };
  },
  now: number,
): Promise<boolean> {
  const { outcome } = issue;
  const frozen = outcome.kind === 'scheduled' ? outcome.frozen : null;
  const [created] = await db.batch([
    db
      .prepare(
        `INSERT INTO issues (id, state, reason, origin, audience, slot, weekly_slot, slug, subject, preheader,
           template, sha256, fingerprint, preflight, scheduled_at, created_at, updated_at, approved_at)
         SELECT ?1, iif(?5 IS NULL, 'draft', 'scheduled'), ?3, 'clock', ?12, iif(?12 = 'every', ?2, NULL),
           iif(?12 = 'weekly', ?2, NULL), ?11, ?8, ?9, ?4, ?5, ?6, ?7, iif(?5 IS NULL, NULL, ?10), ?10, ?10,
           iif(?5 IS NULL, NULL, ?10)
         WHERE NOT EXISTS (SELECT 1 FROM slots WHERE audience = ?12 AND starts_at = ?2)
           AND NOT EXISTS (SELECT 1 FROM rounded_up WHERE part_id IN (SELECT value FROM json_each(?13)))
         RETURNING id`,
      )
      .bind(
        issue.id,
        issue.slot,
        outcome.kind === 'drafted' ? outcome.reason : null,
        frozen?.templateJson ?? null,
        frozen?.sha256 ?? null,
        frozen?.fingerprint ?? null,
        frozen?.preflightJson ?? null,
        frozen?.subject ?? null,
        frozen?.preheader ?? null,
        now,
        frozen?.slug ?? null,
        audienceOf(issue),
        JSON.stringify(issue.partIds ?? []),
      ),
    ...(frozen === null ? [] : preparePages(db, issue.id, frozen.pageJson, 'new')),
    prepareReports(db, issue),
    prepareParts(db, issue),
    db
      .prepare(
        `INSERT INTO slots (audience, starts_at, outcome, note, issue_id, decided_at)
         SELECT ?6, ?2, ?3, ?4, ?1, ?5 WHERE EXISTS (SELECT 1 FROM issues WHERE id = ?1)`,
      )
      .bind(issue.id, issue.slot, outcome.kind, issue.note, now, audienceOf(issue)),
  ]);
  return created?.results.length === 1;
}
