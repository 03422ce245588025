// Test sends: an issue to one address, and their outcomes.

import * as z from 'zod';
import { signToken } from '../../../../crypto/tokens.ts';
import type { TestSend } from '../../../../deliver/index.ts';
import { normaliseAddress } from '../../../../store/index.ts';
import type { Deps } from '../../../deps.ts';
import { Refusal } from '../../../errors.ts';
import { EXAMPLE_READER } from '../../../preview.ts';
import { loadRendered, type Rendered, requireIssue, requirePreflight } from '../../../rendered.ts';
import { toTime, toTimeOrNull } from '../../../timestamp.ts';
import { maskAddress } from '../../../views/words.ts';
import { readJson } from '../../json.ts';
import { timeSchema } from '../../pagination.ts';
import type { IssueContext } from '../issue.ts';

export const newTestSchema = z.strictObject({ to: z.string().describe('An address') });

export const queuedTestSchema = z.object({
  id: z.uuid().describe('Identifies it in the list of test sends'),
  to: z.string(),
  sha256: z.string(),
});

const testSchema = z.object({
  id: z.uuid(),
  to: z.string().describe('Masked, such as `a…@example.com`: the address itself is not kept'),
  sha256: z.string().describe('Of the bytes that were sent, as in the ETag of the preview'),
  state: z
    .enum(['waiting', 'sent', 'refused', 'unknown'])
    .describe('`unknown`: may have been sent, and is not sent again'),
  reason: z.string().nullable().describe('Why the provider refused it last, also while it is being retried'),
  queuedAt: timeSchema,
  settledAt: timeSchema.nullable(),
});

export const testListSchema = z.object({ tests: z.array(testSchema) });

export async function sendTest(deps: Deps, c: IssueContext): Promise<Response> {
  const to = normaliseAddress((await readJson(c, newTestSchema)).to);
  if (!to.ok) throw new Refusal(422, `This address cannot be used: ${to.error}.`);
  const issue = await requireIssue(deps, c.req.param('id'));
  const rendered = await loadRendered(deps, issue);
  requirePreflight(rendered);
  const id = await queueTest(deps, issue.id, to.value, rendered);
  return c.json({ id, to: to.value, sha256: rendered.sha256 }, 202);
}

async function queueTest(
  deps: Deps,
  issueId: string,
  to: string,
  { template, sha256 }: Rendered,
): Promise<string> {
  const id = crypto.randomUUID();
  const token = await signToken(deps.signingKey, 'unsubscribe', EXAMPLE_READER);
  const test = { issueId, shown: maskAddress(to), sha256 };
  await deps.postmaster().sendOne({ id, purpose: 'test', to, template, token, test });
  return id;
}

export async function listTests(deps: Deps, c: IssueContext): Promise<Response> {
  const { id } = await requireIssue(deps, c.req.param('id'));
  const tests = await deps.postmaster().tests(id);
  return c.json({ tests: tests.map(toJson) });
}

const toJson = ({ queuedAt, settledAt, ...test }: TestSend): z.infer<typeof testSchema> => ({
  ...test,
  queuedAt: toTime(queuedAt),
  settledAt: toTimeOrNull(settledAt),
});
