/** @jsxImportSource hono/jsx */
// The answer to a confirmation mail. GET shows a button and changes nothing, since mail scanners open links.

import { type Context, Hono } from 'hono';
import { type Asking, confirmAsking, readAsking } from '../store/index.ts';
import { verifyToken } from '../tokens.ts';
import type { Deps } from './app.ts';
import { readAnyForm } from './form.ts';
import { KB, limitBody } from './guards.ts';
import { isFromPage } from './own-form.tsx';
import { ConfirmPage, confirmedPage, DeadLinkPage } from './views/confirm.tsx';
import { say, words } from './views/words.ts';

export function confirmPages(deps: Deps): Hono {
  const read = async (c: Context, act: typeof readAsking): Promise<Asking | null> => {
    c.header('Cache-Control', 'no-store');
    const claims = await verifyToken(deps.keys, 'confirm', c.req.param('token') ?? '', deps.now());
    return claims.ok ? act(deps.db, claims.value.subject, deps.now()) : null;
  };
  const show = (c: Context, asking: Asking | null) => {
    if (asking?.isDone) return c.html(confirmedPage(asking));
    return asking?.isOpen ? c.html(<ConfirmPage {...asking} />) : c.html(<DeadLinkPage />, 404);
  };
  return new Hono()
    .use(limitBody(64 * KB))
    .get('/:token', async (c) => show(c, await read(c, readAsking)))
    .post('/:token', async (c) => {
      const asking = await read(c, (db, id, now) =>
        confirmAsking(db, id, now, { wording: say(words.join.consent), erasure: deps.erasure }),
      );
      const form = await readAnyForm(c);
      return asking?.isDone && isFromPage(form)
        ? c.redirect(`/confirm/${c.req.param('token')}`, 303)
        : show(c, asking);
    });
}
