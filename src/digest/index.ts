// One or several Reports become a Digest: what readers get, without a word of the mail's own. The steps are
// title, subject, preheader, stories, receipt; words and looks come later, in emails/ and render/.

import type { Report } from '../clean/index.ts';
import { composeSections, type Section } from './blocks.ts';
import { cutAtWord, tidy } from './line.ts';
import type { IssueRef } from './round-up.ts';
import type { Rest } from './shorten.ts';
import { pickTitle } from './title.ts';
import { MAX_PREHEADER, openingOf, tellTogether } from './together.ts';

export { type Block, runsOf, type Section } from './blocks.ts';
export { directionOf } from './direction.ts';
export { fingerprint } from './fingerprint.ts';
export { accountFor, type Entry } from './ledger.ts';
export { type IssueRef, type PartOfWeek, type RoundUp, type RoundUpOptions, roundUp } from './round-up.ts';
export { type Caps, lengthsOf, type Rest, shareRoom, shorten } from './shorten.ts';

/** A report without the account of what became of its passages. */
export type PrintedReport = Omit<Report, 'ledger' | 'unmatched'>;
export type Stats = Report['stats'];
export type Pair = Report['faq'][number];

export type Story = {
  /** Anchor, unique in its digest: the story's place, counted from 1. */
  readonly id: string;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly title: string;
  readonly dek: string | null;
  readonly sections: readonly Section[];
  readonly faq: readonly Pair[];
  /** Names that the text cites, in the order of their first mention. */
  readonly sources: readonly string[];
  /** Who published the original, and where; only web addresses get this far. */
  readonly source?: string;
  readonly url?: string;
  readonly author?: string;
  readonly date?: string;
  readonly stats: Stats;
  /** What a mail leaves to the web page, when it would be too long. */
  readonly rest?: Rest;
  /** In a round-up: the issues that printed it, in their order. */
  readonly issues?: readonly IssueRef[];
};

export type Digest = {
  /** The stories' language when they agree, else the publication's. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** One line each, without control characters: safe as header values. */
  readonly subject: string;
  readonly preheader: string;
  readonly title: string;
  readonly stories: readonly Story[];
  /** The stories stood in issues before, which they name. */
  readonly isRoundUp?: true;
  /** The sum of the stories' figures. */
  readonly receipt: Stats;
  /** True when any report is a sample; samples are sent only locally. */
  readonly sample: boolean;
};

export type ComposeOptions = {
  /** What an editor wrote instead of the words taken from the reports. */
  readonly subject?: string;
  readonly preheader?: string;
  /** The publication's language, for stories that disagree. */
  readonly lang: string;
};

/** Pure: the same reports and options always give the same Digest. */
export function compose(reports: readonly PrintedReport[], options: ComposeOptions): Digest {
  const stories = reports.map((report, index) => composeStory(report, `story-${index + 1}`));
  const told = tellTogether(stories, options.lang);
  return {
    ...told,
    subject: tidy(options.subject ?? '') || told.title,
    preheader: tidy(options.preheader ?? '') || cutAtWord(openingOf(stories), MAX_PREHEADER),
    stories,
    sample: reports.some((report) => report.meta.sample === true),
  };
}

function composeStory(report: PrintedReport, id: string): Story {
  const { title, sections } = pickTitle(report);
  const { url, source, author, date } = report.meta;
  const href = webAddress(url);
  return {
    id,
    lang: report.lang,
    dir: report.dir,
    title,
    dek: report.dek === null ? null : tidy(report.dek),
    sections: composeSections(sections),
    faq: report.faq.map((pair) => ({ question: tidy(pair.question), answer: pair.answer.map(tidy) })),
    sources: report.sources.map(tidy),
    ...(href === null ? {} : { url: href }),
    ...optional('source', source),
    ...optional('author', author),
    ...optional('date', date),
    stats: report.stats,
  };
}

const optional = <K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> => {
  const text = tidy(value ?? '');
  return text === '' ? {} : ({ [key]: text } as Record<K, string>);
};

/** A `javascript:` or malformed address in a report's front matter never becomes a link. */
function webAddress(url: string | undefined): string | null {
  const parsed = url === undefined ? null : URL.parse(url.trim());
  return parsed !== null && ['https:', 'http:'].includes(parsed.protocol) ? parsed.href : null;
}
