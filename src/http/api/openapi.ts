// GET /api/openapi.json: the descriptions of all routes as one document. Routes are for editors, unless they say more.

import type { Hono, MiddlewareHandler } from 'hono';
import { generateSpecs } from 'hono-openapi';

export function openApi(app: Hono): MiddlewareHandler {
  let description: Awaited<ReturnType<typeof describeApp>> | undefined;
  return async (c) => {
    description ??= await describeApp(app);
    return c.json(description);
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
          'Turns messy reports into a clean digest that accounts for every cut, and mails it to each subscriber exactly once.',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      components: { securitySchemes: { editor: { type: 'http', scheme: 'bearer' } } },
    },
  });
  for (const methods of Object.values(description.paths)) {
    for (const operation of Object.values(methods ?? {}))
      if (isOperation(operation)) operation.security ??= [{ editor: [] }];
    // A GET has no body that could be too large.
    delete methods?.get?.responses?.['413'];
  }
  return description;
}

type Operation = { responses: object; security?: readonly object[] };
const isOperation = (value: unknown): value is Operation =>
  typeof value === 'object' && value !== null && 'responses' in value;
