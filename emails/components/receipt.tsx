// The receipt: what came in, what is printed, what was cut and why. It is the promise of this newsletter.

import { Heading, Link, Text } from '@react-email/components';
import { receiptLine } from '../../content/copy.ts';
import type { Copy } from '../../content/locales/words.ts';
import type { Stats } from '../../src/digest/index.ts';
import { light, styles } from '../theme.ts';
import { CellBelow } from './cell.tsx';

export function Receipt(props: { stats: Stats; words: Copy; accent: string; ledgerUrl: string | null }) {
  const { stats, words, accent, ledgerUrl } = props;
  const side = { textAlign: 'inherit' } as const;
  return (
    <CellBelow
      above={36}
      className="rule"
      style={{ borderTop: `1px solid ${light.rule}`, paddingTop: '18px', ...side }}
    >
      <div lang={words.lang} dir={words.dir}>
        <Heading
          as="h2"
          className="muted sans"
          style={{ ...styles.label, color: light.muted, margin: 0, ...side }}
        >
          {words.receiptTitle}
        </Heading>
        <Text
          className="soft sans"
          style={{ ...styles.small, color: light.soft, margin: '2px 0 0', ...side }}
        >
          {receiptLine(words, stats)}
        </Text>
        {ledgerUrl !== null && (
          <Text
            className="soft sans"
            style={{ ...styles.small, color: light.soft, margin: '4px 0 0', ...side }}
          >
            <Link href={ledgerUrl} className="accent" style={{ color: accent, textDecoration: 'underline' }}>
              {words.whatWasCut}
            </Link>
          </Text>
        )}
      </div>
    </CellBelow>
  );
}
