/** @jsxImportSource hono/jsx */
// A reader's own data. The link at the end of an issue may have been forwarded: here it can only switch between every
// issue and the round-up, and ask for another link, which is mailed to the address and lives for an hour. GET changes
// nothing.

import { type Context, Hono } from 'hono';
import { limits } from '../../../content/limits.ts';
import { type Publication, publication } from '../../../content/publication.ts';
import { signToken, verifyToken } from '../../crypto/tokens.ts';
import { sendDataLink } from '../../deliver/transactional.ts';
import {
  type Cadence,
  chooseCadence,
  normaliseAddress,
  openDataLink,
  type Subscriber,
} from '../../store/index.ts';
import type { Deps } from '../deps.ts';
import { ReaderRefusal } from '../errors.ts';
import { readForm } from '../form.ts';
import { KB, limitBody } from '../guards.ts';
import { EXAMPLE_READER } from '../preview.ts';
import { words } from '../views/words.ts';
import { askToErase, changeAddress, type DataLink, erase, exportData, findVisitor } from './data-link.ts';
import { readCadence } from './frequency.view.tsx';
import { answerDone, isFromPage } from './own-form.tsx';
import { changeAskedPage, DataPage, erasedPage, linkSentPage, PreferencesPage } from './preferences.view.tsx';
import { exampleAnswer, readReader } from './unsubscribe.tsx';

/** Mail to the others would come back, or was asked not to be sent. */
const MAY_GET_A_LINK: readonly Subscriber['state'][] = ['active', 'pending', 'unsubscribed'];

/** @param given the publication, which may offer no round-up. */
export function preferencesPages(deps: Deps, { weekly }: Pick<Publication, 'weekly'> = publication): Hono {
  return new Hono()
    .use(limitBody(64 * KB))
    .get('/erased', (c) => c.html(erasedPage()))
    .get('/:token', async (c) => {
      const done = c.req.query('done');
      const visit = await readDataLinkToken(deps, c);
      if (visit !== null) {
        const reader = await findVisitor(deps, visit);
        if (done === 'change') return c.html(changeAskedPage());
        if (c.req.query('ask') === 'erase') return c.html(askToErase(deps));
        return c.html(<DataPage reader={reader} />);
      }
      const reader = await readReader(deps, c);
      if (reader === EXAMPLE_READER) return exampleAnswer(c);
      if (done === 'link') return c.html(linkSentPage(reader, readTime(c.req.query('until'))));
      const token = c.req.param('token');
      return c.html(
        <PreferencesPage reader={reader} token={token} weekly={weekly} saved={done === 'frequency'} />,
      );
    })
    .post('/:token', async (c) => {
      const visit = await readDataLinkToken(deps, c);
      const form = await readWish(c);
      if (visit !== null) return act(deps, c, visit, form);
      const reader = await readReader(deps, c);
      if (reader === EXAMPLE_READER) return exampleAnswer(c);
      const token = c.req.param('token');
      const path = `/preferences/${token}`;
      if (form.action === 'link') {
        const until = await mailLink(deps, reader);
        const asked = `${path}?done=link${until === null ? '' : `&until=${until}`}`;
        return answerDone(c, form.isFromPage, asked, linkSentPage(reader, until));
      }
      const wanted = form.action === 'every' ? 'every' : form.frequency;
      if (wanted === null || (wanted === 'weekly' && weekly === null))
        return c.html(<PreferencesPage reader={reader} token={token} weekly={weekly} />);
      const now = (await chooseCadence(deps.db, reader.id, wanted, deps.now())) ?? reader;
      const page = <PreferencesPage reader={now} token={token} weekly={weekly} saved />;
      return answerDone(c, form.isFromPage, `${path}?done=frequency`, page);
    });
}

/** Until when the next link has to wait; whatever else stands in the address is nothing. */
const readTime = (value: string | undefined): number | null =>
  value !== undefined && /^\d{13}$/.test(value) ? Number(value) : null;

async function act(deps: Deps, c: Context, visit: DataLink, form: Form): Promise<Response> {
  const { action, email, isSure, isFromPage } = form;
  const reader = await findVisitor(deps, visit);
  const path = `/preferences/${c.req.param('token')}`;
  switch (action) {
    case 'export':
      return exportData(deps, c, reader);
    case 'change': {
      const address = normaliseAddress(email);
      if (!address.ok) return c.html(<DataPage reader={reader} email={email.slice(0, 254)} refused />, 422);
      if (address.value === reader.email) return c.html(<DataPage reader={reader} />);
      await changeAddress(deps, c, reader, address.value);
      return answerDone(c, isFromPage, `${path}?done=change`, changeAskedPage());
    }
    case 'erase':
      // Nothing brings it back, so the button asks once more.
      if (!isSure) return answerDone(c, isFromPage, `${path}?ask=erase`, askToErase(deps));
      await erase(deps, reader);
      return answerDone(c, isFromPage, '/preferences/erased', erasedPage());
    default:
      return c.html(<DataPage reader={reader} />);
  }
}

/** @returns null when it is on its way, or when the next one may leave. Whom no mail may be sent gets none. */
async function mailLink(deps: Deps, { id, email, state }: Subscriber): Promise<number | null> {
  if (email === null || !MAY_GET_A_LINK.includes(state)) return null;
  const expiresAt = deps.now() + limits.visitLastsMs;
  const visitId = await openDataLink(deps.db, id, expiresAt);
  const token = await signToken(deps.signingKey, 'visit', visitId, expiresAt);
  const answer = await sendDataLink(deps, { email, token });
  return typeof answer === 'object' ? answer.limitedUntil : null;
}

/** @returns null for a token of another kind; refuses one whose hour is over. */
async function readDataLinkToken(deps: Deps, c: Context): Promise<DataLink | null> {
  c.header('Cache-Control', 'no-store');
  const claims = await verifyToken(deps.keys, 'visit', c.req.param('token') ?? '', deps.now());
  if (claims.ok) return { id: claims.value.subject };
  if (claims.error === 'unknown') return null;
  throw new ReaderRefusal(404, words.confirm.deadTitle, words.dataLink.deadText);
}

type Form = {
  readonly action: string;
  readonly email: string;
  readonly frequency: Cadence | null;
  readonly isSure: boolean;
  readonly isFromPage: boolean;
};

async function readWish(c: Context): Promise<Form> {
  const form = await readForm(c);
  return {
    action: form.read('action'),
    email: form.read('email'),
    frequency: readCadence(form.read('frequency')),
    isSure: form.read('sure') === 'yes',
    isFromPage: isFromPage(form),
  };
}
