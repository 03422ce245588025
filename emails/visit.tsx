// Brings a reader the link to what is kept about them.

import { Text } from '@react-email/components';
import { copyFor, fill } from '../content/copy.ts';
import { pageWords } from '../content/pages.ts';
import { type Publication, publication } from '../content/publication.ts';
import { Frame } from './components/frame.tsx';
import { Letter } from './components/letter.tsx';
import { accents, light, styles } from './theme.ts';

export type VisitMailProps = { readonly publication: Publication; readonly visitUrl: string };

export default function VisitMail({ publication, visitUrl }: VisitMailProps) {
  const { visitMail: words, lang } = pageWords(publication.language);
  const { name } = publication;
  const text = fill(words.text, { name });
  return (
    <Frame
      lang={lang}
      dir={copyFor(lang).dir}
      title={fill(words.subject, { name })}
      preheader={text}
      publication={publication}
      unsubscribeUrl={null}
    >
      <Letter
        title={words.title}
        paragraphs={[text]}
        action={{ text: words.action, url: visitUrl }}
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
VisitMail.PreviewProps = {
  publication,
  visitUrl: 'https://second-read.example/preferences/example',
} satisfies VisitMailProps;
