// The promise of the round-up: readers get every issue or one mail a week, as they chose, each once, whenever they
// change their minds and whatever happens to the process. Real tables, real Postmaster, real ticks.

import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { publication } from '../../content/publication.ts';
import { type ClockDeps, type Content, tick } from '../../src/clock/index.ts';
import { importSigningKeys } from '../../src/crypto/tokens.ts';
import { POSTMASTER_NAME } from '../../src/deliver/index.ts';
import {
  chooseCadence,
  findByAddress,
  getOutboxMail,
  type IssueSummary,
  importSubscribers,
  listIssues,
  listOutbox,
  listSlots,
  moveIssue,
  unsubscribe,
} from '../../src/store/index.ts';
import { runAlarmsUntil } from '../support/alarms.ts';
import { asEditor, postText } from '../support/client.ts';
import { emptyDatabase } from '../support/empty-database.ts';

const db = env.DB;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MINUTES = 60_000;
/** 7:00 in London. */
const MONDAY = Date.parse('2026-11-23T07:00Z');
const day = (n: number): number => MONDAY + n * DAY;
/** 9:00. */
const SATURDAY = day(5) + 2 * HOUR;

const [signingKey] = await importSigningKeys('a-signing-key-for-tests-only');
const postmaster = () => env.POSTMASTER.getByName(POSTMASTER_NAME);
const depsAt = (time: number, more: Partial<ClockDeps> = {}): ClockDeps => ({
  config: { local: true, siteUrl: 'http://copydesk.test' },
  signingKey: signingKey!,
  db,
  postmaster,
  now: () => time,
  ...more,
});

const content = (changes: Partial<NonNullable<typeof publication.weekly>> | null = {}): Content => ({
  publication: {
    ...publication,
    timeZone: 'Europe/London',
    sending: { days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat'], hour: 7, policy: 'send', lateByHours: 3 },
    weekly: changes === null ? null : { day: 'sat', hour: 9, policy: 'send', lateByHours: 12, ...changes },
  },
  reports: [],
});
const tickAt = (time: number, more: Partial<ClockDeps> = {}, given = content()) =>
  tick(depsAt(time, more), time, given);

const TOPICS = ['schools', 'parks', 'roads', 'bridges', 'libraries', 'markets'];
const post = (topic: string) =>
  postText(
    '/api/reports',
    `The council decided on ${topic} this week\n\nIt was a long debate about ${topic}, and it ended late.\n`,
  );

/** A morning with news: an issue for readers who get every one. */
async function morning(n: number): Promise<void> {
  await post(TOPICS[n] ?? 'news');
  await tickAt(day(n));
  await untilAllSent();
}

async function untilAllSent(): Promise<readonly IssueSummary[]> {
  let issues: readonly IssueSummary[] = [];
  await runAlarmsUntil(async () => {
    issues = await listIssues(db, { limit: 99 });
    return issues.every(({ state }) => state !== 'sending' && state !== 'scheduled');
  });
  return issues;
}

const idOf = async (email: string) => (await findByAddress(db, email))!.id;
const switchTo = async (email: string, frequency: 'every' | 'weekly') =>
  chooseCadence(db, await idOf(email), frequency, 1);
const join = (frequency: 'every' | 'weekly', ...emails: string[]) =>
  importSubscribers(
    db,
    emails.map((email) => ({ email, name: null, state: 'active', frequency })),
    1,
  );

/** What everybody got, in order: the issues by their topics. */
async function inboxes(): Promise<Record<string, string[]>> {
  const got: Record<string, string[]> = {};
  for (const { to, subject } of (await listOutbox(db, { limit: 1000 })).reverse()) {
    const topic = TOPICS.find((one) => subject.includes(one)) ?? subject;
    got[to] = [...(got[to] ?? []), subject.startsWith('The week: ') ? 'week' : topic];
  }
  return got;
}
const readNewest = async (to: string) => {
  const [newest] = (await listOutbox(db, { limit: 1000 })).filter((mail) => mail.to === to);
  return (await getOutboxMail(db, newest!.id))!;
};
const weeklySlots = async () =>
  (await listSlots(db, { limit: 99 }))
    .filter(({ audience }) => audience === 'weekly')
    .map(({ outcome }) => outcome);

beforeEach(emptyDatabase);

it('in a week everybody gets exactly what they chose, once', async () => {
  await join('every', 'ann@x.org', 'cy@x.org', 'eve@x.org');
  await join('weekly', 'bo@x.org', 'dee@x.org', 'fay@x.org');
  await morning(0);
  await unsubscribe(db, await idOf('eve@x.org'), 1);
  await morning(1);
  await switchTo('cy@x.org', 'weekly');
  await morning(2);
  await switchTo('dee@x.org', 'every');
  await morning(3);
  await morning(4);
  await unsubscribe(db, await idOf('fay@x.org'), 1);
  await join('weekly', 'gus@x.org');
  for (const time of [
    SATURDAY - 5 * MINUTES,
    SATURDAY,
    SATURDAY,
    SATURDAY + 5 * MINUTES,
    SATURDAY + 3 * HOUR,
  ])
    await tickAt(time);
  const [week, ...dailies] = await untilAllSent();

  expect(await inboxes()).toEqual({
    'ann@x.org': ['schools', 'parks', 'roads', 'bridges', 'libraries'],
    'bo@x.org': ['week'],
    'cy@x.org': ['schools', 'parks', 'week'],
    'dee@x.org': ['bridges', 'libraries'],
    'eve@x.org': ['schools'],
    'gus@x.org': ['week'],
  });
  expect(week).toMatchObject({ audience: 'weekly', origin: 'clock', slot: SATURDAY, state: 'sent' });
  expect(week!.partIds).toEqual(dailies.map(({ id }) => id).reverse());
  const { text, html } = await readNewest('bo@x.org');
  for (const topic of TOPICS.slice(0, 5)) expect(text).toContain(`It was a long debate about ${topic}`);
  for (const { number, slug } of dailies) {
    expect(html).toContain(`From issue ${number}<`);
    expect(html).toContain(`http://copydesk.test/issues/${slug}"`);
  }
});

it('the next week has what the first had not, and no issue is in two', async () => {
  await join('weekly', 'bo@x.org');
  await morning(0);
  // The issue of the very hour before it, and of the same hour.
  const noon = content({ hour: 7 });
  await post('parks');
  await tickAt(day(5), {}, noon);
  await untilAllSent();
  expect((await readNewest('bo@x.org')).text).toContain('a long debate about parks');
  await morning(7);
  await tickAt(day(12), {}, noon);
  const issues = await untilAllSent();
  expect(await inboxes()).toEqual({ 'bo@x.org': ['week', 'week'] });
  expect((await readNewest('bo@x.org')).text).not.toMatch(/schools|parks/);
  const parts = issues.flatMap(({ partIds }) => partIds);
  expect(parts).toHaveLength(3);
  expect(new Set(parts).size).toBe(3);
});

it('a switch in the middle of a run brings nobody an extra mail, and costs nobody the one they chose', async () => {
  const regulars = Array.from({ length: 230 }, (_, n) => `every-${n}@x.org`);
  const weeklies = Array.from({ length: 30 }, (_, n) => `weekly-${n}@x.org`);
  await join('weekly', ...weeklies);
  await join('every', ...regulars);
  await post('schools');
  await tickAt(MONDAY);
  const [issue] = await listIssues(db, { limit: 1 });
  const paused = await postmaster().pause(issue!.id);
  const before = await inboxes();
  const [toWeekly, toEvery] = [regulars.slice(200, 220), weeklies.slice(0, 10)];
  for (const email of toWeekly) await switchTo(email, 'weekly');
  for (const email of toEvery) await switchTo(email, 'every');
  // A switch there and back is an entry too.
  await switchTo('weekly-20@x.org', 'every');
  await switchTo('weekly-20@x.org', 'weekly');
  if (paused.ok) await postmaster().resume(issue!.id);
  await untilAllSent();

  const first = await inboxes();
  for (const email of toEvery) expect(first[email]).toBeUndefined();
  for (const email of regulars)
    expect(first[email], email).toEqual(toWeekly.includes(email) ? before[email] : ['schools']);

  await tickAt(SATURDAY);
  await untilAllSent();
  const all = await inboxes();
  const weekly = [...toWeekly, ...weeklies.slice(10)];
  for (const email of weekly) expect(all[email], email).toEqual([...(first[email] ?? []), 'week']);
  for (const email of [...toEvery, ...regulars.filter((one) => !toWeekly.includes(one))])
    expect(all[email], email).toEqual(first[email]);
});

describe('a process that dies', () => {
  const dead = () => {
    throw new Error('killed');
  };

  it('between the tick and the run: the next tick begins it, and each gets one mail', async () => {
    await join('weekly', 'bo@x.org', 'cy@x.org');
    await morning(0);
    await expect(tickAt(SATURDAY, { postmaster: dead })).rejects.toThrow('killed');
    expect((await listIssues(db, { limit: 1 }))[0]).toMatchObject({ audience: 'weekly', state: 'scheduled' });
    expect(await inboxes()).toEqual({});
    // Readers who switch before it begins count as what they chose by then.
    await switchTo('cy@x.org', 'every');
    await join('weekly', 'late@x.org');
    await tickAt(SATURDAY);
    await tickAt(SATURDAY + 5 * MINUTES);
    await untilAllSent();
    expect(await inboxes()).toEqual({ 'bo@x.org': ['week'], 'late@x.org': ['week'] });
  });

  it('in the decision: it is made once', async () => {
    await join('weekly', 'bo@x.org');
    await morning(0);
    let calls = 0;
    const now = () => {
      calls += 1;
      if (calls > 2) throw new Error('killed');
      return SATURDAY;
    };
    await expect(tickAt(SATURDAY, { now })).rejects.toThrow('killed');
    await Promise.all([0, 0, 1, 2].map((n) => tickAt(SATURDAY + n * 1000)));
    await untilAllSent();
    expect(await inboxes()).toEqual({ 'bo@x.org': ['week'] });
    expect(await weeklySlots()).toEqual(['scheduled']);
  });
});

describe('nothing is sent', () => {
  it('when nothing happened in the week, and that is written down', async () => {
    await join('weekly', 'bo@x.org');
    expect(await tickAt(SATURDAY)).toContain('nothing-new');
    await morning(7);
    await tickAt(SATURDAY + HOUR);
    expect(await weeklySlots()).toEqual(['nothing-new']);
    expect(await inboxes()).toEqual({});
  });

  it('when nobody chose it, and a reader who chooses it later gets the next week', async () => {
    await join('every', 'ann@x.org');
    await morning(0);
    expect(await tickAt(SATURDAY)).toContain('no-readers');
    await join('weekly', 'bo@x.org');
    await morning(7);
    await tickAt(SATURDAY + 7 * DAY);
    await untilAllSent();
    expect(await weeklySlots()).toEqual(['scheduled', 'no-readers']);
    expect((await inboxes())['bo@x.org']).toEqual(['week']);
    expect((await readNewest('bo@x.org')).text).not.toContain('schools');
  });

  it('when there is no round-up', async () => {
    await join('weekly', 'bo@x.org');
    await morning(0);
    expect(await tickAt(SATURDAY, {}, content(null))).not.toContain('Round-up');
    expect(await weeklySlots()).toEqual([]);
  });

  it('of an issue that was stopped, or waits for its hour', async () => {
    await join('weekly', 'bo@x.org');
    await morning(0);
    const [{ id } = { id: '' }] = await listIssues(db, { limit: 1 });
    await db.prepare(`UPDATE issues SET state = 'sending' WHERE id = ?`).bind(id).run();
    await moveIssue(db, id, 'cancelled', null, 1);
    expect(await tickAt(SATURDAY)).toContain('nothing-new');
  });
});

describe('a round-up that is missed', () => {
  it('is not sent a day late; the next one covers its week too', async () => {
    await join('weekly', 'bo@x.org');
    await tickAt(SATURDAY - 7 * DAY);
    await morning(0);
    await tickAt(SATURDAY + DAY);
    expect(await weeklySlots()).toEqual(['too-late', 'nothing-new']);
    await morning(7);
    await tickAt(SATURDAY + 7 * DAY);
    await untilAllSent();
    expect(await inboxes()).toEqual({ 'bo@x.org': ['week'] });
    const { text } = await readNewest('bo@x.org');
    expect(text).toContain('schools');
    expect(text).toContain('decided on news');
  });
});

describe('under the policy `draft`', () => {
  it('it waits for an editor, who sends exactly the bytes that were previewed', async () => {
    await join('weekly', 'bo@x.org');
    await morning(0);
    expect(await tickAt(SATURDAY, {}, content({ policy: 'draft' }))).toContain('drafted');
    const [draft] = await listIssues(db, { limit: 1 });
    expect(draft).toMatchObject({ audience: 'weekly', state: 'draft' });
    const etag = (await asEditor(`/api/issues/${draft!.id}/preview`)).headers.get('ETag')!;
    const init = { method: 'POST', headers: { 'If-Match': etag } };
    expect((await asEditor(`/api/issues/${draft!.id}/send`, init)).status).toBe(202);
    await untilAllSent();
    expect(await inboxes()).toEqual({ 'bo@x.org': ['week'] });
    await tickAt(SATURDAY + 7 * DAY);
    expect(await weeklySlots()).toEqual(['nothing-new', 'drafted']);
  });
});

it('the clock does not repeat the issues that an editor rounded up', async () => {
  await join('weekly', 'bo@x.org');
  const json = { 'Content-Type': 'application/json' };
  const make = async (body: unknown): Promise<string> => {
    const made = await asEditor('/api/issues', {
      method: 'POST',
      body: JSON.stringify(body),
      headers: json,
    });
    return ((await made.json()) as { id: string }).id;
  };
  const approve = async (topic: string): Promise<string> => {
    const { id: report } = (await (await post(topic)).json()) as { id: string };
    const id = await make({ reports: [report] });
    const etag = (await asEditor(`/api/issues/${id}/preview`)).headers.get('ETag')!;
    await asEditor(`/api/issues/${id}/approve`, { method: 'POST', headers: { 'If-Match': etag } });
    return id;
  };
  const told = await approve('schools');
  const byHand = await make({ audience: 'weekly' });
  const left = await approve('parks');
  // A time of sending, soon after what an editor has just done.
  const time = Math.ceil(Date.now() / HOUR) * HOUR;
  const part = (name: 'weekday' | 'hour') =>
    new Intl.DateTimeFormat('en-GB', {
      timeZone: 'UTC',
      [name]: name === 'hour' ? '2-digit' : 'short',
    }).format(time);
  const given = content({ day: part('weekday').toLowerCase() as 'sat', hour: Number(part('hour')) });
  const inUtc: Content = { ...given, publication: { ...given.publication, timeZone: 'UTC' } };
  expect(await tickAt(time, {}, inUtc)).toContain('Round-up');
  const [clocks] = (await listIssues(db, { limit: 9 })).filter(({ origin }) => origin === 'clock');
  expect(clocks).toMatchObject({ audience: 'weekly', partIds: [left] });
  expect((await asEditor(`/api/issues/${byHand}`)).status).toBe(200);
  expect(await (await asEditor(`/api/issues/${byHand}`)).json()).toMatchObject({ issues: [told] });
});
