// A short mail with one thing to say and at most one thing to do.

import { Heading, Link, Text } from '@react-email/components';
import type { ReactNode } from 'react';
import { light, styles } from '../theme.ts';
import { each } from './each.ts';

export type Action = { readonly text: string; readonly url: string };

/** In the mail's language, or in another one. */
export type Paragraph = string | { readonly text: string; readonly lang: string };

export function TransactionalFrame(props: {
  title: string;
  paragraphs: readonly Paragraph[];
  action: Action | null;
  accent: string;
  children?: ReactNode;
}) {
  const { title, paragraphs, action, accent, children } = props;
  return (
    <>
      <Heading
        as="h1"
        className="ink headline"
        style={{ ...styles.headline, color: light.ink, margin: '0 0 4px', textAlign: 'inherit' }}
      >
        {title}
      </Heading>
      {each(paragraphs, (paragraph) => (
        <Text
          {...(typeof paragraph === 'string' ? {} : { lang: paragraph.lang, dir: 'ltr' })}
          className="ink"
          style={{ ...styles.body, color: light.ink, margin: '15px 0 0', textAlign: 'inherit' }}
        >
          {textOf(paragraph)}
        </Text>
      ))}
      {action !== null && <Button {...action} accent={accent} />}
      {children}
    </>
  );
}

export const textOf = (paragraph: Paragraph): string =>
  typeof paragraph === 'string' ? paragraph : paragraph.text;

/** A cell that looks like a button. Outlook for Windows ignores a link's padding and pads the cell instead. */
function Button({ text, url, accent }: Action & { accent: string }) {
  return (
    <table role="presentation" style={{ borderCollapse: 'collapse', margin: '26px 0 0' }}>
      <tbody>
        <tr>
          <td className="button" style={{ backgroundColor: accent }}>
            <Link
              href={url}
              className="button-text sans"
              style={{
                ...styles.small,
                fontSize: '16px',
                fontWeight: 700,
                color: light.sheet,
                textDecoration: 'none',
                display: 'inline-block',
                padding: '11px 20px',
              }}
            >
              {text}
            </Link>
          </td>
        </tr>
      </tbody>
    </table>
  );
}
