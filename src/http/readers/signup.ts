// Requesting a signup, which is confirmed by mail. It is stored before the answer, and the mail is made after it. If the
// Postmaster does not take the mail then, the clock hands it over later.

import type { Context } from 'hono';
import { limits } from '../../../content/limits.ts';
import { hashUnder } from '../../crypto/tokens.ts';
import { sendConfirmations } from '../../deliver/transactional.ts';
import { log } from '../../log.ts';
import { mailboxOf, type NewSignup, requestSignup } from '../../store/index.ts';
import type { Deps } from '../deps.ts';

/** @returns false when no mail may be sent: the address is subscribed, bounced, complained or was suppressed. */
export async function requestSignupByMail(
  deps: Deps,
  c: Context,
  signup: Omit<NewSignup, 'expiresAt' | 'mailbox'>,
): Promise<boolean> {
  const now = deps.now();
  const mailbox = await hashUnder(deps.signingKey, 'mailbox', mailboxOf(signup.email));
  const expiresAt = now + limits.signupLastsMs;
  const id = await requestSignup(deps.db, { ...signup, mailbox, expiresAt }, now);
  if (id === null) return false;
  c.executionCtx.waitUntil(
    sendConfirmations(deps, [{ id, email: signup.email, askedAt: now }]).catch((error: unknown) =>
      log('fault', { where: 'queueing a confirmation', error }),
    ),
  );
  return true;
}
