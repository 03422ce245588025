// /api/subscribers: the audience, one by one. In and out as CSV: subscribers-csv.ts.

import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as z from 'zod';
import {
  CADENCES,
  createImporter,
  eraseSubscriber,
  findByAddress,
  findSubscriber,
  liftSuppression,
  listConsents,
  listSubscribers,
  normaliseAddress,
  recordEditorConsent,
  SUBSCRIBER_STATES,
  type Subscriber,
  suppressSubscriber,
  unsubscribe,
} from '../../../store/index.ts';
import type { Deps } from '../../deps.ts';
import { Refusal } from '../../errors.ts';
import { KB, limitBody } from '../../guards.ts';
import { jsonAnswer, jsonBody, readJson, readQuery } from '../../json.ts';
import { editorOnly, problems } from '../../openapi.ts';
import {
  idSchema,
  limitSchema,
  notFound,
  readId,
  timeSchema,
  toTime,
  toTimeOrNull,
} from '../../pagination.ts';
import { requestSignupByMail } from '../../readers/signup.ts';
import { subscribersCsv } from './csv-routes.ts';
import { refuse } from './import/index.ts';

const subscriberSchema = z.object({
  id: idSchema,
  email: z.string().nullable().describe('Null for who was erased'),
  name: z.string().nullable(),
  state: z.enum(SUBSCRIBER_STATES),
  frequency: z.enum(CADENCES).describe('Every issue, or the weekly round-up'),
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
        frequency: z.enum(CADENCES).nullable().describe('What they asked for, if they said'),
        askedAt: timeSchema,
        confirmedAt: timeSchema.nullable(),
      }),
    )
    .describe('What they were asked, and when they said yes'),
});

const newSchema = z.strictObject({
  email: z.string().max(320),
  name: z.string().max(200).optional(),
  confirmed: z
    .boolean()
    .default(false)
    .describe('`true`: you say that they agreed, and they are active at once. Else a mail asks them'),
});

const addedSchema = subscriberSchema.extend({
  asked: z
    .boolean()
    .describe('A mail with a link to confirm leaves, at the latest when the address may have one again'),
});

const listQuery = z.object({
  limit: limitSchema,
  after: idSchema.optional(),
  state: z.enum(SUBSCRIBER_STATES).optional(),
  email: z.string().max(320).optional().describe('Finds one by address, however it is spelt'),
  search: z.string().trim().min(1).max(100).optional().describe('Finds by a part of the address or the name'),
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
        const { limit, after, state, email, search } = c.req.valid('query');
        if (email !== undefined) {
          const address = normaliseAddress(email);
          const found = address.ok ? await findByAddress(deps.db, address.value) : null;
          return c.json({ subscribers: found === null ? [] : [toJson(found)], next: null });
        }
        const page = { limit, afterId: after ?? null, state: state ?? null, search: search ?? null };
        const subscribers = await listSubscribers(deps.db, page);
        const next = subscribers.length === limit ? (subscribers.at(-1)?.id ?? null) : null;
        return c.json({ subscribers: subscribers.map(toJson), next });
      },
    )
    .post(
      '/',
      describeRoute({
        summary: 'Add one reader: by your word, or by asking them',
        description:
          'Who is in keeps their name. Nobody comes back by it who left, bounced, complained, was suppressed or ' +
          'asked to be forgotten; who left may be asked by mail.',
        security: editorOnly,
        requestBody: jsonBody(newSchema),
        responses: {
          200: jsonAnswer('They were in already', addedSchema),
          201: jsonAnswer('They are new', addedSchema),
          ...problems(400, 401, 409, 413, 415, 422, 503),
        },
      }),
      limitBody(64 * KB),
      async (c) => {
        const { email, name, confirmed } = await readJson(c, newSchema);
        const address = normaliseAddress(email);
        if (!address.ok) throw new Refusal(422, `This is no address: ${address.error}.`);
        const { isNew, id } = await addReader(deps, { email: address.value, name: name?.trim(), confirmed });
        const asked =
          !confirmed &&
          (await requestSignupByMail(deps, c, { email: address.value, ...BY_EDITOR, wording: '' }));
        const reader = await requireSubscriber(deps, id);
        if (!asked && reader.state !== 'active')
          throw new Refusal(409, `This reader is ${reader.state}: ${WAY_BACK[reader.state] ?? ''}`);
        return c.json({ ...toJson(reader), asked }, isNew ? 201 : 200, {
          Location: `/api/subscribers/${id}`,
        });
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
      '/:id{[0-9]+}/unsubscribe',
      describeRoute({
        summary: 'Unsubscribe a reader who asks you to; they may come back by themselves',
        security: editorOnly,
        responses: { 200: jsonAnswer('As they are now', subscriberSchema), ...problems(401, 404, 413) },
      }),
      limitBody(64 * KB),
      async (c) => {
        const { id } = await requireSubscriber(deps, c.req.param('id'));
        await unsubscribe(deps.db, id, deps.now());
        return c.json(toJson(await requireSubscriber(deps, id)));
      },
    )
    .post(
      '/:id{[0-9]+}/suppress',
      describeRoute({
        summary: 'Take a reader out for good: no form, link or import brings them back',
        security: editorOnly,
        responses: { 200: jsonAnswer('As they are now', subscriberSchema), ...problems(401, 404) },
      }),
      limitBody(64 * KB),
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
      limitBody(64 * KB),
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
      limitBody(64 * KB),
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

const BY_EDITOR = { source: 'editor' } as const;
const WORD = 'An editor says that this reader agreed.';

const WAY_BACK: Partial<Record<Subscriber['state'], string>> = {
  unsubscribed: 'only they can say that they want it again. Leave out `confirmed`, and a mail asks them.',
  bounced: 'mail to them comes back. Release them first.',
  complained: 'they reported the mail as spam. Release them first.',
  suppressed: 'they were taken out for good. Release them first.',
};

async function addReader(
  deps: Deps,
  { email, name, confirmed }: { email: string; name: string | undefined; confirmed: boolean },
): Promise<{ id: string; isNew: boolean }> {
  const row = { email, name: name || null, state: confirmed ? 'active' : 'pending' } as const;
  const counts = await createImporter(deps.db, deps.erasure, false)([row], deps.now());
  if (typeof counts === 'string') throw refuse(counts);
  const reader = await findByAddress(deps.db, email);
  if (reader === null)
    throw new Refusal(409, 'This reader asked to be forgotten. They can come back by the form themselves.');
  if (confirmed) await recordEditorConsent(deps.db, reader.id, { ...BY_EDITOR, wording: WORD }, deps.now());
  return { id: reader.id, isNew: counts.added === 1 };
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
