// The laws of the ledger on the real pages beside the repository, if they are there.

import { describe, expect, it } from 'vitest';
import { checkLedger, clean } from '../../src/clean/index.ts';
import { hasPages, readPages, SETS } from '../score/pages.ts';

/** All of them take a minute. */
const EVERY = 3;

describe.runIf(hasPages())('the laws hold on', () => {
  it.each(hasPages() ? [...SETS] : [])(
    'every third page of %s',
    (set) => {
      const broken = readPages(set).flatMap(({ id, text }, at) => {
        if (at % EVERY !== 0) return [];
        const cleaned = clean(text);
        return cleaned.ok ? checkLedger(text, cleaned.value).map((problem) => `${id}: ${problem}`) : [];
      });
      expect(broken).toEqual([]);
    },
    40_000,
  );
});
