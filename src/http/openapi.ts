// GET /api/openapi.json, and the parts of a route's description that many routes share.

import type { Hono, MiddlewareHandler } from 'hono';
import { generateSpecs, resolver } from 'hono-openapi';
import * as z from 'zod';
import type { RefusalStatus } from './errors.ts';

export const editorOnly = [{ editor: [] }];

const problemSchema = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('What is wrong, and what to do'),
    reason: z.string().optional().describe('The same for a program, where there are several reasons'),
    errors: z
      .array(
        z.object({
          path: z.string().describe('The field, such as `overrides.0.role`'),
          message: z.string(),
        }),
      )
      .optional()
      .describe('What does not fit in a body or query'),
  })
  .describe('RFC 9457; some refusals have members of their own');

const WHEN: Record<RefusalStatus, string> = {
  400: 'The request cannot be read',
  401: 'The bearer token is missing or wrong',
  403: 'The request comes from another site',
  404: 'There is no such thing',
  405: 'The path knows other methods: see Allow',
  409: 'The state of the thing does not allow it',
  412: 'If-Match names other bytes than the present ones',
  413: 'The body is too large',
  415: 'The content type or charset is not taken',
  422: 'The content cannot be used: empty, binary, undecodable or refused by preflight',
  428: 'If-Match is missing',
  429: 'Too many requests, or wrong tokens, from this network: see Retry-After',
  500: 'A fault of the server',
  503: 'The server is not set up',
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

export function openApi(app: Hono): MiddlewareHandler {
  let description: ReturnType<typeof describeApp> | undefined;
  return async (c) => {
    description ??= describeApp(app);
    return c.json(await description);
  };
}

async function describeApp(app: Hono) {
  const description = await generateSpecs(app, {
    documentation: {
      openapi: '3.1.0',
      info: {
        title: 'Copydesk',
        version: '1',
        description:
          'A messy report goes in; a clean, accountable digest reaches every subscriber exactly once.',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      components: { securitySchemes: { editor: { type: 'http', scheme: 'bearer' } } },
    },
  });
  // Every route for editors refuses a query parameter that it does not declare, and in its own words.
  for (const [path, operations] of Object.entries(description.paths))
    for (const operation of Object.values(operations ?? {}))
      if (path.startsWith('/api/') && isOperation(operation))
        operation.responses['400'] = { ...operation.responses['401'], description: WHEN[400] };
  return description;
}

type Operation = { responses: Record<string, object> };
const isOperation = (value: unknown): value is Operation =>
  typeof value === 'object' && value !== null && 'responses' in value;
