// The states of an issue. Every transition is one conditional statement (compare and set), so two that race cannot
// both win, and the losing caller learns it. What is frozen at approval never changes again.

import { preparePages } from './pages.ts';
import { type FrozenIssue, ISSUE_TRANSITIONS, type IssueState } from './transitions.ts';

/**
 * draft -> approved, and with `schedule` on to scheduled in the same transaction; an issue that is approved
 * with the same bytes is only scheduled. `revision` is the one that was rendered.
 * @returns whether this call brought the issue into the requested state.
 */
export async function approveIssue(
  db: D1Database,
  id: string,
  revision: number,
  frozen: FrozenIssue,
  schedule: { at: number; holdUntil: number | null } | null,
  now: number,
): Promise<boolean> {
  const pages = preparePages(db, id, frozen.pageJson, { revision });
  const results = await db.batch([
    ...pages,
    db
      .prepare(
        `UPDATE issues SET state = 'approved', reason = NULL, slug = ?4, subject = ?5, preheader = ?6,
           template = ?7, sha256 = ?3, fingerprint = ?8, preflight = ?9, approved_at = ?10, updated_at = ?10
         WHERE id = ?1 AND state = 'draft' AND revision = ?2
         RETURNING id`,
      )
      .bind(
        id,
        revision,
        frozen.sha256,
        frozen.slug,
        frozen.subject,
        frozen.preheader,
        frozen.templateJson,
        frozen.fingerprint,
        frozen.preflightJson,
        now,
      ),
    ...(schedule === null ? [] : [prepareSchedule(db, id, frozen.sha256, schedule, now)]),
  ]);
  return results.at(-1)?.results.length === 1;
}

/** approved -> scheduled. @returns false when it is not approved with these bytes. */
export async function scheduleIssue(
  db: D1Database,
  id: string,
  sha256: string,
  schedule: { at: number; holdUntil: number | null },
  now: number,
): Promise<boolean> {
  const { results } = await prepareSchedule(db, id, sha256, schedule, now).all();
  return results.length === 1;
}

const prepareSchedule = (
  db: D1Database,
  id: string,
  sha256: string,
  schedule: { at: number; holdUntil: number | null },
  now: number,
): D1PreparedStatement =>
  db
    .prepare(
      `UPDATE issues SET state = 'scheduled', scheduled_at = ?3, hold_until = ?4, updated_at = ?5
       WHERE id = ?1 AND state = 'approved' AND sha256 = ?2
       RETURNING id`,
    )
    .bind(id, sha256, schedule.at, schedule.holdUntil, now);

/**
 * scheduled -> sending, once the Postmaster has committed the run. Repeating it with the same run is harmless.
 * @returns the state of the issue now, or null when it is unknown or belongs to another run. `paused` and `cancelled`
 * mean that somebody was quicker: the caller tells the Postmaster.
 */
export async function beginSending(
  db: D1Database,
  id: string,
  run: { runId: string; sha256: string },
  now: number,
): Promise<IssueState | null> {
  return db
    .prepare(
      `UPDATE issues SET run_id = ?2, state = iif(state = 'scheduled', 'sending', state), updated_at = ?4
       WHERE id = ?1 AND sha256 = ?3 AND state NOT IN ('draft', 'approved')
         AND (run_id IS NULL OR run_id = ?2)
       RETURNING state`,
    )
    .bind(id, run.runId, run.sha256, now)
    .first<IssueState>('state');
}

/**
 * Any other transition of ISSUE_TRANSITIONS: pause, resume, finish, cancel, fail.
 * @returns whether this call made it; false also when the issue is there already.
 */
export async function moveIssue(
  db: D1Database,
  id: string,
  to: 'paused' | 'sending' | 'sent' | 'cancelled' | 'failed',
  reason: string | null,
  now: number,
): Promise<boolean> {
  const from = Object.entries(ISSUE_TRANSITIONS).filter(([, next]) => next.includes(to));
  const { results } = await db
    .prepare(
      `UPDATE issues SET state = ?2, reason = ?3, updated_at = ?4, sent_at = iif(?2 = 'sent', ?4, sent_at),
         pauses = pauses + (?2 = 'paused')
       WHERE id = ?1 AND state IN (SELECT value FROM json_each(?5)) AND (state <> ?2 OR reason IS NOT ?3)
         AND (run_id IS NOT NULL OR ?2 NOT IN ('sending', 'sent'))
       RETURNING id`,
    )
    .bind(id, to, reason, now, JSON.stringify(from.map(([state]) => state)))
    .all();
  return results.length === 1;
}
