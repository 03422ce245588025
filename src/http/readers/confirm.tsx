/** @jsxImportSource hono/jsx */
// The answer to a confirmation mail. GET shows a button and changes nothing, since mail scanners open links.

import { type Context, Hono } from 'hono';
import { type Publication, publication } from '../../../content/publication.ts';
import { verifyToken } from '../../crypto/tokens.ts';
import { sendMoves, sendWelcomes } from '../../deliver/transactional.ts';
import { log } from '../../log.ts';
import { confirmSignup, readSignup, type Signup } from '../../store/index.ts';
import type { Deps } from '../deps.ts';
import { readAnyForm } from '../form.ts';
import { KB, limitBody } from '../guards.ts';
import { format, words } from '../views/words.ts';
import { ConfirmPage, confirmedPage, DeadLinkPage } from './confirm.view.tsx';
import { isFromPage } from './own-form.tsx';

/** @param given the publication, which may send no welcome. */
export function confirmPages(deps: Deps, given: Pick<Publication, 'welcome'> = publication): Hono {
  const read = async (c: Context, act: typeof readSignup): Promise<Signup | null> => {
    c.header('Cache-Control', 'no-store');
    const claims = await verifyToken(deps.keys, 'confirm', c.req.param('token') ?? '', deps.now());
    return claims.ok ? act(deps.db, claims.value.subject, deps.now()) : null;
  };
  const show = (c: Context, asking: Signup | null) => {
    if (asking?.isDone) return c.html(confirmedPage(asking));
    return asking?.isOpen ? c.html(<ConfirmPage {...asking} />) : c.html(<DeadLinkPage />, 404);
  };
  return new Hono()
    .use(limitBody(64 * KB))
    .get('/:token', async (c) => show(c, await read(c, readSignup)))
    .post('/:token', async (c) => {
      const answer = {
        wording: format(words.join.consent),
        erasure: deps.erasure,
        isWelcomed: given.welcome,
      };
      const asking = await read(c, (db, id, now) => confirmSignup(db, id, now, answer));
      if (asking?.welcome) later(c, 'a welcome', sendWelcomes(deps, [asking.welcome]));
      if (asking?.move) later(c, 'a mail about a change of address', sendMoves(deps, [asking.move]));
      const form = await readAnyForm(c);
      return asking?.isDone && isFromPage(form)
        ? c.redirect(`/confirm/${c.req.param('token')}`, 303)
        : show(c, asking);
    });
}

/** After the answer has left. What cannot be handed to the Postmaster then, the clock hands over later. */
const later = (c: Context, what: string, sending: Promise<void>): void =>
  c.executionCtx.waitUntil(
    sending.catch((error: unknown) => log('fault', { where: `queueing ${what}`, error })),
  );
