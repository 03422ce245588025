/** @jsxImportSource hono/jsx */
// Unsubscribing. GET shows a page and changes nothing, since mail scanners open links; POST acts. A mail client posts
// `List-Unsubscribe=One-Click` without cookie, login or redirect (RFC 8058), so nothing here requires more.

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
    .get('/:token', (c) => show(deps, c))
    .post('/:token', (c) => act(deps, c));
}

async function show(deps: Deps, c: Context): Promise<Response> {
  const reader = await readReader(deps, c);
  if (reader === EXAMPLE_READER) return answerExample(c);
  return c.html(renderPage(c, reader, c.req.query('done') === RETURNED));
}

/** Any body will do, even none: only the button on the page for coming back asks for something else. */
async function act(deps: Deps, c: Context): Promise<Response> {
  const reader = await readReader(deps, c);
  if (reader === EXAMPLE_READER) return answerExample(c);
  const form = await readAnyForm(c);
  const isReturn = form.read('action') === 'resubscribe';
  const now = isReturn
    ? await resubscribe(deps.db, reader.id, deps.now(), `${words.leave.mistake} ${words.leave.back}`)
    : await unsubscribe(deps.db, reader.id, deps.now());
  const path = `/unsubscribe/${c.req.param('token')}${isReturn ? `?done=${RETURNED}` : ''}`;
  return answerDone(c, isFromPage(form), path, renderPage(c, now ?? reader, isReturn));
}

/** After "subscribe again" the page says that it worked, as long as the reader stays subscribed. */
const RETURNED = 'returned';

const renderPage = (c: Context, subscriber: Subscriber, isReturn: boolean) =>
  isReturn && subscriber.state === 'active' ? (
    <ReturnedPage subscriber={subscriber} token={c.req.param('token') ?? ''} />
  ) : (
    <UnsubscribePage subscriber={subscriber} token={c.req.param('token') ?? ''} />
  );

/** The reader to whom the link belongs. */
export async function readReader(deps: Deps, c: Context): Promise<Subscriber | typeof EXAMPLE_READER> {
  c.header('Cache-Control', 'no-store');
  const claims = await verifyToken(deps.keys, 'unsubscribe', c.req.param('token') ?? '', deps.now());
  const id = claims.ok ? claims.value.subject : null;
  if (id === EXAMPLE_READER) return EXAMPLE_READER;
  const subscriber = id === null ? null : await findSubscriber(deps.db, id);
  if (subscriber === null) throw new ReaderRefusal(404, words.trouble.missingTitle, words.leave.badLink);
  return subscriber;
}

export const answerExample = (c: Context) =>
  c.html(
    messagePage({
      lang: 'en',
      title: 'An example reader',
      text: 'This link comes from a preview. In the mail of a subscriber it opens the page for unsubscribing.',
    }),
  );
