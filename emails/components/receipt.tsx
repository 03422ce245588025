// The receipt: what came in, what is printed, what was cut and why. It is the promise of this newsletter.

import { Heading, Text } from '@react-email/components';
import { type Copy, receiptLine } from '../../content/copy.ts';
import type { Stats } from '../../src/digest/index.ts';
import { light, styles } from '../theme.ts';

export function Receipt({ stats, words }: { stats: Stats; words: Copy }) {
  return (
    <div
      className="rule"
      lang={words.lang}
      dir={words.dir}
      style={{
        borderTop: `1px solid ${light.rule}`,
        marginTop: '36px',
        paddingTop: '18px',
        textAlign: 'inherit',
      }}
    >
      <Heading as="h2" className="muted" style={{ ...styles.label, color: light.muted, margin: 0 }}>
        {words.receiptTitle}
      </Heading>
      <Text className="soft" style={{ ...styles.small, color: light.soft, margin: '2px 0 0' }}>
        {receiptLine(words, stats)}
      </Text>
    </div>
  );
}
