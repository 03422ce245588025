// Brings a reader the link to what is kept about them.

import { Text } from '@react-email/components';
import { copyFor, format } from '../content/copy.ts';
import { pageWords } from '../content/pages.ts';
import { type Publication, publication } from '../content/publication.ts';
import { Frame } from './components/frame.tsx';
import { TransactionalFrame } from './components/transactional.tsx';
import { accents, light, styles } from './theme.ts';

export type DataLinkMailProps = { readonly publication: Publication; readonly visitUrl: string };

export default function DataLinkMail({ publication, visitUrl }: DataLinkMailProps) {
  const { dataLinkMail: words, lang } = pageWords(publication.language);
  const { name } = publication;
  const text = format(words.text, { name });
  return (
    <Frame
      lang={lang}
      dir={copyFor(lang).dir}
      title={format(words.subject, { name })}
      preheader={text}
      publication={publication}
      unsubscribeUrl={null}
    >
      <TransactionalFrame
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
      </TransactionalFrame>
    </Frame>
  );
}

/** For React Email's preview tool. */
DataLinkMail.PreviewProps = {
  publication,
  visitUrl: 'https://second-read.example/preferences/example',
} satisfies DataLinkMailProps;
