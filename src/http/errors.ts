// Refusals: RFC 9457 problem documents on /api, plain pages elsewhere, in the readers' language where readers come and in
// English on the desk. Guards throw a Refusal. A bug is caught once, here, and logged without details to the caller.

import type { Context, ErrorHandler, NotFoundHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { matchedRoutes } from 'hono/route';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { log } from '../log.ts';
import { messagePage } from './views/message.tsx';
import { words } from './views/words.ts';

const TITLES = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Forbidden',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  412: 'The preview has changed',
  413: 'Too large',
  415: 'Unsupported content type',
  422: 'Cannot be processed',
  428: 'If-Match is required',
  429: 'Too many requests',
  500: 'Something broke',
  503: 'Not set up',
} as const satisfies Partial<Record<ContentfulStatusCode, string>>;

export type RefusalStatus = keyof typeof TITLES;

/** Additional members of a problem document, such as the list of preflight problems. */
export type ProblemDetails = Readonly<Record<string, unknown>>;

/** An HTTP refusal: `detail` is shown to the caller, so it says what to do and holds no secret. */
export class Refusal extends HTTPException {
  readonly refusalStatus: RefusalStatus;
  readonly details: ProblemDetails;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: RefusalStatus,
    detail: string,
    details: ProblemDetails = {},
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(status, { message: detail });
    this.refusalStatus = status;
    this.details = details;
    this.headers = headers;
  }
}

export const notFound = (noun: string): Refusal => new Refusal(404, `There is no such ${noun}.`);

/** A refusal that a reader sees, in their language. */
export class ReaderRefusal extends Refusal {
  readonly title: string;

  constructor(
    status: 404 | 405 | 500 | 503,
    title: string,
    text: string,
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(status, text, {}, headers);
    this.title = title;
  }
}

export const answerError: ErrorHandler = (error, c) => {
  if (error instanceof Refusal) return answerRefusal(c, error);
  if (error instanceof HTTPException)
    return answerRefusal(c, new Refusal(toStatus(error.status), error.message));
  log('fault', { where: `${c.req.method} ${matchedRoutes(c).at(-1)?.path ?? ''}`, error });
  const { brokenTitle, brokenText } = words.trouble;
  const refusal = isForReaders(c)
    ? new ReaderRefusal(500, brokenTitle, brokenText)
    : new Refusal(500, 'This is an error of the server. It has been logged.');
  return answerRefusal(c, refusal);
};

export const answerNotFound: NotFoundHandler = (c) => answerNoHandler(c, []);

/** @param methods of the path: none if the path does not exist. */
export function answerNoHandler(c: Context, methods: readonly string[]): Response | Promise<Response> {
  const { missingTitle, missingText } = words.trouble;
  const status = methods.length === 0 ? 404 : 405;
  const headers: Record<string, string> = methods.length === 0 ? {} : { Allow: methods.join(', ') };
  const refusal = isForReaders(c)
    ? new ReaderRefusal(status, missingTitle, missingText, headers)
    : new Refusal(status, `There is nothing at ${c.req.method} ${c.req.path}.`, {}, headers);
  return answerRefusal(c, refusal);
}

function answerRefusal(c: Context, refusal: Refusal): Response | Promise<Response> {
  const { refusalStatus: status, message: detail, details, headers } = refusal;
  for (const [name, value] of Object.entries(headers)) c.header(name, value);
  c.header('Cache-Control', 'no-store');
  const isReader = refusal instanceof ReaderRefusal;
  const title = isReader ? refusal.title : TITLES[status];
  const isProgram = isBelow(c, '/api') || (isForReaders(c) && isJson(c));
  if (!isProgram)
    return c.html(messagePage({ title, text: detail, ...(isReader ? {} : { lang: 'en' }) }), status);
  return c.body(JSON.stringify({ type: 'about:blank', title, status, detail, ...details }), status, {
    'Content-Type': 'application/problem+json; charset=utf-8',
  });
}

const isBelow = (c: Context, path: string): boolean =>
  c.req.path === path || c.req.path.startsWith(`${path}/`);

const isForReaders = (c: Context): boolean =>
  !['/api', '/desk', '/webhooks'].some((path) => isBelow(c, path));

/** A script that signs somebody up gets JSON. */
export const isJson = (c: Context): boolean =>
  /^application\/json\s*(;|$)/i.test(c.req.header('Content-Type') ?? '');

const toStatus = (status: number): RefusalStatus => (status in TITLES ? (status as RefusalStatus) : 400);
