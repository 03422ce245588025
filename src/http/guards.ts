// Checks before a handler: who may come in, which query parameters a route has, how large a body may be and of which
// type.

import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { matchedRoutes } from 'hono/route';
import { limits } from '../../content/limits.ts';
import { isSameSecret } from '../crypto/tokens.ts';
import type { Config } from '../env.ts';
import { Refusal } from './errors.ts';
import { isTooMany, type NetworkLimits } from './network.ts';

export const KB = 1024;
export const MB = 1024 * KB;

type EditorDeps = { readonly config: Pick<Config, 'editorToken'>; readonly networkLimits: NetworkLimits };

/** Whether this is the editor token. A network that sends many wrong ones is refused, but the right one still passes. */
export async function isEditorToken(c: Context, deps: EditorDeps, given: string): Promise<boolean> {
  if (await isSameSecret(given, deps.config.editorToken)) return true;
  if (await isTooMany(c, deps.networkLimits, 'token'))
    throw new Refusal(
      429,
      'Your network sent too many wrong tokens. Try again in a minute.',
      {},
      { 'Retry-After': String(limits.networkPeriodSeconds) },
    );
  return false;
}

/** Lets in requests with `Authorization: Bearer <EDITOR_TOKEN>`. It comes before every other check. */
export function requireEditor(deps: EditorDeps): MiddlewareHandler {
  return async (c, next) => {
    const given = readBearer(c);
    if (given === null || !(await isEditorToken(c, deps, given)))
      throw new Refusal(
        401,
        'Send the header "Authorization: Bearer <EDITOR_TOKEN>".',
        {},
        { 'WWW-Authenticate': 'Bearer realm="copydesk"' },
      );
    await next();
  };
}

/** RFC 6750: the scheme is case-insensitive, the token is what follows. */
export function readBearer(c: Context): string | null {
  return /^bearer +(\S+) *$/i.exec(c.req.header('Authorization') ?? '')?.[1] ?? null;
}

/** No cache keeps the answer, unless the handler sets a Cache-Control of its own. */
export const uncached: MiddlewareHandler = async (c, next) => {
  await next();
  if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store');
};

/** A page behind a link that was mailed to one person. Search engines do not show it, even if the link is published. */
export const personal: MiddlewareHandler = async (c, next) => {
  await next();
  c.header('Cache-Control', 'no-store');
  c.header('X-Robots-Tag', 'noindex, nofollow');
};

const limiters = new WeakSet<object>();

/** Refuses a body over `maxBytes`, by its Content-Length or while it streams in. */
export function limitBody(maxBytes: number): MiddlewareHandler {
  const limit = refuseOver(maxBytes);
  limiters.add(limit);
  return limit;
}

/** The same with another limit for bodies of some types. */
export function limitBodyByType(
  maxBytes: number,
  types: readonly string[],
  maxOfThese: number,
): MiddlewareHandler {
  const [limit, ofThese] = [refuseOver(maxBytes), refuseOver(maxOfThese)];
  const byType: MiddlewareHandler = (c, next) => (types.includes(mediaType(c)) ? ofThese : limit)(c, next);
  limiters.add(byType);
  return byType;
}

function refuseOver(maxBytes: number): MiddlewareHandler {
  const size = maxBytes >= MB ? `${maxBytes / MB} MB` : `${maxBytes / KB} KB`;
  return bodyLimit({
    maxSize: maxBytes,
    onError: () => {
      throw new Refusal(413, `The body may hold ${size} at most.`);
    },
  });
}

/** The same for every route below that has no `limitBody` of its own. */
export function limitBodyByDefault(maxBytes: number): MiddlewareHandler {
  const limit = refuseOver(maxBytes);
  return (c, next) =>
    matchedRoutes(c).some(({ handler }) => limiters.has(handler)) ? next() : limit(c, next);
}

/** The query parameters of a route: `true` for those that may be repeated. */
type QueryNames = ReadonlyMap<string, boolean>;

const declaredQueries = new WeakMap<object, QueryNames>();

/** Says that the route with this handler reads these parameters, so that `onlyDeclaredQuery` lets them through. */
export function declareQuery<Handler extends object>(handler: Handler, names: QueryNames): Handler {
  declaredQueries.set(handler, names);
  return handler;
}

/** For a route that reads these parameters, each once, without a schema. */
export const acceptQuery = (...names: readonly string[]): MiddlewareHandler =>
  declareQuery((_, next) => next(), new Map(names.map((name) => [name, false])));

/**
 * Refuses query parameters that the route does not declare, and repeated ones unless it allows that. Ignoring a misspelt
 * one would do something else than the caller meant. A path without a route passes, to be answered with 404.
 */
export const onlyDeclaredQuery: MiddlewareHandler = async (c, next) => {
  const routes = matchedRoutes(c);
  if (routes.some(({ method }) => method !== 'ALL')) {
    const names = new Map(routes.flatMap(({ handler }) => [...(declaredQueries.get(handler) ?? [])]));
    const known =
      names.size === 0 ? 'This route has none.' : `This route has: ${[...names.keys()].join(', ')}.`;
    for (const [name, values] of Object.entries(c.req.queries())) {
      const quoted = JSON.stringify(name.slice(0, 40));
      const isRepeatable = names.get(name);
      if (isRepeatable === undefined)
        throw new Refusal(400, `The query parameter ${quoted} is unknown. ${known}`);
      if (values.length > 1 && !isRepeatable)
        throw new Refusal(400, `The query parameter ${quoted} is given twice.`);
    }
  }
  await next();
};

/** Lets through the given content types. A body without a Content-Type passes as the first of them. */
export function requireType(...types: readonly [string, ...string[]]): MiddlewareHandler {
  return async (c, next) => {
    const given = mediaType(c);
    if (given !== '' && !types.includes(given))
      throw new Refusal(
        415,
        `Send the body as ${types.join(' or ')}, for example: curl -H "Content-Type: ${types[0]}".`,
      );
    await next();
  };
}

/**
 * The body as text: UTF-8, or what the charset parameter says. A byte order mark stays in the text, since every
 * offset in a ledger counts from the first character of the body.
 */
export async function readText(c: Context): Promise<string> {
  const charset = readCharset(c) ?? 'utf-8';
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(charset, { fatal: true, ignoreBOM: true });
  } catch {
    throw refuseCharset(charset);
  }
  const bytes = await c.req.arrayBuffer();
  try {
    return decoder.decode(bytes);
  } catch {
    throw new Refusal(422, `The body is not valid ${decoder.encoding} text.`, { reason: 'undecodable' });
  }
}

/** The charset parameter of the content type, if it has one. */
export const readCharset = (c: Context): string | null =>
  /;\s*charset="?([^\s;"]+)/i.exec(c.req.header('Content-Type') ?? '')?.[1] ?? null;

export const refuseCharset = (charset: string): Refusal =>
  new Refusal(415, `The charset ${JSON.stringify(charset.slice(0, 40))} is unknown. Send UTF-8.`);

export const mediaType = (c: Context): string =>
  (c.req.header('Content-Type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
