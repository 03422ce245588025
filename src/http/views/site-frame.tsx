/** @jsxImportSource hono/jsx */
// The masthead and footer of every page for readers: the publication, and how to reach those who make it.

import type { Child } from 'hono/jsx';
import { copyFor } from '../../../content/copy.ts';
import { pageWords } from '../../../content/pages.ts';
import type { Publication } from '../../../content/publication.ts';

export type MastheadProps = {
  readonly publication: Publication;
  /** The front page: there the name is the heading of the page, and no link. */
  readonly isFront?: boolean;
};

export function Masthead({ publication, isFront = false }: MastheadProps) {
  const { language, name, tagline } = publication;
  return (
    <header class="masthead" lang={language} dir={copyFor(language).dir}>
      {isFront ? (
        <h1 class="name">{name}</h1>
      ) : (
        <p class="name">
          <a href="/">{name}</a>
        </p>
      )}
      <p class="small">{tagline}</p>
    </header>
  );
}

export type SiteFooterProps = {
  readonly publication: Publication;
  /** The page's own content of the footer, above the rest. */
  readonly children?: Child;
};

/** Contact, imprint and privacy, if the publication has them, and its postal address. */
export function SiteFooter({ publication, children }: SiteFooterProps) {
  const { language, postalAddress } = publication;
  const { site } = pageWords(language);
  return (
    <footer class="site" lang={language} dir={copyFor(language).dir}>
      {children}
      {(['contact', 'imprint', 'privacy'] as const).map((key) => {
        const value = publication[key];
        return value === null ? null : <Line label={site[key]} value={value} />;
      })}
      <p class="small">{postalAddress}</p>
    </footer>
  );
}

function Line({ label, value }: { readonly label: string; readonly value: string }) {
  const isLink = /^https:\/\/\S+$/i.test(value);
  const isAddress = /^[^\s@]+@[^\s@]+$/.test(value);
  return (
    <p class="small">
      {isLink ? (
        <a href={value}>{label}</a>
      ) : (
        <>
          {label}:{' '}
          {isAddress ? (
            <a href={`mailto:${value}`} dir="ltr">
              {value}
            </a>
          ) : (
            <span class="lines">{value}</span>
          )}
        </>
      )}
    </p>
  );
}
