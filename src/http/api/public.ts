// What OpenAPI says about the two routes outside of /api that programs may call. They are described here, so that
// /health and the readers' pages work without Zod.

import { Hono, type MiddlewareHandler } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as z from 'zod';
import { PLANS } from '../../env.ts';
import { CADENCES } from '../../store/index.ts';
import { jsonAnswer, jsonBody, problems } from './describe.ts';

const healthSchema = z.object({
  ok: z.boolean().describe('True if there is no problem'),
  bootId: z.string().describe('Changes with every start of the server'),
  problems: z.array(z.string()).describe('Names of the problems, such as clock-late'),
  details: z
    .object({
      reasons: z
        .record(z.string(), z.string())
        .describe('By the name of the problem: what is wrong, and what to do'),
      askedAt: z.iso.datetime().describe('When the stores were checked: at most every ten seconds'),
      lastTick: z.iso.datetime().nullable(),
      pausedIssues: z.int().nullable(),
      heldDrafts: z.int().nullable().describe('Drafts of the clock that cannot be sent as they are'),
      waitingDrafts: z.int().nullable().describe('Drafts of the clock that wait for approval'),
      openDecisions: z.int().nullable(),
      quotaUntil: z.iso.datetime().nullable(),
      plan: z
        .object({ name: z.enum(PLANS), ratePerSecond: z.number().nullable() })
        .describe('The setting PLAN, and its maximum of mails per second'),
    })
    .optional()
    .describe('For editors only'),
});

const health = describeRoute({
  summary: 'Show whether the server is up, and any problems',
  description: 'Needs no token. With the bearer token the answer has details.',
  security: [{}, { editor: [] }],
  responses: {
    200: jsonAnswer('The server is up. `ok` is false if there is a problem', healthSchema),
    ...problems(401),
    503: jsonAnswer('The provider refuses the account, so no mail is sent', healthSchema),
  },
});

const signupSchema = z.object({
  email: z.string(),
  frequency: z
    .enum(CADENCES)
    .optional()
    .describe(
      'Every issue, or the weekly round-up where there is one. If missing: what the reader chose before, or every issue',
    ),
});

const signup = describeRoute({
  summary: 'Sign up for the newsletter; a mail with a confirmation link follows',
  description: 'Takes JSON or a form. The answer is the same whether or not the address is subscribed.',
  security: [],
  requestBody: jsonBody(signupSchema),
  responses: {
    200: jsonAnswer('The request was accepted', z.object({ message: z.string() })),
    ...problems(400, 413, 415, 422, 429),
  },
});

const servedElsewhere: MiddlewareHandler = (_, next) => next();

/** Only to be described: nothing is served from here. */
export const publicRoutes = (): Hono =>
  new Hono().get('/health', health, servedElsewhere).post('/subscribe', signup, servedElsewhere);
