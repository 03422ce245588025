// Why a run waits, in a sentence for an editor, with times in the publication's time zone.

import { formatTimeSoon } from '../../content/dates.ts';
import { publication } from '../../content/publication.ts';
import type { Waiting } from '../deliver/index.ts';

const MINUTE_MS = 60_000;

const CAUSES: Readonly<Record<Waiting['for'], string>> = {
  'daily-quota': 'Daily quota used up',
  'warming-up': 'Warming up: all mails that are allowed today have been sent',
  rate: 'Resend asks us to wait',
  provider: 'Resend is slow, or does not confirm what it accepted',
  account: 'Resend refuses this account: fix what the reason says, then resume',
};

export function describeWaiting(
  { for: cause, until }: Waiting,
  now: number,
  timeZone = publication.timeZone,
): string {
  if (until === null) return `${CAUSES[cause]}.`;
  if (until - now < MINUTE_MS) return `${CAUSES[cause]}, continues within a minute.`;
  // To the minute, rounded up.
  const minute = Math.ceil(until / MINUTE_MS) * MINUTE_MS;
  return `${CAUSES[cause]}, continues at about ${formatTimeSoon('en', timeZone, minute, now)}.`;
}
