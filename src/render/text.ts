// The text part, composed from the Digest and not from the html: for readers of plain text it is the mail, not
// its leftovers.

import { type Copy, copyFor, fill, receiptLine } from '../../content/copy.ts';
import type { Publication } from '../../content/publication.ts';
import type { Digest, Section, Story } from '../digest/index.ts';
import { COLUMNS, widthOf, wrap } from './wrap.ts';

/** @returns lines of at most 72 columns, ended by line feeds. Addresses are never broken: alone on their line. */
export function renderText(parts: {
  digest: Digest;
  publication: Publication;
  unsubscribeUrl: string;
}): string {
  const { digest, publication, unsubscribeUrl } = parts;
  const words = copyFor(digest.lang);
  const several = digest.stories.length > 1;
  const blocks = [
    [wrap(publication.name), wrap(publication.tagline)].join('\n'),
    ...(digest.sample ? [wrap(`[${words.sample}]`)] : []),
    ...(several ? [contents(digest.stories, words)] : []),
    ...digest.stories.flatMap((story) => storyBlocks(story, several)),
    rule('-'),
    `${wrap(words.receiptTitle)}\n${wrap(receiptLine(words, digest.receipt))}`,
    rule('-'),
    wrap(publication.why),
    `${wrap(`${fill(words.unsubscribe, { name: publication.name })}:`)}\n${unsubscribeUrl}`,
    wrap(publication.postalAddress),
  ];
  return `${blocks.join('\n\n')}\n`;
}

const rule = (sign: string): string => sign.repeat(COLUMNS);

/** A heading, underlined as far as its longest line. */
function underlined(heading: string, sign: '=' | '-'): string {
  const lines = wrap(heading);
  const width = Math.max(...lines.split('\n').map(widthOf));
  return `${lines}\n${sign.repeat(Math.min(width, COLUMNS))}`;
}

function contents(stories: readonly Story[], words: Copy): string {
  const items = stories.map((story, index) => hanging(`${index + 1}. `, story.title));
  return `${wrap(words.inThisIssue)}\n${items.join('\n')}`;
}

const hanging = (label: string, text: string): string =>
  wrap(text, { first: label, hang: ' '.repeat(widthOf(label)) });

function storyBlocks(story: Story, several: boolean): string[] {
  const words = copyFor(story.lang);
  return [
    // One more empty line, so that the eye finds where the next story begins.
    `${several ? '\n' : ''}${underlined(story.title, '=')}`,
    ...(story.dek === null ? [] : [wrap(story.dek)]),
    ...origin(story, words),
    ...story.sections.flatMap((section) => sectionBlocks(section, words)),
    ...(story.faq.length === 0 ? [] : [underlined(words.faq, '-')]),
    ...story.faq.map(({ question, answer }) =>
      [
        hanging(`${words.question}: `, question),
        ...answer.map((text, index) =>
          hanging(index === 0 ? `${words.answer}: ` : ' '.repeat(widthOf(`${words.answer}: `)), text),
        ),
      ].join('\n'),
    ),
    ...(story.sources.length === 0 ? [] : [`${wrap(words.sources)}\n${wrap(story.sources.join(', '))}`]),
  ];
}

function origin(story: Story, words: Copy): string[] {
  const facts = [
    story.author === undefined ? null : fill(words.by, { name: story.author }),
    story.source === undefined || story.url !== undefined ? null : fill(words.from, { name: story.source }),
    story.date ?? null,
  ].filter((fact) => fact !== null);
  const link = story.source === undefined ? words.original : fill(words.originalAt, { name: story.source });
  return [
    ...(facts.length === 0 ? [] : [wrap(facts.join(' · '))]),
    ...(story.url === undefined ? [] : [`${wrap(`${link}:`)}\n${story.url}`]),
  ];
}

function sectionBlocks(section: Section, words: Copy): string[] {
  const blocks = section.heading === null ? [] : [underlined(section.heading, '-')];
  let inList = false;
  for (const block of section.blocks) {
    if (block.kind === 'list-item') {
      const item = hanging('* ', block.text);
      if (inList) blocks[blocks.length - 1] += `\n${item}`;
      else blocks.push(item);
    } else blocks.push(wrap(block.kind === 'editor' ? `[${words.editorsNote}: ${block.text}]` : block.text));
    inList = block.kind === 'list-item';
  }
  return blocks;
}
