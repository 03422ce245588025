// The promise to people who join: nothing comes before they confirm, the next issue comes after, an address that
// somebody else entered is forgotten, and the confirmation is not lost when the Postmaster cannot be reached.

import { createExecutionContext, runInDurableObject, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeEach, expect, it, vi } from 'vitest';
import { limits } from '../../content/limits.ts';
import { publication } from '../../content/publication.ts';
import { tick } from '../../src/clock/index.ts';
import { importSigningKeys } from '../../src/crypto/tokens.ts';
import { POSTMASTER_NAME, type PostmasterObject } from '../../src/deliver/index.ts';
import { readConfig } from '../../src/env.ts';
import { createApp } from '../../src/http/app.ts';
import { networkLimitsOf } from '../../src/http/network.ts';
import {
  expireSignups,
  importSubscribers,
  listOutbox,
  listSubscribers,
  unsubscribe,
} from '../../src/store/index.ts';
import { postText, request } from '../support/client.ts';
import { emptyDatabase } from '../support/empty-database.ts';
import { linkIn, untilMailed, WELCOME } from '../support/outbox.ts';

const HOUR = 3_600_000;
const MONDAY = Date.parse('2026-11-23T07:00Z');
const [signingKey] = await importSigningKeys('a-signing-key-for-tests-only');

const postmaster = () => env.POSTMASTER.getByName(POSTMASTER_NAME);

const tickAt = (time: number, given = postmaster) =>
  tick(
    {
      config: { local: true, siteUrl: 'http://copydesk.test' },
      signingKey: signingKey!,
      db: env.DB,
      postmaster: given,
      now: () => time,
    },
    time,
    {
      publication: {
        ...publication,
        timeZone: 'Europe/London',
        sending: { days: ['mon', 'thu'], hour: 7, policy: 'send', lateByHours: 3 },
      },
      reports: [],
    },
  );

const subscribe = (email: string) =>
  request('/subscribe', { method: 'POST', body: new URLSearchParams({ email }) });
const known = async () => (await listSubscribers(env.DB, { limit: 99 })).map(({ email }) => email);

beforeEach(emptyDatabase);

it('a reader who confirms gets the next issue, and unsubscribes by its link', async () => {
  await subscribe('ann@x.org');
  await subscribe('never@x.org');
  const [asked] = await untilMailed('ann@x.org');
  expect((await request(linkIn(asked, 'confirm'), { method: 'POST' })).status).toBe(200);
  await postText('/api/reports', 'The council decided on schools this Tuesday.\n\nIt was a long debate.\n');
  await tickAt(MONDAY);
  const [issue] = await untilMailed('ann@x.org', 2);
  expect(issue?.text).toContain('The council decided on schools');
  expect((await request(linkIn(issue, 'unsubscribe'), { method: 'POST' })).status).toBe(200);
  expect(await listSubscribers(env.DB, { limit: 9, state: 'unsubscribed' })).toMatchObject([
    { email: 'ann@x.org' },
  ]);
  await untilMailed('never@x.org');
  const toOther = (await listOutbox(env.DB, { limit: 99 })).filter(({ to }) => to === 'never@x.org');
  expect(toOther.map(({ subject }) => subject)).toEqual([expect.stringContaining('confirm')]);
});

it('the clock forgets an address that somebody else entered after a week', async () => {
  await subscribe('other@x.org');
  await untilMailed('other@x.org');
  await tickAt(Date.now() + 6 * 24 * HOUR);
  expect(await known()).toEqual(['other@x.org']);
  await tickAt(Date.now() + 8 * 24 * HOUR);
  expect(await known()).toEqual([]);
});

/** A Postmaster that takes no mails, or takes them and its reply is lost. */
const failing = (how: 'unreachable' | 'reply lost') => () =>
  ({
    wake: () => postmaster().wake(),
    sendOne: async (message: Parameters<PostmasterObject['sendOne']>[0]) => {
      if (how === 'reply lost') await postmaster().sendOne(message);
      throw new Error('The connection to the Postmaster was lost.');
    },
  }) as unknown as DurableObjectStub<PostmasterObject>;

/** Through the form of a site that talks to this Postmaster. */
async function subscribeBy(given: typeof postmaster, email: string): Promise<string> {
  const config = readConfig(env);
  if (!config.ok) throw new Error(config.error.join());
  const app = createApp({
    config: config.value,
    signingKey: signingKey!,
    keys: [signingKey!],
    erasure: null,
    bootId: 'test',
    db: env.DB,
    postmaster: given,
    networkLimits: networkLimitsOf(env),
    now: Date.now,
  });
  const context = createExecutionContext();
  const init = { method: 'POST', body: new URLSearchParams({ email }) };
  const response = await app.request('/subscribe', init, env, context);
  await waitOnExecutionContext(context);
  return `${response.status} ${await response.text()}`;
}

/** How many mails except the welcome an address got, once everything that was queued before has left. */
async function countMails(to: string): Promise<number> {
  const last = `last-${crypto.randomUUID()}@x.org`;
  await subscribe(last);
  await untilMailed(last);
  const mails = await listOutbox(env.DB, { limit: 1000 });
  return mails.filter((mail) => mail.to === to && mail.subject !== WELCOME).length;
}

it.each(['unreachable', 'reply lost'] as const)(
  'a confirmation leaves with a tick, and once, when the Postmaster could not be reached: %s',
  async (how) => {
    const complaint = vi.spyOn(console, 'error').mockImplementation(() => {});
    const email = `${how.replace(' ', '-')}@x.org`;
    const told = await subscribeBy(failing(how), email);
    expect(told).toBe(await subscribeBy(postmaster, `other-than-${email}`));
    expect(await countMails(email)).toBe(how === 'unreachable' ? 0 : 1);

    // It may last: the clock continues, and tries again.
    await tickAt(Date.now(), failing(how));
    expect(complaint).toHaveBeenCalledTimes(2);
    complaint.mockRestore();
    for (const minutes of [5, 10, 15, 20]) await tickAt(Date.now() + minutes * 60_000);
    expect((await expireSignups(env.DB, Date.now())).signups).toEqual([]);
    expect(await countMails(email)).toBe(1);
    const [asked] = await untilMailed(email);
    expect((await request(linkIn(asked, 'confirm'), { method: 'POST' })).status).toBe(200);
    expect(await listSubscribers(env.DB, { limit: 9, state: 'active' })).toMatchObject([{ email }]);
  },
);

it('a reader who unsubscribes and joins again at once gets the mail when the address may have one again', async () => {
  const email = 'again@x.org';
  await subscribe(email);
  const [first] = await untilMailed(email);
  await request(linkIn(first, 'confirm'), { method: 'POST' });
  const [reader] = await listSubscribers(env.DB, { limit: 9 });
  await unsubscribe(env.DB, reader?.id ?? '', Date.now());
  await subscribe(email);
  await tickAt(Date.now());
  expect(await countMails(email)).toBe(1);

  await runInDurableObject(postmaster(), (_, { storage }) =>
    storage.sql.exec('UPDATE messages SET created_at = created_at - ?', limits.confirmations.everyMs),
  );
  await tickAt(Date.now() + 300_000);
  const [second] = await untilMailed(email, 2);
  expect((await request(linkIn(second, 'confirm'), { method: 'POST' })).status).toBe(200);
  expect(await listSubscribers(env.DB, { limit: 9, state: 'active' })).toMatchObject([{ email }]);
});

it('many signups at once lead to one mail, also after the clock has checked them', async () => {
  await Promise.all(Array.from({ length: 5 }, () => subscribe('often@x.org')));
  await untilMailed('often@x.org');
  for (const minutes of [0, 5]) await tickAt(Date.now() + minutes * 60_000);
  expect((await expireSignups(env.DB, Date.now())).signups).toEqual([]);
  expect(await countMails('often@x.org')).toBe(1);
});

it('twenty spellings of one mailbox lead to one mail, and to no more in the days after', async () => {
  const spellings = Array.from({ length: 10 }, (_, n) => [
    `vic.tim+t${n}@gmail.com`,
    `v.ictim+t${n}@gmail.com`,
  ]).flat();
  await Promise.all(spellings.map((email) => subscribeBy(postmaster, email)));
  await tickAt(Date.now());
  await subscribe('bystander@x.org');
  await untilMailed('bystander@x.org');
  const mailed = async () =>
    (await listOutbox(env.DB, { limit: 1000 })).filter(({ to }) => spellings.includes(to)).length;
  expect(await mailed()).toBe(1);
  for (const day of [0, 1, 2]) {
    await runInDurableObject(postmaster(), (_, { storage }) =>
      storage.sql.exec('UPDATE messages SET created_at = created_at - ?', 24 * HOUR),
    );
    await tickAt(Date.now() + day * 24 * HOUR);
  }
  await countMails('nobody@x.org');
  expect(await mailed()).toBe(1);
  expect(await known()).toEqual(expect.arrayContaining(spellings));
});

it('an address that unsubscribed or confirmed before the tick gets no mail from it', async () => {
  const complaint = vi.spyOn(console, 'error').mockImplementation(() => {});
  for (const email of ['gone@x.org', 'in@x.org']) await subscribeBy(failing('unreachable'), email);
  complaint.mockRestore();
  const readers = await listSubscribers(env.DB, { limit: 9 });
  const idOf = (email: string) => readers.find((reader) => reader.email === email)?.id ?? '';
  await unsubscribe(env.DB, idOf('gone@x.org'), Date.now());
  await importSubscribers(env.DB, [{ email: 'in@x.org', name: null, state: 'active' }], Date.now());
  await tickAt(Date.now());
  expect(await countMails('gone@x.org')).toBe(0);
  expect(await countMails('in@x.org')).toBe(0);
});
