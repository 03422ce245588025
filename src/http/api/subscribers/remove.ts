// Taking a subscriber out: unsubscribed, suppressed or erased. And lifting a suppression.

import { eraseSubscriber, liftSuppression, suppressSubscriber, unsubscribe } from '../../../store/index.ts';
import type { Deps } from '../../deps.ts';
import { Refusal } from '../../errors.ts';
import { refuse } from './import/index.ts';
import { requireSubscriber, type SubscriberContext, toSubscriberJson } from './subscriber.ts';

export async function unsubscribeReader(deps: Deps, c: SubscriberContext): Promise<Response> {
  const { id } = await requireSubscriber(deps, c.req.param('id'));
  await unsubscribe(deps.db, id, deps.now());
  return c.json(toSubscriberJson(await requireSubscriber(deps, id)));
}

export async function suppress(deps: Deps, c: SubscriberContext): Promise<Response> {
  const { id } = await requireSubscriber(deps, c.req.param('id'));
  await suppressSubscriber(deps.db, id, 'suppressed', deps.now());
  return c.json(toSubscriberJson(await requireSubscriber(deps, id)));
}

export async function release(deps: Deps, c: SubscriberContext): Promise<Response> {
  const { id, state } = await requireSubscriber(deps, c.req.param('id'));
  if (!(await liftSuppression(deps.db, id, deps.now())))
    throw new Refusal(409, `There is nothing to lift: this reader is ${state}.`);
  return c.json(toSubscriberJson(await requireSubscriber(deps, id)));
}

export async function erase(deps: Deps, c: SubscriberContext): Promise<Response> {
  const { id } = await requireSubscriber(deps, c.req.param('id'));
  if (deps.erasure === null)
    throw new Refusal(
      503,
      'ERASURE_KEY is not set: it is needed for the hash that stays of an erased address. Set it once with "npx wrangler secret put ERASURE_KEY", and never change it.',
    );
  const erased = await eraseSubscriber(deps.db, id, deps.erasure, deps.now());
  if (typeof erased === 'string') throw refuse(erased);
  return c.json(toSubscriberJson(await requireSubscriber(deps, id)));
}
