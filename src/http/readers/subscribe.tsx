/** @jsxImportSource hono/jsx */
// Signing up through our own form, a form on another site, or a script. Nobody learns who is subscribed: the answer is
// the same for every address and takes the same time, and the mail is made after it.

import { type Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import { limits } from '../../../content/limits.ts';
import { publication } from '../../../content/publication.ts';
import { type Cadence, normaliseAddress } from '../../store/index.ts';
import type { Deps } from '../deps.ts';
import { isJson } from '../errors.ts';
import { readForm, readJsonFields } from '../form.ts';
import { KB, limitBody } from '../guards.ts';
import { isTooMany } from '../network.ts';
import { messagePage } from '../views/message.tsx';
import { format, words } from '../views/words.ts';
import { readCadence } from './cadence.view.tsx';
import { isFromPage } from './own-form.tsx';
import { requestSignupByMail } from './signup.ts';
import { requestedPage, SubscribePage, TRAP } from './subscribe.view.tsx';

const MAX_SOURCE_LENGTH = 200;
/** Our own form: we know the text beside its button. */
const OWN_FORM = 'form';

type SignupForm = {
  readonly email: string;
  readonly cadence: Cadence | null;
  readonly isTrapped: boolean;
  readonly isFromPage: boolean;
};

export function subscribePages(deps: Deps): Hono {
  return new Hono()
    .use(cors({ origin: '*', allowMethods: ['POST'], allowHeaders: ['Content-Type'], maxAge: 86_400 }))
    .use(limitBody(64 * KB))
    .get('/', (c) => c.html(<SubscribePage />))
    .get('/asked', (c) => c.html(requestedPage()))
    .post('/', (c) => subscribe(deps, c));
}

async function subscribe(deps: Deps, c: Context): Promise<Response> {
  c.header('Cache-Control', 'no-store');
  if (await isTooMany(c, deps.networkLimits, 'join')) return answerTooMany(c);
  const form = await readSignupForm(c);
  const address = normaliseAddress(form.email);
  if (!address.ok) return answerBadAddress(c, form, address.error);
  // The answer takes the same time whether or not there was anything to do.
  const floor = new Promise((resolve) => setTimeout(resolve, limits.formAnswerMs));
  if (!form.isTrapped) await signUp(deps, c, { ...form, email: address.value });
  await floor;
  return form.isFromPage ? c.redirect('/subscribe/asked', 303) : answer(c, 200, words.join.askedText);
}

function answerTooMany(c: Context): Response | Promise<Response> {
  c.header('Retry-After', String(limits.networkPeriodSeconds));
  return answer(c, 429, words.join.tooMany);
}

function answerBadAddress(
  c: Context,
  { email, cadence }: SignupForm,
  reason: string,
): Response | Promise<Response> {
  if (isJson(c)) return answer(c, 422, `${words.join.badAddress} (${reason})`);
  return c.html(<SubscribePage email={email.slice(0, 254)} frequency={cadence ?? 'every'} refused />, 422);
}

async function signUp(
  deps: Deps,
  c: Context,
  { email, cadence }: Pick<SignupForm, 'email' | 'cadence'>,
): Promise<void> {
  const source = readSource(deps, c);
  const wording = source === OWN_FORM ? format(words.join.consent) : '';
  await requestSignupByMail(deps, c, { email, frequency: cadence, source, wording });
}

/** A value that is not text counts as an empty address, and is refused as such. */
async function readSignupForm(c: Context): Promise<SignupForm> {
  const fields = isJson(c) ? await readJsonFields(c) : await readForm(c);
  const { read } = fields;
  // Without a round-up nobody can choose it.
  const cadence = publication.weekly === null ? null : readCadence(read('frequency'));
  return {
    email: read('email'),
    cadence,
    isTrapped: read(TRAP) !== '',
    isFromPage: !isJson(c) && isFromPage(fields),
  };
}

/** Names the site of the form, if it is another one. */
function readSource(deps: Deps, c: Context): string {
  const origin = URL.parse(c.req.header('Origin') ?? '')?.origin ?? 'null';
  const isElsewhere = origin !== 'null' && origin !== URL.parse(deps.config.siteUrl)?.origin;
  return isElsewhere ? `form on ${origin}`.slice(0, MAX_SOURCE_LENGTH) : isJson(c) ? 'api' : OWN_FORM;
}

function answer(c: Context, status: 200 | 422 | 429, text: string): Response | Promise<Response> {
  if (!isJson(c))
    return status === 200
      ? c.html(requestedPage())
      : c.html(messagePage({ title: format(words.join.title), text }), status);
  if (status === 200) return c.json({ message: text });
  const problem = { type: 'about:blank', title: format(words.join.title), status, detail: text };
  return c.body(JSON.stringify(problem), status, {
    'Content-Type': 'application/problem+json; charset=utf-8',
  });
}
