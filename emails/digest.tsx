// The digest: one story under its own headline, or several under "In this issue".

import { Text } from '@react-email/components';
import { copyFor } from '../content/copy.ts';
import { type Publication, publication } from '../content/publication.ts';
import type { Digest } from '../src/digest/index.ts';
import { Contents } from './components/contents.tsx';
import { Frame } from './components/frame.tsx';
import { Receipt } from './components/receipt.tsx';
import { StoryPart } from './components/story.tsx';
import { example } from './example.ts';
import { accents, styles } from './theme.ts';
import type { WebLinks } from './web-links.ts';

export type DigestMailProps = {
  readonly digest: Digest;
  readonly publication: Publication;
  readonly unsubscribeUrl: string;
  /** Null when there is no choice between every issue and the round-up. */
  readonly preferencesUrl: string | null;
  /** Null when the publication has no pages on the web. */
  readonly web: WebLinks | null;
};

export default function DigestMail(props: DigestMailProps) {
  const { digest, publication, unsubscribeUrl, preferencesUrl, web } = props;
  const words = copyFor(digest.lang);
  const accent = accents(publication.accent).light;
  const several = digest.stories.length > 1;
  return (
    <Frame
      lang={digest.lang}
      dir={digest.dir}
      title={digest.subject}
      preheader={digest.preheader}
      publication={publication}
      unsubscribeUrl={unsubscribeUrl}
      preferencesUrl={preferencesUrl}
      webUrl={web?.issue ?? null}
    >
      {digest.sample && (
        <Text
          lang={words.lang}
          dir={words.dir}
          className="accent sans"
          style={{ ...styles.label, color: accent, margin: '0 0 10px', textAlign: 'inherit' }}
        >
          {words.sample}
        </Text>
      )}
      {several && (
        <Contents
          title={digest.isRoundUp ? words.week.contents : words.inThisIssue}
          stories={digest.stories}
          dir={digest.dir}
          words={words}
          accent={accent}
        />
      )}
      {digest.stories.map((story) => (
        <StoryPart key={story.id} story={story} level={several ? 2 : 1} accent={accent} web={web} />
      ))}
      <Receipt stats={digest.receipt} words={words} accent={accent} ledgerUrl={web?.ledger ?? null} />
    </Frame>
  );
}

/** For React Email's preview tool. */
DigestMail.PreviewProps = {
  digest: example,
  publication,
  unsubscribeUrl: 'https://second-read.example/unsubscribe/example',
  preferencesUrl: 'https://second-read.example/preferences/example',
  web: {
    issue: 'https://second-read.example/issues/example',
    ledger: 'https://second-read.example/issues/example/ledger',
    issues: 'https://second-read.example/issues',
  },
} satisfies DigestMailProps;
