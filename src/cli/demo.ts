// The main job, shown once on a fresh copy: sample subscribers, one tick of the clock, and a summary of the result.

import { setTimeout as sleep } from 'node:timers/promises';
import { publication } from '../../content/publication.ts';
import { dueSlots } from '../clock/calendar.ts';

const SUBSCRIBERS = `email,name
ada@readers.example,Ada
basil@readers.example,Basil
chidi@readers.example,Chidi
daria@readers.example,Daria
emre@readers.example,Emre
`;

const WEEK_HOURS = 7 * 24;
const MAX_TICKS = 4;
const POLL_MS = 100;
const PATIENCE_MS = 60_000;

type Issue = {
  readonly id: string;
  readonly number: number;
  readonly state: string;
  readonly reason: string | null;
  readonly subject: string | null;
  readonly reports: readonly string[];
};
type Stats = Record<'passages' | 'printed' | 'duplicate' | 'promo' | 'boilerplate', number>;

/** Talks to the running copy as an editor. */
export type Editor = <Answer>(path: string, init?: RequestInit) => Promise<Answer>;

export function createEditor(url: string, editorToken: string): Editor {
  return async (path, init = {}) => {
    const headers = { Authorization: `Bearer ${editorToken}`, ...(init.headers as Record<string, string>) };
    const response = await fetch(`${url}${path}`, { ...init, headers });
    if (!response.ok)
      throw new Error(`${init.method ?? 'GET'} ${path}: ${response.status} ${await response.text()}`);
    return (
      response.headers.get('Content-Type')?.includes('json') ? response.json() : response.text()
    ) as never;
  };
}

/** @returns the summary, as lines for the terminal. A second run sends nothing twice, and says so. */
export async function runDemo(ask: Editor): Promise<string[]> {
  const before = await readNewestIssue(ask);
  await seedSubscribers(ask);
  let issue: Issue | null = null;
  // After a start that was killed, a report may be tried alone, by a later tick.
  for (let n = 0; n < MAX_TICKS && issue === null; n += 1) {
    await tickOnce(ask, n);
    issue = await readNewestIssue(ask);
  }
  if (issue === null) return ['There is no report in content/reports, so nothing was sent.'];
  const ended = await waitUntilSent(ask, issue);
  const isNew = before?.id !== issue.id && ended.state === 'sent';
  return [
    isNew
      ? `Sent issue ${issue.number}: ${issue.subject ?? ''}`
      : ended.state === 'sent'
        ? `Nothing new: issue ${issue.number} was sent before, and nobody gets it twice. ${issue.subject ?? ''}`
        : `Issue ${issue.number} is ${describeState(ended)}: ${issue.subject ?? ''}`,
    ...(await describeIssue(ask, issue)),
  ];
}

async function readNewestIssue(ask: Editor): Promise<Issue | null> {
  const { issues } = await ask<{ issues: Issue[] }>('/api/issues?limit=1');
  return issues[0] ?? null;
}

async function seedSubscribers(ask: Editor): Promise<void> {
  const { subscribers } = await ask<{ subscribers: unknown[] }>('/api/subscribers?limit=1');
  if (subscribers.length > 0) return;
  const headers = { 'Content-Type': 'text/csv' };
  await ask('/api/subscribers/import?confirmed=true', { method: 'POST', body: SUBSCRIBERS, headers });
}

/** The publication's last time of sending, so that the tick has something to do. */
async function tickOnce(ask: Editor, laterMs: number): Promise<void> {
  const { timeZone, sending } = publication;
  const { due } = dueSlots(null, Date.now(), { timeZone, ...sending, lateByHours: WEEK_HOURS });
  await ask(`/cdn-cgi/handler/scheduled?cron=*/5+*+*+*+*&time=${(due ?? Date.now()) + laterMs}`);
}

async function waitUntilSent(ask: Editor, issue: Issue): Promise<Issue> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const now = await ask<Issue>(`/api/issues/${issue.id}`);
    if ((now.state !== 'scheduled' && now.state !== 'sending') || Date.now() > deadline) return now;
    await sleep(POLL_MS);
  }
}

const describeState = ({ state, reason }: Issue): string =>
  reason === null ? state : `${state} (${reason})`;

async function describeIssue(ask: Editor, issue: Issue): Promise<string[]> {
  const stats = await Promise.all(
    issue.reports.map(
      async (id) => (await ask<{ report: { stats: Stats } }>(`/api/reports/${id}`)).report.stats,
    ),
  );
  const sum = (name: keyof Stats): number => stats.reduce((total, one) => total + one[name], 0);
  const { preflight } = await ask<{ preflight: { htmlBytes: number } }>(`/api/issues/${issue.id}/preview`, {
    headers: { Accept: 'application/json' },
  });
  const { count } = await ask<{ count: number }>('/api/outbox?limit=1');
  return [
    `  passages   ${sum('passages')} came in, ${sum('printed')} are printed`,
    `  dropped    ${sum('duplicate')} repeats, ${sum('promo')} pointers to other stories, ${sum('boilerplate')} pieces of page clutter`,
    `  html       ${(preflight.htmlBytes / 1000).toFixed(1)} KB`,
    `  outbox     ${count} mails`,
  ];
}
