import { describe, expect, it } from 'vitest';
import { lastSevenDays, weekOfSlot } from '../../src/issue/week.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const slot = Date.parse('2026-11-29T07:00Z');
const until = slot + HOUR;

describe('the issues of a week', () => {
  it('are those of the last seven days for an editor', () => {
    expect(lastSevenDays(slot)).toMatchObject({ from: slot - 7 * DAY, until: slot });
  });

  it('begin with the last round-up for the clock', () => {
    const lastInTime = slot - 7 * DAY;
    expect(weekOfSlot(slot, { lastInTime, lateByHours: 3, until })).toMatchObject({
      from: lastInTime,
      until,
    });
  });

  it('begin a week before the first round-up, and no later than it may be', () => {
    const { from } = weekOfSlot(slot, { lastInTime: null, lateByHours: 3, until });
    expect(from).toBe(slot - 7 * DAY - 3 * HOUR);
  });

  it('are never older than two weeks, however long no round-up was made', () => {
    const { from } = weekOfSlot(slot, { lastInTime: slot - 50 * DAY, lateByHours: 3, until });
    expect(from).toBe(slot - 14 * DAY - 3 * HOUR);
  });
});
