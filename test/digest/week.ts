// A week of issues of hand-made reports, rounded up.

import { copyFor, format } from '../../content/copy.ts';
import type { Report } from '../../src/clean/report.ts';
import { compose, type PartOfWeek, type RoundUpOptions, roundUp } from '../../src/digest/index.ts';
import { accountFor } from '../../src/digest/reader-ledger.ts';

/** @param more what an editor or a corrected report changes. */
export function partOf(
  number: number,
  reports: readonly Report[],
  more: Partial<PartOfWeek> = {},
): PartOfWeek {
  const digest = compose(reports, { lang: 'en' });
  return {
    number,
    slug: `issue-${number}`,
    title: digest.subject,
    digest,
    ledgers: reports.map((report) => accountFor(report, { raw: '', format: 'text' })),
    reportIds: reports.map((_, index) => `${number}-${index}`),
    ...more,
  };
}

export const roundUpOf = (parts: readonly PartOfWeek[], more: Partial<RoundUpOptions> = {}) =>
  roundUp(parts, {
    lang: 'en',
    nameWeek: (titles, lang) => format(copyFor(lang).week.subject, { titles }),
    ...more,
  });
