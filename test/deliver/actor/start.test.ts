import { describe, expect, it, vi } from 'vitest';
import { ALLOWANCES } from '../../../src/deliver/policy/allowance.ts';
import { ISSUE, inWorld, NOON } from '../world.ts';

describe('starting', () => {
  it(
    'gives the same run however often it is asked',
    inWorld(async (world) => {
      world.join(3);
      const first = await world.start();
      expect(first).toEqual({ ok: true, value: { runId: 'run-1' } });
      expect(await world.start()).toEqual(first);
      await world.runUntil();
      expect(await world.start()).toEqual(first);
      await world.runUntil();
      expect(world.received()).toEqual(world.onceEach(1, 3));
    }),
  );

  it(
    'gives one run to two who ask at once',
    inWorld(async (world) => {
      world.join(3);
      const [first, second] = await Promise.all([world.start(), world.start()]);
      expect(first).toEqual(second);
      expect(world.rows('SELECT run_id FROM runs')).toHaveLength(1);
    }),
  );

  it(
    'is refused when the issue has a run with other content',
    inWorld(async (world) => {
      await world.start();
      expect(await world.start('b'.repeat(64))).toEqual({ ok: false, error: 'differs' });
    }),
  );

  it(
    'finds the tombstone of an issue that was cancelled before it began',
    inWorld(async (world) => {
      world.join(3);
      const cancelled = await world.postmaster.cancel(ISSUE);
      expect(cancelled).toMatchObject({ ok: true, value: { state: 'cancelled', total: 0 } });
      expect(await world.start()).toEqual({ ok: false, error: 'cancelled' });
      await world.runUntil();
      expect(world.provider.calls).toEqual([]);
    }),
  );

  it(
    'finds the tombstone also when the cancel came while the audience was measured',
    inWorld(async (world) => {
      world.join(3);
      const [started] = await Promise.all([world.start(), world.postmaster.cancel(ISSUE)]);
      expect(started).toEqual({ ok: false, error: 'cancelled' });
      expect(world.rows('SELECT run_id FROM runs')).toEqual([]);
    }),
  );

  it(
    'freezes the audience: anyone who joins or returns later waits for the next issue',
    inWorld(async (world) => {
      world.join(3);
      world.leave(2);
      await world.start();
      world.join(1);
      world.return(2);
      await world.runUntil();
      expect(Object.keys(world.received())).toEqual(['reader1@example.com', 'reader3@example.com']);
      expect(world.postmaster.progress(ISSUE)).toMatchObject({ state: 'sent', total: 2, sent: 2 });
    }),
  );

  for (const plan of ['free', 'paid'] as const)
    it(
      `is expected to end when its plan allows, until answers tell better: ${plan}`,
      inWorld(async (world) => {
        world.plan = plan;
        world.boot();
        world.join(plan === 'free' ? 800 : 8_000);
        await world.start();
        const progress = world.postmaster.progress(ISSUE);
        const most = ALLOWANCES[plan].recipients * 10;
        expect(progress?.plan).toMatchObject({ name: plan });
        expect((progress?.plan.ratePerSecond ?? 0) / most).toBeCloseTo(1, 1);
        const expected = Date.parse(progress?.expectedEnd ?? '') - world.now;
        await world.runUntil();
        const took = (world.provider.calls.at(-1)?.at ?? 0) - (world.provider.calls[0]?.at ?? 0);
        expect(took / expected).toBeGreaterThan(0.8);
        expect(took / expected).toBeLessThan(1.2);
      }),
    );

  it(
    'makes a call only when its attempt is on disk, and says how fast it goes',
    inWorld(async (world) => {
      world.join(350);
      const rates: number[] = [];
      const isOnDisk: boolean[] = [];
      world.provider.faultOf = ({ key }) => {
        const [own] = world.rows<{ id: number }>('SELECT id FROM attempts WHERE idempotency_key = ?', key);
        isOnDisk.push(own !== undefined && world.lastOnDisk >= own.id);
        rates.push(world.postmaster.progress(ISSUE)?.ratePerSecond ?? 0);
        return null;
      };
      await world.start();
      await world.runUntil();
      expect(world.received()).toEqual(world.onceEach(1, 350));
      expect(isOnDisk).toEqual([true, true, true, true]);
      expect(rates[0]).toBe(0);
      expect(rates.at(-1)).toBeGreaterThan(0);
      expect(world.postmaster.progress(ISSUE)).toMatchObject({ ratePerSecond: 0, expectedEnd: null });
    }),
  );

  it(
    'ends at once when there is nobody to send to',
    inWorld(async (world) => {
      await world.tick();
      await world.runUntil();
      expect(world.d1.state).toBe('sent');
      expect(world.postmaster.progress(ISSUE)).toMatchObject({ state: 'sent', total: 0, sent: 0 });
    }),
  );

  it(
    'lets a second issue wait in line for the first',
    inWorld(async (world) => {
      world.join(150);
      await world.start();
      await world.start('c'.repeat(64), 'the-next-issue');
      await world.runUntil();
      const order = world.rows<{ run_id: string }>('SELECT run_id FROM attempts ORDER BY id');
      expect(order.map(({ run_id }) => run_id)).toEqual(['run-1', 'run-1', 'run-2', 'run-2']);
      expect(world.provider.inboxes.get('reader1@example.com')).toHaveLength(2);
    }),
  );
});

describe('D1 and the Postmaster', () => {
  it(
    'agree at the end although D1 did not answer when the run ended',
    inWorld(async (world) => {
      world.join(1);
      await world.tick();
      world.isD1ReadOnly = true;
      await world.runUntil(NOON + 30_000);
      expect(world.postmaster.progress(ISSUE)).toMatchObject({ state: 'sent' });
      expect(world.d1.state).toBe('sending');
      expect(world.reports).toContain('telling D1 of a run');
      world.isD1ReadOnly = false;
      await world.runUntil();
      expect(world.d1.state).toBe('sent');
      expect(world.received()).toEqual(world.onceEach(1, 1));
    }),
  );

  it(
    'begin to send only when D1 names the run: if these tables were lost, the issue would be started again',
    inWorld(async (world) => {
      world.join(3);
      world.isD1ReadOnly = true;
      await world.start();
      await world.runUntil();
      expect(world.provider.calls).toEqual([]);
      world.isD1ReadOnly = false;
      await world.runUntil();
      expect(world.d1).toMatchObject({ state: 'sent', runId: 'run-1' });
      expect(world.received()).toEqual(world.onceEach(1, 3));
    }),
  );

  it(
    'do not wait for each other: mail leaves while D1 never answers a status update',
    inWorld(async (world) => {
      world.join(150);
      await world.start();
      await world.start('c'.repeat(64), 'the-next-issue');
      world.updateWaitsFor = () => new Promise(() => {});
      void world.postmaster.pause(ISSUE);
      void world.fireAlarm();
      await vi.waitUntil(() => world.postmaster.progress('the-next-issue')?.state === 'sent');
      expect(world.provider.inboxes.size).toBe(150);
    }),
  );

  it(
    'are not kept apart for ever by an alarm that ended without a word',
    inWorld(async (world) => {
      world.join(1);
      await world.start();
      const isReading = new Promise<void>((resolve) => {
        world.readWaitsFor = () => {
          resolve();
          return new Promise(() => {});
        };
      });
      void world.fireAlarm();
      await isReading;
      world.readWaitsFor = async () => {};
      for (let minutes = 0; minutes < 15; minutes += 5) {
        await world.postmaster.wake();
        await world.fireAlarm();
        expect(world.provider.calls).toEqual([]);
        world.now += 5 * 60_000;
      }
      await world.postmaster.wake();
      await world.runUntil();
      expect(world.received()).toEqual(world.onceEach(1, 1));
    }),
  );

  it(
    'go on when D1 was away while the audience was read',
    inWorld(async (world) => {
      world.join(120);
      await world.tick();
      world.isD1Down = true;
      await world.runUntil(NOON + 20_000);
      expect(world.provider.calls).toEqual([]);
      world.isD1Down = false;
      await world.runUntil();
      expect(world.received()).toEqual(world.onceEach(1, 120));
    }),
  );
});
