import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Weekday } from '../../content/publication.ts';
import { type Calendar, dueSlots } from '../../src/clock/calendar.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const EVERY_DAY: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

const calendar = (changes: Partial<Calendar> = {}): Calendar => ({
  timeZone: 'Europe/Berlin',
  days: EVERY_DAY,
  hour: 7,
  lateByHours: 3,
  ...changes,
});

const at = (text: string): number => Date.parse(text);
const show = (time: number | null): string | null =>
  time === null ? null : new Date(time).toISOString().slice(0, 16);
const due = (last: string | null, now: string, changes: Partial<Calendar> = {}): string | null =>
  show(dueSlots(last === null ? null : at(last), at(now), calendar(changes)).due);

describe('a slot', () => {
  it('is due from its hour on, by the local clock', () => {
    expect(due('2026-11-22T06:00Z', '2026-11-23T05:59Z')).toBeNull();
    expect(due('2026-11-22T06:00Z', '2026-11-23T06:00Z')).toBe('2026-11-23T06:00');
    expect(due('2026-11-22T06:00Z', '2026-11-23T06:04:59Z')).toBe('2026-11-23T06:00');
  });

  it('is decided once', () => {
    expect(due('2026-11-23T06:00Z', '2026-11-23T06:05Z')).toBeNull();
    expect(due('2026-11-23T06:00Z', '2026-11-23T22:59Z')).toBeNull();
  });

  it('stands on the chosen days only', () => {
    // The 23rd of November 2026 is a Monday.
    expect(due('2026-11-16T06:00Z', '2026-11-24T07:00Z', { days: ['mon', 'thu'], lateByHours: 1000 })).toBe(
      '2026-11-23T06:00',
    );
    expect(due('2026-11-23T06:00Z', '2026-11-25T23:00Z', { days: ['mon', 'thu'] })).toBeNull();
    expect(due('2026-11-23T06:00Z', '2026-11-26T06:00Z', { days: ['mon', 'thu'] })).toBe('2026-11-26T06:00');
    expect(due(null, '2026-11-23T06:00Z', { days: [] })).toBeNull();
  });

  it('belongs to the local day, not to that of UTC', () => {
    // Monday 8:00 in Auckland is still Sunday in UTC.
    const auckland = { timeZone: 'Pacific/Auckland', hour: 8, days: ['mon'] as const };
    expect(due('2026-11-15T19:00Z', '2026-11-22T19:00Z', auckland)).toBe('2026-11-22T19:00');
  });

  it('is still due within the window, and too late after it', () => {
    expect(due('2026-11-22T06:00Z', '2026-11-23T09:00Z')).toBe('2026-11-23T06:00');
    expect(dueSlots(at('2026-11-22T06:00Z'), at('2026-11-23T09:01Z'), calendar())).toEqual({
      due: null,
      missed: [at('2026-11-23T06:00Z')],
    });
  });

  it('takes the place of those that were missed before it', () => {
    expect(dueSlots(at('2026-11-20T06:00Z'), at('2026-11-23T06:10Z'), calendar())).toEqual({
      due: at('2026-11-23T06:00Z'),
      missed: [at('2026-11-21T06:00Z'), at('2026-11-22T06:00Z')],
    });
  });

  it('is not missed by a copy that is new', () => {
    expect(dueSlots(null, at('2026-11-23T12:00Z'), calendar())).toEqual({ due: null, missed: [] });
    expect(due(null, '2026-11-23T08:00Z')).toBe('2026-11-23T06:00');
  });

  it('does not come twice a day when the hour is changed', () => {
    expect(due('2026-11-23T06:00Z', '2026-11-23T09:00Z', { hour: 9 })).toBeNull();
    expect(due('2026-11-23T06:00Z', '2026-11-24T08:00Z', { hour: 9 })).toBe('2026-11-24T08:00');
  });

  it('is not counted for more than sixty days back', () => {
    const { missed } = dueSlots(at('2016-11-23T06:00Z'), at('2026-11-23T05:00Z'), calendar());
    expect(missed.length).toBeLessThanOrEqual(60);
  });
});

describe('summer time', () => {
  it('keeps the local hour on both sides of a change', () => {
    // Berlin: on at 1:00 UTC of 2026-03-29, off at 1:00 UTC of 2026-10-25.
    expect(due('2026-03-28T06:00Z', '2026-03-29T05:00Z')).toBe('2026-03-29T05:00');
    expect(due('2026-10-24T05:00Z', '2026-10-25T05:59Z')).toBeNull();
    expect(due('2026-10-24T05:00Z', '2026-10-25T06:00Z')).toBe('2026-10-25T06:00');
  });

  it('moves an hour that is left out to where the clocks go on', () => {
    expect(due('2026-03-28T01:00Z', '2026-03-29T03:00Z', { hour: 2 })).toBe('2026-03-29T01:00');
    // Half an hour is left out here: 2:00 to 2:30.
    const lordHowe = { timeZone: 'Australia/Lord_Howe', hour: 2 };
    expect(due('2026-10-02T15:30Z', '2026-10-03T16:00Z', lordHowe)).toBe('2026-10-03T15:30');
  });

  it('counts an hour that comes twice the first time, and only then', () => {
    expect(due('2026-10-24T00:00Z', '2026-10-25T00:00Z', { hour: 2 })).toBe('2026-10-25T00:00');
    expect(due('2026-10-25T00:00Z', '2026-10-25T01:05Z', { hour: 2 })).toBeNull();
  });

  it('finds midnight where the day begins at one', () => {
    // Cairo goes from 24 April 2026, 0:00, to 1:00.
    const cairo = { timeZone: 'Africa/Cairo', hour: 0 };
    expect(due('2026-04-22T22:00Z', '2026-04-23T22:00Z', cairo)).toBe('2026-04-23T22:00');
  });

  it('leaves out a day that a country left out', () => {
    // Samoa went from the 29th to the 31st of December 2011.
    const apia = calendar({ timeZone: 'Pacific/Apia', hour: 7, lateByHours: 1000 });
    expect(dueSlots(at('2011-12-28T17:00Z'), at('2012-01-01T20:00Z'), apia)).toEqual({
      missed: ['2011-12-29T17:00Z', '2011-12-30T17:00Z', '2011-12-31T17:00Z'].map(at),
      due: at('2012-01-01T17:00Z'),
    });
  });
});

const local = (time: number, timeZone: string): { day: string; weekday: string; hour: number } => {
  const part = Object.fromEntries(
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      weekday: 'short',
      hour: '2-digit',
      hourCycle: 'h23',
    })
      .formatToParts(time)
      .map(({ type, value }) => [type, value]),
  );
  return {
    day: `${part['year']}-${part['month']}-${part['day']}`,
    weekday: part['weekday']!.toLowerCase(),
    hour: Number(part['hour']),
  };
};

const zone = fc.constantFrom(
  'UTC',
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'America/St_Johns',
  'America/Santiago',
  'America/Nuuk',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Beirut',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Antarctica/Troll',
);

/** Ticks as they come: most five minutes apart, some missed for hours or days. */
const gaps = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 1, max: 12 }).map((n) => n * 5 * 60_000) },
    { weight: 3, arbitrary: fc.integer({ min: 1, max: 30 }).map((n) => n * HOUR) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 9 }).map((n) => n * DAY) },
  ),
  { minLength: 1, maxLength: 60 },
);

describe('whatever the zone, the calendar and the ticks that were missed', () => {
  it('every chosen local day that has passed has exactly one slot, at its hour', () => {
    fc.assert(
      fc.property(
        zone,
        fc.uniqueArray(fc.constantFrom(...EVERY_DAY), { minLength: 1 }),
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 1, max: 48 }),
        fc.date({ min: new Date('2024-01-01'), max: new Date('2027-12-01'), noInvalidDate: true }),
        gaps,
        (timeZone, days, hour, lateByHours, start, steps) => {
          const policy = calendar({ timeZone, days, hour, lateByHours });
          let now = start.getTime();
          let last: number | null = null;
          const decided: number[] = [];
          for (const step of steps) {
            now += step;
            const { due, missed } = dueSlots(last, now, policy);
            if (due !== null) expect(now - due).toBeLessThanOrEqual(lateByHours * HOUR);
            for (const slot of due === null ? missed : [...missed, due]) {
              expect(slot).toBeLessThanOrEqual(now);
              if (last !== null) expect(slot).toBeGreaterThan(last);
              decided.push(slot);
              last = slot;
            }
          }
          const places = decided.map((slot) => local(slot, timeZone));
          expect(new Set(places.map(({ day }) => day)).size).toBe(places.length);
          for (const place of places) {
            expect(days.map(String)).toContain(place.weekday);
            // An hour that is left out moves to the next.
            expect([hour, hour + 1]).toContain(place.hour);
          }
          // Between the first and the last slot no chosen day is left out.
          const [first] = decided;
          if (first === undefined || last === null) return;
          const wanted = new Set<string>();
          for (let time = first; time <= last; time += HOUR / 2) {
            const { day, weekday } = local(time, timeZone);
            if (days.map(String).includes(weekday)) wanted.add(day);
          }
          expect(new Set(places.map(({ day }) => day))).toEqual(wanted);
        },
      ),
      { numRuns: 150 },
    );
  });
});
