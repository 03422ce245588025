// What an editor's script does over HTTP, for tests that run against a real local copy.

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type LocalCopy, until } from './local-copy.ts';

const SEED = fileURLToPath(new URL('../../../shared/seed/report.txt', import.meta.url));
const SAMPLE = fileURLToPath(new URL('../../content/reports/battle-for-pokrovsk.txt', import.meta.url));

/** The seed where it lies beside the project, else our own sample without its front matter. */
export const MESSY_REPORT = existsSync(SEED)
  ? readFileSync(SEED, 'utf8')
  : readFileSync(SAMPLE, 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '');

export type Progress = {
  readonly state: string;
  readonly reason?: string;
  readonly total: number;
  readonly sent: number;
  readonly failed: number;
  readonly unknown: number;
};

export function createEditor(copy: Pick<LocalCopy, 'fetch'>) {
  const json = async <Answer>(path: string, init?: RequestInit): Promise<Answer> => {
    const response = await copy.fetch(path, init);
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Answer;
  };
  const post = (path: string, type: string, body: string, headers: object = {}) => ({
    path,
    init: { method: 'POST', body, headers: { 'Content-Type': type, ...headers } },
  });
  const readProgress = (id: string): Promise<Progress> => json<Progress>(`/api/issues/${id}/progress`);

  return {
    /** Imports `count` people who already agreed to get the mail. */
    subscribe: async (count: number): Promise<string[]> => {
      const addresses = Array.from({ length: count }, (_, index) => `reader-${index + 1}@example.org`);
      const csv = ['email,name', ...addresses.map((address) => `${address},Reader`)].join('\n');
      const { path, init } = post('/api/subscribers/import?confirmed=true', 'text/csv', csv);
      await json(path, init);
      return addresses;
    },
    storeReport: async (raw: string): Promise<string> => {
      const { path, init } = post('/api/reports', 'text/plain', raw);
      return (await json<{ id: string }>(path, init)).id;
    },
    draft: async (reports: readonly string[]): Promise<string> => {
      const { path, init } = post('/api/issues', 'application/json', JSON.stringify({ reports }));
      return (await json<{ id: string }>(path, init)).id;
    },
    /** Sends what the preview shows, as the design asks: by its ETag. */
    send: async (id: string, when?: { at: string }): Promise<{ status: number; runId: string | null }> => {
      const etag = (await copy.fetch(`/api/issues/${id}/preview`)).headers.get('ETag') ?? '';
      const body = when && { body: JSON.stringify(when) };
      const response = await copy.fetch(`/api/issues/${id}/send`, {
        method: 'POST',
        headers: { 'If-Match': etag, ...(body && { 'Content-Type': 'application/json' }) },
        ...body,
      });
      const { runId } = (await response.json()) as { runId: string | null };
      return { status: response.status, runId };
    },
    tick: (time: number) => copy.fetch(`/cdn-cgi/handler/scheduled?cron=*/5+*+*+*+*&time=${time}`),
    listIssues: async () => (await json<{ issues: { id: string; state: string }[] }>('/api/issues')).issues,
    readProgress,
    untilState: (id: string, state: string) =>
      until(
        async () => (await readProgress(id)).state === state,
        () => `the issue to be ${state}`,
      ),
    readOutbox: () =>
      json<{ count: number; mails: { id: string; to: string; subject: string }[] }>('/api/outbox?limit=500'),
    readMailText: async (id: string) => (await copy.fetch(`/desk/outbox/${id}/text`)).text(),
  };
}
