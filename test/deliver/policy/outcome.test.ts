import { describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/deliver/mailer/mailer.ts';
import { classify } from '../../../src/deliver/policy/outcome.ts';

const error = (status: number | null, name: string | null, message = 'why') => ({
  kind: 'error' as const,
  name,
  status,
  claims: status,
  message,
  headers: {},
});

const verdict = (reply: Reply): string => {
  const outcome = classify(reply, 3);
  switch (outcome.kind) {
    case 'sent':
      return 'sent';
    case 'wait':
      return `wait for ${outcome.for}`;
    case 'refused':
      return `refused, ${outcome.scope}`;
    case 'ambiguous':
      return outcome.mayRetry ? 'ambiguous' : 'ambiguous for good';
  }
};

describe('an outcome', () => {
  it('is sent only when the reply names as many mails as the request held', () => {
    const accepted = (count: number): Reply => ({
      kind: 'accepted',
      ids: Array(count).fill('x'),
      headers: {},
    });
    expect(classify(accepted(3), 3).kind).toBe('sent');
    expect(classify(accepted(2), 3)).toMatchObject({ kind: 'ambiguous', mayRetry: true });
    expect(classify(accepted(0), 3)).toMatchObject({ kind: 'ambiguous', mayRetry: true });
    expect(classify(accepted(4), 3)).toMatchObject({ kind: 'ambiguous', mayRetry: true });
  });

  // Every error that https://resend.com/docs/api-reference/errors lists or listed once, and some that it never did.
  it.each([
    [429, 'rate_limit_exceeded', 'wait for rate'],
    [429, 'daily_quota_exceeded', 'wait for daily-quota'],
    [429, 'monthly_quota_exceeded', 'refused, account'],
    [400, 'invalid_idempotency_key', 'refused, account'],
    [400, 'validation_error', 'refused, request'],
    [401, 'missing_api_key', 'refused, account'],
    [401, 'restricted_api_key', 'refused, account'],
    [401, 'invalid_api_key', 'refused, account'],
    [403, 'invalid_api_key', 'refused, account'],
    [403, 'suspended_api_key', 'refused, account'],
    [403, 'invalid_from_address', 'refused, account'],
    [403, 'invalid_to_address', 'refused, account'],
    [403, 'validation_error', 'refused, account'],
    [401, 'validation_error', 'refused, account'],
    [404, 'not_found', 'refused, account'],
    [405, 'method_not_allowed', 'refused, account'],
    [409, 'invalid_idempotent_request', 'ambiguous for good'],
    [409, 'concurrent_idempotent_requests', 'ambiguous'],
    [422, 'validation_error', 'refused, address'],
    [422, 'missing_required_field', 'refused, address'],
    [422, 'invalid_parameter', 'refused, address'],
    [422, 'invalid_attachment', 'refused, address'],
    [422, 'invalid_access', 'refused, address'],
    [422, 'invalid_from_address', 'refused, account'],
    [422, 'invalid_region', 'refused, account'],
    [451, 'security_error', 'refused, request'],
    [500, 'application_error', 'ambiguous'],
    [500, 'internal_server_error', 'ambiguous'],
    [500, 'validation_error', 'ambiguous'],
    [503, 'rate_limit_exceeded', 'ambiguous'],
    [408, 'validation_error', 'ambiguous'],
    [200, 'validation_error', 'ambiguous'],
    [302, 'validation_error', 'ambiguous'],
    [429, 'application_error', 'ambiguous'],
    [403, 'application_error', 'ambiguous'],
    [418, 'never_heard_of', 'ambiguous'],
    [404, 'validation_error', 'ambiguous'],
    [408, 'rate_limit_exceeded', 'ambiguous'],
    [409, 'validation_error', 'ambiguous'],
    [413, 'validation_error', 'ambiguous'],
    [421, 'missing_required_field', 'ambiguous'],
    [425, 'rate_limit_exceeded', 'ambiguous'],
    [422, 'security_error', 'ambiguous'],
    [422, 'daily_quota_exceeded', 'ambiguous'],
    [422, 'missing_api_key', 'ambiguous'],
    [429, 'validation_error', 'ambiguous'],
    [499, 'validation_error', 'ambiguous'],
    [502, 'validation_error', 'ambiguous'],
    [201, 'invalid_api_key', 'ambiguous'],
    [422, 'toString', 'ambiguous'],
    [null, 'application_error', 'ambiguous'],
    [null, 'validation_error', 'ambiguous'],
    [422, null, 'ambiguous'],
    [null, null, 'ambiguous'],
  ])('of %s %s is %s', (status, name, expected) => {
    expect(verdict(error(status, name))).toBe(expected);
  });

  it('proves nothing when the status line and the body do not name the same status', () => {
    const names = ['validation_error', 'rate_limit_exceeded', 'invalid_api_key', 'daily_quota_exceeded'];
    const statuses = [200, 400, 401, 403, 408, 413, 421, 422, 429, 499, 500, 502, 503, 504, null];
    for (const name of names)
      for (const status of statuses)
        for (const claims of statuses)
          if (status !== claims) expect(verdict({ ...error(status, name), claims })).toBe('ambiguous');
  });

  it.each(['API key is invalid', 'The api-key is not valid.', 'Your API Key has expired'])(
    'of a refusal that speaks of the key is the matter of the account: %s',
    (message) => {
      expect(verdict(error(400, 'validation_error', message))).toBe('refused, account');
      expect(verdict(error(422, 'validation_error', message))).toBe('refused, account');
    },
  );

  it.each([
    ['Invalid `to` field: ann@example.com', 'Invalid `to` field: (an address)'],
    ['"Ann" <ann.b+c@mail.example.co.uk>, bob@x.org.', '"Ann" <(an address)>, (an address)'],
    ['/emails?to=ann%40example.com', '/emails?to=(an address)'],
    ['The desk.example domain is not verified.', 'The desk.example domain is not verified.'],
  ])('keeps no address of what was said: %s', (said, kept) => {
    const reply = { ...error(422, 'validation_error'), message: said };
    expect(classify(reply, 3)).toMatchObject({ kind: 'refused', message: kept });
  });
});
