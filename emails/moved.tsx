// Tells an address that its issues go to another one now.

import { copyFor, format } from '../content/copy.ts';
import { pageWords } from '../content/pages.ts';
import { type Publication, publication } from '../content/publication.ts';
import { Frame } from './components/frame.tsx';
import { TransactionalFrame } from './components/transactional.tsx';
import { accents } from './theme.ts';

export type MovedMailProps = { readonly publication: Publication };

export default function MovedMail({ publication }: MovedMailProps) {
  const { movedMail: words, lang } = pageWords(publication.language);
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
        paragraphs={[text, words.otherwise]}
        action={null}
        accent={accents(publication.accent).light}
      />
    </Frame>
  );
}

/** For React Email's preview tool. */
MovedMail.PreviewProps = { publication } satisfies MovedMailProps;
