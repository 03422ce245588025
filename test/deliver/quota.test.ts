import { describe, expect, it } from 'vitest';
import {
  closeForToday,
  confirmationsADay,
  countSent,
  largestBatch,
  UNKNOWN_QUOTA,
} from '../../src/deliver/quota.ts';

const NOON = Date.UTC(2026, 10, 17, 12);
const MIDNIGHT = Date.UTC(2026, 10, 18);
const HOUR = 3_600_000;
const used = (count: number) => ({ 'x-resend-daily-quota': String(count) });

describe('the daily quota', () => {
  it('does not limit a batch before it is known', () => {
    expect(largestBatch(UNKNOWN_QUOTA, NOON, 100)).toBe(100);
    expect(largestBatch(countSent(UNKNOWN_QUOTA, used(90), 90, NOON), NOON, 100)).toBe(100);
  });

  it('waits for midnight UTC when one mail is refused, and then tries once an hour', () => {
    const closed = closeForToday(UNKNOWN_QUOTA, used(100), NOON);
    expect(closed.until).toBe(MIDNIGHT + 5_000);
    expect(closeForToday(closed, used(100), MIDNIGHT + 6_000).until).toBe(MIDNIGHT + 6_000 + HOUR);
  });

  it('learns the limit from a refusal and sizes the batches of the next day by what is left', () => {
    const closed = closeForToday(UNKNOWN_QUOTA, used(100), NOON);
    expect(largestBatch(closed, MIDNIGHT + 6_000, 100)).toBe(100);
    const some = countSent(closed, used(70), 70, MIDNIGHT + 7_000);
    expect(some).toMatchObject({ until: null, waits: 0, limit: 100 });
    expect(largestBatch(some, MIDNIGHT + 8_000, 100)).toBe(30);
  });

  it('tries one mail when nothing should be left, and forgets the limit when it goes through', () => {
    const full = countSent(closeForToday(UNKNOWN_QUOTA, used(100), NOON), used(100), 30, MIDNIGHT + 7_000);
    expect(largestBatch(full, MIDNIGHT + 8_000, 100)).toBe(1);
    const raised = countSent(full, used(101), 1, MIDNIGHT + 9_000);
    expect(largestBatch(raised, MIDNIGHT + 10_000, 100)).toBe(100);
  });

  it('counts by itself when the header is missing', () => {
    const closed = closeForToday(UNKNOWN_QUOTA, used(50), NOON);
    expect(largestBatch(countSent(closed, {}, 20, MIDNIGHT + 7_000), MIDNIGHT + 8_000, 100)).toBe(30);
  });
});

describe('the share of confirmations', () => {
  it('is a quarter of the quota that is known', () => {
    expect(confirmationsADay({ ...UNKNOWN_QUOTA, limit: 400, used: 10 })).toBe(100);
    expect(confirmationsADay({ ...UNKNOWN_QUOTA, limit: 3, used: 0 })).toBe(1);
  });

  it('takes the smallest quota for granted, or what is used, when replies tell that there is one', () => {
    expect(confirmationsADay({ ...UNKNOWN_QUOTA, used: 0 })).toBe(25);
    expect(confirmationsADay({ ...UNKNOWN_QUOTA, used: 2_000 })).toBe(500);
  });

  it('has a limit where there is no quota', () => {
    expect(confirmationsADay(UNKNOWN_QUOTA)).toBe(1_000);
  });

  it('is left by the batches of a run', () => {
    const known = { ...UNKNOWN_QUOTA, day: Math.floor(NOON / 86_400_000), limit: 100, used: 40 };
    expect(largestBatch(known, NOON, 100, 25)).toBe(35);
    expect(largestBatch(known, NOON, 100, 80)).toBe(1);
  });
});
