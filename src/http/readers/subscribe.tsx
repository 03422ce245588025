/** @jsxImportSource hono/jsx */
// Joining, from our own form, from a form on another site, or by a script. The answer is the same whatever the
// address's state and takes the same time, and the mail is made when it has left: nobody learns who is subscribed.

import { type Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import { describeRoute } from 'hono-openapi';
import * as z from 'zod';
import { limits } from '../../../content/limits.ts';
import { publication } from '../../../content/publication.ts';
import { CADENCES, type Cadence, normaliseAddress } from '../../store/index.ts';
import type { Deps } from '../deps.ts';
import { isJson } from '../errors.ts';
import { readForm, readJsonFields } from '../form.ts';
import { KB, limitBody } from '../guards.ts';
import { jsonAnswer, jsonBody } from '../json.ts';
import { isTooMany } from '../network.ts';
import { problems } from '../openapi.ts';
import { messagePage } from '../views/message.tsx';
import { format, words } from '../views/words.ts';
import { readCadence } from './frequency.view.tsx';
import { isFromPage } from './own-form.tsx';
import { requestSignupByMail } from './signup.ts';
import { askedPage, SubscribePage, TRAP } from './subscribe.view.tsx';

const MAX_SOURCE_LENGTH = 200;
/** The one beside whose button we know what stands. */
const OWN_FORM = 'form';

const askSchema = z.object({
  email: z.string(),
  frequency: z
    .enum(CADENCES)
    .optional()
    .describe(
      'Every issue, or the weekly round-up where there is one. Left out: what was chosen before, or every',
    ),
});
const answerSchema = z.object({ message: z.string() });

type Wish = {
  readonly email: string;
  readonly frequency: Cadence | null;
  readonly isTrapped: boolean;
  readonly isFromPage: boolean;
};

export function subscribePages(deps: Deps): Hono {
  return new Hono()
    .use(cors({ origin: '*', allowMethods: ['POST'], allowHeaders: ['Content-Type'], maxAge: 86_400 }))
    .use(limitBody(64 * KB))
    .get('/', (c) => c.html(<SubscribePage />))
    .get('/asked', (c) => c.html(askedPage()))
    .post(
      '/',
      describeRoute({
        summary: 'Ask for the newsletter: a mail with a link to confirm follows',
        description: 'As JSON or as a form. The answer is the same whether or not the address is subscribed.',
        security: [],
        requestBody: jsonBody(askSchema),
        responses: {
          200: jsonAnswer('It was understood', answerSchema),
          ...problems(400, 413, 415, 422, 429),
        },
      }),
      async (c) => {
        c.header('Cache-Control', 'no-store');
        if (await isTooMany(c, deps.networkLimits, 'join')) {
          c.header('Retry-After', String(limits.networkPeriodSeconds));
          return answer(c, 429, words.join.tooMany);
        }
        const wish = await readWish(c);
        const address = normaliseAddress(wish.email);
        if (!address.ok)
          return isJson(c)
            ? answer(c, 422, `${words.join.badAddress} (${address.error})`)
            : c.html(
                <SubscribePage
                  email={wish.email.slice(0, 254)}
                  frequency={wish.frequency ?? 'every'}
                  refused
                />,
                422,
              );
        const floor = new Promise((resolve) => setTimeout(resolve, limits.formAnswerMs));
        if (!wish.isTrapped) await join(deps, c, { ...wish, email: address.value });
        await floor;
        return wish.isFromPage ? c.redirect('/subscribe/asked', 303) : answer(c, 200, words.join.askedText);
      },
    );
}

async function join(
  deps: Deps,
  c: Context,
  { email, frequency }: Pick<Wish, 'email' | 'frequency'>,
): Promise<void> {
  const source = readSource(deps, c);
  const wording = source === OWN_FORM ? format(words.join.consent) : '';
  await requestSignupByMail(deps, c, { email, frequency, source, wording });
}

/** What is no text is an empty address, and refused as such. */
async function readWish(c: Context): Promise<Wish> {
  const fields = isJson(c) ? await readJsonFields(c) : await readForm(c);
  const { read } = fields;
  // Where there is no round-up, nobody can ask for it.
  const frequency = publication.weekly === null ? null : readCadence(read('frequency'));
  return {
    email: read('email'),
    frequency,
    isTrapped: read(TRAP) !== '',
    isFromPage: !isJson(c) && isFromPage(fields),
  };
}

/** The site on which the form stood, when it was another one. */
function readSource(deps: Deps, c: Context): string {
  const origin = URL.parse(c.req.header('Origin') ?? '')?.origin ?? 'null';
  const isElsewhere = origin !== 'null' && origin !== URL.parse(deps.config.siteUrl)?.origin;
  return isElsewhere ? `form on ${origin}`.slice(0, MAX_SOURCE_LENGTH) : isJson(c) ? 'api' : OWN_FORM;
}

function answer(c: Context, status: 200 | 422 | 429, text: string): Response | Promise<Response> {
  if (!isJson(c))
    return status === 200
      ? c.html(askedPage())
      : c.html(messagePage({ title: format(words.join.title), text }), status);
  if (status === 200) return c.json({ message: text });
  const problem = { type: 'about:blank', title: format(words.join.title), status, detail: text };
  return c.body(JSON.stringify(problem), status, {
    'Content-Type': 'application/problem+json; charset=utf-8',
  });
}
