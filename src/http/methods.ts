// Which methods a path knows: asked when it does not know the one that came (RFC 9110, 15.5.6).

import type { Hono } from 'hono';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** @returns the methods that have a handler at this path, HEAD with GET; none for a path that is not known. */
export const methodsAt = (app: Hono, path: string): string[] =>
  METHODS.filter((method) =>
    app.router.match(method, path)[0].some(([[, route]]) => route.method === method),
  ).flatMap((method) => (method === 'GET' ? [method, 'HEAD'] : [method]));
