// The daily quota of the account, whose day is the last 24 hours. Pure: Resend reports in `x-resend-daily-quota` what is
// used but not what is allowed, so the limit is learned when a single mail is refused, and forgotten when one goes
// through above it.

import type { ReplyHeaders } from '../mailer/mailer.ts';
import { DAY_MS, QUARTER_MS, type Sent, sumWithin } from '../tables/sent-mails.ts';

export type Quota = {
  /** What the last reply reported. Null: replies report no quota. */
  readonly reported: ReportedUse | null;
  readonly limit: number | null;
  /** Nothing leaves before; `waitsUntil` says whether that still holds. */
  readonly until: number | null;
  /** Refusals since the last success. */
  readonly waits: number;
};

/** `others`: the part that was not ours. Mail of other programs and received mail count as well. */
export type ReportedUse = { readonly used: number; readonly at: number; readonly others: number };

export const UNKNOWN_QUOTA: Quota = { reported: null, limit: null, until: null, waits: 0 };

const HOUR_MS = 3_600_000;
/** The provider's clock and ours differ by a little. */
const AFTER_MS = 5_000;

/** The part of the daily quota that strangers can make us send by entering addresses in the form. */
const CONFIRMATIONS_SHARE = 1 / 4;
/** The smallest daily quota: that of Resend's free plan. */
const SMALLEST_QUOTA = 100;
/** Where there is no daily quota, or none is known yet. */
const CONFIRMATIONS_A_DAY = 1000;

/**
 * @param left what the quota leaves.
 * @param taken of that, by requests without an answer yet or for other mails.
 * @returns how many mails the next request may hold: at least one, since only a try shows that the limit was raised.
 */
export const largestBatch = (left: number, most: number, taken = 0): number =>
  Math.min(most, Math.max(1, left - taken));

/** @returns how many mails the quota leaves, as far as we know. */
export const leftOf = (quota: Quota, sent: readonly Sent[], now: number): number =>
  quota.limit === null ? Number.POSITIVE_INFINITY : Math.max(0, quota.limit - usedOf(quota, sent, now));

function usedOf({ reported }: Quota, sent: readonly Sent[], now: number): number {
  const isFresh = reported !== null && Math.abs(now - reported.at) < DAY_MS;
  return Math.max(0, sumWithin(sent, now) + (isFresh ? reported.others : 0));
}

/** @param cap while a domain is warming up. @returns how many confirmations may be sent within 24 hours. */
export function confirmationsADay(
  quota: Quota,
  sent: readonly Sent[],
  now: number,
  cap: number | null = null,
): number {
  // Only accounts with a daily quota report what is used.
  const known = quota.reported === null ? null : Math.max(SMALLEST_QUOTA, usedOf(quota, sent, now));
  // A cap of ours counts as a quota, but at least as the smallest one.
  const limits = [quota.limit ?? known, cap === null ? null : Math.max(SMALLEST_QUOTA, cap)];
  const limit = limits.reduce((a, b) => (a === null || b === null ? (a ?? b) : Math.min(a, b)), null);
  return limit === null ? CONFIRMATIONS_A_DAY : Math.max(1, Math.floor(limit * CONFIRMATIONS_SHARE));
}

/** @returns until when nothing leaves, or null. A time more than a day ahead came from a clock that was fast. */
export const waitsUntil = ({ until }: Quota, now: number): number | null =>
  until !== null && until > now && until <= now + DAY_MS + AFTER_MS ? until : null;

/**
 * A request was taken.
 * @param sent with the mails of this request.
 * @param openMails mails in other requests under way, which the provider may or may not have counted.
 */
export function observeUsed(
  quota: Quota,
  headers: ReplyHeaders,
  sent: readonly Sent[],
  openMails: number,
  now: number,
): Quota {
  const used = readUsed(headers);
  const reported = used === null ? quota.reported : observe(quota.reported, used, sent, openMails, now);
  // Without a header, only mails that are certainly less than a day old show that the limit was raised.
  const isAbove = quota.limit !== null && (used ?? sumWithin(sent, now + QUARTER_MS)) > quota.limit;
  return { reported, limit: isAbove ? null : quota.limit, until: null, waits: 0 };
}

/** A request of one mail was refused: wait until the oldest mails leave the 24 hours, and after that try once an hour. */
export function closeQuota(
  quota: Quota,
  headers: ReplyHeaders,
  sent: readonly Sent[],
  openMails: number,
  now: number,
): Quota {
  const used = readUsed(headers);
  const oldest = sent.find(({ at }) => at > now - DAY_MS);
  return {
    reported: used === null ? quota.reported : observe(quota.reported, used, sent, openMails, now),
    limit: used ?? quota.limit ?? (usedOf(quota, sent, now) || null),
    until:
      quota.waits === 0 && oldest !== undefined
        ? Math.min(oldest.at, now) + DAY_MS + AFTER_MS
        : now + HOUR_MS,
    waits: quota.waits + 1,
  };
}

/** An editor wants another try. */
export const reopenQuota = (quota: Quota): Quota => ({ ...quota, until: null });

function observe(
  before: ReportedUse | null,
  used: number,
  sent: readonly Sent[],
  openMails: number,
  now: number,
): ReportedUse {
  const beyondOurs = used - sumWithin(sent, now);
  const others = openMails === 0 ? beyondOurs : (before?.others ?? Math.max(0, beyondOurs - openMails));
  return { used, at: now, others };
}

export const reportsUsed = (headers: ReplyHeaders): boolean => readUsed(headers) !== null;

function readUsed(headers: ReplyHeaders): number | null {
  const text = headers['x-resend-daily-quota'];
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null;
}
