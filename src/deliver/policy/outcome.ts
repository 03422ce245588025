// What a reply from the mail provider proves: the mails were taken, they were not, or nobody knows.

import { hideAddresses } from '../../log.ts';
import type { Reply } from '../mailer/mailer.ts';

export type Outcome =
  /** Taken. */
  | { readonly kind: 'sent' }
  /** Not taken: it was too soon, or the daily quota is used up. */
  | { readonly kind: 'wait'; readonly for: 'rate' | 'daily-quota'; readonly name: string }
  /**
   * Not taken. `address`: perhaps because of one of its addresses. `request`: because of something else in it.
   * `account`: any other request would be refused, too.
   */
  | {
      readonly kind: 'refused';
      readonly scope: 'address' | 'request' | 'account';
      readonly name: string;
      readonly message: string;
    }
  /** Perhaps taken. `mayRetry`: asking again under the same key may show whether it was. */
  | {
      readonly kind: 'ambiguous';
      readonly mayRetry: boolean;
      readonly name: string;
      readonly message: string;
    };

type Verdict =
  | 'wait-rate'
  | 'wait-day'
  | 'refused-address'
  | 'refused-request'
  | 'refused-account'
  | 'ambiguous'
  | 'ambiguous-for-good';

/**
 * The errors that Resend documents, each with the statuses under which it is documented, as far as they can come from a
 * batch. The newest form (https://resend.com/docs/api-reference/errors): an invalid key is a `validation_error` with 401,
 * or with 400. Older forms, of earlier copies of that page and of the tables in resend-node (src/interfaces.ts): 403
 * `invalid_api_key`, `suspended_api_key`, `invalid_from_address`, `invalid_to_address`. What is not listed here, or comes
 * with another status, proves nothing. Only a 422 can be about one address.
 */
const VERDICTS: Readonly<Record<string, Readonly<Record<number, Verdict>>>> = {
  rate_limit_exceeded: { 429: 'wait-rate' },
  daily_quota_exceeded: { 429: 'wait-day' },
  monthly_quota_exceeded: { 429: 'refused-account' },

  missing_api_key: { 401: 'refused-account' },
  restricted_api_key: { 401: 'refused-account' },
  invalid_api_key: { 401: 'refused-account', 403: 'refused-account' },
  suspended_api_key: { 403: 'refused-account' },
  // A sender, a path or a region that is wrong for one batch is wrong for all.
  invalid_from_address: { 403: 'refused-account', 422: 'refused-account' },
  invalid_to_address: { 403: 'refused-account' },
  invalid_region: { 422: 'refused-account' },
  invalid_idempotency_key: { 400: 'refused-account' },
  not_found: { 404: 'refused-account' },
  method_not_allowed: { 405: 'refused-account' },

  validation_error: {
    400: 'refused-request',
    401: 'refused-account',
    403: 'refused-account',
    422: 'refused-address',
  },
  missing_required_field: { 422: 'refused-address' },
  invalid_parameter: { 422: 'refused-address' },
  invalid_attachment: { 422: 'refused-address' },
  invalid_access: { 422: 'refused-address' },
  security_error: { 451: 'refused-request' },

  // Another call with this key is under way, which may still be taken.
  concurrent_idempotent_requests: { 409: 'ambiguous' },
  // The key was used for another body. The digest in the key rules that out, unless a byte changed on the way.
  invalid_idempotent_request: { 409: 'ambiguous-for-good' },
};

/** @param size how many mails the request held. */
export function classify(reply: Reply, size: number): Outcome {
  if (reply.kind === 'accepted') {
    if (reply.ids.length === size) return { kind: 'sent' };
    return ambiguous('unreadable_success', `A success that names ${reply.ids.length} of ${size} mails.`);
  }
  const { name, status, claims } = reply;
  const message = hideAddresses(reply.message);
  if (name === null || status === null) return ambiguous(name ?? 'no_name', message);
  // Something in between answered, and nobody knows what happened to the request behind it.
  if (claims !== status)
    return ambiguous(name, `HTTP ${status}, and ${claims ?? 'no status'} in the body: ${message}`);
  const verdict = Object.hasOwn(VERDICTS, name) ? VERDICTS[name]?.[status] : undefined;
  switch (verdict) {
    case 'wait-rate':
      return { kind: 'wait', for: 'rate', name };
    case 'wait-day':
      return { kind: 'wait', for: 'daily-quota', name };
    case 'refused-account':
      return { kind: 'refused', scope: 'account', name, message };
    case 'refused-address':
    case 'refused-request': {
      const scope = verdict === 'refused-address' ? 'address' : 'request';
      return { kind: 'refused', scope: mentionsApiKey(message) ? 'account' : scope, name, message };
    }
    case 'ambiguous-for-good':
      return { kind: 'ambiguous', mayRetry: false, name, message };
    case 'ambiguous':
    case undefined:
      return ambiguous(name, message);
  }
}

/** "API key is invalid": every other request would get the same answer. */
export const mentionsApiKey = (message: string): boolean => /\bapi[ _-]?key\b/i.test(message);

const ambiguous = (name: string, message: string): Outcome => ({
  kind: 'ambiguous',
  mayRetry: true,
  name,
  message,
});
