import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { limits } from '../../content/limits.ts';

it('a network that was refused is told the period by which the platform counts', () => {
  const settings = readFileSync(new URL('../../wrangler.toml', import.meta.url), 'utf8');
  const periods = Array.from(
    settings.matchAll(/name = "JOIN_LIMIT\w*"[^[]*period = (\d+)/g),
    ([, period]) => period,
  );
  expect(periods).toEqual(Array(3).fill(String(limits.networkPeriodSeconds)));
});
