// The text part, composed from the Digest and not from the html: for readers of plain text it is the mail, not
// its leftovers. It is never cut: what an html part leaves to the web stands here in full.

import { copyFor, format, nameIssue, receiptLine } from '../../../content/copy.ts';
import { formatSourceDate } from '../../../content/dates.ts';
import type { Copy } from '../../../content/locales/words.ts';
import type { Publication } from '../../../content/publication.ts';
import { addressOf, type WebLinks } from '../../../emails/web-links.ts';
import type { Digest, Story } from '../../digest/index.ts';
import { type Block, runsOf, type Section } from '../../digest/index.ts';
import { layRows } from './columns.ts';
import { References } from './references.ts';
import { COLUMNS, widthOf, wrap } from './wrap.ts';

/**
 * @returns lines of at most 72 columns, ended by line feeds, none of which ends in a space: safe for programs
 * that read format=flowed (RFC 3676) and for those that do not. Addresses are never broken.
 */
export function renderText(parts: {
  digest: Digest;
  publication: Publication;
  unsubscribeUrl: string;
  /** Null: there is no choice between every issue and the round-up. */
  preferencesUrl: string | null;
  web: WebLinks | null;
}): string {
  const { digest, publication, unsubscribeUrl, preferencesUrl, web } = parts;
  const words = copyFor(digest.lang);
  const several = digest.stories.length > 1;
  const links = new References();
  const blocks = [
    [wrap(publication.name), wrap(publication.tagline)].join('\n'),
    ...(digest.sample ? [wrap(`[${words.sample}]`)] : []),
    ...(several ? [contents(digest, words)] : []),
    ...digest.stories.flatMap((story) => storyBlocks(story, several, links, web)),
    rule('-'),
    lines(
      wrap(words.receiptTitle),
      wrap(receiptLine(words, digest.receipt)),
      web?.ledger == null ? null : wrap(links.refer(words.whatWasCut, web.ledger)),
    ),
    rule('-'),
    wrap(publication.why),
    lines(
      web && wrap(links.refer(words.readOnWeb, web.issue)),
      preferencesUrl && wrap(links.refer(words.preferences, preferencesUrl)),
      wrap(links.refer(format(words.unsubscribe, { name: publication.name }), unsubscribeUrl)),
    ),
    wrap(publication.postalAddress),
    links.list(),
  ];
  return `${blocks.join('\n\n')}\n`;
}

const lines = (...given: (string | null)[]): string => given.filter((line) => line !== null).join('\n');

const rule = (sign: string): string => sign.repeat(COLUMNS);

/** A heading, underlined as far as its longest line. */
function underlined(heading: string, sign: '=' | '-'): string {
  const text = wrap(heading);
  const width = Math.max(...text.split('\n').map(widthOf));
  return `${text}\n${sign.repeat(Math.min(width, COLUMNS))}`;
}

function contents({ stories, isRoundUp }: Digest, words: Copy): string {
  const items = stories.map((story, index) => hanging(`${index + 1}. `, story.title));
  return `${wrap(isRoundUp ? words.week.contents : words.inThisIssue)}\n${items.join('\n')}`;
}

const hanging = (label: string, text: string): string =>
  wrap(text, { first: label, hang: ' '.repeat(widthOf(label)) });

function storyBlocks(story: Story, several: boolean, links: References, web: WebLinks | null): string[] {
  const words = copyFor(story.lang);
  return [
    // One more empty line, so that the eye finds where the next story begins.
    `${several ? '\n' : ''}${underlined(story.title, '=')}`,
    ...(story.dek === null ? [] : [wrap(story.dek)]),
    ...origin(story, words, links),
    ...cameFrom(story, words, links, web),
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

function origin(story: Story, words: Copy, links: References): string[] {
  const link = story.source === undefined ? words.original : format(words.originalAt, { name: story.source });
  const facts = [
    story.author === undefined ? null : format(words.by, { name: story.author }),
    story.source === undefined || story.url !== undefined ? null : format(words.from, { name: story.source }),
    story.date === undefined ? null : formatSourceDate(story.lang, story.date),
    story.url === undefined ? null : links.refer(link, story.url),
  ].filter((fact) => fact !== null);
  return facts.length === 0 ? [] : [wrap(facts.join(' · '))];
}

/** In a round-up: the issues that printed it, and where they are. */
const cameFrom = (
  { title, issues }: Story,
  words: Copy,
  links: References,
  web: WebLinks | null,
): string[] =>
  issues === undefined
    ? []
    : [
        lines(
          ...issues.map((issue) => {
            const says = nameIssue(words, issue, title);
            return wrap(web === null ? says : links.refer(says, addressOf(web.issues, issue)));
          }),
        ),
      ];

function sectionBlocks(section: Section, words: Copy): string[] {
  const heading = section.heading === null ? [] : [underlined(section.heading, '-')];
  return [...heading, ...runsOf(section.blocks).map((run) => runText(run, words))];
}

/** Quotes as mail programs mark them, rows in columns, an editor's words between brackets. */
function runText(run: readonly [Block, ...Block[]], words: Copy): string {
  const each = (draw: (text: string) => string, between = '\n'): string =>
    run.map(({ text }) => draw(text)).join(between);
  switch (run[0].kind) {
    case 'list-item':
      return run
        .map(({ text, number }) => hanging(number === undefined ? '* ' : `${number}. `, text))
        .join('\n');
    case 'quote':
      return each((text) => wrap(text, { first: '> ', hang: '> ' }), '\n>\n');
    case 'row':
      return layRows(run);
    case 'editor':
      return each((text) => wrap(`[${words.editorsNote}: ${text}]`), '\n\n');
    default:
      return each((text) => wrap(text), '\n\n');
  }
}
