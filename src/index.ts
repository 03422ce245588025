// The Worker's entry: wiring only.

import { tick } from './clock/index.ts';
import { createKeyedHash, importSigningKeys } from './crypto/tokens.ts';
import { findMove, openPostmaster, withTimeout } from './deliver/index.ts';
import { readConfig } from './env.ts';
import { createApp, createUnconfiguredApp } from './http/app.ts';
import type { Deps } from './http/deps.ts';
import { networkLimitsOf } from './http/network.ts';
import { log } from './log.ts';
import { err, ok, type Result } from './result.ts';

// The name under which the platform knows the class; it outlives every version.
export { PostmasterObject as Postmaster } from './deliver/index.ts';

type Wired = { readonly deps: Deps; readonly app: ReturnType<typeof createApp> };

// Wired once per isolate: its settings cannot change while it lives.
let wired: Result<Wired, readonly string[]> | undefined;

async function wire(env: Env): Promise<Result<Wired, readonly string[]>> {
  const config = readConfig(env);
  if (!config.ok) return err(config.error);
  const keys = await importSigningKeys(config.value.signingKey);
  const [signingKey] = keys;
  if (signingKey === undefined) throw new Error('SIGNING_KEY passed the check but holds no key');
  const { erasureKey } = config.value;
  const deps: Deps = {
    config: config.value,
    signingKey,
    keys,
    erasure: erasureKey === null ? null : await createKeyedHash(erasureKey),
    bootId: config.value.bootId ?? crypto.randomUUID(),
    db: env.DB,
    postmaster: () => openPostmaster(env.POSTMASTER, config.value),
    networkLimits: networkLimitsOf(env),
    now: Date.now,
  };
  return ok({ deps, app: createApp(deps) });
}

const PLACE_TIMEOUT_MS = 3_000;
const PLACE_RETRY_MS = 30_000;
/** When to ask D1 again whether the first start was in this jurisdiction. */
let placeCheckAt = 0;

async function start(env: Env): Promise<Result<Wired, readonly string[]>> {
  wired ??= await wire(env);
  if (!wired.ok || wired.value.deps.config.local || Date.now() < placeCheckAt) return wired;
  // Requests that arrive meanwhile do not wait, even if D1 is slow.
  placeCheckAt = Date.now() + PLACE_RETRY_MS;
  try {
    const move = await withTimeout(findMove(env.DB, wired.value.deps.config, Date.now()), PLACE_TIMEOUT_MS);
    placeCheckAt = Number.POSITIVE_INFINITY;
    if (move !== null) wired = err([move]);
  } catch (error) {
    log('fault', { where: 'asking D1 where the first start was', error });
  }
  if (!wired.ok) log('fault', { where: 'the settings', error: wired.error.join(' ') });
  return wired;
}

export default {
  async fetch(request, env, ctx) {
    const started = await start(env);
    const app = started.ok ? started.value.app : createUnconfiguredApp(started.error);
    return app.fetch(request, env, ctx);
  },

  async scheduled(controller, env) {
    const started = await start(env);
    if (!started.ok) throw new Error(started.error.join(' '));
    log('tick', { outcome: await tick(started.value.deps, controller.scheduledTime) });
  },
} satisfies ExportedHandler<Env>;
