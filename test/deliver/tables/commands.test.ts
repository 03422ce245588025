import { describe, expect, it } from 'vitest';
import { HOUR, ISSUE, inWorld, NOON } from '../world.ts';

describe('pause', () => {
  it(
    'stops new batches, and what is under way is settled',
    inWorld(async (world) => {
      world.join(300);
      await world.tick();
      world.provider.faultOf = () => {
        if (world.provider.calls.length === 2) void world.postmaster.pause(ISSUE);
        return null;
      };
      await world.runUntil();
      expect(world.d1).toMatchObject({ state: 'paused', reason: 'An editor paused this issue.' });
      expect(world.received()).toEqual(world.onceEach(1, 200));
      await world.tick();
      await world.runUntil(world.now + 24 * HOUR);
      expect(world.received()).toEqual(world.onceEach(1, 200));
      const resumed = await world.postmaster.resume(ISSUE);
      expect(resumed).toMatchObject({ ok: true, value: { state: 'sending', sent: 200, total: 300 } });
      await world.runUntil();
      expect(world.received()).toEqual(world.onceEach(1, 300));
      expect(world.d1).toMatchObject({ state: 'sent', reason: null });
    }),
  );

  it(
    'clears up what may have been sent',
    inWorld(async (world) => {
      world.join(150);
      world.provider.faults = [{ kind: 'lost-after' }];
      world.provider.faultOf = () => {
        void world.postmaster.pause(ISSUE);
        return null;
      };
      await world.tick();
      await world.fireAlarm();
      expect(world.postmaster.progress(ISSUE)).toMatchObject({ state: 'paused' });
      const before = world.provider.calls.length;
      await world.runUntil();
      expect(world.provider.calls.length).toBe(before + 1);
      expect(world.provider.calls.at(-1)?.key).toBe(world.provider.calls[0]?.key);
      expect(world.received()).toEqual(world.onceEach(1, before === 1 ? 100 : 150));
      expect(world.postmaster.progress(ISSUE)).toMatchObject({ state: 'paused', unknown: 0 });
    }),
  );

  it(
    'keeps the first reason, and D1 gets another one when the run pauses again',
    inWorld(async (world) => {
      world.join(1);
      await world.tick();
      await world.postmaster.pause(ISSUE, 'The first reason.');
      await world.postmaster.pause(ISSUE, 'The second reason.');
      expect(world.d1.reason).toBe('The first reason.');
      world.isD1ReadOnly = true;
      await world.postmaster.resume(ISSUE);
      await world.postmaster.pause(ISSUE, 'The third reason.');
      world.isD1ReadOnly = false;
      await world.runUntil();
      expect(world.d1).toMatchObject({ state: 'paused', reason: 'The third reason.' });
    }),
  );

  it(
    'may be asked twice, and not of a run that is over or unknown',
    inWorld(async (world) => {
      world.join(1);
      expect(await world.postmaster.pause(ISSUE)).toEqual({ ok: false, error: 'unknown' });
      await world.tick();
      expect((await world.postmaster.pause(ISSUE)).ok).toBe(true);
      expect((await world.postmaster.pause(ISSUE)).ok).toBe(true);
      await world.postmaster.resume(ISSUE);
      expect((await world.postmaster.resume(ISSUE)).ok).toBe(true);
      await world.runUntil();
      expect(await world.postmaster.pause(ISSUE)).toEqual({ ok: false, error: 'ended' });
      expect(await world.postmaster.resume(ISSUE)).toEqual({ ok: false, error: 'ended' });
    }),
  );

  it(
    'outlives the process',
    inWorld(async (world) => {
      world.join(150);
      await world.tick();
      await world.postmaster.pause(ISSUE);
      world.boot();
      await world.tick();
      await world.runUntil();
      expect(world.provider.calls).toEqual([]);
    }),
  );
});

describe('resume', () => {
  it(
    'keeps the key of what may have been taken',
    inWorld(async (world) => {
      world.join(3);
      world.provider.faults = [{ kind: 'lost-after' }];
      await world.tick();
      await world.fireAlarm();
      await world.postmaster.pause(ISSUE);
      await world.postmaster.resume(ISSUE);
      await world.runUntil();
      expect(new Set(world.provider.calls.map(({ key }) => key)).size).toBe(1);
      expect(world.received()).toEqual(world.onceEach(1, 3));
    }),
  );
});

describe('cancel', () => {
  it(
    'sends nothing more and leaves what was sent',
    inWorld(async (world) => {
      world.join(300);
      await world.tick();
      world.provider.faultOf = () => {
        if (world.provider.calls.length === 2) void world.postmaster.cancel(ISSUE);
        return null;
      };
      await world.runUntil();
      expect(world.d1.state).toBe('cancelled');
      expect(world.received()).toEqual(world.onceEach(1, 200));
      expect(await world.start()).toEqual({ ok: false, error: 'cancelled' });
      world.boot();
      await world.runUntil(world.now + HOUR);
      expect(world.received()).toEqual(world.onceEach(1, 200));
      expect(world.postmaster.progress(ISSUE)).toMatchObject({ state: 'cancelled', total: 300, sent: 200 });
    }),
  );

  it(
    'makes a batch unknown that may have been taken, and does not ask for it again',
    inWorld(async (world) => {
      world.join(2);
      world.provider.faultOf = () => ({ kind: 'lost-before' });
      await world.tick();
      await world.runUntil(NOON + 1_500);
      const calls = world.provider.calls.length;
      await world.postmaster.cancel(ISSUE);
      await world.runUntil();
      expect(world.provider.calls).toHaveLength(calls);
      expect(world.postmaster.progress(ISSUE)).toMatchObject({ state: 'cancelled', unknown: 2 });
      expect(await world.postmaster.decide(ISSUE, { batch: 1, generation: 0, action: 'resend' })).toEqual({
        ok: false,
        error: 'cancelled',
      });
      expect((await world.postmaster.decide(ISSUE, { batch: 1, generation: 0, action: 'close' })).ok).toBe(
        true,
      );
    }),
  );

  it(
    'drops a batch that was certainly not sent, with its addresses',
    inWorld(async (world) => {
      world.join(2);
      world.provider.faults = [{ kind: 'error', status: 403, name: 'invalid_api_key' }];
      await world.tick();
      await world.runUntil();
      await world.postmaster.cancel(ISSUE);
      expect(world.rows('SELECT state, addresses FROM batches')).toEqual([
        { state: 'dropped', addresses: null },
      ]);
    }),
  );

  it(
    'settles a call that was under way: as sent, or as unknown',
    inWorld(async (world) => {
      world.join(200);
      const held = Promise.withResolvers<void>();
      world.provider.faults = [{ kind: 'hold', until: held.promise }];
      await world.tick();
      const firing = world.fireAlarm();
      while (world.provider.calls.length < 2) await new Promise((resolve) => setTimeout(resolve, 1));
      await world.postmaster.cancel(ISSUE);
      held.resolve();
      await firing;
      await world.runUntil();
      expect(world.received()).toEqual(world.onceEach(1, 200));
      expect(world.postmaster.progress(ISSUE)).toMatchObject({ state: 'cancelled', sent: 200, unknown: 0 });
    }),
  );

  it(
    'comes too late for a run that is over',
    inWorld(async (world) => {
      world.join(1);
      await world.tick();
      await world.runUntil();
      expect(await world.postmaster.cancel(ISSUE)).toEqual({ ok: false, error: 'ended' });
      expect(world.d1.state).toBe('sent');
    }),
  );
});
