// Whole reports: our own fixtures, and the corpora beside the repository when they are there.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { comparable, type Gold, toGold } from '../score/gold.ts';
import { cleaned } from './cleaned.ts';

const fixtures = fileURLToPath(new URL('../fixtures/clean', import.meta.url));
const shared = fileURLToPath(new URL('../../../shared', import.meta.url));

function names(folder: string): string[] {
  return existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
        .sort()
    : [];
}

function outcome(folder: string, raw: string, gold: string): { want: unknown; have: unknown } {
  const want = JSON.parse(readFileSync(join(folder, gold), 'utf8')) as Gold;
  return {
    want: comparable(want),
    have: comparable(toGold(cleaned(readFileSync(join(folder, raw), 'utf8')))),
  };
}

describe('a fixture comes out as expected', () => {
  for (const name of names(fixtures).filter(
    (folder) => folder !== 'leave-alone' && folder !== 'known-failures',
  )) {
    it(name, () => {
      const { want, have } = outcome(join(fixtures, name), 'raw.txt', 'expected.json');
      expect(have).toEqual(want);
    });
  }
});

describe('a report without noise comes out whole', () => {
  for (const name of names(join(fixtures, 'leave-alone'))) {
    it(name, () => {
      const folder = join(fixtures, 'leave-alone', name);
      const { want, have } = outcome(folder, 'raw.txt', 'expected.json');
      expect(have).toEqual(want);
      expect((want as { dropped: unknown[] }).dropped).toEqual([]);
    });
  }
});

describe('known failures, each to be fixed one day', () => {
  it('are few', () => expect(names(join(fixtures, 'known-failures')).length).toBeLessThan(20));
  for (const name of names(join(fixtures, 'known-failures'))) {
    const folder = join(fixtures, 'known-failures', name);
    it('has an expected file', () => expect(existsSync(join(folder, 'expected.json'))).toBe(true));
    it.fails(name, () => {
      const { want, have } = outcome(folder, 'raw.txt', 'expected.json');
      expect(have).toEqual(want);
    });
  }
});

describe.runIf(existsSync(join(shared, 'corpus')))('the corpus', () => {
  for (const name of names(join(shared, 'corpus'))) {
    it(name, () => {
      const { want, have } = outcome(join(shared, 'corpus', name), 'raw.txt', 'gold.json');
      expect((have as { kept: unknown }).kept).toEqual((want as { kept: unknown }).kept);
    });
  }
});

describe.runIf(existsSync(join(shared, 'seed')))('the seed', () => {
  const { want, have } = existsSync(join(shared, 'seed'))
    ? outcome(join(shared, 'seed'), 'report.txt', 'gold.json')
    : { want: null, have: null };
  it('comes out exactly as its gold', () => expect(have).toEqual(want));
  it('gives the receipt 31, 19, 7, 4, 1', () => {
    const { stats } = cleaned(readFileSync(join(shared, 'seed', 'report.txt'), 'utf8'));
    expect(stats).toMatchObject({ passages: 31, printed: 19, duplicate: 7, promo: 4, boilerplate: 1 });
  });
});
