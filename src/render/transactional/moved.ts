// The mail that tells an address that its issues go to another one now.

import { createElement } from 'react';
import { format } from '../../../content/copy.ts';
import { pageWords } from '../../../content/pages.ts';
import MovedMail from '../../../emails/moved.tsx';
import type { RequestTemplate } from '../template.ts';
import { renderTransactional, type TransactionalOptions } from './transactional.ts';

/** There is nothing to do in it, so there is no link. */
export function renderMoved(options: TransactionalOptions): RequestTemplate {
  const { publication } = options;
  const { name } = publication;
  const words = pageWords(publication.language).movedMail;
  return renderTransactional(options, null, () => ({
    subject: format(words.subject, { name }),
    mail: createElement(MovedMail, { publication }),
    paragraphs: [words.title, format(words.text, { name }), words.otherwise],
    links: [],
    after: [],
  }));
}
