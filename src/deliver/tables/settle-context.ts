// What settling an attempt has to know of the moment.

import type { Reply } from '../mailer/mailer.ts';

export type SettleContext = {
  readonly now: number;
  readonly random: number;
  readonly retryAfterMs: number | null;
  readonly reply: Reply | null;
  /** Retries at once, whatever the backoff says. */
  readonly isRestart?: boolean;
};
