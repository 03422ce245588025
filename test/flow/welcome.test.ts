// The promise to a new reader: one welcome once they have confirmed, whatever dies or is repeated; and nobody else gets
// one.

import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { publication } from '../../content/publication.ts';
import { tick } from '../../src/clock/index.ts';
import { createKeyedHash, importSigningKeys, signToken } from '../../src/crypto/tokens.ts';
import { POSTMASTER_NAME, type PostmasterObject } from '../../src/deliver/index.ts';
import { type Config, readConfig } from '../../src/env.ts';
import { confirmPages } from '../../src/http/readers/confirm.tsx';
import {
  confirmSignup,
  createImporter,
  eraseSubscriber,
  expireSignups,
  findByAddress,
  getOutboxMail,
  listOutbox,
  type NewSignup,
  requestSignup,
  resubscribe,
  unsubscribe,
} from '../../src/store/index.ts';
import { request } from '../support/client.ts';
import { emptyDatabase } from '../support/empty-database.ts';
import { linkIn, untilMailed, WELCOME } from '../support/outbox.ts';

const HOUR = 3_600_000;
const NOW = Date.now();
const [key] = await importSigningKeys('a-signing-key-for-tests-only');
const signingKey = key!;
const read = readConfig(env);
const config: Config = read.ok ? read.value : (undefined as never);
const erasure = await createKeyedHash('an-erasure-key-for-tests');
const postmaster = () => env.POSTMASTER.getByName(POSTMASTER_NAME);

/** A Postmaster that takes no mails, or takes them and its reply is lost. */
const failing = (how: 'unreachable' | 'reply lost') => () =>
  ({
    wake: () => postmaster().wake(),
    sendOne: async (message: Parameters<PostmasterObject['sendOne']>[0]) => {
      if (how === 'reply lost') await postmaster().sendOne(message);
      throw new Error('The connection to the Postmaster was lost.');
    },
  }) as unknown as DurableObjectStub<PostmasterObject>;

const tickAt = (time: number, given = postmaster) =>
  tick({ config, signingKey, db: env.DB, postmaster: given, now: () => time }, time, {
    publication: { ...publication, sending: { ...publication.sending, days: [] }, weekly: null },
    reports: [],
  });

async function signUp(email: string, more: Partial<NewSignup> = {}): Promise<string> {
  const signup = { email, source: 'form', wording: '', expiresAt: NOW + 7 * 24 * HOUR, ...more };
  return (await requestSignup(env.DB, signup, NOW)) ?? '';
}

/** As by the link in the mail. */
async function confirm(signupId: string, given = postmaster, welcome = true): Promise<number> {
  const deps = {
    config,
    signingKey,
    keys: [signingKey],
    erasure,
    db: env.DB,
    postmaster: given,
    now: () => NOW,
  };
  const context = createExecutionContext();
  const path = `/${await signToken(signingKey, 'confirm', signupId, NOW + HOUR)}`;
  const app = confirmPages({ ...deps, bootId: 'test', joinLimit: env.JOIN_LIMIT } as never, { welcome });
  const { status } = await app.request(path, { method: 'POST' }, env, context);
  await waitOnExecutionContext(context);
  return status;
}

/** The subjects of the mails that an address got, once everything that was queued before has left. */
async function mailsTo(email: string): Promise<string[]> {
  const last = `last-${crypto.randomUUID()}@x.org`;
  await postmaster().sendOne({
    id: last,
    purpose: 'welcome',
    to: last,
    template: TEMPLATE,
    token: 't',
    subscriberId: await idOf(await readerOf(last)),
    expiresAt: Date.now() + HOUR,
  });
  await untilMailed(last);
  const { results } = await env.DB.prepare(
    'SELECT subject FROM outbox_mails WHERE recipient = ?1 ORDER BY id',
  )
    .bind(email)
    .all<{ subject: string }>();
  return results.map(({ subject }) => subject);
}

const TEMPLATE = {
  from: 'a@b.example',
  replyTo: null,
  subject: 'The last one',
  html: 'TOKEN',
  text: 'TOKEN',
  headers: {},
  tags: [],
  linkBase: 'http://copydesk.test',
  keyId: signingKey.id,
  placeholder: 'TOKEN',
};
const readerOf = async (email: string): Promise<string> => {
  await createImporter(env.DB, erasure, false)([{ email, name: null, state: 'active' }], NOW);
  return email;
};
const idOf = async (email: string): Promise<string> => (await findByAddress(env.DB, email))?.id ?? '';

beforeEach(emptyDatabase);

describe('a new reader', () => {
  it('gets one welcome, with an unsubscribe link, however often they confirm and the clock ticks', async () => {
    const signup = await signUp('ann@x.org');
    for (let n = 0; n < 3; n += 1) expect(await confirm(signup)).toBe(200);
    for (const minutes of [0, 5, 10]) await tickAt(NOW + minutes * 60_000);
    expect(await mailsTo('ann@x.org')).toEqual([WELCOME]);
    const entry = (await listOutbox(env.DB, { limit: 9 })).find(({ to }) => to === 'ann@x.org');
    const mail = (await getOutboxMail(env.DB, entry?.id ?? '')) ?? undefined;
    expect(mail?.headers).toMatchObject({
      'List-Unsubscribe': expect.stringContaining('/unsubscribe/'),
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    });
    expect(mail?.tags).toContainEqual({ name: 'purpose', value: 'welcome' });
    expect((await request(linkIn(mail, 'unsubscribe'), { method: 'POST' })).status).toBe(200);
    expect(await findByAddress(env.DB, 'ann@x.org')).toMatchObject({ state: 'unsubscribed' });
  });

  it('gets one when both their links are followed at the same moment', async () => {
    const signup = await signUp('ann2@x.org');
    await Promise.all(Array.from({ length: 4 }, () => confirm(signup)));
    await tickAt(NOW);
    expect(await mailsTo('ann2@x.org')).toEqual([WELCOME]);
  });

  it.each(['unreachable', 'reply lost'] as const)(
    'gets it from the clock, once, when the Postmaster was not to be had: %s',
    async (how) => {
      const complaint = vi.spyOn(console, 'error').mockImplementation(() => {});
      const email = `${how.replace(' ', '-')}@x.org`;
      await confirm(await signUp(email), failing(how));
      await tickAt(NOW, failing(how));
      expect(complaint).toHaveBeenCalledTimes(2);
      complaint.mockRestore();
      expect(await mailsTo(email)).toHaveLength(how === 'unreachable' ? 0 : 1);
      for (const minutes of [5, 10, 15]) await tickAt(NOW + minutes * 60_000);
      expect(await mailsTo(email)).toEqual([WELCOME]);
      expect((await expireSignups(env.DB, NOW)).welcomes).toEqual([]);
    },
  );

  it('gets it from the clock when the process died right after the confirmation', async () => {
    await confirmSignup(env.DB, await signUp('killed@x.org'), NOW, { isWelcomed: true });
    await tickAt(NOW + 60_000);
    expect(await mailsTo('killed@x.org')).toEqual([WELCOME]);
  });

  it('gets none a day later, nor when they have unsubscribed meanwhile', async () => {
    await confirmSignup(env.DB, await signUp('late@x.org'), NOW, { isWelcomed: true });
    await confirmSignup(env.DB, await signUp('gone@x.org'), NOW, { isWelcomed: true });
    await unsubscribe(env.DB, await idOf('gone@x.org'), NOW);
    expect((await expireSignups(env.DB, NOW + 23 * HOUR)).welcomes.map(({ email }) => email)).toEqual([
      'late@x.org',
    ]);
    expect((await expireSignups(env.DB, NOW + 24 * HOUR)).welcomes).toEqual([]);
  });

  it('gets none if publication.ts says so, also when that is changed later', async () => {
    await confirm(await signUp('quiet@x.org'), postmaster, false);
    await tickAt(NOW);
    expect(await mailsTo('quiet@x.org')).toEqual([]);
  });
});

describe('no welcome goes to', () => {
  it('a reader who comes back by the form or by the unsubscribe page', async () => {
    await confirm(await signUp('back@x.org'));
    const id = await idOf('back@x.org');
    await unsubscribe(env.DB, id, NOW);
    await confirm(await signUp('back@x.org'));
    await unsubscribe(env.DB, id, NOW);
    await resubscribe(env.DB, id, NOW, 'Back again');
    await tickAt(NOW);
    expect(await mailsTo('back@x.org')).toEqual([WELCOME]);
  });

  it('a reader who was erased and joins again', async () => {
    await confirm(await signUp('erased@x.org'));
    expect(await mailsTo('erased@x.org')).toHaveLength(1);
    await eraseSubscriber(env.DB, await idOf('erased@x.org'), erasure, NOW);
    await confirm(await signUp('erased@x.org'));
    expect(await findByAddress(env.DB, 'erased@x.org')).toMatchObject({ state: 'active' });
    await tickAt(NOW);
    expect(await mailsTo('erased@x.org')).toHaveLength(1);
  });

  it('a reader who changes their address', async () => {
    await confirm(await signUp('old@x.org'));
    await confirm(await signUp('new@x.org', { replaces: await idOf('old@x.org') }));
    expect(await findByAddress(env.DB, 'new@x.org')).toMatchObject({ state: 'active' });
    await tickAt(NOW);
    expect(await mailsTo('new@x.org')).toEqual([]);
  });

  it('an imported address, also when it had an open signup before and confirms that later', async () => {
    const signup = await signUp('imported@x.org');
    await readerOf('imported@x.org');
    await readerOf('other@x.org');
    await confirm(signup);
    await tickAt(NOW);
    expect([...(await mailsTo('imported@x.org')), ...(await mailsTo('other@x.org'))]).toEqual([]);
  });
});
