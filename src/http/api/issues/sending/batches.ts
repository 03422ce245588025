// Batches that may or may not have been sent: only an editor decides what to do about them.

import type { Context } from 'hono';
import type { BlankEnv } from 'hono/types';
import * as z from 'zod';
import type { DecideRefusal } from '../../../../deliver/index.ts';
import type { Deps } from '../../../deps.ts';
import { notFound, Refusal } from '../../../errors.ts';
import { requireIssue } from '../../../rendered.ts';
import { readJson } from '../../json.ts';
import type { IssueContext } from '../issue.ts';
import { readProgress } from './progress.ts';

const batchSchema = z.object({
  batch: z.int(),
  generation: z.int().describe('Named by a decision, so that it is refused if the batch has changed since'),
  size: z.int().describe('Number of recipients'),
  note: z.string().nullable().describe('The result of the last attempt'),
});

export const undecidedSchema = z.object({ batches: z.array(batchSchema) });

export const decisionSchema = z.strictObject({
  action: z
    .enum(['resend', 'close'])
    .describe(
      '`resend` sends the batch again: recipients who have the mail get it twice. `close` does not: recipients who do not have it never get it',
    ),
  generation: z.int(),
});

export async function listUndecided(deps: Deps, c: IssueContext): Promise<Response> {
  const { id } = await requireIssue(deps, c.req.param('id'));
  return c.json({ batches: await deps.postmaster().undecided(id) });
}

export async function decide(
  deps: Deps,
  c: Context<BlankEnv, '/:id/batches/:batch/decide'>,
): Promise<Response> {
  const decision = await readJson(c, decisionSchema);
  const { id } = await requireIssue(deps, c.req.param('id'));
  const batch = Number(c.req.param('batch'));
  if (!Number.isSafeInteger(batch)) throw notFound('batch');
  const decided = await deps.postmaster().decide(id, { batch, ...decision });
  if (!decided.ok) throw refuseDecision(decided.error);
  return c.json(await readProgress(deps, id));
}

function refuseDecision(error: DecideRefusal): Refusal {
  switch (error) {
    case 'unknown':
      return notFound('batch');
    case 'stale':
      return new Refusal(409, 'The batch has changed since, or was decided: look at the list again.');
    case 'cancelled':
      return new Refusal(
        409,
        'The sending was cancelled, so nothing is sent again. The batch can be closed.',
      );
  }
}
