/** @jsxImportSource hono/jsx */
// Leaving. GET shows a page and changes nothing, since mail scanners open links; POST acts. A mail client posts
// `List-Unsubscribe=One-Click` without cookie, login or redirect (RFC 8058), and nothing here asks for more.

import { type Context, Hono } from 'hono';
import { findSubscriber, resubscribe, type Subscriber, unsubscribe } from '../store/index.ts';
import { verifyToken } from '../tokens.ts';
import type { Deps } from './app.ts';
import { ReaderRefusal } from './errors.ts';
import { KB, limitBody } from './guards.ts';
import { EXAMPLE_READER } from './preview.ts';
import { messagePage } from './views/message.tsx';
import { UnsubscribePage } from './views/unsubscribe.tsx';
import { words } from './views/words.ts';

export function unsubscribePages(deps: Deps): Hono {
  return new Hono()
    .use(limitBody(64 * KB))
    .get('/:token', async (c) => {
      const reader = await readReader(deps, c);
      return reader === EXAMPLE_READER ? exampleAnswer(c) : showPage(c, reader);
    })
    .post('/:token', async (c) => {
      const reader = await readReader(deps, c);
      if (reader === EXAMPLE_READER) return exampleAnswer(c);
      const isReturn = (await readAction(c)) === 'resubscribe';
      const subscriber = isReturn
        ? await resubscribe(deps.db, reader.id, deps.now(), `${words.leave.mistake} ${words.leave.back}`)
        : await unsubscribe(deps.db, reader.id, deps.now());
      return showPage(c, subscriber ?? reader);
    });
}

const showPage = (c: Context, subscriber: Subscriber) =>
  c.html(<UnsubscribePage subscriber={subscriber} token={c.req.param('token') ?? ''} />);

/** Whom the link is for. */
export async function readReader(deps: Deps, c: Context): Promise<Subscriber | typeof EXAMPLE_READER> {
  c.header('Cache-Control', 'no-store');
  const payload = await verifyToken(deps.keys, 'unsubscribe', c.req.param('token') ?? '');
  if (payload === EXAMPLE_READER) return EXAMPLE_READER;
  const subscriber = payload === null ? null : await findSubscriber(deps.db, payload);
  if (subscriber === null) throw new ReaderRefusal(404, words.trouble.missingTitle, words.leave.badLink);
  return subscriber;
}

/** Any body will do, and none; only the button on the page asks for something else than leaving. */
async function readAction(c: Context): Promise<unknown> {
  try {
    return (await c.req.parseBody())['action'];
  } catch {
    return null;
  }
}

export const exampleAnswer = (c: Context) =>
  c.html(
    messagePage({
      lang: 'en',
      title: 'An example reader',
      text: 'This link comes from a preview. In the mail of a subscriber it opens the page for leaving.',
    }),
  );
