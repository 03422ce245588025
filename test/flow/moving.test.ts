// The promise to the earlier address: when its issues go to another address, it is notified once, whatever dies or is
// repeated in between.

import { env } from 'cloudflare:workers';
import { beforeEach, expect, it, vi } from 'vitest';
import { publication } from '../../content/publication.ts';
import { tick } from '../../src/clock/index.ts';
import { importSigningKeys, signToken } from '../../src/crypto/tokens.ts';
import { POSTMASTER_NAME, type PostmasterObject } from '../../src/deliver/index.ts';
import { readConfig } from '../../src/env.ts';
import {
  findByAddress,
  importSubscribers,
  listOutbox,
  requestSignup,
  suppressSubscriber,
} from '../../src/store/index.ts';
import { emptyDatabase } from '../support/empty-database.ts';
import { untilMailed } from '../support/outbox.ts';
import { createSite } from '../support/site.ts';

const HOUR = 3_600_000;
const NOW = Date.now();
const SUBJECT = `Your address for ${publication.name} was changed`;
const config = readConfig(env);
const [key] = config.ok ? await importSigningKeys(config.value.signingKey) : [];
const signingKey = key!;
const postmaster = () => env.POSTMASTER.getByName(POSTMASTER_NAME);

/** Takes no mails, or takes them and its reply is lost. */
const failing = (how: 'unreachable' | 'reply lost') => () =>
  ({
    wake: () => postmaster().wake(),
    sendOne: async (message: Parameters<PostmasterObject['sendOne']>[0]) => {
      if (how === 'reply lost') await postmaster().sendOne(message);
      throw new Error('The connection to the Postmaster was lost.');
    },
  }) as unknown as DurableObjectStub<PostmasterObject>;

let old = '';
let next = '';

beforeEach(async () => {
  await emptyDatabase();
  const name = crypto.randomUUID().slice(0, 8);
  [old, next] = [`${name}@home.example`, `${name}@work.example`];
  await importSubscribers(env.DB, [{ email: old, name: 'Ann', state: 'active' }], NOW);
});

/** The link in the mail to the new address. */
async function askToMove(): Promise<string> {
  const replaces = (await findByAddress(env.DB, old))?.id ?? '';
  const asking = { email: next, source: 'change of address', wording: '', replaces, expiresAt: NOW + HOUR };
  const id = await requestSignup(env.DB, asking, NOW);
  return `/confirm/${await signToken(signingKey, 'confirm', id ?? '', NOW + HOUR)}`;
}

async function confirm(path: string, given = postmaster): Promise<void> {
  const site = await createSite({ postmaster: given, now: () => NOW });
  const { response, done } = await site(path, { method: 'POST' });
  await done();
  expect(response.status).toBe(200);
}

const tickAt = (time: number) => {
  if (!config.ok) throw new Error(config.error.join());
  const deps = { config: config.value, signingKey, db: env.DB, postmaster, now: () => time };
  const quiet = { ...publication, sending: { ...publication.sending, days: [] }, weekly: null };
  return tick(deps, time, { publication: quiet, reports: [] });
};

const owed = () => env.DB.prepare('SELECT count(*) AS n FROM consents WHERE tells IS NOT NULL').first('n');
const told = async () =>
  (await listOutbox(env.DB, { limit: 1000 })).filter((mail) => mail.to === old && mail.subject === SUBJECT);

it('the earlier address is notified that issues go elsewhere now, when the new one has confirmed', async () => {
  const link = await askToMove();
  expect(await owed()).toBe(0);
  await confirm(link);
  const [mail] = await untilMailed(old);
  expect(mail).toMatchObject({ subject: SUBJECT });
  expect(mail?.text).toContain('Was it not you? Then please answer this mail.');
  expect(mail?.html + (mail?.text ?? '')).not.toMatch(/work\.example|unsubscribe/);
});

it.each(['unreachable', 'reply lost'] as const)('the clock notifies it once: %s', async (how) => {
  const log = vi.spyOn(console, 'error').mockReturnValue();
  const link = await askToMove();
  await confirm(link, failing(how));
  expect(await owed()).toBe(1);
  expect(String(log.mock.calls)).not.toContain('example');
  log.mockRestore();
  await tickAt(NOW + 300_000);
  await confirm(link);
  await tickAt(NOW + 600_000);
  expect(await owed()).toBe(0);
  await untilMailed(old);
  expect(await told()).toHaveLength(1);
});

it('an address that may get no mail is not notified, nor is one for which it is too late', async () => {
  await suppressSubscriber(env.DB, (await findByAddress(env.DB, old))?.id ?? '', 'suppressed', NOW);
  await confirm(await askToMove());
  expect(await owed()).toBe(0);

  await importSubscribers(env.DB, [{ email: `b-${old}`, name: null, state: 'active' }], NOW);
  [old, next] = [`b-${old}`, `b-${next}`];
  const log = vi.spyOn(console, 'error').mockReturnValue();
  await confirm(await askToMove(), failing('unreachable'));
  log.mockRestore();
  expect(await owed()).toBe(1);
  await tickAt(NOW + 25 * HOUR);
  expect(await owed()).toBe(0);
  expect(await told()).toHaveLength(0);
});
