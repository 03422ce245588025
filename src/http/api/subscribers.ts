// /api/subscribers: the audience, one by one. In and out as CSV: subscribers-csv.ts.

import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as z from 'zod';
import {
  eraseSubscriber,
  FREQUENCIES,
  findByAddress,
  findSubscriber,
  liftSuppression,
  listConsents,
  listSubscribers,
  normaliseAddress,
  SUBSCRIBER_STATES,
  type Subscriber,
  suppressSubscriber,
} from '../../store/index.ts';
import type { Deps } from '../app.ts';
import { Refusal } from '../errors.ts';
import { refuse } from './import.ts';
import { jsonAnswer, readQuery } from './json.ts';
import { editorOnly, problems } from './openapi.ts';
import { idSchema, limitSchema, notFound, readId, timeSchema, toTime, toTimeOrNull } from './page.ts';
import { subscribersCsv } from './subscribers-csv.ts';

const subscriberSchema = z.object({
  id: idSchema,
  email: z.string().nullable().describe('Null for who was erased'),
  name: z.string().nullable(),
  state: z.enum(SUBSCRIBER_STATES),
  frequency: z.enum(FREQUENCIES).describe('Every issue, or the weekly round-up'),
  createdAt: timeSchema,
  changedAt: timeSchema,
});

const listSchema = z.object({
  subscribers: z.array(subscriberSchema).describe('In the order in which they came'),
  next: idSchema.nullable().describe('`after` of the next page, or null on the last one'),
});

const detailSchema = subscriberSchema.extend({
  consents: z
    .array(
      z.object({
        source: z.string().describe('Where the form stood'),
        wording: z.string(),
        frequency: z.enum(FREQUENCIES).nullable().describe('What they asked for, if they said'),
        askedAt: timeSchema,
        confirmedAt: timeSchema.nullable(),
      }),
    )
    .describe('What they were asked, and when they said yes'),
});

const listQuery = z.object({
  limit: limitSchema,
  after: idSchema.optional(),
  state: z.enum(SUBSCRIBER_STATES).optional(),
  email: z.string().max(320).optional().describe('Finds one by address, however it is spelt'),
});

export function subscribersApi(deps: Deps): Hono {
  const api = new Hono().route('/', subscribersCsv(deps));
  return api
    .get(
      '/',
      describeRoute({
        summary: 'List the subscribers',
        security: editorOnly,
        responses: { 200: jsonAnswer('A page of the list', listSchema), ...problems(401, 422) },
      }),
      readQuery(listQuery),
      async (c) => {
        const { limit, after, state, email } = c.req.valid('query');
        if (email !== undefined) {
          const address = normaliseAddress(email);
          const found = address.ok ? await findByAddress(deps.db, address.value) : null;
          return c.json({ subscribers: found === null ? [] : [toJson(found)], next: null });
        }
        const page = { limit, afterId: after ?? null, state: state ?? null };
        const subscribers = await listSubscribers(deps.db, page);
        const next = subscribers.length === limit ? (subscribers.at(-1)?.id ?? null) : null;
        return c.json({ subscribers: subscribers.map(toJson), next });
      },
    )
    .get(
      '/:id{[0-9]+}',
      describeRoute({
        summary: 'One subscriber, with what they agreed to',
        security: editorOnly,
        responses: { 200: jsonAnswer('The subscriber', detailSchema), ...problems(401, 404) },
      }),
      async (c) => {
        const subscriber = await requireSubscriber(deps, c.req.param('id'));
        const consents = (await listConsents(deps.db, subscriber.id)).map((consent) => ({
          ...consent,
          askedAt: toTime(consent.askedAt),
          confirmedAt: toTimeOrNull(consent.confirmedAt),
        }));
        return c.json({ ...toJson(subscriber), consents });
      },
    )
    .post(
      '/:id{[0-9]+}/suppress',
      describeRoute({
        summary: 'Take a reader out for good: no form, link or import brings them back',
        security: editorOnly,
        responses: { 200: jsonAnswer('As they are now', subscriberSchema), ...problems(401, 404) },
      }),
      async (c) => {
        const { id } = await requireSubscriber(deps, c.req.param('id'));
        await suppressSubscriber(deps.db, id, 'suppressed', deps.now());
        return c.json(toJson(await requireSubscriber(deps, id)));
      },
    )
    .post(
      '/:id{[0-9]+}/release',
      describeRoute({
        summary:
          'Let a bounced, complaining or suppressed reader subscribe again, if they ask; sends nothing',
        security: editorOnly,
        responses: { 200: jsonAnswer('As they are now', subscriberSchema), ...problems(401, 404, 409) },
      }),
      async (c) => {
        const { id, state } = await requireSubscriber(deps, c.req.param('id'));
        if (!(await liftSuppression(deps.db, id, deps.now())))
          throw new Refusal(409, `There is nothing to lift: this reader is ${state}.`);
        return c.json(toJson(await requireSubscriber(deps, id)));
      },
    )
    .delete(
      '/:id{[0-9]+}',
      describeRoute({
        summary: 'Erase a reader: a keyed hash of the address stays, so that no import brings them back',
        security: editorOnly,
        responses: { 200: jsonAnswer('The empty row', subscriberSchema), ...problems(401, 404, 503) },
      }),
      async (c) => {
        const { id } = await requireSubscriber(deps, c.req.param('id'));
        if (deps.erasure === null)
          throw new Refusal(
            503,
            'ERASURE_KEY is not set: under it a hash stays of who was erased. Set it once with "npx wrangler secret put ERASURE_KEY", and never change it.',
          );
        const erased = await eraseSubscriber(deps.db, id, deps.erasure, deps.now());
        if (typeof erased === 'string') throw refuse(erased);
        return c.json(toJson(await requireSubscriber(deps, id)));
      },
    );
}

async function requireSubscriber(deps: Deps, param: string): Promise<Subscriber> {
  const subscriber = await findSubscriber(deps.db, readId(param, 'subscriber'));
  if (subscriber === null) throw notFound('subscriber');
  return subscriber;
}

const toJson = ({ createdAt, changedAt, ...subscriber }: Subscriber) => ({
  ...subscriber,
  createdAt: toTime(createdAt),
  changedAt: toTime(changedAt),
});
