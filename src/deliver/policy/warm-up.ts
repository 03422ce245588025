// Warming up a new domain: mailbox providers distrust one that suddenly sends a lot. So for its first weeks there is a cap
// on the mails of any 24 hours, which rises from day to day. Pure.

import { DAY_MS, type Sent, sumWithin } from '../tables/sent-mails.ts';

export type WarmUp = {
  readonly startsAt: number;
  /** On the first day. */
  readonly mails: number;
  /** After this many days the cap is twice as high. */
  readonly doublesAfterDays: number;
  /** After this many days there is no cap any more. */
  readonly days: number;
};

export type Forecast = {
  /** On how many days mail leaves, from the first mail on. */
  readonly days: number;
  readonly endsAt: number;
};

/** @returns how many mails may leave in 24 hours, or null when there is no cap: before the first day, after the last. */
export function capAt(warmUp: WarmUp | null, now: number): number | null {
  if (warmUp === null) return null;
  const day = Math.floor((now - warmUp.startsAt) / DAY_MS);
  if (day < 0 || day >= warmUp.days) return null;
  return Math.floor(warmUp.mails * 2 ** (day / warmUp.doublesAfterDays));
}

/** @param taken of what is left: by mails that are under way, in doubt or reserved. */
export function roomAt(warmUp: WarmUp | null, sent: readonly Sent[], now: number, taken = 0): number {
  const cap = capAt(warmUp, now);
  return cap === null ? Number.POSITIVE_INFINITY : cap - sumWithin(sent, now) - taken;
}

/** @returns when there is room for a mail: the cap has risen, or ended, or mails have left the 24 hours. */
export function nextRoom(warmUp: WarmUp, sent: readonly Sent[], now: number, taken = 0): number {
  const end = warmUp.startsAt + warmUp.days * DAY_MS;
  for (let at = now; at < end; at = nextChange(warmUp, sent, at))
    if (roomAt(warmUp, sent, at, taken) >= 1) return at;
  return end;
}

function nextChange({ startsAt }: WarmUp, sent: readonly Sent[], now: number): number {
  const rise = startsAt + (Math.floor((now - startsAt) / DAY_MS) + 1) * DAY_MS;
  return Math.min(rise, ...sent.map(({ at }) => at + DAY_MS).filter((at) => at > now));
}

/**
 * How long it takes until `mails` have left, if nothing else leaves in the meantime.
 * @returns null when there is no cap.
 */
export function forecast(
  warmUp: WarmUp | null,
  sent: readonly Sent[],
  mails: number,
  startAt: number,
): Forecast | null {
  if (warmUp === null || capAt(warmUp, startAt) === null) return null;
  const log = [...sent];
  let at = startAt;
  for (let left = mails; ; ) {
    at = nextRoom(warmUp, log, at);
    const now = Math.min(left, roomAt(warmUp, log, at));
    log.push({ at, mails: now });
    left -= now;
    if (left < 1) return { days: Math.floor((at - startAt) / DAY_MS) + 1, endsAt: at };
  }
}
