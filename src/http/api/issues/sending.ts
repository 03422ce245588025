// The sending of an issue: approving it, watching it, and stopping it.

import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as z from 'zod';
import { launch, resume } from '../../../deliver/index.ts';
import { log } from '../../../log.ts';
import { approveIssue, type Issue, type IssueState, moveIssue, scheduleIssue } from '../../../store/index.ts';
import type { Deps } from '../../deps.ts';
import { Refusal } from '../../errors.ts';
import { jsonAnswer, jsonBody, readJson } from '../../json.ts';
import { editorOnly, problems } from '../../openapi.ts';
import { approvedSchema, toApprovedJson } from './forecast.ts';
import { progressSchema, readProgress, STREAM_EVENTS, streamProgress } from './progress.ts';
import {
  ifMatchParameter,
  loadRendered,
  readIfMatch,
  requireIssue,
  requireMatch,
  requirePreflight,
  toEtag,
} from './view.ts';

const DAY_SECONDS = 24 * 3600;

const sendSchema = z
  .strictObject({
    at: z.iso
      .datetime({ offset: true })
      .optional()
      .describe('When to send; a time that has passed means now'),
    hold: z
      .number()
      .min(0)
      .max(DAY_SECONDS)
      .optional()
      .describe('Seconds to wait, in which cancelling undoes it all'),
  })
  .refine(({ at, hold }) => at === undefined || hold === undefined, 'Give either at or hold');

const ORDERS = { pause: 'Pause the sending', resume: 'Go on with a paused sending' } as const;

export function issueSending(deps: Deps): Hono {
  const api = new Hono()
    .post(
      '/:id/send',
      describeRoute({
        summary: 'Approve what was seen, and send it to everybody',
        description: 'Repeating it sends nothing twice: it answers with the same run.',
        security: editorOnly,
        parameters: [ifMatchParameter],
        requestBody: jsonBody(sendSchema, false),
        responses: {
          202: jsonAnswer('It is on its way, or will be at its time', approvedSchema),
          ...problems(400, 401, 404, 409, 412, 415, 422, 428),
        },
      }),
      async (c) => {
        const wanted = readIfMatch(c);
        const { at, hold } = await readJson(c, sendSchema);
        const now = deps.now();
        const holdUntil = hold ? now + Math.round(hold * 1000) : null;
        const schedule = {
          at: Math.max(now, at === undefined ? (holdUntil ?? now) : Date.parse(at)),
          holdUntil,
        };
        const id = c.req.param('id');
        await schedulePerHash(deps, id, wanted, schedule);
        const issue = await launchOrPlan(deps, id);
        c.header('ETag', toEtag(issue.sha256 ?? ''));
        return c.json(await toApprovedJson(deps, issue), 202);
      },
    )
    .post(
      '/:id/cancel',
      describeRoute({
        summary: 'Stop it for good; who has the mail already keeps it',
        security: editorOnly,
        responses: { 200: jsonAnswer('How far it came', progressSchema), ...problems(401, 404, 409) },
      }),
      async (c) => {
        const { id } = await requireIssue(deps, c.req.param('id'));
        // The Postmaster's tombstone comes first: a start that is under way finds it.
        const done = await deps.postmaster().cancel(id);
        if (!done.ok) throw new Refusal(409, 'It has been sent already.');
        await moveIssue(deps.db, id, 'cancelled', null, deps.now());
        return c.json(await readProgress(deps, id));
      },
    )
    .get(
      '/:id/progress',
      describeRoute({
        summary: 'How far the sending is',
        description: `As JSON, or with Accept: text/event-stream as ${STREAM_EVENTS} events, one a second.`,
        security: editorOnly,
        responses: {
          200: {
            description: 'The figures',
            content: {
              ...jsonAnswer('', progressSchema).content,
              'text/event-stream': { schema: { type: 'string' } },
            },
          },
          ...problems(401, 404),
        },
      }),
      async (c) => {
        const progress = await readProgress(deps, c.req.param('id'));
        c.header('Cache-Control', 'no-store');
        c.header('Vary', 'Accept');
        if (!(c.req.header('Accept') ?? '').includes('text/event-stream')) return c.json(progress);
        return streamProgress(c, deps, progress);
      },
    );

  for (const [order, summary] of Object.entries(ORDERS) as ['pause' | 'resume', string][]) {
    api.post(
      `/:id/${order}`,
      describeRoute({
        summary,
        security: editorOnly,
        responses: { 200: jsonAnswer('How far it is', progressSchema), ...problems(401, 404, 409) },
      }),
      async (c) => {
        const { id, state } = await requireIssue(deps, c.req.param('id') ?? '');
        const done = await (order === 'resume' ? resume(deps, id) : deps.postmaster().pause(id));
        if (!done.ok) throw refuseOrder(order, state, done.error);
        return c.json(await readProgress(deps, id));
      },
    );
  }
  return api;
}

/** Leaves the issue scheduled, or further on its way, if it is what `wanted` names; refuses otherwise. */
async function schedulePerHash(
  deps: Deps,
  id: string,
  wanted: readonly string[],
  schedule: { at: number; holdUntil: number | null },
): Promise<void> {
  // Another request may move the issue between reading and writing: then it is read again.
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    const issue = await requireIssue(deps, id);
    const bytes = await loadRendered(deps, issue);
    requireMatch(wanted, bytes);
    if (await advance(deps, issue, bytes, schedule)) return;
  }
  throw new Refusal(409, 'Others are changing this issue at this moment: try again.');
}

/** @returns false when the issue was moved by somebody else in between. */
async function advance(
  deps: Deps,
  issue: Issue,
  bytes: Awaited<ReturnType<typeof loadRendered>>,
  schedule: { at: number; holdUntil: number | null },
): Promise<boolean> {
  switch (issue.state) {
    case 'draft':
      requirePreflight(bytes);
      if (bytes.toFreeze === null) throw new Error(`draft ${issue.id} holds frozen bytes`);
      return approveIssue(deps.db, issue.id, issue.revision, bytes.toFreeze, schedule, deps.now());
    case 'approved':
      return scheduleIssue(deps.db, issue.id, bytes.sha256, schedule, deps.now());
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
 * Launches what is due, or has the Postmaster launch it at its time. Should that fail, the issue stays scheduled and
 * the first tick after its time launches it.
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

function refuseOrder(order: 'pause' | 'resume', state: IssueState, error: 'unknown' | 'ended'): Refusal {
  if (error === 'ended') return new Refusal(409, `The sending is over: this issue is ${state}.`);
  if (order === 'resume' && state === 'paused')
    return new Refusal(409, 'The Postmaster does not know this run, so it cannot go on.');
  if (state === 'scheduled') return new Refusal(409, 'It is not being sent yet. Cancel it to stop it.');
  return new Refusal(409, `It is not being sent: this issue is ${state}.`);
}
