// How an editor's browser signs in to the desk: the editor token once, then a signed cookie that expires and
// dies with the token it was made from.

import type { Context, MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { csrf } from 'hono/csrf';
import { limits } from '../../content/limits.ts';
import { sha256 } from '../hash.ts';
import { isSameSecret, signToken, verifyToken } from '../tokens.ts';
import type { Deps } from './app.ts';
import { readBearer } from './guards.ts';

const COOKIE = 'copydesk_session';

export const LOGIN_PATH = '/desk/login';

/** Lets in a bearer token or a session; sends anybody else to the login page. */
export function requireSession(deps: Deps): MiddlewareHandler {
  // A cookie rides along with requests from other sites, a bearer token does not.
  const sameOrigin = csrf();
  return async (c, next) => {
    const bearer = readBearer(c);
    if (bearer !== null && (await isSameSecret(bearer, deps.config.editorToken))) return next();
    if (await hasSession(c, deps)) return sameOrigin(c, next);
    return c.redirect(c.req.method === 'GET' ? `${LOGIN_PATH}?next=${c.req.path}` : LOGIN_PATH, 303);
  };
}

/** Where the editor wanted to go before signing in: a page of the desk, and no other place. */
export function readNext(c: Context): string {
  const next = c.req.query('next') ?? '';
  return /^\/desk(\/[\w-]+)*$/.test(next) && next !== LOGIN_PATH ? next : '/desk';
}

/** Starts a session when the token is right. */
export async function signIn(c: Context, deps: Deps, editorToken: string): Promise<boolean> {
  if (!(await isSameSecret(editorToken, deps.config.editorToken))) return false;
  const payload = JSON.stringify({
    expires: deps.now() + limits.sessionLastsMs,
    token: await sha256(deps.config.editorToken),
  });
  setCookie(c, COOKIE, await signToken(deps.signingKey, 'desk', payload), {
    path: '/desk',
    httpOnly: true,
    sameSite: 'Strict',
    secure: !deps.config.local,
    maxAge: limits.sessionLastsMs / 1000,
  });
  return true;
}

export function signOut(c: Context): void {
  deleteCookie(c, COOKIE, { path: '/desk' });
}

async function hasSession(c: Context, deps: Deps): Promise<boolean> {
  const payload = await verifyToken(deps.keys, 'desk', getCookie(c, COOKIE) ?? '');
  if (payload === null) return false;
  const { expires, token } = JSON.parse(payload) as { expires: number; token: string };
  return deps.now() < expires && token === (await sha256(deps.config.editorToken));
}
