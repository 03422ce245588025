/** @jsxImportSource hono/jsx */
// One page for leaving and for coming back. A mail can be forwarded, so the page shows a masked address only.

import { publication } from '../../../content/publication.ts';
import type { Subscriber } from '../../store/index.ts';
import { Layout } from './layout.tsx';

export function UnsubscribePage({ subscriber }: { readonly subscriber: Subscriber }) {
  const address = <strong>{maskAddress(subscriber.email)}</strong>;
  if (subscriber.state === 'active' || subscriber.state === 'pending')
    return (
      <Layout title="Unsubscribe">
        <h1>Leave {publication.name}?</h1>
        <p>No further issue will be sent to {address}.</p>
        <form method="post">
          <button type="submit" name="action" value="unsubscribe">
            Unsubscribe
          </button>
        </form>
      </Layout>
    );
  return (
    <Layout title="Unsubscribed">
      <h1>You have left</h1>
      <p>
        {address} gets no further issue of {publication.name}. An issue that is being sent at this moment may
        still arrive.
      </p>
      {subscriber.state === 'unsubscribed' && (
        <form method="post">
          <p>Was that a mistake?</p>
          <button class="quiet" type="submit" name="action" value="resubscribe">
            Subscribe again
          </button>
        </form>
      )}
    </Layout>
  );
}

/** `anna@example.org` -> `a…@example.org`: enough for its owner, too little for anybody else. */
export function maskAddress(email: string | null): string {
  if (email === null) return 'This address';
  const at = email.lastIndexOf('@');
  const [first = ''] = email.slice(0, at);
  return `${first}…${email.slice(at)}`;
}
