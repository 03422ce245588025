// A Digest becomes the frozen request template of an issue: html, text part and headers, rendered once. What
// differs between recipients is one token in their links, which is spliced in and never rendered.

import type { Publication } from '../../content/publication.ts';
import type { Digest } from '../digest/index.ts';
import { headersOf, headerText } from './headers.ts';
import { renderHtml } from './html.ts';
import { type Preflight, preflight } from './preflight.ts';
import { pickPlaceholder } from './template.ts';
import { renderText } from './text.ts';

export { type Preflight, preflight } from './preflight.ts';
export { fillTemplate, hashTemplate } from './template.ts';

/** The request to the mail provider as it is frozen at approval, but for the recipient. */
export type RequestTemplate = {
  readonly from: string;
  readonly replyTo: string | null;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly tags: readonly { readonly name: string; readonly value: string }[];
  /** The base of every link, without a slash at its end, and the key that signs the recipients' tokens. */
  readonly linkBase: string;
  readonly keyId: string;
  /** Stands in html, text and headers where a recipient's unsubscribe token goes, and nowhere else. */
  readonly placeholder: string;
};

export type RenderOptions = {
  readonly publication: Publication;
  readonly linkBase: string;
  readonly keyId: string;
  /** Locally http links and samples pass. */
  readonly local: boolean;
  /** Becomes the tag `issue`, by which the provider's events find their issue. */
  readonly issueId?: string;
};

/** Same Digest and options, same bytes. */
export async function renderIssue(
  digest: Digest,
  options: RenderOptions,
): Promise<{ template: RequestTemplate; preflight: Preflight }> {
  const { publication, linkBase, keyId, issueId } = options;
  const placeholder = pickPlaceholder(JSON.stringify([digest, publication, linkBase]));
  const unsubscribeUrl = `${linkBase}/unsubscribe/${placeholder}`;
  const template: RequestTemplate = {
    from: headerText(publication.from),
    replyTo: publication.replyTo === null ? null : headerText(publication.replyTo),
    subject: headerText(digest.subject),
    html: renderHtml({ digest, publication, unsubscribeUrl }),
    text: renderText({ digest, publication, unsubscribeUrl }),
    headers: headersOf({ publication, linkBase, unsubscribeUrl }),
    tags: issueId === undefined ? [] : [{ name: 'issue', value: issueId }],
    linkBase,
    keyId,
    placeholder,
  };
  return { template, preflight: preflight(template, { digest, publication, local: options.local }) };
}
