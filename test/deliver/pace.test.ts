import { describe, expect, it } from 'vitest';
import {
  DOCUMENTED_PACE,
  learn,
  nextSlot,
  type Pace,
  ratePerSecond,
  retryAfterMs,
  slowDown,
  spend,
} from '../../src/deliver/pace.ts';

/** Sends as fast as the pace allows. @returns when each request left. */
function sendAll(start: Pace, count: number, from = 0): number[] {
  const times: number[] = [];
  let pace = start;
  let now = from;
  for (let n = 0; n < count; n += 1) {
    now = nextSlot(pace, now);
    pace = spend(pace, now);
    times.push(now);
  }
  return times;
}

const busiest = (times: readonly number[], windowMs: number): number =>
  Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + windowMs).length));

describe('the pace', () => {
  it('never has more requests in a second than the limit', () => {
    expect(busiest(sendAll(DOCUMENTED_PACE, 200), 1000)).toBe(10);
  });

  it('uses at least 95 % of the limit', () => {
    const times = sendAll(DOCUMENTED_PACE, 200);
    expect((199 * 1000) / ((times.at(-1) ?? 0) - (times[0] ?? 0))).toBeGreaterThan(9.5);
    expect(ratePerSecond(DOCUMENTED_PACE)).toBeGreaterThan(9.5);
  });

  it('catches up after a moment in which nothing could leave', () => {
    const early = sendAll(DOCUMENTED_PACE, 6);
    const pace = early.reduce(spend, DOCUMENTED_PACE);
    const late = sendAll(pace, 4, 700);
    expect(late.at(-1)).toBeLessThan(1000);
  });

  it('neither hands a small delay on to all that follow nor crosses the limit by it', () => {
    const times: number[] = [];
    let pace = DOCUMENTED_PACE;
    let now = 0;
    for (let n = 0; n < 200; n += 1) {
      now = nextSlot(pace, now) + (n % 3) * 7;
      pace = spend(pace, now);
      times.push(now);
    }
    expect(busiest(times, 1000)).toBe(10);
    expect((199 * 1000) / ((times.at(-1) ?? 0) - (times[0] ?? 0))).toBeGreaterThan(9.5);
  });

  it('takes the limit from the headers of a reply', () => {
    const pace = learn(DOCUMENTED_PACE, { 'ratelimit-limit': '2' });
    expect(busiest(sendAll(pace, 20), 1000)).toBe(2);
    expect(learn(pace, { 'ratelimit-limit': '100, 100;w=60' })).toMatchObject({
      perWindow: 100,
      windowMs: 60_000,
    });
    expect(learn(pace, { 'ratelimit-limit': '50', 'ratelimit-policy': '50;w=10' })).toMatchObject({
      perWindow: 50,
      windowMs: 10_000,
    });
  });

  it('keeps what it knows when a header is missing or makes no sense', () => {
    for (const headers of [
      {},
      { 'ratelimit-limit': '' },
      { 'ratelimit-limit': '0' },
      { 'ratelimit-limit': 'many' },
    ])
      expect(learn(DOCUMENTED_PACE, headers).perWindow).toBe(10);
  });

  it('lets nothing leave before the time that a 429 names', () => {
    const pace = slowDown(DOCUMENTED_PACE, { 'retry-after': '3' }, 1000);
    expect(nextSlot(pace, 1500)).toBe(4000);
  });

  it('takes a smaller share after a 429, once for all that were under way, and wins it back', () => {
    const once = slowDown(DOCUMENTED_PACE, {}, 1000);
    const twice = slowDown(once, {}, 1100);
    expect(twice.share).toBe(once.share);
    expect(busiest(sendAll({ ...twice, notBefore: Number.NEGATIVE_INFINITY }, 50), 1000)).toBe(7);
    const later = Array.from({ length: 20 }).reduce<Pace>((pace) => learn(pace, {}), twice);
    expect(later.share).toBe(1);
  });

  it('understands seconds, also with a fraction, and nothing else', () => {
    expect(retryAfterMs({ 'retry-after': '1.5' })).toBe(1500);
    expect(retryAfterMs({ 'ratelimit-reset': '2' })).toBe(2000);
    expect(retryAfterMs({ 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' })).toBeNull();
    expect(retryAfterMs({ 'retry-after': '-1' })).toBeNull();
    expect(retryAfterMs({ 'retry-after': '999999' })).toBe(3_600_000);
    expect(retryAfterMs({})).toBeNull();
  });
});
