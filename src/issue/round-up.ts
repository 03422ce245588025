// From the issues of a week to the bytes of their round-up. They come as they were frozen: no report is cleaned again.

import { copyFor, format } from '../../content/copy.ts';
import { fingerprint, roundUp } from '../digest/index.ts';
import { readPageContent } from '../render/page.ts';
import type { Part } from '../store/index.ts';
import { type Composed, type Frozen, givenWords, type Named, renderComposed } from './build.ts';
import type { FreezeOptions, Words } from './options.ts';

/** @param parts the issues of the week, at least one. */
export async function freezeRoundUp(
  issue: Named,
  parts: readonly Part[],
  options: FreezeOptions,
): Promise<Frozen> {
  return renderComposed(issue.id, await composeRoundUp(issue, parts, options), options);
}

export async function composeRoundUp(
  words: Words,
  parts: readonly Part[],
  { publication }: Pick<FreezeOptions, 'publication'>,
): Promise<Composed> {
  const { digest, ledgers } = roundUp(
    parts.map(({ number, slug, subject, reportIds, pageJson }) => {
      const page = readPageContent(pageJson);
      if (!page.ok) throw new Error(`The stored page of issue ${number} cannot be read: ${page.error}.`);
      const { digest, ledgers } = page.value;
      return { number, slug, title: subject, reportIds, digest, ledgers };
    }),
    {
      lang: publication.language,
      ...givenWords(words),
      nameWeek: (titles, lang) => format(copyFor(lang).week.subject, { titles }),
    },
  );
  return { digest, ledgers, fingerprint: await fingerprint(digest) };
}
