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
  /** Changes with every start, so that a script can tell a fresh server from one that it thought dead. */
  readonly bootId: string;
  readonly db: D1Database;
  /** A fresh stub for each request, as the platform wants it. */
  readonly postmaster: () => DurableObjectStub<PostmasterObject>;
  /** Count the addresses that a network enters on the form, and the wrong editor tokens that it brings. */
  readonly networkLimits: NetworkLimits;
  readonly now: () => number;
};
