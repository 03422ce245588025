// How fast requests may leave. Pure: it learns the limit from the `ratelimit-*` headers of each reply
// (https://resend.com/docs/api-reference/rate-limit) and never has more requests in one window than that.

import type { ReplyHeaders } from '../mailer/mailer.ts';

/** When a request left, and how long its answer took, if it is known. */
export type Departure = {
  readonly at: number;
  readonly tookMs: number | null;
  /** It left before the first answer, so it may have had to open a connection. */
  readonly isFirst?: boolean;
};

export type Pace = {
  /** Requests that the provider allows in a window. */
  readonly perWindow: number;
  readonly windowMs: number;
  /** The part of the limit that is ours: other programs on the same account may use the rest. 0.1 to 1. */
  readonly share: number;
  /** The requests of the last two windows, oldest first. */
  readonly recent: readonly Departure[];
  /** How long the quickest recent answer took, and how much longer others take on average. */
  readonly quickestMs: number | null;
  readonly meanDelayMs: number;
  /** The part of a window by which it is taken to be longer than it is. */
  readonly slack: number;
  /** Set by a 429: nothing leaves before. */
  readonly notBefore: number;
  /** The last 429. */
  readonly slowedAt: number;
};

const MIN_SLACK = 0.005;
const MAX_SLACK = 0.1;
/** The parts of a window that slow answers may cost: on average, where answers vary anyway, and at most. */
const MEAN_DELAY = 0.035;
const MAX_DELAY = 0.25;
/** Connections have to be opened, and nothing is known yet to compare with. */
const DELAY_OF_FIRST = 0.1;

/** No matter what a reply asks for. */
const MAX_WAIT_MS = 3_600_000;

/** What Resend documents for a new account, used until the first reply names the real limit. */
export const DOCUMENTED_PACE: Pace = {
  perWindow: 10,
  windowMs: 1000,
  share: 1,
  recent: [],
  quickestMs: null,
  meanDelayMs: 0,
  slack: MIN_SLACK,
  notBefore: Number.NEGATIVE_INFINITY,
  slowedAt: Number.NEGATIVE_INFINITY,
};

/** @returns the earliest time, not before `now`, at which one more request may leave. */
export function nextSlot(pace: Pace, now: number): number {
  const allowed = allowedInWindow(pace);
  const recent = pace.recent.filter((departure) => isNear(pace, departure, now));
  // So many of the last ones must be in an earlier window, in the order in which they count.
  const oldest = recent
    .map((departure) => countsAt(pace, departure))
    .sort((a, b) => a - b)
    .at(-allowed);
  const last = recent.at(-1)?.at;
  return Math.max(
    now,
    pace.notBefore > now + MAX_WAIT_MS ? now : pace.notBefore,
    oldest === undefined ? now : oldest + Math.ceil(pace.windowMs * (1 + pace.slack)),
    // Half the even distance: no burst, and what a slow moment cost is still made up within the window.
    last === undefined ? now : last + Math.floor(pace.windowMs / allowed / 2),
  );
}

/** Otherwise it was long ago, or the clock was set back since. */
const isNear = (pace: Pace, { at }: Departure, now: number): boolean =>
  Math.abs(at - now) < 2 * pace.windowMs;

/**
 * When its answer took longer than the quickest did, a request may have arrived that much later: that is when it
 * counts. So the limit is exact where it is counted, at the other end of the way.
 */
function countsAt(pace: Pace, { at, tookMs, isFirst }: Departure): number {
  const { quickestMs, meanDelayMs, windowMs } = pace;
  if (isFirst) return at + Math.ceil(windowMs * DELAY_OF_FIRST);
  if (tookMs === null || quickestMs === null) return at;
  const part = Math.min(1, (windowMs * MEAN_DELAY) / Math.max(1, meanDelayMs));
  return at + Math.ceil(Math.min(Math.max(0, tookMs - quickestMs) * part, windowMs * MAX_DELAY));
}

/** A request will leave at `at`, which `nextSlot` gave. */
export const reserveTurn = (pace: Pace, at: number): Pace => ({
  ...pace,
  recent: [
    ...pace.recent.filter((departure) => isNear(pace, departure, at)),
    { at, tookMs: null, isFirst: pace.quickestMs === null },
  ],
});

/** The request for `slot` left at `at`. */
export const correct = (pace: Pace, slot: number, at: number): Pace => replace(pace, slot, { at });

/** The request that left at `at` was taken, and the answer took `tookByClockMs`. */
export function observeReply(pace: Pace, at: number, tookByClockMs: number): Pace {
  const tookMs = Math.max(0, tookByClockMs);
  const quickestMs = Math.min(tookMs, pace.quickestMs ?? tookMs);
  const delayMs = tookMs - quickestMs;
  return {
    ...replace(pace, at, { tookMs }),
    // If the way has become longer for good, this is noticed within minutes.
    quickestMs: quickestMs + delayMs / 500,
    meanDelayMs: pace.meanDelayMs + (delayMs - pace.meanDelayMs) / 50,
  };
}

function replace(pace: Pace, at: number, change: Partial<Departure>): Pace {
  const recent = [...pace.recent];
  const place = recent.findLastIndex((known) => known.at === at);
  const known = recent[place];
  if (known === undefined) return pace;
  recent[place] = { ...known, ...change };
  return { ...pace, recent: recent.sort((a, b) => a.at - b.at) };
}

/** A reply came that was not a 429. */
export function updateLimit(pace: Pace, headers: ReplyHeaders): Pace {
  return {
    ...readLimit(pace, headers),
    share: Math.min(1, pace.share + 0.02),
    slack: Math.max(MIN_SLACK, pace.slack - 0.000_02),
  };
}

/**
 * A 429 came. Those of requests that were under way together count as one. Two requests may have arrived closer together
 * than we thought, so the slack grows; when the next 429 comes soon, another program uses the limit too, and we take less.
 */
export function slowDown(pace: Pace, headers: ReplyHeaders, now: number): Pace {
  const known = readLimit(pace, headers);
  const waitMs = retryAfterMs(headers) ?? known.windowMs;
  const sinceLast = now - known.slowedAt;
  const isNew = sinceLast > known.windowMs;
  const isSoon = sinceLast < 10 * known.windowMs + waitMs;
  return {
    ...known,
    notBefore: Math.max(known.notBefore, now + waitMs),
    share: isNew && isSoon ? Math.max(0.1, known.share * 0.75) : known.share,
    slack: isNew ? Math.min(MAX_SLACK, known.slack + 0.01) : known.slack,
    slowedAt: isNew ? now : known.slowedAt,
  };
}

/** @returns the waiting time that a reply asks for (RFC 9110: seconds), at most an hour; null without one. */
export function retryAfterMs(headers: ReplyHeaders): number | null {
  const seconds = Number(headers['retry-after'] ?? headers['ratelimit-reset'] ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(Math.ceil(seconds * 1000), MAX_WAIT_MS) : null;
}

/** Requests per second. */
export const ratePerSecond = (pace: Pace): number =>
  (allowedInWindow(pace) * 1000) / (pace.windowMs * (1 + pace.slack));

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
