/** @jsxImportSource hono/jsx */
// An issue as a page: the passages of its mail in the same order, and those for which the mail had no room.

import { copyFor, format, nameIssue, receiptLine } from '../../../content/copy.ts';
import { formatSourceDate } from '../../../content/dates.ts';
import type { Copy } from '../../../content/locales/words.ts';
import type { Pair, Section, Story } from '../../digest/index.ts';
import { type Edition, IssueFrame, own } from './issue-frame.view.tsx';
import { Passages } from './passages.view.tsx';

type Heading = 'h1' | 'h2' | 'h3';

export function IssuePage({ edition }: { readonly edition: Edition }) {
  const { digest, url } = edition;
  const words = copyFor(digest.lang);
  const several = digest.stories.length > 1;
  return (
    <IssueFrame edition={edition} title={digest.subject} url={url}>
      {digest.sample && (
        <p class="label accent" {...own(words, digest.lang)}>
          {words.sample}
        </p>
      )}
      {several && (
        <nav class="contents" {...own(words, digest.lang)}>
          <h1>{digest.isRoundUp ? words.week.contents : words.inThisIssue}</h1>
          <ol>
            {digest.stories.map((story) => (
              <li>
                <a href={`#${story.id}`} lang={story.lang} dir={story.dir}>
                  {story.title}
                </a>
              </li>
            ))}
          </ol>
        </nav>
      )}
      {digest.stories.map((story) => (
        <StoryPart story={story} several={several} />
      ))}
      <section class="receipt" {...own(words, digest.lang)}>
        <h2 class="label">{words.receiptTitle}</h2>
        <p class="small">{receiptLine(words, digest.receipt)}</p>
        {edition.publication.ledgerOnWeb && (
          <p class="small">
            <a href={`${url}/ledger`}>{words.whatWasCut}</a>
          </p>
        )}
      </section>
    </IssueFrame>
  );
}

function StoryPart({ story, several }: { readonly story: Story; readonly several: boolean }) {
  const words = copyFor(story.lang);
  const Title: Heading = several ? 'h2' : 'h1';
  const Below: Heading = several ? 'h3' : 'h2';
  const restAt = placeOfRest(story);
  const restId = `${story.id}-rest`;
  let at = story.dek === null ? 0 : 1;
  return (
    <article id={story.id} lang={story.lang} dir={story.dir}>
      <header>
        <Title>{story.title}</Title>
        {story.dek !== null && (
          <p class="dek" id={restAt === 0 ? restId : undefined}>
            {story.dek}
          </p>
        )}
        <Origin story={story} words={words} />
        <CameFrom story={story} words={words} />
      </header>
      {story.sections.map((section) => {
        const from = at;
        at += lengthOf(section);
        const within = restAt !== null && restAt >= from && restAt < at;
        // A mail never ends with a heading, so this passage may be one.
        const atHeading = within && section.heading !== null && restAt === from;
        const first = from + (section.heading === null ? 0 : 1);
        return (
          <section id={atHeading ? restId : undefined}>
            {section.heading !== null && <Below>{section.heading}</Below>}
            <Passages
              blocks={section.blocks}
              words={words}
              lang={story.lang}
              mark={within && !atHeading ? { at: restAt - first, id: restId } : null}
            />
          </section>
        );
      })}
      <Faq story={story} words={words} heading={Below} />
      {story.sources.length > 0 && (
        <section class="sources">
          <Below class="label" {...own(words, story.lang)}>
            {words.sources}
          </Below>
          <p class="small">{story.sources.join(' · ')}</p>
        </section>
      )}
    </article>
  );
}

/** The passage at which the mail stopped, counted from the opening paragraph; null if it has all. */
function placeOfRest({ dek, sections, rest }: Story): number | null {
  if (rest === undefined || rest.passages === 0) return null;
  const all = sections.reduce((sum, section) => sum + lengthOf(section), dek === null ? 0 : 1);
  return all - rest.passages;
}

const lengthOf = ({ heading, blocks }: Section): number => (heading === null ? 0 : 1) + blocks.length;

function Origin({ story, words }: { readonly story: Story; readonly words: Copy }) {
  const facts = [
    story.author === undefined ? null : format(words.by, { name: story.author }),
    story.source === undefined || story.url !== undefined ? null : format(words.from, { name: story.source }),
    story.date === undefined ? null : formatSourceDate(story.lang, story.date),
  ].filter((fact) => fact !== null);
  if (facts.length === 0 && story.url === undefined) return null;
  return (
    <p class="small">
      {facts.join(' · ')}
      {facts.length > 0 && story.url !== undefined && ' · '}
      {story.url !== undefined && (
        <a href={story.url}>
          {story.source === undefined ? words.original : format(words.originalAt, { name: story.source })}
        </a>
      )}
    </p>
  );
}

/** In a round-up: the issues that printed it. */
function CameFrom({ story, words }: { readonly story: Story; readonly words: Copy }) {
  if (story.issues === undefined) return null;
  return (
    <p class="small" {...own(words, story.lang)}>
      {story.issues.map((issue, index) => (
        <>
          {index > 0 && <br />}
          <a href={`/issues/${issue.slug}${issue.place === null ? '' : `#${issue.place}`}`}>
            {nameIssue(words, issue, story.title)}
          </a>
        </>
      ))}
    </p>
  );
}

function Faq(props: { readonly story: Story; readonly words: Copy; readonly heading: Heading }) {
  const { story, words, heading: Title } = props;
  if (story.faq.length === 0) return null;
  // The first question whose answer the mail left to the web.
  const restAt = story.rest?.questions ? story.faq.length - story.rest.questions : -1;
  return (
    <section class="faq">
      <Title {...own(words, story.lang)}>{words.faq}</Title>
      {story.faq.map((pair, index) => (
        <Question pair={pair} id={index === restAt ? `${story.id}-answers` : undefined} />
      ))}
    </section>
  );
}

/** The id is inside, since a browser opens the element that contains the target of a link. */
function Question({ pair, id }: { readonly pair: Pair; readonly id: string | undefined }) {
  return (
    <details>
      <summary>{pair.question}</summary>
      <div id={id}>
        {pair.answer.map((text) => (
          <p>{text}</p>
        ))}
      </div>
    </details>
  );
}
