// Resend, the only place where the names of its API meet ours. Its SDK is the client with one exception: it hides the
// status line of a refusal, by which a refusal is classified. So its one call of `fetch` is made here, with the body that
// was hashed, a time-out, and a limit on what is read.

import { Resend } from 'resend';
import { sha256 } from '../../crypto/hash.ts';
import { type BatchRequest, lostReply, type Mailer, type Reply, type ReplyHeaders } from './mailer.ts';

export type ResendOptions = {
  readonly apiKey: string;
  /** Null for Resend itself; elsewhere for a stand-in. */
  readonly baseUrl: string | null;
  readonly timeoutMs?: number;
};

/** What came over the wire. */
export type Answer = {
  readonly status: number;
  readonly contentType: string;
  /** Null: longer than any answer to a batch. */
  readonly text: string | null;
  readonly headers: ReplyHeaders;
};

const TIMEOUT_MS = 30_000;
/** A success that names a hundred mails has about 5,000. */
const MAX_CHARACTERS = 100_000;

export function createResendMailer(options: ResendOptions): Mailer {
  const resend = new Resend(options.apiKey, options.baseUrl === null ? {} : { baseUrl: options.baseUrl });
  // One team may have several keys, which look like several teams from here: that is the safe way to be wrong.
  const account = sha256(`resend\n${options.baseUrl ?? ''}\n${options.apiKey}`).then((hash) =>
    hash.slice(0, 16),
  );
  return {
    account: () => account,
    async send({ key, body }: BatchRequest): Promise<Reply> {
      try {
        const response = await fetch(`${resend.baseUrl}/emails/batch`, {
          method: 'POST',
          headers: {
            Authorization: `Bearer ${options.apiKey}`,
            'User-Agent': resend.userAgent,
            'Content-Type': 'application/json',
            'Idempotency-Key': key,
            // One bad item refuses the whole batch; that is the default, and the protocol relies on it.
            'x-batch-validation': 'strict',
          },
          body,
          // At another address, neither the API key nor the idempotency key means anything.
          redirect: 'manual',
          signal: AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS),
        });
        return readReply({
          status: response.status,
          contentType: response.headers.get('content-type') ?? '',
          text: await readText(response.body),
          headers: Object.fromEntries(response.headers.entries()),
        });
      } catch (error) {
        return lostReply('no_reply', error instanceof Error ? error.name : 'The call failed.');
      }
    },
  };
}

/** @returns null for a body that is too long; the rest of it is not read. */
async function readText(body: ReadableStream<Uint8Array> | null): Promise<string | null> {
  if (body === null) return '';
  const decoder = new TextDecoder();
  let text = '';
  // Leaving the loop cancels the stream.
  for await (const chunk of body) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > MAX_CHARACTERS) return null;
  }
  return text + decoder.decode();
}

/** Nothing is trusted: a gateway or a cache in between may answer in Resend's place, even in its words. */
export function readReply({ status, contentType, text, headers }: Answer): Reply {
  const said = readJson(text);
  const isSuccess = status >= 200 && status < 300;
  const list = isRecord(said) && said['statusCode'] === undefined ? said['data'] : null;
  if (isSuccess && Array.isArray(list) && list.every(hasId))
    return { kind: 'accepted', ids: list.map(({ id }) => id), headers };

  const problem = { kind: 'error', status, headers } as const;
  if (isSuccess)
    return {
      ...problem,
      name: 'unreadable_reply',
      claims: null,
      message: 'The reply says that it is a success, and names no mails.',
    };
  if (!isRecord(said) || !/^application\/(?:[\w.+-]+\+)?json\b/i.test(contentType))
    return { ...problem, name: null, claims: null, message: `HTTP ${status}, and not in JSON.` };
  const { name, statusCode, message } = said;
  return {
    ...problem,
    name: typeof name === 'string' ? name : null,
    claims: typeof statusCode === 'number' ? statusCode : null,
    message: typeof message === 'string' ? message : '',
  };
}

function readJson(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const hasId = (item: unknown): item is { id: string } =>
  isRecord(item) && typeof item['id'] === 'string' && item['id'] !== '';
