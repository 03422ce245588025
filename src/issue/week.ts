// The issues of a round-up: for an editor those of the last seven days, for the clock those since the last round-up. Times are in milliseconds.

const HOUR_MS = 3_600_000;
const WEEK_MS = 7 * 24 * HOUR_MS;
/** More than a week holds, and no more than one request can carry. */
const MAX_ISSUES = 50;

/** Both ends belong to it. */
export type Week = { readonly from: number; readonly until: number; readonly limit: number };

/** For an editor who makes a round-up by hand. */
export const lastSevenDays = (now: number): Week => ({ from: now - WEEK_MS, until: now, limit: MAX_ISSUES });

/**
 * For the clock: since the last round-up, or for a week before the first one. The news of a missed round-up is in the next
 * one, but news that is older than two weeks is not.
 * @param lastInTime the last slot whose round-up was not missed.
 */
export function weekOfSlot(
  slot: number,
  { lastInTime, lateByHours, until }: { lastInTime: number | null; lateByHours: number; until: number },
): Week {
  const weekAgo = slot - WEEK_MS - lateByHours * HOUR_MS;
  const from = lastInTime === null ? weekAgo : Math.max(lastInTime, weekAgo - WEEK_MS);
  return { from, until, limit: MAX_ISSUES };
}
