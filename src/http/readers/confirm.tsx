/** @jsxImportSource hono/jsx */
// The link in a confirmation mail. GET shows a button and changes nothing, since mail scanners open links.

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
  return new Hono()
    .use(limitBody(64 * KB))
    .get('/:token', async (c) => showSignup(c, await readToken(deps, c, readSignup)))
    .post('/:token', (c) => confirm(deps, c, given));
}

async function confirm(
  deps: Deps,
  c: Context,
  { welcome: isWelcomed }: Pick<Publication, 'welcome'>,
): Promise<Response> {
  const consent = { wording: format(words.join.consent), erasure: deps.erasure, isWelcomed };
  const signup = await readToken(deps, c, (db, id, now) => confirmSignup(db, id, now, consent));
  if (signup?.welcome) later(c, 'a welcome', sendWelcomes(deps, [signup.welcome]));
  if (signup?.move) later(c, 'a mail about a change of address', sendMoves(deps, [signup.move]));
  const isFromOurPage = isFromPage(await readAnyForm(c));
  if (signup?.isDone && isFromOurPage) return c.redirect(`/confirm/${c.req.param('token')}`, 303);
  return showSignup(c, signup);
}

/** @param act what to do with the signup that the token names. @returns null for a token that is not valid. */
async function readToken(deps: Deps, c: Context, act: typeof readSignup): Promise<Signup | null> {
  c.header('Cache-Control', 'no-store');
  const claims = await verifyToken(deps.keys, 'confirm', c.req.param('token') ?? '', deps.now());
  return claims.ok ? act(deps.db, claims.value.subject, deps.now()) : null;
}

function showSignup(c: Context, signup: Signup | null): Response | Promise<Response> {
  if (signup?.isDone) return c.html(confirmedPage(signup));
  return signup?.isOpen ? c.html(<ConfirmPage {...signup} />) : c.html(<DeadLinkPage />, 404);
}

/** Runs after the answer. If the Postmaster does not take the mail then, the clock hands it over later. */
const later = (c: Context, what: string, sending: Promise<void>): void =>
  c.executionCtx.waitUntil(
    sending.catch((error: unknown) => log('fault', { where: `queueing ${what}`, error })),
  );
