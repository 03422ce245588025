// The Postmaster's interface: commands and questions. Each may be repeated: a caller that lost the answer asks again.

import { sha256 } from '../../crypto/hash.ts';
import { ok, type Result } from '../../result.ts';
import type { Cadence } from '../../store/index.ts';
import type { NewStart } from '../launch.ts';
import { PAUSED_BY_EDITOR } from '../policy/reason.ts';
import type { Forecast } from '../policy/warm-up.ts';
import { forgetRefusal, type MailCondition, readMailCondition } from '../status/condition.ts';
import { listOpenDecisions, type OpenDecision, type Progress, readProgress } from '../status/progress.ts';
import {
  listRefused,
  listTests,
  listUndecided,
  type Refusal,
  type RefusedRecipient,
  readLastRefusal,
  type TestSend,
  type UndecidedRun,
} from '../status/watch.ts';
import {
  type CommandRefusal,
  cancelRun,
  type DecideRefusal,
  decideBatch,
  findStarted,
  type KnownRun,
  pauseByCommand,
  resumeRun,
  type StartRefusal,
  settleByEvent,
  startRun,
  withdrawIssue,
} from '../tables/commands.ts';
import { dropPlannedLaunch, planLaunch } from '../tables/planned-launches.ts';
import { countUnsent, findRunOfIssue, isMarkedCancelled, repeatStatusUpdate } from '../tables/run.ts';
import { watchRunChanges } from '../tables/storage.ts';
import { type NewTransactionalMail, type Queued, queueTransactional } from '../tables/transactional.ts';
import { Dispatcher } from './dispatcher.ts';
import { logRunChange } from './events.ts';
import type { Ports } from './ports.ts';

export type Decision = {
  readonly batch: number;
  /** The one that the editor saw: a decision about an older one is stale. */
  readonly generation: number;
  readonly action: 'resend' | 'close';
};

export class Postmaster {
  readonly #ports: Ports;
  readonly #dispatcher: Dispatcher;

  constructor(ports: Ports) {
    const storage = watchRunChanges(ports.storage, (change) => logRunChange(ports.log, change));
    this.#ports = { ...ports, storage };
    this.#dispatcher = new Dispatcher(this.#ports);
  }

  alarm(): Promise<void> {
    return this.#dispatcher.alarm();
  }

  wake(): Promise<void> {
    return this.#dispatcher.wake();
  }

  /** There is one run per issue, for ever. Its audience is measured and fixed here. */
  async start(run: NewStart): Promise<Result<{ runId: string }, StartRefusal>> {
    const { storage, audience, clock, newId } = this.#ports;
    const known = findStarted(storage, run.issueId, run.sha256);
    if (known !== null) return known;
    const { total, highestActivation } = await audience.measure(run.audience);
    const started = startRun(
      storage,
      { ...run, runId: newId(), total, maxActivation: highestActivation },
      clock(),
    );
    await this.#dispatcher.reportStatus();
    await this.#dispatcher.wake();
    return started;
  }

  async identify(issueId: string): Promise<KnownRun | null> {
    const run = findRunOfIssue(this.#ports.storage, issueId);
    return run === null ? null : { runId: run.run_id, sha256: run.sha256, state: run.state };
  }

  /** Launches the issue at that time, to the second, even if processes die in the meantime. */
  async launchAt(issueId: string, at: number): Promise<void> {
    const { storage } = this.#ports;
    if (findRunOfIssue(storage, issueId) === null && !isMarkedCancelled(storage, issueId))
      planLaunch(storage, issueId, at);
    await this.#dispatcher.wake();
  }

  /** Reports the state of a run to D1 once more. */
  async reportAgain(issueId: string): Promise<void> {
    repeatStatusUpdate(this.#ports.storage, issueId, this.#ports.clock());
    await this.#dispatcher.wake();
    await this.#dispatcher.reportStatus();
  }

  pause(issueId: string, reason = PAUSED_BY_EDITOR): Promise<Result<Progress, CommandRefusal>> {
    return this.#answer(issueId, pauseByCommand(this.#ports.storage, issueId, reason, this.#ports.clock()));
  }

  resume(issueId: string): Promise<Result<Progress, CommandRefusal>> {
    this.#dispatcher.reopenQuota();
    forgetRefusal(this.#ports.storage);
    return this.#answer(issueId, resumeRun(this.#ports.storage, issueId, this.#ports.clock()));
  }

  cancel(issueId: string): Promise<Result<Progress, 'ended'>> {
    const done = cancelRun(this.#ports.storage, issueId, this.#ports.clock());
    if (done.ok) dropPlannedLaunch(this.#ports.storage, issueId);
    return this.#answer(issueId, done);
  }

  /** Takes an issue back that waits for its time. @returns a refusal when its sending has begun. */
  async withdraw(issueId: string): Promise<Result<null, 'begun'>> {
    const done = withdrawIssue(this.#ports.storage, issueId, this.#ports.clock());
    await this.#dispatcher.wake();
    return done;
  }

  decide(issueId: string, decision: Decision): Promise<Result<Progress, DecideRefusal>> {
    return this.#answer(issueId, decideBatch(this.#ports.storage, issueId, decision, this.#ports.clock()));
  }

  /** An event of the provider says that it sent this subscriber's mail. @returns whether that settled a batch. */
  async confirmSent(issueId: string, subscriberId: string): Promise<boolean> {
    const { storage, clock } = this.#ports;
    const isSettled = settleByEvent(storage, issueId, subscriberId, clock());
    if (isSettled) await this.#dispatcher.wake();
    return isSettled;
  }

  /**
   * How long it takes, from `at` on, until everybody has an issue, and what is before it in line. Null when no cap lies
   * on what leaves then.
   */
  async forecast(issueId: string, filter: Cadence, at: number): Promise<Forecast | null> {
    const { storage, audience, warmUp } = this.#ports;
    if (warmUp === null) return null;
    const isRunning = findRunOfIssue(storage, issueId) !== null;
    const { total } = isRunning ? { total: 0 } : await audience.measure(filter);
    return this.#dispatcher.budget.forecast(total + countUnsent(storage), at, this.#ports.clock());
  }

  progress(issueId: string): Progress | null {
    const { storage, clock } = this.#ports;
    return readProgress(storage, issueId, this.#dispatcher.holds(), clock(), (runId) =>
      this.#dispatcher.planRate(runId),
    );
  }

  undecided(issueId: string): OpenDecision[] {
    const run = findRunOfIssue(this.#ports.storage, issueId);
    return run === null ? [] : listOpenDecisions(this.#ports.storage, run);
  }

  /** Recipients that the provider refused, page by page. */
  refused(issueId: string, page: { afterBatch: number; limit: number }): RefusedRecipient[] {
    return listRefused(this.#ports.storage, issueId, page);
  }

  /** The test sends of an issue in the last week, the newest first. */
  tests(issueId: string): TestSend[] {
    return listTests(this.#ports.storage, issueId);
  }

  /** Of transactional mails, in the last week. */
  lastRefusal(): Refusal | null {
    return readLastRefusal(this.#ports.storage);
  }

  /** The issues that wait for a decision. */
  undecidedRuns(): UndecidedRun[] {
    return listUndecided(this.#ports.storage);
  }

  async condition(): Promise<MailCondition> {
    const account = await this.#ports.mailer.account();
    return {
      ...readMailCondition(this.#ports.storage, account),
      quotaUntil: this.#dispatcher.holds().quota,
      plan: this.#dispatcher.planRate(null),
    };
  }

  /** Queues a transactional mail; it overtakes a run. */
  async sendOne(mail: NewTransactionalMail): Promise<Queued> {
    const { storage, clock } = this.#ports;
    const json = JSON.stringify(mail.template);
    const template = { json, sha256: await sha256(json) };
    const limit = this.#dispatcher.budget.confirmationLimit(clock());
    const queued = queueTransactional(storage, mail, template, limit, clock());
    if (typeof queued === 'string') await this.#dispatcher.wake();
    return queued;
  }

  /** After a command, also one that changed nothing: reports to D1 and wakes the loop. */
  async #answer<E>(issueId: string, done: Result<unknown, E>): Promise<Result<Progress, E>> {
    await this.reportAgain(issueId);
    if (!done.ok) return done;
    const progress = this.progress(issueId);
    if (progress === null) throw new Error(`no run and no tombstone of issue ${issueId}`);
    return ok(progress);
  }
}
