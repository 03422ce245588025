// The promise to editors: each of them is notified once of each change that waits for them or went wrong, whatever dies
// and however often a tick is repeated. Real tables, the real clock, the real Postmaster.

import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { publication } from '../../content/publication.ts';
import { type ClockDeps, type Content, tick } from '../../src/clock/index.ts';
import { importSigningKeys } from '../../src/crypto/tokens.ts';
import {
  type NewTransactionalMail,
  PAUSED_BY_EDITOR,
  POSTMASTER_NAME,
  type UndecidedRun,
} from '../../src/deliver/index.ts';
import { createIssue, createReport, type IssueState, moveIssue } from '../../src/store/index.ts';
import { emptyDatabase } from '../support/empty-database.ts';
import { Life, mortalDatabase } from '../support/mortal.ts';

const db = env.DB;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** 9:00 in London. */
const MONDAY = Date.parse('2026-11-23T09:00Z');
const EDITORS = ['ed@paper.example', 'co@paper.example'];
const [key] = await importSigningKeys('a-signing-key-for-tests-only');

const real = () => env.POSTMASTER.getByName(POSTMASTER_NAME);
/** What the Postmaster says about decisions. */
let undecided: UndecidedRun[] = [];

const content = (changes: Partial<typeof publication> = {}): Content => ({
  publication: {
    ...publication,
    timeZone: 'Europe/London',
    sending: { days: ['mon'], hour: 7, policy: 'draft', lateByHours: 3 },
    weekly: null,
    editors: EDITORS,
    ...changes,
  },
  reports: [],
});

/** A Postmaster that queues, and a process that may die before or after each call to it. */
const postmaster = (life: Life) =>
  ({
    wake: async () => {},
    undecidedRuns: () => life.step(async () => undecided),
    progress: () => life.step(async () => ({ sent: 1, total: 2 })),
    sendOne: (message: NewTransactionalMail) =>
      life.step(async () => {
        const answer = await real().sendOne(message);
        const { subject, text } = message.template;
        const { to } = message;
        if (answer === 'queued')
          queued.push({ to, subject, text, expiresAt: Number('expiresAt' in message && message.expiresAt) });
        return answer;
      }),
  }) as unknown as ReturnType<ClockDeps['postmaster']>;

async function tickAt(time: number, given = content(), dieAt = 0): Promise<number> {
  const life = new Life(dieAt);
  const deps: ClockDeps = {
    config: { local: true, siteUrl: 'https://news.example' },
    signingKey: key!,
    db: mortalDatabase(db, life),
    postmaster: () => postmaster(life),
    now: () => time,
  };
  await Promise.race([tick(deps, time, given), life.death]);
  return life.steps;
}

type Queued = { to: string; subject: string; expiresAt: number; text: string };

/** What the Postmaster took for the first time, in its order. */
let queued: Queued[] = [];
const subjectsTo = (editor = EDITORS[0]) =>
  queued.filter(({ to }) => to === editor).map(({ subject }) => subject);

let issues = 0;
/** An issue that was being sent and is in this state now. */
async function issue(state: IssueState, reason: string | null = null): Promise<string> {
  issues += 1;
  const id = crypto.randomUUID();
  await createIssue(db, { id, subject: `Issue ${issues}`, preheader: null, reportIds: [] }, 1);
  await db
    .prepare(
      `UPDATE issues SET state = 'sending', run_id = ?1, sha256 = 'a', template = '{}', scheduled_at = 9000000000000
       WHERE id = ?1`,
    )
    .bind(id)
    .run();
  if (state !== 'sending') await moveIssue(db, id, state as 'paused', reason, 1);
  return id;
}

/** The next tick finds a slot in the past that was never decided. */
const lastSlot = (startsAt: number) =>
  db
    .prepare(
      `INSERT OR IGNORE INTO slots (audience, starts_at, outcome, decided_at) VALUES ('every', ?1, 'nothing-new', 1)`,
    )
    .bind(startsAt)
    .run();

beforeEach(async () => {
  undecided = [];
  queued = [];
  await emptyDatabase();
  await runInDurableObject(real(), (_, { storage }) => void storage.sql.exec('DELETE FROM messages'));
  // The slot of this Monday is decided, so that a tick finds nothing else to report.
  await lastSlot(Date.parse('2026-11-23T07:00Z'));
});

describe('editors are notified once', () => {
  it('of a pause, and again of the next one, an hour later at the earliest', async () => {
    const id = await issue('paused', 'The key of reader@example.org is wrong.');
    for (const minutes of [0, 0, 5, 10]) await tickAt(MONDAY + minutes * MINUTE);
    const [mail, ...others] = queued;
    expect(others.map(({ to }) => to)).toEqual([mail?.to === EDITORS[0] ? EDITORS[1] : EDITORS[0]]);
    expect(mail?.subject).toMatch(/^Issue \d+ is paused$/);
    expect(mail?.expiresAt).toBe(MONDAY + DAY);
    expect(mail?.text).toContain('The key of (an address) is wrong.');
    expect(mail?.text.replace(/\s+/g, ' ')).toContain(`POST /api/issues/${id}/resume`);
    expect(mail?.text).toContain('https://news.example/desk');

    await moveIssue(db, id, 'sending', null, 2);
    await tickAt(MONDAY + 15 * MINUTE);
    await moveIssue(db, id, 'paused', 'The key of reader@example.org is wrong.', 3);
    await tickAt(MONDAY + 20 * MINUTE);
    expect(subjectsTo()).toHaveLength(1);
    await tickAt(MONDAY + HOUR);
    expect(subjectsTo()).toHaveLength(2);
  });

  it('of a decision, and again when there is a new one', async () => {
    const id = await issue('sent');
    undecided = [{ issueId: id, doubts: 1, batches: 1, mails: 100 }];
    for (const minutes of [0, 5, 90]) await tickAt(MONDAY + minutes * MINUTE);
    expect(subjectsTo()).toEqual([expect.stringMatching(/waits for a decision$/)]);
    undecided = [{ issueId: id, doubts: 2, batches: 2, mails: 180 }];
    await tickAt(MONDAY + 95 * MINUTE);
    expect(queued.at(-1)?.text).toContain('180');
    expect(subjectsTo()).toHaveLength(2);
  });

  it('of a draft that the clock left, and of a time that was missed', async () => {
    await createReport(
      db,
      {
        name: null,
        raw: 'The council met.\n\nIt was a long debate, and it ended late.\n',
        title: null,
        isSample: false,
      },
      1,
    );
    const next = MONDAY - 2 * HOUR + 7 * DAY;
    await tickAt(next);
    await tickAt(next + 5 * MINUTE);
    expect(subjectsTo()).toEqual([expect.stringMatching(/^Issue \d+ waits as a draft$/)]);
    await tickAt(next + 7 * DAY + 4 * HOUR);
    await tickAt(next + 7 * DAY + 4 * HOUR + 5 * MINUTE);
    expect(subjectsTo()).toEqual([
      expect.stringMatching(/^Issue \d+ waits as a draft$/),
      'A time of sending was missed',
    ]);
    expect(queued.at(-1)?.text).toContain('7 December 2026 at 07:00');
  });

  it('of a report that is left out after three tries', async () => {
    const report = await createReport(db, { name: 'long', raw: 'x', title: 'Endless', isSample: false }, 1);
    await db
      .prepare(`INSERT INTO work (key, piece, report_id, tries, touched_at) VALUES ('k', 0, ?1, 3, ?2)`)
      .bind(Number(typeof report === 'string' ? report : (report as { id: string }).id), MONDAY)
      .run();
    await tickAt(MONDAY + MINUTE);
    expect(subjectsTo()).toEqual([]);
    for (const minutes of [5, 10]) await tickAt(MONDAY + minutes * MINUTE);
    expect(subjectsTo()).toEqual(['A report is left out']);
  });
});

describe('editors are not notified', () => {
  it('of what an editor did, of a pause that ended before the tick, nor of anything when nobody is named', async () => {
    await issue('paused', PAUSED_BY_EDITOR);
    const over = await issue('paused', 'The key is wrong.');
    await moveIssue(db, over, 'sending', null, 2);
    await tickAt(MONDAY);
    await issue('paused', 'The key is wrong.');
    await tickAt(MONDAY + 5 * MINUTE, content({ editors: [] }));
    expect(queued).toEqual([]);
  });

  it('of a pause that waited for its turn and has ended by then', async () => {
    const id = await issue('paused', 'The key is wrong.');
    await tickAt(MONDAY);
    await moveIssue(db, id, 'sending', null, 2);
    await moveIssue(db, id, 'paused', 'The quota is used up.', 3);
    await tickAt(MONDAY + 5 * MINUTE);
    await moveIssue(db, id, 'sending', null, 4);
    await tickAt(MONDAY + 2 * HOUR);
    expect(subjectsTo()).toHaveLength(1);
  });

  it('more than ten times a day: the rest comes in one mail, and nothing is left out', async () => {
    for (let n = 0; n < 9; n += 1) await issue('paused', 'The key is wrong.');
    await tickAt(MONDAY);
    for (let n = 0; n < 3; n += 1) await issue('paused', 'The key is wrong.');
    for (const minutes of [5, 10]) await tickAt(MONDAY + minutes * MINUTE);
    expect(subjectsTo()).toHaveLength(10);
    expect(subjectsTo().at(-1)).toBe('Things to look at: 3');
    await issue('paused', 'The key is wrong.');
    await tickAt(MONDAY + 15 * MINUTE);
    expect(subjectsTo()).toHaveLength(10);
    await tickAt(MONDAY + DAY);
    expect(subjectsTo()).toHaveLength(11);
  });

  it('about a notice: one that is refused leads to no other', async () => {
    await issue('paused', 'The key is wrong.');
    await tickAt(MONDAY);
    await runInDurableObject(real(), (_, { storage }) => {
      storage.sql.exec(
        `UPDATE messages SET state = 'refused', refused_at = ?, address = NULL, template = NULL, token = NULL`,
        MONDAY,
      );
    });
    for (const minutes of [5, 90]) await tickAt(MONDAY + minutes * MINUTE);
    expect(queued).toHaveLength(EDITORS.length);
  });
});

describe('whatever dies', () => {
  it('at each step of a tick, each editor is notified of each thing once', async () => {
    let steps = 1;
    for (let dieAt = 0; dieAt <= steps; dieAt += 1) {
      await db.batch(
        ['notices', 'notice_mails', 'ticks', 'issues'].map((table) => db.prepare(`DELETE FROM ${table}`)),
      );
      await runInDurableObject(real(), (_, { storage }) => void storage.sql.exec('DELETE FROM messages'));
      queued = [];
      await issue('paused', 'The key is wrong.');
      undecided = [{ issueId: await issue('sent'), doubts: 1, batches: 1, mails: 9 }];
      const counted = await tickAt(MONDAY, content(), dieAt);
      if (dieAt === 0) steps = counted;
      for (const minutes of [5, 10]) await tickAt(MONDAY + minutes * MINUTE);
      for (const editor of EDITORS)
        expect(subjectsTo(editor).sort(), `death at step ${dieAt}`).toEqual([
          expect.stringMatching(/is paused$/),
          expect.stringMatching(/waits for a decision$/),
        ]);
    }
    expect(steps).toBeGreaterThan(10);
  });

  it('and when two ticks run at once', async () => {
    for (let n = 0; n < 3; n += 1) await issue('paused', 'The key is wrong.');
    await Promise.all([0, 1, 2, 3].map((n) => tickAt(MONDAY + n)));
    await tickAt(MONDAY + 5 * MINUTE);
    for (const editor of EDITORS) expect(new Set(subjectsTo(editor)).size).toBe(3);
    expect(queued).toHaveLength(6);
  });

  it('a tick does the rest of its work when the Postmaster cannot be asked', async () => {
    const complaint = vi.spyOn(console, 'error').mockImplementation(() => {});
    await issue('paused', 'The key is wrong.');
    const life = new Life(0);
    const broken = { ...postmaster(life), undecidedRuns: () => Promise.reject(new Error('unreachable')) };
    const deps: ClockDeps = {
      config: { local: true, siteUrl: 'https://news.example' },
      signingKey: key!,
      db,
      postmaster: () => broken as never,
      now: () => MONDAY,
    };
    expect(await tick(deps, MONDAY, content())).toBe('No slot is due.');
    expect(complaint).toHaveBeenCalledOnce();
    complaint.mockRestore();
    await tickAt(MONDAY + 5 * MINUTE);
    expect(subjectsTo()).toHaveLength(1);
  });
});
