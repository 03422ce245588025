// The site with some of its parts replaced, such as its clock, or a Postmaster that does not answer.

import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { createKeyedHash, importSigningKeys } from '../../src/crypto/tokens.ts';
import { POSTMASTER_NAME } from '../../src/deliver/index.ts';
import { readConfig } from '../../src/env.ts';
import { createApp } from '../../src/http/app.ts';
import type { Deps } from '../../src/http/deps.ts';
import { networkLimitsOf } from '../../src/http/network.ts';
import { SITE } from './client.ts';

export type Answer = {
  readonly response: Response;
  /** Resolves when the work after the answer is done. */
  readonly done: () => Promise<void>;
};

export async function createSiteApp(parts: Partial<Deps> = {}): Promise<ReturnType<typeof createApp>> {
  const config = readConfig(env);
  if (!config.ok) throw new Error(config.error.join());
  const keys = await importSigningKeys(config.value.signingKey);
  return createApp({
    config: config.value,
    signingKey: keys[0]!,
    keys,
    erasure: config.value.erasureKey === null ? null : await createKeyedHash(config.value.erasureKey),
    bootId: 'test',
    db: env.DB,
    postmaster: () => env.POSTMASTER.getByName(POSTMASTER_NAME),
    networkLimits: networkLimitsOf(env),
    now: Date.now,
    ...parts,
  });
}

export async function createSite(
  parts: Partial<Deps> = {},
): Promise<(path: string, init?: RequestInit) => Promise<Answer>> {
  const app = await createSiteApp(parts);
  return async (path, init) => {
    const context = createExecutionContext();
    const response = await app.request(`${SITE}${path}`, init, env, context);
    return { response, done: () => waitOnExecutionContext(context) };
  };
}
