import { expect, it } from 'vitest';
import { compose, fingerprint } from '../../src/digest/index.ts';
import { reportFrom } from './report-from.ts';
import { seedReport } from './seed.ts';

const of = (reports: Parameters<typeof compose>[0], subject = '') =>
  fingerprint(compose(reports, { lang: 'en', subject }));

it('is the same for the same content under another subject', async () => {
  expect(await of([seedReport], 'Another subject')).toBe(await of([seedReport]));
});

it('is the same when only the cut passages differ', async () => {
  const stats = { ...seedReport.stats, promo: 9, passages: 36 };
  expect(await of([{ ...seedReport, stats }])).toBe(await of([seedReport]));
});

it('differs when one word that is printed differs', async () => {
  const paragraph = (text: string) => reportFrom({ title: 'T', kept: [{ kind: 'paragraph', text }] });
  expect(await of([paragraph('8 per cent')])).not.toBe(await of([paragraph('3 per cent')]));
});

it('is a SHA-256 in hex', async () => {
  expect(await of([seedReport])).toMatch(/^[0-9a-f]{64}$/);
});
