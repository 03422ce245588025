/** @jsxImportSource hono/jsx */
// The frame of every page: plain HTML that needs no script.

import type { MiddlewareHandler } from 'hono';
import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { secureHeaders } from 'hono/secure-headers';
import { publication } from '../../../content/publication.ts';
import { directionOf } from '../../digest/index.ts';
import { Masthead, SiteFooter } from './site-frame.tsx';

const HSTS = `max-age=${180 * 24 * 3600}`;

/** @param isHttps of this host only: its subdomains are not ours. */
const createSetter = (isHttps: boolean): MiddlewareHandler =>
  secureHeaders({
    strictTransportSecurity: isHttps ? HSTS : false,
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      formAction: ["'self'"],
      frameSrc: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
    },
    // The paths of some pages contain tokens, so no other site may learn them.
    referrerPolicy: 'no-referrer',
  });

/** The headers of every answer. A mail that is shown as it is has its own policy, and keeps it. */
export function pageHeaders({ isHttps }: { readonly isHttps: boolean }): MiddlewareHandler {
  const setHeaders = createSetter(isHttps);
  return async (c, next) => {
    let own: string | null = null;
    await setHeaders(c, async () => {
      await next();
      own = c.res.headers.get('Content-Security-Policy');
    });
    if (own !== null) c.res.headers.set('Content-Security-Policy', own);
  };
}

export type LayoutProps = {
  readonly title: string;
  /** The language of the page: the publication's for readers, English for the desk. */
  readonly lang?: string;
  /** `desk`: a wide page without masthead. `front`: the front page. */
  readonly kind?: 'site' | 'front' | 'desk';
  readonly children?: Child;
};

export function Layout({ title, lang = 'en', kind = 'site', children }: LayoutProps) {
  const isDesk = kind === 'desk';
  return (
    <>
      {raw('<!DOCTYPE html>')}
      <html lang={lang} dir={directionOf(lang)}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>{title === publication.name ? title : `${title} · ${publication.name}`}</title>
          <link rel="stylesheet" href="/style.css" />
        </head>
        <body>
          {!isDesk && <Masthead publication={publication} isFront={kind === 'front'} />}
          <main class={isDesk ? 'wide' : undefined}>{children}</main>
          {!isDesk && <SiteFooter publication={publication} />}
        </body>
      </html>
    </>
  );
}
