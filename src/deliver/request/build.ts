// Builds the request for a batch or a transactional mail from the frozen template, with the same bytes every time, and
// the idempotency key that stands for them.

import { sha256 } from '../../crypto/hash.ts';
import type { RequestTemplate } from '../../render/template.ts';
import type { Recipient, Signer } from '../actor/ports.ts';
import type { Allowance } from '../policy/allowance.ts';
import { type CompiledMail, compileMail, writeMails } from './mail-json.ts';

export type EncodedBatch = {
  /** The JSON array of the mails: the exact bytes of the request. */
  readonly body: Uint8Array<ArrayBuffer>;
  /** How many mails it holds. */
  readonly size: number;
  /** SHA-256 of the body, in hex. */
  readonly digest: string;
};

/** @returns the mails to the first of `recipients`: to all of them, or to as many as fit into one request. */
export async function encodeBatch(
  template: RequestTemplate,
  recipients: readonly Recipient[],
  sign: Signer,
  maxBytes: number,
): Promise<EncodedBatch> {
  const tokens = await Promise.all(recipients.map(({ id }) => sign(id)));
  const addressees = recipients.map(({ id, email }, n) => ({ to: email, token: tokens[n] ?? '', tag: id }));
  return addDigest(writeMails(compileOnce(template), addressees, maxBytes));
}

/** How many mails one request may hold, at least one; long addresses and tokens may make it a few less. */
export const maxMails = (
  template: RequestTemplate,
  { recipients, bytes }: Pick<Allowance, 'recipients' | 'bytes'>,
): number => Math.max(1, Math.min(recipients, Math.floor(bytes / compileOnce(template).bytes)));

/** The one mail of a confirmation or a test send. */
export function encodeTransactional(
  template: RequestTemplate,
  mail: { to: string; token: string; purpose: string },
): Promise<EncodedBatch> {
  const addressee = { to: mail.to, token: mail.token, tag: mail.purpose };
  return addDigest(writeMails(compileMail(template, 'purpose'), [addressee], 0));
}

/** The key of a batch stands for its run, number, generation and bytes. */
export const batchKey = (runId: string, batch: number, generation: number, digest: string): Promise<string> =>
  sha256(`batch\n${runId}\n${batch}\n${generation}\n${digest}`);

export const transactionalKey = (id: string, generation: number, digest: string): Promise<string> =>
  sha256(`message\n${id}\n${generation}\n${digest}`);

const addDigest = async (mails: { body: Uint8Array<ArrayBuffer>; size: number }): Promise<EncodedBatch> => ({
  ...mails,
  digest: await sha256(mails.body),
});

/** Every batch of a run needs the same one, and compiling a long mail takes milliseconds. */
const compiled = new WeakMap<RequestTemplate, CompiledMail>();

function compileOnce(template: RequestTemplate): CompiledMail {
  const known = compiled.get(template);
  if (known !== undefined) return known;
  const mail = compileMail(template, 'subscriber');
  compiled.set(template, mail);
  return mail;
}
