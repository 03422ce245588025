// Waits for mails in the outbox of the Worker under test, however slow the machine is.

import { env } from 'cloudflare:workers';
import { publication } from '../../content/publication.ts';
import { getOutboxMail, listOutbox, type StoredMail } from '../../src/store/index.ts';

export const WELCOME = `Welcome to ${publication.name}`;

/**
 * Without welcomes, since one may come at any moment after a reader has confirmed.
 * @returns the other mails to this address, the newest first, as soon as there are `count`.
 */
export async function untilMailed(to: string, count = 1): Promise<StoredMail[]> {
  for (let waited = 0; waited < 30_000; waited += 50) {
    const entries = (await listOutbox(env.DB, { limit: 1000 })).filter(
      (entry) => entry.to === to && entry.subject !== WELCOME,
    );
    if (entries.length >= count)
      return (await Promise.all(entries.map(({ id }) => getOutboxMail(env.DB, id)))).filter(
        (mail) => mail !== null,
      );
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${to} did not get ${count} mails`);
}

/** The path of the first link of a kind in a mail, as a reader would open it. */
export function linkIn(
  mail: StoredMail | undefined,
  kind: 'confirm' | 'unsubscribe' | 'preferences',
): string {
  const path = new RegExp(`/${kind}/[^\\s>]+`).exec(mail?.text ?? '')?.[0];
  if (path === undefined) throw new Error(`no link to ${kind} in: ${mail?.text}`);
  return path;
}
