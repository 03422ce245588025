// Builds the request for a batch or a message from the frozen template, the same bytes every time, and the
// idempotency key that stands for them.

import { sha256 } from '../hash.ts';
import { fillTemplate, type RequestTemplate } from '../render/index.ts';
import type { Mail } from './mailer.ts';
import type { Recipient, Signer } from './ports.ts';

export const MOST_RECIPIENTS = 100;
/** Of the JSON of one request. */
const MOST_BYTES = 2_500_000;

export type Draft = {
  readonly mails: readonly Mail[];
  /** SHA-256, in hex, of the JSON of `mails`, which is the body of the request. */
  readonly digest: string;
  readonly bytes: number;
};

const encoder = new TextEncoder();

/** @returns the mails to the first of `recipients`: to all of them, or to as many as fit into one request. */
export async function draftBatch(
  template: RequestTemplate,
  recipients: readonly Recipient[],
  sign: Signer,
): Promise<Draft> {
  const tokens = await Promise.all(recipients.map(({ id }) => sign(id)));
  const mails = recipients.map(({ id, email }, n) =>
    writeMail(template, email, tokens[n] ?? '', { name: 'subscriber', value: id }),
  );
  return seal(mails, MOST_BYTES);
}

/** The one mail of a confirmation or a test send. */
export async function draftMessage(
  template: RequestTemplate,
  message: { to: string; token: string; purpose: string },
): Promise<Draft> {
  const tag = { name: 'purpose', value: message.purpose };
  return seal([writeMail(template, message.to, message.token, tag)], MOST_BYTES);
}

/** The key of a batch: it says for which run, batch and generation it stands, and for which bytes. */
export const batchKey = (runId: string, batch: number, generation: number, digest: string): Promise<string> =>
  sha256(`batch\n${runId}\n${batch}\n${generation}\n${digest}`);

export const messageKey = (id: string, generation: number, digest: string): Promise<string> =>
  sha256(`message\n${id}\n${generation}\n${digest}`);

export const hashAddress = (address: string): Promise<string> => sha256(address.trim().toLowerCase());

function writeMail(
  template: RequestTemplate,
  to: string,
  token: string,
  tag: { name: string; value: string },
): Mail {
  const { subject, html, text, headers } = fillTemplate(template, token);
  return {
    from: template.from,
    to: [to],
    subject,
    html,
    text,
    ...(template.replyTo === null ? {} : { reply_to: template.replyTo }),
    headers,
    tags: [...template.tags, tag],
  };
}

async function seal(mails: readonly Mail[], mostBytes: number): Promise<Draft> {
  const items: Uint8Array[] = [];
  let bytes = 1;
  for (const mail of mails) {
    const item = encoder.encode(JSON.stringify(mail));
    if (items.length > 0 && bytes + item.length + 1 > mostBytes) break;
    items.push(item);
    bytes += item.length + 1;
  }
  return { mails: mails.slice(0, items.length), digest: await sha256(joinJson(items, bytes)), bytes };
}

/** The bytes of `JSON.stringify` of the array whose items are given as JSON. */
function joinJson(items: readonly Uint8Array[], bytes: number): Uint8Array<ArrayBuffer> {
  const body = new Uint8Array(bytes);
  let at = 0;
  for (const item of items) {
    body[at] = at === 0 ? 0x5b : 0x2c;
    body.set(item, at + 1);
    at += item.length + 1;
  }
  body[at] = 0x5d;
  return body;
}
