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

/** @returns how many mails the next request may hold: at least one, since only trying shows a raised limit. */
export function largestBatch(quota: Quota, now: number, most: number): number {
  if (quota.limit === null || quota.used === null) return most;
  const used = quota.day === dayOf(now) ? quota.used : 0;
  return Math.min(most, Math.max(1, quota.limit - used));
}

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
  const midnight = (day + 1) * DAY_MS + AFTER_MIDNIGHT_MS;
  return {
    day,
    used,
    limit: used ?? quota.limit,
    until: quota.waits === 0 ? midnight : now + HOUR_MS,
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
