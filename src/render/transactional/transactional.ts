// The mails that are no issue: asking for a confirmation, a welcome, a notice to the editors. Like an issue each
// is a request template in which one token is spliced.

import { createElement, type ReactElement } from 'react';
import { copyFor, format, welcomeText } from '../../../content/copy.ts';
import type { Publication } from '../../../content/publication.ts';
import { type Paragraph, textOf } from '../../../emails/components/transactional.tsx';
import ConfirmationMail, { confirmationWords, type SignupKind } from '../../../emails/confirmation.tsx';
import NoticeMail from '../../../emails/notice.tsx';
import WelcomeMail from '../../../emails/welcome.tsx';
import { headersOf, headerText, replyToOf } from '../headers.ts';
import { renderMail } from '../html/html.ts';
import type { RequestTemplate } from '../template.ts';
import { pickPlaceholder } from '../template.ts';
import { References } from '../text/references.ts';
import { wrap } from '../text/wrap.ts';

export type TransactionalOptions = {
  readonly publication: Publication;
  readonly linkBase: string;
  readonly keyId: string;
};

/**
 * The token in it confirms. Whoever gets it is on no list yet.
 * @param unsubscribeUrl of the pending subscriber, if a mail program's button should be able to say no.
 */
export function renderConfirmation(
  options: TransactionalOptions & {
    readonly lang?: string;
    readonly kind?: SignupKind;
    readonly unsubscribeUrl?: string;
  },
): RequestTemplate {
  const { publication, linkBase, kind = 'every' } = options;
  const lang = options.lang ?? publication.language;
  const words = confirmationWords({ lang, publication, kind });
  return renderTransactional(options, options.unsubscribeUrl ?? null, (placeholder) => {
    const confirmUrl = `${linkBase}/confirm/${placeholder}`;
    return {
      subject: words.subject,
      mail: createElement(ConfirmationMail, { lang, publication, kind, confirmUrl }),
      paragraphs: [words.title, ...words.paragraphs],
      links: [[words.action, confirmUrl]],
      after: [words.otherwise],
    };
  });
}

/** The token in it unsubscribes. Whoever chose one mail a week reads when it comes. */
export function renderWelcome(
  options: TransactionalOptions & {
    readonly lang?: string;
    readonly frequency?: 'every' | 'weekly';
    readonly issueUrl: string | null;
  },
): RequestTemplate {
  const { publication, linkBase, issueUrl } = options;
  const lang = options.lang ?? publication.language;
  const { welcome, unsubscribe } = copyFor(lang);
  const day = options.frequency === 'weekly' ? (publication.weekly?.day ?? null) : null;
  const { name } = publication;
  return renderTransactional(options, 'token', (placeholder) => {
    const unsubscribeUrl = `${linkBase}/unsubscribe/${placeholder}`;
    return {
      subject: format(welcome.subject, { name }),
      mail: createElement(WelcomeMail, { lang, publication, unsubscribeUrl, issueUrl, weeklyDay: day }),
      paragraphs: [welcome.title, welcomeText(lang, { name, weeklyDay: day }), welcome.promise],
      links: [
        ...(issueUrl === null ? [] : ([[welcome.action, issueUrl]] as const)),
        [format(unsubscribe, { name }), unsubscribeUrl],
      ],
      after: [publication.why],
    };
  });
}

/** To the editors themselves, so there is nothing to leave and no token. */
export function renderNotice(
  options: TransactionalOptions & {
    readonly title: string;
    readonly paragraphs: readonly Paragraph[];
    readonly action: { readonly text: string; readonly url: string } | null;
  },
): RequestTemplate {
  const { publication, title, paragraphs, action } = options;
  return renderTransactional(options, null, () => ({
    subject: title,
    mail: createElement(NoticeMail, { publication, title, paragraphs, action }),
    paragraphs: [
      format(copyFor(publication.language).notice, { name: publication.name }),
      title,
      ...paragraphs.map(textOf),
    ],
    links: action === null ? [] : [[action.text, action.url]],
    after: [],
  }));
}

type Parts = {
  readonly subject: string;
  readonly mail: ReactElement;
  readonly paragraphs: readonly string[];
  readonly links: readonly (readonly [text: string, url: string])[];
  readonly after: readonly string[];
};

/** @param leaving the address to unsubscribe at, null for none, or `token` where the token is for that. */
export function renderTransactional(
  { publication, linkBase, keyId, ...rest }: TransactionalOptions,
  leaving: string | null,
  write: (placeholder: string) => Parts,
): RequestTemplate {
  const placeholder = pickPlaceholder(JSON.stringify([publication, linkBase, rest]));
  const { subject, mail, paragraphs, links, after } = write(placeholder);
  const unsubscribeUrl = leaving === 'token' ? `${linkBase}/unsubscribe/${placeholder}` : leaving;
  const references = new References();
  const text = [
    publication.name,
    ...paragraphs,
    ...links.map(([words, url]) => references.refer(words, url)),
    ...after,
    publication.postalAddress,
  ].map((paragraph) => wrap(paragraph));
  return {
    from: headerText(publication.from),
    replyTo: replyToOf(publication),
    subject: headerText(subject),
    html: renderMail(mail),
    text: `${[...text, ...(links.length === 0 ? [] : [references.list()])].join('\n\n')}\n`,
    headers: headersOf({ publication, linkBase, unsubscribeUrl }),
    tags: [],
    linkBase,
    keyId,
    placeholder,
  };
}
