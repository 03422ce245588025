// The promise to readers who unsubscribe: one click is enough, in the mail program or on the page; no further issue
// comes and no goodbye either; the same link brings them back. A scanner that opens every link changes nothing.

import { env } from 'cloudflare:workers';
import { beforeEach, expect, it } from 'vitest';
import { findByAddress, listOutbox } from '../../src/store/index.ts';
import { request } from '../support/client.ts';
import { emptyDatabase } from '../support/empty-database.ts';
import { postCsv, sendIssue } from '../support/newsroom.ts';
import { linkIn, untilMailed } from '../support/outbox.ts';

beforeEach(emptyDatabase);

const join = (...emails: string[]) =>
  postCsv('/api/subscribers/import?confirmed=true', `email\n${emails.join('\n')}\n`);
const mailsTo = async (email: string) =>
  (await listOutbox(env.DB, { limit: 1000 })).filter(({ to }) => to === email).length;
const press = (link: string, fields: Record<string, string>) =>
  request(link, { method: 'POST', body: new URLSearchParams(fields) });

it('one click in the mail program ends all mail, and the same link brings the reader back', async () => {
  await join('ann@x.org', 'bo@x.org');
  expect(await sendIssue()).toEqual(['ann@x.org', 'bo@x.org']);
  const [issue] = await untilMailed('ann@x.org');
  const url = /<(https?:[^>]+)>/.exec(issue?.headers['List-Unsubscribe'] ?? '')?.[1] ?? '';
  expect(issue?.headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
  const oneClick = new URL(url).pathname;
  expect((await press(oneClick, { 'List-Unsubscribe': 'One-Click' })).status).toBe(200);
  expect(await sendIssue()).toEqual(['bo@x.org']);
  expect(await mailsTo('ann@x.org')).toBe(1);

  await press(oneClick, { action: 'resubscribe' });
  expect(await sendIssue()).toEqual(['ann@x.org', 'bo@x.org']);
});

it('the button on the page unsubscribes, and a scanner that opens the links does not', async () => {
  await join('ann@x.org');
  await sendIssue();
  const [issue] = await untilMailed('ann@x.org');
  const links = [linkIn(issue, 'unsubscribe'), linkIn(issue, 'preferences')];
  for (const method of ['GET', 'HEAD'])
    for (const link of links) expect((await request(link, { method })).status).toBe(200);
  expect(await sendIssue()).toEqual(['ann@x.org']);
  await press(links[0]!, { action: 'unsubscribe' });
  expect(await findByAddress(env.DB, 'ann@x.org')).toMatchObject({ state: 'unsubscribed' });
  expect(await sendIssue()).toEqual([]);
});
