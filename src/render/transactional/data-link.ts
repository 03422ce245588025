// The mail that brings a reader the link to their own data.

import { createElement } from 'react';
import { format } from '../../../content/copy.ts';
import { pageWords } from '../../../content/pages.ts';
import DataLinkMail from '../../../emails/data-link.tsx';
import type { RequestTemplate } from '../template.ts';
import { renderTransactional, type TransactionalOptions } from './transactional.ts';

/** The token in it opens the page; it is on no list, so there is nothing to leave. */
export function renderDataLink(options: TransactionalOptions): RequestTemplate {
  const { publication, linkBase } = options;
  const { name } = publication;
  const words = pageWords(publication.language).dataLinkMail;
  return renderTransactional(options, null, (placeholder) => {
    const visitUrl = `${linkBase}/preferences/${placeholder}`;
    return {
      subject: format(words.subject, { name }),
      mail: createElement(DataLinkMail, { publication, visitUrl }),
      paragraphs: [words.title, format(words.text, { name })],
      links: [[words.action, visitUrl]],
      after: [words.otherwise],
    };
  });
}
