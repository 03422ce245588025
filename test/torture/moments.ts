// When the next process dies, and how slow the provider is meanwhile: chosen at random, the same for the same seed.

import type { Fault } from '../support/resend-faults.ts';
import type { StandInEvent } from '../support/resend-stand-in.ts';

export type Moment = {
  /** After the nth such event of this life, or after its birth, and then this long. */
  readonly after: { readonly what: StandInEvent['what']; readonly nth: number } | 'birth';
  readonly delayMs: number;
  /** How long the provider takes to accept a request, and how long to answer it then. */
  readonly acceptMs: number;
  readonly answerMs: number;
  readonly faults: readonly Fault[];
};

/** What goes wrong with the first requests of a life, besides. */
const MISHAPS: readonly Fault[] = [
  { kind: 'reset', when: 'before' },
  { kind: 'reset', when: 'after' },
  { kind: 'error', status: 500, when: 'after' },
  { kind: 'garbage', when: 'after' },
  // A gateway that answers in Resend's place: what the body claims proves nothing.
  { kind: 'error', status: 502, claims: 422, name: 'validation_error', when: 'after' },
  { kind: 'error', status: 200, claims: 422, name: 'validation_error', when: 'after' },
  { kind: 'error', status: 422, html: '<html>Unprocessable', when: 'after' },
  { kind: 'error', status: 403, claims: 422, name: 'validation_error', when: 'after' },
  { kind: 'error', status: 499, name: 'validation_error', when: 'after' },
  // Never kept here: under the key of a call in doubt they would leave its batch to an editor, after a day.
  { kind: 'error', status: 503, when: 'before' },
  { kind: 'error', status: 429, name: 'rate_limit_exceeded', retryAfter: 1, when: 'before' },
];

/** How long a copy needs to start, about. */
const BOOT_MS = 2_500;

/** @returns a function that gives the next moment. */
export function createMoments(seed: number): () => Moment {
  const random = createRandom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const pick = <T>(list: readonly [T, ...T[]] | readonly T[]): T => list[below(list.length)] as T;
  return () => {
    const acceptMs = below(400);
    const answerMs = below(400);
    const isAtBirth = random() < 0.05;
    const what = pick(['arrived', 'arrived', 'taken', 'answered'] as const);
    // A third strikes right at the event: so the short steps between two long ones are struck too.
    const delayMs = isAtBirth
      ? below(BOOT_MS)
      : random() < 0.33
        ? below(6)
        : below(acceptMs + answerMs + 150);
    const nth = 1 + below(6);
    const mishap = random() < 0.3 ? [{ ...pick(MISHAPS), times: 1 + below(4) }] : [];
    return {
      after: isAtBirth ? 'birth' : { what, nth },
      delayMs,
      acceptMs,
      answerMs,
      faults: [...mishap, { kind: 'latency', ms: answerMs, when: 'after', chance: 1 }],
    };
  };
}

/** Mulberry32: small, fast, and the same on every machine. */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
