// GET /health: problems, for monitoring. Strangers get their names; anyone with the editor token gets reasons and figures
// as well.

import { type Context, type Handler, Hono } from 'hono';
import { publication } from '../../../content/publication.ts';
import { withTimeout } from '../../deliver/index.ts';
import { log } from '../../log.ts';
import { readStoreCondition } from '../../store/index.ts';
import type { Deps } from '../deps.ts';
import { requireEditor } from '../guards.ts';
import { CHECKS, type Facts } from './health-checks.ts';

const EVERY_MS = 10_000;
/** A script must notice a start within ten seconds, even if a store is slow. */
const TIMEOUT_MS = 4_000;
const POLL_MS = 50;

type Known = Pick<Facts, 'store' | 'mail' | 'at'>;

export function healthRoute(deps: Deps, timeoutMs = TIMEOUT_MS): Hono {
  const look = createLookout(deps, timeoutMs);
  const guard = requireEditor(deps);
  return new Hono().get('/', async (c) => {
    c.header('Cache-Control', 'no-store');
    const isEditor = c.req.header('Authorization') !== undefined;
    if (isEditor) await guard(c, async () => {});
    const facts = { config: deps.config, publication, host: new URL(c.req.url).host, ...(await look(c)) };
    const { health, reasons, isStopped } = judge(facts, deps.bootId);
    const details = { reasons, ...describe(facts) };
    return c.json(isEditor ? { ...health, details } : health, isStopped ? 503 : 200);
  });
}

function judge(facts: Facts, bootId: string) {
  const found = CHECKS.flatMap((check) => {
    const reason = check.find(facts);
    return reason === null ? [] : [{ ...check, reason }];
  });
  return {
    health: { ok: found.length === 0, bootId, problems: found.map(({ name }) => name) },
    reasons: Object.fromEntries(found.map(({ name, reason }) => [name, reason])),
    isStopped: found.some(({ stopsAllMail }) => stopsAllMail === true),
  };
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
 * Asks the stores at most every ten seconds, so that nobody can overload them through /health. One request asks. Others in
 * the meantime poll for its result, since on Workers no request may wait for a promise of another one.
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
    // Also if the system clock was set back.
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
 * The same for a Worker that lacks settings: their names, without values. All other paths say how to set them.
 * @param problems from `readConfig`: each begins with the name of the setting.
 */
export function unconfiguredHealth(problems: readonly string[]): Handler {
  return (c) => {
    c.header('Cache-Control', 'no-store');
    return c.json({ ok: false, problems: [...new Set(problems.map(nameProblem))] }, 503);
  };
}

/** "EDITOR_TOKEN is missing: …" becomes `editor-token-missing`, any other problem `editor-token-wrong`. */
function nameProblem(sentence: string): string {
  const [, setting = 'setting', rest = ''] = /^(?:content\/)?([A-Za-z_]+)(.*)/.exec(sentence) ?? [];
  const name = setting.toLowerCase().replaceAll('_', '-');
  return `${name}-${rest.startsWith(' is missing') ? 'missing' : 'wrong'}`;
}
