// An issue from report to inboxes in the Worker under test, for tests about who gets the next one.

import { env } from 'cloudflare:workers';
import { listOutbox } from '../../src/store/index.ts';
import { runAlarmsUntil } from './alarms.ts';
import { asEditor, postText } from './client.ts';

let issues = 0;

/** Sends an issue to every reader, by what its preview shows. @returns who got it, in alphabetical order. */
export async function sendIssue(): Promise<string[]> {
  issues += 1;
  const subject = `Issue ${issues} of this test`;
  const raw = `Notice ${issues} of the harbour board\n\nThe ferry number ${issues} leaves the island at nine.\n`;
  const report = await read<{ id: string }>(await postText('/api/reports', raw));
  const { id } = await read<{ id: string }>(
    await asEditor('/api/issues', {
      method: 'POST',
      body: JSON.stringify({ reports: [report.id], subject }),
      headers: { 'Content-Type': 'application/json' },
    }),
  );
  const etag = (await asEditor(`/api/issues/${id}/preview`)).headers.get('ETag') ?? '';
  await read(await asEditor(`/api/issues/${id}/send`, { method: 'POST', headers: { 'If-Match': etag } }));
  await runAlarmsUntil(async () => {
    const { state } = await read<{ state: string }>(await asEditor(`/api/issues/${id}/progress`));
    return state === 'sent';
  });
  const mails = await listOutbox(env.DB, { limit: 1000 });
  return mails
    .filter((mail) => mail.subject === subject)
    .map(({ to }) => to)
    .sort();
}

/** As an editor, with a CSV file. */
export const postCsv = async (path: string, csv: string): Promise<Record<string, unknown>> =>
  read(await asEditor(path, { method: 'POST', body: csv, headers: { 'Content-Type': 'text/csv' } }));

async function read<Answer>(response: Response): Promise<Answer> {
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return (await response.json()) as Answer;
}
