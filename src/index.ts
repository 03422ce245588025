// The Worker's entry: wiring only.

import { tick } from './clock.ts';
import { POSTMASTER_NAME } from './deliver/index.ts';
import { readConfig } from './env.ts';
import { createApp, createUnconfiguredApp, type Deps } from './http/app.ts';
import { networkLimitsOf } from './http/network.ts';
import { err, ok, type Result } from './result.ts';
import { createKeyedHash, importSigningKeys } from './tokens.ts';

export { Postmaster } from './deliver/index.ts';

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
    postmaster: () => env.POSTMASTER.getByName(POSTMASTER_NAME),
    networkLimits: networkLimitsOf(env),
    now: Date.now,
  };
  return ok({ deps, app: createApp(deps) });
}

export default {
  async fetch(request, env, ctx) {
    wired ??= await wire(env);
    const app = wired.ok ? wired.value.app : createUnconfiguredApp(wired.error);
    return app.fetch(request, env, ctx);
  },

  async scheduled(controller, env) {
    wired ??= await wire(env);
    if (!wired.ok) throw new Error(wired.error.join(' '));
    console.log(await tick(wired.value.deps, controller.scheduledTime));
  },
} satisfies ExportedHandler<Env>;
