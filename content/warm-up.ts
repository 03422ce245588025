// The setting `warmUp` of the publication, as a schedule by the publication's clock.

import type { Publication } from './publication.ts';

const DAY_MS = 86_400_000;

/** @returns null: there is no cap. */
export function readWarmUp({ warmUp, timeZone }: Pick<Publication, 'warmUp' | 'timeZone'>): {
  readonly startsAt: number;
  readonly mails: number;
  readonly doublesAfterDays: number;
  readonly days: number;
} | null {
  if (warmUp === null) return null;
  const { firstDay, ...schedule } = warmUp;
  return { startsAt: midnight(firstDay, timeZone), ...schedule };
}

/** Whether the cap lies on what leaves now: until it ends the clock makes drafts only. */
export function isWarmingUp(publication: Pick<Publication, 'warmUp' | 'timeZone'>, now: number): boolean {
  const warmUp = readWarmUp(publication);
  return warmUp !== null && now >= warmUp.startsAt && now < warmUp.startsAt + warmUp.days * DAY_MS;
}

/** When a day such as `2026-12-01` begins there, as near as the difference to UTC at that time tells. */
function midnight(day: string, timeZone: string): number {
  const utc = Date.parse(`${day}T00:00Z`);
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(utc);
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT(?:([+-])(\d+):(\d+))?/.exec(offset) ?? [];
  return utc - (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

/** A day that exists, such as `2026-12-01`. */
export function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
