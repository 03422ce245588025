// Faults by script: what goes wrong with the next calls, or with a share of all calls.

export type Fault =
  /** Takes so much longer; `when: after` means that the mails are taken first. */
  (
    | { kind: 'latency'; ms: number }
    /**
     * An error in place of an answer; `when: after` means that the mails were taken all the same. `claims`: the status
     * that the body names, if it differs. `html`: the answer is a page of this text, `type`: or says that it is.
     */
    | {
        kind: 'error';
        status: number;
        name?: string;
        message?: string;
        claims?: number;
        html?: string;
        type?: string;
        retryAfter?: number;
      }
    /** The connection breaks. */
    | { kind: 'reset' }
    /** A 200 whose body nobody can read, or one that never ends. */
    | { kind: 'garbage'; endless?: boolean }
    /** Sends the caller elsewhere. */
    | { kind: 'redirect'; status: number; to: string }
    /** No answer for this long, then the connection breaks. */
    | { kind: 'stall'; ms: number }
  ) & {
    /** Before the mails are taken (they are not), or after. `before` by default. */
    when?: 'before' | 'after';
    /** How many calls it affects; 1 by default, unless `chance` is given. */
    times?: number;
    /** Affects any call with this chance, for ever. */
    chance?: number;
  };

export class FaultScript {
  #queue: Fault[] = [];
  #lasting: Fault[] = [];
  readonly #random: () => number;

  constructor(random: () => number = Math.random) {
    this.#random = random;
  }

  /** Replaces the script. */
  set(faults: readonly Fault[]): void {
    this.#lasting = faults.filter(({ chance }) => chance !== undefined);
    this.#queue = faults
      .filter(({ chance }) => chance === undefined)
      .flatMap((fault) => Array.from({ length: fault.times ?? 1 }, () => fault));
  }

  next(): Fault | null {
    return this.#queue.shift() ?? this.#lasting.find(({ chance }) => this.#random() < (chance ?? 0)) ?? null;
  }
}
