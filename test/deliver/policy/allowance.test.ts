// What one alarm does on each plan, and runs that begin on one and continue on the other.

import { describe, expect, it } from 'vitest';
import { ISSUE, inWorld, SHA, TEMPLATE, type World } from '../world.ts';

const sizes = (world: World): number[] => world.provider.calls.map(({ to }) => to.length);

function changePlan(world: World, plan: World['plan']): void {
  world.plan = plan;
  world.boot();
}

describe('an alarm on the free plan', () => {
  it(
    'makes one request of at most ten mails, and the next goes on',
    inWorld(async (world) => {
      changePlan(world, 'free');
      world.join(24);
      await world.start();
      const after: number[] = [];
      while (world.provider.calls.length < 3) {
        await world.fireAlarm();
        await expect.poll(() => world.provider.calls.length).toBe(after.length + 1);
        after.push(world.provider.calls.length);
      }
      await world.runUntil();
      expect(sizes(world)).toEqual([10, 10, 4]);
      expect(world.received()).toEqual(world.onceEach(1, 24));
    }),
  );

  it(
    'makes a request smaller when the mail is long',
    inWorld(async (world) => {
      changePlan(world, 'free');
      world.template = { ...TEMPLATE, html: `${'long '.repeat(12_000)}TOKEN-HERE` };
      world.join(20);
      await world.start();
      await world.runUntil();
      expect(Math.max(...sizes(world))).toBe(6);
      expect(world.received()).toEqual(world.onceEach(1, 20));
    }),
  );

  it(
    'launches an issue and leaves the mail to the next',
    inWorld(async (world) => {
      changePlan(world, 'free');
      world.join(10);
      await world.postmaster.launchAt(ISSUE, world.now + 1_000);
      await world.start(SHA, 'another-issue');
      await world.fireAlarm();
      await expect.poll(() => world.provider.calls.length).toBe(1);
      world.now += 2_000;
      await world.fireAlarm();
      expect([world.d1.state, world.provider.calls.length]).toEqual(['sending', 1]);
      await world.runUntil();
      expect(world.provider.calls).toHaveLength(2);
    }),
  );

  it(
    'asks D1 no more than is allowed in one invocation, with status updates to report',
    inWorld(async (world) => {
      changePlan(world, 'free');
      for (let n = 0; n < 60; n += 1) await world.start(SHA, `issue-${n}`);
      world.isD1ReadOnly = true;
      world.d1Calls = 0;
      await world.fireAlarm();
      expect(world.d1Calls).toBeLessThan(10);
    }),
  );
});

describe('a run that goes on on another plan', () => {
  it(
    'splits what waits, and asks again for what is in doubt as it was',
    inWorld(async (world) => {
      world.join(230);
      world.provider.faultOf = () =>
        world.provider.calls.length === 1
          ? { kind: 'lost-after' }
          : { kind: 'error', status: 429, name: 'rate_limit_exceeded' };
      await world.start();
      await world.fireAlarm();
      const before = world.provider.calls.length;
      const doubtful = world.provider.calls[0]?.key;
      world.provider.faultOf = () => null;
      changePlan(world, 'free');
      await world.runUntil();
      const after = world.provider.calls.slice(before);
      expect(after.filter(({ to }) => to.length > 10).map(({ key }) => key)).toEqual([doubtful]);
      expect(world.received()).toEqual(world.onceEach(1, 230));
      expect(world.postmaster.progress(ISSUE)).toMatchObject({ state: 'sent', sent: 230, failed: 0 });
    }),
  );

  it(
    'keeps the small requests that are frozen and makes the others large',
    inWorld(async (world) => {
      changePlan(world, 'free');
      world.join(230);
      world.provider.faults = [{ kind: 'lost-after' }];
      await world.start();
      await world.fireAlarm();
      await expect.poll(() => world.provider.calls.length).toBe(1);
      changePlan(world, 'paid');
      await world.runUntil();
      expect(
        sizes(world)
          .slice(1)
          .sort((a, b) => a - b),
      ).toEqual([10, 20, 100, 100]);
      expect(world.received()).toEqual(world.onceEach(1, 230));
    }),
  );
});
