import { env } from 'cloudflare:workers';
import { beforeEach, expect, it } from 'vitest';
import { readWork, readWorkStates, stepWork } from '../../src/store/index.ts';
import { emptyDatabase } from '../support/empty-database.ts';

beforeEach(emptyDatabase);

it('a result that is longer than a row may be comes back whole', async () => {
  const work = { key: 'k', reportId: null };
  const content = '\u{1f4ee} letter by letter '.repeat(60_000);
  await stepWork(env.DB, null, work, 1);
  expect(await readWork(env.DB, ['k'])).toEqual(new Map());
  await stepWork(env.DB, { ...work, content }, null, 2);
  expect((await readWork(env.DB, ['k'])).get('k')).toBe(content);
  expect((await readWorkStates(env.DB, ['k'])).get('k')).toMatchObject({ tries: 1, isDone: true });
});
