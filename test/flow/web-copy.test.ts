// What a reader does with a new mail: they open it on the web, and look at what was cut.

import { env } from 'cloudflare:workers';
import { expect, it } from 'vitest';
import { getOutboxMail, importSubscribers, listOutbox } from '../../src/store/index.ts';
import { runAlarmsUntil } from '../support/alarms.ts';
import { asEditor, postText, request, SITE } from '../support/client.ts';

const RAW = `The ferry stops in October

The last ferry leaves the island at the end of October, the harbour board decided on Tuesday.

Also read: Seven night trains you can still catch

The board named the price of a new engine, 1.4 million crowns, as the reason.
`;

it('the links in a mail lead to the issue and its ledger, and both say what the mail says', async () => {
  await importSubscribers(env.DB, [{ email: 'ann@x.org', name: null, state: 'active' }], 1);
  const { id: report } = (await (await postText('/api/reports', RAW)).json()) as { id: string };
  const headers = { 'Content-Type': 'application/json' };
  const body = JSON.stringify({ reports: [report] });
  const { id } = (await (await asEditor('/api/issues', { method: 'POST', body, headers })).json()) as {
    id: string;
  };
  const etag = (await asEditor(`/api/issues/${id}/preview`)).headers.get('ETag')!;
  await asEditor(`/api/issues/${id}/send`, { method: 'POST', headers: { 'If-Match': etag } });
  await runAlarmsUntil(async () => (await listOutbox(env.DB, { limit: 1 })).length > 0);

  const [entry] = await listOutbox(env.DB, { limit: 1 });
  const mail = (await getOutboxMail(env.DB, entry!.id))!;
  // As a program that shows plain text finds them: alone on a line, after their number.
  const links = Array.from(mail.text.matchAll(/^\[\d+\] (\S+)$/gm), ([, url]) => url ?? '');
  const [ledger, issue] = links.filter((url) => url.includes('/issues/'));
  const open = async (url = '') => (await request(url.slice(SITE.length))).text();
  expect(await open(issue)).toContain('1.4 million crowns');
  expect(await open(issue)).not.toContain('night trains');
  expect(await open(ledger)).toContain('Also read: Seven night trains you can still catch');
  for (const url of [issue, ledger]) expect(mail.html).toContain(`href="${url}"`);
});
