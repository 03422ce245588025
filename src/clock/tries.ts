// A tick that takes too long is killed, and nothing behind it runs: no catch, no end. So what may take long is marked
// in D1 before it begins, and what a mark without an end means is decided here, by the next tick.

import { sha256 } from '../crypto/hash.ts';
import { MAX_TRIES, type WorkState } from '../store/index.ts';

/** Set where the Worker is bundled: a hash of its code. What an older one made is made anew. */
declare const WORKER_VERSION: string | undefined;
const VERSION = typeof WORKER_VERSION === 'string' ? WORKER_VERSION : 'not bundled';

/** Names what is made of these parts by this version. */
export const keyOf = (...parts: readonly (string | number)[]): Promise<string> =>
  sha256(JSON.stringify([VERSION, ...parts]));

/** Ticks are minutes apart and die within seconds: a mark that is younger may be of one that runs at this moment. */
const UNDER_WAY_MS = 2 * 60_000;

export type Stand =
  | 'done'
  /** Never begun. */
  | 'new'
  /** Begun, and it did not end. */
  | 'suspect'
  /** Begun for the last time a moment ago, so it may still end. */
  | 'under-way'
  /** It did not end the last time either. */
  | 'given-up';

export function standOf(state: WorkState | undefined, now: number): Stand {
  if (state === undefined || (state.tries === 0 && !state.isDone)) return 'new';
  if (state.isDone) return 'done';
  if (state.tries < MAX_TRIES) return 'suspect';
  const age = now - state.touchedAt;
  return age >= 0 && age < UNDER_WAY_MS ? 'under-way' : 'given-up';
}
