// From cleaned reports to the bytes of an issue, for one slot. What a tick made before it died is used as it is. An issue
// that is never finished becomes a draft, so that an editor looks at it.

import type { Publication } from '../../content/publication.ts';
import type { Composed } from '../issue/index.ts';
import { freezeOptions } from '../issue/options.ts';
import type { Preflight } from '../render/index.ts';
import {
  type Cadence,
  type FrozenIssue,
  hasContent,
  readWork,
  readWorkStates,
  stepWork,
} from '../store/index.ts';
import { type ClockDeps, type Freezing, loadFreezing } from './deps.ts';
import { keyOf, standOf } from './tries.ts';

/** What to make for a slot: `parts` are the keys of cleaned reports, or the ids of issues. */
export type Order = {
  readonly audience: Cadence;
  readonly slot: number;
  readonly parts: readonly string[];
};

/** `keys` may be forgotten once the slot is decided. */
export type Made = { readonly keys: readonly string[] } & (
  | {
      readonly kind: 'made';
      readonly id: string;
      readonly frozen: FrozenIssue;
      readonly isReady: boolean;
      readonly reason: string | null;
    }
  | { readonly kind: 'same-content' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'given-up' }
);

export async function freezeOnce(
  deps: ClockDeps,
  publication: Publication,
  { audience, slot, parts }: Order,
  compose: (freezing: Freezing) => Promise<Composed>,
): Promise<Made> {
  const { db, now } = deps;
  const options = freezeOptions(deps, publication);
  const composedKey = await keyOf('composed', audience, JSON.stringify(publication), ...parts);
  // The bytes hold the id, so they fit one slot only.
  const key = await keyOf('rendered', slot, composedKey, JSON.stringify(options));
  const keys = [composedKey, key];
  const states = await readWorkStates(db, keys);
  const stand = standOf(states.get(key), now());
  if (stand === 'given-up') return { kind: 'given-up', keys };
  if (stand === 'under-way') return { kind: 'waiting', keys };
  if (stand === 'done') {
    const kept = JSON.parse((await readWork(db, [key])).get(key) ?? '') as Kept;
    if (await hasContent(db, kept.frozen.fingerprint)) return { kind: 'same-content', keys };
    return toMade(kept, keys);
  }

  const work = { key, reportId: null };
  await stepWork(db, null, work, now());
  const freezing = await loadFreezing(deps);
  let composed: Composed;
  if (states.get(composedKey)?.isDone === true) {
    composed = JSON.parse((await readWork(db, [composedKey])).get(composedKey) ?? '') as Composed;
  } else {
    composed = await compose(freezing);
    await stepWork(db, { key: composedKey, reportId: null, content: JSON.stringify(composed) }, null, now());
  }
  if (await hasContent(db, composed.fingerprint)) return { kind: 'same-content', keys };
  const id = crypto.randomUUID();
  const { stored } = await freezing.renderComposed(id, composed, options);
  const made: Kept = { id, frozen: stored };
  await stepWork(db, { ...work, content: JSON.stringify(made) }, null, now());
  return toMade(made, keys);
}

/** What is kept between ticks. */
type Kept = { readonly id: string; readonly frozen: FrozenIssue };

function toMade({ id, frozen }: Kept, keys: readonly string[]): Made {
  const { ok, problems } = JSON.parse(frozen.preflightJson) as Preflight;
  const reason = problems.map(({ message }) => message).join(' ') || null;
  return { kind: 'made', id, frozen, isReady: ok, reason, keys };
}
