// The queue through which requests leave. Those that are ready wait here for their turn, so no turn is missed while the
// next one is prepared; those that left are counted until they are settled.

import { lostReply, type Reply, type ReplyHeaders } from '../mailer/mailer.ts';
import { classify, type Outcome } from '../policy/outcome.ts';
import {
  correct,
  nextSlot,
  observeReply,
  type Pace,
  reserveTurn,
  retryAfterMs,
  slowDown,
  updateLimit,
} from '../policy/pace.ts';
import {
  closeQuota,
  observeUsed,
  type Quota,
  reopenQuota,
  reportsUsed,
  waitsUntil,
} from '../policy/quota.ts';
import type { EncodedBatch } from '../request/build.ts';
import type { Ready } from '../request/prepare.ts';
import { type Account, isWorthWriting, readAccount, writeAccount } from '../tables/account.ts';
import type { OpenAttempt } from '../tables/attempt.ts';
import { readSent } from '../tables/sent-mails.ts';
import { settleAttempt } from '../tables/settle.ts';
import { logOutcome } from './events.ts';
import type { Ports } from './ports.ts';

/** Waiting for their turn or under way, each of 2.5 MB at most; more would take memory and bring nothing. */
export const MAX_CALLS = 6;
/** Of them, waiting for their turn. */
const MAX_READY = 2;
/** What was ready for longer is discarded and prepared again, so nobody who unsubscribes in between is missed. */
const MAX_WAIT_MS = 500;
/** An attempt is begun this much before its turn, since it must be on disk before the call. */
const HEAD_START_MS = 20;

export class SendQueue {
  readonly #ports: Ports;
  /** A call was settled, or failed by an error of ours. */
  readonly #onSettled: (isFault: boolean) => void;
  #account: Account;
  #ready: { readonly request: Ready; readonly since: number }[] = [];
  /** The calls under way, by attempt. */
  readonly #underWay = new Map<number, EncodedBatch>();
  #isDraining = false;
  #changed = Promise.withResolvers<void>();

  constructor(ports: Ports, onSettled: (isFault: boolean) => void) {
    this.#ports = ports;
    this.#onSettled = onSettled;
    this.#account = readAccount(ports.storage);
  }

  get account(): Account {
    return this.#account;
  }

  /** Attempts whose calls are under way. */
  get underWay(): ReadonlySet<number> {
    return new Set(this.#underWay.keys());
  }

  /** The rows whose requests wait for their turn. */
  get readyRows(): readonly string[] {
    return this.#ready.map(({ request }) => request.row);
  }

  get isEmpty(): boolean {
    return this.#ready.length === 0 && this.#underWay.size === 0;
  }

  get hasRoom(): boolean {
    return this.#requests().length < MAX_CALLS && this.#ready.length < MAX_READY;
  }

  /** Mails that are not yet in the usage that replies report. */
  get openMailCount(): number {
    return this.#requests().reduce((sum, { size }) => sum + size, 0);
  }

  /** Until when the daily quota is used up; null when it is not. */
  quotaWaitsUntil(now: number): number | null {
    return waitsUntil(this.#account.quota, now);
  }

  /** @returns the turn that one more request would get, behind those that wait. */
  nextTurn(now: number): number {
    let pace: Pace = this.#account.pace;
    for (const _ of this.#ready) pace = reserveTurn(pace, nextSlot(pace, now));
    return nextSlot(pace, now);
  }

  /** Resolves at the next change: a request left or was discarded, a call was settled, `notify` was called. */
  get change(): Promise<void> {
    return this.#changed.promise;
  }

  notify(): void {
    const previous = this.#changed;
    this.#changed = Promise.withResolvers<void>();
    previous.resolve();
  }

  enqueue(request: Ready): void {
    this.#ready.push({ request, since: this.#ports.clock() });
    if (!this.#isDraining) void this.#drain();
  }

  /** An editor wants another try, whatever the quota said. */
  reopenQuota(): void {
    this.#updateAccount({ ...this.#account, quota: reopenQuota(this.#account.quota) });
  }

  #requests(): EncodedBatch[] {
    return [...this.#underWay.values(), ...this.#ready.map(({ request }) => request.encoded)];
  }

  /** Sends what waits, each at its turn. */
  async #drain(): Promise<void> {
    this.#isDraining = true;
    try {
      for (let next = this.#ready[0]; next !== undefined; next = this.#ready[0]) {
        const now = this.#ports.clock();
        const turn = nextSlot(this.#account.pace, now);
        const wait = turn - HEAD_START_MS - now;
        const isStale = wait > MAX_WAIT_MS || now - next.since > MAX_WAIT_MS;
        const isGivenUp = isStale || (this.quotaWaitsUntil(now) !== null && !next.request.isRepeat);
        if (wait > 0 && !isGivenUp) {
          await this.#ports.sleep(wait);
          continue;
        }
        this.#ready.shift();
        if (!isGivenUp) this.#begin(next.request, turn);
        this.notify();
      }
    } finally {
      this.#isDraining = false;
    }
  }

  #begin(request: Ready, turn: number): void {
    try {
      const attempt = request.begin(this.#ports.clock());
      if (attempt === null) return;
      this.#setPace(reserveTurn(this.#account.pace, turn));
      this.#underWay.set(attempt.id, request.encoded);
      void this.#call(request, attempt, turn);
    } catch (error) {
      this.#ports.log('fault', { where: 'beginning a call', error });
      this.#onSettled(true);
    }
  }

  async #call(request: Ready, attempt: OpenAttempt, turn: number): Promise<void> {
    const { storage, clock, sleep, log } = this.#ports;
    let isFault = false;
    try {
      // The attempt must be on disk before the mail can be on its way.
      await storage.sync();
      if (clock() < turn) await sleep(turn - clock());
      const left = Math.max(turn, clock());
      this.#setPace(correct(this.#account.pace, turn, left));
      const reply = await this.#send(request);
      if (reply.kind === 'accepted') this.#setPace(observeReply(this.#account.pace, left, clock() - left));
      this.#settle(attempt, reply, request);
    } catch (error) {
      // The attempt stays open, and an open attempt is an ambiguous one.
      isFault = true;
      log('fault', { where: 'settling a call', error });
    } finally {
      this.#underWay.delete(attempt.id);
      this.notify();
      this.#onSettled(isFault);
    }
  }

  async #send({ key, encoded }: Ready): Promise<Reply> {
    try {
      return await this.#ports.mailer.send({ key, digest: encoded.digest, body: encoded.body });
    } catch (error) {
      return lostReply('mailer_failed', error instanceof Error ? error.message : String(error));
    }
  }

  #settle(attempt: OpenAttempt, reply: Reply, request: Ready): void {
    const now = this.#ports.clock();
    const outcome = classify(reply, request.encoded.size);
    settleAttempt(this.#ports.storage, attempt, outcome, {
      now,
      random: this.#ports.random(),
      retryAfterMs: outcome.kind === 'wait' && outcome.for === 'rate' ? retryAfterMs(reply.headers) : null,
      reply,
    });
    logOutcome(this.#ports.log, attempt, outcome, request.purpose);
    this.#updateAccount(this.#nextAccount(outcome, reply, request, now));
  }

  #nextAccount(outcome: Outcome, reply: Reply, request: Ready, now: number): Account {
    const { pace, quota } = this.#account;
    const { headers } = reply;
    // Also a 429 of a gateway in other words, which proves nothing about the mails.
    const isNameless429 = outcome.kind === 'ambiguous' && reply.kind === 'error' && reply.status === 429;
    if (isNameless429 || (outcome.kind === 'wait' && outcome.for === 'rate'))
      return { pace: slowDown(pace, headers, now), quota };
    // The answer to a repeat may be the one that was given the first time.
    const reported = request.isRepeat ? {} : headers;
    return {
      pace: updateLimit(pace, headers),
      quota: this.#nextQuota(outcome, reported, request.encoded.size, now),
    };
  }

  #nextQuota(outcome: Outcome, headers: ReplyHeaders, size: number, now: number): Quota {
    const { quota } = this.#account;
    const isUsedUp = outcome.kind === 'wait' && size === 1 && waitsUntil(quota, now) === null;
    if (outcome.kind !== 'sent' && !isUsedUp) return quota;
    // Most accounts have no daily quota, and then there is nothing to look up.
    const isKnown = isUsedUp || quota.limit !== null || reportsUsed(headers);
    const sent = isKnown ? readSent(this.#ports.storage, now) : [];
    const others = [...this.#underWay.values()].reduce((sum, { size: mails }) => sum + mails, -size);
    return (isUsedUp ? closeQuota : observeUsed)(quota, headers, sent, others, now);
  }

  #setPace(pace: Pace): void {
    this.#account = { ...this.#account, pace };
  }

  #updateAccount(account: Account): void {
    if (isWorthWriting(this.#account, account)) writeAccount(this.#ports.storage, account);
    this.#account = account;
  }
}
