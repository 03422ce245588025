// Drafts: made of reports or of the issues of a week, listed, shown, changed, copied.

import type { Context } from 'hono';
import type { BlankEnv } from 'hono/types';
import type * as z from 'zod';
import { lastSevenDays } from '../../../issue/week.ts';
import {
  createIssue,
  editDraft,
  listIssues,
  listIssuesForRoundUp,
  listReportIds,
  readIssueSummary,
} from '../../../store/index.ts';
import type { Deps } from '../../deps.ts';
import { notFound, Refusal } from '../../errors.ts';
import { requireIssue } from '../../rendered.ts';
import { type QueryOf, readJson } from '../json.ts';
import { nextCursor } from '../pagination.ts';
import {
  changeSchema,
  type IssueContext,
  type issueListQuery,
  newIssueSchema,
  toIssueJson,
} from './issue.ts';

export async function createDraft(deps: Deps, c: Context): Promise<Response> {
  const { reports = [], audience, ...words } = await readJson(c, newIssueSchema);
  await requireReports(deps, reports);
  const id = crypto.randomUUID();
  const parts = audience === 'weekly' ? { partIds: await findIssuesOfWeek(deps) } : {};
  const draft = { id, reportIds: reports, ...parts, subject: null, preheader: null, ...readWords(words) };
  if (!(await createIssue(deps.db, draft, deps.now())))
    throw new Refusal(409, 'Another round-up of these issues was made just now.');
  return c.json({ id }, 201, locate(id));
}

export async function listPage(
  deps: Deps,
  c: Context<BlankEnv, '/', QueryOf<typeof issueListQuery>>,
): Promise<Response> {
  const { limit, before, discarded } = c.req.valid('query');
  const withDiscarded = discarded === 'true';
  const issues = await listIssues(deps.db, { limit, beforeNumber: before ?? null, withDiscarded });
  return c.json({
    issues: issues.map(toIssueJson),
    next: nextCursor(issues, limit, (issue) => issue.number),
  });
}

export async function showIssue(deps: Deps, c: IssueContext): Promise<Response> {
  const issue = await readIssueSummary(deps.db, c.req.param('id'));
  if (issue === null) throw notFound('issue');
  return c.json(toIssueJson(issue));
}

export async function changeDraft(deps: Deps, c: IssueContext): Promise<Response> {
  const { reports, ...words } = await readJson(c, changeSchema);
  const id = c.req.param('id');
  if (reports !== undefined) await requireReportsFor(deps, id, reports);
  const change = { ...(reports === undefined ? {} : { reportIds: reports }), ...readWords(words) };
  const isEdited = await editDraft(deps.db, id, change, deps.now());
  const issue = await requireIssue(deps, id);
  if (!isEdited) throw new Refusal(409, `Only a draft can be changed, and this issue is ${issue.state}.`);
  return c.json(toIssueJson(issue));
}

export async function copyIssue(deps: Deps, c: IssueContext): Promise<Response> {
  const { audience, reportIds, partIds, subject, preheader } = await requireIssue(deps, c.req.param('id'));
  const id = crypto.randomUUID();
  const parts = audience === 'weekly' ? { partIds } : {};
  if (!(await createIssue(deps.db, { id, reportIds, ...parts, subject, preheader }, deps.now())))
    throw new Refusal(409, 'An issue may be in one round-up only, and those of this round-up still are.');
  return c.json(toIssueJson(await requireIssue(deps, id)), 201, locate(id));
}

export const locate = (id: string) => ({ Location: `/api/issues/${id}` });

async function requireReportsFor(deps: Deps, id: string, reports: readonly string[]): Promise<void> {
  await requireReports(deps, reports);
  if ((await requireIssue(deps, id)).audience === 'weekly')
    throw new Refusal(422, 'A round-up is made of issues: it takes no reports.');
}

async function requireReports(deps: Deps, ids: readonly string[]): Promise<void> {
  const found = new Set(await listReportIds(deps.db, ids));
  const missing = ids.filter((id) => !found.has(id));
  if (missing.length > 0) throw new Refusal(422, `There is no report ${missing.join(', ')}.`, { missing });
}

async function findIssuesOfWeek(deps: Deps): Promise<readonly string[]> {
  const ids = await listIssuesForRoundUp(deps.db, lastSevenDays(deps.now()));
  if (ids.length === 0)
    throw new Refusal(
      422,
      'There is nothing to round up: no issue was approved in the last seven days, or each is in a round-up already. To make another one, cancel that round-up; if it was discarded, POST to its /reuse.',
    );
  return ids;
}

type Words = Pick<z.output<typeof changeSchema>, 'subject' | 'preheader'>;

/** The words that were given. A blank text counts as none. */
const readWords = ({ subject, preheader }: Words) => ({
  ...(subject === undefined ? {} : { subject: blankToNull(subject) }),
  ...(preheader === undefined ? {} : { preheader: blankToNull(preheader) }),
});

const blankToNull = (text: string | null): string | null => (text?.trim() === '' ? null : text);
