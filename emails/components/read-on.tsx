// Where a mail is cut for its length: how much is left, and the link to the very place on the web.

import { Link, Text } from '@react-email/components';
import type { Copy } from '../../content/locales/words.ts';
import { light, styles } from '../theme.ts';
import { CellBelow } from './cell.tsx';

export function ReadOn(props: { says: string; link: string; href: string; words: Copy; accent: string }) {
  const { says, link, href, words, accent } = props;
  return (
    <CellBelow
      above={24}
      className="mark"
      style={{ borderTop: `2px solid ${accent}`, padding: '12px 0 8px', textAlign: 'inherit' }}
    >
      <div lang={words.lang} dir={words.dir}>
        <Text
          className="soft sans"
          style={{ ...styles.small, color: light.soft, margin: 0, textAlign: 'inherit' }}
        >
          {says}
        </Text>
        <Text className="soft" style={{ ...styles.body, margin: '2px 0 0', textAlign: 'inherit' }}>
          <Link
            href={href}
            className="accent"
            style={{ color: accent, textDecoration: 'underline', fontWeight: 700 }}
          >
            {link}
          </Link>
        </Text>
      </div>
    </CellBelow>
  );
}
