import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { limits } from '../../content/limits.ts';

it('a network that was refused is told the period by which the platform counts', () => {
  const settings = readFileSync(new URL('../../wrangler.toml', import.meta.url), 'utf8');
  const period = /name = "JOIN_LIMIT"[^[]*period = (\d+)/.exec(settings)?.[1];
  expect(period).toBe(String(limits.networkPeriodSeconds));
});
