// Asks whoever was entered on the sign-up form whether it was them.

import { Text } from '@react-email/components';
import { copyFor, fill } from '../content/copy.ts';
import { pageWords } from '../content/pages.ts';
import { type Publication, publication } from '../content/publication.ts';
import { Frame } from './components/frame.tsx';
import { Letter } from './components/letter.tsx';
import { accents, light, styles } from './theme.ts';

export type ConfirmationMailProps = {
  readonly lang: string;
  readonly publication: Publication;
  readonly confirmUrl: string;
};

export default function ConfirmationMail({ lang, publication, confirmUrl }: ConfirmationMailProps) {
  const copy = copyFor(lang);
  const { name } = publication;
  const words = copy.confirm;
  return (
    <Frame
      lang={copy.lang}
      dir={copy.dir}
      title={fill(words.subject, { name })}
      preheader={fill(words.text, { name })}
      publication={publication}
      unsubscribeUrl={null}
    >
      <Letter
        title={words.title}
        paragraphs={[fill(words.text, { name }), fill(pageWords(copy.lang).join.consent, { name })]}
        action={{ text: words.action, url: confirmUrl }}
        accent={accents(publication.accent).light}
      >
        <Text
          className="muted sans"
          style={{ ...styles.small, color: light.muted, margin: '26px 0 0', textAlign: 'inherit' }}
        >
          {words.otherwise}
        </Text>
      </Letter>
    </Frame>
  );
}

/** For React Email's preview tool. */
ConfirmationMail.PreviewProps = {
  lang: 'en',
  publication,
  confirmUrl: 'https://second-read.example/confirm/example',
} satisfies ConfirmationMailProps;
