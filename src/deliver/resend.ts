// Resend, by its SDK: the only place where the names of its API meet ours. The body is the one that was hashed,
// and every call has a time-out, which the SDK by itself has not.

import { Resend } from 'resend';
import { sha256 } from '../hash.ts';
import { lostReply, type Mailer, type Parcel, type Reply } from './mailer.ts';

export type ResendOptions = {
  readonly apiKey: string;
  /** Null for Resend itself; elsewhere for a stand-in. */
  readonly baseUrl: string | null;
  readonly timeoutMs?: number;
};

const TIMEOUT_MS = 30_000;

export function createResendMailer(options: ResendOptions): Mailer {
  const resend = new Resend(options.apiKey, options.baseUrl === null ? {} : { baseUrl: options.baseUrl });
  // One team may have several keys, and from here they look like several teams: that is the safe way to be wrong.
  const account = sha256(`resend\n${options.baseUrl ?? ''}\n${options.apiKey}`).then((hash) =>
    hash.slice(0, 16),
  );
  return {
    account: () => account,
    async send({ key, body }: Parcel): Promise<Reply> {
      // `resend.post` would turn the mails into JSON once more: the SDK gets the very bytes that were hashed.
      const reply = await resend.fetchRequest<unknown>('/emails/batch', {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${options.apiKey}`,
          'User-Agent': resend.userAgent,
          'Content-Type': 'application/json',
          'Idempotency-Key': key,
          // One bad item refuses the batch whole; that is the default, and the protocol stands on it.
          'x-batch-validation': 'strict',
        },
        body,
        signal: AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS),
      });
      return readReply(reply);
    },
  };
}

/**
 * The SDK never throws, and what it answers does not always fit its types: a 500 with the body `null` comes as
 * `{ data: null, error: null }`, a 200 with `{}` as `{ data: {}, error: null }`. So nothing is taken on trust.
 */
export function readReply(reply: { data: unknown; error: unknown; headers: unknown }): Reply {
  const headers = readHeaders(reply.headers);
  if (isRecord(reply.error)) {
    const { name, statusCode, message } = reply.error;
    return {
      kind: 'error',
      name: typeof name === 'string' ? name : null,
      status: typeof statusCode === 'number' ? statusCode : null,
      message: typeof message === 'string' ? message : '',
      headers,
    };
  }
  const list = isRecord(reply.data) ? reply.data['data'] : null;
  if (reply.error === null && Array.isArray(list)) {
    return {
      kind: 'accepted',
      ids: list.map((item) => (isRecord(item) ? String(item['id'] ?? '') : '')),
      headers,
    };
  }
  return { ...lostReply('unreadable_reply', 'The reply is neither a success nor an error.'), headers };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const readHeaders = (headers: unknown): Record<string, string> =>
  isRecord(headers)
    ? Object.fromEntries(
        Object.entries(headers).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
      )
    : {};
