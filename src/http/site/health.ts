// GET /health: whether all is well, for programs that watch. Strangers get the names of what is not; who brings the
// editor token gets the reasons and figures as well.

import { type Context, type Handler, Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import * as z from 'zod';
import { publication } from '../../../content/publication.ts';
import { withTimeout } from '../../deliver/index.ts';
import { PLANS } from '../../env.ts';
import { log } from '../../log.ts';
import { readStoreCondition } from '../../store/index.ts';
import type { Deps } from '../deps.ts';
import { requireEditor } from '../guards.ts';
import { problems } from '../openapi.ts';
import { CHECKS, type Facts } from './health-checks.ts';

const healthSchema = z.object({
  ok: z.boolean().describe('Whether nothing is wrong'),
  bootId: z.string().describe('Changes with every start of the server'),
  problems: z.array(z.string()).describe('Names of what is wrong, such as clock-late'),
  details: z
    .object({
      reasons: z
        .record(z.string(), z.string())
        .describe('By the name of the problem: what it is, and what to do'),
      askedAt: z.iso.datetime().describe('When the stores were asked: at most every ten seconds'),
      lastTick: z.iso.datetime().nullable(),
      pausedIssues: z.int().nullable(),
      heldDrafts: z.int().nullable().describe('Of the clock: something keeps them from being sent'),
      waitingDrafts: z.int().nullable().describe('Of the clock: they wait for an approval'),
      openDecisions: z.int().nullable(),
      quotaUntil: z.iso.datetime().nullable(),
      plan: z
        .object({ name: z.enum(PLANS), ratePerSecond: z.number().nullable() })
        .describe('The setting PLAN, and how many mails a second it allows at most'),
    })
    .optional()
    .describe('For editors alone'),
});

const EVERY_MS = 10_000;
/** A start must be known to be one within ten seconds, whatever else is slow. */
const TIMEOUT_MS = 4_000;
const POLL_MS = 50;

type Known = Pick<Facts, 'store' | 'mail' | 'at'>;

export function healthRoute(deps: Deps, timeoutMs = TIMEOUT_MS): Hono {
  const look = createLookout(deps, timeoutMs);
  const guard = requireEditor(deps);
  const answer = { 'application/json': { schema: resolver(healthSchema) } };
  return new Hono().get(
    '/',
    describeRoute({
      summary: 'Whether the server is up, and what is wrong',
      description: 'Anybody may ask. With the bearer token the answer has details.',
      security: [{}, { editor: [] }],
      responses: {
        200: { description: 'It is up. `ok` says whether something is wrong', content: answer },
        ...problems(401),
        503: { description: 'The provider refuses the account, and no mail leaves', content: answer },
      },
    }),
    async (c) => {
      c.header('Cache-Control', 'no-store');
      const isEditor = c.req.header('Authorization') !== undefined;
      if (isEditor) await guard(c, async () => {});
      const { config, bootId } = deps;
      const facts: Facts = { config, publication, host: new URL(c.req.url).host, ...(await look(c)) };
      const found = CHECKS.flatMap((check) => {
        const reason = check.find(facts);
        return reason === null ? [] : [{ ...check, reason }];
      });
      const health = { ok: found.length === 0, bootId, problems: found.map(({ name }) => name) };
      const reasons = Object.fromEntries(found.map(({ name, reason }) => [name, reason]));
      const isStopped = found.some(({ stopsAllMail }) => stopsAllMail === true);
      return c.json(
        isEditor ? { ...health, details: { reasons, ...describe(facts) } } : health,
        isStopped ? 503 : 200,
      );
    },
  );
}

const describe = ({ store, mail, at, config }: Facts) => ({
  askedAt: new Date(at).toISOString(),
  lastTick: toIso(store?.lastTick),
  pausedIssues: store?.pausedIssues.length ?? null,
  heldDrafts: store?.heldDrafts ?? null,
  waitingDrafts: store?.waitingDrafts ?? null,
  openDecisions: mail?.openDecisions ?? null,
  quotaUntil: toIso(mail?.quotaUntil),
  plan: mail?.plan ?? { name: config.plan, ratePerSecond: null },
});

const toIso = (at: number | null | undefined): string | null =>
  at == null ? null : new Date(at).toISOString();

/**
 * Asks the stores at most every ten seconds, however often it is asked: nobody can make them work by asking here.
 * One request asks, and those that come meanwhile look whether it knows yet, since on Workers none may wait for what
 * another one does.
 */
function createLookout({ db, postmaster, now }: Deps, timeoutMs: number): (c: Context) => Promise<Known> {
  let known: Known | null = null;
  let askedAt = Number.NEGATIVE_INFINITY;

  const orNull = async <T>(whom: string, answer: () => Promise<T>): Promise<T | null> => {
    try {
      return await withTimeout(answer(), timeoutMs);
    } catch (error) {
      log('fault', { where: `asking ${whom} for /health`, error });
      return null;
    }
  };

  const ask = async (at: number): Promise<void> => {
    const [store, mail] = await Promise.all([
      orNull('D1', () => readStoreCondition(db)),
      orNull('the Postmaster', () => postmaster().condition()),
    ]);
    known = { store, mail, at };
  };

  return async (c) => {
    const at = now();
    // Also after a clock that was set back.
    if (Math.abs(at - askedAt) >= EVERY_MS) {
      askedAt = at;
      const asked = ask(at);
      c.executionCtx.waitUntil(asked);
      await asked;
    }
    for (let waited = 0; known === null && waited < timeoutMs; waited += POLL_MS)
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    return known ?? { store: null, mail: null, at };
  };
}

/**
 * The same for a Worker that lacks settings: their names, and no values. Every other path says how to set them.
 * @param problems as `readConfig` tells them: each begins with the name of what is wrong.
 */
export function unconfiguredHealth(problems: readonly string[]): Handler {
  return (c) => {
    c.header('Cache-Control', 'no-store');
    return c.json({ ok: false, problems: [...new Set(problems.map(nameProblem))] }, 503);
  };
}

/** "EDITOR_TOKEN is missing: …" is `editor-token-missing`, what else is wrong with it `editor-token-wrong`. */
function nameProblem(sentence: string): string {
  const [, setting = 'setting', rest = ''] = /^(?:content\/)?([A-Za-z_]+)(.*)/.exec(sentence) ?? [];
  const name = setting.toLowerCase().replaceAll('_', '-');
  return `${name}-${rest.startsWith(' is missing') ? 'missing' : 'wrong'}`;
}
