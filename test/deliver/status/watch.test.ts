// What an editor sees of transactional mails and of what is in doubt.

import { describe, expect, it } from 'vitest';
import { HOUR, ISSUE, inWorld, NOON, SHA, TEMPLATE, type World } from '../world.ts';

const queue = (world: World, id: string, to: string) =>
  world.postmaster.sendOne({
    id,
    purpose: 'test',
    to,
    template: TEMPLATE,
    token: 't',
    test: { issueId: ISSUE, shown: `${to[0]}…@example.com`, sha256: SHA },
  });

const refuse = (name: string, status: number, message = '') =>
  ({ kind: 'error', name, status, message }) as const;

describe('a test send', () => {
  it(
    'is listed with what became of it, and without its address once that is clear',
    inWorld(async (world) => {
      world.provider.badAddresses.add('bad@example.com');
      await queue(world, 'one', 'ann@example.com');
      world.now += 1;
      await queue(world, 'two', 'bad@example.com');
      expect(world.postmaster.tests(ISSUE).map(({ state }) => state)).toEqual(['waiting', 'waiting']);
      await world.runUntil(NOON + HOUR);
      expect(world.postmaster.tests(ISSUE)).toMatchObject([
        { id: 'two', to: 'b…@example.com', state: 'refused', queuedAt: NOON + 1, sha256: SHA },
        { id: 'one', to: 'a…@example.com', state: 'sent', reason: null, queuedAt: NOON },
      ]);
      const [refused, sent] = world.postmaster.tests(ISSUE);
      expect(refused?.reason).toBe('validation_error: Invalid `to` field.');
      expect(Math.min(refused?.settledAt ?? 0, sent?.settledAt ?? 0)).toBeGreaterThanOrEqual(NOON);
      expect(JSON.stringify(world.rows('SELECT * FROM messages'))).not.toMatch(/(ann|bad)@/);
      expect(world.postmaster.tests('another')).toEqual([]);
    }),
  );

  it(
    'says why it waits while the account is refused, and nothing of it when it has left',
    inWorld(async (world) => {
      world.provider.faultOf = () =>
        world.now < NOON + HOUR ? refuse('invalid_api_key', 403, 'API key is invalid') : null;
      await queue(world, 'one', 'ann@example.com');
      await world.runUntil(NOON + 60_000);
      expect(world.postmaster.tests(ISSUE)).toMatchObject([
        { state: 'waiting', reason: 'invalid_api_key: API key is invalid', settledAt: null },
      ]);
      expect(world.postmaster.lastRefusal()).toEqual({
        purpose: 'test',
        reason: 'invalid_api_key: API key is invalid',
        at: NOON,
        isWaiting: true,
      });
      await world.runUntil(NOON + 2 * HOUR);
      expect(world.postmaster.tests(ISSUE)).toMatchObject([{ state: 'sent', reason: null }]);
      expect(world.postmaster.lastRefusal()).toBeNull();
    }),
  );

  it(
    'that is refused is in the log, as a confirmation is, without an address',
    inWorld(async (world) => {
      world.provider.faultOf = ({ body }) => {
        const [address] =
          /\w+@example\.com/.exec(new TextDecoder().decode(body).split('"to"')[1] ?? '') ?? [];
        return refuse('validation_error', 422, `${address} is no address.`);
      };
      await queue(world, 'one', 'ann@example.com');
      const limit = { counter: 'bo', everyMs: HOUR, aDay: 3 };
      const to = 'bo@example.com';
      await world.postmaster.sendOne({
        id: 'two',
        purpose: 'confirmation',
        to,
        template: TEMPLATE,
        token: 't',
        limit,
      });
      await world.runUntil(NOON + HOUR);
      const refusal = { name: 'validation_error', message: '(an address) is no address.' };
      expect(world.log.map((line) => JSON.parse(line))).toMatchObject([
        { event: 'refusal', purpose: 'test', ...refusal },
        { event: 'refusal', purpose: 'confirmation', ...refusal },
      ]);
      expect(world.postmaster.lastRefusal()).toMatchObject({ purpose: 'confirmation', isWaiting: false });
    }),
  );
});

describe('batches in doubt', () => {
  it(
    'are counted for each run, and how often there was a new one is never forgotten',
    inWorld(async (world) => {
      world.join(150);
      world.provider.faultOf = () => ({ kind: 'lost-before' });
      await world.tick();
      await world.runUntil(NOON + 10_000);
      // The machine is off for a day, and the provider has forgotten the keys.
      world.now += 24 * HOUR;
      await world.runUntil();
      expect(world.postmaster.undecidedRuns()).toEqual([
        { issueId: ISSUE, doubts: 2, batches: 2, mails: 150 },
      ]);
      await world.postmaster.decide(ISSUE, { batch: 1, generation: 0, action: 'close' });
      expect(world.postmaster.undecidedRuns()).toEqual([
        { issueId: ISSUE, doubts: 2, batches: 1, mails: 50 },
      ]);
      await world.postmaster.decide(ISSUE, { batch: 2, generation: 0, action: 'close' });
      expect(world.postmaster.undecidedRuns()).toEqual([]);
    }),
  );
});
