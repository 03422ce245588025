// Reports made by hand, so that composing and rendering are tested without the cleaner.

import type { Report } from '../../src/clean/report.ts';

type Item = { kind: string; text: string };

/** @param gold what a careful editor makes of a report: kept passages in reading order, and the dropped ones. */
export function reportFrom(
  gold: { lang?: string; title?: string | null; kept: Item[]; dropped?: { reason: string }[] },
  more: Partial<Pick<Report, 'dir' | 'sources' | 'meta'>> = {},
): Report {
  const sections: Report['sections'] = [];
  const faq: Report['faq'] = [];
  let dek: string | null = null;
  for (const { kind, text } of gold.kept) {
    if (kind === 'dek') dek = text;
    else if (kind === 'heading') sections.push({ heading: text, blocks: [] });
    else if (kind === 'question') faq.push({ question: text, answer: [] });
    else if (kind === 'answer') faq.at(-1)?.answer.push(text);
    else {
      if (sections.length === 0) sections.push({ heading: null, blocks: [] });
      sections.at(-1)?.blocks.push({ kind, text } as Report['sections'][number]['blocks'][number]);
    }
  }
  const count = (reason: string) => (gold.dropped ?? []).filter((item) => item.reason === reason).length;
  const printed = gold.kept.length + (gold.title ? 1 : 0);
  return {
    lang: gold.lang ?? 'en',
    dir: more.dir ?? 'ltr',
    title: gold.title ?? null,
    dek,
    sections,
    faq,
    sources: more.sources ?? [],
    ledger: [],
    stats: {
      passages: printed + (gold.dropped ?? []).length,
      printed,
      duplicate: count('duplicate'),
      promo: count('promo'),
      boilerplate: count('boilerplate'),
      markup: 0,
    },
    meta: more.meta ?? {},
    unmatched: [],
  };
}
