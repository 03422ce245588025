// Batches of which nobody knows whether they were sent: an editor decides, and nobody else.

import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as z from 'zod';
import type { DecideRefusal } from '../../../deliver/index.ts';
import type { Deps } from '../../deps.ts';
import { Refusal } from '../../errors.ts';
import { jsonAnswer, jsonBody, readJson } from '../../json.ts';
import { editorOnly, problems } from '../../openapi.ts';
import { notFound } from '../../pagination.ts';
import { progressSchema, readProgress } from './progress.ts';
import { requireIssue } from './view.ts';

const batchSchema = z.object({
  batch: z.int(),
  generation: z.int().describe('A decision names it, so that nobody decides about what has changed since'),
  size: z.int().describe('Recipients'),
  note: z.string().nullable().describe('What the last attempt told'),
});

const listSchema = z.object({ batches: z.array(batchSchema) });

const decisionSchema = z.strictObject({
  action: z
    .enum(['resend', 'close'])
    .describe(
      '`resend` sends the batch anew: who had the mail gets it twice. `close` leaves it: who had it not, never gets it',
    ),
  generation: z.int(),
});

export function issueBatches(deps: Deps): Hono {
  return new Hono()
    .get(
      '/:id/batches',
      describeRoute({
        summary: 'List the batches that wait for a decision',
        security: editorOnly,
        responses: { 200: jsonAnswer('Those batches, often none', listSchema), ...problems(401, 404) },
      }),
      async (c) => {
        const { id } = await requireIssue(deps, c.req.param('id'));
        return c.json({ batches: await deps.postmaster().undecided(id) });
      },
    )
    .post(
      '/:id/batches/:batch/decide',
      describeRoute({
        summary: 'Decide about a batch that was perhaps sent',
        security: editorOnly,
        requestBody: jsonBody(decisionSchema),
        responses: {
          200: jsonAnswer('How far the issue is now', progressSchema),
          ...problems(400, 401, 404, 409, 415, 422),
        },
      }),
      async (c) => {
        const decision = await readJson(c, decisionSchema);
        const { id } = await requireIssue(deps, c.req.param('id'));
        const batch = Number(c.req.param('batch'));
        if (!Number.isSafeInteger(batch)) throw notFound('batch');
        const decided = await deps.postmaster().decide(id, { batch, ...decision });
        if (!decided.ok) throw refuseDecision(decided.error);
        return c.json(await readProgress(deps, id));
      },
    );
}

function refuseDecision(error: DecideRefusal): Refusal {
  switch (error) {
    case 'unknown':
      return notFound('batch');
    case 'stale':
      return new Refusal(409, 'The batch has changed since, or was decided: look at the list again.');
    case 'cancelled':
      return new Refusal(409, 'The sending was cancelled, so nothing is sent again. It can be closed.');
  }
}
