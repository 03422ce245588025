// The daily quota of the account. Pure: Resend tells in `x-resend-daily-quota` what is used but not what is
// allowed, so the limit is learned when a single mail is refused, and forgotten when one goes through above it.

import type { ReplyHeaders } from './mailer.ts';

export type Quota = {
  /** The UTC day, in days since 1970, to which `used` belongs. */
  readonly day: number;
  readonly used: number | null;
  readonly limit: number | null;
  /** Nothing leaves before. */
  readonly until: number | null;
  /** Refusals since the last success. */
  readonly waits: number;
};

export const UNKNOWN_QUOTA: Quota = { day: 0, used: null, limit: null, until: null, waits: 0 };

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** The provider's clock and ours differ by a little. */
const AFTER_MIDNIGHT_MS = 5_000;

/** Of the daily quota, what strangers can make us send by entering addresses in the form. */
const CONFIRMATIONS_SHARE = 1 / 4;
/** The smallest daily quota there is: that of the free plan. */
const SMALLEST_QUOTA = 100;
/** Where there is no daily quota, or none is known yet. */
const CONFIRMATIONS_A_DAY = 1000;

/**
 * @param taken of what is left: by requests that were not answered yet, or for others.
 * @returns how many mails the next request may hold: at least one, since only trying shows a raised limit.
 */
export const largestBatch = (quota: Quota, now: number, most: number, taken = 0): number =>
  Math.min(most, Math.max(1, leftToday(quota, now) - taken));

/** @returns how many mails the quota leaves, as far as it is known. */
export function leftToday(quota: Quota, now: number): number {
  if (quota.limit === null || quota.used === null) return Number.POSITIVE_INFINITY;
  return Math.max(0, quota.limit - (quota.day === dayOf(now) ? quota.used : 0));
}

/** @returns how many confirmations may be sent on one UTC day. */
export function confirmationsADay({ limit, used }: Quota): number {
  // What is used is told by accounts with a daily quota alone.
  const quota = limit ?? (used === null ? null : Math.max(SMALLEST_QUOTA, used));
  return quota === null ? CONFIRMATIONS_A_DAY : Math.max(1, Math.floor(quota * CONFIRMATIONS_SHARE));
}

/** When the UTC day began, and when it is certainly over for the provider, too. */
export const dayAround = (now: number): { from: number; until: number } => ({
  from: dayOf(now) * DAY_MS,
  until: (dayOf(now) + 1) * DAY_MS + AFTER_MIDNIGHT_MS,
});

/** A request of `size` mails was taken. */
export function countSent(quota: Quota, headers: ReplyHeaders, size: number, now: number): Quota {
  const day = dayOf(now);
  const before = quota.day === day ? quota.used : 0;
  const told = readUsed(headers);
  const used = told ?? (before === null ? null : before + size);
  const isLimitWrong = quota.limit !== null && used !== null && used > quota.limit;
  return { day, used, limit: isLimitWrong ? null : quota.limit, until: null, waits: 0 };
}

/** A request of one mail was refused for the day: wait for 00:00 UTC, and after that try once an hour. */
export function closeForToday(quota: Quota, headers: ReplyHeaders, now: number): Quota {
  const day = dayOf(now);
  const used = readUsed(headers) ?? (quota.day === day ? quota.used : null);
  return {
    day,
    used,
    limit: used ?? quota.limit,
    until: quota.waits === 0 ? dayAround(now).until : now + HOUR_MS,
    waits: quota.waits + 1,
  };
}

/** An editor says that it is worth another try. */
export const reopenQuota = (quota: Quota): Quota => ({ ...quota, until: null });

const dayOf = (now: number): number => Math.floor(now / DAY_MS);

function readUsed(headers: ReplyHeaders): number | null {
  const text = headers['x-resend-daily-quota'];
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null;
}
