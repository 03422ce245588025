// The promise of the clock when the platform kills its ticks: due issues leave first, finished work is not repeated,
// and one text that never ends does not hold back the others. Real tables, real cleaning and rendering.

import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { publication } from '../../content/publication.ts';
import { type ClockDeps, type Content, tick } from '../../src/clock/index.ts';
import { importSigningKeys } from '../../src/crypto/tokens.ts';
import * as freezing from '../../src/issue/index.ts';
import {
  beginTick,
  chooseCadence,
  createReport,
  findByAddress,
  importSubscribers,
  listIssues,
  listReports,
  listSlots,
  listStuckReports,
  NOTHING_DUE,
  readIssue,
  readReports,
  type StoredReport,
} from '../../src/store/index.ts';
import { asEditor } from '../support/client.ts';
import { emptyDatabase } from '../support/empty-database.ts';
import { Life, mortalDatabase } from '../support/mortal.ts';

const db = env.DB;
const MINUTES = 60_000;
/** 7:00 in London. */
const MONDAY = Date.parse('2026-11-23T07:00Z');
const THURSDAY = Date.parse('2026-11-26T07:00Z');
const [signingKey] = await importSigningKeys('a-signing-key-for-tests-only');

const content = (files: Content['reports'] = [], changes: Partial<typeof publication> = {}): Content => ({
  publication: {
    ...publication,
    timeZone: 'Europe/London',
    sending: { days: ['mon', 'thu'], hour: 7, policy: 'send', lateByHours: 3 },
    weekly: null,
    ...changes,
  },
  reports: files,
});

const text = (topic: string): string =>
  `The council decided on ${topic} this Tuesday.\n\nIt was a long debate about ${topic}, and it ended late.\n`;
/** A text with this word kills the tick that cleans it. */
const ENDLESS = 'endlessly';

/** What the ticks did, in their order. */
let done: string[] = [];

/** The steps from reports to bytes, of which some never end. */
const freezingUntil = (life: Life, kills: { rendering?: boolean; endless?: boolean } = {}) =>
  ({
    ...freezing,
    prepareReport(report: StoredReport) {
      const { raw } = report;
      const [, topic = ''] = /on (\S+)/.exec(raw) ?? [];
      done.push(`clean ${topic}`);
      if (kills.endless !== false && raw.includes(ENDLESS)) return life.dieNow();
      return freezing.prepareReport(report);
    },
    async composeIssue(...args: Parameters<typeof freezing.composeIssue>) {
      done.push('compose');
      return freezing.composeIssue(...args);
    },
    async renderComposed(...args: Parameters<typeof freezing.renderComposed>) {
      done.push('render');
      return kills.rendering === true ? life.dieNow() : freezing.renderComposed(...args);
    },
  }) as unknown as typeof freezing;

/** Accepts every run. */
const postmaster = {
  wake: async () => void done.push('wake'),
  start: async ({ issueId }: { issueId: string }) => {
    done.push('launch');
    return { ok: true, value: { runId: `run of ${issueId}` } };
  },
  identify: async (issueId: string) => {
    const issue = await readIssue(db, issueId);
    return issue?.runId == null ? null : { runId: issue.runId, sha256: issue.sha256, state: issue.state };
  },
} as unknown as ReturnType<ClockDeps['postmaster']>;

async function tickAt(
  time: number,
  given: Content = content(),
  { dieAt = 0, ...kills }: { dieAt?: number; rendering?: boolean; endless?: boolean } = {},
): Promise<{ told: string; steps: number; queries: number }> {
  const life = new Life(dieAt);
  const deps: ClockDeps = {
    config: { local: false, siteUrl: 'https://news.example' },
    signingKey: signingKey!,
    db: mortalDatabase(db, life),
    postmaster: () => postmaster,
    now: () => time,
    loadFreezing: async () => freezingUntil(life, kills),
  };
  const told = await Promise.race([tick(deps, time, given), life.death]);
  return { told, steps: life.steps, queries: life.queries };
}

/** A tick every five minutes until the slot is decided. @returns the outcome of each. */
async function ticksFrom(time: number, given?: Content, kills?: object): Promise<string[]> {
  const told: string[] = [];
  for (let n = 0; n < 40; n += 1) {
    told.push((await tickAt(time + n * 5 * MINUTES, given, kills)).told);
    if ((await listSlots(db, { limit: 9 })).some(({ startsAt }) => startsAt === time)) return told;
  }
  throw new Error(`the slot was not decided: ${told.join('\n')}`);
}

const post = (raw: string) => createReport(db, { name: null, raw, title: null, isSample: false }, 1);
const issues = () => listIssues(db, { limit: 9 });
const slot = async () => (await listSlots(db, { limit: 1 }))[0]!;
const countWork = () => db.prepare('SELECT count(*) AS n FROM work').first<number>('n');

async function empty(): Promise<void> {
  await emptyDatabase();
  done = [];
}
beforeEach(empty);

it('a tick that finds nothing to do takes eleven queries, and is noted as done', async () => {
  await tickAt(MONDAY);
  const { told, queries } = await tickAt(MONDAY + 5 * MINUTES);
  expect(told).toBe(NOTHING_DUE);
  expect(queries).toBe(11);
  expect((await beginTick(db, MONDAY + 5 * MINUTES, 1)).before).toMatchObject({ outcome: NOTHING_DUE });
});

it('a tick that is killed after any query is finished by the next, which repeats nothing that was done', async () => {
  const files = [{ name: 'parks', raw: text('parks') }];
  const given = content(files);
  let steps = 1;
  // The first life is undisturbed, and shows how many steps there are.
  for (let dieAt = 0; dieAt <= steps; dieAt += 1) {
    await empty();
    await post(text('schools'));
    await post(text('roads'));
    const first = await tickAt(MONDAY, given, { dieAt });
    if (dieAt === 0) steps = first.steps;
    for (let n = 1; n <= 4 && (await issues())[0]?.state !== 'sending'; n += 1)
      await tickAt(MONDAY + n * 5 * MINUTES, given);

    const all = await issues();
    expect(all, `killed at ${dieAt}`).toMatchObject([
      { state: expect.stringMatching(/^(sending|sent)$/), slot: MONDAY },
    ]);
    const [issue] = all;
    expect(issue!.reportIds).toHaveLength(3);
    // There is one step between a mark and its end: that one is done again.
    const count = (what: string) => done.filter((one) => one.startsWith(what)).length;
    expect(count('clean'), `killed at ${dieAt}: ${done.join(', ')}`).toBeLessThanOrEqual(4);
    expect(count('compose')).toBeLessThanOrEqual(2);
    expect(count('render')).toBeLessThanOrEqual(2);
    expect(count('clean') + count('compose') + count('render')).toBeLessThanOrEqual(6);
    const frozen = await freezing.freezeIssue(
      { id: issue!.id, subject: null, preheader: null },
      await readReports(db, issue!.reportIds),
      {
        publication: given.publication,
        siteUrl: 'https://news.example',
        keyId: signingKey!.id,
        local: false,
      },
    );
    expect(frozen).toMatchObject({ ok: true, value: { sha256: issue!.sha256 } });
  }
  expect(steps).toBeGreaterThan(20);
});

it('forgets what was made once it was used', async () => {
  await post(text('schools'));
  await tickAt(MONDAY);
  expect(await issues()).toHaveLength(1);
  expect(await countWork()).toBe(0);
});

it('launches due issues and wakes the Postmaster before anything that may take long', async () => {
  await post(text('schools'));
  await tickAt(MONDAY);
  await db.prepare(`UPDATE issues SET state = 'scheduled', run_id = NULL, scheduled_at = 1`).run();
  await post(text(ENDLESS));
  done = [];
  expect((await tickAt(THURSDAY)).told).toBe('killed');
  expect(done).toEqual(['launch', 'wake', `clean ${ENDLESS}`]);
});

it('what a tick made is launched at its end', async () => {
  await post(text('schools'));
  await tickAt(MONDAY);
  expect(done).toEqual(['wake', 'clean schools', 'compose', 'render', 'launch']);
});

describe('a report that never ends', () => {
  it('is tried alone from the second time on, left out after the third, and named', async () => {
    const bad = await post(text(ENDLESS));
    const good = await post(text('schools'));
    const told = await ticksFrom(MONDAY);
    expect(done.filter((one) => one.startsWith('clean'))).toEqual([
      `clean ${ENDLESS}`,
      'clean schools',
      `clean ${ENDLESS}`,
      `clean ${ENDLESS}`,
    ]);
    expect(told).toHaveLength(5);
    expect(told[1]).toContain('not decided yet');
    expect(told[4]).toContain(`Report ${bad} is left out`);
    expect(await issues()).toMatchObject([
      { state: expect.stringMatching(/^(sending|sent)$/), reportIds: [good] },
    ]);
    expect(await slot()).toMatchObject({ note: expect.stringContaining(`Report ${bad} is left out`) });
    expect(await listStuckReports(db, { limit: 9 })).toEqual([
      { id: bad, name: null, title: null, tries: 3, lastTriedAt: MONDAY + 15 * MINUTES },
    ]);
  });

  it('costs the later slots no tick', async () => {
    await post(text(ENDLESS));
    await ticksFrom(MONDAY);
    expect(await slot()).toMatchObject({ outcome: 'nothing-new' });
    const good = await post(text('schools'));
    done = [];
    expect(await ticksFrom(THURSDAY)).toHaveLength(1);
    expect(done).not.toContain(`clean ${ENDLESS}`);
    expect(await issues()).toMatchObject([{ reportIds: [good] }]);
  });

  it.each([
    ['asks again', (id: string) => asEditor(`/api/reports/${id}/retry`, { method: 'POST' })],
    [
      'decides about it',
      (id: string) =>
        asEditor(`/api/reports/${id}/overrides`, {
          method: 'PUT',
          body: '{"overrides":[]}',
          headers: { 'Content-Type': 'application/json' },
        }),
    ],
    [
      'changes its text',
      (id: string) =>
        asEditor(`/api/reports/${id}`, {
          method: 'PATCH',
          body: text('parks'),
          headers: { 'Content-Type': 'text/plain' },
        }),
    ],
  ])('is tried again when an editor %s', async (_, act) => {
    const bad = await post(text(ENDLESS));
    await ticksFrom(MONDAY);
    expect((await act(bad)).ok).toBe(true);
    expect(await listStuckReports(db, { limit: 9 })).toEqual([]);
    await ticksFrom(THURSDAY, content(), { endless: false });
    expect(await issues()).toMatchObject([{ reportIds: [bad], slot: THURSDAY }]);
  });

  it('is left to the next issue when half of the time for the slot is over', async () => {
    const bad = await Promise.all(Array.from({ length: 12 }, (_, n) => post(text(`${n}${ENDLESS}`))));
    const good = await post(text('schools'));
    const told = await ticksFrom(MONDAY);
    expect(told.length).toBe(20);
    expect(await issues()).toMatchObject([
      { state: expect.stringMatching(/^(sending|sent)$/), reportIds: [good] },
    ]);
    expect((await slot()).note).toContain(`Report ${bad[11]} is left out: it was not cleaned in time`);
  });

  it('is known by its text when it is a file', async () => {
    const files = [
      { name: 'long', raw: text(ENDLESS) },
      { name: 'short', raw: text('schools') },
    ];
    const told = await ticksFrom(MONDAY, content(files));
    expect(told).toHaveLength(5);
    expect(told[4]).toContain('(content/reports/long) is left out');
    expect(await issues()).toMatchObject([
      { state: expect.stringMatching(/^(sending|sent)$/), reportIds: [expect.any(String)] },
    ]);
    expect(await listStuckReports(db, { limit: 9 })).toMatchObject([{ name: 'long' }]);
    // Corrected, it is another text.
    const mended = [{ name: 'long', raw: text('parks') }];
    expect(await ticksFrom(THURSDAY, content(mended))).toHaveLength(1);
    expect(await issues()).toMatchObject([{ slot: THURSDAY }, { slot: MONDAY }]);
  });

  it('is not recognised while another tick may still be cleaning it', async () => {
    await post(text(ENDLESS));
    for (let n = 0; n < 3; n += 1) await tickAt(MONDAY + n * 1000);
    expect((await tickAt(MONDAY + 4000)).told).toContain('not decided yet');
    expect(await listSlots(db, { limit: 9 })).toEqual([]);
  });
});

it('an issue that is never rendered becomes a draft that says so', async () => {
  const report = await post(text('schools'));
  const told = await ticksFrom(MONDAY, content(), { rendering: true });
  expect(told).toHaveLength(4);
  expect(done.filter((one) => one !== 'wake')).toEqual([
    'clean schools',
    'compose',
    'render',
    'render',
    'render',
  ]);
  expect(await issues()).toMatchObject([
    { state: 'draft', reportIds: [report], reason: expect.stringContaining('three times') },
  ]);
});

describe('the round-up', () => {
  const given = content([], {
    weekly: { day: 'mon', hour: 7, policy: 'send', lateByHours: 12 },
  });
  const roundUps = async () => (await issues()).filter(({ audience }) => audience === 'weekly');

  beforeEach(async () => {
    await importSubscribers(db, [{ email: 'ann@x.org', name: null, state: 'active' }], 1);
    await chooseCadence(db, (await findByAddress(db, 'ann@x.org'))!.id, 'weekly', 1);
  });

  it('waits for the issue of its hour, and includes it', async () => {
    await post(text(ENDLESS));
    await post(text('schools'));
    await ticksFrom(MONDAY, given);
    const [roundUp] = await roundUps();
    const [issue] = (await issues()).filter(({ audience }) => audience === 'every');
    expect(roundUp).toMatchObject({ state: expect.stringMatching(/^(sending|sent)$/), partIds: [issue!.id] });
  });

  it('that is never rendered becomes a draft', async () => {
    await post(text('schools'));
    await tickAt(MONDAY, content());
    expect(await issues()).toHaveLength(1);
    for (let n = 1; n <= 5; n += 1) await tickAt(MONDAY + n * 5 * MINUTES, given, { rendering: true });
    expect(await roundUps()).toMatchObject([
      { state: 'draft', reason: expect.stringContaining('three times') },
    ]);
  });
});

describe('the files of content/reports', () => {
  it.each([
    ['is empty', ' \n', 'The text is empty'],
    ['is no text', 'a\u0000b', 'no text'],
    ['is larger than a row', 'Words of a long text. '.repeat(90_000), 'left out: The '],
  ])('hold nothing up when one of them %s', async (_, raw, why) => {
    const files = [
      { name: 'bad', raw },
      { name: 'good', raw: text('schools') },
    ];
    await tickAt(MONDAY, content(files));
    expect(await issues()).toMatchObject([{ state: expect.stringMatching(/^(sending|sent)$/) }]);
    expect((await slot()).note).toContain('content/reports/bad is left out');
    expect((await slot()).note).toContain(why);
  });

  it('get their titles when they are cleaned', async () => {
    const raw = `Schools get more money\n\n${text('schools')}`;
    await tickAt(MONDAY, content([{ name: 'schools', raw }]));
    expect(await listReports(db, { limit: 9 })).toMatchObject([{ title: 'Schools get more money' }]);
  });
});

it('a tick takes at most the 50 queries of the free plan, however many reports are new', async () => {
  const files = Array.from({ length: 60 }, (_, n) => ({ name: `file-${n}`, raw: text(`topic${n}`) }));
  // A tick makes an issue of twelve; more take another tick.
  const { queries } = await tickAt(MONDAY, content(files.slice(0, 12)));
  expect(await issues()).toMatchObject([{ state: expect.stringMatching(/^(sending|sent)$/) }]);
  const more = [await tickAt(THURSDAY, content(files)), await tickAt(THURSDAY + 5 * MINUTES, content(files))];
  expect((await issues())[0]!.reportIds).toHaveLength(20);
  expect(Math.max(queries, ...more.map((one) => one.queries))).toBeLessThanOrEqual(50);
});
