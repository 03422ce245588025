import { describe, expect, it } from 'vitest';
import { HOUR, ISSUE, inWorld, NOON, TEMPLATE, type World } from '../world.ts';

const keyIsWrong = { kind: 'error', status: 403, name: 'invalid_api_key', message: 'No such key.' } as const;

const refuseAll = (world: World): void => {
  world.provider.faultOf = () => keyIsWrong;
};
const takeAll = (world: World): void => {
  world.provider.faultOf = () => null;
};

describe('what the Postmaster tells of itself', () => {
  it(
    'is that all is well when mail leaves',
    inWorld(async (world) => {
      world.join(3);
      await world.tick();
      await world.runUntil();
      expect(await world.postmaster.condition()).toEqual({
        refusal: null,
        lastMailRefusal: null,
        quotaUntil: null,
        pausedRuns: [],
        openDecisions: 0,
        plan: { name: 'paid', ratePerSecond: expect.any(Number) },
      });
    }),
  );

  it(
    'names what the provider refuses the account for, since when, and the run that it paused',
    inWorld(async (world) => {
      world.join(3);
      refuseAll(world);
      await world.tick();
      await world.runUntil();
      expect(await world.postmaster.condition()).toMatchObject({
        refusal: { name: 'invalid_api_key', status: 403, message: 'No such key.', since: NOON },
        pausedRuns: [{ issueId: ISSUE, reason: expect.stringContaining('No such key.') }],
      });
    }),
  );

  it(
    'knows it of a single mail too, and keeps the first time and the last',
    inWorld(async (world) => {
      refuseAll(world);
      await world.postmaster.sendOne({
        id: 'test-1',
        purpose: 'test',
        to: 'editor@example.com',
        template: TEMPLATE,
        token: 'token',
      });
      await world.runUntil(NOON + HOUR);
      const { refusal } = await world.postmaster.condition();
      expect(refusal?.since).toBe(NOON);
      expect(refusal?.at).toBeGreaterThan(NOON);
      expect(JSON.stringify(refusal)).not.toContain('@');
    }),
  );

  it(
    'outlasts a restart, and ends with the first mail that is taken',
    inWorld(async (world) => {
      world.join(3);
      refuseAll(world);
      await world.tick();
      await world.runUntil();
      world.boot();
      expect((await world.postmaster.condition()).refusal).not.toBeNull();
      takeAll(world);
      await world.postmaster.sendOne({
        id: 'test-1',
        purpose: 'test',
        to: 'editor@example.com',
        template: TEMPLATE,
        token: 'token',
      });
      await world.runUntil();
      expect((await world.postmaster.condition()).refusal).toBeNull();
    }),
  );

  it(
    'ends when an editor resumes, until the provider refuses again',
    inWorld(async (world) => {
      world.join(3);
      refuseAll(world);
      await world.tick();
      await world.runUntil();
      await world.postmaster.resume(ISSUE);
      expect((await world.postmaster.condition()).refusal).toBeNull();
      await world.runUntil();
      expect((await world.postmaster.condition()).refusal).not.toBeNull();
    }),
  );

  it(
    'says nothing of an account that is no longer used',
    inWorld(async (world) => {
      world.join(3);
      refuseAll(world);
      await world.tick();
      await world.runUntil();
      world.provider = new (world.provider.constructor as new (account: string) => typeof world.provider)(
        'account-2',
      );
      world.boot();
      expect((await world.postmaster.condition()).refusal).toBeNull();
    }),
  );

  it(
    'says until when the daily quota lets nothing leave',
    inWorld(async (world) => {
      world.join(30);
      world.provider.dailyQuota = 10;
      await world.tick();
      await world.runUntil();
      const { quotaUntil, refusal } = await world.postmaster.condition();
      expect(quotaUntil).toBeGreaterThan(world.now);
      expect(refusal).toBeNull();
    }),
  );

  it(
    'counts what an editor has to decide about',
    inWorld(async (world) => {
      world.join(3);
      world.provider.faults = [{ kind: 'error', status: 409, name: 'invalid_idempotent_request' }];
      await world.tick();
      await world.runUntil();
      expect((await world.postmaster.condition()).openDecisions).toBe(1);
    }),
  );
});
