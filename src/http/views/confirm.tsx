/** @jsxImportSource hono/jsx */
// The pages behind the link in a confirmation mail.

import { publication } from '../../../content/publication.ts';
import type { Asking } from '../../store/index.ts';
import { FromPage } from '../own-form.tsx';
import { Filled } from './filled.tsx';
import { nameDay } from './frequency.tsx';
import { Layout } from './layout.tsx';
import { messagePage } from './message.tsx';
import { SubscribeForm } from './subscribe.tsx';
import { maskAddress, words } from './words.ts';

export function ConfirmPage({ email, frequency }: Pick<Asking, 'email' | 'frequency'>) {
  const { confirm } = words;
  return (
    <Layout lang={words.lang} title={confirm.title}>
      <h1>{confirm.title}</h1>
      <p>
        <Filled words={confirm.text} address={maskAddress(email)} />
      </p>
      {isWeekly(frequency) && (
        <p>
          <Filled words={words.frequency.weekly} day={nameDay(publication.weekly)} />
        </p>
      )}
      <form method="post">
        <FromPage />
        <p class="quiet">
          <Filled words={words.join.consent} />
        </p>
        <button type="submit">{confirm.action}</button>
      </form>
    </Layout>
  );
}

export const confirmedPage = ({ email, frequency }: Pick<Asking, 'email' | 'frequency'>) =>
  messagePage({
    title: words.confirm.doneTitle,
    text: (
      <Filled
        words={isWeekly(frequency) ? words.confirm.doneWeekly : words.confirm.doneText}
        address={maskAddress(email)}
        day={nameDay(publication.weekly)}
      />
    ),
  });

const isWeekly = (frequency: Asking['frequency']): boolean =>
  frequency === 'weekly' && publication.weekly !== null;

export function DeadLinkPage() {
  const { confirm } = words;
  return (
    <Layout lang={words.lang} title={confirm.deadTitle}>
      <h1>{confirm.deadTitle}</h1>
      <p>{confirm.deadText}</p>
      <SubscribeForm />
    </Layout>
  );
}
