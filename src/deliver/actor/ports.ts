// What the dispatcher needs from outside. The Durable Object passes in the platform's; tests pass in a clock that they
// move and a process that they can end at any moment.

import type { Log } from '../../log.ts';
import type { Cadence } from '../../store/index.ts';
import type { Mailer } from '../mailer/mailer.ts';
import type { Allowance } from '../policy/allowance.ts';
import type { WarmUp } from '../policy/warm-up.ts';
import type { RunState, Storage } from '../tables/storage.ts';

export type Recipient = { readonly id: string; readonly email: string };

/** The readers of an issue, as D1 has them. */
export type Audience = {
  /** How many active subscribers chose this, and the highest activation number: each subscription or switch takes one. */
  measure(filter: Cadence): Promise<{ total: number; highestActivation: number }>;
  /**
   * The next of them, without those who subscribed or switched after `maxActivation`. Anyone who changed their address
   * since is in the place (an id) of the old one, with the new one.
   */
  read(page: {
    filter: Cadence;
    maxActivation: number;
    afterId: string;
    limit: number;
  }): Promise<readonly (Recipient & { readonly place?: string })[]>;
  /** Those of `ids` who are still active and still want this, by id. Anyone who moved has their new id and address. */
  keepActive(ids: readonly string[], filter: Cadence): Promise<readonly Recipient[]>;
  /** Whether this reader is still subscribed, under this address. */
  isActive(reader: Recipient): Promise<boolean>;
};

/** What D1 is told about a run. `reason` is a sentence for an editor. */
export type StatusUpdate = {
  readonly issueId: string;
  readonly runId: string;
  readonly sha256: string;
  readonly state: RunState;
  readonly reason: string | null;
  readonly at: number;
};

/** The issues in D1. The same update twice must do nothing more. */
export type Issues = { update(news: StatusUpdate): Promise<void> };

/** Signs the token of a subscriber's links. */
export type Signer = (subscriberId: string) => Promise<string>;

export type Ports = {
  readonly storage: Storage;
  /** Milliseconds since 1970. There is one alarm: this replaces it. */
  readonly setAlarm: (at: number) => Promise<void>;
  readonly clock: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** 0 up to 1. */
  readonly random: () => number;
  readonly newId: () => string;
  /** The cap on a new domain; null: none. */
  readonly warmUp: WarmUp | null;
  /** What one alarm may do. */
  readonly allowance: Allowance;
  readonly mailer: Mailer;
  readonly audience: Audience;
  readonly issues: Issues;
  /** Launches an issue that is due by D1; may be repeated. */
  readonly launch: (issueId: string) => Promise<unknown>;
  readonly log: Log;
  /** Null: the key is no longer in the list. */
  readonly findSigner: (keyId: string) => Promise<Signer | null>;
};
