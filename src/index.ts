// The Worker's entry: wiring only.

import { readConfig } from './env.ts';
import { createApp, createUnconfiguredApp } from './http/app.ts';
import { importSigningKeys } from './tokens.ts';

type App = ReturnType<typeof createApp>;

// One app per isolate: its settings cannot change while it lives.
let app: App | undefined;

async function wire(env: Env): Promise<App> {
  const config = readConfig(env);
  if (!config.ok) return createUnconfiguredApp(config.error);
  const keys = await importSigningKeys(config.value.signingKey);
  const [signingKey] = keys;
  if (signingKey === undefined) throw new Error('SIGNING_KEY passed the check but holds no key');
  return createApp({
    config: config.value,
    signingKey,
    keys,
    bootId: config.value.bootId ?? crypto.randomUUID(),
    now: Date.now,
  });
}

export default {
  async fetch(request, env, ctx) {
    app ??= await wire(env);
    return app.fetch(request, env, ctx);
  },
} satisfies ExportedHandler<Env>;
