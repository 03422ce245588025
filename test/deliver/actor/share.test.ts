// A flood of sign-ups cannot eat the day's quota of a run, and a run that takes many days cannot starve sign-ups.

import { describe, expect, it } from 'vitest';
import { HOUR, ISSUE, inWorld, NOON, TEMPLATE, type World } from '../world.ts';

const DAY = 24 * HOUR;
const TOMORROW = NOON + DAY;

/** A process that knows the quota, as one refused mail teaches it. */
function knowQuota(world: World, limit: number): void {
  world.provider.dailyQuota = limit;
  world.rows(
    `INSERT INTO account (id, per_window, window_ms, quota_day, quota_used, quota_limit, quota_until, quota_waits)
     VALUES (1, 10, 1000, ?1, 0, ?2, NULL, 0)`,
    Math.floor(NOON / DAY),
    limit,
  );
  world.boot();
}

async function signUp(world: World, count: number): Promise<void> {
  for (let n = 1; n <= count; n += 1)
    await world.postmaster.sendOne({
      id: `asking ${n}`,
      purpose: 'confirmation',
      to: `new${n}@example.com`,
      template: TEMPLATE,
      token: `token-${n}`,
      limit: { counter: `new${n}`, everyMs: HOUR, aDay: 3 },
    });
}

const newcomers = (world: World): number =>
  [...world.provider.inboxes.keys()].filter((address) => address.startsWith('new')).length;

describe('confirmations', () => {
  it(
    'take a quarter of the quota a day, and the others wait for the next days',
    inWorld(async (world) => {
      knowQuota(world, 80);
      world.join(60);
      await signUp(world, 50);
      await world.start();
      await world.runUntil(TOMORROW - HOUR);
      expect(newcomers(world)).toBe(20);
      expect(world.postmaster.progress(ISSUE)).toMatchObject({ state: 'sent', sent: 60 });
      await world.runUntil(TOMORROW + DAY - HOUR);
      expect(newcomers(world)).toBe(40);
      await world.runUntil(TOMORROW + DAY + HOUR);
      expect(newcomers(world)).toBe(50);
      expect(Object.values(world.received()).every((times) => times === 1)).toBe(true);
    }),
  );

  it(
    'are counted over the death of a process',
    inWorld(async (world) => {
      knowQuota(world, 40);
      await signUp(world, 30);
      world.provider.faultOf = () => {
        if (world.provider.calls.length === 5) world.life.die();
        return null;
      };
      await world.fireAlarm();
      world.provider.faultOf = () => null;
      world.boot();
      await world.runUntil(TOMORROW - HOUR);
      expect(newcomers(world)).toBe(10);
    }),
  );

  it(
    'do not wait for a run that uses every day up',
    inWorld(async (world) => {
      knowQuota(world, 40);
      world.join(400);
      await world.start();
      await world.runUntil(NOON + HOUR);
      expect(world.provider.inboxes.size).toBe(40);
      await signUp(world, 8);
      await world.runUntil(NOON + 2 * HOUR);
      expect(newcomers(world)).toBe(0);
      await world.runUntil(TOMORROW + HOUR);
      expect(newcomers(world)).toBe(8);
      expect(world.provider.inboxes.size).toBe(80);
    }),
  );

  it(
    'hold no test send back, and are not counted with them',
    inWorld(async (world) => {
      knowQuota(world, 40);
      await signUp(world, 12);
      const test = { purpose: 'test', to: 'editor@example.com', template: TEMPLATE, token: 't' } as const;
      for (let n = 1; n <= 15; n += 1) await world.postmaster.sendOne({ ...test, id: `test ${n}` });
      await world.runUntil(NOON + HOUR);
      expect(newcomers(world)).toBe(10);
      expect(world.provider.inboxes.get('editor@example.com')).toHaveLength(15);
      await world.postmaster.sendOne({ ...test, id: 'test 16' });
      await world.runUntil(NOON + 2 * HOUR);
      expect(world.provider.inboxes.get('editor@example.com')).toHaveLength(16);
    }),
  );

  it(
    'that could not leave within a week are not queued, and their readers learn when to come back',
    inWorld(async (world) => {
      knowQuota(world, 4);
      await signUp(world, 7);
      const answer = await world.postmaster.sendOne({
        id: 'one too many',
        purpose: 'confirmation',
        to: 'late@example.com',
        template: TEMPLATE,
        token: 't',
        limit: { counter: 'late', everyMs: HOUR, aDay: 3 },
      });
      expect(answer).toEqual({ limitedUntil: expect.any(Number) });
      expect((answer as { limitedUntil: number }).limitedUntil).toBeGreaterThan(NOON);
      expect(world.rows('SELECT count(*) AS n FROM messages')).toEqual([{ n: 7 }]);
    }),
  );
});
