// The alarm loop of the Postmaster, as a plain class that is given its world. Only `alarm()` sends; everything
// else writes rows and wakes it. What is to be done, and when, always comes from the tables.

import type { RequestTemplate } from '../render/index.ts';
import { type Account, isWorthWriting, readAccount, writeAccount } from './account.ts';
import type { OpenAttempt } from './attempt.ts';
import { type Batch, delayBatch, nextBatch } from './batch.ts';
import { lostReply, type Reply } from './mailer.ts';
import { forgetOldMessages, type Message, nextMessage, postponeMessage } from './message.ts';
import { classify, type Outcome } from './outcome.ts';
import { learn, nextSlot, retryAfterMs, slowDown, spend } from './pace.ts';
import { MOST_RECIPIENTS } from './parcel.ts';
import type { Ports } from './ports.ts';
import { prepareBatch, prepareMessage, prepareNext, type Ready } from './prepare.ts';
import { closeForToday, countSent, largestBatch } from './quota.ts';
import { delayNews, delayReading, markTold, nextNews, nextRunToRead, type Run, readTemplate } from './run.ts';
import { nextDue } from './schedule.ts';
import { migrate } from './schema.ts';
import { recoverLostAttempts, settleAttempt } from './settlement.ts';

/** At once; more would take memory and bring nothing. */
const MOST_CALLS = 6;
const MOST_BYTES_UNDER_WAY = 10_000_000;
/** In one alarm: the free plan allows 50 outgoing requests and 50 D1 queries an invocation. */
const MOST_REQUESTS = 40;
const MOST_QUERIES = 44;
const MOST_STEPS = 400;
/** A wait longer than this ends the alarm and arms the next one. */
const LONGEST_SLEEP_MS = 2_000;
/** A request is made ready at most this long before its turn, so that nobody can leave unseen in between. */
const LONGEST_LEAD_MS = 250;
/** After D1 failed, or after a fault of ours. */
const STUMBLE_MS = 5_000;

type Work =
  | { readonly kind: 'message'; readonly message: Message }
  | { readonly kind: 'batch'; readonly batch: Batch }
  | { readonly kind: 'next'; readonly run: Run };

export class Dispatcher {
  readonly #ports: Ports;
  #account: Account;
  /** Bytes of the calls under way, by attempt. */
  readonly #underWay = new Map<number, number>();
  #bell = Promise.withResolvers<void>();
  #isRunning = false;
  /** A fault of ours in this alarm: the next one waits a little. */
  #hasStumbled = false;
  #isConfirmationNext = true;
  /** How long it lately took to make a request ready: it begins that much before its turn. */
  #leadMs = 0;
  #telling: Promise<void> = Promise.resolve();
  #template: { runId: string; template: RequestTemplate } | null = null;

  constructor(ports: Ports) {
    this.#ports = ports;
    migrate(ports.storage);
    this.#account = readAccount(ports.storage);
    this.#recover();
  }

  /** Never throws: what fails is written down where it belongs, and tried again. */
  async alarm(): Promise<void> {
    if (this.#isRunning) return;
    this.#isRunning = true;
    this.#hasStumbled = false;
    try {
      this.#recover();
      forgetOldMessages(this.#ports.storage, this.#ports.clock());
      await this.tellNews();
      await this.#drain();
      await this.tellNews();
    } catch (error) {
      this.#hasStumbled = true;
      this.#ports.report('an alarm', error);
    } finally {
      this.#isRunning = false;
    }
    await this.#armNext();
  }

  /** Rows were written: the loop looks at them now. */
  async wake(): Promise<void> {
    this.#ring();
    await this.#arm(0);
  }

  /** Tells D1 what became of runs. What D1 does not take is told again by an alarm. */
  tellNews(): Promise<void> {
    const told = this.#telling.then(() => this.#tellAll());
    this.#telling = told.catch(() => {});
    return told;
  }

  /** An editor says that it is worth another try, whatever the quota said. */
  reopenQuota(): void {
    this.#learn({ ...this.#account, quota: { ...this.#account.quota, until: null } });
  }

  async #drain(): Promise<void> {
    let requests = 0;
    let queries = 0;
    for (let steps = 0; steps < MOST_STEPS; steps += 1) {
      const now = this.#ports.clock();
      const work = this.#choose(now);
      // The next alarm goes on at once: to wait here for the last answers would cost it their time.
      if (work !== null && (requests >= MOST_REQUESTS || queries >= MOST_QUERIES)) return;
      if (work === null || !this.#hasRoom()) {
        if (this.#underWay.size === 0) return;
        await this.#bell.promise;
        continue;
      }
      const wait = nextSlot(this.#account.pace, now) - this.#leadMs - now;
      if (wait > 0) {
        if (wait > LONGEST_SLEEP_MS && this.#underWay.size === 0) return;
        await Promise.race([this.#ports.sleep(Math.min(wait, LONGEST_SLEEP_MS)), this.#bell.promise]);
        continue;
      }
      if (work.kind !== 'message') queries += 1;
      const ready = await this.#prepare(work);
      const attempt = ready !== null && (await this.#isTurn(now)) ? ready.begin(this.#ports.clock()) : null;
      if (ready === null || attempt === null) continue;
      requests += 1;
      this.#isConfirmationNext = work.kind !== 'message';
      this.#launch(ready, attempt);
    }
    while (this.#underWay.size > 0) await this.#bell.promise;
  }

  /** Waits for what is left until a request may leave. @returns false when that has become long: choose again. */
  async #isTurn(since: number): Promise<boolean> {
    const now = this.#ports.clock();
    this.#leadMs = Math.min(LONGEST_LEAD_MS, Math.round((this.#leadMs + now - since) / 2));
    const wait = nextSlot(this.#account.pace, now) - now;
    if (wait > 0 && wait <= LONGEST_LEAD_MS) await this.#ports.sleep(wait);
    return wait <= LONGEST_LEAD_MS;
  }

  #choose(now: number): Work | null {
    const { storage } = this.#ports;
    const isDayOver = (this.#account.quota.until ?? 0) > now;
    const message = nextMessage(storage, now, isDayOver);
    const batch = nextBatch(storage, now, isDayOver);
    const run = batch === null && !isDayOver ? nextRunToRead(storage, now, MOST_CALLS) : null;
    // A confirmation overtakes, but takes no more than every other request from a run.
    const isMessageFirst = message?.purpose === 'test' || this.#isConfirmationNext;
    if (message !== null && (isMessageFirst || (batch === null && run === null)))
      return { kind: 'message', message };
    if (batch !== null) return { kind: 'batch', batch };
    return run === null ? null : { kind: 'next', run };
  }

  /** @returns null when there is nothing to send, or not now; then the row says so. */
  async #prepare(work: Work): Promise<Ready | null> {
    const tools = { ...this.#ports, readTemplate: (runId: string) => this.#readTemplate(runId) };
    try {
      switch (work.kind) {
        case 'message':
          return await prepareMessage(tools, work.message);
        case 'batch':
          return await prepareBatch(tools, work.batch);
        case 'next': {
          const most = largestBatch(this.#account.quota, this.#ports.clock(), MOST_RECIPIENTS);
          return await prepareNext(tools, work.run, most);
        }
      }
    } catch (error) {
      this.#ports.report(`preparing a ${work.kind}`, error);
      const at = this.#ports.clock() + STUMBLE_MS;
      if (work.kind === 'message') postponeMessage(this.#ports.storage, work.message, at);
      if (work.kind === 'batch') delayBatch(this.#ports.storage, work.batch, at);
      if (work.kind === 'next') delayReading(this.#ports.storage, work.run.run_id, at);
      return null;
    }
  }

  #launch(ready: Ready, attempt: OpenAttempt): void {
    this.#account = { ...this.#account, pace: spend(this.#account.pace, this.#ports.clock()) };
    this.#underWay.set(attempt.id, ready.draft.body.length);
    const call = async () => {
      try {
        // The attempt must be on disk before the mail can be on its way.
        await this.#ports.storage.sync();
        this.#settle(attempt, await this.#send(ready), ready.draft.size);
      } catch (error) {
        // The attempt stays open, and an open attempt is an ambiguous one.
        this.#hasStumbled = true;
        this.#ports.report('settling a call', error);
      } finally {
        this.#underWay.delete(attempt.id);
        this.#ring();
        // Its alarm may have ended before it.
        if (!this.#isRunning) await this.#armNext();
      }
    };
    void call();
  }

  async #send({ key, draft }: Ready): Promise<Reply> {
    try {
      return await this.#ports.mailer.send({ key, digest: draft.digest, body: draft.body });
    } catch (error) {
      return lostReply('mailer_failed', error instanceof Error ? error.message : String(error));
    }
  }

  #settle(attempt: OpenAttempt, reply: Reply, size: number): void {
    const now = this.#ports.clock();
    const outcome = classify(reply, size);
    settleAttempt(this.#ports.storage, attempt, outcome, {
      now,
      random: this.#ports.random(),
      retryAfterMs: outcome.kind === 'wait' && outcome.for === 'rate' ? retryAfterMs(reply.headers) : null,
      reply,
    });
    this.#learn(this.#judge(outcome, reply, size, now));
  }

  #judge(outcome: Outcome, { headers }: Reply, size: number, now: number): Account {
    const { pace, quota } = this.#account;
    if (outcome.kind === 'wait' && outcome.for === 'rate')
      return { pace: slowDown(pace, headers, now), quota };
    const known = learn(pace, headers);
    if (outcome.kind === 'sent') return { pace: known, quota: countSent(quota, headers, size, now) };
    const isDayOver = outcome.kind === 'wait' && size === 1 && (quota.until ?? 0) <= now;
    return { pace: known, quota: isDayOver ? closeForToday(quota, headers, now) : quota };
  }

  #learn(account: Account): void {
    if (isWorthWriting(this.#account, account)) writeAccount(this.#ports.storage, account);
    this.#account = account;
  }

  async #tellAll(): Promise<void> {
    const { storage, issues, clock } = this.#ports;
    for (;;) {
      const news = nextNews(storage, clock());
      if (news === null) return;
      try {
        await issues.tell(news);
        markTold(storage, news.runId, news.change);
      } catch (error) {
        this.#ports.report('telling D1 of a run', error);
        delayNews(storage, news.runId, clock());
      }
    }
  }

  #armNext(): Promise<void> {
    return this.#arm(this.#hasStumbled ? this.#ports.clock() + STUMBLE_MS : 0);
  }

  async #arm(earliest: number): Promise<void> {
    try {
      const now = this.#ports.clock();
      const { pace, quota } = this.#account;
      const due = nextDue(this.#ports.storage, {
        mostOpen: MOST_CALLS,
        underWay: this.#underWay.size,
        paceGate: nextSlot(pace, now),
        quotaGate: quota.until ?? 0,
      });
      if (due !== null) await this.#ports.setAlarm(Math.max(due, now, earliest));
    } catch (error) {
      // The next tick of the clock wakes the loop.
      this.#ports.report('setting the alarm', error);
    }
  }

  #recover(): void {
    recoverLostAttempts(this.#ports.storage, new Set(this.#underWay.keys()), this.#ports.clock());
  }

  #hasRoom(): boolean {
    const bytes = [...this.#underWay.values()].reduce((sum, size) => sum + size, 0);
    return this.#underWay.size < MOST_CALLS && bytes < MOST_BYTES_UNDER_WAY;
  }

  #ring(): void {
    const rung = this.#bell;
    this.#bell = Promise.withResolvers<void>();
    rung.resolve();
  }

  /** Parsed once per run: it may be large and every batch needs it. */
  #readTemplate(runId: string): RequestTemplate {
    if (this.#template?.runId !== runId) {
      this.#template = { runId, template: readTemplate(this.#ports.storage, runId) };
    }
    return this.#template.template;
  }
}
