// D1 as the Postmaster sees it.

import { describe, expect, it } from 'vitest';
import { createAudience, createIssues } from '../../../src/deliver/actor/d1-ports.ts';

/** It takes every query and never answers. */
const silent = {
  prepare: () => silent,
  bind: () => silent,
  first: () => new Promise(() => {}),
  all: () => new Promise(() => {}),
  run: () => new Promise(() => {}),
} as unknown as D1Database;

describe('a D1 that does not answer', () => {
  const audience = createAudience(silent, 20);
  const page = { filter: 'every', maxActivation: 1, afterId: '0', limit: 100 } as const;
  const news = { issueId: 'i', runId: 'r', sha256: 's', state: 'sent', reason: null, at: 0 } as const;
  it.each([
    ['the audience is measured', () => audience.measure('every')],
    ['the audience is read', () => audience.read(page)],
    ['a batch is checked', () => audience.keepActive(['1'], 'every')],
    ['it is told of a run', () => createIssues(silent, () => 0, 20).update(news)],
  ])('is waited for only so long when %s', async (_, ask) => {
    await expect(ask()).rejects.toThrow('D1 did not answer');
  });
});
