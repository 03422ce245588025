// Why a run waits, in a sentence for an editor, by the publication's clock.

import { formatTimeSoon } from '../../content/dates.ts';
import { publication } from '../../content/publication.ts';
import type { Waiting } from '../deliver/index.ts';

const MINUTE_MS = 60_000;

const CAUSES: Readonly<Record<Waiting['for'], string>> = {
  'daily-quota': 'Daily quota used up',
  'warming-up': 'Warming up: the mails of this day have left',
  rate: 'Resend asks to wait',
  provider: 'Resend is slow, or does not say what it took',
  account: 'Resend refuses this account: see the reason, mend it, then resume',
};

export function describeWaiting(
  { for: cause, until }: Waiting,
  now: number,
  timeZone = publication.timeZone,
): string {
  if (until === null) return `${CAUSES[cause]}.`;
  if (until - now < MINUTE_MS) return `${CAUSES[cause]}, goes on within a minute.`;
  // To the minute, and not earlier than it is.
  const minute = Math.ceil(until / MINUTE_MS) * MINUTE_MS;
  return `${CAUSES[cause]}, goes on about ${formatTimeSoon('en', timeZone, minute, now)}.`;
}
