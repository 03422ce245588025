// The mail that tells an address that its issues go to another one now.

import { createElement } from 'react';
import { fill } from '../../content/copy.ts';
import { pageWords } from '../../content/pages.ts';
import MovedMail from '../../emails/moved.tsx';
import type { RequestTemplate } from './index.ts';
import { type LetterOptions, letter } from './letters.ts';

/** There is nothing to do in it, so there is no link. */
export function renderMoved(options: LetterOptions): RequestTemplate {
  const { publication } = options;
  const { name } = publication;
  const words = pageWords(publication.language).movedMail;
  return letter(options, null, () => ({
    subject: fill(words.subject, { name }),
    mail: createElement(MovedMail, { publication }),
    paragraphs: [words.title, fill(words.text, { name }), words.otherwise],
    links: [],
    after: [],
  }));
}
