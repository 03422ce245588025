// The recipients of an issue whom the provider refused one by one, with the reason.

import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as z from 'zod';
import { readSubscribers, SUBSCRIBER_STATES } from '../../../store/index.ts';
import type { Deps } from '../../deps.ts';
import { jsonAnswer, readQuery } from '../../json.ts';
import { editorOnly, problems } from '../../openapi.ts';
import { idSchema, limitSchema } from '../../pagination.ts';
import { requireIssue } from './view.ts';

const refusedSchema = z.object({
  subscriber: idSchema,
  email: z.string().nullable().describe('As it is now. Null: they were erased'),
  name: z.string().nullable(),
  state: z.enum(SUBSCRIBER_STATES).describe('As it is now: a refusal changes nothing by itself'),
  reason: z.string().describe('What the provider said'),
});

const listSchema = z.object({
  refused: z.array(refusedSchema).describe('In the order in which they were tried'),
  next: idSchema.nullable().describe('`after` of the next page, or null on the last one'),
});

const listQuery = z.object({ limit: limitSchema, after: idSchema.optional() });

export function issueRefused(deps: Deps): Hono {
  return new Hono().get(
    '/:id/refused',
    describeRoute({
      summary: 'List the recipients of an issue whom the provider refused',
      description: 'They are the `failed` of its progress. Kept for 90 days after the sending has ended.',
      security: editorOnly,
      responses: { 200: jsonAnswer('A page of the list', listSchema), ...problems(401, 404, 422) },
    }),
    readQuery(listQuery),
    async (c) => {
      const { limit, after } = c.req.valid('query');
      const { id } = await requireIssue(deps, c.req.param('id'));
      const found = await deps.postmaster().refused(id, { afterBatch: Number(after ?? 0), limit });
      const readers = await readSubscribers(
        deps.db,
        found.map(({ subscriber }) => subscriber),
      );
      const byId = new Map(readers.map((reader) => [reader.id, reader]));
      const refused = found.map(({ subscriber, reason }): z.infer<typeof refusedSchema> => {
        const reader = byId.get(subscriber);
        return {
          subscriber,
          email: reader?.email ?? null,
          name: reader?.name ?? null,
          state: reader?.state ?? 'erased',
          reason,
        };
      });
      const next = found.length === limit ? String(found.at(-1)?.batch) : null;
      return c.json({ refused, next });
    },
  );
}
