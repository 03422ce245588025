import { describe, expect, it } from 'vitest';
import { readMails } from '../../../src/deliver/mailer/mailer.ts';
import { HOUR, ISSUE, inWorld, NOON, SHA, TEMPLATE } from '../world.ts';

const DAY = 24 * HOUR;
const TOMORROW = NOON + DAY;

describe('the rate limit', () => {
  it(
    'is never crossed, over alarms and restarts of the loop',
    inWorld(async (world) => {
      world.join(6_000);
      await world.start();
      await world.runUntil();
      const times = world.provider.calls.map(({ at }) => at);
      expect(times).toHaveLength(60);
      const busiest = Math.max(
        ...times.map((from) => times.filter((at) => at >= from && at < from + 1000).length),
      );
      expect(busiest).toBe(10);
      expect((times.at(-1) ?? 0) - NOON).toBeLessThan(6_300);
    }),
  );

  it(
    'counts the requests of the process before',
    inWorld(async (world) => {
      world.join(1_500);
      await world.start();
      world.provider.faultOf = () => {
        if (world.provider.calls.length === 8) world.life.die();
        return null;
      };
      await world.fireAlarm();
      world.boot();
      await world.runUntil();
      const times = world.provider.calls.map(({ at }) => at);
      expect((times[10] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(1000);
      expect(world.received()).toEqual(world.onceEach(1, 1_500));
    }),
  );

  it(
    'is obeyed when the provider says that it was too fast, and nothing is lost',
    inWorld(async (world) => {
      world.join(250);
      world.provider.faults = [
        { kind: 'error', status: 429, name: 'rate_limit_exceeded', headers: { 'retry-after': '4' } },
      ];
      await world.start();
      await world.runUntil();
      expect((world.provider.calls[1]?.at ?? 0) - NOON).toBeGreaterThanOrEqual(4_000);
      expect(world.provider.calls[1]?.key).toBe(world.provider.calls[0]?.key);
      expect(world.received()).toEqual(world.onceEach(1, 250));
    }),
  );

  it(
    'is obeyed when somebody in between says so in words of their own, which prove nothing',
    inWorld(async (world) => {
      world.join(600);
      world.provider.faults = [
        { kind: 'error', status: 429, name: 'application_error', headers: { 'retry-after': '20' } },
      ];
      await world.start();
      await world.runUntil();
      const [first, ...later] = world.provider.calls.map(({ at }) => at);
      expect(Math.min(...later) - (first ?? 0)).toBeGreaterThanOrEqual(20_000);
      expect(world.received()).toEqual(world.onceEach(1, 600));
    }),
  );

  it(
    'leads to a new key when a day has passed, since by then the old one is forgotten',
    inWorld(async (world) => {
      world.join(2);
      world.provider.faults = [{ kind: 'error', status: 429, name: 'rate_limit_exceeded' }];
      await world.start();
      await world.fireAlarm();
      world.now += 24 * HOUR;
      await world.runUntil();
      expect(new Set(world.provider.calls.map(({ key }) => key)).size).toBe(2);
      expect(world.received()).toEqual(world.onceEach(1, 2));
    }),
  );

  it(
    'leads to a new key when a 429 seems to be kept under the old one',
    inWorld(async (world) => {
      world.join(1);
      let first = '';
      world.provider.faultOf = ({ key }) => {
        first ||= key;
        return key === first ? { kind: 'error', status: 429, name: 'rate_limit_exceeded' } : null;
      };
      await world.start();
      await world.runUntil();
      expect(world.provider.calls.map(({ key }) => key === first)).toEqual([true, true, true, false]);
      expect(world.received()).toEqual(world.onceEach(1, 1));
    }),
  );
});

describe('one alarm', () => {
  it(
    'asks and tells D1 no more than the free plan allows, and the next goes on',
    inWorld(async (world) => {
      const issues = Array.from({ length: 60 }, (_, n) => `issue-${n}`);
      for (const issue of issues) await world.start(SHA, issue);
      world.d1Calls = 0;
      world.updates.length = 0;
      // Nobody is subscribed: each run is read once, and ends.
      await world.fireAlarm();
      expect(world.d1Calls).toBe(44);
      expect(world.updates).toEqual([]);
      for (let told = 0; told < issues.length; told = world.updates.length) {
        await world.fireAlarm();
        // It takes two queries to tell D1 something.
        expect(world.updates.length - told).toBeLessThanOrEqual(3);
      }
      expect(issues.map((issue) => world.postmaster.progress(issue)?.state)).toEqual(
        issues.map(() => 'sent'),
      );
    }),
  );

  it(
    'makes at most forty requests, six of them at once, and the next one goes on',
    inWorld(async (world) => {
      world.join(4_500);
      let open = 0;
      let most = 0;
      const sixAreOpen = Promise.withResolvers<void>();
      world.provider.faultOf = () => {
        open += 1;
        most = Math.max(most, open);
        if (open === 6) sixAreOpen.resolve();
        const aWhile = new Promise((resolve) => setTimeout(resolve, 5));
        const until = sixAreOpen.promise
          .then(() => aWhile)
          .then(() => {
            open -= 1;
          });
        return { kind: 'hold', until };
      };
      await world.start();
      await world.fireAlarm();
      // The last of them are ready, and leave at their turn.
      await expect.poll(() => world.provider.calls.length).toBe(40);
      expect(most).toBe(6);
      expect(world.alarmAt).not.toBeNull();
      await world.runUntil();
      expect(world.received()).toEqual(world.onceEach(1, 4_500));
    }),
  );

  it(
    'makes 40 requests in an alarm, and goes on in the next while the last are under way',
    inWorld(async (world) => {
      world.join(4_500);
      const answer = Promise.withResolvers<void>();
      world.provider.faultOf = () =>
        world.provider.calls.length === 40 ? { kind: 'hold', until: answer.promise } : null;
      await world.start();
      await world.fireAlarm();
      await expect.poll(() => world.received()).toEqual(world.onceEach(1, 3_900));
      const next = world.fireAlarm();
      await expect.poll(() => world.provider.calls.length).toBe(45);
      answer.resolve();
      await next;
      await world.runUntil();
      expect(world.received()).toEqual(world.onceEach(1, 4_500));
    }),
  );
});

describe('the daily quota', () => {
  it(
    'is used up to the last mail, waits until those are a day old and goes on',
    inWorld(async (world) => {
      world.join(130);
      world.provider.dailyQuota = 77;
      await world.tick();
      await world.runUntil(TOMORROW - 1_000);
      expect(world.provider.inboxes.size).toBe(77);
      expect(world.d1.state).toBe('sending');
      const refusedCalls = world.provider.calls.length;
      expect(refusedCalls).toBeLessThan(30);
      await world.runUntil(TOMORROW + HOUR);
      expect(world.received()).toEqual(world.onceEach(1, 130));
      expect(world.d1.state).toBe('sent');
    }),
  );

  it(
    'is tried once an hour when the day of our own mails is over and others have used it up',
    inWorld(async (world) => {
      world.join(3);
      world.provider.dailyQuota = 2;
      await world.start();
      await world.runUntil(NOON + HOUR);
      world.provider.ofOthers = [{ at: NOON + HOUR, mails: 2 }];
      const before = world.provider.calls.length;
      await world.runUntil(TOMORROW + 5 * HOUR);
      const hours = world.provider.calls.slice(before).map(({ at }) => Math.floor((at - NOON) / HOUR));
      expect(hours).toEqual([24, 25]);
      expect(world.received()).toEqual(world.onceEach(1, 3));
    }),
  );

  it(
    'is tried once an hour when we have sent nothing that could leave the day',
    inWorld(async (world) => {
      world.join(1);
      world.provider.dailyQuota = 0;
      await world.start();
      await world.runUntil(NOON + 3.5 * HOUR);
      expect(world.provider.calls.map(({ at }) => Math.floor((at - NOON) / HOUR))).toEqual([0, 1, 2, 3]);
      world.provider.dailyQuota = 10;
      await world.runUntil(NOON + 5 * HOUR);
      expect(world.received()).toEqual(world.onceEach(1, 1));
    }),
  );

  it(
    'goes on at noon for what left at noon the day before, also past midnight UTC, in any time zone',
    inWorld(async (world) => {
      world.join(50);
      world.provider.dailyQuota = 40;
      world.provider.reportsUsed = true;
      world.now = Date.UTC(2026, 10, 17, 23, 50);
      await world.start();
      await world.runUntil(world.now + 23.9 * HOUR);
      expect(world.provider.inboxes.size).toBe(40);
      await world.runUntil(world.now + 0.2 * HOUR);
      expect(world.received()).toEqual(world.onceEach(1, 50));
    }),
  );

  it(
    'keeps a run that takes days within it, whatever others send, with few requests in vain',
    inWorld(async (world) => {
      world.join(1_000);
      world.provider.dailyQuota = 300;
      world.provider.reportsUsed = true;
      world.provider.ofOthers = Array.from({ length: 40 }, (_, n) => ({ at: NOON + n * 3 * HOUR, mails: 5 }));
      await world.tick();
      await world.runUntil(NOON + 5 * DAY);
      expect(world.received()).toEqual(world.onceEach(1, 1_000));
      const refused = world.rows<{ n: number }>("SELECT count(*) AS n FROM attempts WHERE outcome = 'wait'");
      expect(refused[0]?.n).toBeLessThan(60);
    }),
  );

  for (const doubtful of [100, 1]) {
    it(
      `does not keep a call in doubt from being made again, since that takes nothing of it (${doubtful} mails)`,
      inWorld(async (world) => {
        world.join(130);
        world.provider.dailyQuota = 101;
        const message = {
          id: 'm',
          purpose: 'test',
          to: 'ed@example.com',
          template: TEMPLATE,
          token: 't',
        } as const;
        await world.start();
        await world.postmaster.sendOne(message);
        // The replies to these mails are lost until the others have used the day up.
        world.provider.faultOf = (parcel) => {
          const mails = readMails(parcel);
          const isFirst = mails.length === 100 || mails[0]?.to[0] === message.to;
          return isFirst && mails.length === doubtful && world.now < NOON + 60_000
            ? { kind: 'lost-after' }
            : null;
        };
        await world.runUntil(NOON + HOUR);
        expect(world.postmaster.progress(ISSUE)).toMatchObject({ sent: 100, unknown: 0 });
        expect(world.rows('SELECT state FROM messages')).toEqual([{ state: 'sent' }]);
        const calls = world.provider.calls.length;
        await world.runUntil(TOMORROW - HOUR);
        expect(world.provider.calls).toHaveLength(calls);
        await world.runUntil(TOMORROW + HOUR);
        expect(world.postmaster.progress(ISSUE)).toMatchObject({ sent: 130, unknown: 0 });
      }),
    );
  }

  it(
    'is remembered by the next process',
    inWorld(async (world) => {
      world.join(5);
      world.provider.dailyQuota = 2;
      await world.start();
      await world.runUntil(NOON + HOUR);
      const calls = world.provider.calls.length;
      world.boot();
      await world.tick();
      await world.runUntil(NOON + 2 * HOUR);
      expect(world.provider.calls).toHaveLength(calls);
    }),
  );

  it(
    'gets another try at once when an editor resumes',
    inWorld(async (world) => {
      world.join(3);
      world.provider.dailyQuota = 0;
      await world.tick();
      await world.runUntil(NOON + HOUR);
      world.provider.dailyQuota = 10;
      await world.postmaster.pause(ISSUE);
      await world.postmaster.resume(ISSUE);
      await world.runUntil(NOON + 2 * HOUR);
      expect(world.received()).toEqual(world.onceEach(1, 3));
    }),
  );

  it(
    'sizes the batches of the next day by what it learned',
    inWorld(async (world) => {
      world.join(200);
      world.provider.dailyQuota = 60;
      await world.start();
      await world.runUntil(TOMORROW + 72 * HOUR);
      expect(world.provider.inboxes.size).toBe(200);
      expect(new Set(Object.values(world.received()))).toEqual(new Set([1]));
    }),
  );
});
