import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  approveIssue,
  beginSending,
  beginTick,
  createIssue,
  createIssueForSlot,
  createReport,
  type FrozenIssue,
  listIssuesForRoundUp,
  listSlots,
  moveIssue,
  readIssue,
  readIssueSummary,
  readParts,
} from '../../../src/store/index.ts';
import { emptyDatabase } from '../../support/empty-database.ts';

const db = env.DB;

const frozen = (of: string): FrozenIssue => ({
  sha256: of,
  templateJson: '{}',
  preflightJson: '{}',
  fingerprint: of,
  slug: of,
  pageJson: JSON.stringify({ of, long: 'x'.repeat(600_000) }),
  subject: `About ${of}`,
  preheader: '',
});

/** Approved at `at`, or scheduled then for `sendAt`. */
async function approve(name: string, at: number, sendAt: number | null = null): Promise<string> {
  const reportId = await createReport(db, { name: null, raw: name, title: null, isSample: false }, 1);
  const id = crypto.randomUUID();
  await createIssue(db, { id, reportIds: [reportId], subject: null, preheader: null }, 1);
  const schedule = sendAt === null ? null : { at: sendAt, holdUntil: null };
  await approveIssue(db, id, 1, frozen(name), schedule, at);
  return id;
}

const roundUp = (partIds: string[]) => ({
  id: crypto.randomUUID(),
  reportIds: [],
  partIds,
  subject: null,
  preheader: null,
});
const find = (from = 0, until = 1000) => listIssuesForRoundUp(db, { from, until, limit: 50 });

beforeEach(emptyDatabase);

describe('a week', () => {
  it('has what was approved in it, in the order of its times', async () => {
    await approve('before', 99);
    const late = await approve('late', 150, 300);
    const early = await approve('early', 200);
    await approve('after', 401);
    expect(await find(100, 400)).toEqual([early, late]);
  });

  it('leaves issues that wait for a later hour to a later week', async () => {
    const id = await approve('embargoed', 100, 500);
    expect(await find(0, 499)).toEqual([]);
    expect(await find(400, 999)).toEqual([id]);
  });

  it('has no drafts, no stopped issues, and no round-ups', async () => {
    const id = await approve('sent', 100);
    const stopped = await approve('stopped', 100);
    await moveIssue(db, stopped, 'cancelled', null, 101);
    await createIssue(db, roundUp([stopped]), 102);
    expect(await find()).toEqual([id]);
  });

  it('has no issues of a round-up, unless that was stopped before any mail left', async () => {
    const id = await approve('sent', 100);
    const first = roundUp([id]);
    expect(await createIssue(db, first, 101)).toBe(true);
    expect(await find()).toEqual([]);
    await moveIssue(db, first.id, 'cancelled', null, 102);
    expect(await find()).toEqual([id]);

    const second = roundUp([id]);
    expect(await createIssue(db, second, 103)).toBe(true);
    await approveIssue(db, second.id, 1, frozen('the week'), { at: 104, holdUntil: null }, 104);
    await beginSending(db, second.id, { runId: 'run', sha256: 'the week' }, 105);
    await moveIssue(db, second.id, 'cancelled', null, 106);
    expect(await find()).toEqual([]);
  });
});

describe('a round-up', () => {
  it('names its issues in their order, and is for those who chose it', async () => {
    const ids = [await approve('b', 100), await approve('a', 101)];
    const made = roundUp([...ids].reverse());
    await createIssue(db, made, 102);
    expect(await readIssueSummary(db, made.id)).toMatchObject({
      audience: 'weekly',
      partIds: [...ids].reverse(),
      reportIds: [],
      slot: null,
    });
    expect(await readIssue(db, ids[0]!)).toMatchObject({ audience: 'every', partIds: [] });
  });

  it('reads its issues as they were frozen, without those that were stopped', async () => {
    const ids = [await approve('b', 100), await approve('a', 101)];
    const parts = await readParts(db, [...ids].reverse());
    expect(parts.map(({ subject, slug }) => [subject, slug])).toEqual([
      ['About a', 'a'],
      ['About b', 'b'],
    ]);
    expect(parts.map(({ pageJson }) => (JSON.parse(pageJson) as { of: string }).of)).toEqual(['a', 'b']);
    expect(parts[0]!.reportIds).toHaveLength(1);
    await moveIssue(db, ids[0]!, 'cancelled', null, 102);
    expect((await readParts(db, ids)).map(({ slug }) => slug)).toEqual(['a']);
  });

  it('is one of two that are made of the same issue at once', async () => {
    const id = await approve('sent', 100);
    const made = await Promise.all([
      createIssue(db, roundUp([id]), 101),
      createIssue(db, roundUp([id]), 101),
    ]);
    expect(made.filter(Boolean)).toHaveLength(1);
    const forSlot = {
      ...roundUp([id]),
      slot: 1000,
      note: null,
      outcome: { kind: 'drafted' as const, reason: null },
    };
    expect(await createIssueForSlot(db, forSlot, 102)).toBe(false);
    expect(await listSlots(db, { limit: 5 })).toEqual([]);
  });

  it('has a slot of its own calendar, at the same time as the other one', async () => {
    const id = await approve('sent', 100);
    const reportId = await createReport(db, { name: null, raw: 'r', title: null, isSample: false }, 1);
    const slot = { slot: 1000, note: null, outcome: { kind: 'drafted' as const, reason: null } };
    const daily = { ...slot, id: crypto.randomUUID(), reportIds: [reportId] };
    const weekly = { ...slot, ...roundUp([id]) };
    for (const issue of [daily, weekly]) expect(await createIssueForSlot(db, issue, 1001)).toBe(true);
    const again = { ...daily, id: crypto.randomUUID() };
    expect(await createIssueForSlot(db, again, 1002)).toBe(false);
    expect((await beginTick(db, 1, 1)).lastSlots).toEqual({ every: 1000, weekly: 1000, weeklyInTime: 1000 });
    expect(await readIssueSummary(db, daily.id)).toMatchObject({ audience: 'every', slot: 1000 });
    expect(await readIssueSummary(db, weekly.id)).toMatchObject({ audience: 'weekly', slot: 1000 });
    expect((await listSlots(db, { limit: 5 })).map(({ issueId }) => issueId)).toEqual([daily.id, weekly.id]);
  });
});
