// What follows from an outcome for a batch or a transactional mail. Pure: all decisions of the protocol are here and in
// outcome.ts, and the files that write rows only carry them out.

import type { Outcome } from './outcome.ts';

export type Call = {
  readonly size: number;
  /** An earlier call under this key may have been taken. */
  readonly isAmbiguous: boolean;
  /** Calls under this key, this one included, and when the first of them began. */
  readonly tries: number;
  readonly firstTryAt: number;
  readonly isCancelled: boolean;
};

export type Step =
  | { readonly kind: 'sent' }
  /** Again under the same key, with the same bytes. */
  | {
      readonly kind: 'retry';
      readonly at: number;
      readonly isAmbiguous: boolean;
      /** New requests would be refused: the run pauses, and this goes on. */
      readonly trouble?: { readonly name: string; readonly message: string };
    }
  /** Again under a new key, since nothing was taken and the provider may keep an error under the old one. */
  | { readonly kind: 'renew'; readonly at: number }
  | { readonly kind: 'split' }
  /** One address that the provider does not want. */
  | { readonly kind: 'set-aside'; readonly note: string }
  /** Nothing was taken and nothing will be until an editor has acted. */
  | {
      readonly kind: 'pause';
      readonly scope: 'account' | 'request';
      readonly name: string;
      readonly message: string;
    }
  /** Perhaps taken, and asking again would not show it: an editor decides. */
  | { readonly kind: 'unknown'; readonly note: string }
  /** The run was cancelled and nothing was taken. */
  | { readonly kind: 'drop' };

/** Resend keeps a key for 24 hours. One hour is left for clocks that differ and calls that take long. */
export const KEY_LIFE_MS = 23 * 3_600_000;

/** After this many definite refusals under one key, the next call gets a new key. */
const TRIES_PER_KEY = 3;
/** After an ambiguous call, a refusal is unlikely to turn into an answer soon. */
const SLOW_RETRY_MS = 600_000;

export function nextStep(
  call: Call,
  outcome: Outcome,
  context: { now: number; random: number; retryAfterMs: number | null },
): Step {
  const { now } = context;
  const wait = Math.max(backoffMs(call.tries, context.random), context.retryAfterMs ?? 0);
  if (outcome.kind === 'sent') return { kind: 'sent' };

  // After an ambiguous call a refusal proves nothing: it may be the answer to the repeat alone.
  if (outcome.kind === 'ambiguous' || call.isAmbiguous) {
    const note = describe(outcome);
    if (call.isCancelled) return { kind: 'unknown', note };
    if (outcome.kind === 'ambiguous' && !outcome.mayRetry) return { kind: 'unknown', note };
    const keyEndsAt = call.firstTryAt + KEY_LIFE_MS;
    if (now >= keyEndsAt) return { kind: 'unknown', note };
    const isSlow = outcome.kind === 'refused' || (outcome.kind === 'wait' && outcome.for === 'daily-quota');
    return {
      kind: 'retry',
      at: Math.min(keyEndsAt, now + (isSlow ? Math.max(wait, SLOW_RETRY_MS) : wait)),
      isAmbiguous: true,
      ...(outcome.kind === 'refused' && outcome.scope === 'account' ? { trouble: outcome } : {}),
    };
  }

  if (call.isCancelled) return { kind: 'drop' };
  if (outcome.kind === 'wait') {
    if (outcome.for === 'daily-quota') {
      // What is left of the day's quota may be enough for half of the batch.
      return call.size > 1 ? { kind: 'split' } : { kind: 'renew', at: now };
    }
    return call.tries >= TRIES_PER_KEY
      ? { kind: 'renew', at: now + wait }
      : { kind: 'retry', at: now + wait, isAmbiguous: false };
  }
  const { scope, name, message } = outcome;
  if (scope === 'account') return { kind: 'pause', scope, name, message };
  if (call.size > 1) return { kind: 'split' };
  // A refusal of a single mail that is not about its address would meet every other mail as well.
  return scope === 'request'
    ? { kind: 'pause', scope, name, message }
    : { kind: 'set-aside', note: describe(outcome) };
}

/** From this many batches of a run in doubt on, new ones go one at a time. */
const MAX_DOUBTS = 6;
const MAX_PROBE_MS = 3_600_000;

/** How long the next batch waits until the one that is frozen now is settled: 1 minute, doubling to an hour. */
export const probeMs = (inDoubt: number): number =>
  inDoubt < MAX_DOUBTS ? 0 : Math.min(MAX_PROBE_MS, 60_000 * 2 ** Math.min(6, inDoubt - MAX_DOUBTS));

/** 1 s, 2 s, 4 s, up to 30 s, each up to a quarter more or less. */
export function backoffMs(tries: number, random: number): number {
  const seconds = Math.min(30, 2 ** Math.min(10, Math.max(0, tries - 1)));
  return Math.round(seconds * 1000 * (0.75 + random / 2));
}

const describe = (outcome: Exclude<Outcome, { kind: 'sent' }>): string =>
  outcome.kind === 'wait' ? outcome.name : `${outcome.name}: ${outcome.message}`.slice(0, 500);
