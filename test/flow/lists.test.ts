// The promise about lists: people from another service get the next issue if they agreed, people who unsubscribed there
// get none here, and importing an export again changes nothing.

import { beforeEach, expect, it } from 'vitest';
import { asEditor } from '../support/client.ts';
import { emptyDatabase } from '../support/empty-database.ts';
import { postCsv, sendIssue } from '../support/newsroom.ts';

const IMPORT = '/api/subscribers/import?confirmed=true';
const exported = async () => (await asEditor('/api/subscribers/export')).text();

beforeEach(emptyDatabase);

it('an address that unsubscribed from another service gets no mail from this one, in any order of the files', async () => {
  await postCsv(IMPORT, 'Email Address,First Name\nann@x.org,Ann\nbo@x.org,Bo\ncy@x.org,Cy\n');
  const left = 'Email Address,UNSUB_TIME\nbo@x.org,2024-01-02 03:04:05\n';
  expect(await postCsv(`${IMPORT}&dry_run=true`, left)).toMatchObject({ withdrawn: 1 });
  expect(await sendIssue()).toEqual(['ann@x.org', 'bo@x.org', 'cy@x.org']);
  expect(await postCsv(IMPORT, left)).toMatchObject({ withdrawn: 1 });
  await postCsv(IMPORT, 'Email Address,First Name\nann@x.org,Ann\nbo@x.org,Bo\n');
  expect(await sendIssue()).toEqual(['ann@x.org', 'cy@x.org']);
});

it('an export is imported again without a change, here and into an empty copy', async () => {
  const rows = ['ann@x.org,"Lee, ""Ann""",active', 'bo@x.org,=1+1,unsubscribed', "'+cy@x.org,'Cy,active"];
  await postCsv(IMPORT, `email,name,state\n${rows.join('\n')}\n`);
  const before = await exported();
  expect(await postCsv(IMPORT, before)).toMatchObject({ added: 0, withdrawn: 0, unchanged: 3, badRows: 0 });
  expect(await exported()).toBe(before);
  const readers = await sendIssue();
  await emptyDatabase();
  expect(await postCsv(IMPORT, before)).toMatchObject({ added: 3 });
  expect(await exported()).toBe(before);
  expect(await sendIssue()).toEqual(readers);
});

it('an address that has not agreed gets nothing, and only an editor asks it', async () => {
  await postCsv('/api/subscribers/import', 'email\nann@x.org\n');
  expect(await sendIssue()).toEqual([]);
});
