import { describe, expect, it } from 'vitest';
import { formatDay, formatDayAndTime, formatSourceDate, formatTime, nameDay } from '../../content/dates.ts';

const MARCH = Date.UTC(2026, 2, 9, 14, 4, 30);

describe('days and times', () => {
  it('are written in one way for each language, by the clock that is given', () => {
    expect(formatDay('en', 'Europe/London', MARCH)).toBe('9 March 2026');
    expect(formatDay('de', 'Europe/Berlin', MARCH)).toBe('9. März 2026');
    expect(formatDay('en-US', 'America/New_York', MARCH)).toBe('March 9, 2026');
    expect(formatDayAndTime('en', 'Europe/London', MARCH)).toBe('9 March 2026 at 14:04');
    expect(formatTime('en', 'Europe/London', MARCH)).toMatch(/^Monday.* 14:05 GMT$/);
    expect(nameDay('fr', 'sat')).toBe('samedi');
  });

  it('of a report are written as a day where a machine wrote them, and stay as they are where a person did', () => {
    expect(formatSourceDate('en', '2026-03-09')).toBe('9 March 2026');
    expect(formatSourceDate('de', '2026-03-09T23:59:00-08:00')).toBe('9. März 2026');
    for (const words of ['9 March 2026', 'last Monday', '2026-02-31', '2026-13-01', '2026-03-09 or so', ''])
      expect(formatSourceDate('en', words)).toBe(words);
  });
});
