import { describe, expect, it, vi } from 'vitest';
import { readMails } from '../../../src/deliver/mailer/mailer.ts';
import { HOUR, ISSUE, inWorld, NOON, Provider, TEMPLATE } from '../world.ts';

const isRefused = { kind: 'error', status: 422, name: 'validation_error' } as const;
const isDown = { kind: 'error', status: 500, name: 'internal_server_error' } as const;

describe('a call of which nobody knows the outcome', () => {
  it(
    'is made again under the same key with the same bytes until it is clear',
    inWorld(async (world) => {
      world.join(2);
      world.provider.faults = [{ kind: 'lost-after' }, isDown, { kind: 'lost-before' }];
      await world.start();
      await world.runUntil();
      expect(new Set(world.provider.calls.map(({ key }) => key)).size).toBe(1);
      expect(world.provider.calls.map(({ at }) => at - NOON)).toEqual([0, 1000, 3000, 7000]);
      expect(world.received()).toEqual(world.onceEach(1, 2));
      expect(world.rows('SELECT outcome, name, status FROM attempts ORDER BY id')).toEqual([
        { outcome: 'ambiguous', name: 'application_error', status: null },
        { outcome: 'ambiguous', name: 'internal_server_error', status: 500 },
        { outcome: 'ambiguous', name: 'application_error', status: null },
        { outcome: 'sent', name: null, status: null },
      ]);
    }),
  );

  it(
    'is made again at once by the next process',
    inWorld(async (world) => {
      world.join(2);
      await world.start();
      world.provider.faultOf = () => {
        world.life.die();
        return null;
      };
      await world.fireAlarm();
      expect(world.rows('SELECT outcome FROM attempts')).toEqual([{ outcome: null }]);
      world.provider.faultOf = () => null;
      world.boot();
      await world.runUntil();
      expect(world.provider.calls).toHaveLength(2);
      expect((world.provider.calls[1]?.at ?? 0) - NOON).toBeLessThan(2_000);
      expect(world.received()).toEqual(world.onceEach(1, 2));
    }),
  );

  it(
    'is made again at once by the next process, though a tick had set a later alarm',
    inWorld(async (world) => {
      world.join(150);
      world.provider.faultOf = (parcel) => {
        if (readMails(parcel).length === 50) return { kind: 'hold', until: new Promise(() => {}) };
        // The refusal of a repeat: the first hundred are asked for again in ten minutes.
        return world.provider.calls.length === 1 ? { kind: 'lost-before' } : isRefused;
      };
      await world.start();
      void world.fireAlarm();
      await vi.waitUntil(() => world.provider.calls.length >= 2);
      world.now += 2_000;
      await world.postmaster.wake();
      await vi.waitUntil(() => world.provider.calls.length === 3);
      await world.postmaster.wake();
      expect(world.alarmAt).toBeGreaterThan(world.now + 60_000);
      world.boot();
      world.provider.faultOf = () => null;
      await world.runUntil(world.now + 1_000);
      expect(world.provider.calls.at(-1)?.to).toHaveLength(50);
    }),
  );

  it(
    'is left to an editor 23 hours after the first call under its key, and never repeated by itself',
    inWorld(async (world) => {
      world.join(2);
      world.provider.faultOf = () => isDown;
      await world.tick();
      await world.runUntil(NOON + 22.9 * HOUR);
      expect(world.d1.state).toBe('sending');
      await world.runUntil(NOON + 23.1 * HOUR);
      const last = world.provider.calls.at(-1)?.at ?? 0;
      expect(last - NOON).toBeGreaterThan(22.9 * HOUR);
      expect(last - NOON).toBeLessThanOrEqual(23 * HOUR);
      expect(world.d1.state).toBe('sent');
      expect(world.postmaster.progress(ISSUE)).toMatchObject({ state: 'sent', sent: 0, unknown: 2 });
      const calls = world.provider.calls.length;
      world.provider.faultOf = () => null;
      await world.tick();
      await world.runUntil(NOON + 60 * HOUR);
      expect(world.provider.calls).toHaveLength(calls);
    }),
  );

  it(
    'proves nothing by a refusal that follows it',
    inWorld(async (world) => {
      world.join(2);
      world.provider.faults = [
        { kind: 'lost-after' },
        { kind: 'error', status: 422, name: 'validation_error' },
        { kind: 'error', status: 403, name: 'invalid_api_key' },
        { kind: 'error', status: 429, name: 'daily_quota_exceeded' },
      ];
      await world.tick();
      await world.runUntil();
      expect(new Set(world.provider.calls.map(({ key }) => key)).size).toBe(1);
      expect(world.received()).toEqual(world.onceEach(1, 2));
      // The account that was refused is nothing that waits to be cleared up.
      expect(world.d1).toMatchObject({ state: 'paused', reason: expect.stringContaining('API key') });
      await world.postmaster.resume(ISSUE);
      await world.runUntil();
      expect(world.d1.state).toBe('sent');
    }),
  );

  it(
    'is made again while another one stalls',
    inWorld(async (world) => {
      world.join(150);
      const stall = Promise.withResolvers<void>();
      world.provider.faultOf = (parcel) => {
        if (readMails(parcel).length === 50) return { kind: 'hold', until: stall.promise };
        return world.provider.calls.length === 1 ? { kind: 'lost-before' } : null;
      };
      await world.start();
      const firing = world.fireAlarm();
      await vi.waitUntil(() => world.provider.calls.length === 3);
      expect(world.provider.calls.map(({ to }) => to.length)).toEqual([100, 50, 100]);
      stall.resolve();
      await firing;
      expect(world.received()).toEqual(world.onceEach(1, 150));
    }),
  );

  it(
    'is left to an editor when its bytes cannot be made again',
    inWorld(async (world) => {
      world.join(2);
      world.provider.faults = [{ kind: 'lost-after' }];
      await world.tick();
      await world.fireAlarm();
      world.rows(`UPDATE templates SET template = json_set(template, '$.text', 'Something else')`);
      world.boot();
      await world.runUntil();
      expect(world.provider.calls).toHaveLength(1);
      expect(world.postmaster.undecided(ISSUE)).toMatchObject([{ batch: 1, generation: 0, size: 2 }]);
    }),
  );

  for (const size of [2, 1]) {
    it(
      `is left to an editor when the account was changed: there its key is a new one (${size} mails)`,
      inWorld(async (world) => {
        if (size === 2) {
          world.join(2);
          await world.tick();
        } else {
          const message = { id: 'm', purpose: 'test', to: 'ed@example.com', template: TEMPLATE } as const;
          await world.postmaster.sendOne({ ...message, token: 't' });
        }
        world.provider.faults = [{ kind: 'lost-after' }];
        await world.fireAlarm();
        const first = world.provider;
        // A deploy with the API key of another team.
        world.provider = new Provider('account-2');
        world.boot();
        await world.runUntil();
        expect([first.inboxes.size, world.provider.inboxes.size]).toEqual([size, 0]);
        const table = size === 2 ? 'batches' : 'messages';
        expect(world.rows(`SELECT state, note FROM ${table}`)).toEqual([
          { state: 'unknown', note: expect.stringContaining('RESEND_API_KEY') },
        ]);
      }),
    );
  }

  it(
    'is asked of another account when nothing can have been taken by the first',
    inWorld(async (world) => {
      world.join(2);
      await world.tick();
      world.provider.faults = [{ kind: 'error', status: 403, name: 'invalid_api_key' }];
      await world.fireAlarm();
      world.provider = new Provider('account-2');
      world.boot();
      await world.postmaster.resume(ISSUE);
      await world.runUntil();
      expect(world.received()).toEqual(world.onceEach(1, 2));
    }),
  );

  it(
    'is left to an editor at once when the provider holds another body under its key',
    inWorld(async (world) => {
      world.join(2);
      world.provider.faults = [{ kind: 'error', status: 409, name: 'invalid_idempotent_request' }];
      await world.tick();
      await world.runUntil();
      expect(world.provider.calls).toHaveLength(1);
      expect(world.postmaster.progress(ISSUE)).toMatchObject({ state: 'sent', unknown: 2 });
    }),
  );

  it(
    'lets new batches be tried one at a time when six are in doubt, and more and more seldom',
    inWorld(async (world) => {
      world.join(3_000);
      world.provider.faultOf = () => isDown;
      await world.start();
      await world.runUntil(NOON + 2.5 * HOUR);
      const firstCalls = new Map(world.provider.calls.toReversed().map(({ key, at }) => [key, at]));
      const minutes = [...firstCalls.values()].map((at) => Math.floor((at - NOON) / 60_000));
      // Some were under way when the sixth came into doubt.
      expect(minutes.filter((minute) => minute === 0).length).toBeLessThanOrEqual(12);
      const gaps = minutes
        .filter((minute) => minute > 0)
        .map((minute, n, later) => minute - (later[n - 1] ?? 0));
      expect(gaps.slice(1)).toEqual([2, 4, 8, 16, 32, 60].slice(1 - gaps.length));
      expect(gaps.length).toBeGreaterThanOrEqual(4);
      world.provider.faultOf = () => null;
      await world.runUntil(NOON + 3 * HOUR);
      expect(world.received()).toEqual(world.onceEach(1, 3_000));
    }),
  );

  it(
    'does not hold back the rest of the run when the provider keeps an error under its key',
    inWorld(async (world) => {
      world.join(2_000);
      const kept = new Set<string>();
      world.provider.faultOf = ({ key }) => {
        if (world.now < NOON + 3_000) kept.add(key);
        return kept.has(key) ? isDown : null;
      };
      await world.tick();
      await world.runUntil(NOON + 5 * 60_000);
      expect(kept.size).toBeGreaterThanOrEqual(6);
      expect(world.provider.inboxes.size).toBe(2_000 - 100 * kept.size);
    }),
  );
});

describe('a decision', () => {
  it(
    'sends an unknown batch again under a new key, without those who left since',
    inWorld(async (world) => {
      world.join(3);
      world.provider.faults = [{ kind: 'error', status: 409, name: 'invalid_idempotent_request' }];
      await world.tick();
      await world.runUntil();
      world.leave(3);
      const decided = await world.postmaster.decide(ISSUE, { batch: 1, generation: 0, action: 'resend' });
      expect(decided.ok).toBe(true);
      await world.runUntil();
      expect(world.received()).toEqual(world.onceEach(1, 2));
      expect(new Set(world.provider.calls.map(({ key }) => key)).size).toBe(2);
      expect(world.postmaster.progress(ISSUE)).toMatchObject({ state: 'sent', sent: 2, unknown: 0 });
    }),
  );

  it(
    'is open again when the signing key is gone with which the batch would be sent',
    inWorld(async (world) => {
      world.join(2);
      world.provider.faults = [{ kind: 'error', status: 409, name: 'invalid_idempotent_request' }];
      await world.tick();
      await world.runUntil();
      world.signingKeys.clear();
      await world.postmaster.decide(ISSUE, { batch: 1, generation: 0, action: 'resend' });
      await world.runUntil();
      expect(world.postmaster.undecided(ISSUE)).toMatchObject([
        { batch: 1, generation: 1, note: expect.stringContaining('SIGNING_KEY') },
      ]);
    }),
  );

  it(
    'closes an unknown batch and drops its addresses',
    inWorld(async (world) => {
      world.join(3);
      world.provider.faults = [{ kind: 'error', status: 409, name: 'invalid_idempotent_request' }];
      await world.tick();
      await world.runUntil();
      await world.postmaster.decide(ISSUE, { batch: 1, generation: 0, action: 'close' });
      await world.runUntil();
      expect(world.provider.calls).toHaveLength(1);
      expect(world.rows('SELECT state, addresses, ids FROM batches')).toEqual([
        { state: 'closed', addresses: null, ids: '["1","2","3"]' },
      ]);
    }),
  );

  it(
    'is refused when it is about another generation, made before, or about no unknown batch',
    inWorld(async (world) => {
      world.join(3);
      world.provider.faults = [{ kind: 'error', status: 409, name: 'invalid_idempotent_request' }];
      await world.tick();
      await world.runUntil();
      const decide = (batch: number, generation: number, action: 'resend' | 'close') =>
        world.postmaster.decide(ISSUE, { batch, generation, action });
      expect(await decide(1, 1, 'resend')).toEqual({ ok: false, error: 'stale' });
      expect(await decide(2, 0, 'resend')).toEqual({ ok: false, error: 'unknown' });
      expect((await decide(1, 0, 'resend')).ok).toBe(true);
      expect(await decide(1, 0, 'resend')).toEqual({ ok: false, error: 'stale' });
      await world.runUntil();
      expect(await decide(1, 1, 'close')).toEqual({ ok: false, error: 'stale' });
    }),
  );

  it(
    'is made by an event of the provider that names one recipient of the batch',
    inWorld(async (world) => {
      world.join(3);
      world.provider.faultOf = () => ({ kind: 'lost-after' });
      await world.tick();
      await world.runUntil(NOON + 10_000);
      expect(await world.postmaster.confirmSent(ISSUE, '2')).toBe(true);
      // D1 is to be told now, not when the call would have been made again.
      expect(world.alarmAt).toBe(world.now);
      expect(await world.postmaster.confirmSent(ISSUE, '2')).toBe(false);
      expect(await world.postmaster.confirmSent('another issue', '2')).toBe(false);
      const calls = world.provider.calls.length;
      await world.runUntil();
      expect(world.provider.calls).toHaveLength(calls);
      expect(world.postmaster.progress(ISSUE)).toMatchObject({ state: 'sent', sent: 3, unknown: 0 });
      expect(world.d1.state).toBe('sent');
    }),
  );
});

describe('what is frozen', () => {
  it(
    'keeps its bytes when sender and site address change in the middle of a run',
    inWorld(async (world) => {
      world.join(150);
      world.provider.faults = [null, { kind: 'lost-before' }];
      await world.start();
      await world.fireAlarm();
      world.template = {
        ...TEMPLATE,
        from: 'Someone else <else@example.com>',
        linkBase: 'https://new.example',
      };
      await world.start();
      world.boot();
      await world.runUntil();
      const senders = [...world.provider.inboxes.values()].flat().map(({ from }) => from);
      expect(new Set(senders)).toEqual(new Set([TEMPLATE.from]));
    }),
  );
});
