// The methods that a path has, for the answer to one that it does not have (RFC 9110, 15.5.6).

import type { Hono } from 'hono';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** @returns the methods with a handler at this path, HEAD with GET; none for an unknown path. */
export const methodsAt = (app: Hono, path: string): string[] =>
  METHODS.filter((method) =>
    app.router.match(method, path)[0].some(([[, route]]) => route.method === method),
  ).flatMap((method) => (method === 'GET' ? [method, 'HEAD'] : [method]));
