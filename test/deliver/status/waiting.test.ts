// Progress says why a run waits, and until when.

import { describe, expect, it } from 'vitest';
import { describeWaiting } from '../../../src/http/waiting.ts';
import { HOUR, ISSUE, inWorld, NOON, type World } from '../world.ts';

const DAY = 24 * HOUR;
const MINUTE = 60_000;
const waiting = (world: World) => world.postmaster.progress(ISSUE)?.waiting;

describe('progress', () => {
  it(
    'says that the daily quota is used up, and until when, also after the process died',
    inWorld(async (world) => {
      world.join(100);
      world.provider.dailyQuota = 60;
      await world.tick();
      await world.runUntil(NOON + HOUR);
      const until = (waiting(world)?.until ?? 0) - NOON;
      expect(waiting(world)?.for).toBe('daily-quota');
      expect(Math.abs(until - DAY)).toBeLessThan(MINUTE);
      world.boot();
      expect(waiting(world)).toEqual({ for: 'daily-quota', until: NOON + until });
      await world.runUntil(NOON + DAY + HOUR);
      expect(world.postmaster.progress(ISSUE)).toMatchObject({ state: 'sent', waiting: null });
    }),
  );

  it(
    'says nothing of it when only mails in doubt are left, which take nothing of the quota',
    inWorld(async (world) => {
      world.join(60);
      world.provider.dailyQuota = 60;
      world.provider.faultOf = ({ body }) =>
        new TextDecoder().decode(body).includes('reader1@') ? { kind: 'lost-after' } : null;
      await world.tick();
      await world.runUntil(NOON + 10 * MINUTE + 5_000);
      expect(waiting(world)?.for).toBe('provider');
    }),
  );

  it(
    'says that the provider asks to wait',
    inWorld(async (world) => {
      world.join(200);
      const headers = { 'retry-after': '120' };
      world.provider.faults = [{ kind: 'error', status: 429, name: 'rate_limit_exceeded', headers }];
      await world.tick();
      await world.fireAlarm();
      expect(waiting(world)?.for).toBe('rate');
      expect(waiting(world)?.until).toBeGreaterThanOrEqual(NOON + 120_000);
      await world.runUntil();
      expect(waiting(world)).toBeNull();
    }),
  );

  it(
    'says that the account is refused, and nothing of it when an editor paused the run',
    inWorld(async (world) => {
      world.join(2);
      world.provider.faults = [
        { kind: 'error', status: 401, name: 'validation_error', message: 'API key is invalid' },
      ];
      await world.tick();
      await world.runUntil();
      expect(world.postmaster.progress(ISSUE)).toMatchObject({
        state: 'paused',
        reason: expect.stringContaining('does not know the API key'),
        waiting: { for: 'account', until: null },
      });
      world.provider.faultOf = () => ({ kind: 'lost-before' });
      await world.postmaster.resume(ISSUE);
      await world.postmaster.pause(ISSUE);
      expect(world.postmaster.progress(ISSUE)).toMatchObject({ state: 'paused', waiting: null });
    }),
  );

  it(
    'says that the provider does not tell what it took, and when it is asked again',
    inWorld(async (world) => {
      world.join(2);
      world.provider.faultOf = () => ({ kind: 'lost-after' });
      await world.tick();
      await world.runUntil(NOON + 10 * MINUTE + 5_000);
      expect(waiting(world)?.for).toBe('provider');
      expect(waiting(world)?.until).toBeLessThanOrEqual(world.now + 40_000);
    }),
  );

  it(
    'says that a call takes long',
    inWorld(async (world) => {
      world.join(2);
      const answer = Promise.withResolvers<void>();
      world.provider.faults = [{ kind: 'hold', until: answer.promise }];
      await world.tick();
      const alarm = world.fireAlarm();
      await expect.poll(() => world.provider.calls.length).toBe(1);
      world.now += 20_000;
      expect(waiting(world)).toEqual({ for: 'provider', until: null });
      answer.resolve();
      await alarm;
      await world.runUntil();
      expect(waiting(world)).toBeNull();
    }),
  );
});

describe('the sentence', () => {
  const say = (until: number | null, timeZone = 'UTC') =>
    describeWaiting({ for: 'daily-quota', until }, NOON, timeZone);

  it('names the time by the clock of the publication, and the day where it is another one', () => {
    expect(say(NOON + 2 * HOUR + 20 * MINUTE)).toBe('Daily quota used up, continues at about 14:20.');
    expect(say(NOON + 2 * HOUR, 'Asia/Tokyo')).toBe('Daily quota used up, continues at about 23:00.');
    expect(say(NOON + 23 * HOUR)).toMatch(/about Wednesday(?: at|,)? 11:00\.$/);
    expect(say(NOON + 20 * DAY)).toMatch(/about 7 December 2026/);
    expect(say(NOON + 20_000)).toBe('Daily quota used up, continues within a minute.');
    expect(say(null)).toBe('Daily quota used up.');
  });
});
