// The questions and answers, set apart on a panel so that they can be found and scanned.

import { Heading, Text } from '@react-email/components';
import type { ReactNode } from 'react';
import type { Copy } from '../../content/locales/words.ts';
import type { Pair } from '../../src/digest/index.ts';
import { light, styles } from '../theme.ts';
import { CellBelow } from './cell.tsx';
import { each } from './each.ts';
import { headingTag, type Level } from './level.ts';

export function Faq(props: {
  pairs: readonly Pair[];
  level: Level;
  words: Copy;
  accent: string;
  /** After the last answer. */
  children: ReactNode;
}) {
  const { pairs, level, words, accent, children } = props;
  if (pairs.length === 0) return children;
  return (
    <CellBelow
      above={42}
      className="panel faq"
      style={{ backgroundColor: light.panel, padding: '24px 26px 10px', textAlign: 'inherit' }}
    >
      <Heading
        as={headingTag(level)}
        lang={words.lang}
        dir={words.dir}
        className="accent"
        style={{ ...styles.section, color: accent, margin: 0, textAlign: 'inherit' }}
      >
        {words.faq}
      </Heading>
      <table role="presentation" width="100%" style={{ borderCollapse: 'collapse', margin: '16px 0 0' }}>
        <tbody>
          {each(pairs, (pair) => (
            <tr>
              <td
                className="rule"
                style={{ borderTop: `1px solid ${light.rule}`, padding: '15px 0 16px', textAlign: 'inherit' }}
              >
                <Heading
                  as={headingTag((level + 1) as Level)}
                  className="ink"
                  style={{ ...styles.question, color: light.ink, margin: 0 }}
                >
                  {pair.question}
                </Heading>
                {each(pair.answer, (text) => (
                  <Text className="soft" style={{ ...styles.body, color: light.soft, margin: '5px 0 0' }}>
                    {text}
                  </Text>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {children}
    </CellBelow>
  );
}
