import { describe, expect, it } from 'vitest';
import {
  closeQuota,
  confirmationsADay,
  largestBatch,
  leftOf,
  observeUsed,
  type Quota,
  UNKNOWN_QUOTA,
  waitsUntil,
} from '../../../src/deliver/policy/quota.ts';

const NOON = Date.UTC(2026, 10, 17, 12);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const used = (count: number) => ({ 'x-resend-daily-quota': String(count) });
const at = (time: number, mails: number) => ({ at: time, mails });

/** A quota of 100, used up by us at noon. */
const spent = [at(NOON, 100)];
const closed = closeQuota(UNKNOWN_QUOTA, used(100), spent, 0, NOON + MINUTE);

describe('the daily quota', () => {
  it('does not limit a batch before it is known', () => {
    expect(leftOf(UNKNOWN_QUOTA, spent, NOON)).toBe(Number.POSITIVE_INFINITY);
    const told = observeUsed(UNKNOWN_QUOTA, used(90), [at(NOON, 90)], 0, NOON);
    expect(leftOf(told, [at(NOON, 90)], NOON)).toBe(Number.POSITIVE_INFINITY);
  });

  it('waits until the oldest mails are 24 hours old, and then tries once an hour', () => {
    expect(waitsUntil(closed, NOON + MINUTE)).toBe(NOON + DAY + 5_000);
    expect(waitsUntil(closed, NOON + DAY + 5_000)).toBeNull();
    const again = closeQuota(closed, used(100), spent, 0, NOON + DAY + 6_000);
    expect(again.until).toBe(NOON + DAY + 6_000 + HOUR);
  });

  it('tries once an hour from the beginning when we sent nothing that could leave the day', () => {
    expect(closeQuota(UNKNOWN_QUOTA, used(100), [], 0, NOON).until).toBe(NOON + HOUR);
  });

  it('learns the limit from a refusal and sizes batches by what has left the last 24 hours', () => {
    const sent = [at(NOON - 3 * HOUR, 70), at(NOON, 30)];
    const full = closeQuota(UNKNOWN_QUOTA, used(100), sent, 0, NOON);
    expect(full.limit).toBe(100);
    expect([0, 20.9, 21.1, 23.9, 24.1].map((hours) => leftOf(full, sent, NOON + hours * HOUR))).toEqual([
      0, 0, 70, 70, 100,
    ]);
  });

  it('counts what others used for a day, since nobody tells when they did', () => {
    const sent = [at(NOON, 60)];
    const full = closeQuota(UNKNOWN_QUOTA, used(100), sent, 0, NOON + HOUR);
    expect(full.reported?.others).toBe(40);
    expect(leftOf(full, sent, NOON + DAY + MINUTE)).toBe(60);
    expect(leftOf(full, sent, NOON + DAY + 2 * HOUR)).toBe(100);
  });

  it('does not take its own mails that are under way for those of others', () => {
    const known: Quota = { ...closed, until: null };
    const first = observeUsed(known, used(100), [at(NOON, 50)], 50, NOON);
    expect(first.reported?.others).toBe(0);
    expect(observeUsed(first, used(50), [at(NOON, 100)], 50, NOON).reported?.others).toBe(0);
  });

  it('tries one mail when nothing should be left, and forgets the limit when it goes through', () => {
    expect(largestBatch(leftOf(closed, spent, NOON + HOUR), 100)).toBe(1);
    const sent = [at(NOON, 101)];
    const raised = observeUsed({ ...closed, until: null }, used(101), sent, 0, NOON + HOUR);
    expect(raised).toMatchObject({ limit: null, until: null, waits: 0 });
  });

  it('counts by itself when the header is missing', () => {
    const later = [at(NOON, 100), at(NOON + DAY + HOUR, 20)];
    const counted = observeUsed(closed, {}, later, 0, NOON + DAY + HOUR);
    expect(leftOf(counted, later, NOON + DAY + HOUR)).toBe(80);
  });

  it('goes on when the clock was far ahead when it was closed', () => {
    const fast = closeQuota(UNKNOWN_QUOTA, used(100), spent, 0, NOON + 5 * DAY);
    expect(waitsUntil(fast, NOON + 5 * DAY)).not.toBeNull();
    expect(
      waitsUntil(closeQuota(fast, used(100), [at(NOON + 5 * DAY, 1)], 0, NOON + 5 * DAY), NOON),
    ).toBeNull();
  });
});

describe('the share of confirmations', () => {
  const share = (quota: Partial<Quota>, sent = [at(NOON, 10)]) =>
    confirmationsADay({ ...UNKNOWN_QUOTA, ...quota }, sent, NOON);
  const reported = { used: 10, at: NOON, others: 0 };

  it('is a quarter of the quota that is known', () => {
    expect(share({ limit: 400, reported })).toBe(100);
    expect(share({ limit: 3, reported })).toBe(1);
  });

  it('takes the smallest quota for granted, or what is used, when replies tell that there is one', () => {
    expect(share({ reported })).toBe(25);
    expect(share({ reported: { used: 2_000, at: NOON, others: 0 } }, [at(NOON, 2_000)])).toBe(500);
  });

  it('has a limit where there is no quota', () => {
    expect(share({})).toBe(1_000);
  });

  it('is left by the batches of a run', () => {
    expect(largestBatch(60, 100, 25)).toBe(35);
    expect(largestBatch(60, 100, 80)).toBe(1);
  });
});
