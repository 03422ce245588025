// Which notice goes into which mail. Pure: an editor gets at most one mail an hour about one thing, and ten a day; the rest
// waits and is combined in one mail.

import type { NoticeMail, NoticePlan, Occasion, OpenNotice } from '../../store/index.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MAX_A_DAY = 10;
/** Limits delay nothing for longer than a day. Anything older was left behind while the clock did not run. */
const LASTS_MS = 2 * DAY_MS;

export const groupOf = ({ kind, subject }: { kind: string; subject: string }): string => `${kind} ${subject}`;

/**
 * @param occasions the present state: a pause that ended before its mail is not mentioned.
 * @param mails those of the last day.
 */
export function planNotices(
  open: readonly OpenNotice[],
  occasions: readonly Omit<Occasion, 'isKnown'>[],
  mails: readonly NoticeMail[],
  now: number,
): NoticePlan {
  const isSo = new Set(occasions.map((one) => `${groupOf(one)} ${one.change}`));
  const late = open.filter(({ noticedAt }) => now - noticedAt >= LASTS_MS);
  const over = open.filter(
    (one) => !late.includes(one) && one.kind !== 'missed' && !isSo.has(`${groupOf(one)} ${one.change}`),
  );
  const toTell = open.filter((one) => !late.includes(one) && !over.includes(one));

  const toldAt = (group: string): number =>
    Math.max(
      ...mails.filter(({ groups }) => groups.includes(group)).map(({ plannedAt }) => plannedAt),
      Number.NEGATIVE_INFINITY,
    );
  const ripe = [...Map.groupBy(toTell, groupOf)]
    .filter(([group]) => now - toldAt(group) >= HOUR_MS)
    .map(([, notices]) => notices.map(({ id }) => id));
  const left = MAX_A_DAY - mails.filter(({ plannedAt }) => plannedAt > now - DAY_MS).length;
  const planned = left <= 0 || ripe.length === 0 ? [] : ripe.length <= left ? ripe : [ripe.flat()];
  return { over: over.map(({ id }) => id), late: late.map(({ id }) => id), mails: planned };
}
