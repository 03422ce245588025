import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  correct,
  DOCUMENTED_PACE,
  nextSlot,
  observeReply,
  type Pace,
  ratePerSecond,
  reserveTurn,
  retryAfterMs,
  slowDown,
  updateLimit,
} from '../../../src/deliver/policy/pace.ts';

/** Sends as fast as the pace allows. @returns when each request left. */
function sendAll(start: Pace, count: number, from = 0): number[] {
  const times: number[] = [];
  let pace = start;
  let now = from;
  for (let n = 0; n < count; n += 1) {
    now = nextSlot(pace, now);
    pace = reserveTurn(pace, now);
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

  it('uses at least 99 % of the limit', () => {
    const times = sendAll(observeReply(DOCUMENTED_PACE, 0, 400), 200);
    expect((199 * 1000) / ((times.at(-1) ?? 0) - (times[0] ?? 0))).toBeGreaterThan(9.9);
    expect(ratePerSecond(DOCUMENTED_PACE)).toBeGreaterThan(9.9);
  });

  it('catches up after a moment in which nothing could leave', () => {
    const early = sendAll(DOCUMENTED_PACE, 6);
    const pace = early.reduce(reserveTurn, DOCUMENTED_PACE);
    const late = sendAll(pace, 4, 700);
    expect(late.at(-1)).toBeLessThan(1000);
  });

  it('never crosses the limit, however late requests leave and whatever replies say', () => {
    const event = fc.oneof(
      // How late a request leaves, and how long nothing was to be sent before it.
      {
        weight: 8,
        arbitrary: fc.record({
          late: fc.oneof(fc.nat(30), fc.nat(400)),
          idle: fc.constantFrom(0, 0, 0, 700),
        }),
      },
      { weight: 2, arbitrary: fc.constant('reply' as const) },
      { weight: 1, arbitrary: fc.constant('429' as const) },
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.array(event, { maxLength: 200 }), (limit, events) => {
        let pace: Pace = { ...DOCUMENTED_PACE, perWindow: limit };
        let now = 0;
        const left: number[] = [];
        for (const it of events) {
          if (it === 'reply') pace = updateLimit(pace, {});
          else if (it === '429') pace = slowDown(pace, {}, now);
          else {
            const slot = nextSlot(pace, now + it.idle);
            now = slot + it.late;
            pace = correct(reserveTurn(pace, slot), slot, now);
            left.push(now);
          }
        }
        expect(busiest(left, 1000)).toBeLessThanOrEqual(limit);
      }),
      { numRuns: 1_000 },
    );
  });

  it('never lets more arrive in a second than the limit, although the way takes 40 ms more or less', () => {
    const delay = fc.record({ late: fc.nat(20), way: fc.nat(40), back: fc.nat(40) });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.array(delay, { minLength: 60 }), (limit, delays) => {
        let pace: Pace = { ...DOCUMENTED_PACE, perWindow: limit };
        let now = 0;
        const arrivals: number[] = [];
        let replies: { left: number; at: number }[] = [];
        for (const [n, { late, way, back }] of delays.entries()) {
          for (;;) {
            const slot = nextSlot(pace, now);
            const known = replies.filter(({ at }) => at <= slot);
            if (known.length === 0) break;
            replies = replies.filter(({ at }) => at > slot);
            for (const { left, at } of known) pace = observeReply(pace, left, at - left);
          }
          const slot = nextSlot(pace, now);
          now = slot + late;
          pace = correct(reserveTurn(pace, slot), slot, now);
          // Now and then the way is as short as it can be.
          const arrived = now + 10 + (n % 10 === 0 ? 0 : way);
          arrivals.push(arrived);
          replies.push({ left: now, at: arrived + 400 + (n % 10 === 0 ? 0 : back) });
        }
        expect(busiest(arrivals, 1000)).toBeLessThanOrEqual(limit);
      }),
      { numRuns: 500 },
    );
  });

  it('uses 95 % of the limit however long answers take', () => {
    for (const more of [0, 41, 301]) {
      let pace = observeReply(DOCUMENTED_PACE, 0, 400);
      const times: number[] = [];
      for (let n = 0; n < 1_000; n += 1) {
        const slot = nextSlot(pace, times.at(-1) ?? 0);
        times.push(slot);
        pace = observeReply(reserveTurn(pace, slot), slot, 400 + ((n * 17) % (more + 1)));
      }
      expect((999 * 1000) / ((times.at(-1) ?? 0) - (times[0] ?? 0))).toBeGreaterThan(9.5);
    }
  });

  it('takes the limit from the headers of a reply', () => {
    const pace = updateLimit(DOCUMENTED_PACE, { 'ratelimit-limit': '2' });
    expect(busiest(sendAll(pace, 20), 1000)).toBe(2);
    expect(updateLimit(pace, { 'ratelimit-limit': '100, 100;w=60' })).toMatchObject({
      perWindow: 100,
      windowMs: 60_000,
    });
    expect(updateLimit(pace, { 'ratelimit-limit': '50', 'ratelimit-policy': '50;w=10' })).toMatchObject({
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
      expect(updateLimit(DOCUMENTED_PACE, headers).perWindow).toBe(10);
  });

  it('lets nothing leave before the time that a 429 names', () => {
    const pace = slowDown(DOCUMENTED_PACE, { 'retry-after': '3' }, 1000);
    expect(nextSlot(pace, 1500)).toBe(4000);
  });

  it('takes a window as longer after a 429, once for all that were under way, and slowly unlearns it', () => {
    const once = slowDown(DOCUMENTED_PACE, {}, 1000);
    const twice = slowDown(once, {}, 1100);
    expect(once.slack).toBeGreaterThan(DOCUMENTED_PACE.slack);
    expect(twice).toMatchObject({ slack: once.slack, share: 1 });
    expect(updateLimit(twice, {}).slack).toBeLessThan(twice.slack);
    const later = Array.from({ length: 10_000 }).reduce<Pace>((pace) => updateLimit(pace, {}), twice);
    expect(later.slack).toBe(DOCUMENTED_PACE.slack);
  });

  it('takes a smaller share when the next 429 comes soon, and wins it back', () => {
    const twice = slowDown(slowDown(DOCUMENTED_PACE, {}, 1000), {}, 4000);
    expect(busiest(sendAll({ ...twice, notBefore: Number.NEGATIVE_INFINITY }, 50), 1000)).toBe(7);
    const later = Array.from({ length: 20 }).reduce<Pace>((pace) => updateLimit(pace, {}), twice);
    expect(later.share).toBe(1);
    expect(slowDown(slowDown(DOCUMENTED_PACE, {}, 1000), {}, 60_000).share).toBe(1);
  });

  it('does not wait for a time that is far ahead since the clock was set back', () => {
    let pace = DOCUMENTED_PACE;
    for (let n = 0; n < 10; n += 1) pace = reserveTurn(pace, nextSlot(pace, 18_000_000));
    pace = slowDown(pace, { 'retry-after': '60' }, 18_000_000);
    expect(nextSlot(pace, 18_000_000)).toBe(18_060_000);
    expect(nextSlot(pace, 0)).toBe(0);
    expect(nextSlot(observeReply(reserveTurn(pace, 0), 0, -18_000_000), 100)).toBeLessThan(1000);
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
