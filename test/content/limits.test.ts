import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { limits } from '../../content/limits.ts';
import { checkLimits } from '../../content/limits-fields.ts';

it('a network that was refused is told the period by which the platform counts', () => {
  const settings = readFileSync(new URL('../../wrangler.toml', import.meta.url), 'utf8');
  const periods = Array.from(
    settings.matchAll(/name = "JOIN_LIMIT\w*"[^[]*period = (\d+)/g),
    ([, period]) => period,
  );
  expect(periods).toEqual(Array(3).fill(String(limits.networkPeriodSeconds)));
});

it.each([
  [limits, []],
  [
    { ...limits, formAnswerMs: '250' },
    ["formAnswerMs is '250'. It must be a whole number from 0 to 10000. Did you mean 250?"],
  ],
  [
    { ...limits, moves: { everyMs: 0, aDay: 0 } },
    ['moves.aDay is 0. It must be a whole number from 1 to 100.'],
  ],
  [
    { ...limits, signupLastsMs: 7 },
    ['signupLastsMs is 7. It must be a whole number from 3600000 to 7776000000.'],
  ],
  [null, ['limits is not a group of settings in braces.']],
])(
  'a mistake in the limits is reported in one sentence that names what is allowed: %#',
  (given, messages) => {
    expect(checkLimits(given).map(({ message }) => message)).toEqual(messages);
  },
);
