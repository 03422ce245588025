// The recipients of an issue whose mail the provider refused individually, with the reason.

import type { Context } from 'hono';
import type { BlankEnv } from 'hono/types';
import * as z from 'zod';
import type { RefusedRecipient } from '../../../../deliver/index.ts';
import { readSubscribers, SUBSCRIBER_STATES } from '../../../../store/index.ts';
import type { Deps } from '../../../deps.ts';
import { requireIssue } from '../../../rendered.ts';
import type { QueryOf } from '../../json.ts';
import { idSchema, limitSchema, nextCursor } from '../../pagination.ts';

const refusedSchema = z.object({
  subscriber: idSchema,
  email: z.string().nullable().describe('The current address. Null: the reader was erased'),
  name: z.string().nullable(),
  state: z.enum(SUBSCRIBER_STATES).describe('The current state: a refusal does not change it'),
  reason: z.string().describe('The message of the provider'),
});

export const refusedListSchema = z.object({
  refused: z.array(refusedSchema).describe('In the order of sending'),
  next: idSchema.nullable().describe('`after` of the next page, or null on the last one'),
});

export const refusedQuery = z.object({ limit: limitSchema, after: idSchema.optional() });

export async function listRefused(
  deps: Deps,
  c: Context<BlankEnv, '/:id', QueryOf<typeof refusedQuery>>,
): Promise<Response> {
  const { limit, after } = c.req.valid('query');
  const { id } = await requireIssue(deps, c.req.param('id'));
  const found = await deps.postmaster().refused(id, { afterBatch: Number(after ?? 0), limit });
  const next = nextCursor(found, limit, ({ batch }) => String(batch));
  return c.json({ refused: await describeRecipients(deps, found), next });
}

async function describeRecipients(
  deps: Deps,
  found: readonly RefusedRecipient[],
): Promise<z.infer<typeof refusedSchema>[]> {
  const ids = found.map(({ subscriber }) => subscriber);
  const byId = new Map((await readSubscribers(deps.db, ids)).map((reader) => [reader.id, reader]));
  return found.map(({ subscriber, reason }) => {
    const { email = null, name = null, state = 'erased' } = byId.get(subscriber) ?? {};
    return { subscriber, email, name, state, reason };
  });
}
