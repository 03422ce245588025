/** @jsxImportSource hono/jsx */
// One page for leaving and for coming back. A mail can be forwarded, so the page shows a masked address only.

import type { Subscriber } from '../../store/index.ts';
import { Filled } from './filled.tsx';
import { Layout } from './layout.tsx';
import { maskAddress, words } from './words.ts';

export type UnsubscribePageProps = { readonly subscriber: Subscriber; readonly token: string };

export function UnsubscribePage({ subscriber, token }: UnsubscribePageProps) {
  const { leave } = words;
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
          <button type="submit" name="action" value="unsubscribe">
            {leave.action}
          </button>
        </form>
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
