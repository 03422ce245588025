// /api/issues: an edition is made of reports, looked at, approved by the hash of what was seen, and sent.

import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as z from 'zod';
import { lastSevenDays } from '../../../issue/week.ts';
import {
  approveIssue,
  CADENCES,
  createIssue,
  editDraft,
  listIssues,
  listIssuesForRoundUp,
  readIssueSummary,
  readReports,
} from '../../../store/index.ts';
import type { Deps } from '../../deps.ts';
import { Refusal } from '../../errors.ts';
import { KB, limitBody } from '../../guards.ts';
import { jsonAnswer, jsonBody, readJson, readQuery } from '../../json.ts';
import { editorOnly, problems } from '../../openapi.ts';
import { idSchema, limitSchema, notFound } from '../../pagination.ts';
import { answerPreview } from '../../preview.ts';
import { previewSchema } from '../preview.ts';
import { issueBatches } from './batches.ts';
import { approvedSchema, toApprovedJson } from './forecast.ts';
import { issueLives } from './lives.ts';
import { issueRefused } from './refused.ts';
import { issueSending } from './sending.ts';
import { issueTests } from './tests.ts';
import {
  ifMatchParameter,
  issueSchema,
  loadRendered,
  readIfMatch,
  requireIssue,
  requireMatch,
  requirePreflight,
  toEtag,
  toIssueJson,
} from './view.ts';

const reportsSchema = z
  .array(idSchema)
  .min(1)
  .max(50)
  .refine((ids) => new Set(ids).size === ids.length, 'A report may stand in an issue once')
  .describe('In the order in which they are printed');
const subjectSchema = z.string().max(300).nullable().describe('Null: as the reports say');
const preheaderSchema = z.string().max(500).nullable().describe('Null: as the reports say');

const changeSchema = z.strictObject({
  reports: reportsSchema.optional(),
  subject: subjectSchema.optional(),
  preheader: preheaderSchema.optional(),
});

const newIssueSchema = changeSchema
  .extend({
    audience: z
      .enum(CADENCES)
      .default('every')
      .describe('`weekly`: a round-up of the issues of the last seven days, for those who chose it'),
  })
  .refine(
    ({ audience, reports }) => (audience === 'weekly') === (reports === undefined),
    'An issue for `every` needs reports; one for `weekly` is made of issues and takes none',
  );

const createdSchema = z.object({ id: z.uuid() });

const listSchema = z.object({
  issues: z.array(issueSchema).describe('The newest first'),
  next: z.int().nullable().describe('`before` of the next page, or null on the last one'),
});

const listQuery = z.object({
  limit: limitSchema,
  before: z.coerce.number().int().optional().describe('A number of an issue'),
  discarded: z.enum(['true', 'false']).default('false').describe('`true`: those that were discarded, too'),
});

export function issuesApi(deps: Deps): Hono {
  const api = new Hono()
    .use(limitBody(64 * KB))
    .post(
      '/',
      describeRoute({
        summary: 'Make a draft of one or more reports, or of the issues of the week',
        security: editorOnly,
        requestBody: jsonBody(newIssueSchema),
        responses: { 201: jsonAnswer('The draft', createdSchema), ...problems(400, 401, 413, 415, 422) },
      }),
      async (c) => {
        const { reports = [], subject, preheader, audience } = await readJson(c, newIssueSchema);
        await requireReports(deps, reports);
        const id = crypto.randomUUID();
        const words = { subject: toWords(subject) ?? null, preheader: toWords(preheader) ?? null };
        const parts = audience === 'weekly' ? { partIds: await findIssuesOfWeek(deps) } : {};
        if (!(await createIssue(deps.db, { id, reportIds: reports, ...parts, ...words }, deps.now())))
          throw new Refusal(409, 'Another round-up of these issues was made at this moment.');
        return c.json({ id }, 201, { Location: `/api/issues/${id}` });
      },
    )
    .get(
      '/',
      describeRoute({
        summary: 'List the issues',
        security: editorOnly,
        responses: { 200: jsonAnswer('A page of the list', listSchema), ...problems(401, 422) },
      }),
      readQuery(listQuery),
      async (c) => {
        const { limit, before, discarded } = c.req.valid('query');
        const withDiscarded = discarded === 'true';
        const issues = await listIssues(deps.db, { limit, beforeNumber: before ?? null, withDiscarded });
        const next = issues.length === limit ? (issues.at(-1)?.number ?? null) : null;
        return c.json({ issues: issues.map(toIssueJson), next });
      },
    )
    .get(
      '/:id',
      describeRoute({
        summary: 'Show an issue',
        security: editorOnly,
        responses: { 200: jsonAnswer('The issue', issueSchema), ...problems(401, 404) },
      }),
      async (c) => {
        const issue = await readIssueSummary(deps.db, c.req.param('id'));
        if (issue === null) throw notFound('issue');
        return c.json(toIssueJson(issue));
      },
    )
    .patch(
      '/:id',
      describeRoute({
        summary: 'Change a draft',
        description: 'What is left out stays. Every change that shows in the mail changes its ETag.',
        security: editorOnly,
        requestBody: jsonBody(changeSchema),
        responses: {
          200: jsonAnswer('The draft', issueSchema),
          ...problems(400, 401, 404, 409, 413, 415, 422),
        },
      }),
      async (c) => {
        const { reports, subject, preheader } = await readJson(c, changeSchema);
        if (reports !== undefined) {
          await requireReports(deps, reports);
          if ((await requireIssue(deps, c.req.param('id'))).audience === 'weekly')
            throw new Refusal(422, 'A round-up is made of issues: it takes no reports.');
        }
        const isEdited = await editDraft(
          deps.db,
          c.req.param('id'),
          {
            ...(reports === undefined ? {} : { reportIds: reports }),
            ...(subject === undefined ? {} : { subject: toWords(subject) ?? null }),
            ...(preheader === undefined ? {} : { preheader: toWords(preheader) ?? null }),
          },
          deps.now(),
        );
        const issue = await requireIssue(deps, c.req.param('id'));
        if (!isEdited)
          throw new Refusal(409, `Only a draft can be changed, and this issue is ${issue.state}.`);
        return c.json(toIssueJson(issue));
      },
    )
    .get(
      '/:id/preview',
      describeRoute({
        summary: 'Preview the very bytes of an issue',
        description:
          'Answers by Accept. The ETag is the SHA-256 of what is frozen at approval, or would be: the same for all types.',
        security: editorOnly,
        responses: {
          200: {
            description: 'The mail, with the links of an example reader',
            content: {
              ...jsonAnswer('', previewSchema).content,
              'text/html': { schema: { type: 'string' } },
              'text/plain': { schema: { type: 'string' } },
            },
            headers: { ETag: { schema: { type: 'string' } } },
          },
          ...problems(401, 404, 422),
        },
      }),
      async (c) => {
        const bytes = await loadRendered(deps, await requireIssue(deps, c.req.param('id')));
        c.header('ETag', toEtag(bytes.sha256));
        return answerPreview(c, deps, bytes);
      },
    )
    .post(
      '/:id/approve',
      describeRoute({
        summary: 'Approve what was seen: from here on its bytes are frozen',
        security: editorOnly,
        parameters: [ifMatchParameter],
        responses: {
          200: jsonAnswer('The approved issue', approvedSchema),
          ...problems(401, 404, 409, 412, 422, 428),
        },
      }),
      async (c) => {
        const wanted = readIfMatch(c);
        const issue = await requireIssue(deps, c.req.param('id'));
        const bytes = await loadRendered(deps, issue);
        requireMatch(wanted, bytes);
        if (bytes.toFreeze !== null) {
          if (issue.state !== 'draft') throw new Refusal(409, `This issue is ${issue.state}.`);
          requirePreflight(bytes);
          await approveIssue(deps.db, issue.id, issue.revision, bytes.toFreeze, null, deps.now());
        }
        const approved = await requireIssue(deps, issue.id);
        if (approved.sha256 !== bytes.sha256)
          throw new Refusal(409, 'Somebody changed the issue at this moment: look at its preview again.');
        c.header('ETag', toEtag(bytes.sha256));
        return c.json(await toApprovedJson(deps, approved));
      },
    );
  return api
    .route('/', issueTests(deps))
    .route('/', issueSending(deps))
    .route('/', issueBatches(deps))
    .route('/', issueRefused(deps))
    .route('/', issueLives(deps));
}

async function requireReports(deps: Deps, ids: readonly string[]): Promise<void> {
  const found = new Set((await readReports(deps.db, ids)).map((report) => report.id));
  const missing = ids.filter((id) => !found.has(id));
  if (missing.length > 0) throw new Refusal(422, `There is no report ${missing.join(', ')}.`, { missing });
}

/** As the clock would take them, had it not decided the week yet. */
async function findIssuesOfWeek(deps: Deps): Promise<readonly string[]> {
  const ids = await listIssuesForRoundUp(deps.db, lastSevenDays(deps.now()));
  if (ids.length === 0)
    throw new Refusal(
      422,
      'There is nothing to round up: no issue was approved in the last seven days, or each stands in a round-up already. Cancel that one to make another; where it was discarded, POST its /reuse.',
    );
  return ids;
}

/** Blank is no wording. */
const toWords = (text: string | null | undefined): string | null | undefined =>
  typeof text === 'string' && text.trim() === '' ? null : text;
