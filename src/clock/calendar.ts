// When the publication sends by itself. Pure: what is due follows from what was decided before, so missed, late and
// repeated ticks lead to the same result.

import type { Weekday } from '../../content/publication.ts';

/** When the publication may send by itself, by the clock of its time zone. */
export type Calendar = {
  /** IANA. */
  readonly timeZone: string;
  readonly days: readonly Weekday[];
  /** Full hour, 0 to 23. */
  readonly hour: number;
  /** A slot missed by more than this is skipped. */
  readonly lateByHours: number;
};

/** At most one slot is due, the newest; the others were missed. */
export type Slots = { readonly due: number | null; readonly missed: readonly number[] };

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** In the order of `getUTCDay`. */
const WEEKDAYS: readonly Weekday[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
/** A copy that was off for longer does not list every slot that it missed. */
const LOOK_BACK_MS = 60 * DAY_MS;

/**
 * The slots since the last one that was decided: at most one is due, the newest, if it is not missed by too much;
 * the others are missed. A chosen day of the local calendar has exactly one slot. If summer time skips its hour, the slot
 * begins where the clocks jump; if the hour comes twice, the first one counts.
 * @param last when the last decided slot began, or null if none was decided.
 */
export function dueSlots(last: number | null, now: number, calendar: Calendar): Slots {
  const lateMs = calendar.lateByHours * HOUR_MS;
  const offsetAt = readOffsets(calendar.timeZone);
  const dayOf = (time: number): number => Math.floor((time + offsetAt(time)) / DAY_MS);
  // A fresh copy has missed nothing, but it may send what is due now.
  const since = last === null ? now - lateMs - 1 : Math.max(last, now - LOOK_BACK_MS);
  const firstDay = last === null ? dayOf(since) : dayOf(since) + 1;
  const slots: number[] = [];
  for (let day = firstDay; day <= dayOf(now); day += 1) {
    if (!calendar.days.includes(WEEKDAYS[(((day + 4) % 7) + 7) % 7] ?? 'sun')) continue;
    const slot = slotOfDay(day, calendar.hour, offsetAt);
    if (slot !== null && slot > since && slot <= now) slots.push(slot);
  }
  const newest = slots.at(-1) ?? null;
  const due = newest !== null && now - newest <= lateMs ? newest : null;
  return { due, missed: due === null ? slots : slots.slice(0, -1) };
}

/** @returns when the day (days since 1970, local) reaches the hour; null if the local calendar skips the day. */
function slotOfDay(day: number, hour: number, offsetAt: (time: number) => number): number | null {
  const wanted = day * DAY_MS + hour * HOUR_MS;
  const near = wanted - offsetAt(wanted);
  const [early, late] = [near - DAY_MS, near + DAY_MS];
  const before = offsetAt(early);
  const candidates = [wanted - before, wanted - offsetAt(late)];
  const reached = candidates.filter((time) => time + offsetAt(time) === wanted);
  if (reached.length > 0) return Math.min(...reached);
  // The clocks jump over the hour: the slot is where they jump.
  let [low, high] = [early, late];
  while (high - low > 1000) {
    const middle = low + Math.floor((high - low) / 2000) * 1000;
    if (offsetAt(middle) === before) low = middle;
    else high = middle;
  }
  return Math.floor((high + offsetAt(high)) / DAY_MS) === day ? high : null;
}

/** Kept, since making one costs more than everything else that a tick computes. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** @returns a function: how far local time is ahead of UTC at a time, in ms. */
function readOffsets(timeZone: string): (time: number) => number {
  const format = formats.get(timeZone) ?? makeFormat(timeZone);
  formats.set(timeZone, format);
  return (time) => {
    const seconds = Math.floor(time / 1000) * 1000;
    const part = Object.fromEntries(
      format.formatToParts(seconds).map(({ type, value }) => [type, Number(value)]),
    );
    const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = part;
    return Date.UTC(year, month - 1, day, hour, minute, second) - seconds;
  };
}

const makeFormat = (timeZone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'iso8601',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
