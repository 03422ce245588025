// The Worker of the bench: Copydesk as it is, with counters around its database, its Durable Object's tables and
// its outgoing requests, and a few routes that do one thing many times. What Copydesk loads on demand is so here, too.

import { publication } from '../../content/publication.ts';
import { importSigningKeys, signToken } from '../../src/crypto/tokens.ts';
import { encodeBatch } from '../../src/deliver/request/build.ts';
import worker, { Postmaster as RealPostmaster } from '../../src/index.ts';
import { type Count, countDatabase, countSql, isSame, none, summed } from './count.ts';

/** What each invocation took, since it was last asked for. */
let invocations: (Count & { name: string })[] = [];
/** What the invocation takes that is under way; there is one at a time of each. */
let inAlarm = { name: 'outside', ...none() };
let inRequest: Count = none();

const realFetch = globalThis.fetch;
globalThis.fetch = (...request: Parameters<typeof fetch>) => {
  inAlarm.requests += 1;
  return realFetch(...request);
};

export class Postmaster extends RealPostmaster {
  constructor(ctx: DurableObjectState, env: Env) {
    countSql(ctx.storage.sql, () => inAlarm);
    const setAlarm = ctx.storage.setAlarm.bind(ctx.storage);
    // Each costs a row (https://developers.cloudflare.com/durable-objects/platform/pricing/).
    Object.defineProperty(ctx.storage, 'setAlarm', {
      value: (at: number) => {
        inAlarm.ownRowsWritten += 1;
        return setAlarm(at);
      },
    });
    super(ctx, { ...env, DB: countDatabase(env.DB, () => inAlarm) });
  }

  override async alarm(): Promise<void> {
    // What it leaves under way is counted with it until the next begins.
    inAlarm = { name: 'alarm', ...none() };
    invocations.push(inAlarm);
    await super.alarm();
  }
}

export default {
  async fetch(request, env, ctx) {
    const url = new URL(request.url);
    const measure = BENCH[url.pathname];
    if (measure !== undefined) return Response.json(await measure(url.searchParams, request, env));
    inRequest = none();
    const counted = { ...env, DB: countDatabase(env.DB, () => inRequest) };
    const response = await worker.fetch(request, counted, ctx);
    if (!isSame(inRequest, none()))
      invocations.push({ name: `${request.method} ${url.pathname}`, ...inRequest });
    return response;
  },
  async scheduled(controller, env) {
    inRequest = none();
    await worker.scheduled(controller, { ...env, DB: countDatabase(env.DB, () => inRequest) });
    invocations.push({ name: 'tick', ...inRequest });
  },
} satisfies ExportedHandler<Env>;

type Measure = (query: URLSearchParams, request: Request, env: Env) => Promise<unknown>;

const BENCH: Record<string, Measure> = {
  '/bench/nothing': async () => ({}),
  '/bench/query': async (_query, _request, env) => (await env.DB.prepare('SELECT 1').all()).results,
  '/bench/counts': async () => {
    const taken = invocations;
    invocations = [];
    return { invocations: taken, all: summed(taken) };
  },
  '/bench/digest': async (_, request) => digestOf(await request.text()),
  /** Renders html and text part `times` times. */
  '/bench/render': async (query, request) => {
    const digest = await digestOf(await request.text());
    const { renderIssue } = await import('../../src/render/index.ts');
    let bytes = 0;
    for (let n = 0; n < times(query); n += 1) {
      const { template } = await renderIssue(digest, renderOptions(`issue-${n}`));
      bytes += template.html.length + template.text.length;
    }
    return { bytes };
  },
  /** From a raw text to the bytes that are approved, `times` times: what a tick that makes an issue computes. */
  '/bench/freeze': async (query, request) => {
    const raw = await request.text();
    const { freezeIssue } = await import('../../src/issue/index.ts');
    const options = { publication, siteUrl: 'https://news.example.com', keyId: '00000000', local: true };
    for (let n = 0; n < times(query); n += 1) {
      const words = { id: `issue-${n}`, subject: null, preheader: null };
      const frozen = await freezeIssue(
        words,
        [{ id: '1', raw, format: 'text' as const, overrides: [] }],
        options,
      );
      if (!frozen.ok) throw new Error(frozen.error.message);
    }
    return {};
  },
  /** Writes the request for `times` batches of `mails`, as a run does: sign, splice, SHA-256. */
  '/bench/draft': async (query, request) => {
    const { renderIssue } = await import('../../src/render/index.ts');
    const { template } = await renderIssue(await digestOf(await request.text()), renderOptions('issue'));
    const [key] = await importSigningKeys('a-signing-key-for-the-bench');
    if (key === undefined) throw new Error('no key');
    const size = Number(query.get('mails') ?? '50');
    let mails = 0;
    for (let n = 0; n < times(query); n += 1) {
      const recipients = Array.from({ length: size }, (_, i) => ({
        id: `${n * size + i}`,
        email: `reader-${n}-${i}@example.org`,
      }));
      mails += (
        await encodeBatch(
          template,
          recipients,
          (id) => signToken(key, 'unsubscribe', id),
          Number.POSITIVE_INFINITY,
        )
      ).size;
    }
    return { mails };
  },
  /** Makes `times` active subscribers, in the database itself: an import of a million rows would take long. */
  '/bench/subscribe': async (query, _, env) => {
    const count = times(query);
    for (let from = 1; from <= count; from += 50_000) {
      const to = Math.min(count, from + 49_999);
      await env.DB.prepare(
        `WITH RECURSIVE n (i) AS (SELECT ?1 UNION ALL SELECT i + 1 FROM n WHERE i < ?2)
         INSERT INTO subscribers (email, name, state, activation, source, created_at, changed_at)
         SELECT 'reader-' || i || '@example.org', NULL, 'active', i, 'import', 0, 0 FROM n`,
      )
        .bind(from, to)
        .run();
    }
    await env.DB.prepare(`UPDATE counters SET value = ?1 WHERE name = 'activation'`).bind(count).run();
    return { count };
  },
};

const times = (query: URLSearchParams): number => Number(query.get('times') ?? '1');

async function digestOf(raw: string) {
  const { clean } = await import('../../src/clean/index.ts');
  const { compose } = await import('../../src/digest/index.ts');
  const report = clean(raw);
  if (!report.ok) throw new Error(report.error.message);
  return compose([report.value], { lang: publication.language });
}

const renderOptions = (issueId: string) => ({
  publication,
  linkBase: 'https://news.example.com',
  keyId: '00000000',
  local: true,
  issueId,
});
