// What a tick of the clock does. Cron Triggers are heartbeats in UTC that promise nothing: a tick may come late,
// twice or not at all, so everything here is computed from what was decided before.

import { type Publication, publication } from '../content/publication.ts';
import { dueSlots } from './clock/calendar.ts';
import { decideRoundUp } from './clock/round-up.ts';
import { decide } from './clock/slots.ts';
import { type LaunchDeps, launch, type Postmaster } from './deliver/index.ts';
import type { Config } from './env.ts';
import type { Frozen } from './freeze.ts';
import {
  beginTick,
  closeSlots,
  createIssueForSlot,
  endTick,
  expireAskings,
  hasContent,
  type LastSlots,
  listDueIssues,
  type OpenAsking,
  readNewReports,
  type SlotOutcome,
  type StoredReport,
  syncNamedReports,
} from './store/index.ts';
import type { SigningKey } from './tokens.ts';

export type ClockDeps = Omit<LaunchDeps, 'postmaster'> & {
  readonly config: Pick<Config, 'local' | 'siteUrl'>;
  readonly signingKey: SigningKey;
  readonly postmaster: () => DurableObjectStub<Postmaster>;
};

/** What an editor wrote: when to send, and what. Without `reports`: the files of content/reports. */
export type Content = {
  readonly publication: Publication;
  readonly reports?: readonly { readonly name: string; readonly raw: string }[];
};

const MAX_REPORTS_PER_ISSUE = 20;

/**
 * Decides the slots that are due, sets off every issue whose time has come, and wakes the Postmaster.
 * @param scheduledTime the tick's own time, by which it is known: repeating it decides nothing again.
 * @returns what it did, as a line for the log.
 */
export async function tick(
  deps: ClockDeps,
  scheduledTime: number,
  content: Content = { publication },
): Promise<string> {
  const begun = await beginTick(deps.db, scheduledTime, deps.now());
  // What an editor scheduled leaves even if the publication's own issue cannot be made.
  const decided = begun.before?.endedAt
    ? Promise.resolve('This tick was done before.')
    : decideSlots(deps, scheduledTime, begun.lastSlots, content);
  const [decision] = await Promise.allSettled([decided]);
  // Only a slot brings issues that were not due when the tick began.
  const isIdle = decision.status === 'fulfilled' && decision.value === null;
  const due = isIdle ? begun.dueIssues : await listDueIssues(deps.db, Math.max(deps.now(), scheduledTime));
  const launched = await launchAll(deps, due);
  await deps.postmaster().wake();
  if (decision.status === 'rejected') {
    await mailUnmailed(deps, await expireAskings(deps.db, Math.max(deps.now(), scheduledTime)));
    throw decision.reason;
  }
  const told = decision.value ?? 'No slot is due.';
  const outcome = launched === 0 ? told : `${told} Issues on their way: ${launched}.`;
  await mailUnmailed(deps, await endTick(deps.db, scheduledTime, outcome, deps.now()));
  return outcome;
}

/** What the form could not hand to the Postmaster. The next tick tries again. */
async function mailUnmailed(deps: ClockDeps, askings: readonly OpenAsking[]): Promise<void> {
  if (askings.length === 0) return;
  const { sendConfirmations } = await import('./letters.ts');
  await sendConfirmations(deps, askings).catch((error: unknown) =>
    console.error('A confirmation could not be queued:', error),
  );
}

/**
 * Both calendars. The issue of the hour comes first, so that a round-up of the same hour tells of it.
 * @returns null when no slot is due.
 */
async function decideSlots(
  deps: ClockDeps,
  scheduledTime: number,
  last: LastSlots,
  content: Content,
): Promise<string | null> {
  const decisions = await Promise.allSettled([decideSlot(deps, scheduledTime, last.every, content)]);
  decisions.push(
    ...(await Promise.allSettled([decideRoundUp(deps, scheduledTime, last, content.publication)])),
  );
  const told: string[] = [];
  for (const decision of decisions) {
    if (decision.status === 'rejected') throw decision.reason;
    if (decision.value !== null) told.push(decision.value);
  }
  return told.length === 0 ? null : told.join(' ');
}

async function decideSlot(
  deps: ClockDeps,
  scheduledTime: number,
  last: number | null,
  content: Content,
): Promise<string | null> {
  const { timeZone, sending } = content.publication;
  const slots = dueSlots(last, scheduledTime, { timeZone, ...sending });
  return decide(deps, scheduledTime, 'every', slots, (due) => fillSlot(deps, due, content));
}

/** Makes the issue of a slot of what is new, or records why there is none. */
async function fillSlot(deps: ClockDeps, slot: number, content: Content): Promise<SlotOutcome> {
  await syncFiles(deps, content.reports ?? (await import('../content/reports.gen.ts')).reports);
  const found = await readNewReports(deps.db, {
    withSamples: deps.config.local,
    limit: MAX_REPORTS_PER_ISSUE,
  });
  const id = crypto.randomUUID();
  const { frozen, reports, left } = await freezeWhatCanBe(deps, id, found, content.publication);
  const note = left.length === 0 ? null : left.join(' ');
  const close = async (outcome: 'nothing-new' | 'same-content'): Promise<SlotOutcome> => {
    await closeSlots(deps.db, [{ audience: 'every', startsAt: slot, outcome, note }], deps.now());
    return outcome;
  };
  if (frozen === null) return close('nothing-new');
  if (await hasContent(deps.db, frozen.stored.fingerprint)) return close('same-content');

  const { preflight, stored } = frozen;
  const outcome =
    content.publication.sending.policy === 'send' && preflight.ok
      ? ({ kind: 'scheduled', frozen: stored } as const)
      : ({
          kind: 'drafted',
          reason: preflight.problems.map((problem) => problem.message).join(' ') || null,
        } as const);
  const reportIds = reports.map((report) => report.id);
  await createIssueForSlot(deps.db, { id, slot, reportIds, note, outcome }, deps.now());
  return outcome.kind;
}

/** One report that cannot be printed does not keep the others back. */
async function freezeWhatCanBe(
  deps: ClockDeps,
  id: string,
  found: readonly StoredReport[],
  publication: Publication,
): Promise<{ frozen: Frozen | null; reports: readonly StoredReport[]; left: readonly string[] }> {
  const { freezeIssue } = await import('./freeze.ts');
  let reports = found;
  const left: string[] = [];
  while (reports.length > 0) {
    const frozen = await freezeIssue({ id, subject: null, preheader: null }, reports, {
      publication,
      siteUrl: deps.config.siteUrl,
      keyId: deps.signingKey.id,
      local: deps.config.local,
    });
    if (frozen.ok) return { frozen: frozen.value, reports, left };
    const { reportId, message } = frozen.error;
    left.push(`Report ${reportId} is left out: ${message}`);
    reports = reports.filter((report) => report.id !== reportId);
  }
  return { frozen: null, reports, left };
}

/** Stores what is new in content/reports, samples only locally. A text that cannot be cleaned is left out. */
async function syncFiles(deps: ClockDeps, files: NonNullable<Content['reports']>): Promise<void> {
  const { clean } = await import('./clean/index.ts');
  const describe = ({ name, raw }: { name: string; raw: string }) => {
    const report = clean(raw);
    if (!report.ok) {
      console.error(`content/reports/${name}: ${report.error.message}`);
      return null;
    }
    const { title, meta } = report.value;
    const isSample = meta.sample === true;
    return isSample && !deps.config.local ? null : { title: title ?? meta.title ?? null, isSample };
  };
  await syncNamedReports(deps.db, files, describe, deps.now());
}

/** @returns how many of them are on their way. Every tick launches them again, until it is known to be done. */
async function launchAll(deps: ClockDeps, issueIds: readonly string[]): Promise<number> {
  let launched = 0;
  for (const id of issueIds) {
    try {
      const { kind } = await launch(deps, id);
      if (kind === 'running') launched += 1;
    } catch (error) {
      // The next tick tries again; the other issues do not wait for this one.
      console.error(`Issue ${id} could not be launched:`, error);
    }
  }
  return launched;
}
