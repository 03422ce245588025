// The promise of key rotation: with the new key first in SIGNING_KEY and the old one after it, every link in an inbox
// keeps working; without the old one, none does; and people who were erased stay erased throughout.

import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, it } from 'vitest';
import { createKeyedHash, importSigningKeys, signToken } from '../../src/crypto/tokens.ts';
import { POSTMASTER_NAME } from '../../src/deliver/index.ts';
import { readConfig } from '../../src/env.ts';
import { createApp } from '../../src/http/app.ts';
import { networkLimitsOf } from '../../src/http/network.ts';
import { findByAddress, importSubscribers, openDataLink, requestSignup } from '../../src/store/index.ts';

const OLD = 'the-old-signing-key';
const NEW = 'the-new-signing-key';

/** The site as it runs with this list of keys. */
async function siteWith(signingKeys: string, canErase = true) {
  const config = readConfig({ ...env, SIGNING_KEY: signingKeys });
  if (!config.ok) throw new Error(config.error.join());
  const keys = await importSigningKeys(config.value.signingKey);
  const app = createApp({
    config: config.value,
    signingKey: keys[0]!,
    keys,
    erasure: canErase ? await createKeyedHash(config.value.erasureKey!) : null,
    bootId: 'test',
    db: env.DB,
    postmaster: () => env.POSTMASTER.getByName(POSTMASTER_NAME),
    networkLimits: networkLimitsOf(env),
    now: Date.now,
  });
  const request = async (path: string, init: RequestInit = {}) => {
    const context = createExecutionContext();
    const response = await app.request(path, init, env, context);
    await waitOnExecutionContext(context);
    return response;
  };
  return { key: keys[0]!, request };
}

const post = (fields: Record<string, string> = {}) => ({ method: 'POST', body: new URLSearchParams(fields) });

it('links in inboxes work as long as their key is in the list', async () => {
  const before = await siteWith(OLD);
  await importSubscribers(env.DB, [{ email: 'ann@x.org', name: null, state: 'active' }], 1);
  const { id } = (await findByAddress(env.DB, 'ann@x.org'))!;
  const asking = { email: 'bo@x.org', source: 'form', wording: 'w', expiresAt: Date.now() + 9e6 };
  const asked = (await requestSignup(env.DB, asking, 1))!;
  const hour = Date.now() + 3.6e6;
  const visit = await openDataLink(env.DB, id, hour);
  const links = [
    `/unsubscribe/${await signToken(before.key, 'unsubscribe', id)}`,
    `/preferences/${await signToken(before.key, 'unsubscribe', id)}`,
    `/preferences/${await signToken(before.key, 'visit', visit, hour)}`,
    `/confirm/${await signToken(before.key, 'confirm', asked, hour)}`,
  ];
  const statuses = async (site: { request: (path: string) => Promise<Response> }) =>
    Promise.all(links.map(async (link) => (await site.request(link)).status));

  expect(await statuses(before)).toEqual([200, 200, 200, 200]);
  const rotated = await siteWith(`${NEW}, ${OLD}`);
  expect(rotated.key.id).not.toBe(before.key.id);
  expect(await statuses(rotated)).toEqual([200, 200, 200, 200]);
  expect(await statuses(await siteWith(NEW))).toEqual([404, 404, 404, 404]);
  expect((await rotated.request(links[0]!, post())).status).toBe(200);
  expect((await rotated.request(links[3]!, post())).status).toBe(200);
  expect(await findByAddress(env.DB, 'ann@x.org')).toMatchObject({ state: 'unsubscribed' });
  expect(await findByAddress(env.DB, 'bo@x.org')).toMatchObject({ state: 'active' });
});

it('an erased address stays erased after every signing key was changed', async () => {
  const before = await siteWith(OLD);
  await importSubscribers(env.DB, [{ email: 'cy@x.org', name: null, state: 'active' }], 1);
  const { id } = (await findByAddress(env.DB, 'cy@x.org'))!;
  const editor = { Authorization: 'Bearer dev' };
  const erased = await before.request(`/api/subscribers/${id}`, { method: 'DELETE', headers: editor });
  expect(erased.status).toBe(200);
  const after = await siteWith(NEW);
  const answer = await after.request('/api/subscribers/import?confirmed=true', {
    method: 'POST',
    body: 'email\ncy@x.org\n',
    headers: { ...editor, 'Content-Type': 'text/csv' },
  });
  expect(await answer.json()).toMatchObject({ added: 0, erased: 1 });
  expect(await findByAddress(env.DB, 'cy@x.org')).toBeNull();
});

it('without ERASURE_KEY nobody is erased by half, and an import brings back nobody who was erased', async () => {
  const editor = { Authorization: 'Bearer dev' };
  const site = await siteWith(NEW, false);
  const rows = [{ email: 'dan@x.org', name: null, state: 'active' as const }];
  await importSubscribers(env.DB, rows, 1);
  const { id } = (await findByAddress(env.DB, 'dan@x.org'))!;
  const refused = await site.request(`/api/subscribers/${id}`, { method: 'DELETE', headers: editor });
  expect(refused.status).toBe(503);
  expect(await refused.text()).toContain('ERASURE_KEY');

  const hour = Date.now() + 3.6e6;
  const token = await signToken(site.key, 'visit', await openDataLink(env.DB, id, hour), hour);
  expect((await site.request(`/preferences/${token}`, post({ action: 'erase' }))).status).toBe(503);
  // The link still works for something else.
  expect((await site.request(`/preferences/${token}`)).status).toBe(200);
  expect(await findByAddress(env.DB, 'dan@x.org')).toMatchObject({ id, state: 'active' });

  // Cy was erased above, under a key that is missing here.
  const answer = await site.request('/api/subscribers/import?confirmed=true', {
    method: 'POST',
    body: 'email\ncy@x.org\n',
    headers: { ...editor, 'Content-Type': 'text/csv' },
  });
  expect(answer.status).toBe(503);
  expect(await findByAddress(env.DB, 'cy@x.org')).toBeNull();
});
