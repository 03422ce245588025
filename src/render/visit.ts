// The mail that brings a reader the link to their own data.

import { createElement } from 'react';
import { fill } from '../../content/copy.ts';
import { pageWords } from '../../content/pages.ts';
import VisitMail from '../../emails/visit.tsx';
import type { RequestTemplate } from './index.ts';
import { type LetterOptions, letter } from './letters.ts';

/** The token in it opens the page; it is on no list, so there is nothing to leave. */
export function renderVisit(options: LetterOptions): RequestTemplate {
  const { publication, linkBase } = options;
  const { name } = publication;
  const words = pageWords(publication.language).visitMail;
  return letter(options, null, (placeholder) => {
    const visitUrl = `${linkBase}/preferences/${placeholder}`;
    return {
      subject: fill(words.subject, { name }),
      mail: createElement(VisitMail, { publication, visitUrl }),
      paragraphs: [words.title, fill(words.text, { name })],
      links: [[words.action, visitUrl]],
      after: [words.otherwise],
    };
  });
}
