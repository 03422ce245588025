// What the dispatcher needs of the world. The Durable Object gives it the platform's; tests give it a world
// whose clock they move and that they can end at any moment.

import type { Log } from '../../log.ts';
import type { Cadence } from '../../store/index.ts';
import type { Mailer } from '../mailer/mailer.ts';
import type { Allowance } from '../policy/allowance.ts';
import type { WarmUp } from '../policy/warm-up.ts';
import type { RunState, Storage } from '../tables/storage.ts';

export type Recipient = { readonly id: string; readonly email: string };

/** Who gets an issue, as D1 knows it. */
export type Audience = {
  /** How many active subscribers chose this, and the highest number that was given out for coming or switching. */
  measure(filter: Cadence): Promise<{ total: number; highestActivation: number }>;
  /**
   * The next of them; who came or switched after `maxActivation` is not in. Who moved since stands in the place (an
   * id) of the old address, under the new one.
   */
  read(page: {
    filter: Cadence;
    maxActivation: number;
    afterId: string;
    limit: number;
  }): Promise<readonly (Recipient & { readonly place?: string })[]>;
  /** Those of `ids` who are still active, and still want this, in the order of their ids: moved ones under the new. */
  keepActive(ids: readonly string[], filter: Cadence): Promise<readonly Recipient[]>;
  /** Whether somebody is still in, under this address. */
  isActive(reader: Recipient): Promise<boolean>;
};

/** What D1 is told of a run. `reason` is a sentence for an editor. */
export type StatusUpdate = {
  readonly issueId: string;
  readonly runId: string;
  readonly sha256: string;
  readonly state: RunState;
  readonly reason: string | null;
  readonly at: number;
};

/** The issues in D1. Telling the same twice must do nothing more. */
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
  /** Of one alarm. */
  readonly allowance: Allowance;
  readonly mailer: Mailer;
  readonly audience: Audience;
  readonly issues: Issues;
  /** Launches an issue whose time has come, as D1 knows it; may be repeated. */
  readonly launch: (issueId: string) => Promise<unknown>;
  readonly log: Log;
  /** Null: the key is no longer in the list. */
  readonly findSigner: (keyId: string) => Promise<Signer | null>;
};
