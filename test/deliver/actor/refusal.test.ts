import { describe, expect, it } from 'vitest';
import { HOUR, ISSUE, inWorld, NOON } from '../world.ts';

const isRefused = { kind: 'error', status: 422, name: 'validation_error' } as const;
const isInDoubtForGood = { kind: 'error', status: 409, name: 'invalid_idempotent_request' } as const;

describe('a refused batch', () => {
  it(
    'splits down to the bad addresses, which are set aside one by one',
    inWorld(async (world) => {
      world.join(100);
      world.provider.badAddresses.add('reader17@example.com').add('reader80@example.com');
      await world.tick();
      await world.runUntil();
      const received = world.received();
      expect(Object.keys(received)).toHaveLength(98);
      expect(new Set(Object.values(received))).toEqual(new Set([1]));
      expect(received).not.toHaveProperty('reader17@example.com');
      expect(world.postmaster.progress(ISSUE)).toMatchObject({ state: 'sent', sent: 98, failed: 2 });
      expect(world.rows(`SELECT ids FROM batches WHERE state = 'refused' ORDER BY ids`)).toEqual([
        { ids: '["17"]' },
        { ids: '["80"]' },
      ]);
    }),
  );

  it(
    'keeps no address when it is settled',
    inWorld(async (world) => {
      world.join(9);
      world.provider.badAddresses.add('reader3@example.com');
      await world.tick();
      await world.runUntil();
      expect(world.rows('SELECT number FROM batches WHERE addresses IS NOT NULL')).toEqual([]);
    }),
  );

  it(
    'keeps no address that the provider quotes',
    inWorld(async (world) => {
      world.join(3);
      world.provider.faultOf = ({ body }) =>
        new TextDecoder().decode(body).includes('reader2@')
          ? { kind: 'error', status: 422, name: 'validation_error', message: 'Bad: reader2@example.com' }
          : null;
      await world.tick();
      await world.runUntil();
      expect(world.postmaster.progress(ISSUE)).toMatchObject({ sent: 2, failed: 1 });
      for (const table of ['batches', 'runs', 'attempts'])
        expect(JSON.stringify(world.rows(`SELECT * FROM ${table}`))).not.toContain('@');
    }),
  );

  it(
    'is not put together and sent again by itself in a run that is over',
    inWorld(async (world) => {
      world.join(2);
      const verdicts = [isRefused, isInDoubtForGood, isRefused, isRefused];
      world.provider.faultOf = () => verdicts.shift() ?? null;
      await world.tick();
      await world.runUntil();
      const [open] = world.postmaster.undecided(ISSUE);
      await world.postmaster.decide(ISSUE, { batch: open?.batch ?? 0, generation: 0, action: 'resend' });
      await world.runUntil();
      expect(world.provider.calls.map(({ to }) => to.length)).toEqual([2, 1, 1, 1]);
      expect(world.postmaster.progress(ISSUE)).toMatchObject({ state: 'sent', failed: 2, unknown: 0 });
      expect(world.rows('SELECT number FROM batches WHERE addresses IS NOT NULL')).toEqual([]);
    }),
  );

  it(
    'gets new keys for its pieces',
    inWorld(async (world) => {
      world.join(4);
      world.provider.badAddresses.add('reader1@example.com');
      world.provider.keepsErrors = true;
      await world.tick();
      await world.runUntil();
      const keys = world.provider.calls.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      expect(world.received()).toEqual(world.onceEach(2, 4));
    }),
  );

  it(
    'pauses the run when every single address of it is refused, and is tried whole once more',
    inWorld(async (world) => {
      world.join(4);
      for (const { email } of world.subscribers) world.provider.badAddresses.add(email);
      await world.tick();
      await world.runUntil();
      expect(world.d1.state).toBe('paused');
      expect(world.d1.reason).toMatch(/refused each of the 4 addresses of one batch.*Invalid `to` field\./);
      expect(world.postmaster.progress(ISSUE)).toMatchObject({ state: 'paused', sent: 0, failed: 0 });
      world.provider.badAddresses.clear();
      await world.postmaster.resume(ISSUE);
      await world.runUntil();
      expect(world.received()).toEqual(world.onceEach(1, 4));
      expect(world.d1).toMatchObject({ state: 'sent', reason: null });
    }),
  );

  it(
    'is set aside when all of it is refused a second time, and the issue fails when nobody got it',
    inWorld(async (world) => {
      world.join(3);
      for (const { email } of world.subscribers) world.provider.badAddresses.add(email);
      await world.tick();
      await world.runUntil();
      await world.postmaster.resume(ISSUE);
      await world.runUntil();
      expect(world.d1.state).toBe('failed');
      expect(world.d1.reason).toMatch(/^Resend refused every address: validation_error/);
      expect(world.postmaster.progress(ISSUE)).toMatchObject({ state: 'failed', sent: 0, failed: 3 });
    }),
  );
});

describe('a gateway that answers in the place of the provider', () => {
  it.each([
    [502, 422],
    [200, 422],
    [403, 422],
    [422, 400],
  ])(
    'makes nobody get a mail twice when it claims a refusal after the mails were taken (%s, %s)',
    (status, claims) =>
      inWorld(async (world) => {
        world.join(900);
        const fault = { kind: 'error', status, claims, name: 'validation_error', isTaken: true } as const;
        world.provider.faults = [null, null, fault];
        await world.tick();
        await world.runUntil();
        expect(world.received()).toEqual(world.onceEach(1, 900));
        expect(world.postmaster.progress(ISSUE)).toMatchObject({ state: 'sent', sent: 900, failed: 0 });
      })(),
  );
});

describe('a 400', () => {
  const refusal = { kind: 'error', status: 400, name: 'validation_error' } as const;

  it(
    'pauses the run when it is down to a single mail, sets nobody aside, and a resume loses nobody',
    inWorld(async (world) => {
      world.join(250);
      world.provider.faultOf = () => ({ ...refusal, message: 'Something is not as it should be' });
      await world.tick();
      await world.runUntil();
      expect(world.d1.state).toBe('paused');
      expect(world.d1.reason).toMatch(
        /holds a single mail.*Something is not as it should be\..*subscriber \d+:/,
      );
      expect(world.postmaster.progress(ISSUE)).toMatchObject({
        state: 'paused',
        sent: 0,
        failed: 0,
        unknown: 0,
      });
      const keys = new Set(world.provider.calls.map(({ key }) => key));
      world.provider.faultOf = () => null;
      await world.postmaster.resume(ISSUE);
      await world.runUntil();
      expect(world.received()).toEqual(world.onceEach(1, 250));
      expect(world.provider.calls.slice(keys.size).filter(({ key }) => keys.has(key))).toEqual([]);
      expect(world.postmaster.progress(ISSUE)).toMatchObject({ state: 'sent', sent: 250, failed: 0 });
    }),
  );

  it(
    'of one mail alone holds the run until that reader is taken out',
    inWorld(async (world) => {
      world.join(5);
      world.provider.faultOf = ({ body }) =>
        new TextDecoder().decode(body).includes('reader4@') ? refusal : null;
      await world.tick();
      await world.runUntil();
      expect(world.d1.reason).toMatch(/subscriber 4:/);
      await world.postmaster.resume(ISSUE);
      await world.runUntil();
      expect(world.d1.state).toBe('paused');
      world.leave(4);
      await world.postmaster.resume(ISSUE);
      await world.runUntil();
      expect(world.received()).toEqual({ ...world.onceEach(1, 3), ...world.onceEach(5, 5) });
      expect(world.d1.state).toBe('sent');
    }),
  );

  it(
    'that speaks of the key pauses the run at once',
    inWorld(async (world) => {
      world.join(250);
      world.provider.faultOf = () => ({ ...refusal, message: 'API key is invalid' });
      await world.tick();
      await world.runUntil();
      // One more was under way with the first.
      expect(world.provider.calls.length).toBeLessThan(4);
      expect(world.d1.reason).toMatch(
        /does not know the API key.*Set a valid RESEND_API_KEY, then resume\.$/,
      );
      world.provider.faultOf = () => null;
      await world.postmaster.resume(ISSUE);
      await world.runUntil();
      expect(world.received()).toEqual(world.onceEach(1, 250));
    }),
  );
});

describe('an account that is refused', () => {
  it.each([
    [401, 'validation_error', /Verify the domain of the sender/],
    [403, 'suspended_api_key', /is suspended/],
    [403, 'invalid_api_key', /does not know the API key.*Set a valid RESEND_API_KEY, then resume\.$/],
    [401, 'missing_api_key', /got no API key/],
    [403, 'validation_error', /Verify the domain of the sender/],
    [429, 'monthly_quota_exceeded', /monthly quota.*used up/],
  ])('pauses the run with a reason that says what to do (%s %s)', (status, name, reason) =>
    inWorld(async (world) => {
      world.join(150);
      world.provider.faults = Array(2).fill({ kind: 'error', status, name, message: 'No.' });
      await world.tick();
      await world.runUntil();
      expect(world.d1.state).toBe('paused');
      expect(world.d1.reason).toMatch(reason);
      expect(world.provider.inboxes.size).toBe(0);
      const calls = world.provider.calls.length;
      await world.tick();
      await world.runUntil();
      expect(world.provider.calls).toHaveLength(calls);
      world.provider.faults = [];
      await world.postmaster.resume(ISSUE);
      await world.runUntil();
      expect(world.received()).toEqual(world.onceEach(1, 150));
      expect(world.d1).toMatchObject({ state: 'sent', reason: null });
    })(),
  );

  it(
    'is asked again under new keys after a resume, since the refusal may be kept',
    inWorld(async (world) => {
      world.join(2);
      world.provider.faults = [{ kind: 'error', status: 403, name: 'invalid_api_key' }];
      await world.start();
      await world.runUntil();
      await world.postmaster.resume(ISSUE);
      await world.runUntil();
      expect(new Set(world.provider.calls.map(({ key }) => key)).size).toBe(2);
    }),
  );
});

describe('a signing key that is gone', () => {
  it(
    'pauses the run, and its return lets it go on',
    inWorld(async (world) => {
      world.join(2);
      world.signingKeys.clear();
      await world.tick();
      await world.runUntil();
      expect(world.d1.state).toBe('paused');
      expect(world.d1.reason).toMatch(/signing key key-1.*no longer in SIGNING_KEY/);
      world.signingKeys.add('key-1');
      await world.postmaster.resume(ISSUE);
      await world.runUntil();
      expect(world.received()).toEqual(world.onceEach(1, 2));
    }),
  );

  it(
    'keeps a batch that is in doubt waiting, since nobody could make its bytes again',
    inWorld(async (world) => {
      world.join(2);
      world.provider.faults = [{ kind: 'lost-after' }];
      await world.tick();
      await world.fireAlarm();
      world.signingKeys.clear();
      await world.runUntil(NOON + HOUR);
      expect(world.d1.state).toBe('paused');
      expect(world.provider.calls).toHaveLength(1);
      world.signingKeys.add('key-1');
      await world.runUntil(NOON + 2 * HOUR);
      expect(world.received()).toEqual(world.onceEach(1, 2));
      expect(world.postmaster.progress(ISSUE)).toMatchObject({ state: 'paused', sent: 2 });
      await world.postmaster.resume(ISSUE);
      expect(world.d1.state).toBe('sent');
    }),
  );
});
