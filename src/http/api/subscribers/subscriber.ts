// A subscriber in JSON, and what an editor may send about one.

import type { Context } from 'hono';
import type { BlankEnv } from 'hono/types';
import * as z from 'zod';
import { CADENCES, findSubscriber, SUBSCRIBER_STATES, type Subscriber } from '../../../store/index.ts';
import type { Deps } from '../../deps.ts';
import { notFound } from '../../errors.ts';
import { toTime } from '../../timestamp.ts';
import { idSchema, limitSchema, readId, timeSchema } from '../pagination.ts';

/** A request to `/api/subscribers/:id` or below. */
export type SubscriberContext = Context<BlankEnv, '/:id'>;

export const subscriberSchema = z.object({
  id: idSchema,
  email: z.string().nullable().describe('Null for an erased reader'),
  name: z.string().nullable(),
  state: z.enum(SUBSCRIBER_STATES),
  frequency: z.enum(CADENCES).describe('Every issue, or the weekly round-up'),
  createdAt: timeSchema,
  changedAt: timeSchema,
});

export const subscriberListSchema = z.object({
  subscribers: z.array(subscriberSchema).describe('Oldest first'),
  next: idSchema.nullable().describe('`after` of the next page, or null on the last one'),
});

export const detailSchema = subscriberSchema.extend({
  consents: z
    .array(
      z.object({
        source: z.string().describe('Where they signed up'),
        wording: z.string(),
        frequency: z.enum(CADENCES).nullable().describe('What they chose, if anything'),
        askedAt: timeSchema,
        confirmedAt: timeSchema.nullable(),
      }),
    )
    .describe('What they were asked, and when they agreed'),
});

export const newSubscriberSchema = z.strictObject({
  email: z.string().max(320),
  name: z.string().max(200).optional(),
  confirmed: z
    .boolean()
    .default(false)
    .describe(
      '`true`: you confirm that they agreed, and they are active at once. Otherwise a mail asks them',
    ),
});

export const addedSchema = subscriberSchema.extend({
  asked: z
    .boolean()
    .describe('A mail with a confirmation link is sent now, or as soon as the address may get another one'),
});

export const subscriberListQuery = z.object({
  limit: limitSchema,
  after: idSchema.optional(),
  state: z.enum(SUBSCRIBER_STATES).optional(),
  email: z.string().max(320).optional().describe('Finds one by address, in any spelling'),
  search: z.string().trim().min(1).max(100).optional().describe('Finds by a part of the address or the name'),
});

export const toSubscriberJson = ({
  createdAt,
  changedAt,
  ...subscriber
}: Subscriber): z.infer<typeof subscriberSchema> => ({
  ...subscriber,
  createdAt: toTime(createdAt),
  changedAt: toTime(changedAt),
});

export async function requireSubscriber(deps: Deps, param: string): Promise<Subscriber> {
  const subscriber = await findSubscriber(deps.db, readId(param, 'subscriber'));
  if (subscriber === null) throw notFound('subscriber');
  return subscriber;
}
