// A report often comes without a title line. Then its first heading serves, else its opening words.

import type { Report } from '../clean/index.ts';
import { cutAtWord, toSingleLine } from './line.ts';

const MAX_TITLE = 78;

/**
 * @returns the title and the sections below it. A heading that is lifted into the title from its place right
 * below the opening paragraph is not printed a second time there; one from further down stays where it is,
 * since the text under it needs it. An editor's introduction between them does not count.
 */
export function pickTitle(report: Pick<Report, 'title' | 'meta' | 'dek' | 'sections' | 'faq'>): {
  title: string;
  sections: Report['sections'];
} {
  const own = toSingleLine(report.title ?? '') || toSingleLine(report.meta.title ?? '');
  if (own !== '') return { title: own, sections: report.sections };

  const at = report.sections.findIndex((section) => toSingleLine(section.heading ?? '') !== '');
  const lifted = report.sections[at];
  if (lifted !== undefined) {
    const title = toSingleLine(lifted.heading ?? '');
    const before = report.sections.slice(0, at);
    if (before.some(({ blocks }) => blocks.some(({ kind }) => kind !== 'editor')))
      return { title, sections: report.sections };
    return { title, sections: [...before, { ...lifted, heading: null }, ...report.sections.slice(at + 1)] };
  }

  const blocks = report.sections.flatMap((section) => section.blocks);
  const first = blocks.find(({ kind }) => kind !== 'editor') ?? blocks[0];
  const opening = report.dek ?? first?.text ?? report.faq[0]?.question ?? '';
  return { title: cutAtWord(opening, MAX_TITLE), sections: report.sections };
}
