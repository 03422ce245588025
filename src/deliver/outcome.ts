// What a reply from the mail provider proves: the mails were taken, they were not, or nobody knows.

import type { Reply } from './mailer.ts';

export type Outcome =
  /** Taken. */
  | { readonly kind: 'sent' }
  /** Not taken, because it was too soon or today's share is used up. */
  | { readonly kind: 'wait'; readonly for: 'rate' | 'daily-quota'; readonly name: string }
  /** Not taken. `account`: any other request would fare the same. */
  | {
      readonly kind: 'refused';
      readonly scope: 'batch' | 'account';
      readonly name: string;
      readonly message: string;
    }
  /** Perhaps taken. `mayRetry`: asking again under the same key can bring clarity. */
  | {
      readonly kind: 'ambiguous';
      readonly mayRetry: boolean;
      readonly name: string;
      readonly message: string;
    };

type Verdict = 'wait-rate' | 'wait-day' | 'refused' | 'refused-account' | 'ambiguous' | 'ambiguous-for-good';

/**
 * The errors that Resend documents (https://resend.com/docs/api-reference/errors), as far as they can come from
 * a batch. What is not listed here proves nothing.
 */
const VERDICTS: Readonly<Record<string, Verdict>> = {
  rate_limit_exceeded: 'wait-rate',
  daily_quota_exceeded: 'wait-day',
  monthly_quota_exceeded: 'refused-account',

  missing_api_key: 'refused-account',
  restricted_api_key: 'refused-account',
  invalid_api_key: 'refused-account',
  // A sender, a path or a region that is wrong for one batch is wrong for all.
  invalid_from_address: 'refused-account',
  invalid_region: 'refused-account',
  invalid_idempotency_key: 'refused-account',
  not_found: 'refused-account',
  method_not_allowed: 'refused-account',

  validation_error: 'refused',
  missing_required_field: 'refused',
  invalid_parameter: 'refused',
  invalid_attachment: 'refused',
  invalid_access: 'refused',
  security_error: 'refused',

  // Another call with this key is under way: it may yet be taken.
  concurrent_idempotent_requests: 'ambiguous',
  // The key was used for another body, which the digest in the key rules out unless a byte changed on its way.
  invalid_idempotent_request: 'ambiguous-for-good',
};

/** @param size how many mails the request held. */
export function classify(reply: Reply, size: number): Outcome {
  if (reply.kind === 'accepted') {
    if (reply.ids.length === size) return { kind: 'sent' };
    return ambiguous('unreadable_success', `A success that names ${reply.ids.length} of ${size} mails.`);
  }
  const { name, status } = reply;
  const message = maskAddresses(reply.message);
  if (name === null || status === null) return ambiguous(name ?? 'no_name', message);
  if (status < 400 || status >= 500 || status === 408) return ambiguous(name, message);
  const verdict = Object.hasOwn(VERDICTS, name) ? VERDICTS[name] : undefined;
  switch (verdict) {
    case 'wait-rate':
      return { kind: 'wait', for: 'rate', name };
    case 'wait-day':
      return { kind: 'wait', for: 'daily-quota', name };
    case 'refused-account':
      return { kind: 'refused', scope: 'account', name, message };
    case 'refused':
      // 401 and 403 are about the key, the domain or the account, whatever their name.
      return {
        kind: 'refused',
        scope: status === 401 || status === 403 ? 'account' : 'batch',
        name,
        message,
      };
    case 'ambiguous-for-good':
      return { kind: 'ambiguous', mayRetry: false, name, message };
    case 'ambiguous':
    case undefined:
      return ambiguous(name, message);
  }
}

/** What the provider says is kept and shown, the addresses that it quotes are not. */
const maskAddresses = (message: string): string =>
  message.replace(/[^\s<>()[\],;:"'`=]+(?:@|%40)[^\s<>()[\],;:"'`=]+/g, '(an address)');

const ambiguous = (name: string, message: string): Outcome => ({
  kind: 'ambiguous',
  mayRetry: true,
  name,
  message,
});
