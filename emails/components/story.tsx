// One story: title, opening paragraph, where it comes from, its sections, questions and sources. Headings
// begin one level lower when the mail holds several stories, so that their order never skips one.

import { Heading, Link, Text } from '@react-email/components';
import { copyFor, format, formatPlural, nameIssue } from '../../content/copy.ts';
import { formatSourceDate } from '../../content/dates.ts';
import type { Copy } from '../../content/locales/words.ts';
import type { IssueRef, Story } from '../../src/digest/index.ts';
import { light, styles } from '../theme.ts';
import { addressOf, type WebLinks } from '../web-links.ts';
import { Cell } from './cell.tsx';
import { each } from './each.ts';
import { Faq } from './faq.tsx';
import { headingTag, type Level } from './level.ts';
import { Passages } from './passages.tsx';
import { ReadOn } from './read-on.tsx';

const below = (level: 1 | 2): Level => (level === 1 ? 2 : 3);

export type StoryPartProps = {
  readonly story: Story;
  readonly level: 1 | 2;
  readonly accent: string;
  readonly web: WebLinks | null;
};

export function StoryPart({ story, level, accent, web }: StoryPartProps) {
  const words = copyFor(story.lang);
  const { rest, issues } = story;
  const webUrl = web?.issue ?? null;
  const readOn = { words, accent };
  return (
    <div lang={story.lang} dir={story.dir} style={{ textAlign: story.dir === 'rtl' ? 'right' : 'left' }}>
      {level === 2 && <Divider />}
      <Heading
        as={headingTag(level)}
        id={story.id}
        className={level === 1 ? 'ink headline' : 'ink story'}
        style={{ ...(level === 1 ? styles.headline : styles.story), color: light.ink, margin: 0 }}
      >
        {story.title}
      </Heading>
      {story.dek !== null && (
        <Text className="soft dek" style={{ ...styles.dek, color: light.soft, margin: '18px 0 6px' }}>
          {story.dek}
        </Text>
      )}
      <Origin story={story} words={words} accent={accent} />
      {issues !== undefined && (
        <CameFrom issues={issues} title={story.title} words={words} accent={accent} web={web} />
      )}
      {each(story.sections, (section) => (
        <>
          {section.heading !== null && (
            <Heading
              as={headingTag(below(level))}
              className="ink"
              style={{ ...styles.section, color: light.ink, margin: '38px 0 0' }}
            >
              {section.heading}
            </Heading>
          )}
          <Passages blocks={section.blocks} words={words} accent={accent} dir={story.dir} />
        </>
      ))}
      {rest !== undefined && rest.passages > 0 && webUrl !== null && (
        <ReadOn
          {...readOn}
          says={formatPlural(words, issues === undefined ? words.rest : words.week.rest, rest.passages)}
          link={words.readOn}
          href={`${webUrl}#${story.id}-rest`}
        />
      )}
      <Faq pairs={story.faq} level={below(level)} words={words} accent={accent}>
        {rest !== undefined && rest.questions > 0 && webUrl !== null && (
          <ReadOn
            {...readOn}
            says={formatPlural(words, words.restOfFaq, rest.questions)}
            link={words.readOnFaq}
            href={`${webUrl}#${story.id}-answers`}
          />
        )}
      </Faq>
      <Sources names={story.sources} level={below(level)} words={words} />
    </div>
  );
}

/** Between stories. A rule of a cell, since Outlook for Windows gives `hr` a height of its own. */
function Divider() {
  return (
    <Cell style={{ padding: '36px 0' }}>
      <Cell
        className="rule"
        style={{ borderTop: `1px solid ${light.rule}`, fontSize: '1px', lineHeight: '1px' }}
      >
        {' '}
      </Cell>
    </Cell>
  );
}

/** Who wrote it, where it stood, and a link there. */
function Origin({ story, words, accent }: { story: Story; words: Copy; accent: string }) {
  const facts = [
    story.author === undefined ? null : format(words.by, { name: story.author }),
    story.source === undefined || story.url !== undefined ? null : format(words.from, { name: story.source }),
    story.date === undefined ? null : formatSourceDate(story.lang, story.date),
  ].filter((fact) => fact !== null);
  if (facts.length === 0 && story.url === undefined) return null;
  return (
    <Text className="muted sans" style={{ ...styles.small, color: light.muted, margin: '14px 0 0' }}>
      {facts.join(' · ')}
      {facts.length > 0 && story.url !== undefined ? ' · ' : ''}
      {story.url !== undefined && (
        <Link href={story.url} className="accent" style={{ color: accent, textDecoration: 'underline' }}>
          {story.source === undefined ? words.original : format(words.originalAt, { name: story.source })}
        </Link>
      )}
    </Text>
  );
}

/** In a round-up: the issues that printed it, each with its page. */
function CameFrom(props: {
  issues: readonly IssueRef[];
  title: string;
  words: Copy;
  accent: string;
  web: WebLinks | null;
}) {
  const { issues, title, words, accent, web } = props;
  return (
    <Text
      lang={words.lang}
      dir={words.dir}
      className="muted sans"
      style={{ ...styles.small, color: light.muted, margin: '4px 0 0', textAlign: 'inherit' }}
    >
      {each(issues, (issue) => (
        <>
          {issue !== issues[0] && <br />}
          {web === null ? (
            nameIssue(words, issue, title)
          ) : (
            <Link
              href={addressOf(web.issues, issue)}
              className="accent"
              style={{ color: accent, textDecoration: 'underline' }}
            >
              {nameIssue(words, issue, title)}
            </Link>
          )}
        </>
      ))}
    </Text>
  );
}

function Sources({ names, level, words }: { names: readonly string[]; level: Level; words: Copy }) {
  if (names.length === 0) return null;
  return (
    <>
      <Heading
        as={headingTag(level)}
        lang={words.lang}
        dir={words.dir}
        className="muted sans"
        style={{ ...styles.label, color: light.muted, margin: '32px 0 0', textAlign: 'inherit' }}
      >
        {words.sources}
      </Heading>
      <Text className="soft sans" style={{ ...styles.small, color: light.soft, margin: '2px 0 0' }}>
        {names.join(' · ')}
      </Text>
    </>
  );
}
