// From a row that is due to a request that may be sent: the recipients are checked against D1, the body is built again,
// and its digest is compared with what was frozen. Nothing is written before the call begins.

import type { RequestTemplate } from '../../render/template.ts';
import type { Ports, Recipient } from '../actor/ports.ts';
import { KEY_LIFE_MS } from '../policy/next-step.ts';
import {
  ACCOUNT_CHANGED,
  BYTES_CHANGED,
  KEY_RAN_OUT,
  READER_LEFT,
  signingKeyGone,
  TOO_OLD,
} from '../policy/reason.ts';
import type { OpenAttempt } from '../tables/attempt.ts';
import {
  type Batch,
  beginCall,
  delayBatch,
  endReading,
  findBatch,
  freezeBatch,
  idsOf,
  maySend,
  recipientsOf,
  rowOf,
} from '../tables/batch.ts';
import { readMailTemplate } from '../tables/mail-templates.ts';
import { findRun, type Run } from '../tables/run.ts';
import { finishRun, markUnknown, pauseRun, settleBatch, splitBatch } from '../tables/settle.ts';
import {
  beginTransactionalCall,
  dropTransactional,
  markTransactionalUnknown,
  type Purpose,
  type TransactionalMail,
} from '../tables/transactional.ts';
import {
  batchKey,
  type EncodedBatch,
  encodeBatch,
  encodeTransactional,
  maxMails,
  transactionalKey,
} from './build.ts';

/** A request that is ready. `begin` writes its attempt down, or finds that its row has changed. */
export type Ready = {
  /** Names the batch or the mail. */
  readonly row: string;
  /** Of a transactional mail. */
  readonly purpose: Purpose | null;
  /** Asks again under a key that may have been taken, which does not count against a quota. */
  readonly isRepeat: boolean;
  readonly encoded: EncodedBatch;
  readonly key: string;
  begin(now: number): OpenAttempt | null;
};

type PreparePorts = Pick<Ports, 'storage' | 'clock' | 'audience' | 'findSigner' | 'mailer' | 'allowance'> & {
  readonly readTemplate: (runId: string) => RequestTemplate;
};

/** While the signing key is missing, what cannot be paused looks for it again after this time. */
const MISSING_KEY_RETRY_MS = 60_000;

/**
 * Reads the next recipients of a run, freezes them as a batch and prepares it.
 * @param leftToday mails that the quota leaves.
 */
export async function prepareNext(ports: PreparePorts, run: Run, leftToday: number): Promise<Ready | null> {
  const { storage, audience, allowance } = ports;
  const template = ports.readTemplate(run.run_id);
  const sign = await ports.findSigner(template.keyId);
  if (sign === null) {
    pauseRun(storage, run, signingKeyGone(template.keyId), ports.clock());
    return null;
  }
  const most = Math.min(leftToday, maxMails(template, allowance));
  const recipients = await audience.read({
    filter: run.audience,
    maxActivation: run.max_activation,
    afterId: run.cursor,
    limit: most,
  });
  if (recipients.length === 0) {
    storage.transactionSync(() => {
      endReading(storage, run);
      finishRun(storage, run.run_id, ports.clock());
    });
    return null;
  }
  const encoded = await encodeBatch(template, recipients, sign, allowance.bytes);
  const taken = recipients.slice(0, encoded.size);
  const isLast = recipients.length < most && taken.length === recipients.length;
  const batch = freezeBatch(storage, run, taken, encoded.digest, isLast, ports.clock());
  if (batch === null) return null;
  return readyBatch(ports, batch, { generation: 0, recipients: taken, encoded });
}

/** Prepares a batch that was frozen before. @param room how many mails the cap of a warm-up leaves. */
export async function prepareBatch(ports: PreparePorts, due: Batch, room: number): Promise<Ready | null> {
  const { storage } = ports;
  const most = Math.min(room, maxMails(ports.readTemplate(due.run_id), ports.allowance));
  // It was frozen under a plan or a cap that allowed more. What is in doubt must stay as it is.
  if (due.is_ambiguous === 0 && due.size > most) {
    storage.transactionSync(() => splitBatch(storage, due, ports.clock()));
    return null;
  }
  const recipients = due.is_ambiguous === 1 ? recipientsOf(due) : await readAgain(ports, due);
  const template = ports.readTemplate(due.run_id);
  const sign = await ports.findSigner(template.keyId);
  const account = await ports.mailer.account();

  // Rows may have changed while D1 was asked.
  const batch = findBatch(storage, due.run_id, due.number);
  const run = findRun(storage, due.run_id);
  if (batch?.state !== 'waiting' || batch.generation !== due.generation) return null;
  if (run === null || !maySend(run, batch)) return null;
  const now = ports.clock();
  const isKeyOld = isOld(batch, now);
  const doubt = batch.is_ambiguous === 1 ? findDoubt(batch, account, now) : null;
  if (doubt !== null) {
    storage.transactionSync(() => markUnknown(storage, batch, doubt, now));
    return null;
  }
  if (sign === null) {
    const reason = signingKeyGone(template.keyId);
    storage.transactionSync(() => {
      // A run that is over cannot pause: the decision to send this again is open once more.
      if (run.state === 'sent') markUnknown(storage, batch, reason, now);
      else {
        pauseRun(storage, run, reason, now);
        delayBatch(storage, batch, now + MISSING_KEY_RETRY_MS);
      }
    });
    return null;
  }
  if (recipients.length === 0) {
    storage.transactionSync(() =>
      settleBatch(storage, batch, 'empty', 'Everyone in it has unsubscribed or switched since.', now),
    );
    return null;
  }

  // Its size was measured when it was frozen: one reader's new, longer address must not push another reader out.
  const encoded = await encodeBatch(template, recipients, sign, Number.POSITIVE_INFINITY);
  const isSame = encoded.digest === batch.digest;
  if (batch.is_ambiguous === 1 && !isSame) {
    storage.transactionSync(() => {
      const current = findBatch(storage, batch.run_id, batch.number);
      if (current?.state !== 'waiting' || current.generation !== batch.generation) return;
      markUnknown(storage, current, BYTES_CHANGED, now);
    });
    return null;
  }
  const isNewKey = batch.tries > 0 && (isKeyOld || !isSame);
  const generation = batch.generation + (isNewKey ? 1 : 0);
  return readyBatch(ports, batch, { generation, recipients, encoded });
}

/** Prepares a transactional mail. A welcome asks D1 whether its reader is still subscribed. */
export async function prepareTransactional(
  ports: PreparePorts,
  mail: TransactionalMail,
): Promise<Ready | null> {
  const { storage } = ports;
  const now = ports.clock();
  const isKeyOld = isOld(mail, now);
  const account = await ports.mailer.account();
  const isAmbiguous = mail.is_ambiguous === 1;
  const doubt = isAmbiguous ? findDoubt(mail, account, now) : null;
  if (doubt !== null) {
    markTransactionalUnknown(storage, mail, doubt, now);
    return null;
  }
  const end = isAmbiguous ? null : await findEnd(ports, mail, now);
  if (end !== null) {
    dropTransactional(storage, mail, end, now);
    return null;
  }
  const template = readMailTemplate(storage, mail.id);
  if (template === null) return null;
  const encoded = await encodeTransactional(template, {
    to: mail.address,
    token: mail.token,
    purpose: mail.purpose,
  });
  const isSame = encoded.digest === mail.digest;
  if (isAmbiguous && !isSame) {
    markTransactionalUnknown(storage, mail, BYTES_CHANGED, now);
    return null;
  }
  const generation = mail.generation + (mail.tries > 0 && (isKeyOld || !isSame) ? 1 : 0);
  const key = await transactionalKey(mail.id, generation, encoded.digest);
  return {
    row: mail.id,
    purpose: mail.purpose,
    isRepeat: isAmbiguous,
    encoded,
    key,
    begin: (at) => beginTransactionalCall(storage, mail, { generation, encoded, key, account }, at),
  };
}

/** Why a transactional mail is no longer sent; null when it is. */
async function findEnd(ports: PreparePorts, mail: TransactionalMail, now: number): Promise<string | null> {
  if (mail.expires_at !== null && mail.expires_at <= now) return TOO_OLD;
  const { subscriber_id: id, address } = mail;
  return id === null || (await ports.audience.isActive({ id, email: address })) ? null : READER_LEFT;
}

type Tried = Pick<Batch, 'first_try_at' | 'account'>;

const isOld = ({ first_try_at: firstTryAt }: Tried, now: number): boolean =>
  firstTryAt !== null && now >= firstTryAt + KEY_LIFE_MS;

/** Why asking again under its key cannot resolve the doubt: the provider would take it for a first request. */
function findDoubt(tried: Tried, account: string, now: number): string | null {
  if (isOld(tried, now)) return KEY_RAN_OUT;
  return tried.account === null || tried.account === account ? null : ACCOUNT_CHANGED;
}

/** Without those who unsubscribed or switched to another audience since it was frozen. */
async function readAgain(ports: PreparePorts, batch: Batch): Promise<readonly Recipient[]> {
  const run = findRun(ports.storage, batch.run_id);
  return run === null ? [] : ports.audience.keepActive(idsOf(batch), run.audience);
}

async function readyBatch(
  { storage, mailer }: PreparePorts,
  batch: Batch,
  call: { generation: number; recipients: readonly Recipient[]; encoded: EncodedBatch },
): Promise<Ready> {
  const key = await batchKey(batch.run_id, batch.number, call.generation, call.encoded.digest);
  const account = await mailer.account();
  return {
    row: rowOf(batch),
    purpose: null,
    isRepeat: batch.is_ambiguous === 1,
    encoded: call.encoded,
    key,
    begin: (now) => beginCall(storage, { batch, ...call, key, account }, now),
  };
}
