// Issues that wait for their time leave on the second, no matter what dies in the meantime.

import { describe, expect, it } from 'vitest';
import { HOUR, ISSUE, inWorld, inWorlds, NOON, SHA, type World } from '../world.ts';

const firstCall = (world: World): number => (world.provider.calls[0]?.at ?? Number.NaN) - NOON;

describe('an issue that waits for its time', () => {
  it(
    'leaves on the second, without a tick',
    inWorld(async (world) => {
      world.join(150);
      await world.postmaster.launchAt(ISSUE, NOON + 30_000);
      await world.runUntil(NOON + 29_999);
      expect(world.provider.calls).toEqual([]);
      await world.runUntil(NOON + HOUR);
      expect(firstCall(world)).toBeGreaterThanOrEqual(30_000);
      expect(firstCall(world)).toBeLessThan(31_000);
      expect(world.received()).toEqual(world.onceEach(1, 150));
      expect(world.d1.state).toBe('sent');
      expect(world.rows('SELECT * FROM launches')).toEqual([]);
    }),
  );

  it(
    'stays when it is cancelled',
    inWorld(async (world) => {
      world.join(3);
      await world.postmaster.launchAt(ISSUE, NOON + 30_000);
      await world.runUntil(NOON + 10_000);
      await world.postmaster.cancel(ISSUE);
      expect(world.rows('SELECT * FROM launches')).toEqual([]);
      await world.postmaster.launchAt(ISSUE, NOON + 30_000);
      await world.runUntil(NOON + HOUR);
      expect(world.provider.calls).toEqual([]);
    }),
  );

  it(
    'stays when it is taken back, which is refused once a run has begun',
    inWorld(async (world) => {
      world.join(3);
      await world.postmaster.launchAt(ISSUE, NOON + 30_000);
      expect((await world.postmaster.withdraw(ISSUE)).ok).toBe(true);
      expect((await world.postmaster.withdraw(ISSUE)).ok).toBe(true);
      await world.postmaster.launchAt(ISSUE, NOON + 30_000);
      const start = { sha256: SHA, template: world.template, audience: 'every' } as const;
      expect(await world.postmaster.start({ ...start, issueId: ISSUE })).toEqual({
        ok: false,
        error: 'cancelled',
      });
      await world.runUntil(NOON + HOUR);
      expect(world.provider.calls).toEqual([]);

      await world.postmaster.start({ ...start, issueId: 'another' });
      expect(await world.postmaster.withdraw('another')).toEqual({ ok: false, error: 'begun' });
      await world.runUntil(NOON + 2 * HOUR);
      expect(world.postmaster.progress('another')).toMatchObject({ state: 'sent', sent: 3 });
    }),
  );

  it(
    'leaves when D1 answers again',
    inWorld(async (world) => {
      world.join(3);
      await world.postmaster.launchAt(ISSUE, NOON + 30_000);
      world.isD1Down = true;
      await world.runUntil(NOON + 60_000);
      expect(world.reports).toContain('launching an issue');
      world.isD1Down = false;
      await world.runUntil(NOON + 70_000);
      expect(world.received()).toEqual(world.onceEach(1, 3));
    }),
  );

  it(
    'does not wait for the answers of another one, nor for it to end',
    inWorld(async (world) => {
      world.join(3_000);
      const other = { ...world.template, tags: [] };
      await world.postmaster.start({ issueId: 'another', sha256: SHA, template: other, audience: 'every' });
      await world.postmaster.launchAt(ISSUE, NOON + 2_000);
      await world.runUntil(NOON + HOUR);
      const [run] = world.rows<{ at: number }>('SELECT started_at AS at FROM runs WHERE issue_id = ?', ISSUE);
      expect((run?.at ?? 0) - NOON).toBeGreaterThanOrEqual(2_000);
      expect((run?.at ?? 0) - NOON).toBeLessThan(3_000);
      expect(Object.values(world.received())).toEqual(Array.from({ length: 3_000 }, () => 2));
    }),
  );

  it(
    'leaves on time, once, wherever the process dies before and during the launch',
    inWorlds(async (create) => {
      const live = async (world: World) => {
        world.join(3);
        await world.ask((postmaster) => postmaster.launchAt(ISSUE, NOON + 30_000));
        for (let n = 0; n < 10; n += 1) {
          if (world.isDead) world.boot();
          // The order came through: its caller would ask again, or the tick would launch it.
          if (n === 0) await world.ask((postmaster) => postmaster.launchAt(ISSUE, NOON + 30_000));
          await world.runUntil(NOON + 25_000 + n * 5_000);
        }
      };
      const undisturbed = await create();
      await live(undisturbed);
      expect(undisturbed.life.steps).toBeGreaterThan(30);
      for (let dieAt = 1; dieAt <= undisturbed.life.steps; dieAt += 1) {
        const world = await create(dieAt);
        await live(world);
        expect(world.received(), `death at step ${dieAt}`).toEqual(world.onceEach(1, 3));
        expect(firstCall(world), `death at step ${dieAt}`).toBeGreaterThanOrEqual(30_000);
        expect(firstCall(world), `death at step ${dieAt}`).toBeLessThan(41_000);
      }
    }),
  );
});
