import { describe, expect, it } from 'vitest';
import { backoffMs, type Call, KEY_LIFE_MS, nextStep } from '../../../src/deliver/policy/next-step.ts';
import type { Outcome } from '../../../src/deliver/policy/outcome.ts';

const NOW = 1_000_000_000;
const world = { now: NOW, random: 0.5, retryAfterMs: null };
const call = (change: Partial<Call> = {}): Call => ({
  size: 100,
  isAmbiguous: false,
  tries: 1,
  firstTryAt: NOW - 400,
  isCancelled: false,
  ...change,
});

const sent: Outcome = { kind: 'sent' };
const tooFast: Outcome = { kind: 'wait', for: 'rate', name: 'rate_limit_exceeded' };
const dayOver: Outcome = { kind: 'wait', for: 'daily-quota', name: 'daily_quota_exceeded' };
const refused: Outcome = { kind: 'refused', scope: 'address', name: 'validation_error', message: 'no' };
const malformed: Outcome = { kind: 'refused', scope: 'request', name: 'validation_error', message: 'no' };
const badKey: Outcome = { kind: 'refused', scope: 'account', name: 'invalid_api_key', message: 'no' };
const lost: Outcome = { kind: 'ambiguous', mayRetry: true, name: 'application_error', message: '' };
const clash: Outcome = {
  kind: 'ambiguous',
  mayRetry: false,
  name: 'invalid_idempotent_request',
  message: 'other',
};

describe('what follows from an outcome', () => {
  it('settles what was sent, whatever came before', () => {
    expect(nextStep(call(), sent, world)).toEqual({ kind: 'sent' });
    expect(nextStep(call({ isAmbiguous: true, isCancelled: true }), sent, world)).toEqual({
      kind: 'sent',
    });
  });

  it('asks again under the same key when nobody knows', () => {
    expect(nextStep(call(), lost, world)).toEqual({ kind: 'retry', at: NOW + 1000, isAmbiguous: true });
  });

  it.each([
    ['refused', refused],
    ['refused for the account', badKey],
    ['told to wait', tooFast],
    ['told to wait a day', dayOver],
  ])('stays in doubt when, after an ambiguous call, it is %s', (_, outcome) => {
    expect(nextStep(call({ isAmbiguous: true }), outcome, world)).toMatchObject({
      kind: 'retry',
      isAmbiguous: true,
    });
  });

  it('never asks again later than 23 hours after the first call under the key', () => {
    const firstTryAt = NOW - KEY_LIFE_MS + 500;
    expect(nextStep(call({ firstTryAt }), lost, world)).toMatchObject({ at: NOW + 500 });
    expect(nextStep(call({ firstTryAt: firstTryAt - 500 }), lost, world).kind).toBe('unknown');
  });

  it('leaves to an editor what another body holds the key of', () => {
    expect(nextStep(call(), clash, world).kind).toBe('unknown');
  });

  it('leaves to an editor what was in doubt when the run was cancelled', () => {
    expect(nextStep(call({ isCancelled: true }), lost, world).kind).toBe('unknown');
    expect(nextStep(call({ isCancelled: true, isAmbiguous: true }), refused, world).kind).toBe('unknown');
  });

  it('drops what was certainly not sent when the run was cancelled', () => {
    expect(nextStep(call({ isCancelled: true }), refused, world)).toEqual({ kind: 'drop' });
    expect(nextStep(call({ isCancelled: true }), tooFast, world)).toEqual({ kind: 'drop' });
  });

  it('splits what was refused, down to a single address that is set aside', () => {
    expect(nextStep(call({ size: 2 }), refused, world).kind).toBe('split');
    expect(nextStep(call({ size: 1 }), refused, world).kind).toBe('set-aside');
  });

  it('splits what was refused for no address, and pauses when it is down to a single mail', () => {
    expect(nextStep(call({ size: 2 }), malformed, world).kind).toBe('split');
    expect(nextStep(call({ size: 1 }), malformed, world)).toMatchObject({
      kind: 'pause',
      scope: 'request',
    });
    expect(nextStep(call({ size: 1, isAmbiguous: true }), malformed, world).kind).toBe('retry');
  });

  it('pauses when the account is refused, whatever the size', () => {
    expect(nextStep(call({ size: 1 }), badKey, world).kind).toBe('pause');
    expect(nextStep(call({ size: 100 }), badKey, world).kind).toBe('pause');
  });

  it('splits when the day is over for a whole batch, and takes a new key when it is over for one mail', () => {
    expect(nextStep(call({ size: 2 }), dayOver, world).kind).toBe('split');
    expect(nextStep(call({ size: 1 }), dayOver, world).kind).toBe('renew');
  });

  it('waits as long as it is told', () => {
    expect(nextStep(call(), tooFast, { ...world, retryAfterMs: 7_000 })).toEqual({
      kind: 'retry',
      at: NOW + 7_000,
      isAmbiguous: false,
    });
  });

  it('takes a new key when a definite refusal seems to be kept under the old one', () => {
    expect(nextStep(call({ tries: 3 }), tooFast, world).kind).toBe('renew');
  });

  it('doubles the wait from one second to thirty', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 100].map((tries) => backoffMs(tries, 0.5));
    expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
    expect([backoffMs(1, 0), backoffMs(1, 1)]).toEqual([750, 1250]);
  });
});
