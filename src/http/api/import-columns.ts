// What the columns of other services' exports mean. Tables: a new service is new rows.

import type { ImportRow } from '../../store/index.ts';

type State = ImportRow['state'];

/** Headers are compared in lower case, with one space for `_`, `-` and spaces. */
export const ADDRESS_COLUMNS = ['email', 'email address', 'e mail', 'e mail address', 'subscriber email'];
export const NAME_COLUMNS = ['name', 'full name', 'display name'];
export const FIRST_NAME_COLUMNS = ['first name', 'fname'];
export const LAST_NAME_COLUMNS = ['last name', 'lname'];

/** Our own export's: every issue, or the weekly round-up. */
export const FREQUENCY_COLUMNS = ['frequency'];

/**
 * A column whose words name the state. A word that is not known makes the row a bad one, except where `strictBeside`
 * names another column and the file does not have it: then the column may mean anything.
 */
export const STATE_COLUMNS: readonly { readonly name: string; readonly strictBeside?: string }[] = [
  { name: 'state' }, // our own export
  { name: 'status' }, // listmonk
  { name: 'type', strictBeside: 'creation date' }, // Buttondown
  { name: 'subscriber type', strictBeside: 'creation date' }, // Buttondown
];

export const STATE_WORDS: Readonly<Record<string, State>> = {
  active: 'active',
  pending: 'pending',
  unsubscribed: 'unsubscribed',
  bounced: 'bounced',
  complained: 'complained',
  suppressed: 'suppressed',
  // listmonk
  enabled: 'active',
  disabled: 'unsubscribed',
  blocklisted: 'suppressed',
  // Mailchimp
  subscribed: 'active',
  cleaned: 'bounced',
  // Buttondown
  regular: 'active',
  premium: 'active',
  gifted: 'active',
  trialed: 'active',
  unpaid: 'active',
  churning: 'active',
  paused: 'active',
  past_due: 'active',
  spammy: 'suppressed',
  unactivated: 'pending',
  removed: 'unsubscribed',
  blocked: 'suppressed',
  undeliverable: 'bounced',
};

/** A column that says by being filled, by yes or by no that no mail is wanted. */
export const LEAVING_COLUMNS: readonly {
  readonly name: string;
  readonly when: 'filled' | 'yes' | 'no';
  readonly state: State;
}[] = [
  { name: 'unsub time', when: 'filled', state: 'unsubscribed' }, // Mailchimp
  { name: 'clean time', when: 'filled', state: 'bounced' }, // Mailchimp
  { name: 'email disabled', when: 'yes', state: 'unsubscribed' }, // Substack
  { name: 'subscribed to emails', when: 'no', state: 'unsubscribed' }, // Ghost
  { name: 'deleted at', when: 'filled', state: 'unsubscribed' }, // Ghost
  { name: 'unsubscription date', when: 'filled', state: 'unsubscribed' }, // Buttondown
];

/** Files that do not say of themselves who in them agreed. */
export const DOUBTFUL_FILES: readonly {
  readonly has: string;
  readonly lacks: readonly string[];
  readonly note: string;
}[] = [
  {
    has: 'member rating',
    lacks: ['unsub time', 'clean time'],
    note: 'This looks like an export of Mailchimp. Its subscribed and nonsubscribed contacts come in files that look alike: take the one whose name begins with subscribed_, since the others never agreed.',
  },
];

export const YES = ['true', 'yes', '1', 't'];
export const NO = ['false', 'no', '0', 'f'];
