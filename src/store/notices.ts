// What editors are notified of by mail: a pause, a draft, an open decision, a missed time of sending, a report that is
// left out. Each is written down once for each change of state, and stays, so that no repeated tick sends it again.

import { MAX_TRIES } from './work.ts';

export type NoticeKind = 'paused' | 'draft' | 'decision' | 'missed' | 'left-out';

/** The contents of a notice, by its kind. `at` is the time of the slot; `reason` is a sentence in English. */
export type NoticeFacts = {
  readonly number?: number;
  readonly title?: string | null;
  readonly reason?: string | null;
  readonly at?: number;
  readonly mails?: number;
  readonly name?: string | null;
};

export type Notice = {
  readonly kind: NoticeKind;
  /** The issue, the calendar or the report that it is about. */
  readonly subject: string;
  readonly facts: NoticeFacts;
};

export type OpenNotice = Notice & {
  readonly id: number;
  readonly change: string;
  readonly noticedAt: number;
};

/** Something that an editor should know now. `change` names the change of state that led to it. */
export type Occasion = Notice & { readonly change: string; readonly isKnown: boolean };

/** A mail to the editors that was planned, and its notices, each as `kind subject`. */
export type NoticeMail = {
  readonly id: number;
  readonly plannedAt: number;
  readonly groups: readonly string[];
};

/** The run of an issue with batches that an editor has to decide about; `doubts` grows with each new one. */
export type Undecided = { readonly issueId: string; readonly doubts: number; readonly mails: number };

const DAY_MS = 24 * 3600 * 1000;
/** What happened earlier is not reported. A pause and a decision are, as long as they last. */
const NEWS_LASTS_MS = 2 * DAY_MS;
/** A slot may begin this much before it is decided: more than any window for a late one. */
const SLOTS_LAST_MS = 40 * DAY_MS;
/** A tick takes seconds: what was begun a moment ago may still end. */
const UNDER_WAY_MS = 120_000;
const MAX_OPEN = 200;

export async function readNotices(
  db: D1Database,
  { undecided, ownPause }: { undecided: readonly Undecided[]; ownPause: string },
  now: number,
): Promise<{ occasions: Occasion[]; open: OpenNotice[]; mails: NoticeMail[]; isMailPlanned: boolean }> {
  const [occasions, open, mails, planned] = await db.batch([
    db
      .prepare(
        `SELECT o.*, n.id IS NOT NULL AS is_known FROM (
           SELECT 'paused' AS kind, id AS subject, CAST(pauses AS TEXT) AS change,
             json_object('number', number, 'title', subject, 'reason', reason) AS facts
           FROM issues INDEXED BY issues_paused WHERE state = 'paused' AND reason IS NOT ?2
           UNION ALL
           SELECT 'draft', i.id, '1',
             json_object('number', i.number, 'title', i.subject, 'reason', i.reason, 'at', s.starts_at)
           FROM slots AS s JOIN issues AS i ON i.id = s.issue_id
           WHERE s.audience IN ('every', 'weekly') AND s.starts_at > ?3 AND s.outcome = 'drafted'
             AND s.decided_at > ?4 AND i.state = 'draft'
           UNION ALL
           SELECT 'missed', audience, CAST(starts_at AS TEXT), json_object('at', starts_at) FROM slots
           WHERE audience IN ('every', 'weekly') AND starts_at > ?3 AND outcome = 'too-late' AND decided_at > ?4
           UNION ALL
           SELECT 'decision', i.id, d.value ->> 'doubts',
             json_object('number', i.number, 'title', i.subject, 'mails', d.value ->> 'mails')
           FROM json_each(?1) AS d JOIN issues AS i ON i.id = d.value ->> 'issueId'
           UNION ALL
           SELECT 'left-out', CAST(r.id AS TEXT), CAST(max(w.touched_at) AS TEXT),
             json_object('name', r.name, 'title', r.title)
           FROM work AS w JOIN reports AS r ON r.id = w.report_id
           WHERE w.piece = 0 AND w.content IS NULL AND w.tries >= ?5 AND w.touched_at < ?6
             AND NOT EXISTS (SELECT 1 FROM issue_reports WHERE report_id = r.id)
           GROUP BY r.id
         ) AS o LEFT JOIN notices AS n ON n.kind = o.kind AND n.subject = o.subject AND n.change = o.change
         LIMIT ?7`,
      )
      .bind(
        JSON.stringify(undecided),
        ownPause,
        now - SLOTS_LAST_MS,
        now - NEWS_LASTS_MS,
        MAX_TRIES,
        now - UNDER_WAY_MS,
        MAX_OPEN,
      ),
    db
      .prepare(
        `SELECT ${OPEN} FROM notices INDEXED BY notices_open
         WHERE state = 'open' ORDER BY id LIMIT ?1`,
      )
      .bind(MAX_OPEN),
    db
      .prepare(
        `SELECT m.id, m.planned_at, json_group_array(DISTINCT n.kind || ' ' || n.subject) AS groups
         FROM notice_mails AS m JOIN notices AS n ON n.mail_id = m.id
         WHERE m.planned_at > ?1 GROUP BY m.id`,
      )
      .bind(now - DAY_MS),
    db.prepare(`SELECT 1 FROM notice_mails WHERE state = 'planned' LIMIT 1`),
  ]);
  return {
    occasions: ((occasions?.results ?? []) as (Row & { is_known: number })[]).map((row) => ({
      ...toNotice(row),
      change: row.change,
      isKnown: row.is_known === 1,
    })),
    open: ((open?.results ?? []) as OpenRow[]).map(toOpen),
    mails: ((mails?.results ?? []) as { id: number; planned_at: number; groups: string }[]).map(
      ({ id, planned_at, groups }) => ({ id, plannedAt: planned_at, groups: JSON.parse(groups) as string[] }),
    ),
    isMailPlanned: planned?.results.length === 1,
  };
}

/** Writes down what editors should know. @returns what was not written down before, by this tick or another. */
export async function addNotices(
  db: D1Database,
  occasions: readonly Occasion[],
  now: number,
): Promise<OpenNotice[]> {
  const { results } = await db
    .prepare(
      `INSERT INTO notices (kind, subject, change, facts, state, noticed_at)
       SELECT value ->> 'kind', value ->> 'subject', value ->> 'change', value -> 'facts', 'open', ?2
       FROM json_each(?1) WHERE true
       ON CONFLICT (kind, subject, change) DO NOTHING
       RETURNING ${OPEN}`,
    )
    .bind(JSON.stringify(occasions), now)
    .all<OpenRow>();
  return results.map(toOpen);
}

/** What to do with open notices: each goes into a mail, or into none, since it is no longer true or too old. */
export type NoticePlan = {
  readonly over: readonly number[];
  readonly late: readonly number[];
  readonly mails: readonly (readonly number[])[];
};

/** A mail is named after the first notice in it, so two ticks that plan at once make one mail. */
export async function planNoticeMails(db: D1Database, plan: NoticePlan, now: number): Promise<void> {
  await db.batch([
    db
      .prepare(
        `UPDATE notices SET state = iif(id IN (SELECT value FROM json_each(?1)), 'over', 'late')
         WHERE state = 'open' AND (id IN (SELECT value FROM json_each(?1)) OR id IN (SELECT value FROM json_each(?2)))`,
      )
      .bind(JSON.stringify(plan.over), JSON.stringify(plan.late)),
    ...plan.mails.flatMap((ids) => [
      db
        .prepare(
          `INSERT INTO notice_mails (id, state, planned_at)
           SELECT ?1, 'planned', ?2 WHERE EXISTS (SELECT 1 FROM notices WHERE id = ?1 AND state = 'open')`,
        )
        .bind(ids[0] ?? 0, now),
      db
        .prepare(
          `UPDATE notices SET state = 'mailed', mail_id = lead.id
           FROM (SELECT id FROM notices WHERE id = ?1 AND state = 'open') AS lead
           WHERE notices.state = 'open' AND notices.id IN (SELECT value FROM json_each(?2))`,
        )
        .bind(ids[0] ?? 0, JSON.stringify(ids)),
    ]),
  ]);
}

/** The mails that the Postmaster does not have yet, the oldest first. Those that are too old are given up. */
export async function readPlannedMails(
  db: D1Database,
  now: number,
): Promise<{ id: number; plannedAt: number; notices: Notice[] }[]> {
  const [, found] = await db.batch([
    db
      .prepare(`UPDATE notice_mails SET state = 'late' WHERE state = 'planned' AND planned_at <= ?1`)
      .bind(now - DAY_MS),
    db.prepare(
      `SELECT m.id AS mail_id, m.planned_at, n.kind, n.subject, n.change, n.facts
       FROM notice_mails AS m JOIN notices AS n ON n.mail_id = m.id
       WHERE m.state = 'planned' ORDER BY m.id, n.id`,
    ),
  ]);
  const rows = (found?.results ?? []) as (Row & { mail_id: number; planned_at: number })[];
  return [...Map.groupBy(rows, ({ mail_id }) => mail_id)].map(([id, of]) => ({
    id,
    plannedAt: of[0]?.planned_at ?? 0,
    notices: of.map(toNotice),
  }));
}

/** The Postmaster has it, for every editor. */
export async function noteNoticeMail(db: D1Database, id: number): Promise<void> {
  await db
    .prepare(`UPDATE notice_mails SET state = 'handed' WHERE id = ?1 AND state = 'planned'`)
    .bind(id)
    .run();
}

type Row = { kind: NoticeKind; subject: string; change: string; facts: string };
type OpenRow = Row & { id: number; noticed_at: number };

/** The columns of an `OpenRow`. */
const OPEN = 'id, kind, subject, change, facts, noticed_at';

const toNotice = ({ kind, subject, facts }: Row): Notice => ({
  kind,
  subject,
  facts: JSON.parse(facts) as NoticeFacts,
});

const toOpen = (row: OpenRow): OpenNotice => ({
  ...toNotice(row),
  id: row.id,
  change: row.change,
  noticedAt: row.noticed_at,
});
