// Asking an address whether it wants the newsletter. What is asked is written down before the answer leaves, and the
// mail is made after it; what cannot be handed to the Postmaster then, the clock hands over later.

import type { Context } from 'hono';
import { limits } from '../../../content/limits.ts';
import { hashUnder } from '../../crypto/tokens.ts';
import { sendConfirmations } from '../../deliver/transactional.ts';
import { log } from '../../log.ts';
import { mailboxOf, type NewSignup, requestSignup } from '../../store/index.ts';
import type { Deps } from '../deps.ts';

/** @returns false when no mail may be sent: the address is in, bounced, complained or was suppressed. */
export async function requestSignupByMail(
  deps: Deps,
  c: Context,
  asking: Omit<NewSignup, 'expiresAt' | 'mailbox'>,
): Promise<boolean> {
  const now = deps.now();
  const mailbox = await hashUnder(deps.signingKey, 'mailbox', mailboxOf(asking.email));
  const expiresAt = now + limits.askingLastsMs;
  const id = await requestSignup(deps.db, { ...asking, mailbox, expiresAt }, now);
  if (id === null) return false;
  c.executionCtx.waitUntil(
    sendConfirmations(deps, [{ id, email: asking.email, askedAt: now }]).catch((error: unknown) =>
      log('fault', { where: 'queueing a confirmation', error }),
    ),
  );
  return true;
}
