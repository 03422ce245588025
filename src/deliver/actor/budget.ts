// How many mails may leave now, and when more may: by the daily quota, by the cap of a warm-up, and by the share of both
// that transactional mails may take. Nothing is kept here; each answer is computed from the tables and the send queue.

import { confirmationsADay, largestBatch, leftOf } from '../policy/quota.ts';
import { capAt, type Forecast, forecast, nextRoom, roomAt } from '../policy/warm-up.ts';
import { countInDoubt } from '../tables/batch.ts';
import { DAY_MS, readSent, type Sent } from '../tables/sent-mails.ts';
import { countOfShare, countWaiting } from '../tables/transactional.ts';
import type { Ports } from './ports.ts';
import type { SendQueue } from './send-queue.ts';

/** While the share is used up and it is not known by what. */
const RETRY_MS = 5_000;

export class Budget {
  readonly #ports: Pick<Ports, 'storage' | 'warmUp' | 'allowance'>;
  readonly #queue: SendQueue;

  constructor(ports: Pick<Ports, 'storage' | 'warmUp' | 'allowance'>, queue: SendQueue) {
    this.#ports = ports;
    this.#queue = queue;
  }

  /** What the share of the last 24 hours leaves for transactional mails without a first call. */
  confirmationsLeft(now: number): number {
    const { storage } = this.#ports;
    return Math.max(0, this.#share(now) - countOfShare(storage, now, this.#queue.readyRows).count);
  }

  /** When there is more of the share again. */
  shareReturnsAt(now: number): number {
    const { oldestAt } = countOfShare(this.#ports.storage, now, []);
    return oldestAt === null ? now + RETRY_MS : oldestAt + DAY_MS + 1;
  }

  #share(now: number): number {
    const cap = capAt(this.#ports.warmUp, now);
    return confirmationsADay(this.#queue.account.quota, this.#sent(now), now, cap);
  }

  /** What the quota and the cap of a warm-up leave for a run. */
  #left(now: number): number {
    const sent = this.#sent(now);
    const room = roomAt(this.#ports.warmUp, sent, now, this.#inDoubt(now));
    return Math.min(leftOf(this.#queue.account.quota, sent, now), Math.max(0, room));
  }

  /** Whether what is left for a run is less than its next request needs. */
  isShortOf(mails: number, now: number): boolean {
    return this.#left(now) - this.#reserved(now) < mails;
  }

  /** How many mails the next request of a run may hold. */
  largestBatch(now: number): number {
    const { recipients } = this.#ports.allowance;
    return Math.min(largestBatch(this.#left(now), recipients, this.#reserved(now)), this.warmUpRoom(now));
  }

  /** When the cap of a warm-up has room for a mail of a run; null when it has now. */
  warmUpUntil(now: number): number | null {
    const { warmUp } = this.#ports;
    if (warmUp === null || capAt(warmUp, now) === null) return null;
    const taken = this.#inDoubt(now) + this.#reserved(now);
    const at = nextRoom(warmUp, this.#sent(now), now, taken);
    return at > now ? at : null;
  }

  /** How much of that room the next request may take. */
  warmUpRoom(now: number): number {
    const taken = this.#inDoubt(now) + this.#reserved(now);
    return Math.max(1, roomAt(this.#ports.warmUp, this.#sent(now), now, taken));
  }

  /** How long it takes until `mails` more have left; null when there is no cap. */
  forecast(mails: number, at: number, now: number): Forecast | null {
    return forecast(this.#ports.warmUp, this.#sent(now), mails, Math.max(at, now));
  }

  /** Matters only for a cap, which nobody but us enforces. */
  #inDoubt(now: number): number {
    return capAt(this.#ports.warmUp, now) === null ? 0 : countInDoubt(this.#ports.storage);
  }

  /** Looked up only where it matters: most accounts have neither a daily quota nor a cap. */
  #sent(now: number): readonly Sent[] {
    const { limit, reported } = this.#queue.account.quota;
    const isLimited = limit !== null || reported !== null || capAt(this.#ports.warmUp, now) !== null;
    return isLimited ? readSent(this.#ports.storage, now) : [];
  }

  /** What a run leaves to requests that are not answered yet, and to confirmations that wait. */
  #reserved(now: number): number {
    const isUnlimited = this.#left(now) === Number.POSITIVE_INFINITY;
    const waiting = isUnlimited ? 0 : countWaiting(this.#ports.storage, this.confirmationsLeft(now));
    return this.#queue.openMailCount + waiting;
  }

  /** No more are queued than could leave within the week in which their links work. */
  confirmationLimit(now: number): { maxWaiting: number; until: number } {
    return { maxWaiting: 7 * this.#share(now), until: this.shareReturnsAt(now) };
  }
}
