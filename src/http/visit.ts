// What a reader does behind a link to their own data. It serves its whole hour, and dies with a move or an erasure.

import type { Context } from 'hono';
import {
  eraseSubscriber,
  findSubscriber,
  type KeptAddress,
  readOwnData,
  readVisit,
  type Subscriber,
} from '../store/index.ts';
import { toTime, toTimeOrNull } from './api/page.ts';
import type { Deps } from './app.ts';
import { ask } from './ask.ts';
import { ReaderRefusal } from './errors.ts';
import { eraseSurePage } from './views/preferences.tsx';
import { say, words } from './views/words.ts';

export type Visit = { readonly id: string };

/** Whose link it is; refuses one that is over. */
export async function findVisitor(deps: Deps, visit: Visit): Promise<Subscriber> {
  const id = await readVisit(deps.db, visit.id, deps.now());
  const reader = id === null ? null : await findSubscriber(deps.db, id);
  if (reader?.email == null) throw new ReaderRefusal(404, words.confirm.deadTitle, words.visit.deadText);
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
  const wording = say(words.visit.changeText);
  await ask(deps, c, { email, source: 'change of address', wording, replaces: reader.id });
}

const cannotErase = () => new ReaderRefusal(503, words.visit.eraseTitle, words.visit.cannotErase);

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
