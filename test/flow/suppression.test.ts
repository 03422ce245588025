// The promise to people who must get no mail: once suppressed, by hand or by a list, no form, link or file brings them
// back; and when an editor lifts it, they come back only if they ask for it.

import { env } from 'cloudflare:workers';
import { beforeEach, expect, it } from 'vitest';
import { findByAddress, listOutbox } from '../../src/store/index.ts';
import { asEditor, request } from '../support/client.ts';
import { emptyDatabase } from '../support/empty-database.ts';
import { postCsv, sendIssue } from '../support/newsroom.ts';
import { linkIn, untilMailed, WELCOME } from '../support/outbox.ts';

const IMPORT = '/api/subscribers/import?confirmed=true';
const press = (link: string, fields: Record<string, string> = {}) =>
  request(link, { method: 'POST', body: new URLSearchParams(fields) });
const subscribe = (email: string) =>
  request('/subscribe', { method: 'POST', body: new URLSearchParams({ email }) });
const mailsTo = async (email: string) =>
  (await listOutbox(env.DB, { limit: 1000 })).filter(({ to, subject }) => to === email && subject !== WELCOME)
    .length;

beforeEach(emptyDatabase);

it.each(['by hand', 'by a list'])(
  'an address that was suppressed %s gets no mail, whatever is tried',
  async (how) => {
    const email = `ann-${how.length}@x.org`;
    await subscribe(email);
    const [asked] = await untilMailed(email);
    await press(linkIn(asked, 'confirm'));
    await sendIssue();
    const unsubscribe = linkIn((await untilMailed(email, 2))[0], 'unsubscribe');
    const { id } = (await findByAddress(env.DB, email))!;
    if (how === 'by hand') await asEditor(`/api/subscribers/${id}/suppress`, { method: 'POST' });
    else await postCsv('/api/subscribers/suppress', `email,reason\n${email},hard bounce\n`);

    await subscribe(email);
    await press(linkIn(asked, 'confirm'));
    await press(unsubscribe, { action: 'resubscribe' });
    await press(unsubscribe.replace('unsubscribe', 'preferences'), { action: 'link' });
    await postCsv(IMPORT, `email,state\n${email},active\n`);
    expect(await sendIssue()).toEqual([]);
    expect(await mailsTo(email)).toBe(2);

    await asEditor(`/api/subscribers/${id}/release`, { method: 'POST' });
    expect(await sendIssue()).toEqual([]);
    await press(unsubscribe, { action: 'resubscribe' });
    expect(await sendIssue()).toEqual([email]);
  },
);

it('an address on a suppression list before it ever subscribes gets no confirmation', async () => {
  await postCsv('/api/subscribers/suppress', 'email\nnever@x.org\n');
  await subscribe('never@x.org');
  await subscribe('after@x.org');
  await untilMailed('after@x.org');
  expect(await mailsTo('never@x.org')).toBe(0);
});
