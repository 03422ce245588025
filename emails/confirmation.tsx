// Asks the owner of an address whether they signed up with it, or whether it is their new address.

import { Text } from '@react-email/components';
import { copyFor, format } from '../content/copy.ts';
import { nameDay } from '../content/dates.ts';
import { pageWords } from '../content/pages.ts';
import { type Publication, publication } from '../content/publication.ts';
import { Frame } from './components/frame.tsx';
import { TransactionalFrame } from './components/transactional.tsx';
import { accents, light, styles } from './theme.ts';

/** For every issue, for the round-up of the week, or for what went to another address until now. */
export type SignupKind = 'every' | 'weekly' | 'move';

export type ConfirmationMailProps = {
  readonly lang: string;
  readonly publication: Publication;
  readonly kind: SignupKind;
  readonly confirmUrl: string;
};

/** What the mail says, in html and in plain text. */
export function confirmationWords({ lang, publication, kind }: Omit<ConfirmationMailProps, 'confirmUrl'>) {
  const { confirm } = copyFor(lang);
  const { join, moveMail } = pageWords(lang);
  const { name, weekly } = publication;
  const words = kind === 'move' ? moveMail : confirm;
  const text =
    kind === 'weekly' && weekly !== null
      ? format(confirm.weekly, { name, day: nameDay(copyFor(lang).lang, weekly.day) })
      : format(words.text, { name });
  return {
    subject: format(words.subject, { name }),
    title: words.title,
    paragraphs: kind === 'move' ? [text] : [text, format(join.consent, { name })],
    action: words.action,
    otherwise: words.otherwise,
  };
}

export default function ConfirmationMail(props: ConfirmationMailProps) {
  const { lang, publication, confirmUrl } = props;
  const copy = copyFor(lang);
  const words = confirmationWords(props);
  return (
    <Frame
      lang={copy.lang}
      dir={copy.dir}
      title={words.subject}
      preheader={words.paragraphs[0] ?? ''}
      publication={publication}
      unsubscribeUrl={null}
    >
      <TransactionalFrame
        title={words.title}
        paragraphs={words.paragraphs}
        action={{ text: words.action, url: confirmUrl }}
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
ConfirmationMail.PreviewProps = {
  lang: 'en',
  publication,
  kind: 'every',
  confirmUrl: 'https://second-read.example/confirm/example',
} satisfies ConfirmationMailProps;
