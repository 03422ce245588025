// What all mails share: the document, dark mode, the masthead and the footer. A mail is the children.

import { Head, Html, Link, Text } from '@react-email/components';
import type { ReactNode } from 'react';
import { copyFor, format } from '../../content/copy.ts';
import type { Copy } from '../../content/locales/words.ts';
import type { Publication } from '../../content/publication.ts';
import { accents, fonts, light, outlookSheet, sizes, styleSheet, styles } from '../theme.ts';
import { Cell } from './cell.tsx';

export type FrameProps = {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** The document's title; a reader of a saved mail sees it in the tab. */
  readonly title: string;
  /** What the inbox shows behind the subject. */
  readonly preheader: string;
  readonly publication: Publication;
  /** Why it came, and where to leave: for a mail to a subscriber. Null in a mail to anybody else. */
  readonly unsubscribeUrl: string | null;
  /** Where to choose every issue or the round-up, if there is a choice. */
  readonly preferencesUrl?: string | null;
  /** The same issue as a page. */
  readonly webUrl?: string | null;
  readonly children: ReactNode;
};

export function Frame(props: FrameProps) {
  const { lang, dir, title, preheader, publication, children } = props;
  const accent = accents(publication.accent);
  const words = copyFor(lang);
  // The publication's own words keep their language, but stand on the side where the mail begins.
  const home = copyFor(publication.language);
  const own = { lang: publication.language, dir: home.dir };
  const align = dir === 'rtl' ? 'right' : 'left';
  return (
    <Html lang={lang} dir={dir}>
      <Head>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
        <title>{title}</title>
        <style>{styleSheet(accent.dark)}</style>
        <style>{outlookSheet(accent.dark)}</style>
      </Head>
      <body className="paper" style={{ margin: 0, padding: 0, backgroundColor: light.paper }}>
        <Preheader text={preheader} />
        {/* Yahoo and AOL drop the body's own background, so a cell carries it again. */}
        <Cell className="paper air" style={{ backgroundColor: light.paper, padding: '28px 0' }}>
          <Cell
            className="sheet"
            table={{ ...column, className: 'column' }}
            style={{ backgroundColor: light.sheet, ...breakWords }}
          >
            <Band role="banner" align={align} top="34px" bottom="0">
              <Masthead
                publication={publication}
                webUrl={props.webUrl ?? null}
                words={words}
                own={own}
                accent={accent.light}
              />
            </Band>
            <Band role="main" align={align} top="34px" bottom="40px">
              {children}
            </Band>
          </Cell>
          <Cell table={{ ...column, className: 'column' }} style={breakWords}>
            <Band role="contentinfo" align={align} top="26px" bottom="34px">
              <Footer
                publication={publication}
                unsubscribeUrl={props.unsubscribeUrl}
                preferencesUrl={props.preferencesUrl ?? null}
                words={words}
                own={own}
                accent={accent.light}
              />
            </Band>
          </Cell>
        </Cell>
      </body>
    </Html>
  );
}

/** As wide as its longest lines read well; Outlook for Windows is told its width in `render/outlook.ts`. */
const column = { align: 'center', style: { maxWidth: sizes.sheet, margin: '0 auto' } } as const;

/** A word of 200 letters must not push the sheet wider than the phone. */
const breakWords = { overflowWrap: 'anywhere', wordBreak: 'break-word' } as const;

type BandProps = {
  readonly role: 'banner' | 'main' | 'contentinfo';
  readonly align: 'left' | 'right';
  readonly top: string;
  readonly bottom: string;
  readonly children: ReactNode;
};

/** A landmark between the gutters. A div with a role, since Outlook for Windows sets `main` in one line. */
function Band({ role, align, top, bottom, children }: BandProps) {
  const padding = `${top} ${sizes.gutter} ${bottom}`;
  return (
    <Cell className="gutter" style={{ padding, textAlign: align, fontFamily: fonts.serif }}>
      <div role={role}>{children}</div>
    </Cell>
  );
}

/** Without the row of invisible characters that is often put behind it: spam filters count those. */
function Preheader({ text }: { text: string }) {
  if (text === '') return null;
  const hidden = { display: 'none', overflow: 'hidden', maxHeight: 0, maxWidth: 0, opacity: 0 };
  return <div style={{ ...hidden, lineHeight: '1px' }}>{text}</div>;
}

type Own = { readonly lang: string; readonly dir: 'ltr' | 'rtl' };

function Masthead(props: {
  publication: Publication;
  webUrl: string | null;
  words: Copy;
  own: Own;
  accent: string;
}) {
  const { publication, webUrl, words, own, accent } = props;
  const name = { fontFamily: fonts.serif, fontSize: '23px', lineHeight: '1.3', fontWeight: 700 };
  const line = { ...styles.small, color: light.muted, textAlign: 'inherit' } as const;
  return (
    <Cell
      className="masthead"
      style={{
        borderTop: `3px solid ${accent}`,
        borderBottom: `1px solid ${light.rule}`,
        padding: '13px 0 14px',
        textAlign: 'inherit',
      }}
    >
      <Text {...own} className="ink" style={{ ...name, color: light.ink, margin: 0, textAlign: 'inherit' }}>
        {publication.name}
      </Text>
      <Text {...own} className="muted sans" style={{ ...line, margin: '1px 0 0' }}>
        {publication.tagline}
      </Text>
      {webUrl !== null && (
        <Text lang={words.lang} dir={words.dir} className="muted sans" style={{ ...line, margin: '4px 0 0' }}>
          <Link href={webUrl} className="accent" style={{ color: accent, textDecoration: 'underline' }}>
            {words.readOnWeb}
          </Link>
        </Text>
      )}
    </Cell>
  );
}

function Footer(props: {
  publication: Publication;
  unsubscribeUrl: string | null;
  preferencesUrl: string | null;
  words: Copy;
  own: Own;
  accent: string;
}) {
  const { publication, unsubscribeUrl, preferencesUrl, words, own, accent } = props;
  const line = { ...styles.small, color: light.muted, margin: '0 0 8px', textAlign: 'inherit' } as const;
  return (
    <>
      {unsubscribeUrl !== null && (
        <>
          <Text {...own} className="muted sans" style={line}>
            {publication.why}
          </Text>
          {preferencesUrl !== null && (
            <Text lang={words.lang} dir={words.dir} className="muted sans" style={line}>
              <Link
                href={preferencesUrl}
                className="accent"
                style={{ color: accent, textDecoration: 'underline' }}
              >
                {words.preferences}
              </Link>
            </Text>
          )}
          <Text lang={words.lang} dir={words.dir} className="muted sans" style={line}>
            <Link
              href={unsubscribeUrl}
              className="accent"
              style={{ color: accent, textDecoration: 'underline', fontWeight: 600 }}
            >
              {format(words.unsubscribe, { name: publication.name })}
            </Link>
          </Text>
        </>
      )}
      <Text {...own} className="muted sans" style={{ ...line, margin: 0 }}>
        {publication.postalAddress}
      </Text>
    </>
  );
}
