// How days and times are written, in mails, on pages and on the desk: in one way for each language.

import type { Weekday } from './publication.ts';

/** English without a region writes the day first, as most of the world does. */
const localeOf = (lang: string): string => (lang.toLowerCase() === 'en' ? 'en-GB' : lang);

/** `9 March 2026`. */
export const formatDay = (lang: string, timeZone: string, time: number): string =>
  new Intl.DateTimeFormat(localeOf(lang), { dateStyle: 'long', timeZone }).format(time);

/** `9 March 2026 at 14:05`. */
export const formatDayAndTime = (lang: string, timeZone: string, time: number): string =>
  new Intl.DateTimeFormat(localeOf(lang), { dateStyle: 'long', timeStyle: 'short', timeZone }).format(time);

/** `Monday at 14:05 GMT`, to the minute and not earlier than given. */
export const formatTime = (lang: string, timeZone: string, time: number): string =>
  new Intl.DateTimeFormat(localeOf(lang), {
    timeZone,
    weekday: 'long',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(Math.ceil(time / 60_000) * 60_000);

/** `14:05` on the day of `now`, `Tuesday 14:05` in the six days after it, else with the date. */
export function formatTimeSoon(lang: string, timeZone: string, time: number, now: number): string {
  const locale = localeOf(lang);
  const isSameDay = formatDay(lang, timeZone, time) === formatDay(lang, timeZone, now);
  const isNear = Math.abs(time - now) < 6 * 86_400_000;
  if (!isSameDay && !isNear) return formatDayAndTime(lang, timeZone, time);
  return new Intl.DateTimeFormat(locale, {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    ...(isSameDay ? {} : { weekday: 'long' }),
  }).format(time);
}

/** A date that a report brings: what a machine wrote is written as a day, other words stay as they are. */
export function formatSourceDate(lang: string, date: string): string {
  const day = /^\d{4}-\d{2}-\d{2}(?=$|[T ]\d)/.exec(date)?.[0];
  const time = Date.parse(`${day}T00:00Z`);
  const isDay = !Number.isNaN(time) && new Date(time).toISOString().startsWith(`${day}T`);
  return isDay ? formatDay(lang, 'UTC', time) : date;
}

/** `Saturday`. */
export function nameDay(lang: string, day: Weekday): string {
  // Any week will do: this one began on a Monday.
  const time = Date.UTC(2024, 0, 1 + ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].indexOf(day));
  return new Intl.DateTimeFormat(lang, { weekday: 'long', timeZone: 'UTC' }).format(time);
}
