/** @jsxImportSource hono/jsx */
// A reader's preferences. The link at the end of an issue may have been forwarded: here it can only switch between every
// issue and the round-up, and request a data link, which is mailed to the address. GET changes nothing.

import { type Context, Hono } from 'hono';
import { limits } from '../../../content/limits.ts';
import { type Publication, publication } from '../../../content/publication.ts';
import { signToken } from '../../crypto/tokens.ts';
import { sendDataLink } from '../../deliver/transactional.ts';
import { chooseCadence, openDataLink, type Subscriber } from '../../store/index.ts';
import type { Deps } from '../deps.ts';
import { type Fields, readForm } from '../form.ts';
import { KB, limitBody } from '../guards.ts';
import { EXAMPLE_READER } from '../preview.ts';
import { readCadence, type Weekly } from './cadence.view.tsx';
import { actOnData, readDataLinkOwner, showData } from './data-link.tsx';
import { erasedPage } from './data-link.view.tsx';
import { answerDone, isFromPage } from './own-form.tsx';
import { linkSentPage, PreferencesPage } from './preferences.view.tsx';
import { answerExample, readReader } from './unsubscribe.tsx';

/** Mail to the others would come back, or they asked not to get any. */
const MAY_GET_A_LINK: readonly Subscriber['state'][] = ['active', 'pending', 'unsubscribed'];

/** @param given the publication, which may offer no round-up. */
export function preferencesPages(deps: Deps, { weekly }: Pick<Publication, 'weekly'> = publication): Hono {
  return new Hono()
    .use(limitBody(64 * KB))
    .get('/erased', (c) => c.html(erasedPage()))
    .get('/:token', async (c) => {
      const owner = await readDataLinkOwner(deps, c);
      return owner === null ? showPreferences(deps, c, weekly) : showData(deps, c, owner);
    })
    .post('/:token', async (c) => {
      const owner = await readDataLinkOwner(deps, c);
      const form = await readForm(c);
      return owner === null ? actOnPreferences(deps, c, weekly, form) : actOnData(deps, c, owner, form);
    });
}

async function showPreferences(deps: Deps, c: Context, weekly: Weekly): Promise<Response> {
  const reader = await readReader(deps, c);
  if (reader === EXAMPLE_READER) return answerExample(c);
  const done = c.req.query('done');
  if (done === 'link') return c.html(linkSentPage(reader, readTime(c.req.query('until'))));
  return c.html(renderPage(c, reader, weekly, done === 'frequency'));
}

async function actOnPreferences(deps: Deps, c: Context, weekly: Weekly, form: Fields): Promise<Response> {
  const reader = await readReader(deps, c);
  if (reader === EXAMPLE_READER) return answerExample(c);
  if (form.read('action') === 'link') return mailLink(deps, c, reader, form);
  const wanted = readWanted(form);
  if (wanted === null || (wanted === 'weekly' && weekly === null))
    return c.html(renderPage(c, reader, weekly));
  const now = (await chooseCadence(deps.db, reader.id, wanted, deps.now())) ?? reader;
  return answerDone(c, isFromPage(form), `${pathOf(c)}?done=frequency`, renderPage(c, now, weekly, true));
}

const readWanted = (form: Fields) =>
  form.read('action') === 'every' ? 'every' : readCadence(form.read('frequency'));

async function mailLink(deps: Deps, c: Context, reader: Subscriber, form: Fields): Promise<Response> {
  const until = await sendLink(deps, reader);
  const path = `${pathOf(c)}?done=link${until === null ? '' : `&until=${until}`}`;
  return answerDone(c, isFromPage(form), path, linkSentPage(reader, until));
}

/** @returns when the next link may be sent, if none is sent now because of a limit. Some readers may get no mail. */
async function sendLink(deps: Deps, { id, email, state }: Subscriber): Promise<number | null> {
  if (email === null || !MAY_GET_A_LINK.includes(state)) return null;
  const expiresAt = deps.now() + limits.dataLinkLastsMs;
  const linkId = await openDataLink(deps.db, id, expiresAt);
  const token = await signToken(deps.signingKey, 'visit', linkId, expiresAt);
  const answer = await sendDataLink(deps, { email, token });
  return typeof answer === 'object' ? answer.limitedUntil : null;
}

/** When the next link may be sent, as the address says it. Any other value is ignored. */
const readTime = (value: string | undefined): number | null =>
  value !== undefined && /^\d{13}$/.test(value) ? Number(value) : null;

const renderPage = (c: Context, reader: Subscriber, weekly: Weekly, saved = false) => (
  <PreferencesPage reader={reader} token={c.req.param('token') ?? ''} weekly={weekly} saved={saved} />
);

const pathOf = (c: Context): string => `/preferences/${c.req.param('token')}`;
