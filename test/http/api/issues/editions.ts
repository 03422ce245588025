// Issues as their pages are given them, made of the reports that the mails are tested with.

import { publication } from '../../../../content/publication.ts';
import { clean } from '../../../../src/clean/index.ts';
import { compose, type Entry } from '../../../../src/digest/index.ts';
import { accountFor } from '../../../../src/digest/reader-ledger.ts';
import type { Edition } from '../../../../src/http/site/issue-frame.view.tsx';
import type { PageContent } from '../../../../src/render/index.ts';
import { extremes } from '../../../emails/extremes.ts';
import { issueOf } from '../../../render/issue.ts';

const edition = (content: Pick<PageContent, 'digest' | 'ledgers'>): Edition => ({
  ...content,
  approvedAt: Date.UTC(2026, 10, 23, 7),
  url: 'https://second-read.example/issues/a-subject-0a1b2c3d',
  publication,
});

/** A ledger for reports that were made by hand: what they print, and one cut of each kind. */
const LEDGER: readonly Entry[] = [
  { role: 'title', rule: 'title', text: 'A title' },
  { role: 'paragraph', rule: 'body', text: 'A passage that is printed.', editor: 'restored' },
  {
    role: 'dropped',
    rule: 'copy',
    reason: 'duplicate',
    text: 'A passage!',
    copy: 'A passage that is printed.',
  },
  {
    role: 'dropped',
    rule: 'promo-label',
    reason: 'promo',
    text: `Also read: ${'x'.repeat(200)}`,
    seen: 'also',
  },
  { role: 'dropped', rule: 'editor', reason: 'boilerplate', text: '<b>Advertisement</b>', editor: 'dropped' },
  { role: 'dropped', rule: 'markup', reason: 'markup', text: '•' },
];

/** As real as it gets: a raw text, cleaned. */
export function editionFrom(raw: string): Edition {
  const report = clean(raw);
  if (!report.ok) throw new Error(report.error.message);
  const digest = compose([report.value], { lang: 'en' });
  return edition({ digest, ledgers: [accountFor(report.value, { raw, format: 'text' })] });
}

/** Where the mail of an extreme stops, its page carries on. */
export const editions: readonly (readonly [string, Edition])[] = await Promise.all(
  extremes.map(async ([name, reports]) => {
    const { pageJson } = await issueOf(reports, { ledgers: reports.map(() => LEDGER) });
    return [name, edition(JSON.parse(pageJson ?? '') as PageContent)] as const;
  }),
);
