// One or several Reports become a Digest: what readers get, without a word of the mail's own. The steps are
// title, subject, preheader, stories, receipt; words and looks come later, in emails/ and render/.

import { composeSections } from './blocks.ts';
import type { ComposeOptions, Digest, PrintedReport, Story } from './digest.ts';
import { cutAtWord, toSingleLine } from './line.ts';
import { MAX_PREHEADER, openingOf, summarize } from './summary.ts';
import { pickTitle } from './title.ts';

export { type Block, runsOf, type Section } from './blocks.ts';
export type { ComposeOptions, Digest, IssueRef, Pair, PrintedReport, Rest, Stats, Story } from './digest.ts';
export { directionOf } from './direction.ts';
export type { Entry } from './entry.ts';
export { fingerprint } from './fingerprint.ts';
export { type PartOfWeek, type RoundUp, type RoundUpOptions, roundUp } from './round-up.ts';
export { type Caps, lengthsOf, shareRoom, shorten } from './shorten.ts';

/** Pure: the same reports and options always give the same Digest. */
export function compose(reports: readonly PrintedReport[], options: ComposeOptions): Digest {
  const stories = reports.map((report, index) => composeStory(report, `story-${index + 1}`));
  const told = summarize(stories, options.lang);
  return {
    ...told,
    subject: toSingleLine(options.subject ?? '') || told.title,
    preheader: toSingleLine(options.preheader ?? '') || cutAtWord(openingOf(stories), MAX_PREHEADER),
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
    dek: report.dek === null ? null : toSingleLine(report.dek),
    sections: composeSections(sections),
    faq: report.faq.map((pair) => ({
      question: toSingleLine(pair.question),
      answer: pair.answer.map(toSingleLine),
    })),
    sources: report.sources.map(toSingleLine),
    ...(href === null ? {} : { url: href }),
    ...optional('source', source),
    ...optional('author', author),
    ...optional('date', date),
    stats: report.stats,
  };
}

const optional = <K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> => {
  const text = toSingleLine(value ?? '');
  return text === '' ? {} : ({ [key]: text } as Record<K, string>);
};

/** A `javascript:` or malformed address in a report's front matter never becomes a link. */
function webAddress(url: string | undefined): string | null {
  const parsed = url === undefined ? null : URL.parse(url.trim());
  return parsed !== null && ['https:', 'http:'].includes(parsed.protocol) ? parsed.href : null;
}
