import { env } from 'cloudflare:workers';
import { beforeEach, expect, it } from 'vitest';
import { beginTick, closeSlots, endTick, listSlots, NOTHING_DUE, reopenTick } from '../../src/store/index.ts';
import { emptyDatabase } from '../support/empty-database.ts';

const db = env.DB;
const DAY = 24 * 3600 * 1000;

beforeEach(emptyDatabase);

it('a tick is new once; after that it shows how far it came', async () => {
  expect((await beginTick(db, 1000, 1001)).before).toBeNull();
  // Nearly all of them find nothing to do, so that is noted at once.
  expect((await beginTick(db, 1000, 1002)).before).toEqual({ endedAt: 1001, outcome: NOTHING_DUE });
  await reopenTick(db, 1000);
  expect((await beginTick(db, 1000, 1002)).before).toEqual({ endedAt: null, outcome: null });
  await endTick(db, 1000, 'nothing due', 1003);
  await endTick(db, 1000, 'another end', 1004);
  expect((await beginTick(db, 1000, 1004)).before).toEqual({ endedAt: 1003, outcome: 'nothing due' });
});

it('of two that begin the same tick at once, one finds it new', async () => {
  const begun = await Promise.all([beginTick(db, 1000, 1), beginTick(db, 1000, 1)]);
  expect(begun.filter(({ before }) => before === null)).toHaveLength(1);
});

it('ticks are kept for a month', async () => {
  await beginTick(db, 1000, 1);
  await beginTick(db, 1000 + 31 * DAY, 2);
  await endTick(db, 1000 + 31 * DAY, 'nothing due', 3);
  expect((await beginTick(db, 1000, 4)).before).toBeNull();
});

it('a slot is decided once', async () => {
  expect((await beginTick(db, 1, 1)).lastSlots).toEqual({ every: null, weekly: null, weeklyInTime: null });
  const late = { audience: 'every', startsAt: 1000, outcome: 'too-late', note: 'by 9 hours' } as const;
  await closeSlots(db, [late], 5);
  const again = { audience: 'every', startsAt: 1000, outcome: 'nothing-new', note: null } as const;
  await closeSlots(db, [again, { ...again, startsAt: 2000 }], 6);
  expect((await beginTick(db, 1, 1)).lastSlots).toMatchObject({ every: 2000, weekly: null });
  expect(await listSlots(db, { limit: 5 })).toEqual([
    { ...again, startsAt: 2000, issueId: null, decidedAt: 6 },
    { ...late, issueId: null, decidedAt: 5 },
  ]);
});

it('the two calendars have separate slots at the same time', async () => {
  const slot = { startsAt: 1000, note: null };
  await closeSlots(db, [{ ...slot, audience: 'every', outcome: 'nothing-new' }], 5);
  await closeSlots(db, [{ ...slot, audience: 'weekly', outcome: 'no-readers' }], 5);
  await closeSlots(db, [{ ...slot, audience: 'weekly', startsAt: 2000, outcome: 'too-late' }], 5);
  expect((await beginTick(db, 1, 1)).lastSlots).toEqual({ every: 1000, weekly: 2000, weeklyInTime: 1000 });
  expect((await listSlots(db, { limit: 5 })).map(({ outcome }) => outcome)).toEqual([
    'too-late',
    'nothing-new',
    'no-readers',
  ]);
});
