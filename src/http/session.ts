// How an editor's browser signs in to the desk: the editor token once, then a cookie with a random secret. D1 has a hash of
// the secret and the token. Signing out ends the session everywhere; a new token ends all sessions.

import type { Context, MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { encodeBase64Url } from 'hono/utils/encode';
import { limits } from '../../content/limits.ts';
import { sha256 } from '../crypto/hash.ts';
import { signToken, verifyToken } from '../crypto/tokens.ts';
import { endSession, openSession, readSession, renewSession } from '../store/index.ts';
import type { Deps } from './deps.ts';
import { Refusal } from './errors.ts';
import { isEditorToken, readBearer } from './guards.ts';

const COOKIE = 'copydesk_session';
const SECRET_BYTES = 32;

export const LOGIN_PATH = '/desk/login';

/** Lets in a bearer token or a session; sends all others to the login page. */
export function requireSession(deps: Deps): MiddlewareHandler {
  return async (c, next) => {
    const bearer = readBearer(c);
    if (bearer !== null && (await isEditorToken(c, deps, bearer))) return next();
    const session = await readCookie(c, deps);
    if (session !== null && (await readSession(deps.db, session.hash, deps.now()))) {
      // A browser adds the cookie to requests from other sites, but no bearer token.
      if (!isSafe(c) && !isSameOrigin(c)) throw new Refusal(403, 'This request comes from another site.');
      await renew(c, deps, session);
      return next();
    }
    const { path } = c.req;
    const isOffered = isSafe(c) && isDeskPage(path);
    return c.redirect(isOffered ? `${LOGIN_PATH}?next=${path}` : LOGIN_PATH, 303);
  };
}

const isSafe = (c: Context): boolean => c.req.method === 'GET' || c.req.method === 'HEAD';

/** For any content type. Our pages send `null` as their Origin, because of their referrer policy. */
function isSameOrigin(c: Context): boolean {
  const site = c.req.header('Sec-Fetch-Site');
  return site === undefined ? c.req.header('Origin') === new URL(c.req.url).origin : site === 'same-origin';
}

/** A page of the desk and nothing else, in characters that are valid in any header. */
const isDeskPage = (path: string): boolean => /^\/desk(\/[\w-]+)*$/.test(path) && path !== LOGIN_PATH;

/** Where the editor wanted to go before signing in. */
export function readNext(c: Context): string {
  const next = c.req.query('next') ?? '';
  return isDeskPage(next) ? next : '/desk';
}

type Session = { readonly secret: string; readonly hash: string; readonly expiresAt: number };

/** Starts a session for somebody who knows the editor token, and ends the one that they had. */
export async function signIn(c: Context, deps: Deps): Promise<void> {
  const earlier = await readCookie(c, deps);
  if (earlier !== null) await endSession(deps.db, earlier.hash);
  const secret = encodeBase64Url(crypto.getRandomValues(new Uint8Array(SECRET_BYTES)).buffer).replace(
    /=+$/,
    '',
  );
  const expiresAt = deps.now() + limits.sessionLastsMs;
  const hash = await hashSession(deps, secret);
  await openSession(deps.db, { hash, expiresAt }, deps.now());
  await giveCookie(c, deps, { secret, hash, expiresAt });
}

export async function signOut(c: Context, deps: Deps): Promise<void> {
  const session = await readCookie(c, deps);
  if (session !== null) await endSession(deps.db, session.hash);
  deleteCookie(c, COOKIE, { path: '/desk' });
}

/** At most once in `sessionRenewedEveryMs`, since each renewal writes a row. */
async function renew(c: Context, deps: Deps, session: Session): Promise<void> {
  const expiresAt = deps.now() + limits.sessionLastsMs;
  if (expiresAt - session.expiresAt < limits.sessionRenewedEveryMs) return;
  await renewSession(deps.db, session.hash, expiresAt);
  await giveCookie(c, deps, { ...session, expiresAt });
}

async function giveCookie(c: Context, deps: Deps, { secret, expiresAt }: Session): Promise<void> {
  setCookie(c, COOKIE, await signToken(deps.signingKey, 'session', secret, expiresAt), {
    path: '/desk',
    httpOnly: true,
    sameSite: 'Strict',
    secure: !deps.config.local,
    maxAge: limits.sessionLastsMs / 1000,
  });
}

/** @returns the session in the cookie. D1 knows whether it still exists. */
async function readCookie(c: Context, deps: Deps): Promise<Session | null> {
  const claims = await verifyToken(deps.keys, 'session', getCookie(c, COOKIE) ?? '', deps.now());
  if (!claims.ok || claims.value.expiresAt === null) return null;
  const { subject: secret, expiresAt } = claims.value;
  return { secret, hash: await hashSession(deps, secret), expiresAt };
}

const hashSession = async (deps: Deps, secret: string): Promise<string> =>
  sha256(`${secret}.${await sha256(deps.config.editorToken)}`);
