// Why a run waits or an issue cannot go out, in sentences for an editor: what happened and what to do. They are stored
// with the run, so they are made here and not at the edge.

import { mentionsApiKey } from './outcome.ts';

export const PAUSED_BY_EDITOR = 'An editor paused this issue.';

export const RUN_LOST =
  'The sender has no record of the run that this issue names, so nobody can tell who already got it. It was paused and will not start again by itself.';

export const CONTENT_DIFFERS =
  'The content that the sender holds for this issue is not the content that was approved. It was paused and will not start again by itself.';

export const contentUnreadable = (why: string): string =>
  `The stored content of this issue cannot be read: ${why}. It was paused and will not start again by itself.`;

export const KEY_RAN_OUT =
  'The provider was asked for 23 hours and never said whether it took this. It forgets after a day, so asking again could send a second mail.';

export const ACCOUNT_CHANGED =
  'RESEND_API_KEY or RESEND_BASE_URL was changed before the provider said whether it took this. The new account does not know.';

export const BYTES_CHANGED =
  'The mails can no longer be built as they were when they were perhaps taken, so they cannot be asked for again.';

export const TOO_OLD = 'It could not leave in time.';

export const READER_LEFT = 'Its reader unsubscribed before it could leave.';

export const signingKeyGone = (keyId: string): string =>
  `The signing key ${keyId}, with which this issue was approved, is no longer in SIGNING_KEY. Put it back at the end of the list, then resume.`;

export const everyAddressRefused = (size: number, message: string): string =>
  `Resend refused each of the ${size} addresses of one batch, so the cause is probably not the addresses: ${quote(message)} Find out why, then resume; the batch will be tried once more.`;

export const nobodyAccepted = (message: string): string => `Resend refused every address: ${quote(message)}`;

/** A refusal that is about the account and not a recipient. */
export function accountRefused(name: string, message: string): string {
  // A `validation_error` may be about the key as well as the sender.
  const cause = name === 'validation_error' && mentionsApiKey(message) ? 'invalid_api_key' : name;
  const [what, then] = ACCOUNT_REFUSALS[cause] ?? [
    'Resend refuses to send for this account.',
    'Correct it there',
  ];
  return `${what} Resend says: ${quote(message)} ${then}, then resume.`;
}

/** A refusal of a single mail that cannot be about its address. */
export const requestRefused = (subscriberId: string, message: string): string =>
  `Resend refuses a request that holds a single mail, and does not say that its address is wrong: ${quote(message)} Find out why, then resume. If only this mail is refused, it is the one to subscriber ${subscriberId}: unsubscribe them, then resume.`;

const ACCOUNT_REFUSALS: Readonly<Record<string, readonly [what: string, then: string]>> = {
  missing_api_key: ['Resend got no API key.', 'Set RESEND_API_KEY'],
  invalid_api_key: ['Resend does not know the API key.', 'Set a valid RESEND_API_KEY'],
  suspended_api_key: ['The API key is suspended.', 'Set another RESEND_API_KEY'],
  restricted_api_key: ['The API key may not send.', 'Set a RESEND_API_KEY with sending access'],
  validation_error: ['Resend does not let this sender send.', 'Verify the domain of the sender in Resend'],
  invalid_to_address: [
    'Resend lets this account send to its own address only.',
    'Verify the domain of the sender in Resend',
  ],
  invalid_from_address: [
    'Resend does not accept the address of the sender.',
    'Check the domain of the sender in Resend',
  ],
  monthly_quota_exceeded: [
    'The monthly quota of the Resend account is used up.',
    'Raise the plan or wait for the next month',
  ],
};

/** The provider's words, shortened, as one sentence. */
function quote(message: string): string {
  const words = message.replace(/\s+/g, ' ').trim().slice(0, 300);
  if (words === '') return '(no explanation).';
  return /[.!?]$/.test(words) ? words : `${words}.`;
}
