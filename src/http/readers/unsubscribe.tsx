/** @jsxImportSource hono/jsx */
// Leaving. GET shows a page and changes nothing, since mail scanners open links; POST acts. A mail client posts
// `List-Unsubscribe=One-Click` without cookie, login or redirect (RFC 8058), and nothing here asks for more.

import { type Context, Hono } from 'hono';
import { verifyToken } from '../../crypto/tokens.ts';
import { findSubscriber, resubscribe, type Subscriber, unsubscribe } from '../../store/index.ts';
import type { Deps } from '../deps.ts';
import { ReaderRefusal } from '../errors.ts';
import { readAnyForm } from '../form.ts';
import { KB, limitBody } from '../guards.ts';
import { EXAMPLE_READER } from '../preview.ts';
import { messagePage } from '../views/message.tsx';
import { words } from '../views/words.ts';
import { answerDone, isFromPage } from './own-form.tsx';
import { ReturnedPage, UnsubscribePage } from './unsubscribe.view.tsx';

export function unsubscribePages(deps: Deps): Hono {
  return new Hono()
    .use(limitBody(64 * KB))
    .get('/:token', async (c) => {
      const reader = await readReader(deps, c);
      if (reader === EXAMPLE_READER) return exampleAnswer(c);
      return c.html(showPage(c, reader, c.req.query('done') === RETURNED));
    })
    .post('/:token', async (c) => {
      const reader = await readReader(deps, c);
      if (reader === EXAMPLE_READER) return exampleAnswer(c);
      // Any body will do, and none; only the button on the page asks for something else than leaving.
      const form = await readAnyForm(c);
      const isReturn = form.read('action') === 'resubscribe';
      const subscriber = isReturn
        ? await resubscribe(deps.db, reader.id, deps.now(), `${words.leave.mistake} ${words.leave.back}`)
        : await unsubscribe(deps.db, reader.id, deps.now());
      const path = `/unsubscribe/${c.req.param('token')}${isReturn ? `?done=${RETURNED}` : ''}`;
      return answerDone(c, isFromPage(form), path, showPage(c, subscriber ?? reader, isReturn));
    });
}

/** After "subscribe again" the page says that it worked, as long as that is so. */
const RETURNED = 'returned';

const showPage = (c: Context, subscriber: Subscriber, isReturn: boolean) =>
  isReturn && subscriber.state === 'active' ? (
    <ReturnedPage subscriber={subscriber} token={c.req.param('token') ?? ''} />
  ) : (
    <UnsubscribePage subscriber={subscriber} token={c.req.param('token') ?? ''} />
  );

/** Whom the link is for. */
export async function readReader(deps: Deps, c: Context): Promise<Subscriber | typeof EXAMPLE_READER> {
  c.header('Cache-Control', 'no-store');
  const claims = await verifyToken(deps.keys, 'unsubscribe', c.req.param('token') ?? '', deps.now());
  const id = claims.ok ? claims.value.subject : null;
  if (id === EXAMPLE_READER) return EXAMPLE_READER;
  const subscriber = id === null ? null : await findSubscriber(deps.db, id);
  if (subscriber === null) throw new ReaderRefusal(404, words.trouble.missingTitle, words.leave.badLink);
  return subscriber;
}

export const exampleAnswer = (c: Context) =>
  c.html(
    messagePage({
      lang: 'en',
      title: 'An example reader',
      text: 'This link comes from a preview. In the mail of a subscriber it opens the page for leaving.',
    }),
  );
