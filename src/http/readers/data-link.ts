// What a reader does behind a link to their own data. It serves its whole hour, and dies with a move or an erasure.

import type { Context } from 'hono';
import {
  eraseSubscriber,
  findSubscriber,
  type KeptAddress,
  readDataLink,
  readOwnData,
  type Subscriber,
} from '../../store/index.ts';
import type { Deps } from '../deps.ts';
import { ReaderRefusal } from '../errors.ts';
import { toTime, toTimeOrNull } from '../timestamp.ts';
import { format, words } from '../views/words.ts';
import { eraseSurePage } from './preferences.view.tsx';
import { requestSignupByMail } from './signup.ts';

export type DataLink = { readonly id: string };

/** Whose link it is; refuses one that is over. */
export async function findVisitor(deps: Deps, visit: DataLink): Promise<Subscriber> {
  const id = await readDataLink(deps.db, visit.id, deps.now());
  const reader = id === null ? null : await findSubscriber(deps.db, id);
  if (reader?.email == null) throw new ReaderRefusal(404, words.confirm.deadTitle, words.dataLink.deadText);
  return reader;
}

/** All that is kept about a reader, as a file. */
export async function exportData(deps: Deps, c: Context, { id }: Subscriber): Promise<Response> {
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

/** Mails the new address a link to confirm. The old one stays until that is followed. */
export async function changeAddress(
  deps: Deps,
  c: Context,
  reader: Subscriber,
  email: string,
): Promise<void> {
  const wording = format(words.dataLink.changeText);
  await requestSignupByMail(deps, c, { email, source: 'change of address', wording, replaces: reader.id });
}

const cannotErase = () => new ReaderRefusal(503, words.dataLink.eraseTitle, words.dataLink.cannotErase);

/** The page that asks once more. */
export function askToErase(deps: Deps) {
  if (deps.erasure === null) throw cannotErase();
  return eraseSurePage();
}

export async function erase(deps: Deps, { id }: Subscriber): Promise<void> {
  if (deps.erasure === null) throw cannotErase();
  const done = await eraseSubscriber(deps.db, id, deps.erasure, deps.now());
  if (done !== true) throw cannotErase();
}
