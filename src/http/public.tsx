/** @jsxImportSource hono/jsx */
// The pages and answers that everybody may see.

import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import * as z from 'zod';
import { publication } from '../../content/publication.ts';
import type { Deps } from './app.ts';
import { Home } from './views/home.tsx';
import { STYLE } from './views/style.ts';

const healthSchema = z.object({
  ok: z.literal(true),
  bootId: z.string().describe('Changes with every start of the server'),
});

export function publicPages(deps: Deps): Hono {
  return new Hono()
    .get('/', (c) => c.html(<Home publication={publication} local={deps.config.local} />))
    .get('/style.css', (c) => {
      c.header('Cache-Control', 'public, max-age=3600');
      return c.body(STYLE, 200, { 'Content-Type': 'text/css; charset=utf-8' });
    })
    .get(
      '/health',
      describeRoute({
        summary: 'Whether the server is up',
        security: [],
        responses: {
          200: { description: 'It is', content: { 'application/json': { schema: resolver(healthSchema) } } },
        },
      }),
      (c) => {
        c.header('Cache-Control', 'no-store');
        return c.json({ ok: true, bootId: deps.bootId });
      },
    );
}
