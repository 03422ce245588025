import type { KeyedHash, SigningKey } from '../crypto/tokens.ts';
import type { PostmasterObject } from '../deliver/index.ts';
import type { Config } from '../env.ts';
import type { NetworkLimits } from './network.ts';

export type Deps = {
  readonly config: Config;
  /** Signs new links; `keys` holds it and the older ones, which still verify. */
  readonly signingKey: SigningKey;
  readonly keys: readonly SigningKey[];
  /** Null: ERASURE_KEY is not set, and nobody can be erased. */
  readonly erasure: KeyedHash | null;
  /** Changes with every start, so that a script notices a restart. */
  readonly bootId: string;
  readonly db: D1Database;
  /** A new stub for each request, as the platform requires. */
  readonly postmaster: () => DurableObjectStub<PostmasterObject>;
  /** Count the addresses that a network signs up, and the wrong editor tokens that it sends. */
  readonly networkLimits: NetworkLimits;
  readonly now: () => number;
};
