// A tick that takes too long is killed, and no `catch` or `finally` runs. So work that may take long is marked in D1 before
// it begins. Here the next tick decides what a mark without a result means.

import { sha256 } from '../crypto/hash.ts';
import { MAX_TRIES, type WorkState } from '../store/index.ts';

/** A hash of the Worker's code, set by the bundler. Work of an older version is done again. */
declare const WORKER_VERSION: string | undefined;
const VERSION = typeof WORKER_VERSION === 'string' ? WORKER_VERSION : 'not bundled';

/** Names what this version makes of these parts. */
export const keyOf = (...parts: readonly (string | number)[]): Promise<string> =>
  sha256(JSON.stringify([VERSION, ...parts]));

/** Ticks are minutes apart and die within seconds, so a younger mark may belong to a tick that is still running. */
const UNDER_WAY_MS = 2 * 60_000;

export type Stand =
  | 'done'
  /** Never begun. */
  | 'new'
  /** Begun, without a result. */
  | 'suspect'
  /** The last try began a moment ago and may still end. */
  | 'under-way'
  /** The last try did not end either. */
  | 'given-up';

export function standOf(state: WorkState | undefined, now: number): Stand {
  if (state === undefined || (state.tries === 0 && !state.isDone)) return 'new';
  if (state.isDone) return 'done';
  if (state.tries < MAX_TRIES) return 'suspect';
  const age = now - state.touchedAt;
  return age >= 0 && age < UNDER_WAY_MS ? 'under-way' : 'given-up';
}
