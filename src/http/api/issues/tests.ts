// Test sends: an issue to one address, and what became of each.

import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as z from 'zod';
import { signToken } from '../../../crypto/tokens.ts';
import type { TestSend } from '../../../deliver/index.ts';
import { normaliseAddress } from '../../../store/index.ts';
import type { Deps } from '../../deps.ts';
import { Refusal } from '../../errors.ts';
import { jsonAnswer, jsonBody, readJson } from '../../json.ts';
import { editorOnly, problems } from '../../openapi.ts';
import { timeSchema, toTime, toTimeOrNull } from '../../pagination.ts';
import { EXAMPLE_READER } from '../../preview.ts';
import { maskAddress } from '../../views/words.ts';
import { loadRendered, requireIssue, requirePreflight } from './view.ts';

const newTestSchema = z.strictObject({ to: z.string().describe('An address') });

const queuedSchema = z.object({
  id: z.uuid().describe('Names it in the list of test sends'),
  to: z.string(),
  sha256: z.string(),
});

const testSchema = z.object({
  id: z.uuid(),
  to: z.string().describe('Masked, such as `a…@example.com`: the address itself is not kept'),
  sha256: z.string().describe('Of the bytes that were sent, as the ETag of the preview names them'),
  state: z
    .enum(['waiting', 'sent', 'refused', 'unknown'])
    .describe('`unknown`: perhaps sent; it is not sent again'),
  reason: z
    .string()
    .nullable()
    .describe('What the provider said when it refused it last, also while it is tried again'),
  queuedAt: timeSchema,
  settledAt: timeSchema.nullable(),
});

const listSchema = z.object({ tests: z.array(testSchema) });

export function issueTests(deps: Deps): Hono {
  return new Hono()
    .post(
      '/:id/test',
      describeRoute({
        summary: 'Send the issue to one address, with the links of an example reader',
        description: 'What became of it: `GET /api/issues/{id}/tests`.',
        security: editorOnly,
        requestBody: jsonBody(newTestSchema),
        responses: {
          202: jsonAnswer('It is on its way', queuedSchema),
          ...problems(400, 401, 404, 415, 422),
        },
      }),
      async (c) => {
        const to = normaliseAddress((await readJson(c, newTestSchema)).to);
        if (!to.ok) throw new Refusal(422, `This is no address to send to: ${to.error}.`);
        const issue = await requireIssue(deps, c.req.param('id'));
        const bytes = await loadRendered(deps, issue);
        requirePreflight(bytes);
        const { template, sha256 } = bytes;
        const id = crypto.randomUUID();
        const token = await signToken(deps.signingKey, 'unsubscribe', EXAMPLE_READER);
        const test = { issueId: issue.id, shown: maskAddress(to.value), sha256 };
        await deps.postmaster().sendOne({ id, purpose: 'test', to: to.value, template, token, test });
        return c.json({ id, to: to.value, sha256 }, 202);
      },
    )
    .get(
      '/:id/tests',
      describeRoute({
        summary: 'List the test sends of an issue in the last week, the newest first',
        security: editorOnly,
        responses: { 200: jsonAnswer('What became of each', listSchema), ...problems(401, 404) },
      }),
      async (c) => {
        const { id } = await requireIssue(deps, c.req.param('id'));
        const tests = await deps.postmaster().tests(id);
        return c.json({ tests: tests.map(toJson) });
      },
    );
}

const toJson = ({ queuedAt, settledAt, ...test }: TestSend): z.infer<typeof testSchema> => ({
  ...test,
  queuedAt: toTime(queuedAt),
  settledAt: toTimeOrNull(settledAt),
});
