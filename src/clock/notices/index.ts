// Notifies editors of what waits for them or went wrong. The stores know the present state; each change is recorded once,
// then planned into a mail, then given to the Postmaster. The next tick can continue after each of these steps.

import type { Publication } from '../../../content/publication.ts';
import { PAUSED_BY_EDITOR } from '../../deliver/index.ts';
import { hideAddresses } from '../../log.ts';
import {
  addNotices,
  type Notice,
  type NoticeFacts,
  noteNoticeMail,
  planNoticeMails,
  readNotices,
  readPlannedMails,
} from '../../store/index.ts';
import type { ClockDeps } from '../deps.ts';
import { planNotices } from './plan.ts';
import type { Told } from './text.ts';

/** The Postmaster drops a notice that it could not send within this time. */
const DAY_MS = 24 * 3_600_000;

export async function tellEditors(deps: ClockDeps, publication: Publication): Promise<void> {
  const { editors } = publication;
  if (editors.length === 0) return;
  const { db, postmaster } = deps;
  const now = deps.now();
  const undecided = await postmaster().undecidedRuns();
  // An editor who paused an issue knows it.
  const found = await readNotices(db, { undecided, ownPause: PAUSED_BY_EDITOR }, now);
  const news = found.occasions.filter(({ isKnown }) => !isKnown);
  const added = news.length === 0 ? [] : await addNotices(db, news, now);
  const plan = planNotices([...found.open, ...added], found.occasions, found.mails, now);
  const isPlanned = plan.mails.length > 0;
  if (isPlanned || plan.over.length + plan.late.length > 0) await planNoticeMails(db, plan, now);
  if (!isPlanned && !found.isMailPlanned) return;

  const [{ writeNotice }, { sendNotice }] = await Promise.all([
    import('./text.ts'),
    import('../../deliver/transactional.ts'),
  ]);
  for (const { id, plannedAt, notices } of await readPlannedMails(db, now)) {
    const mail = writeNotice(await withProgress(deps, notices), {
      publication,
      siteUrl: deps.config.siteUrl,
    });
    await sendNotice(deps, { id, mail, editors, expiresAt: plannedAt + DAY_MS });
    await noteNoticeMail(db, id);
  }
}

const withProgress = ({ postmaster }: ClockDeps, notices: readonly Notice[]): Promise<Told[]> =>
  Promise.all(
    notices.map(async (notice) => ({
      ...notice,
      facts: withoutAddresses(notice.facts),
      progress: notice.kind === 'paused' ? await postmaster().progress(notice.subject) : null,
    })),
  );

/** A reason may quote the provider's words about a reader. */
const withoutAddresses = (facts: NoticeFacts): NoticeFacts =>
  Object.fromEntries(
    Object.entries(facts).map(([key, fact]) => [key, typeof fact === 'string' ? hideAddresses(fact) : fact]),
  );
