// What the descriptions of many routes share: bodies, answers and refusals as OpenAPI has them.

import { describeRoute, resolver } from 'hono-openapi';
import * as z from 'zod';
import type { RefusalStatus } from '../errors.ts';

/** For a route's `requestBody`. */
export const jsonBody = (schema: z.ZodType, required = true) => ({
  required,
  content: { 'application/json': { schema: resolver(schema) } },
});

/** For one of a route's `responses`. */
export const jsonAnswer = (description: string, schema: z.ZodType) => ({
  description,
  content: { 'application/json': { schema: resolver(schema) } },
});

/** For the `content` of a body or an answer, or for a header. */
export const textSchema = { schema: { type: 'string' } } as const;

const problemSchema = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('What is wrong, and what to do'),
    reason: z.string().optional().describe('A code for programs, where there are several reasons'),
    errors: z
      .array(
        z.object({
          path: z.string().describe('The field, such as `overrides.0.role`'),
          message: z.string(),
        }),
      )
      .optional()
      .describe('What is invalid in the body or the query'),
  })
  .describe('RFC 9457; some refusals have additional members');

const WHEN: Record<RefusalStatus, string> = {
  400: 'The request cannot be parsed, or has an unknown query parameter',
  401: 'The bearer token is missing or wrong',
  403: 'The request comes from another site',
  404: 'It does not exist',
  405: 'The path has other methods: see Allow',
  409: 'Its current state does not allow this',
  412: 'If-Match does not name the current content',
  413: 'The body is too large',
  415: 'The content type or charset is not supported',
  422: 'The content cannot be used: empty, invalid, binary, undecodable or refused by preflight',
  428: 'If-Match is missing',
  429: 'Too many requests or wrong tokens from this network: see Retry-After',
  500: 'An error of the server',
  503: 'The server is not fully set up',
};

/** The refusals of a route, for its `responses`. */
export function problems(...statuses: readonly RefusalStatus[]) {
  // Wrong tokens are counted wherever one is asked for.
  const all = statuses.includes(401) ? [...statuses, 429 as const] : statuses;
  return Object.fromEntries(
    all.map((status) => [
      status,
      {
        description: WHEN[status],
        content: { 'application/problem+json': { schema: resolver(problemSchema) } },
      },
    ]),
  );
}

/** The refusals of the checks at the mount, which every route of the API may answer with. */
export const describeDefaults = describeRoute({ responses: problems(400, 401, 413) });
