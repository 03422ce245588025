// The promise to who joins: nothing comes before they confirm, the next issue comes after, and an address that
// somebody else entered is forgotten.

import { env } from 'cloudflare:workers';
import { beforeEach, expect, it } from 'vitest';
import { publication } from '../../content/publication.ts';
import { tick } from '../../src/clock.ts';
import { POSTMASTER_NAME } from '../../src/deliver/index.ts';
import { listOutbox, listSubscribers } from '../../src/store/index.ts';
import { importSigningKeys } from '../../src/tokens.ts';
import { postText, request } from '../support/client.ts';
import { linkIn, untilMailed } from '../support/outbox.ts';

const HOUR = 3_600_000;
const MONDAY = Date.parse('2026-11-23T07:00Z');
const [signingKey] = await importSigningKeys('a-signing-key-for-tests-only');

const tickAt = (time: number) =>
  tick(
    {
      config: { local: true, siteUrl: 'http://copydesk.test' },
      signingKey: signingKey!,
      db: env.DB,
      postmaster: () => env.POSTMASTER.getByName(POSTMASTER_NAME),
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

beforeEach(async () => {
  await env.DB.prepare('DELETE FROM subscribers').run();
});

it('who confirms gets the next issue, and leaves by its link', async () => {
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

it('an address that somebody else entered is forgotten after a week, by the clock', async () => {
  await subscribe('other@x.org');
  await untilMailed('other@x.org');
  await tickAt(Date.now() + 6 * 24 * HOUR);
  expect(await known()).toEqual(['other@x.org']);
  await tickAt(Date.now() + 8 * 24 * HOUR);
  expect(await known()).toEqual([]);
});
