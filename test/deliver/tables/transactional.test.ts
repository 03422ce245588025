import { describe, expect, it } from 'vitest';
import { HOUR, inWorld, NOON, TEMPLATE, type World } from '../world.ts';

const MINUTE = 60_000;

const post = (world: World, id: string, to: string, purpose: 'test' | 'confirmation' = 'confirmation') => {
  const message = { id, to, template: TEMPLATE, token: `token-${id}` };
  return world.postmaster.sendOne(
    purpose === 'test'
      ? { ...message, purpose }
      : { ...message, purpose, limit: { counter: `of ${to}`, everyMs: 10 * MINUTE, aDay: 3 } },
  );
};

describe('a transactional mail', () => {
  it(
    'is sent once, however often it is asked for',
    inWorld(async (world) => {
      expect(await post(world, 'm1', 'new@example.com')).toBe('queued');
      expect(await post(world, 'm1', 'new@example.com')).toBe('repeated');
      await world.runUntil();
      expect(await post(world, 'm1', 'new@example.com')).toBe('repeated');
      await world.runUntil();
      const [mail, ...others] = world.provider.inboxes.get('new@example.com') ?? [];
      expect(others).toEqual([]);
      expect(mail?.text).toContain('/unsubscribe/token-m1\n');
      expect(mail?.tags).toContainEqual({ name: 'purpose', value: 'confirmation' });
    }),
  );

  it(
    'overtakes a run',
    inWorld(async (world) => {
      world.join(1_000);
      await world.start();
      world.provider.faultOf = () => {
        if (world.provider.calls.length === 2) void post(world, 'm1', 'new@example.com');
        return null;
      };
      await world.runUntil();
      const place = world.provider.calls.findIndex(({ to }) => to[0] === 'new@example.com');
      expect(place).toBeGreaterThan(1);
      // Two were ready before it came.
      expect(place).toBeLessThan(6);
      expect(world.received()).toMatchObject(world.onceEach(1, 1_000));
    }),
  );

  it(
    'takes no more than every other request from a run when it is a confirmation',
    inWorld(async (world) => {
      world.join(500);
      for (let n = 0; n < 5; n += 1) await post(world, `m${n}`, `new${n}@example.com`);
      await world.start();
      await world.runUntil();
      const isRun = world.provider.calls.map(({ to }) => to.length > 1);
      expect(isRun).toEqual([false, true, false, true, false, true, false, true, false, true]);
    }),
  );

  it(
    'comes at once when it is a test send, since an editor waits for it',
    inWorld(async (world) => {
      world.join(300);
      for (let n = 0; n < 3; n += 1) await post(world, `m${n}`, 'editor@example.com', 'test');
      await world.start();
      await world.runUntil();
      expect(world.provider.calls.slice(0, 3).every(({ to }) => to[0] === 'editor@example.com')).toBe(true);
    }),
  );

  it(
    'is made again under the same key when nobody knows, and given up after 23 hours',
    inWorld(async (world) => {
      world.provider.faults = [{ kind: 'lost-after' }];
      await post(world, 'm1', 'new@example.com');
      await world.runUntil();
      expect(new Set(world.provider.calls.map(({ key }) => key)).size).toBe(1);
      expect(world.received()).toEqual({ 'new@example.com': 1 });
      world.provider.faultOf = () => ({ kind: 'lost-before' });
      await post(world, 'm2', 'other@example.com');
      await world.runUntil(NOON + 30 * HOUR);
      expect(world.rows('SELECT id, state, address FROM messages ORDER BY id')).toEqual([
        { id: 'm1', state: 'sent', address: null },
        { id: 'm2', state: 'unknown', address: null },
      ]);
    }),
  );

  it(
    'outlives a process that dies with it under way',
    inWorld(async (world) => {
      world.provider.faultOf = () => {
        world.life.die();
        return null;
      };
      await post(world, 'm1', 'new@example.com');
      await world.fireAlarm();
      world.provider.faultOf = () => null;
      world.boot();
      await world.runUntil();
      expect(world.received()).toEqual({ 'new@example.com': 1 });
    }),
  );

  it(
    'tries by itself for a day when the account is refused',
    inWorld(async (world) => {
      world.provider.faultOf = () =>
        world.now < NOON + HOUR ? { kind: 'error', status: 403, name: 'invalid_api_key' } : null;
      await post(world, 'm1', 'new@example.com');
      await world.runUntil(NOON + 2 * HOUR);
      expect(world.received()).toEqual({ 'new@example.com': 1 });
    }),
  );

  it(
    'is kept from flooding an inbox: one confirmation in ten minutes, three in a day',
    inWorld(async (world) => {
      const at = async (minutes: number, id: string) => {
        world.now = NOON + minutes * MINUTE;
        return post(world, id, id === 'm9' ? 'other@example.com' : 'new@example.com');
      };
      expect(await at(0, 'm1')).toBe('queued');
      expect(await at(9, 'm2')).toEqual({ limitedUntil: NOON + 10 * MINUTE });
      expect(await at(9, 'm9')).toBe('queued');
      expect(await at(11, 'm3')).toBe('queued');
      expect(await at(22, 'm4')).toBe('queued');
      expect(await at(33, 'm5')).toEqual({ limitedUntil: NOON + 24 * HOUR });
      expect(await at(24 * 60, 'm6')).toBe('queued');
    }),
  );

  it(
    'shares its template with others that have the same, as long as one of them waits',
    inWorld(async (world) => {
      const templates = () => world.rows<{ n: number }>('SELECT count(*) AS n FROM mail_templates')[0]?.n;
      world.provider.faultOf = ({ body }) =>
        new TextDecoder().decode(body).includes('late@') && world.now < NOON + 3 * HOUR
          ? { kind: 'lost-before' }
          : null;
      for (let n = 0; n < 20; n += 1) await post(world, `m${n}`, `new${n}@example.com`);
      await post(world, 'late', 'late@example.com');
      const template = { ...TEMPLATE, subject: 'Another' };
      await world.postmaster.sendOne({
        id: 'other',
        purpose: 'test',
        to: 'ed@example.com',
        template,
        token: 't',
      });
      expect(templates()).toBe(2);
      expect(world.rows('SELECT id FROM messages WHERE template IS NOT NULL')).toEqual([]);
      for (const hours of [1, 2]) {
        await world.runUntil(NOON + hours * HOUR);
        await world.tick();
      }
      expect(Object.keys(world.received())).toHaveLength(21);
      expect(templates()).toBe(1);
      for (const hours of [4, 5, 6]) {
        await world.runUntil(NOON + hours * HOUR);
        await world.tick();
      }
      expect(world.received()).toMatchObject({ 'late@example.com': 1, 'ed@example.com': 1 });
      expect(world.provider.inboxes.get('ed@example.com')?.[0]?.subject).toBe('Another');
      expect(templates()).toBe(0);
      await post(world, 'again', 'again@example.com');
      await world.runUntil(world.now + HOUR);
      expect(world.received()).toMatchObject({ 'again@example.com': 1 });
    }),
  );

  it(
    'is forgotten a week after it was settled',
    inWorld(async (world) => {
      await post(world, 'm1', 'new@example.com');
      await world.runUntil();
      world.now = NOON + 8 * 24 * HOUR;
      await post(world, 'm2', 'new@example.com');
      await world.runUntil();
      expect(world.rows('SELECT id FROM messages')).toEqual([{ id: 'm2' }]);
    }),
  );
});
