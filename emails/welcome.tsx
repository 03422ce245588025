// The first mail to a new subscriber: what comes, and how to leave.

import { copyFor, format, welcomeText } from '../content/copy.ts';
import { type Publication, publication, type Weekday } from '../content/publication.ts';
import { Frame } from './components/frame.tsx';
import { TransactionalFrame } from './components/transactional.tsx';
import { accents } from './theme.ts';

export type WelcomeMailProps = {
  readonly lang: string;
  readonly publication: Publication;
  readonly unsubscribeUrl: string;
  /** The newest issue's page, if there is one. */
  readonly issueUrl: string | null;
  /** The day of the round-up, for readers who chose one mail a week. */
  readonly weeklyDay: Weekday | null;
};

export default function WelcomeMail(props: WelcomeMailProps) {
  const { lang, publication, unsubscribeUrl, issueUrl, weeklyDay } = props;
  const copy = copyFor(lang);
  const { name } = publication;
  const words = copy.welcome;
  const text = welcomeText(lang, { name, weeklyDay });
  return (
    <Frame
      lang={copy.lang}
      dir={copy.dir}
      title={format(words.subject, { name })}
      preheader={text}
      publication={publication}
      unsubscribeUrl={unsubscribeUrl}
    >
      <TransactionalFrame
        title={words.title}
        paragraphs={[text, words.promise]}
        action={issueUrl === null ? null : { text: words.action, url: issueUrl }}
        accent={accents(publication.accent).light}
      />
    </Frame>
  );
}

/** For React Email's preview tool. */
WelcomeMail.PreviewProps = {
  lang: 'en',
  publication,
  unsubscribeUrl: 'https://second-read.example/unsubscribe/example',
  issueUrl: 'https://second-read.example/issues/example',
  weeklyDay: null,
} satisfies WelcomeMailProps;
