/** @jsxImportSource hono/jsx */
// A reader's own data. The link at the end of an issue may have been forwarded: here it can only switch between every
// issue and the round-up, and ask for another link, which is mailed to the address, lives for an hour and is good for
// one act. GET changes nothing.

import { type Context, Hono } from 'hono';
import { limits } from '../../content/limits.ts';
import { type Publication, publication } from '../../content/publication.ts';
import { sendVisitLink } from '../letters.ts';
import {
  chooseFrequency,
  type Frequency,
  normaliseAddress,
  openVisit,
  type Subscriber,
} from '../store/index.ts';
import { signToken, verifyToken } from '../tokens.ts';
import type { Deps } from './app.ts';
import { ReaderRefusal } from './errors.ts';
import { KB, limitBody } from './guards.ts';
import { EXAMPLE_READER } from './preview.ts';
import { exampleAnswer, readReader } from './unsubscribe.tsx';
import { readFrequency } from './views/frequency.tsx';
import { linkSentPage, PreferencesPage, VisitPage } from './views/preferences.tsx';
import { words } from './views/words.ts';
import { changeAddress, erase, exportData, findVisitor, type Visit } from './visit.ts';

/** Mail to the others would come back, or was asked not to be sent. */
const MAY_GET_A_LINK: readonly Subscriber['state'][] = ['active', 'pending', 'unsubscribed'];

/** @param given the publication, which may offer no round-up. */
export function preferencesPages(deps: Deps, { weekly }: Pick<Publication, 'weekly'> = publication): Hono {
  return new Hono()
    .use(limitBody(64 * KB))
    .get('/:token', async (c) => {
      const visit = await readVisitToken(deps, c);
      if (visit !== null) return c.html(<VisitPage reader={await findVisitor(deps, visit)} />);
      const reader = await readReader(deps, c);
      if (reader === EXAMPLE_READER) return exampleAnswer(c);
      return c.html(<PreferencesPage reader={reader} token={c.req.param('token')} weekly={weekly} />);
    })
    .post('/:token', async (c) => {
      const visit = await readVisitToken(deps, c);
      const form = await readForm(c);
      if (visit !== null) return act(deps, c, visit, form);
      const reader = await readReader(deps, c);
      if (reader === EXAMPLE_READER) return exampleAnswer(c);
      if (form.action === 'link') return c.html(linkSentPage(reader, await mailLink(deps, reader)));
      const token = c.req.param('token');
      const wanted = form.action === 'every' ? 'every' : form.frequency;
      if (wanted === null || (wanted === 'weekly' && weekly === null))
        return c.html(<PreferencesPage reader={reader} token={token} weekly={weekly} />);
      const now = (await chooseFrequency(deps.db, reader.id, wanted, deps.now())) ?? reader;
      return c.html(<PreferencesPage reader={now} token={token} weekly={weekly} saved />);
    });
}

async function act(deps: Deps, c: Context, visit: Visit, { action, email }: Form): Promise<Response> {
  const reader = await findVisitor(deps, visit);
  switch (action) {
    case 'export':
      return exportData(deps, c, visit);
    case 'change': {
      const address = normaliseAddress(email);
      if (!address.ok) return c.html(<VisitPage reader={reader} email={email.slice(0, 254)} refused />, 422);
      // Nothing is to be done, so the link is not used up.
      if (address.value === reader.email) return c.html(<VisitPage reader={reader} />);
      return changeAddress(deps, c, visit, address.value);
    }
    case 'erase':
      return erase(deps, c, visit);
    default:
      return c.html(<VisitPage reader={reader} />);
  }
}

/** @returns null when it is on its way, or when the next one may leave. Whom no mail may be sent gets none. */
async function mailLink(deps: Deps, { id, email, state }: Subscriber): Promise<number | null> {
  if (email === null || !MAY_GET_A_LINK.includes(state)) return null;
  const expiresAt = deps.now() + limits.visitLastsMs;
  const visitId = await openVisit(deps.db, id, expiresAt);
  const token = await signToken(deps.signingKey, 'visit', `${visitId}.${expiresAt}`);
  const answer = await sendVisitLink(deps, { email, token });
  return typeof answer === 'object' ? answer.limitedUntil : null;
}

/** @returns null for a token of another kind; refuses one whose hour is over. */
async function readVisitToken(deps: Deps, c: Context): Promise<Visit | null> {
  c.header('Cache-Control', 'no-store');
  const payload = await verifyToken(deps.keys, 'visit', c.req.param('token') ?? '');
  if (payload === null) return null;
  const [id = '', expiresAt = ''] = payload.split('.');
  if (!(Number(expiresAt) > deps.now()))
    throw new ReaderRefusal(404, words.confirm.deadTitle, words.visit.deadText);
  return { id };
}

type Form = { readonly action: string; readonly email: string; readonly frequency: Frequency | null };

async function readForm(c: Context): Promise<Form> {
  const body = await c.req.parseBody().catch(() => ({}) as Record<string, unknown>);
  const read = (name: string): string => (typeof body[name] === 'string' ? body[name] : '');
  return { action: read('action'), email: read('email'), frequency: readFrequency(body['frequency']) };
}
