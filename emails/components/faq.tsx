// The questions and answers, set apart on a panel so that they can be found and scanned.

import { Heading, Section, Text } from '@react-email/components';
import type { Copy } from '../../content/copy.ts';
import type { Pair } from '../../src/digest/index.ts';
import { light, styles } from '../theme.ts';
import { each } from './each.ts';
import { headingTag, type Level } from './level.ts';

export function Faq(props: { pairs: readonly Pair[]; level: Level; words: Copy; accent: string }) {
  const { pairs, level, words, accent } = props;
  if (pairs.length === 0) return null;
  return (
    <Section
      className="panel"
      style={{ backgroundColor: light.panel, margin: '42px 0 0', textAlign: 'inherit' }}
    >
      <div style={{ padding: '24px 26px 26px' }}>
        <Heading
          as={headingTag(level)}
          lang={words.lang}
          dir={words.dir}
          className="accent"
          style={{ ...styles.section, color: accent, margin: 0, textAlign: 'inherit' }}
        >
          {words.faq}
        </Heading>
        {each(pairs, (pair) => (
          <div
            className="rule"
            style={{ borderTop: `1px solid ${light.rule}`, marginTop: '16px', paddingTop: '15px' }}
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
          </div>
        ))}
      </div>
    </Section>
  );
}
