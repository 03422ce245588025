// "In this issue": the mail's own headline when it carries several stories, with a link to each.

import { Heading, Link } from '@react-email/components';
import type { Copy } from '../../content/locales/words.ts';
import type { Story } from '../../src/digest/index.ts';
import { light, styles } from '../theme.ts';

export function Contents(props: {
  title: string;
  stories: readonly Story[];
  dir: 'ltr' | 'rtl';
  words: Copy;
  accent: string;
}) {
  const { title, stories, dir, words, accent } = props;
  return (
    <>
      <Heading
        as="h1"
        lang={words.lang}
        dir={words.dir}
        className="ink headline"
        style={{ ...styles.headline, color: light.ink, margin: '0 0 14px', textAlign: 'inherit' }}
      >
        {title}
      </Heading>
      <ol style={{ margin: dir === 'rtl' ? '0 26px 8px 0' : '0 0 8px 26px', padding: 0 }}>
        {stories.map((story) => (
          <li
            key={story.id}
            className="muted"
            style={{ ...styles.body, lineHeight: '1.45', color: light.muted, margin: '0 0 10px' }}
          >
            <Link
              href={`#${story.id}`}
              target="_self"
              className="accent"
              style={{ color: accent, textDecoration: 'underline' }}
            >
              {/* Outlook for Windows is confused by a direction on the link itself. */}
              <span lang={story.lang} dir={story.dir}>
                {story.title}
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </>
  );
}
