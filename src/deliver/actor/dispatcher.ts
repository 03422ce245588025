// The alarm loop of the Postmaster, as a plain class that gets all it needs as ports. Only `alarm()` sends; everything
// else writes rows and wakes it. What to do next, and when, always comes from the tables.

import type { RequestTemplate } from '../../render/template.ts';
import { ratePerSecond } from '../policy/pace.ts';
import { maxMails } from '../request/build.ts';
import { prepareBatch, prepareNext, prepareTransactional, type Ready } from '../request/prepare.ts';
import type { PlanRate } from '../status/progress.ts';
import type { Holds } from '../status/waiting.ts';
import { PROCESS_DIED } from '../tables/attempt.ts';
import { type Batch, delayBatch, nextBatch } from '../tables/batch.ts';
import { dropPlannedLaunch, nextPlannedLaunch, planLaunch } from '../tables/planned-launches.ts';
import { createPruner } from '../tables/prune.ts';
import {
  delayReading,
  delayStatusUpdate,
  markReported,
  nextRunToRead,
  nextStatusUpdate,
  type Run,
  readTemplate,
} from '../tables/run.ts';
import { migrate } from '../tables/schema.ts';
import { recoverLostAttempts } from '../tables/settle.ts';
import {
  isOfShare,
  nextTransactional,
  postponeTransactional,
  type TransactionalMail,
} from '../tables/transactional.ts';
import { Budget } from './budget.ts';
import { logOutcome } from './events.ts';
import type { Ports } from './ports.ts';
import { nextDue, nextRetry } from './schedule.ts';
import { MAX_CALLS, SendQueue } from './send-queue.ts';

/** Status updates that D1 gets in one go, with two queries each. */
const MAX_UPDATES = 3;
/** Cloudflare ends an alarm after this time, and may leave the instance alive. */
const MAX_ALARM_MS = 15 * 60_000;
const MAX_STEPS = 400;
/** Of D1, at most. */
const QUERIES_OF_A_LAUNCH = 6;
/** A call is answered or times out within this time. */
const MAX_REST_MS = 30_000;
/** A wait longer than this ends the alarm and sets the next one. */
const MAX_SLEEP_MS = 2_000;
/** A request is prepared this long before its turn, so a slow moment of the machine costs no turn. */
const LEAD_MS = 250;
/** After D1 failed, or after an error of ours. */
const FAULT_RETRY_MS = 5_000;

type Work =
  | { readonly kind: 'mail'; readonly mail: TransactionalMail }
  | { readonly kind: 'batch'; readonly batch: Batch }
  | { readonly kind: 'next'; readonly run: Run };

export class Dispatcher {
  readonly #ports: Ports;
  readonly budget: Budget;
  readonly #queue: SendQueue;
  readonly #prune: (now: number) => void;
  /** When the alarm began that is running now. */
  #runningSince: number | null = null;
  /** When the next alarm is set for, as far as this process knows. */
  #armedFor: number | null = null;
  /** There was an error in this alarm: the next one waits a little. */
  #hadFault = false;
  #isConfirmationNext = true;
  #reporting: Promise<void> = Promise.resolve();
  /** The launch that is under way. */
  #launching: Promise<void> | null = null;
  #template: { runId: string; template: RequestTemplate } | null = null;

  constructor(ports: Ports) {
    this.#ports = ports;
    migrate(ports.storage);
    this.#prune = createPruner(ports.storage);
    this.#queue = new SendQueue(ports, (isFault) => this.#afterCall(isFault));
    this.budget = new Budget(ports, this.#queue);
    this.#recover();
  }

  /** Never throws: what fails is logged and tried again. */
  async alarm(): Promise<void> {
    const now = this.#ports.clock();
    this.#armedFor = null;
    if (this.#runningSince !== null && Math.abs(now - this.#runningSince) < MAX_ALARM_MS) return;
    this.#runningSince = now;
    this.#hadFault = false;
    // Mail does not wait for D1.
    const reported = this.reportStatus().catch((error: unknown) =>
      this.#ports.log('fault', { where: 'telling D1', error }),
    );
    try {
      this.#recover();
      await this.#drain();
    } catch (error) {
      this.#hadFault = true;
      this.#ports.log('fault', { where: 'an alarm', error });
    }
    // Unless another one took over because it thought that this one was dead.
    if (this.#runningSince === now) this.#runningSince = null;
    await this.#armNext();
    await reported;
    await this.#launching;
  }

  /** Rows were written: the loop looks at them now. */
  async wake(): Promise<void> {
    this.#queue.notify();
    await this.#arm(0);
    try {
      this.#prune(this.#ports.clock());
    } catch (error) {
      this.#ports.log('fault', { where: 'tidying', error });
    }
  }

  /** Tells D1 the state of runs. What D1 does not take, an alarm reports again. */
  reportStatus(): Promise<void> {
    const reported = this.#reporting.then(() => this.#reportAll());
    this.#reporting = reported.catch(() => {});
    return reported;
  }

  /** An editor wants another try, whatever the quota said. */
  reopenQuota(): void {
    this.#queue.reopenQuota();
  }

  /** What holds back new mail of every run at this moment. */
  holds(): Holds {
    const now = this.#ports.clock();
    const turn = this.#queue.nextTurn(now);
    return {
      quota: this.#queue.quotaWaitsUntil(now),
      warmUp: this.budget.warmUpUntil(now),
      rate: turn > now ? turn : null,
    };
  }

  /** What the plan and the account's request limit allow: for the mail that is being sent, or for a short one. */
  planRate(runId: string | null): PlanRate {
    const { allowance } = this.#ports;
    const known = this.#template?.runId === runId ? this.#template.template : null;
    const mails = known === null ? allowance.recipients : maxMails(known, allowance);
    const rate = mails * ratePerSecond(this.#queue.account.pace);
    return { name: allowance.plan, ratePerSecond: Math.round(rate * 10) / 10 };
  }

  async #drain(): Promise<void> {
    const queue = this.#queue;
    const { allowance } = this.#ports;
    let requests = 0;
    let queries = 0;
    const isSpent = (): boolean => requests >= allowance.requests || queries >= allowance.queries;
    for (let steps = 0; steps < MAX_STEPS; steps += 1) {
      // The next alarm goes on at once; waiting here for the last answers would only delay it.
      if (isSpent()) return;
      const now = this.#ports.clock();
      if (this.#isLaunchDue(now)) {
        this.#launchNext();
        queries += QUERIES_OF_A_LAUNCH;
        continue;
      }
      const work = this.#choose(now);
      if (work === null || !queue.hasRoom) {
        if (queue.isEmpty) return;
        // A call that stalls does not hold up others that become due in the meantime.
        const retryAt = nextRetry(this.#ports.storage, now, MAX_REST_MS);
        await this.#rest(now, retryAt === null ? MAX_REST_MS : retryAt - now);
        continue;
      }
      const wait = queue.nextTurn(now) - LEAD_MS - now;
      if (wait > 0) {
        if (wait > MAX_SLEEP_MS && queue.isEmpty) return;
        await this.#rest(now, Math.min(wait, MAX_SLEEP_MS));
        continue;
      }
      // A welcome asks whether its reader is still subscribed.
      if (work.kind !== 'mail' || work.mail.subscriber_id !== null) queries += 1;
      const ready = await this.#prepare(work);
      if (ready === null) continue;
      requests += 1;
      this.#isConfirmationNext = work.kind !== 'mail';
      queue.enqueue(ready);
    }
    while (!queue.isEmpty) await queue.change;
  }

  /** Waits until something changes in the queue, or for `maxMs`, or until the next launch is due. */
  async #rest(now: number, maxMs: number): Promise<void> {
    const launchIn = (nextPlannedLaunch(this.#ports.storage)?.at ?? Number.POSITIVE_INFINITY) - now;
    const isSoon = this.#launching === null && launchIn < MAX_REST_MS;
    const ms = isSoon ? Math.min(maxMs, Math.max(0, launchIn)) : maxMs;
    await (ms < MAX_REST_MS ? Promise.race([this.#ports.sleep(ms), this.#queue.change]) : this.#queue.change);
  }

  #isLaunchDue(now: number): boolean {
    return this.#launching === null && (nextPlannedLaunch(this.#ports.storage)?.at ?? now + 1) <= now;
  }

  /** Mail does not wait for it. */
  #launchNext(): void {
    const { storage, launch, clock, log } = this.#ports;
    const next = nextPlannedLaunch(storage);
    if (next === null) return;
    this.#launching = launch(next.issueId)
      .then(() => dropPlannedLaunch(storage, next.issueId))
      .catch((error: unknown) => {
        log('fault', { where: 'launching an issue', error });
        planLaunch(storage, next.issueId, clock() + FAULT_RETRY_MS);
      })
      .catch((error: unknown) => log('fault', { where: 'noting a launch', error }))
      .finally(() => {
        this.#launching = null;
        this.#queue.notify();
        if (this.#runningSince === null) void this.#armNext();
      });
  }

  #choose(now: number): Work | null {
    const { storage } = this.#ports;
    const { readyRows } = this.#queue;
    const isQuotaUsed = this.#queue.quotaWaitsUntil(now) !== null;
    const isHeld = isQuotaUsed || this.budget.warmUpUntil(now) !== null;
    const mail = this.#chooseMail(now, { isQuotaUsed, readyRows });
    const batch = nextBatch(storage, now, { isHeld, readyRows });
    const run = batch === null && !isHeld ? nextRunToRead(storage, now, MAX_CALLS) : null;
    if (mail !== null && this.#isMailFirst(now, mail, batch, run)) return { kind: 'mail', mail };
    if (batch !== null) return { kind: 'batch', batch };
    return run === null ? null : { kind: 'next', run };
  }

  #chooseMail(
    now: number,
    state: { isQuotaUsed: boolean; readyRows: readonly string[] },
  ): TransactionalMail | null {
    const { storage } = this.#ports;
    const mail = nextTransactional(storage, now, { ...state, isShareUsed: false });
    const isNew = mail !== null && isOfShare(mail.purpose) && mail.first_try_at === null;
    if (!isNew || this.budget.confirmationsLeft(now) > 0) return mail;
    return nextTransactional(storage, now, { ...state, isShareUsed: true });
  }

  /**
   * A confirmation overtakes a run, but takes at most every other request from it, unless the quota leaves no more than
   * what is reserved for confirmations.
   */
  #isMailFirst(now: number, mail: TransactionalMail, batch: Batch | null, run: Run | null): boolean {
    if (mail.purpose === 'test' || this.#isConfirmationNext || (batch === null && run === null)) return true;
    return this.budget.isShortOf(batch?.size ?? 1, now);
  }

  /** @returns null when there is nothing to send, or not now, as the row then says. */
  async #prepare(work: Work): Promise<Ready | null> {
    const ports = { ...this.#ports, readTemplate: (runId: string) => this.#readTemplate(runId) };
    try {
      switch (work.kind) {
        case 'mail':
          return await prepareTransactional(ports, work.mail);
        case 'batch':
          return await prepareBatch(ports, work.batch, this.budget.warmUpRoom(this.#ports.clock()));
        case 'next':
          return await prepareNext(ports, work.run, this.budget.largestBatch(this.#ports.clock()));
      }
    } catch (error) {
      this.#ports.log('fault', { where: `preparing a ${work.kind}`, error });
      const at = this.#ports.clock() + FAULT_RETRY_MS;
      if (work.kind === 'mail') postponeTransactional(this.#ports.storage, work.mail, at);
      if (work.kind === 'batch') delayBatch(this.#ports.storage, work.batch, at);
      if (work.kind === 'next') delayReading(this.#ports.storage, work.run.run_id, at);
      return null;
    }
  }

  #afterCall(isFault: boolean): void {
    this.#hadFault ||= isFault;
    // Its alarm may have ended before it. One that is near looks at everything anyway, and setting it costs a row.
    const isNear = this.#armedFor !== null && this.#armedFor <= this.#ports.clock() + LEAD_MS;
    if (this.#runningSince === null && !isNear) void this.#armNext();
  }

  async #reportAll(): Promise<void> {
    const { storage, issues, clock } = this.#ports;
    for (let count = 0; count < MAX_UPDATES; count += 1) {
      const update = nextStatusUpdate(storage, clock());
      if (update === null) return;
      try {
        await issues.update(update);
        markReported(storage, update.runId, update.change);
      } catch (error) {
        this.#ports.log('fault', { where: 'telling D1 of a run', error });
        delayStatusUpdate(storage, update.runId, clock());
      }
    }
  }

  #armNext(): Promise<void> {
    return this.#arm(this.#hadFault ? this.#ports.clock() + FAULT_RETRY_MS : 0);
  }

  async #arm(earliest: number): Promise<void> {
    try {
      const now = this.#ports.clock();
      const turn = this.#queue.nextTurn(now);
      const due = nextDue(this.#ports.storage, {
        maxOpen: MAX_CALLS,
        underWay: this.#queue.underWay.size,
        paceAt: turn - (turn - now > MAX_SLEEP_MS ? 0 : LEAD_MS),
        quotaAt: this.#queue.quotaWaitsUntil(now) ?? 0,
        runAt: Math.max(this.#queue.quotaWaitsUntil(now) ?? 0, this.budget.warmUpUntil(now) ?? 0),
        isLaunching: this.#launching !== null,
        shareAt: this.budget.confirmationsLeft(now) > 0 ? 0 : this.budget.shareReturnsAt(now),
      });
      if (due === null) return;
      const at = Math.max(due, now, earliest);
      this.#armedFor = at;
      await this.#ports.setAlarm(at);
    } catch (error) {
      this.#armedFor = null;
      // The next tick of the clock wakes the loop.
      this.#ports.log('fault', { where: 'setting the alarm', error });
    }
  }

  #recover(): void {
    const { storage, log, clock } = this.#ports;
    for (const attempt of recoverLostAttempts(storage, this.#queue.underWay, clock()))
      logOutcome(log, attempt, PROCESS_DIED, null);
  }

  /** Parsed once per run: it may be large and every batch needs it. */
  #readTemplate(runId: string): RequestTemplate {
    if (this.#template?.runId !== runId) {
      this.#template = { runId, template: readTemplate(this.#ports.storage, runId) };
    }
    return this.#template.template;
  }
}
