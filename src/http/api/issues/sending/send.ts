// Sending an issue: approving it if it is a draft, scheduling it, and launching it at its time.

import * as z from 'zod';
import { launch } from '../../../../deliver/index.ts';
import { log } from '../../../../log.ts';
import { approveIssue, type Issue, scheduleIssue } from '../../../../store/index.ts';
import type { Deps } from '../../../deps.ts';
import { Refusal } from '../../../errors.ts';
import { loadRendered, type Rendered, requireIssue, requirePreflight, toEtag } from '../../../rendered.ts';
import { readJson } from '../../json.ts';
import { readIfMatch, requireMatch } from '../if-match.ts';
import type { IssueContext } from '../issue.ts';
import { toApprovedJson } from './forecast.ts';

const DAY_SECONDS = 24 * 3600;

const sendTimeSchema = z.iso
  .datetime({ offset: true })
  .describe('When to send; a time in the past means now');

export const sendSchema = z
  .strictObject({
    at: sendTimeSchema.optional(),
    hold: z
      .number()
      .min(0)
      .max(DAY_SECONDS)
      .optional()
      .describe('Seconds to wait before sending; cancelling in that time undoes it all'),
  })
  .refine(({ at, hold }) => at === undefined || hold === undefined, 'Give either at or hold');

export const moveSchema = z.strictObject({ at: sendTimeSchema });

type Schedule = { readonly at: number; readonly holdUntil: number | null };

export async function send(deps: Deps, c: IssueContext): Promise<Response> {
  const wanted = readIfMatch(c);
  const schedule = toSchedule(await readJson(c, sendSchema), deps.now());
  const id = c.req.param('id');
  await scheduleMatching(deps, id, wanted, schedule);
  const issue = await launchOrPlan(deps, id);
  c.header('ETag', toEtag(issue.sha256 ?? ''));
  return c.json(await toApprovedJson(deps, issue), 202);
}

function toSchedule({ at, hold }: z.output<typeof sendSchema>, now: number): Schedule {
  const holdUntil = hold ? now + Math.round(hold * 1000) : null;
  return { at: Math.max(now, at === undefined ? (holdUntil ?? now) : Date.parse(at)), holdUntil };
}

/** Schedules the issue, unless it is already, if `wanted` names its bytes; refuses otherwise. */
async function scheduleMatching(
  deps: Deps,
  id: string,
  wanted: readonly string[],
  schedule: Schedule,
): Promise<void> {
  // Another request may change the issue between reading and writing: then it is read again.
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    const issue = await requireIssue(deps, id);
    const rendered = await loadRendered(deps, issue);
    requireMatch(wanted, rendered);
    if (await advance(deps, issue, rendered, schedule)) return;
  }
  throw new Refusal(409, 'Somebody else is changing this issue: try again.');
}

/** @returns false if another request changed the issue in between. */
async function advance(deps: Deps, issue: Issue, rendered: Rendered, schedule: Schedule): Promise<boolean> {
  switch (issue.state) {
    case 'draft':
      requirePreflight(rendered);
      if (rendered.toFreeze === null) throw new Error(`draft ${issue.id} holds frozen bytes`);
      return approveIssue(deps.db, issue.id, issue.revision, rendered.toFreeze, schedule, deps.now());
    case 'approved':
      return scheduleIssue(deps.db, issue.id, rendered.sha256, schedule, deps.now());
    case 'scheduled':
    case 'sending':
    case 'paused':
    case 'sent':
      return true;
    case 'cancelled':
    case 'failed':
      throw new Refusal(409, `This issue is ${issue.state}: make a new one of its reports.`);
  }
}

/**
 * Launches the issue if it is due, or has the Postmaster launch it at its time. If that fails, the issue stays scheduled,
 * and the first tick after its time launches it.
 */
export async function launchOrPlan(deps: Deps, id: string): Promise<Issue> {
  const issue = await requireIssue(deps, id);
  if (issue.state !== 'scheduled' || issue.scheduledAt === null) return issue;
  try {
    if (issue.scheduledAt > deps.now()) await deps.postmaster().launchAt(id, issue.scheduledAt);
    else await launch(deps, id);
  } catch (error) {
    log('fault', { where: 'launching or planning an issue', error });
  }
  return requireIssue(deps, id);
}
