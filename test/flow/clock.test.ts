import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { publication } from '../../content/publication.ts';
import { type ClockDeps, type Content, tick } from '../../src/clock/index.ts';
import { importSigningKeys } from '../../src/crypto/tokens.ts';
import { POSTMASTER_NAME } from '../../src/deliver/index.ts';
import {
  beginTick,
  countOutbox,
  type IssueSummary,
  importSubscribers,
  listIssues,
  listOutbox,
  listSlots,
  readIssue,
} from '../../src/store/index.ts';
import { runAlarmsUntil } from '../support/alarms.ts';
import { asEditor, postText } from '../support/client.ts';
import { emptyDatabase } from '../support/empty-database.ts';

const HOUR = 3_600_000;
const at = (text: string): number => Date.parse(text);

// Mondays and Thursdays at 7:00 in London, which is UTC in November.
const MONDAY = at('2026-11-23T07:00Z');
const THURSDAY = at('2026-11-26T07:00Z');

const [signingKey] = await importSigningKeys('a-signing-key-for-tests-only');
const deps: ClockDeps = {
  config: { local: true, siteUrl: 'http://copydesk.test' },
  signingKey: signingKey!,
  db: env.DB,
  postmaster: () => env.POSTMASTER.getByName(POSTMASTER_NAME),
  now: Date.now,
};
const onSite: ClockDeps = { ...deps, config: { local: false, siteUrl: 'https://news.example' } };

const content = (
  changes: Partial<typeof publication.sending> = {},
  reports: Content['reports'] = [],
): Content => ({
  publication: {
    ...publication,
    timeZone: 'Europe/London',
    sending: { days: ['mon', 'thu'], hour: 7, policy: 'send', lateByHours: 3, ...changes },
  },
  reports,
});

const text = (subject: string): string =>
  `The council decided on ${subject} this Tuesday.\n\nIt was a long debate about ${subject}, and it ended late.\n`;
const post = async (raw: string): Promise<string> =>
  ((await (await postText('/api/reports', raw)).json()) as { id: string }).id;
const issues = (): Promise<IssueSummary[]> => listIssues(env.DB, { limit: 99 });
const outcomes = async (): Promise<string[]> =>
  (await listSlots(env.DB, { limit: 9 })).map(({ outcome }) => outcome);

async function untilSent(): Promise<IssueSummary[]> {
  let all: IssueSummary[] = [];
  await runAlarmsUntil(async () => {
    all = await issues();
    return all.length > 0 && all.every(({ state }) => state === 'sent');
  });
  return all;
}

beforeEach(async () => {
  await emptyDatabase();
  const rows = ['ann@x.org', 'bo@x.org'].map((email) => ({ email, name: null, state: 'active' as const }));
  await importSubscribers(env.DB, rows, 1);
});

describe('what is new', () => {
  it('goes out at the hour, to everybody, once', async () => {
    const report = await post(text('schools'));
    await tick(deps, MONDAY - 5 * 60_000, content());
    expect(await issues()).toEqual([]);
    await tick(deps, MONDAY, content());
    const [issue] = await untilSent();
    expect(issue).toMatchObject({ origin: 'clock', slot: MONDAY, reportIds: [report] });
    expect((await listOutbox(env.DB, { limit: 9 })).map(({ to }) => to).sort()).toEqual([
      'ann@x.org',
      'bo@x.org',
    ]);
    for (const later of [MONDAY, MONDAY + 5 * 60_000, MONDAY + HOUR]) await tick(deps, later, content());
    expect(await issues()).toHaveLength(1);
    expect(await countOutbox(env.DB)).toBe(2);
  });

  it('goes out once when many ticks run at the same time', async () => {
    await post(text('schools'));
    const times = [MONDAY, MONDAY, MONDAY + 1000, MONDAY + 2000, MONDAY + 3000];
    await Promise.all(times.map((time) => tick(deps, time, content())));
    expect(await untilSent()).toHaveLength(1);
    expect(await countOutbox(env.DB)).toBe(2);
  });

  it('comes from the files of content/reports too, together with what was posted', async () => {
    await tick(deps, MONDAY - HOUR, content());
    const posted = await post(text('schools'));
    const files = [{ name: 'parks', raw: text('parks') }];
    await tick(deps, MONDAY, content({}, files));
    const [issue] = await untilSent();
    expect(issue!.reportIds).toHaveLength(2);
    expect(issue!.reportIds).toContain(posted);
    await tick(deps, THURSDAY, content({}, files));
    expect(await outcomes()).toEqual(['nothing-new', 'scheduled']);
  });

  it('is not what an editor already took into an issue', async () => {
    const report = await post(text('schools'));
    const init = {
      method: 'POST',
      body: JSON.stringify({ reports: [report] }),
      headers: { 'Content-Type': 'application/json' },
    };
    await asEditor('/api/issues', init);
    await tick(deps, MONDAY, content());
    expect(await outcomes()).toEqual(['nothing-new']);
    expect(await countOutbox(env.DB)).toBe(0);
  });

  it('is not the same content in another form', async () => {
    await post(text('schools'));
    await tick(deps, MONDAY, content());
    await untilSent();
    await post(`${text('schools')}\n\n\n`);
    await tick(deps, THURSDAY, content());
    expect(await outcomes()).toEqual(['same-content', 'scheduled']);
    expect(await countOutbox(env.DB)).toBe(2);
  });
});

describe('a slot', () => {
  it('without anything new sends nothing, and a report that comes later waits for the next', async () => {
    await tick(deps, MONDAY, content());
    await post(text('schools'));
    await tick(deps, MONDAY + HOUR, content());
    expect(await issues()).toEqual([]);
    expect(await outcomes()).toEqual(['nothing-new']);
    await tick(deps, THURSDAY, content());
    expect(await untilSent()).toHaveLength(1);
  });

  it('that was missed by too long is skipped and recorded', async () => {
    await tick(deps, MONDAY, content());
    await post(text('schools'));
    await tick(deps, THURSDAY + 3 * HOUR + 1, content());
    expect(await issues()).toEqual([]);
    expect(await outcomes()).toEqual(['too-late', 'nothing-new']);
  });

  it('that was missed by a short time is made up for', async () => {
    await tick(deps, MONDAY, content());
    await post(text('schools'));
    await tick(deps, THURSDAY + 3 * HOUR, content());
    expect(await untilSent()).toMatchObject([{ slot: THURSDAY }]);
  });

  it('leaves a draft under the policy `draft`, for an editor to approve', async () => {
    await post(text('schools'));
    await tick(deps, MONDAY, content({ policy: 'draft' }));
    expect(await issues()).toMatchObject([{ state: 'draft', origin: 'clock', reason: null }]);
    await tick(deps, THURSDAY, content({ policy: 'draft' }));
    expect(await outcomes()).toEqual(['nothing-new', 'drafted']);
    expect(await countOutbox(env.DB)).toBe(0);
  });

  it('leaves a draft with the reason while the domain is warming up, and sends when that is over', async () => {
    await post(text('schools'));
    const { publication: own } = content();
    const day = (days: number) => new Date(Date.now() + days * 24 * HOUR).toISOString().slice(0, 10);
    const warmUp = (firstDay: string) => ({ firstDay, mails: 50, doublesAfterDays: 1, days: 5 });
    await tick(deps, MONDAY, { publication: { ...own, warmUp: warmUp(day(-2)) }, reports: [] });
    expect(await issues()).toMatchObject([
      { state: 'draft', origin: 'clock', reason: expect.stringContaining('warming up') },
    ]);
    expect(await countOutbox(env.DB)).toBe(0);
    await post(text('libraries'));
    await tick(deps, THURSDAY, { publication: { ...own, warmUp: warmUp(day(-20)) }, reports: [] });
    expect(await outcomes()).toEqual(['scheduled', 'drafted']);
  });

  it('leaves a draft with the reason when the mail must not be sent', async () => {
    await post(`---\ntitle: Good morning, {{first_name}}\n---\n${text('schools')}`);
    await tick(deps, MONDAY, content());
    const [issue] = await issues();
    expect(issue).toMatchObject({ state: 'draft', origin: 'clock', reason: expect.stringMatching(/\w/) });
    expect(await countOutbox(env.DB)).toBe(0);
  });

  it('is not held up by a report that cannot be cleaned', async () => {
    const bad = await post(text('noise'));
    await post(text('schools'));
    await env.DB.prepare(`UPDATE reports SET raw = ' ' WHERE id = ?1`).bind(Number(bad)).run();
    await tick(deps, MONDAY, content());
    const [issue] = await untilSent();
    expect(issue!.reportIds).not.toContain(bad);
    expect((await listSlots(env.DB, { limit: 1 }))[0]!.note).toContain(`Report ${bad}`);
  });
});

describe('samples', () => {
  const files = [{ name: 'sample', raw: `---\nsample: true\n---\n${text('samples')}` }];

  it('are sent locally, as long as there is no report', async () => {
    await tick(deps, MONDAY, content({}, files));
    expect(await untilSent()).toHaveLength(1);
    await tick(deps, THURSDAY, content({}, files));
    expect(await outcomes()).toEqual(['nothing-new', 'scheduled']);
  });

  it('are not sent when there is a report', async () => {
    const report = await post(text('schools'));
    await tick(deps, MONDAY, content({}, files));
    expect(await untilSent()).toMatchObject([{ reportIds: [report] }]);
    await tick(deps, THURSDAY, content({}, files));
    expect(await outcomes()).toEqual(['nothing-new', 'scheduled']);
  });

  it('are never sent from a real site', async () => {
    await tick(onSite, MONDAY, content({}, files));
    expect(await outcomes()).toEqual(['nothing-new']);
    await post(files[0]!.raw);
    await tick(onSite, THURSDAY, content({}, files));
    expect(await outcomes()).toEqual(['nothing-new', 'nothing-new']);
  });
});

describe('an issue that an editor scheduled', () => {
  const schedule = async (when: number): Promise<string> => {
    const headers = { 'Content-Type': 'application/json' };
    const made = await asEditor('/api/issues', {
      method: 'POST',
      body: JSON.stringify({ reports: [await post(text('schools'))] }),
      headers,
    });
    const { id } = (await made.json()) as { id: string };
    const etag = (await asEditor(`/api/issues/${id}/preview`)).headers.get('ETag')!;
    const body = JSON.stringify({ at: new Date(when).toISOString() });
    const init = { method: 'POST', body, headers: { ...headers, 'If-Match': etag } };
    expect((await asEditor(`/api/issues/${id}/send`, init)).status).toBe(202);
    return id;
  };

  it('leaves with the first tick after its time, whatever the slots', async () => {
    const when = Date.now() + 24 * HOUR;
    const id = await schedule(when);
    await tick(deps, when - 1, content({ days: [] }));
    expect(await readIssue(env.DB, id)).toMatchObject({ state: 'scheduled' });
    await tick(deps, when, content({ days: [] }));
    expect(await untilSent()).toMatchObject([{ id }]);
    await tick(deps, when + 1, content({ days: [] }));
    expect(await countOutbox(env.DB)).toBe(2);
  });

  it('leaves even when the issue of the slot cannot be made', async () => {
    const when = Date.now() + 24 * HOUR;
    const id = await schedule(when);
    const broken: Content = { ...content(), publication: null as never };
    await expect(tick(deps, when, broken)).rejects.toThrow();
    expect((await beginTick(env.DB, when, when)).before).toEqual({ endedAt: null, outcome: null });
    expect(await untilSent()).toMatchObject([{ id }]);
  });
});

it('continues a tick that died before its end', async () => {
  await post(text('schools'));
  const dying: ClockDeps = {
    ...deps,
    now: () => {
      throw new Error('killed');
    },
  };
  await expect(tick(dying, MONDAY, content())).rejects.toThrow('killed');
  await env.DB.prepare('INSERT OR IGNORE INTO ticks (scheduled_time, started_at) VALUES (?1, 1)')
    .bind(MONDAY)
    .run();
  await tick(deps, MONDAY, content());
  expect(await untilSent()).toHaveLength(1);
  expect(await tick(deps, MONDAY, content())).toBe('This tick was done before.');
});
