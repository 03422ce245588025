// The promise about a reader's own data: they see all of it, move it to another address and have it erased, by links
// that are mailed to the address for this alone; and only they themselves can come back after an erasure.

import { env } from 'cloudflare:workers';
import { beforeEach, expect, it } from 'vitest';
import { findByAddress, findSubscriber } from '../../src/store/index.ts';
import { request } from '../support/client.ts';
import { emptyDatabase } from '../support/empty-database.ts';
import { postCsv, sendIssue } from '../support/newsroom.ts';
import { linkIn, untilMailed } from '../support/outbox.ts';

beforeEach(emptyDatabase);

const press = (link: string, fields: Record<string, string> = {}) =>
  request(link, { method: 'POST', body: new URLSearchParams(fields) });
const IMPORT = '/api/subscribers/import?confirmed=true';

/** On the page of the link in the last mail to this address: asks for the data link, and follows it. */
async function openOwnData(email: string, mails: number): Promise<string> {
  await press(linkIn((await untilMailed(email, mails))[0], 'preferences'), { action: 'link' });
  return linkIn((await untilMailed(email, mails + 1))[0], 'preferences');
}

it('a reader who changes the address gets the mail there, and one click erases both addresses', async () => {
  await postCsv(IMPORT, 'email,name\nann@home.org,Ann Lee\n');
  await sendIssue();
  const link = await openOwnData('ann@home.org', 1);
  await press(link, { action: 'change', email: 'ann@work.org' });
  // A stranger enters the new address in the form meanwhile.
  await request('/subscribe', { method: 'POST', body: new URLSearchParams({ email: 'ann@work.org' }) });
  const [asked] = await untilMailed('ann@work.org');
  expect((await press(linkIn(asked, 'confirm'))).status).toBe(200);
  expect(await sendIssue()).toEqual(['ann@work.org']);
  expect(await findByAddress(env.DB, 'ann@work.org')).toMatchObject({ name: 'Ann Lee' });

  const old = linkIn((await untilMailed('ann@home.org', 3))[2], 'unsubscribe');
  const mine = await openOwnData('ann@work.org', 2);
  expect(await (await press(mine, { action: 'erase', sure: 'yes' })).text()).toContain(
    'Everything is erased',
  );
  const { results } = await env.DB.prepare('SELECT * FROM subscribers').all();
  expect(JSON.stringify(results)).not.toMatch(/ann|lee/i);
  await press(old, { action: 'resubscribe' });
  await postCsv(IMPORT, 'email,name\nann@home.org,Ann\nann@work.org,Ann\n');
  expect(await sendIssue()).toEqual([]);
});

it('a reader who was erased and joins again can unsubscribe by any link that they ever got', async () => {
  await postCsv(IMPORT, 'email\nann@x.org\n');
  const before = await findByAddress(env.DB, 'ann@x.org');
  await sendIssue();
  const oldLink = linkIn((await untilMailed('ann@x.org'))[0], 'unsubscribe');
  await press(await openOwnData('ann@x.org', 1), { action: 'erase', sure: 'yes' });
  expect(await sendIssue()).toEqual([]);

  await request('/subscribe', { method: 'POST', body: new URLSearchParams({ email: 'ann@x.org' }) });
  const [asked] = await untilMailed('ann@x.org', 3);
  await press(linkIn(asked, 'confirm'));
  expect(await findByAddress(env.DB, 'ann@x.org')).toMatchObject({ id: before?.id, state: 'active' });
  expect(await sendIssue()).toEqual(['ann@x.org']);
  await press(oldLink, { 'List-Unsubscribe': 'One-Click' });
  expect(await findSubscriber(env.DB, before?.id ?? '')).toMatchObject({ state: 'unsubscribed' });
  expect(await sendIssue()).toEqual([]);
});
