// What an editor changes their mind about before any mail left: back to draft, another time, discarded, its reports
// used again, copied. A frozen issue is never thawed: another one stands in its place.

import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as z from 'zod';
import type { RequestTemplate } from '../../../render/template.ts';
import { hashTemplate, renameTemplate } from '../../../render/template.ts';
import {
  createIssue,
  discardIssue,
  freeReports,
  type Issue,
  type Moved,
  replaceScheduled,
  returnToDraft,
} from '../../../store/index.ts';
import type { Deps } from '../../deps.ts';
import { Refusal } from '../../errors.ts';
import { jsonAnswer, jsonBody, readJson } from '../../json.ts';
import { editorOnly, problems } from '../../openapi.ts';
import { launchOrPlan } from './sending.ts';
import { issueSchema, requireIssue, toEtag, toIssueJson } from './view.ts';

const moveSchema = z.strictObject({
  at: z.iso.datetime({ offset: true }).describe('When to send; a time that has passed means now'),
});

export function issueLives(deps: Deps): Hono {
  return new Hono()
    .post(
      '/:id/draft',
      describeRoute({
        summary: 'Take an issue back to draft',
        description:
          'Cancels what is approved or scheduled, or was cancelled before any mail left, and makes a draft of the same ' +
          'reports, subject and preheader, with an id of its own. Repeating it answers with the same draft.',
        security: editorOnly,
        responses: {
          200: jsonAnswer('The draft, which was there already', issueSchema),
          201: jsonAnswer('The draft', issueSchema),
          ...problems(401, 404, 409),
        },
      }),
      async (c) => {
        const issue = await requireIssue(deps, c.req.param('id'));
        if (issue.state === 'draft') return c.json(toIssueJson(issue));
        if (issue.replacedBy === null) {
          await withdraw(deps, issue);
          const draftId = crypto.randomUUID();
          if (await returnToDraft(deps.db, issue.id, draftId, deps.now()))
            return c.json(toIssueJson(await requireIssue(deps, draftId)), 201, locate(draftId));
        }
        const draft = await requireSuccessor(deps, issue.id);
        if (draft.state !== 'draft')
          throw replaced(draft, `Issue ${draft.number} stands in its place, and is ${draft.state}.`);
        return c.json(toIssueJson(draft), 200, locate(draft.id));
      },
    )
    .post(
      '/:id/move',
      describeRoute({
        summary: 'Move a scheduled issue to another time',
        description:
          'Cancels it and schedules an issue of the same content, to the letter, in its place. That has an id of its ' +
          'own, and so an ETag of its own, which the answer names: nothing differs but the tag and the address on the ' +
          'web, so it needs no approval. Repeating it with the same time answers with the same issue.',
        security: editorOnly,
        requestBody: jsonBody(moveSchema),
        responses: {
          202: {
            ...jsonAnswer('The issue that stands in its place', issueSchema),
            headers: { ETag: { schema: { type: 'string' } } },
          },
          ...problems(400, 401, 404, 409, 413, 415, 422),
        },
      }),
      async (c) => {
        const wanted = Date.parse((await readJson(c, moveSchema)).at);
        const issue = await requireIssue(deps, c.req.param('id'));
        if (issue.replacedBy === null) {
          const rename = await readScheduled(issue);
          await withdraw(deps, issue);
          const now = deps.now();
          await replaceScheduled(
            deps.db,
            issue.id,
            await rename(crypto.randomUUID()),
            Math.max(now, wanted),
            now,
          );
        }
        const { id, number, state, createdAt, scheduledAt } = await requireSuccessor(deps, issue.id);
        if (state === 'cancelled' || scheduledAt !== Math.max(createdAt, wanted))
          throw replaced({ id }, `Issue ${number} stands in its place, and is ${state}: move that one.`);
        const moved = await launchOrPlan(deps, id);
        c.header('ETag', toEtag(moved.sha256 ?? ''));
        return c.json(toIssueJson(moved), 202, locate(id));
      },
    )
    .post(
      '/:id/discard',
      describeRoute({
        summary: 'Discard a draft',
        description:
          'It is cancelled and leaves the lists. It keeps its slot and its reports, so the clock does not make it again.',
        security: editorOnly,
        responses: { 200: jsonAnswer('The discarded issue', issueSchema), ...problems(401, 404, 409) },
      }),
      async (c) => {
        const { id } = await requireIssue(deps, c.req.param('id'));
        await discardIssue(deps.db, id, deps.now());
        const issue = await requireIssue(deps, id);
        if (issue.discardedAt !== null) return c.json(toIssueJson(issue));
        if (issue.state === 'approved' || issue.state === 'scheduled')
          throw new Refusal(
            409,
            `Only a draft can be discarded, and this issue is ${issue.state}: cancel it first.`,
          );
        throw new Refusal(
          409,
          `It cannot be discarded: this issue is ${issue.state}, and its mail may be out.`,
        );
      },
    )
    .post(
      '/:id/reuse',
      describeRoute({
        summary: 'Use the reports of a cancelled issue again',
        description:
          'From then on the clock may take them into its next issue; of a round-up, its issues. Only for an issue of ' +
          'which no mail ever left.',
        security: editorOnly,
        responses: {
          200: jsonAnswer('The issue, whose reports are free', issueSchema),
          ...problems(401, 404, 409),
        },
      }),
      async (c) => {
        const { id } = await requireIssue(deps, c.req.param('id'));
        await freeReports(deps.db, id, deps.now());
        const issue = await requireIssue(deps, id);
        if (issue.reportsFreedAt !== null) return c.json(toIssueJson(issue));
        if (issue.replacedBy !== null)
          throw replaced({ id: issue.replacedBy }, `Its reports stand in the issue ${issue.replacedBy}.`);
        if (issue.runId !== null)
          throw new Refusal(409, 'Its mail has begun to leave, so its reports are used up.');
        throw new Refusal(409, `This issue is ${issue.state}: discard or cancel it first.`);
      },
    )
    .post(
      '/:id/copy',
      describeRoute({
        summary: 'Make a draft of the same reports and words',
        description: 'Whatever became of the issue. Each call makes another one.',
        security: editorOnly,
        responses: { 201: jsonAnswer('The draft', issueSchema), ...problems(401, 404, 409) },
      }),
      async (c) => {
        const { audience, reportIds, partIds, subject, preheader } = await requireIssue(
          deps,
          c.req.param('id'),
        );
        const id = crypto.randomUUID();
        const parts = audience === 'weekly' ? { partIds } : {};
        if (!(await createIssue(deps.db, { id, reportIds, ...parts, subject, preheader }, deps.now())))
          throw new Refusal(
            409,
            'An issue is told of in one round-up only, and those of this one stand in one.',
          );
        return c.json(toIssueJson(await requireIssue(deps, id)), 201, locate(id));
      },
    );
}

const locate = (id: string) => ({ Location: `/api/issues/${id}` });

const replaced = ({ id }: { readonly id: string }, detail: string): Refusal =>
  new Refusal(409, detail, { replacedBy: id });

/** In the Postmaster first: a start that is under way finds the tombstone, and one that came before it is found. */
async function withdraw(deps: Deps, issue: Issue): Promise<void> {
  if (issue.state === 'failed' || issue.state === 'sent')
    throw new Refusal(409, `This issue is ${issue.state}: make a copy of it instead.`);
  if (issue.reportsFreedAt !== null)
    throw new Refusal(
      409,
      'Its reports were given free, and may stand elsewhere: make a copy of it instead.',
    );
  if (issue.runId === null && (await deps.postmaster().withdraw(issue.id)).ok) return;
  throw new Refusal(
    409,
    'Its sending has begun, so it stays what it is: pause or cancel it, or make a copy of it.',
  );
}

async function requireSuccessor(deps: Deps, id: string): Promise<Issue> {
  const { replacedBy, state } = await requireIssue(deps, id);
  if (replacedBy !== null) return requireIssue(deps, replacedBy);
  throw new Refusal(409, `It stays ${state}: what it is made of stands in another round-up by now.`);
}

/** @returns what makes another issue of the bytes that were approved; refuses an issue that has no time. */
async function readScheduled(issue: Issue): Promise<(id: string) => Promise<Moved>> {
  const { state, scheduledAt, templateJson, sha256, slug } = issue;
  if (state === 'draft' || state === 'approved')
    throw new Refusal(409, `This issue is ${state}, so it has no time yet: send it with {"at": …}.`);
  if (scheduledAt === null || templateJson === null)
    throw new Refusal(409, `This issue is ${state} and was never scheduled: take it back to draft.`);
  if (state === 'paused' && issue.runId === null)
    throw new Refusal(409, `This issue is paused (${issue.reason}): take it back to draft.`);
  const template = JSON.parse(templateJson) as RequestTemplate;
  if ((await hashTemplate(template)) !== sha256)
    throw new Refusal(409, 'What is stored of this issue is not what was approved: take it back to draft.');
  return async (id) => {
    const to = slug === null ? null : renameSlug(slug, issue.id, id);
    const renamed = renameTemplate(template, id, slug === null || to === null ? null : { from: slug, to });
    return { id, slug: to, templateJson: JSON.stringify(renamed), sha256: await hashTemplate(renamed) };
  };
}

/** It ends with the beginning of the issue's id. The new one is as long, so no line of the mail changes its length. */
const renameSlug = (slug: string, from: string, to: string): string =>
  slug.endsWith(from.slice(0, 8)) ? `${slug.slice(0, -8)}${to.slice(0, 8)}` : `${slug}-${to.slice(0, 8)}`;
