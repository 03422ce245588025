// What the pages on the web show, as data: it is frozen with the mail and drawn when it is asked for.

import { sha256 } from '../crypto/hash.ts';
import type { Digest, Entry } from '../digest/index.ts';
import type { Result } from '../result.ts';
import { flag, list, members, readStored, text, textOrNull } from './stored.ts';

/** Kept as JSON for good: a change of its shape is a new version, and `readPageContent` reads the old ones too. */
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

/** @returns what `writePage` wrote, by this version of the code or an earlier one, or what is wrong with it. */
export const readPageContent = (json: string): Result<PageContent, string> =>
  readStored(json, [1], VERSION_1) as Result<PageContent, string>;

const VERSION_1 = members({
  digest: members({
    lang: text,
    dir: text,
    subject: text,
    preheader: text,
    title: text,
    stories: list(
      members({
        id: text,
        lang: text,
        dir: text,
        title: text,
        dek: textOrNull,
        sections: list(members({ heading: textOrNull, blocks: list(members({ kind: text, text })) })),
        faq: list(members({ question: text, answer: list(text) })),
        sources: list(text),
        stats: members({}),
      }),
    ),
    receipt: members({}),
    sample: flag,
  }),
  ledgers: list(list(members({ text, role: text, rule: text }))),
});
