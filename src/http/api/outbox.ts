// GET /api/outbox: what a local copy would have sent, for scripts that count.

import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as z from 'zod';
import { countOutbox, listOutbox } from '../../store/index.ts';
import type { Deps } from '../deps.ts';
import { jsonAnswer, readQuery } from '../json.ts';
import { editorOnly, problems } from '../openapi.ts';
import { idSchema, limitSchema, timeSchema, toTime } from '../pagination.ts';

const listSchema = z.object({
  count: z.int().describe('All mails in the outbox'),
  mails: z
    .array(
      z.object({ id: idSchema, to: z.string(), from: z.string(), subject: z.string(), storedAt: timeSchema }),
    )
    .describe('The newest first; each stands at /desk/outbox/:id with its parts and headers'),
  next: idSchema.nullable().describe('`before` of the next page, or null on the last one'),
});

const listQuery = z.object({ limit: limitSchema, before: idSchema.optional() });

export function outboxApi(deps: Deps): Hono {
  return new Hono().get(
    '/',
    describeRoute({
      summary: 'List the mails of the local outbox',
      security: editorOnly,
      responses: { 200: jsonAnswer('A page of the list', listSchema), ...problems(401, 422) },
    }),
    readQuery(listQuery),
    async (c) => {
      const { limit, before } = c.req.valid('query');
      const mails = await listOutbox(deps.db, { limit, beforeId: before ?? null });
      return c.json({
        count: await countOutbox(deps.db),
        mails: mails.map((mail) => ({ ...mail, storedAt: toTime(mail.storedAt) })),
        next: mails.length === limit ? (mails.at(-1)?.id ?? null) : null,
      });
    },
  );
}
