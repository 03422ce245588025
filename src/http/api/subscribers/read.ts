// Listing, finding and showing subscribers.

import type { Context } from 'hono';
import type { BlankEnv } from 'hono/types';
import { findByAddress, listConsents, listSubscribers, normaliseAddress } from '../../../store/index.ts';
import type { Deps } from '../../deps.ts';
import { toTime, toTimeOrNull } from '../../timestamp.ts';
import type { QueryOf } from '../json.ts';
import { nextCursor } from '../pagination.ts';
import {
  requireSubscriber,
  type SubscriberContext,
  type subscriberListQuery,
  toSubscriberJson,
} from './subscriber.ts';

export async function listPage(
  deps: Deps,
  c: Context<BlankEnv, '/', QueryOf<typeof subscriberListQuery>>,
): Promise<Response> {
  const { limit, after, state, email, search } = c.req.valid('query');
  if (email !== undefined) return c.json({ subscribers: await findOne(deps, email), next: null });
  const page = { limit, afterId: after ?? null, state: state ?? null, search: search ?? null };
  const subscribers = await listSubscribers(deps.db, page);
  return c.json({
    subscribers: subscribers.map(toSubscriberJson),
    next: nextCursor(subscribers, limit, ({ id }) => id),
  });
}

async function findOne(deps: Deps, email: string) {
  const address = normaliseAddress(email);
  const found = address.ok ? await findByAddress(deps.db, address.value) : null;
  return found === null ? [] : [toSubscriberJson(found)];
}

export async function showSubscriber(deps: Deps, c: SubscriberContext): Promise<Response> {
  const subscriber = await requireSubscriber(deps, c.req.param('id'));
  const consents = (await listConsents(deps.db, subscriber.id)).map((consent) => ({
    ...consent,
    askedAt: toTime(consent.askedAt),
    confirmedAt: toTimeOrNull(consent.confirmedAt),
  }));
  return c.json({ ...toSubscriberJson(subscriber), consents });
}
