/** @jsxImportSource hono/jsx */
// The frame of an issue's pages: in the issue's language and direction, under the publication's name.

import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { copyFor } from '../../../content/copy.ts';
import { formatDay } from '../../../content/dates.ts';
import type { Copy } from '../../../content/locales/words.ts';
import type { Publication } from '../../../content/publication.ts';
import type { PageContent } from '../../render/page.ts';
import { Masthead, SiteFooter } from '../views/site-frame.tsx';

export type Edition = {
  readonly digest: PageContent['digest'];
  readonly ledgers: PageContent['ledgers'];
  readonly approvedAt: number;
  /** Absolute, without a slash at its end; the ledger's address is below it. */
  readonly url: string;
  readonly publication: Publication;
};

export type IssueFrameProps = {
  readonly edition: Edition;
  readonly title: string;
  readonly url: string;
  readonly children?: Child;
};

export function IssueFrame({ edition, title, url, children }: IssueFrameProps) {
  const { digest, publication } = edition;
  const words = copyFor(digest.lang);
  return (
    <>
      {raw('<!DOCTYPE html>')}
      <html lang={digest.lang} dir={digest.dir}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          {digest.preheader !== '' && <meta name="description" content={digest.preheader} />}
          {digest.sample && <meta name="robots" content="noindex" />}
          <title>{`${title} · ${publication.name}`}</title>
          <link rel="canonical" href={url} />
          <link rel="stylesheet" href="/issues/style.css" />
        </head>
        <body>
          <a class="skip" href="#text" {...own(words, digest.lang)}>
            {words.web.skip}
          </a>
          <Masthead publication={publication} />
          <main id="text">{children}</main>
          <SiteFooter publication={publication}>
            <p class="small" lang={words.lang} dir={words.dir}>
              <time datetime={new Date(edition.approvedAt).toISOString()}>
                {formatDay(words.lang, publication.timeZone, edition.approvedAt)}
              </time>{' '}
              · {words.web.frozen}
            </p>
          </SiteFooter>
        </body>
      </html>
    </>
  );
}

/** Marks the language of the fixed words if the text around them has another one. */
export const own = (words: Copy, around: string) =>
  words.lang === around.toLowerCase().split(/[-_]/)[0] ? {} : { lang: words.lang, dir: words.dir };
