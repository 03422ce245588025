// The protocol between the two stores. D1 says what should happen, the Postmaster what did: an issue that is due is
// started there first, and D1 names the run only after that is committed. Every step may be repeated.

import { hashTemplate, type RequestTemplate, readRequestTemplate } from '../render/template.ts';
import { err, type Result } from '../result.ts';
import {
  beginSending,
  type Cadence,
  type IssueState,
  moveIssue,
  readIssue,
  readIssueSummary,
} from '../store/index.ts';
import { CONTENT_DIFFERS, contentUnreadable, RUN_LOST } from './policy/reason.ts';
import type { CommandRefusal, KnownRun, StartRefusal } from './tables/commands.ts';

export type NewStart = {
  readonly issueId: string;
  readonly sha256: string;
  readonly template: RequestTemplate;
  readonly audience: Cadence;
};

/** What the launch needs of the Postmaster. */
export type Launcher = {
  start(run: NewStart): Promise<Result<{ runId: string }, StartRefusal>>;
  /** The run of an issue, if the Postmaster knows one. */
  identify(issueId: string): Promise<KnownRun | null>;
  /** Reports the state of the run to D1 once more. */
  reportAgain(issueId: string): Promise<unknown>;
  pause(issueId: string, reason?: string): Promise<unknown>;
  resume(issueId: string): Promise<Result<unknown, CommandRefusal>>;
  cancel(issueId: string): Promise<unknown>;
};

export type LaunchDeps = {
  readonly db: D1Database;
  readonly postmaster: () => Launcher;
  readonly now: () => number;
};

export type Launched =
  | { readonly kind: 'running'; readonly runId: string; readonly state: IssueState }
  | { readonly kind: 'paused'; readonly reason: string }
  | { readonly kind: 'cancelled' }
  /** Not approved, not scheduled, over, or unknown: nothing to launch. */
  | { readonly kind: 'not-due'; readonly state: IssueState | null };

/**
 * Starts a scheduled issue, or checks that one that is being sent still is. The caller decides whether it is due.
 */
export async function launch(deps: LaunchDeps, issueId: string): Promise<Launched> {
  const { db, now } = deps;
  const issue = await readIssue(db, issueId);
  if (issue === null) return { kind: 'not-due', state: null };
  const { state, sha256, templateJson } = issue;
  const isOnItsWay = state === 'scheduled' || state === 'sending' || state === 'paused';
  if (!isOnItsWay || sha256 === null || templateJson === null) return { kind: 'not-due', state };

  const postmaster = deps.postmaster();
  if (issue.runId !== null) {
    const run = await postmaster.identify(issueId);
    if (run === null) return stop(deps, issueId, RUN_LOST);
    if (run.runId !== issue.runId) return stop(deps, issueId, RUN_LOST);
    if (run.sha256 !== sha256) return stop(deps, issueId, CONTENT_DIFFERS);
    if (run.state !== state) await postmaster.reportAgain(issueId);
    return { kind: 'running', runId: run.runId, state: run.state };
  }
  if (state === 'paused') return { kind: 'paused', reason: issue.reason ?? '' };

  const template = readRequestTemplate(templateJson);
  if (!template.ok) return stop(deps, issueId, contentUnreadable(template.error));
  if ((await hashTemplate(template.value)) !== sha256) return stop(deps, issueId, CONTENT_DIFFERS);
  const { audience } = issue;
  const started = await postmaster.start({ issueId, sha256, template: template.value, audience });
  if (!started.ok) {
    switch (started.error) {
      case 'cancelled':
        await moveIssue(db, issueId, 'cancelled', null, now());
        return { kind: 'cancelled' };
      case 'differs':
        return stop(deps, issueId, CONTENT_DIFFERS);
    }
  }

  const { runId } = started.value;
  const reached = await beginSending(db, issueId, { runId, sha256 }, now());
  if (reached === null) return stop(deps, issueId, RUN_LOST);
  // D1 was changed in the meantime: the Postmaster follows.
  if (reached === 'paused') await postmaster.pause(issueId);
  if (reached === 'cancelled') await postmaster.cancel(issueId);
  return { kind: 'running', runId, state: reached };
}

/** Only the run that D1 names is resumed. An issue that was paused because its run is another one stays paused. */
export async function resume(deps: LaunchDeps, issueId: string): Promise<Result<unknown, CommandRefusal>> {
  const issue = await readIssueSummary(deps.db, issueId);
  const run = await deps.postmaster().identify(issueId);
  if (run === null || run.runId !== issue?.runId || run.sha256 !== issue.sha256) return err('unknown');
  return deps.postmaster().resume(issueId);
}

/** In the Postmaster first: what it has under this issue may be on its way. */
async function stop({ db, now, postmaster }: LaunchDeps, issueId: string, reason: string): Promise<Launched> {
  await postmaster().pause(issueId, reason);
  await moveIssue(db, issueId, 'paused', reason, now());
  return { kind: 'paused', reason };
}
