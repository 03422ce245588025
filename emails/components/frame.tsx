// What all mails share: the document, dark mode, the masthead and the footer. A mail is the children.

import { Body, Container, Head, Html, Link, Section, Text } from '@react-email/components';
import type { ReactNode } from 'react';
import { type Copy, copyFor, fill } from '../../content/copy.ts';
import type { Publication } from '../../content/publication.ts';
import { accents, fonts, light, outlookSheet, sizes, styleSheet, styles } from '../theme.ts';

export type FrameProps = {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** The document's title; a reader of a saved mail sees it in the tab. */
  readonly title: string;
  /** What the inbox shows behind the subject. */
  readonly preheader: string;
  readonly publication: Publication;
  /** Null in a mail that does not belong to a subscription yet. */
  readonly unsubscribeUrl: string | null;
  readonly children: ReactNode;
};

export function Frame({ lang, dir, title, preheader, publication, unsubscribeUrl, children }: FrameProps) {
  const accent = accents(publication.accent);
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
      <Body className="paper" style={{ margin: 0, padding: 0 }}>
        <Preheader text={preheader} />
        <Section className="paper air" style={{ backgroundColor: light.paper, padding: '28px 0' }}>
          <Container
            className="sheet"
            style={{
              width: '100%',
              maxWidth: sizes.sheet,
              backgroundColor: light.sheet,
              // A word of 200 letters must not push the sheet wider than the phone.
              overflowWrap: 'anywhere',
              wordBreak: 'break-word',
            }}
          >
            <Band role="banner" align={align} top="34px" bottom="0">
              <Masthead publication={publication} accent={accent.light} own={own} />
            </Band>
            <Band role="main" align={align} top="34px" bottom="40px">
              {children}
            </Band>
          </Container>
          <Container style={{ width: '100%', maxWidth: sizes.sheet }}>
            <Band role="contentinfo" align={align} top="26px" bottom="34px">
              <Footer
                publication={publication}
                unsubscribeUrl={unsubscribeUrl}
                words={copyFor(lang)}
                own={own}
                accent={accent.light}
              />
            </Band>
          </Container>
        </Section>
      </Body>
    </Html>
  );
}

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
    <div role={role} className="gutter" style={{ padding, textAlign: align }}>
      {children}
    </div>
  );
}

/** Without the row of invisible characters that is often put behind it: spam filters count those. */
function Preheader({ text }: { text: string }) {
  if (text === '') return null;
  const hidden = { display: 'none', overflow: 'hidden', maxHeight: 0, maxWidth: 0, opacity: 0 };
  return <div style={{ ...hidden, lineHeight: '1px' }}>{text}</div>;
}

type Own = { readonly lang: string; readonly dir: 'ltr' | 'rtl' };

function Masthead({ publication, accent, own }: { publication: Publication; accent: string; own: Own }) {
  const name = { fontFamily: fonts.serif, fontSize: '23px', lineHeight: '1.3', fontWeight: 700 };
  return (
    <div className="mark" style={{ borderTop: `3px solid ${accent}` }}>
      <div
        {...own}
        className="rule"
        style={{ borderBottom: `1px solid ${light.rule}`, padding: '13px 0 14px', textAlign: 'inherit' }}
      >
        <Text className="ink" style={{ ...name, color: light.ink, margin: 0 }}>
          {publication.name}
        </Text>
        <Text className="muted" style={{ ...styles.small, color: light.muted, margin: '1px 0 0' }}>
          {publication.tagline}
        </Text>
      </div>
    </div>
  );
}

function Footer(props: {
  publication: Publication;
  unsubscribeUrl: string | null;
  words: Copy;
  own: Own;
  accent: string;
}) {
  const { publication, unsubscribeUrl, words, own, accent } = props;
  const line = { ...styles.small, color: light.muted, margin: '0 0 8px' };
  return (
    <>
      <Text {...own} className="muted" style={line}>
        {publication.why}
      </Text>
      {unsubscribeUrl !== null && (
        <Text lang={words.lang} dir={words.dir} className="muted" style={line}>
          <Link
            href={unsubscribeUrl}
            className="accent"
            style={{ color: accent, textDecoration: 'underline', fontWeight: 600 }}
          >
            {fill(words.unsubscribe, { name: publication.name })}
          </Link>
        </Text>
      )}
      <Text {...own} className="muted" style={{ ...line, margin: 0 }}>
        {publication.postalAddress}
      </Text>
    </>
  );
}
