/** @jsxImportSource hono/jsx */
// One page for unsubscribing and for coming back. A mail can be forwarded, so the page shows a masked address only.

import { publication } from '../../../content/publication.ts';
import type { Subscriber } from '../../store/index.ts';
import { Filled } from '../views/filled.tsx';
import { Layout } from '../views/layout.tsx';
import { maskAddress, words } from '../views/words.ts';
import { nameDay, type Weekly } from './cadence.view.tsx';
import { FromPage } from './own-form.tsx';

export type UnsubscribePageProps = {
  readonly subscriber: Subscriber;
  readonly token: string;
  readonly weekly?: Weekly;
};

export function UnsubscribePage(props: UnsubscribePageProps) {
  const { subscriber, token, weekly = publication.weekly } = props;
  const { leave, frequency } = words;
  const address = maskAddress(subscriber.email);
  const more = subscriber.email !== null && (
    <p class="quiet">
      <a href={`/preferences/${token}`}>{leave.more}</a>
    </p>
  );
  if (subscriber.state === 'active' || subscriber.state === 'pending')
    return (
      <Layout lang={words.lang} title={leave.action}>
        <h1>
          <Filled words={leave.title} />
        </h1>
        <p>
          <Filled words={leave.text} address={address} />
        </p>
        <form method="post">
          <FromPage />
          <button type="submit" name="action" value="unsubscribe">
            {leave.action}
          </button>
        </form>
        {weekly !== null && subscriber.state === 'active' && subscriber.frequency === 'every' && (
          <form method="post" action={`/preferences/${token}`}>
            <FromPage />
            <p>{frequency.rather}</p>
            <button class="quiet" type="submit" name="frequency" value="weekly">
              {frequency.ratherAction}
            </button>
          </form>
        )}
        {more}
      </Layout>
    );
  return (
    <Layout lang={words.lang} title={leave.leftTitle}>
      <h1>{leave.leftTitle}</h1>
      <p>
        <Filled words={leave.leftText} address={address} />
      </p>
      {subscriber.state === 'unsubscribed' && (
        <form method="post">
          <FromPage />
          <p>{leave.mistake}</p>
          <button class="quiet" type="submit" name="action" value="resubscribe">
            {leave.back}
          </button>
        </form>
      )}
      {more}
    </Layout>
  );
}

/** After "subscribe again": says that it worked, and how often mail comes. */
export function ReturnedPage({ subscriber, token, weekly = publication.weekly }: UnsubscribePageProps) {
  const { leave, preferences } = words;
  const isWeekly = subscriber.frequency === 'weekly' && weekly !== null;
  return (
    <Layout lang={words.lang} title={leave.returnedTitle}>
      <h1>{leave.returnedTitle}</h1>
      <p role="status">
        <Filled
          words={isWeekly ? leave.returnedWeekly : leave.returnedText}
          address={maskAddress(subscriber.email)}
          day={nameDay(weekly)}
        />
      </p>
      <p class="quiet">
        <a href={`/preferences/${token}`}>{preferences.title}</a>
      </p>
    </Layout>
  );
}
