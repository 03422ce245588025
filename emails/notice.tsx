// To the editors: something waits for them, or went wrong.

import { Text } from '@react-email/components';
import { copyFor, format } from '../content/copy.ts';
import { type Publication, publication } from '../content/publication.ts';
import { Frame } from './components/frame.tsx';
import { type Action, type Paragraph, TransactionalFrame, textOf } from './components/transactional.tsx';
import { accents, styles } from './theme.ts';

export type NoticeMailProps = {
  readonly publication: Publication;
  /** What happened, in one line; and what an editor must know of it. */
  readonly title: string;
  readonly paragraphs: readonly Paragraph[];
  readonly action: Action | null;
};

export default function NoticeMail({ publication, title, paragraphs, action }: NoticeMailProps) {
  const copy = copyFor(publication.language);
  const accent = accents(publication.accent).light;
  return (
    <Frame
      lang={copy.lang}
      dir={copy.dir}
      title={title}
      preheader={textOf(paragraphs[0] ?? '')}
      publication={publication}
      unsubscribeUrl={null}
    >
      <Text
        className="accent sans"
        style={{ ...styles.label, color: accent, margin: '0 0 10px', textAlign: 'inherit' }}
      >
        {format(copy.notice, { name: publication.name })}
      </Text>
      <TransactionalFrame title={title} paragraphs={paragraphs} action={action} accent={accent} />
    </Frame>
  );
}

/** For React Email's preview tool. */
NoticeMail.PreviewProps = {
  publication,
  title: 'Issue 12 is paused',
  paragraphs: [
    'The mail provider refused the last request: the monthly quota is used up. 4,100 of 9,800 mails have left.',
    'Nothing is lost. Sending goes on where it stopped when you resume it.',
  ],
  action: { text: 'Open the issue on the desk', url: 'https://second-read.example/desk' },
} satisfies NoticeMailProps;
