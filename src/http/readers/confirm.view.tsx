/** @jsxImportSource hono/jsx */
// The pages behind the link in a confirmation mail.

import { publication } from '../../../content/publication.ts';
import type { Signup } from '../../store/index.ts';
import { Filled } from '../views/filled.tsx';
import { Layout } from '../views/layout.tsx';
import { messagePage } from '../views/message.tsx';
import { maskAddress, words } from '../views/words.ts';
import { nameDay } from './cadence.view.tsx';
import { FromPage } from './own-form.tsx';
import { SubscribeForm } from './subscribe.view.tsx';

export function ConfirmPage({ email, frequency }: Pick<Signup, 'email' | 'frequency'>) {
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

export const confirmedPage = ({ email, frequency }: Pick<Signup, 'email' | 'frequency'>) =>
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

const isWeekly = (frequency: Signup['frequency']): boolean =>
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
