// A mail that would be too long leaves the end of its longest stories to the web, and a round-up prints how each
// begins. The cut falls between passages, and what was left is recorded where it was.

import type { Digest, Story } from './digest.ts';

/** How much of each story a mail may hold, in UTF-16 units of text; what is left out has no limit. */
export type Caps = { readonly body?: number; readonly faq?: number; readonly dek?: number };

/** The longest running text, FAQ and opening paragraph among the stories: caps above these cut nothing. */
export function lengthsOf(digest: Digest): Required<Caps> {
  const most = (measure: (story: Story) => number): number => Math.max(0, ...digest.stories.map(measure));
  return {
    body: most((story) => sum(story.sections.map(lengthOfSection))),
    faq: most((story) => sum(story.faq.map(lengthOfPair))),
    dek: most((story) => story.dek?.length ?? 0),
  };
}

/** Every story gets the same room, so that a short one is whole when a long one is cut. */
export const shorten = (digest: Digest, caps: Caps): Digest => ({
  ...digest,
  stories: digest.stories.map((story) => shortenStory(story, caps)),
});

/** In UTF-16 units: about ten minutes of reading, whatever a week has brought. A report that came alone is whole. */
const BODY_ROOM = 10_000;
const FAQ_ROOM = 4_000;
/** Less than a few paragraphs, or a question with its answer, is no reading. */
const MIN_BODY = 1_200;
const MIN_FAQ = 500;
/** What a story without an opening paragraph begins with, unless it is a report in one paragraph. */
const MAX_OPENING = 3_000;

/**
 * How much of each story the mail of a round-up prints: all have the same room, and what short ones leave of it is
 * shared among the long ones. Every story opens, however many there are.
 */
export function shareRoom({ stories }: Digest): Caps {
  const bodies = stories.map(({ sections }) => sum(sections.map(lengthOfSection)));
  const faqs = stories.map(({ faq }) => sum(faq.map(lengthOfPair)));
  const openings = stories.map(({ dek, sections: [first] }) =>
    dek === null && first !== undefined
      ? (first.heading?.length ?? 0) + (first.blocks[0]?.text.length ?? 0)
      : 0,
  );
  return {
    body: Math.max(
      MIN_BODY,
      levelOf(bodies, BODY_ROOM),
      ...openings.filter((opening) => opening <= MAX_OPENING),
    ),
    faq: Math.max(MIN_FAQ, levelOf(faqs, FAQ_ROOM)),
  };
}

/** The level to which the room fills all vessels; what is lower is full. */
function levelOf(lengths: readonly number[], room: number): number {
  let left = room;
  const sorted = lengths.toSorted((a, b) => a - b);
  for (const [index, length] of sorted.entries()) {
    const share = Math.floor(left / (sorted.length - index));
    if (length > share) return share;
    left -= length;
  }
  return Math.max(0, ...lengths);
}

function shortenStory(story: Story, caps: Caps): Story {
  const { body = Number.POSITIVE_INFINITY, faq = Number.POSITIVE_INFINITY } = caps;
  const dek =
    story.dek !== null && story.dek.length <= (caps.dek ?? Number.POSITIVE_INFINITY) ? story.dek : null;
  const sections = takeSections(story, body);
  const pairs = takeWhile(story.faq, lengthOfPair, faq);
  const rest = {
    passages: countPassages(story) - countPassages({ dek, sections }),
    questions: story.faq.length - pairs.length,
  };
  if (rest.passages === 0 && rest.questions === 0) return story;
  return { ...story, dek, sections, faq: pairs, rest };
}

/** From the beginning, as many whole passages as fit; a heading stays only with the passage below it. */
function takeSections(story: Story, room: number): Story['sections'] {
  const sections = [];
  let left = room;
  for (const section of story.sections) {
    const heading = section.heading?.length ?? 0;
    const blocks = takeWhile(section.blocks, ({ text }) => text.length, left - heading);
    if (blocks.length === section.blocks.length && left >= heading) {
      sections.push(section);
      left -= lengthOfSection(section);
      continue;
    }
    if (blocks.length > 0) sections.push({ ...section, blocks });
    break;
  }
  return sections;
}

function takeWhile<T>(items: readonly T[], lengthOf: (item: T) => number, room: number): readonly T[] {
  let left = room;
  const end = items.findIndex((item) => {
    left -= lengthOf(item);
    return left < 0;
  });
  return end === -1 ? items : items.slice(0, end);
}

function countPassages({ dek, sections }: Pick<Story, 'dek' | 'sections'>): number {
  const inSections = sections.map(({ heading, blocks }) => (heading === null ? 0 : 1) + blocks.length);
  return (dek === null ? 0 : 1) + sum(inSections);
}

const lengthOfSection = ({ heading, blocks }: Story['sections'][number]): number =>
  (heading?.length ?? 0) + sum(blocks.map(({ text }) => text.length));

const lengthOfPair = ({ question, answer }: Story['faq'][number]): number =>
  question.length + sum(answer.map((text) => text.length));

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
