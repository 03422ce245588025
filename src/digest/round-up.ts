// A round-up is a digest of digests: the stories of the week's issues, as they were frozen and approved, each with
// the issue that it comes from. Nothing is cleaned or worded anew.

import type { Digest, IssueRef, Story } from './digest.ts';
import type { Entry } from './entry.ts';
import { cutAtWord, toSingleLine } from './line.ts';
import { joinTitles, MAX_PREHEADER, MAX_SUBJECT, openingOf, summarize } from './summary.ts';

/** An issue that goes into a round-up. */
export type PartOfWeek = Pick<IssueRef, 'number' | 'slug' | 'title'> & {
  readonly digest: Digest;
  /** Of each story. */
  readonly ledgers: readonly (readonly Entry[])[];
  readonly reportIds: readonly string[];
};

export type RoundUp = { readonly digest: Digest; readonly ledgers: PartOfWeek['ledgers'] };

export type RoundUpOptions = {
  readonly subject?: string;
  readonly preheader?: string;
  /** The publication's language, for stories that disagree. */
  readonly lang: string;
  /** Words round the titles in the subject: "The week: …". */
  readonly nameWeek: (titles: string, lang: string) => string;
};

type Told = {
  story: Story;
  text: string;
  ledger: readonly Entry[];
  issues: IssueRef[];
  reportId: string | undefined;
};

/** @param parts in the order in which they were sent, and so the stories. */
export function roundUp(parts: readonly PartOfWeek[], options: RoundUpOptions): RoundUp {
  const told: Told[] = [];
  for (const part of parts) {
    const { number, slug, title, digest, ledgers, reportIds } = part;
    digest.stories.forEach((story, index) => {
      const place = digest.stories.length > 1 ? story.id : null;
      const issue = { number, slug, title, place };
      const ledger = ledgers[index] ?? [];
      const reportId = reportIds[index];
      const text = textOf(story);
      const known = told.find((other) => isSame(other, text, reportId));
      // What stood in two issues is said once, as it was said last: that may have been a correction.
      if (known !== undefined)
        Object.assign(known, { story, text, ledger, issues: [...known.issues, issue] });
      else told.push({ story, text, ledger, issues: [issue], reportId });
    });
  }
  const stories = told.map(({ story: { rest, ...story }, issues }, index) => ({
    ...story,
    id: `story-${index + 1}`,
    issues,
  }));
  const summary = summarize(stories, options.lang);
  const name = (titles: string): string => toSingleLine(options.nameWeek(titles, summary.lang));
  const titles = stories.map(({ title }) => title);
  const room = MAX_SUBJECT - name('').length;
  const inSubject = joinTitles(titles, room);
  const digest: Digest = {
    ...summary,
    title: name(summary.title),
    subject: toSingleLine(options.subject ?? '') || name(inSubject),
    preheader:
      toSingleLine(options.preheader ?? '') ||
      cutAtWord(titlesAfter(titles, inSubject) || openingOf(stories), MAX_PREHEADER),
    stories,
    isRoundUp: true,
    sample: parts.some(({ digest: { sample } }) => sample),
  };
  return { digest, ledgers: told.map(({ ledger }) => ledger) };
}

/** The same report, corrected perhaps, or another copy of the same text. */
function isSame(told: Told, text: string, reportId: string | undefined): boolean {
  return (reportId !== undefined && told.reportId === reportId) || told.text === text;
}

const textOf = ({ title, dek, sections, faq }: Story): string => JSON.stringify([title, dek, sections, faq]);

/** What else is in it: the inbox shows these behind the subject. */
function titlesAfter(titles: readonly string[], line: string): string {
  const left = titles.filter(
    (_, index) => joinTitles(titles.slice(0, index + 1), Number.POSITIVE_INFINITY).length > line.length,
  );
  return left.join(' · ');
}
