// What several stories say as one digest: a title, a language, the sum of their figures.

import type { Digest, Stats, Story } from './digest.ts';
import { directionOf } from './direction.ts';

/** In UTF-16 units. */
export const MAX_SUBJECT = 78;
export const MAX_PREHEADER = 300;

/** @param lang the publication's language, for stories that disagree. */
export function summarize(
  stories: readonly Story[],
  lang: string,
): Pick<Digest, 'lang' | 'dir' | 'title' | 'receipt'> {
  const shared = agreed(stories.map((story) => story.lang)) ?? lang;
  return {
    lang: shared,
    dir: agreed(stories.map((story) => story.dir)) ?? directionOf(shared),
    title: joinTitles(stories.map((story) => story.title)),
    receipt: total(stories.map((story) => story.stats)),
  };
}

/** As many titles as a line has room for, and always the first. */
export function joinTitles(titles: readonly string[], max = MAX_SUBJECT): string {
  let line = titles[0] ?? '';
  for (const title of titles.slice(1)) {
    if (line.length + title.length + 3 > max) break;
    line = `${line} · ${title}`;
  }
  return line;
}

/** How the first story with any words begins. Without an editor's: an inbox shows no mark that tells them apart. */
export const openingOf = (stories: readonly Story[]): string =>
  stories.map((story) => story.dek ?? firstText(story)).find((text) => text !== '') ?? '';

function firstText(story: Story): string {
  const blocks = story.sections.flatMap((section) => section.blocks);
  return (blocks.find(({ kind }) => kind !== 'editor') ?? blocks[0])?.text ?? '';
}

/** The value that all share, or null when they differ or there is none. */
function agreed<T>(values: readonly T[]): T | null {
  const [first] = values;
  return first !== undefined && values.every((value) => value === first) ? first : null;
}

function total(all: readonly Stats[]): Stats {
  const sum = { passages: 0, printed: 0, duplicate: 0, promo: 0, boilerplate: 0, markup: 0 };
  for (const stats of all) for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += stats[key];
  return sum;
}
