// What the pages on the web show, as data: it is frozen with the mail and drawn when it is asked for.

import { sha256 } from '../crypto/hash.ts';
import type { Digest, Entry } from '../digest/index.ts';

/** Kept as JSON for good: a change of its shape is a new version. */
export type PageContent = {
  readonly version: 1;
  /** Whole; `rest` says where the mail stopped. */
  readonly digest: Digest;
  /** Of each story, in their order. */
  readonly ledgers: readonly (readonly Entry[])[];
};

/** @param shown the digest as the mail has it. */
export async function writePage(
  digest: Digest,
  shown: Digest,
  ledgers: PageContent['ledgers'],
): Promise<{ json: string; sha256: string }> {
  const stories = digest.stories.map((story, index) => {
    const rest = shown.stories[index]?.rest;
    return rest === undefined ? story : { ...story, rest };
  });
  const content: PageContent = { version: 1, digest: { ...digest, stories }, ledgers };
  const json = JSON.stringify(content);
  return { json, sha256: await sha256(json) };
}
