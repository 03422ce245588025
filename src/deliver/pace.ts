// How fast requests may leave. Pure: it learns the limit from the `ratelimit-*` headers of each reply
// (https://resend.com/docs/api-reference/rate-limit) and never has more requests in one window than that.

import type { ReplyHeaders } from './mailer.ts';

export type Pace = {
  /** Requests that the provider allows in a window. */
  readonly perWindow: number;
  readonly windowMs: number;
  /** The part of the limit that is ours: other programs on the same account may use the rest. 0.1 to 1. */
  readonly share: number;
  /** When the last requests left, oldest first; never more than `perWindow`. */
  readonly recent: readonly number[];
  /** Set by a 429: nothing leaves before. */
  readonly notBefore: number;
  readonly slowedAt: number;
};

/** What Resend documents for a new account, used until the first reply names the real limit. */
export const DOCUMENTED_PACE: Pace = {
  perWindow: 10,
  windowMs: 1000,
  share: 1,
  recent: [],
  notBefore: Number.NEGATIVE_INFINITY,
  slowedAt: Number.NEGATIVE_INFINITY,
};

/**
 * The network may bunch what left evenly, so a window is taken as a little longer than it is. A 429 costs more than a
 * second: with 3 % there was one now and then on a busy machine, with 4 % none (`node test/bench/rate.ts`).
 */
const SLACK = 1.04;

/** @returns the earliest time, not before `now`, at which one more request may leave. */
export function nextSlot(pace: Pace, now: number): number {
  const allowed = allowedInWindow(pace);
  const oldest = pace.recent.at(-allowed);
  const last = pace.recent.at(-1);
  return Math.max(
    now,
    pace.notBefore,
    oldest === undefined ? now : oldest + Math.ceil(pace.windowMs * SLACK),
    // Half the even distance: no burst, and yet what one slow moment cost is caught up within the window.
    last === undefined ? now : last + Math.floor(pace.windowMs / allowed / 2),
  );
}

/**
 * A request leaves. One that is late by less than half the slack counts as punctual: else every little delay
 * would be handed on to all that follow.
 */
export function spend(pace: Pace, now: number): Pace {
  const slot = nextSlot(pace, Number.NEGATIVE_INFINITY);
  const left = now - slot <= (pace.windowMs * (SLACK - 1)) / 2 ? slot : now;
  return { ...pace, recent: [...pace.recent, left].slice(-pace.perWindow) };
}

/** A reply came that was no 429. */
export function learn(pace: Pace, headers: ReplyHeaders): Pace {
  return { ...readLimit(pace, headers), share: Math.min(1, pace.share + 0.02) };
}

/** A 429 came. The requests that were under way with it count as one. */
export function slowDown(pace: Pace, headers: ReplyHeaders, now: number): Pace {
  const known = readLimit(pace, headers);
  const waitMs = retryAfterMs(headers) ?? known.windowMs;
  const isNew = now - known.slowedAt > known.windowMs;
  return {
    ...known,
    notBefore: Math.max(known.notBefore, now + waitMs),
    share: isNew ? Math.max(0.1, known.share * 0.75) : known.share,
    slowedAt: isNew ? now : known.slowedAt,
  };
}

/** @returns the waiting time that a reply asks for (RFC 9110: seconds), at most an hour; null without one. */
export function retryAfterMs(headers: ReplyHeaders): number | null {
  const seconds = Number(headers['retry-after'] ?? headers['ratelimit-reset'] ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(Math.ceil(seconds * 1000), 3_600_000) : null;
}

/** Requests per second. */
export const ratePerSecond = (pace: Pace): number => (allowedInWindow(pace) * 1000) / (pace.windowMs * SLACK);

const allowedInWindow = (pace: Pace): number => Math.max(1, Math.floor(pace.perWindow * pace.share));

/** `ratelimit-limit: 10`, or with its window in seconds: `ratelimit-limit: 10, 10;w=1`, `ratelimit-policy: 10;w=1`. */
function readLimit(pace: Pace, headers: ReplyHeaders): Pace {
  const limit = /^\s*(\d{1,6})\b/.exec(headers['ratelimit-limit'] ?? '');
  const policy = `${headers['ratelimit-limit'] ?? ''} ${headers['ratelimit-policy'] ?? ''}`;
  const seconds = /;\s*w=(\d{1,5})\b/.exec(policy);
  const perWindow = Number(limit?.[1] ?? 0);
  const windowSeconds = Number(seconds?.[1] ?? 0);
  return {
    ...pace,
    perWindow: perWindow > 0 ? Math.min(perWindow, 1000) : pace.perWindow,
    windowMs: windowSeconds > 0 ? windowSeconds * 1000 : pace.windowMs,
  };
}
