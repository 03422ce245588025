/** @jsxImportSource hono/jsx */
// The pages behind a data link: a reader sees, exports, changes or erases their own data. The link is mailed to the
// reader for this alone, is valid for an hour, and dies with a change of address or an erasure.

import type { Context } from 'hono';
import { verifyToken } from '../../crypto/tokens.ts';
import {
  eraseSubscriber,
  findSubscriber,
  type KeptAddress,
  normaliseAddress,
  readDataLink,
  readOwnData,
  type Subscriber,
} from '../../store/index.ts';
import type { Deps } from '../deps.ts';
import { ReaderRefusal } from '../errors.ts';
import type { Fields } from '../form.ts';
import { toTime, toTimeOrNull } from '../timestamp.ts';
import { format, words } from '../views/words.ts';
import { changeRequestedPage, DataPage, erasedPage, eraseSurePage } from './data-link.view.tsx';
import { answerDone, isFromPage } from './own-form.tsx';
import { requestSignupByMail } from './signup.ts';

/** The name that tokens in inboxes carry, so it stays. */
const PURPOSE = 'visit';

const deadLink = () => new ReaderRefusal(404, words.confirm.deadTitle, words.dataLink.deadText);

/** @returns the reader to whom the link belongs; null for a token of another kind. Refuses a link that has expired. */
export async function readDataLinkOwner(deps: Deps, c: Context): Promise<Subscriber | null> {
  c.header('Cache-Control', 'no-store');
  const claims = await verifyToken(deps.keys, PURPOSE, c.req.param('token') ?? '', deps.now());
  if (!claims.ok && claims.error === 'unknown') return null;
  const id = claims.ok ? await readDataLink(deps.db, claims.value.subject, deps.now()) : null;
  const reader = id === null ? null : await findSubscriber(deps.db, id);
  if (reader?.email == null) throw deadLink();
  return reader;
}

export function showData(deps: Deps, c: Context, reader: Subscriber): Response | Promise<Response> {
  if (c.req.query('done') === 'change') return c.html(changeRequestedPage());
  if (c.req.query('ask') === 'erase') return c.html(confirmErasure(deps));
  return c.html(<DataPage reader={reader} />);
}

export function actOnData(
  deps: Deps,
  c: Context,
  reader: Subscriber,
  form: Fields,
): Response | Promise<Response> {
  switch (form.read('action')) {
    case 'export':
      return exportData(deps, c, reader);
    case 'change':
      return changeAddress(deps, c, reader, form);
    case 'erase':
      return erase(deps, c, reader, form);
    default:
      return c.html(<DataPage reader={reader} />);
  }
}

/** All that is kept about a reader, as a file. */
async function exportData(deps: Deps, c: Context, { id }: Subscriber): Promise<Response> {
  const [now, ...earlier] = (await readOwnData(deps.db, id)).map(toJson);
  const data = { ...now, earlierAddresses: earlier };
  c.header('Content-Disposition', 'attachment; filename="my-data.json"');
  return c.body(`${JSON.stringify(data, null, 2)}\n`, 200, { 'Content-Type': 'application/json' });
}

const toJson = ({ createdAt, changedAt, consents, ...kept }: KeptAddress) => ({
  ...kept,
  createdAt: toTime(createdAt),
  changedAt: toTime(changedAt),
  consents: consents.map(({ askedAt, confirmedAt, ...consent }) => ({
    ...consent,
    askedAt: toTime(askedAt),
    confirmedAt: toTimeOrNull(confirmedAt),
  })),
});

/** Mails a confirmation link to the new address. The old one stays until that link is used. */
async function changeAddress(deps: Deps, c: Context, reader: Subscriber, form: Fields): Promise<Response> {
  const email = form.read('email');
  const address = normaliseAddress(email);
  if (!address.ok) return c.html(<DataPage reader={reader} email={email.slice(0, 254)} refused />, 422);
  if (address.value === reader.email) return c.html(<DataPage reader={reader} />);
  await requestSignupByMail(deps, c, {
    email: address.value,
    source: 'change of address',
    wording: format(words.dataLink.changeText),
    replaces: reader.id,
  });
  return answerDone(c, isFromPage(form), `${pathOf(c)}?done=change`, changeRequestedPage());
}

/** It cannot be undone, so the button asks once more. */
async function erase(deps: Deps, c: Context, { id }: Subscriber, form: Fields): Promise<Response> {
  const isSure = form.read('sure') === 'yes';
  if (!isSure) return answerDone(c, isFromPage(form), `${pathOf(c)}?ask=erase`, confirmErasure(deps));
  if (deps.erasure === null) throw cannotErase();
  const done = await eraseSubscriber(deps.db, id, deps.erasure, deps.now());
  if (done !== true) throw cannotErase();
  return answerDone(c, isFromPage(form), '/preferences/erased', erasedPage());
}

function confirmErasure(deps: Deps) {
  if (deps.erasure === null) throw cannotErase();
  return eraseSurePage();
}

const cannotErase = () => new ReaderRefusal(503, words.dataLink.eraseTitle, words.dataLink.cannotErase);

const pathOf = (c: Context): string => `/preferences/${c.req.param('token')}`;
