import { describe, expect, it } from 'vitest';
import { HOUR, ISSUE, inWorld, SHA, TEMPLATE } from '../world.ts';

describe('who leaves', () => {
  it(
    'gets nothing when they leave before their batch is read',
    inWorld(async (world) => {
      world.join(5);
      await world.start();
      world.leave(4);
      await world.runUntil();
      expect(world.received()).not.toHaveProperty('reader4@example.com');
      expect(world.postmaster.progress(ISSUE)).toMatchObject({ state: 'sent', total: 5, sent: 4 });
    }),
  );

  it(
    'is taken out of a request that was ready when its turn was put off',
    inWorld(async (world) => {
      world.join(300);
      world.provider.faults = [
        { kind: 'error', status: 429, name: 'rate_limit_exceeded', headers: { 'retry-after': '4' } },
      ];
      await world.start();
      await world.fireAlarm();
      expect(world.rows('SELECT number, tries FROM batches')).toContainEqual({ number: 2, tries: 0 });
      world.leave(150);
      await world.runUntil();
      const { 'reader150@example.com': _, ...rest } = world.onceEach(1, 300);
      expect(world.received()).toEqual(rest);
    }),
  );

  it(
    'gets nothing when they leave between the freeze and the attempt',
    inWorld(async (world) => {
      world.join(5);
      await world.start();
      // The process dies when the batch is frozen and no attempt is written yet.
      world.boot();
      let deathAt = 0;
      for (let n = 1; n < 60 && deathAt === 0; n += 1) {
        world.boot(n);
        if (!world.isDead) await world.fireAlarm();
        const [frozen] = world.rows<{ state: string; tries: number }>('SELECT state, tries FROM batches');
        if (frozen?.state === 'waiting' && frozen.tries === 0) deathAt = n;
      }
      expect(deathAt).toBeGreaterThan(0);
      world.leave(2);
      world.boot();
      await world.runUntil();
      expect(Object.keys(world.received())).toHaveLength(4);
      expect(world.received()).not.toHaveProperty('reader2@example.com');
    }),
  );

  it(
    'gets nothing when they leave while the run is paused after a refusal',
    inWorld(async (world) => {
      world.join(5);
      world.provider.faults = [{ kind: 'error', status: 403, name: 'invalid_api_key' }];
      await world.start();
      await world.runUntil();
      world.leave(1);
      await world.postmaster.resume(ISSUE);
      await world.runUntil();
      expect(world.provider.calls.map(({ to }) => to.length)).toEqual([5, 4]);
      expect(world.received()).toEqual(world.onceEach(2, 5));
      expect(new Set(world.provider.calls.map(({ key }) => key)).size).toBe(2);
    }),
  );

  it(
    'stays in a batch that may have been taken, since its bytes must not change',
    inWorld(async (world) => {
      world.join(3);
      world.provider.faults = [{ kind: 'lost-after' }];
      await world.start();
      await world.fireAlarm();
      world.leave(2);
      await world.runUntil();
      expect(world.provider.calls.map(({ to }) => to.length)).toEqual([3, 3]);
      expect(world.received()).toEqual(world.onceEach(1, 3));
    }),
  );

  it(
    'leaves no empty request behind when everyone of a batch has left',
    inWorld(async (world) => {
      world.join(2);
      world.provider.faults = [{ kind: 'error', status: 429, name: 'rate_limit_exceeded' }];
      await world.tick();
      await world.fireAlarm();
      world.leave(1);
      world.leave(2);
      await world.runUntil(world.now + HOUR);
      expect(world.provider.calls).toHaveLength(1);
      expect(world.d1.state).toBe('sent');
    }),
  );

  it(
    'stays in a batch whose call was under way when the process died',
    inWorld(async (world) => {
      world.join(3);
      await world.start();
      world.provider.faultOf = () => {
        world.life.die();
        return null;
      };
      await world.fireAlarm();
      world.provider.faultOf = () => null;
      world.leave(2);
      world.boot();
      await world.runUntil();
      expect(world.provider.calls.map(({ to }) => to.length)).toEqual([3, 3]);
      expect(world.received()).toEqual(world.onceEach(1, 3));
    }),
  );
});

describe('who switches to the round-up', () => {
  it(
    'gets nothing of an issue whose attempt has not begun, be it read or frozen',
    inWorld(async (world) => {
      world.join(3);
      world.join(2, 'weekly');
      world.provider.faults = [{ kind: 'error', status: 403, name: 'invalid_api_key' }];
      await world.start();
      await world.runUntil();
      world.switch(1, 'weekly');
      await world.postmaster.resume(ISSUE);
      await world.runUntil();
      expect(world.provider.calls.map(({ to }) => to.length)).toEqual([3, 2]);
      expect(world.received()).toEqual(world.onceEach(2, 3));
    }),
  );

  it(
    'gets nothing of a round-up that has begun, and the next one',
    inWorld(async (world) => {
      world.join(1);
      world.join(3, 'weekly');
      world.audience = 'weekly';
      await world.start();
      world.switch(1, 'weekly');
      await world.runUntil();
      expect(world.received()).toEqual(world.onceEach(2, 4));
      await world.start(SHA, 'the-next-week');
      await world.runUntil();
      expect(world.received()).toEqual({ ...world.onceEach(1, 1), ...twice(world.onceEach(2, 4)) });
    }),
  );

  it(
    'stays in a batch that may have been taken, since its bytes must not change',
    inWorld(async (world) => {
      world.join(3);
      world.provider.faults = [{ kind: 'lost-after' }];
      await world.start();
      await world.fireAlarm();
      world.switch(2, 'weekly');
      await world.runUntil();
      expect(world.received()).toEqual(world.onceEach(1, 3));
    }),
  );
});

const twice = (received: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.keys(received).map((address) => [address, 2]));

describe('an address', () => {
  it(
    'is kept only while a call is under way or in doubt',
    inWorld(async (world) => {
      world.join(130);
      world.provider.badAddresses.add('reader120@example.com');
      const kept = () =>
        world
          .rows<{ state: string }>('SELECT state FROM batches WHERE addresses IS NOT NULL')
          .map(({ state }) => state);
      world.provider.faultOf = () => {
        expect(kept()).toContain('calling');
        return world.provider.calls.length === 1 ? { kind: 'lost-after' } : null;
      };
      await world.tick();
      await world.fireAlarm();
      await world.postmaster.pause(ISSUE);
      await world.runUntil();
      expect(kept()).toEqual([]);
      await world.postmaster.resume(ISSUE);
      await world.runUntil();
      expect(world.provider.inboxes.size).toBe(129);
      expect(kept()).toEqual([]);
    }),
  );

  it(
    'is read again for a batch that an editor sends again',
    inWorld(async (world) => {
      world.join(3);
      world.provider.faults = [{ kind: 'error', status: 409, name: 'invalid_idempotent_request' }];
      await world.tick();
      await world.runUntil();
      expect(JSON.stringify(world.rows('SELECT * FROM batches'))).not.toContain('@');
      world.leave(2);
      for (const reader of world.subscribers) reader.email = `new-${reader.email}`;
      await world.postmaster.decide(ISSUE, { batch: 1, generation: 0, action: 'resend' });
      await world.runUntil();
      expect(world.received()).toEqual({ 'new-reader1@example.com': 1, 'new-reader3@example.com': 1 });
    }),
  );

  it(
    'that became longer pushes nobody out of a batch that was full',
    inWorld(async (world) => {
      world.join(40);
      world.template = { ...TEMPLATE, html: `<p>${'x'.repeat(80_000)}</p>${TEMPLATE.html}` };
      await world.tick();
      world.provider.faults = [{ kind: 'error', status: 403, name: 'invalid_api_key' }];
      await world.fireAlarm();
      for (const reader of world.subscribers) reader.email = `${'n'.repeat(2_000)}-${reader.email}`;
      await world.postmaster.resume(ISSUE);
      await world.runUntil();
      expect(world.received()).toEqual(world.onceEach(1, 40));
    }),
  );
});
