// A Digest becomes the frozen request template of an issue: html, text part and headers, rendered once. What
// differs between recipients is one token in their links, which is spliced in and never rendered.

import type { Publication } from '../../content/publication.ts';
import type { Digest } from '../digest/index.ts';
import { shareRoom } from '../digest/index.ts';
import { fitToSize } from './fit.ts';
import { headersOf, headerText, replyToOf } from './headers.ts';
import { renderHtml } from './html/html.ts';
import { type PageContent, writePage } from './page.ts';
import { bytesOf, MAX_HTML_BYTES, MAX_TOKEN, type Preflight, preflight } from './preflight.ts';
import { EXAMPLE_SLUG, pickPlaceholder, type RequestTemplate } from './template.ts';
import { renderText } from './text/text.ts';

export type { Paragraph } from '../../emails/components/transactional.tsx';
export type { SignupKind } from '../../emails/confirmation.tsx';
export type { PageContent } from './page.ts';
export { type Palette, readPalette } from './palette.ts';
export { type Preflight, preflight } from './preflight.ts';
export { fillTemplate, hashTemplate, type RequestTemplate } from './template.ts';
export { renderDataLink } from './transactional/data-link.ts';
export { renderMoved } from './transactional/moved.ts';
export { renderConfirmation, renderNotice, renderWelcome } from './transactional/transactional.ts';

export type RenderOptions = {
  readonly publication: Publication;
  readonly linkBase: string;
  readonly keyId: string;
  /** Locally http links and samples pass. */
  readonly local: boolean;
  /** Becomes the tag `issue`, by which the provider's events find their issue. */
  readonly issueId?: string;
  /** Of the issue's address on the web; without one the links lead to an example. */
  readonly slug?: string;
  /** What happened to each passage, story by story; without them there is no page. */
  readonly ledgers?: PageContent['ledgers'];
};

/** Same Digest and options, same bytes. */
export async function renderIssue(
  digest: Digest,
  options: RenderOptions,
): Promise<{ template: RequestTemplate; preflight: Preflight; pageJson: string | null }> {
  const { publication, linkBase, keyId, issueId, slug = EXAMPLE_SLUG, ledgers } = options;
  const placeholder = pickPlaceholder(JSON.stringify([digest, publication, linkBase, slug]));
  const unsubscribeUrl = `${linkBase}/unsubscribe/${placeholder}`;
  const page = `${linkBase}/issues/${slug}`;
  const web = publication.issuesOnWeb
    ? { issue: page, ledger: publication.ledgerOnWeb ? `${page}/ledger` : null, issues: `${linkBase}/issues` }
    : null;
  const preferencesUrl = publication.weekly === null ? null : `${linkBase}/preferences/${placeholder}`;
  const render = (shown: Digest): { html: string; bytes: number } => {
    const html = renderHtml({ digest: shown, publication, unsubscribeUrl, preferencesUrl, web });
    return { html, bytes: bytesOf(html.replaceAll(placeholder, () => MAX_TOKEN)) };
  };
  // Without a page there is nowhere to read on: then the mail stays whole, and preflight refuses it.
  const { html, shown } =
    web === null
      ? { ...render(digest), shown: digest }
      : fitToSize(digest, render, MAX_HTML_BYTES, digest.isRoundUp ? shareRoom(digest) : {});
  const content = ledgers === undefined ? null : await writePage(digest, shown, ledgers);
  const template: RequestTemplate = {
    from: headerText(publication.from),
    replyTo: replyToOf(publication),
    subject: headerText(digest.subject),
    html,
    text: renderText({ digest, publication, unsubscribeUrl, preferencesUrl, web }),
    headers: headersOf({ publication, linkBase, unsubscribeUrl }),
    tags: issueId === undefined ? [] : [{ name: 'issue', value: issueId }],
    linkBase,
    keyId,
    placeholder,
    ...(content === null ? {} : { pageSha256: content.sha256 }),
  };
  return {
    template,
    preflight: preflight(template, { digest: shown, publication, local: options.local }),
    pageJson: content?.json ?? null,
  };
}
