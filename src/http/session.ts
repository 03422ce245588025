// How an editor's browser signs in to the desk: the editor token once, then a signed cookie that expires, holds
// nothing else, and dies with the token it was made from.

import type { Context, MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { limits } from '../../content/limits.ts';
import { isSameSecret, signToken, verifyToken } from '../tokens.ts';
import type { Deps } from './app.ts';
import { Refusal } from './errors.ts';
import { readBearer } from './guards.ts';

const COOKIE = 'copydesk_session';

export const LOGIN_PATH = '/desk/login';

/** Lets in a bearer token or a session; sends anybody else to the login page. */
export function requireSession(deps: Deps): MiddlewareHandler {
  return async (c, next) => {
    const bearer = readBearer(c);
    if (bearer !== null && (await isSameSecret(bearer, deps.config.editorToken))) return next();
    if (await hasSession(c, deps)) {
      // A cookie rides along with requests from other sites, a bearer token does not.
      if (!isSafe(c) && !isFromHere(c)) throw new Refusal(403, 'This was posted from another site.');
      return next();
    }
    return c.redirect(isSafe(c) ? `${LOGIN_PATH}?next=${c.req.path}` : LOGIN_PATH, 303);
  };
}

const isSafe = (c: Context): boolean => c.req.method === 'GET' || c.req.method === 'HEAD';

/** Whatever the content type. Our pages send no Origin but `null`, since they tell nobody where they were. */
function isFromHere(c: Context): boolean {
  const site = c.req.header('Sec-Fetch-Site');
  return site === undefined ? c.req.header('Origin') === new URL(c.req.url).origin : site === 'same-origin';
}

/** Where the editor wanted to go before signing in: a page of the desk, and no other place. */
export function readNext(c: Context): string {
  const next = c.req.query('next') ?? '';
  return /^\/desk(\/[\w-]+)*$/.test(next) && next !== LOGIN_PATH ? next : '/desk';
}

/** Starts a session when the token is right. */
export async function signIn(c: Context, deps: Deps, editorToken: string): Promise<boolean> {
  if (!(await isSameSecret(editorToken, deps.config.editorToken))) return false;
  const expires = String(deps.now() + limits.sessionLastsMs);
  setCookie(c, COOKIE, await signToken(deps.signingKey, 'desk', expires, deps.config.editorToken), {
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
  const expires = await verifyToken(deps.keys, 'desk', getCookie(c, COOKIE) ?? '', deps.config.editorToken);
  return expires !== null && deps.now() < Number(expires);
}
