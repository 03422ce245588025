// GET /api/outbox: what a local copy would have sent, for scripts that count mails.

import { type Context, Hono } from 'hono';
import type { BlankEnv } from 'hono/types';
import { describeRoute } from 'hono-openapi';
import * as z from 'zod';
import { countOutbox, listOutbox } from '../../store/index.ts';
import type { Deps } from '../deps.ts';
import { toTime } from '../timestamp.ts';
import { jsonAnswer, problems } from './describe.ts';
import { type QueryOf, readQuery } from './json.ts';
import { idSchema, limitSchema, nextCursor, timeSchema } from './pagination.ts';

const listSchema = z.object({
  count: z.int().describe('Number of mails in the outbox'),
  mails: z
    .array(
      z.object({ id: idSchema, to: z.string(), from: z.string(), subject: z.string(), storedAt: timeSchema }),
    )
    .describe('Newest first; /desk/outbox/:id shows a mail with its parts and headers'),
  next: idSchema.nullable().describe('`before` of the next page, or null on the last one'),
});

const listQuery = z.object({ limit: limitSchema, before: idSchema.optional() });

const description = describeRoute({
  summary: 'List the mails of the local outbox',
  responses: { 200: jsonAnswer('A page of the list', listSchema), ...problems(422) },
});

export const outboxApi = (deps: Deps): Hono =>
  new Hono().get('/', description, readQuery(listQuery), (c) => listMails(deps, c));

async function listMails(
  deps: Deps,
  c: Context<BlankEnv, '/', QueryOf<typeof listQuery>>,
): Promise<Response> {
  const { limit, before } = c.req.valid('query');
  const mails = await listOutbox(deps.db, { limit, beforeId: before ?? null });
  return c.json({
    count: await countOutbox(deps.db),
    mails: mails.map((mail) => ({ ...mail, storedAt: toTime(mail.storedAt) })),
    next: nextCursor(mails, limit, ({ id }) => id),
  });
}
