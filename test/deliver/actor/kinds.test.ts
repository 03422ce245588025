// The kinds of transactional mails: which go first, which count against the share, and which are dropped.

import { describe, expect, it } from 'vitest';
import { HOUR, inWorld, inWorlds, NOON, TEMPLATE, type World } from '../world.ts';

const DAY = 24 * HOUR;

const letter = (id: string, to = `${id}@example.com`) => ({ id, to, template: TEMPLATE, token: 't' });
const notice = (world: World, id: string, expiresAt = NOON + DAY) =>
  world.postmaster.sendOne({ ...letter(id), purpose: 'notice', expiresAt });
const confirm = (world: World, id: string) =>
  world.postmaster.sendOne({
    ...letter(id),
    purpose: 'confirmation',
    limit: { counter: id, everyMs: HOUR, aDay: 3 },
  });
const welcome = (world: World, reader: number, expiresAt = NOON + DAY) =>
  world.postmaster.sendOne({
    ...letter(`welcome ${reader}`, `reader${reader}@example.com`),
    purpose: 'welcome',
    subscriberId: String(reader),
    expiresAt,
  });
const states = (world: World) =>
  world
    .rows<{ id: string; state: string }>('SELECT id, state FROM messages ORDER BY id')
    .map(({ id, state }) => `${id}: ${state}`);
const to = (world: World) =>
  world.provider.calls.flatMap((call) => call.to.map((mail) => mail.split('@')[0]));

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

describe('single mails', () => {
  it(
    'leave in the order in which they are needed, and a welcome takes nothing of the confirmations’ share',
    inWorld(async (world) => {
      knowQuota(world, 12);
      world.join(3);
      for (const reader of [1, 2]) await welcome(world, reader);
      for (const id of ['new1', 'new2', 'new3']) await confirm(world, id);
      await notice(world, 'editor');
      await world.runUntil(NOON + HOUR);
      // A quarter of the quota is three mails.
      expect(to(world)).toEqual(['editor', 'new1', 'new2', 'reader1', 'reader2']);
      await welcome(world, 3);
      await notice(world, 'late', NOON + 2 * DAY);
      await world.runUntil(NOON + 2 * HOUR);
      expect(to(world).slice(5)).toEqual(['reader3']);
      await world.runUntil(NOON + 2 * DAY);
      expect(to(world).slice(6)).toEqual(['late', 'new3']);
    }),
  );

  it(
    'are dropped when their time is over, with their address, whatever kept them waiting',
    inWorld(async (world) => {
      knowQuota(world, 4);
      await confirm(world, 'new1');
      await notice(world, 'quota', NOON + HOUR);
      await notice(world, 'refused', NOON + HOUR);
      world.provider.faultOf = ({ body }) =>
        new TextDecoder().decode(body).includes('refused@')
          ? { kind: 'error', name: 'invalid_api_key', status: 403 }
          : null;
      await world.runUntil(NOON + HOUR);
      world.now += 61_000;
      await world.postmaster.wake();
      expect(states(world)).toContain('refused: dropped');
      const waiting = world.rows(
        'SELECT id FROM messages WHERE address IS NOT NULL AND purpose = ?',
        'notice',
      );
      expect(waiting).toEqual([]);
    }),
  );
});

describe('a welcome', () => {
  it(
    'goes to nobody who left before their turn came',
    inWorld(async (world) => {
      world.join(3);
      for (const reader of [1, 2, 3]) await welcome(world, reader);
      world.leave(2);
      await world.runUntil(NOON + HOUR);
      expect(world.received()).toEqual({ 'reader1@example.com': 1, 'reader3@example.com': 1 });
      expect(states(world)).toContain('welcome 2: dropped');
      expect(world.rows('SELECT address FROM messages WHERE address IS NOT NULL')).toEqual([]);
    }),
  );

  it(
    'that was perhaps taken is asked for again, though its reader has left since: it may not come twice',
    inWorld(async (world) => {
      world.join(1);
      world.provider.faults = [{ kind: 'lost-after' }];
      await welcome(world, 1);
      await world.fireAlarm();
      world.leave(1);
      await world.runUntil(NOON + HOUR);
      expect(new Set(world.provider.calls.map(({ key }) => key)).size).toBe(1);
      expect(states(world)).toEqual(['welcome 1: sent']);
    }),
  );

  it(
    'waits for D1 when that does not answer',
    inWorld(async (world) => {
      world.join(1);
      world.isD1Down = true;
      await welcome(world, 1);
      await world.runUntil(NOON + 60_000);
      expect(world.received()).toEqual({});
      world.isD1Down = false;
      await world.runUntil(NOON + HOUR);
      expect(world.received()).toEqual({ 'reader1@example.com': 1 });
    }),
  );
});

it(
  'a notice and a welcome are lost by no death at any step, and come twice by none',
  inWorlds(async (create) => {
    let steps = 1;
    for (let dieAt = 0; dieAt <= steps; dieAt += 1) {
      const world = await create(dieAt);
      world.join(1);
      for (let n = 0; n < 4; n += 1) {
        if (world.isDead) world.boot();
        await world.ask(() => notice(world, 'editor'));
        if (!world.isDead) await world.ask(() => welcome(world, 1));
        if (!world.isDead) await world.runUntil(world.now + 60_000);
      }
      if (dieAt === 0) steps = world.life.steps;
      const died = `death at step ${dieAt}`;
      expect(world.received(), died).toEqual({ 'editor@example.com': 1, 'reader1@example.com': 1 });
      expect(states(world), died).toEqual(['editor: sent', 'welcome 1: sent']);
    }
  }),
);
