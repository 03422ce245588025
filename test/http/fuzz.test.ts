// The whole site under requests as nobody means them: whatever comes, the answer is one of ours. The routes are the
// app's own, so a new one is in it. `FUZZ_REQUESTS=100000 npm test -- test/http/fuzz` takes longer; FUZZ_SEED repeats.

import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import type { Hono } from 'hono';
import { expect, it, vi } from 'vitest';
import { importSigningKeys, type SigningKey, signToken } from '../../src/crypto/tokens.ts';
import { createUnconfiguredApp } from '../../src/http/app.ts';
import { findByAddress, openDataLink, requestSignup } from '../../src/store/index.ts';
import { EDITOR, SITE } from '../support/client.ts';
import {
  CANARY,
  createRandom,
  type FuzzRequest,
  fuzzRequest,
  type Known,
  sharpRequests,
} from '../support/fuzz-requests.ts';
import { createSiteApp } from '../support/site.ts';

const REQUESTS = Number(process.env['FUZZ_REQUESTS'] ?? 2000);
const SEED = Number(process.env['FUZZ_SEED'] ?? (REQUESTS > 2000 ? Date.now() : 1));
const PATIENCE_MS = 120_000 + 60 * REQUESTS;
/** The world is made anew after so many, since requests delete what they meet. */
const ROUND = 250;
/** At once: some answers take their time, so that nobody learns from it. */
const AT_ONCE = 25;

const [key] = (await importSigningKeys(env.SIGNING_KEY)) as [SigningKey];

async function send(app: Hono, { path, init }: FuzzRequest): Promise<Response> {
  const context = createExecutionContext();
  const response = await app.request(`${SITE}${path}`, init, env, context);
  if (response.headers.get('Content-Type')?.startsWith('text/event-stream')) await response.body?.cancel();
  else await waitOnExecutionContext(context);
  return response;
}

async function createWorld(app: Hono, round: number): Promise<Known> {
  const post = (path: string, type: string, body: string) =>
    send(app, { path, init: { method: 'POST', body, headers: { ...EDITOR, 'Content-Type': type } } });
  const email = `reader-${round}@x.org`;
  await post('/api/subscribers/import?confirmed=true', 'text/csv', `email,name\n${email},${'"'}Ann"\n`);
  const raw = `Round ${round} of ${CANARY}\n\nThe ferry ${round} leaves ${CANARY} at nine, it said.\n`;
  const report = (await (await post('/api/reports', 'text/plain', raw)).json()) as { id: string };
  const draft = async () =>
    (await (
      await post('/api/issues', 'application/json', JSON.stringify({ reports: [report.id] }))
    ).json()) as {
      id: string;
    };
  const issues = [(await draft()).id, (await draft()).id];
  const etags = await Promise.all(
    issues.map(async (id) => {
      const preview = await send(app, {
        path: `/api/issues/${id}/preview`,
        init: { method: 'GET', headers: EDITOR },
      });
      return preview.headers.get('ETag') ?? '';
    }),
  );
  // The first of them leaves, so that it stands on the web.
  const If = { ...EDITOR, 'If-Match': etags[0] ?? '' };
  const sent = await send(app, {
    path: `/api/issues/${issues[0]}/send`,
    init: { method: 'POST', headers: If },
  });
  const { slug } = (await sent.json()) as { slug: string };
  const login = await post('/desk/login', 'application/x-www-form-urlencoded', 'token=dev');
  const hour = Date.now() + 3_600_000;
  const asking = { email: `asked-${round}@x.org`, source: 'form', wording: '', expiresAt: hour };
  const { id } = (await findByAddress(env.DB, email))!;
  return {
    ids: [id, report.id, '1'],
    reports: [report.id],
    issues,
    etags,
    slugs: [slug, slug, 'example', issues[1] ?? ''],
    tokens: [
      await signToken(key, 'unsubscribe', id),
      await signToken(key, 'unsubscribe', 'example'),
      await signToken(key, 'confirm', (await requestSignup(env.DB, asking, Date.now()))!, hour),
      await signToken(key, 'visit', await openDataLink(env.DB, id, hour), hour),
    ],
    cookie: login.headers.get('Set-Cookie')?.split(';')[0] ?? '',
  };
}

/** @returns what is wrong with the answer. */
async function judge({ path, init }: FuzzRequest, response: Response): Promise<string[]> {
  const { status, headers } = response;
  const { pathname } = new URL(`${SITE}${path}`);
  const type = headers.get('Content-Type') ?? '';
  const body = response.bodyUsed || type.startsWith('text/event-stream') ? '' : await response.text();
  const faults: string[] = [];
  const must = (holds: boolean, fault: string) => holds || faults.push(fault);
  must(status < 500, 'a fault of the server');
  must(headers.get('X-Content-Type-Options') === 'nosniff', 'no X-Content-Type-Options');
  must(headers.get('Referrer-Policy') === 'no-referrer', 'no Referrer-Policy');
  must(/default-src 'none'/.test(headers.get('Content-Security-Policy') ?? ''), 'no Content-Security-Policy');
  must(headers.has('X-Frame-Options'), 'no X-Frame-Options');
  if (
    /^\/(api|desk|confirm|unsubscribe|preferences)(\/|$)/.test(pathname) &&
    !pathname.startsWith('/api/openapi.json')
  )
    must(/no-store/.test(headers.get('Cache-Control') ?? ''), 'may be cached');
  must(
    headers.getSetCookie().every((cookie) => cookie.startsWith('copydesk_session=')),
    'sets a cookie of others',
  );
  if (status >= 300 && status < 400)
    must(/^\/(?!\/)[!-~]*$/.test(headers.get('Location') ?? ''), `leads to ${headers.get('Location')}`);
  if (status >= 400 && init.method !== 'HEAD') {
    const isProblem = type.startsWith('application/problem+json') && JSON.parse(body).status === status;
    must(
      isProblem || (type.startsWith('text/html') && /<h1/.test(body)),
      `neither problem nor page: ${type}`,
    );
  }
  if (type.startsWith('text/html'))
    must(!/<x-canary|"x-canary-attribute/.test(body), `${CANARY} stands in html as it came`);
  for (const secret of [env.SIGNING_KEY, 'the-erasure-key-of-a-local-copy'])
    must(!body.includes(secret) && ![...headers.values()].join().includes(secret), 'tells a secret');
  must(
    !/\b(D1_ERROR|SQLITE|TypeError|RangeError|SyntaxError)\b|\n\s+at .+:\d+:\d+/.test(body),
    'tells of its inside',
  );
  return faults.map((fault) => `${init.method} ${path}: ${status} ${fault}`);
}

it('answers whatever comes with a page or a problem, with every header, and without a fault', {
  timeout: PATIENCE_MS,
}, async () => {
  const complaints = vi.spyOn(console, 'error').mockImplementation(() => {});
  const random = createRandom(SEED);
  const app = await createSiteApp();
  const routes = [...new Map(app.routes.map((route) => [`${route.method} ${route.path}`, route])).values()];
  const faults: string[] = [];
  const statuses = new Map<number, number>();
  let waiting = sharpRequests(routes, await createWorld(app, 0));
  for (let sent = 0; sent < REQUESTS; sent += ROUND) {
    const known = await createWorld(app, sent + 1);
    for (let n = 0; n < ROUND; n += AT_ONCE) {
      const sharp = waiting.slice(0, AT_ONCE);
      waiting = waiting.slice(AT_ONCE);
      const others = Array.from({ length: AT_ONCE - sharp.length }, () => fuzzRequest(random, routes, known));
      const answers = await Promise.all(
        [...sharp, ...others].map(async (request) => {
          const response = await send(app, request);
          statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
          return judge(request, response);
        }),
      );
      faults.push(...answers.flat());
    }
  }
  expect(waiting).toEqual([]);
  const logged = complaints.mock.calls.map((call) => call.map(String).join(' '));
  complaints.mockRestore();
  console.log(`${REQUESTS} requests by seed ${SEED}:`, Object.fromEntries([...statuses].sort()));
  expect({ seed: SEED, faults: faults.slice(0, 40), logged: logged.slice(0, 20) }).toEqual({
    seed: SEED,
    faults: [],
    logged: [],
  });
  // Most of it must come further than the door.
  expect(statuses.get(200) ?? 0).toBeGreaterThan(REQUESTS / 20);
});

it('answers nothing but what is missing as long as it is not set up', async () => {
  const random = createRandom(SEED);
  const routes = (await createSiteApp()).routes;
  const app = createUnconfiguredApp(['SIGNING_KEY is missing.']);
  const known = {
    ids: ['1'],
    reports: ['1'],
    issues: ['1'],
    tokens: ['x'],
    slugs: ['x'],
    etags: ['"x"'],
    cookie: 'x=y',
  };
  for (let sent = 0; sent < REQUESTS / 20; sent += 1) {
    const request = fuzzRequest(random, routes, known);
    const response = await send(app, request);
    expect(response.status, `${request.init.method} ${request.path}`).toBe(503);
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
  }
});
