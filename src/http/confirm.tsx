/** @jsxImportSource hono/jsx */
// The answer to a confirmation mail. GET shows a button and changes nothing, since mail scanners open links.

import { type Context, Hono } from 'hono';
import { type Publication, publication } from '../../content/publication.ts';
import { sendMoves, sendWelcomes } from '../letters.ts';
import { type Asking, confirmAsking, readAsking } from '../store/index.ts';
import { verifyToken } from '../tokens.ts';
import type { Deps } from './app.ts';
import { readAnyForm } from './form.ts';
import { KB, limitBody } from './guards.ts';
import { isFromPage } from './own-form.tsx';
import { ConfirmPage, confirmedPage, DeadLinkPage } from './views/confirm.tsx';
import { say, words } from './views/words.ts';

/** @param given the publication, which may send no welcome. */
export function confirmPages(deps: Deps, given: Pick<Publication, 'welcome'> = publication): Hono {
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
      const answer = {
        wording: say(words.join.consent),
        erasure: deps.erasure,
        isWelcomed: given.welcome,
      };
      const asking = await read(c, (db, id, now) => confirmAsking(db, id, now, answer));
      if (asking?.welcome) later(c, 'A welcome', sendWelcomes(deps, [asking.welcome]));
      if (asking?.move) later(c, 'A mail about a change of address', sendMoves(deps, [asking.move]));
      const form = await readAnyForm(c);
      return asking?.isDone && isFromPage(form)
        ? c.redirect(`/confirm/${c.req.param('token')}`, 303)
        : show(c, asking);
    });
}

/** After the answer has left. What cannot be handed to the Postmaster then, the clock hands over later. */
const later = (c: Context, what: string, sending: Promise<void>): void =>
  c.executionCtx.waitUntil(
    sending.catch((error: unknown) => console.error(`${what} could not be queued:`, error)),
  );
