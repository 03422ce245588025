// From a row that is due to a request that may be made: the recipients are checked against D1, the body is built
// again, and its digest is compared with what was frozen. Nothing is written before the call begins.

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

/** A request that is ready. `begin` writes its attempt down, or finds that the world has moved on. */
export type Ready = {
  /** Names the batch or the message. */
  readonly row: string;
  /** Of a transactional mail. */
  readonly purpose: Purpose | null;
  /** Asks again under a key that may have been taken: that takes nothing of a quota. */
  readonly isRepeat: boolean;
  readonly draft: EncodedBatch;
  readonly key: string;
  begin(now: number): OpenAttempt | null;
};

type Tools = Pick<Ports, 'storage' | 'clock' | 'audience' | 'findSigner' | 'mailer' | 'allowance'> & {
  readonly readTemplate: (runId: string) => RequestTemplate;
};

/** While the signing key is missing, what cannot be paused looks for it again after this time. */
const MISSING_KEY_RETRY_MS = 60_000;

/**
 * Reads the next recipients of a run, freezes them as a batch and makes it ready.
 * @param leftToday mails that the quota leaves.
 */
export async function prepareNext(tools: Tools, run: Run, leftToday: number): Promise<Ready | null> {
  const { storage, audience, allowance } = tools;
  const template = tools.readTemplate(run.run_id);
  const sign = await tools.findSigner(template.keyId);
  if (sign === null) {
    pauseRun(storage, run, signingKeyGone(template.keyId), tools.clock());
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
      finishRun(storage, run.run_id, tools.clock());
    });
    return null;
  }
  const draft = await encodeBatch(template, recipients, sign, allowance.bytes);
  const taken = recipients.slice(0, draft.size);
  const isLast = recipients.length < most && taken.length === recipients.length;
  const batch = freezeBatch(storage, run, taken, draft.digest, isLast, tools.clock());
  if (batch === null) return null;
  return readyBatch(tools, batch, { generation: 0, recipients: taken, draft });
}

/** Makes a batch ready that was frozen before. @param room mails that a cap on a new domain leaves. */
export async function prepareBatch(tools: Tools, due: Batch, room: number): Promise<Ready | null> {
  const { storage } = tools;
  const most = Math.min(room, maxMails(tools.readTemplate(due.run_id), tools.allowance));
  // It was frozen under a plan or a cap that allows more. What is in doubt must stay as it is.
  if (due.is_ambiguous === 0 && due.size > most) {
    storage.transactionSync(() => splitBatch(storage, due, tools.clock()));
    return null;
  }
  const recipients = due.is_ambiguous === 1 ? recipientsOf(due) : await readAgain(tools, due);
  const template = tools.readTemplate(due.run_id);
  const sign = await tools.findSigner(template.keyId);
  const account = await tools.mailer.account();

  // The world may have moved on while D1 was asked.
  const batch = findBatch(storage, due.run_id, due.number);
  const run = findRun(storage, due.run_id);
  if (batch?.state !== 'waiting' || batch.generation !== due.generation) return null;
  if (run === null || !maySend(run, batch)) return null;
  const now = tools.clock();
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
      settleBatch(storage, batch, 'empty', 'Nobody in it wants it any more.', now),
    );
    return null;
  }

  // Its size was measured when it was frozen: somebody's new address must not push somebody else out.
  const draft = await encodeBatch(template, recipients, sign, Number.POSITIVE_INFINITY);
  const isSame = draft.digest === batch.digest;
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
  return readyBatch(tools, batch, { generation, recipients, draft });
}

/** Makes a single mail ready. A welcome asks D1 whether its reader is still in. */
export async function prepareTransactional(tools: Tools, message: TransactionalMail): Promise<Ready | null> {
  const { storage } = tools;
  const now = tools.clock();
  const isKeyOld = isOld(message, now);
  const account = await tools.mailer.account();
  const isAmbiguous = message.is_ambiguous === 1;
  const doubt = isAmbiguous ? findDoubt(message, account, now) : null;
  if (doubt !== null) {
    markTransactionalUnknown(storage, message, doubt, now);
    return null;
  }
  const end = isAmbiguous ? null : await findEnd(tools, message, now);
  if (end !== null) {
    dropTransactional(storage, message, end, now);
    return null;
  }
  const template = readMailTemplate(storage, message.id);
  if (template === null) return null;
  const draft = await encodeTransactional(template, {
    to: message.address,
    token: message.token,
    purpose: message.purpose,
  });
  const isSame = draft.digest === message.digest;
  if (isAmbiguous && !isSame) {
    markTransactionalUnknown(storage, message, BYTES_CHANGED, now);
    return null;
  }
  const generation = message.generation + (message.tries > 0 && (isKeyOld || !isSame) ? 1 : 0);
  const key = await transactionalKey(message.id, generation, draft.digest);
  return {
    row: message.id,
    purpose: message.purpose,
    isRepeat: isAmbiguous,
    draft,
    key,
    begin: (at) => beginTransactionalCall(storage, message, { generation, draft, key, account }, at),
  };
}

/** Why a single mail is not sent any more. */
async function findEnd(tools: Tools, message: TransactionalMail, now: number): Promise<string | null> {
  if (message.expires_at !== null && message.expires_at <= now) return TOO_OLD;
  const { subscriber_id: id, address } = message;
  return id === null || (await tools.audience.isActive({ id, email: address })) ? null : READER_LEFT;
}

type Asked = Pick<Batch, 'first_try_at' | 'account'>;

const isOld = ({ first_try_at: firstTryAt }: Asked, now: number): boolean =>
  firstTryAt !== null && now >= firstTryAt + KEY_LIFE_MS;

/** Why what is in doubt cannot be cleared up by asking again under its key: it would be a first time there. */
function findDoubt(asked: Asked, account: string, now: number): string | null {
  if (isOld(asked, now)) return KEY_RAN_OUT;
  return asked.account === null || asked.account === account ? null : ACCOUNT_CHANGED;
}

/** Without who left since it was frozen, or switched to another audience. */
async function readAgain(tools: Tools, batch: Batch): Promise<readonly Recipient[]> {
  const run = findRun(tools.storage, batch.run_id);
  return run === null ? [] : tools.audience.keepActive(idsOf(batch), run.audience);
}

async function readyBatch(
  { storage, mailer }: Tools,
  batch: Batch,
  call: { generation: number; recipients: readonly Recipient[]; draft: EncodedBatch },
): Promise<Ready> {
  const key = await batchKey(batch.run_id, batch.number, call.generation, call.draft.digest);
  const account = await mailer.account();
  return {
    row: rowOf(batch),
    purpose: null,
    isRepeat: batch.is_ambiguous === 1,
    draft: call.draft,
    key,
    begin: (now) => beginCall(storage, { batch, ...call, key, account }, now),
  };
}
