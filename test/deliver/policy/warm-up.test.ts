// The cap of a warm-up: it rises from day to day, holds runs back and not transactional mails, and says how long a run takes.

import { describe, expect, it } from 'vitest';
import { readWarmUp } from '../../../content/warm-up.ts';
import { capAt, forecast, nextRoom, roomAt, type WarmUp } from '../../../src/deliver/policy/warm-up.ts';
import { describeForecast } from '../../../src/http/api/issues/sending/forecast.ts';
import { HOUR, ISSUE, inWorld, NOON, TEMPLATE, type World } from '../world.ts';

const DAY = 24 * HOUR;
const MIDNIGHT = NOON - 12 * HOUR;
const PLAN: WarmUp = { startsAt: MIDNIGHT, mails: 50, doublesAfterDays: 1, days: 5 };
const at = (time: number, mails: number) => ({ at: time, mails });

function warmUp(world: World, change: Partial<WarmUp> = {}): void {
  world.warmUp = { ...PLAN, ...change };
  world.boot();
}

/** The most that was taken in any 24 hours. */
function busiestDay(world: World): number {
  const { calls } = world.provider;
  return Math.max(
    ...calls.map((first) =>
      calls
        .filter((call) => call.at >= first.at && call.at < first.at + DAY)
        .reduce((sum, { to }) => sum + to.length, 0),
    ),
  );
}

describe('the cap', () => {
  it('doubles from day to day, and holds from the first day to the last', () => {
    const caps = [-0.1, 0, 0.9, 1, 2, 3, 4, 4.9, 5].map((day) => capAt(PLAN, MIDNIGHT + day * DAY));
    expect(caps).toEqual([null, 50, 50, 100, 200, 400, 800, 800, null]);
    expect([0, 1, 2].map((day) => capAt({ ...PLAN, doublesAfterDays: 2 }, MIDNIGHT + day * DAY))).toEqual([
      50, 70, 100,
    ]);
    expect(capAt(null, NOON)).toBeNull();
  });

  it('counts the last 24 hours, and has room again when it rises or they pass', () => {
    const sent = [at(NOON, 50)];
    expect(roomAt(PLAN, sent, NOON + HOUR)).toBe(0);
    expect(nextRoom(PLAN, sent, NOON + HOUR)).toBe(MIDNIGHT + DAY);
    const long = { ...PLAN, doublesAfterDays: 30, days: 90 };
    expect(nextRoom(long, sent, NOON + HOUR)).toBe(MIDNIGHT + DAY);
    expect(nextRoom(long, [at(NOON, 60)], NOON + HOUR)).toBe(NOON + DAY);
    expect(nextRoom(PLAN, [at(NOON + 4 * DAY, 90_000)], NOON + 4 * DAY)).toBe(MIDNIGHT + 5 * DAY);
  });

  it('begins with the day of the publication, whatever its time zone', () => {
    const day = { firstDay: '2026-11-17', mails: 50, doublesAfterDays: 1, days: 5 };
    const startsAt = (timeZone: string) => readWarmUp({ warmUp: day, timeZone })?.startsAt;
    expect(startsAt('UTC')).toBe(MIDNIGHT);
    expect(startsAt('Europe/Berlin')).toBe(MIDNIGHT - HOUR);
    expect(startsAt('America/New_York')).toBe(MIDNIGHT + 5 * HOUR);
    expect(startsAt('Asia/Kolkata')).toBe(MIDNIGHT - 5.5 * HOUR);
    expect(readWarmUp({ warmUp: null, timeZone: 'UTC' })).toBeNull();
  });
});

describe('a run on a new domain', () => {
  it(
    'takes as many days as the forecast says, and no 24 hours hold more than the cap',
    inWorld(async (world) => {
      warmUp(world);
      world.join(330);
      const told = await world.postmaster.forecast(ISSUE, 'every', NOON);
      // 50 at noon; what the cap allows more leaves at each midnight, 50 at the noon after.
      expect(told?.days).toBe(3);
      await world.tick();
      expect(await world.postmaster.forecast(ISSUE, 'every', NOON)).toEqual(told);
      await world.runUntil(NOON + HOUR);
      expect(world.provider.inboxes.size).toBe(50);
      expect(world.postmaster.progress(ISSUE)?.waiting).toEqual({ for: 'warming-up', until: MIDNIGHT + DAY });
      await world.runUntil(MIDNIGHT + DAY + HOUR);
      expect(world.provider.inboxes.size).toBe(100);
      await world.runUntil((told?.endsAt ?? 0) - HOUR);
      expect(world.postmaster.progress(ISSUE)?.state).toBe('sending');
      await world.runUntil((told?.endsAt ?? 0) + HOUR);
      expect(world.postmaster.progress(ISSUE)).toMatchObject({ state: 'sent', waiting: null });
      expect(world.received()).toEqual(world.onceEach(1, 330));
      expect(busiestDay(world)).toBeLessThanOrEqual(200);
      expect(world.provider.calls.length).toBeLessThan(20);
    }),
  );

  it(
    'goes on as it likes when the days are over',
    inWorld(async (world) => {
      warmUp(world, { days: 1 });
      world.join(400);
      await world.tick();
      await world.runUntil(MIDNIGHT + DAY + HOUR);
      expect(world.received()).toEqual(world.onceEach(1, 400));
      expect(await world.postmaster.forecast(ISSUE, 'every', world.now)).toBeNull();
    }),
  );

  it(
    'keeps to the cap over lost replies, deaths, and a batch that was frozen before there was a cap',
    inWorld(async (world) => {
      world.join(160);
      world.provider.faults = [{ kind: 'error', status: 401, name: 'validation_error' }];
      await world.tick();
      await world.fireAlarm();
      expect(world.postmaster.progress(ISSUE)?.state).toBe('paused');
      warmUp(world, { doublesAfterDays: 30, days: 30 });
      world.provider.faultOf = () => {
        if (world.provider.calls.length === 3) world.life.die();
        return world.provider.calls.length === 4 ? { kind: 'lost-after' } : null;
      };
      world.provider.calls.length = 0;
      await world.postmaster.resume(ISSUE);
      for (let day = 0; day < 10; day += 1) {
        await world.runUntil(world.now + 12 * HOUR);
        if (world.isDead) world.boot();
      }
      expect(world.received()).toEqual(world.onceEach(1, 160));
      const taken = new Map(world.provider.calls.map((call) => [call.key, call]));
      world.provider.calls.splice(0, Infinity, ...taken.values());
      expect(busiestDay(world)).toBeLessThanOrEqual(60);
    }),
  );

  it(
    'holds back neither confirmations nor test sends, which count, and leaves room for those that wait',
    inWorld(async (world) => {
      warmUp(world);
      world.join(200);
      const sendOne = (id: string, purpose: 'test' | 'confirmation') =>
        world.postmaster.sendOne({
          ...{ id, to: `${id}@example.com`, template: TEMPLATE, token: 't' },
          ...(purpose === 'test' ? { purpose } : { purpose, limit: { counter: id, everyMs: HOUR, aDay: 3 } }),
        });
      for (let n = 0; n < 10; n += 1) await sendOne(`new${n}`, 'confirmation');
      await world.tick();
      await world.runUntil(NOON + HOUR);
      expect(world.provider.inboxes.size).toBe(50);
      expect(world.postmaster.progress(ISSUE)).toMatchObject({ sent: 40, waiting: { for: 'warming-up' } });
      await sendOne('late', 'confirmation');
      await sendOne('editor', 'test');
      await world.runUntil(NOON + 2 * HOUR);
      expect(world.provider.inboxes.size).toBe(52);
    }),
  );

  it(
    'is not flooded by confirmations: a quarter of the cap, or 25 where that is less',
    inWorld(async (world) => {
      warmUp(world, { mails: 200, doublesAfterDays: 30, days: 30 });
      for (let n = 0; n < 80; n += 1)
        await world.postmaster.sendOne({
          ...{
            id: `new${n}`,
            to: `new${n}@example.com`,
            template: TEMPLATE,
            token: 't',
            purpose: 'confirmation',
          },
          limit: { counter: `new${n}`, everyMs: HOUR, aDay: 3 },
        });
      await world.runUntil(NOON + HOUR);
      expect(world.provider.inboxes.size).toBe(50);
    }),
  );
});

it('the forecast is a sentence', () => {
  expect(describeForecast({ days: 3, endsAt: NOON + 2 * DAY }, 'UTC')).toMatch(
    /about 3 days, until 19 November 2026\.$/,
  );
  expect(describeForecast({ days: 1, endsAt: NOON }, 'UTC')).toMatch(/fit into one\.$/);
  expect(forecast(PLAN, [], 0, NOON)?.days).toBe(1);
});
