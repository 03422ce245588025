// The cleaner: a messy text in, a report and a ledger of every passage out. Pure; offsets are UTF-16 offsets into
// the raw text. README.md says what the rules are and why they stand in this order.

import { err, ok, type Result } from '../result.ts';
import { type Judge, judge } from './judge/index.ts';
import type { TitleJudge } from './judge/title.ts';
import { directionOf, languageOf, languageOfTag } from './languages/detect.ts';
import { writeLedger } from './ledger/ledger.ts';
import { applyOverrides, identifier, parseOverrides } from './ledger/overrides.ts';
import { MAX_TEXT, type Page, readText } from './page.ts';
import { type Meta, readFrontMatter } from './read/front-matter.ts';
import { type CleanOptions, type CleanProblem, composeBody, countPassages, type Report } from './report.ts';
import { boxes } from './rules/boxes.ts';
import { clocks } from './rules/clocks.ts';
import { clutter } from './rules/clutter.ts';
import { datedLine } from './rules/dated-line.ts';
import { dialogue } from './rules/dialogue.ts';
import { markDoubts } from './rules/doubts.ts';
import { contained, copies, headingCopies, teasers } from './rules/duplicates.ts';
import { faq } from './rules/faq.ts';
import { gluedLabels } from './rules/glued-labels.ts';
import { byline, desk, menu, signature } from './rules/head-and-foot.ts';
import { headings } from './rules/headings.ts';
import { leakedPair } from './rules/leaked-pair.ts';
import { lines } from './rules/lines.ts';
import { foot, head } from './rules/margins.ts';
import { pageTitle } from './rules/page-title.ts';
import { repeatedPairs } from './rules/pairs.ts';
import { poll } from './rules/poll.ts';
import { pressTail } from './rules/press-tail.ts';
import { pullQuotes } from './rules/pull-quotes.ts';
import { related } from './rules/related.ts';
import { rest } from './rules/rest.ts';
import { saidAgain } from './rules/said-again.ts';
import { spared } from './rules/spared.ts';
import { synopsis } from './rules/synopsis.ts';
import { title } from './rules/title.ts';
import { top } from './rules/top.ts';
import { sourcesIn } from './sources.ts';
import { MAX_SEGMENTS } from './split/segments.ts';
import { PageDocument, type Rule } from './story.ts';

export { checkLedger } from './ledger/check.ts';
export { type EditableRole, OVERRIDE_LIMITS, type Override, parseOverrides } from './ledger/overrides.ts';
export type { DropReason, Passage, PrintedRole, Repeat, Span } from './ledger/passage.ts';
export type { Meta } from './read/front-matter.ts';
export { toMarkdown } from './read/markdown.ts';
export type { Block, CleanOptions, CleanProblem, Report } from './report.ts';
export { holdsSentence } from './sentence.ts';

/** Ranked: a passage takes the first verdict that a rule gives it, and later rules see what earlier ones decided. */
const RULES: readonly Rule[] = [
  pageTitle,
  gluedLabels,
  lines,
  clutter,
  top,
  poll,
  related,
  boxes,
  byline,
  datedLine,
  menu,
  desk,
  spared,
  pressTail,
  clocks,
  foot,
  faq,
  repeatedPairs,
  dialogue,
  title,
  signature,
  synopsis,
  head,
  leakedPair,
  pullQuotes,
  headings,
  copies,
  teasers,
  contained,
  saidAgain,
  headingCopies,
  rest,
];

/**
 * Cleans a text.
 *
 * @param raw plain text as scraped, pasted or forwarded; Markdown, front matter and stray HTML are understood.
 * @param options `lang` (ISO 639-1) instead of detection; `overrides`, an editor's decisions.
 */
export const clean = (raw: string, options: CleanOptions = {}): Result<Report, CleanProblem> =>
  cleanBy(judge, raw, options);

/** The same by another judge, to measure it. */
export function cleanBy(
  by: Judge,
  raw: string,
  options: CleanOptions = {},
  titleBy?: TitleJudge,
): Result<Report, CleanProblem> {
  const problem = refusal(raw, MAX_TEXT);
  return problem === null ? cleanPage(readText(raw), options, by, titleBy) : err(problem);
}

/** What follows the reading, whatever the page was read from. */
export function cleanPage(
  page: Page,
  options: CleanOptions,
  by: Judge,
  titleBy?: TitleJudge,
): Result<Report, CleanProblem> {
  const overrides = parseOverrides(options.overrides ?? []);
  if (!overrides.ok) return overrides;
  const lang = options.lang ?? languageOfTag(page.meta.lang ?? '') ?? languageOf(page.text);
  const story = new PageDocument(page, lang, by, titleBy);
  if (story.segments.length > MAX_SEGMENTS) {
    return err({
      reason: 'too-long',
      message: `The text has more than ${MAX_SEGMENTS} passages. Make several reports of it.`,
    });
  }
  if (story.segments.length === 0) return err({ reason: 'empty', message: 'The text holds no words.' });
  for (const rule of RULES) rule.find(story);
  markDoubts(story);
  const unmatched = applyOverrides(story, overrides.value);

  const ledger = writeLedger(page, story.segments, identifier());
  const stats = countPassages(ledger);
  if (stats.printed === 0) {
    return err({
      reason: 'nothing-left',
      message: 'Nothing is left of the text once promotion and page clutter are taken out.',
    });
  }
  const body = composeBody(story.segments);
  const dir = directionOf(page.text);
  const { meta } = page;
  return ok({
    lang,
    dir,
    ...body,
    sources: sourcesIn(printedTexts(story), meta, story.lexicon),
    meta,
    ledger,
    stats,
    unmatched,
  });
}

/** What a text says of itself above its first line, without cleaning it; refuses what is no text at all. */
export function readMeta(raw: string): Result<Meta, CleanProblem> {
  const problem = refusal(raw, MAX_TEXT);
  return problem === null ? ok(readFrontMatter(raw)?.meta ?? {}) : err(problem);
}

function printedTexts(story: PageDocument): string[] {
  return story.segments
    .filter((unit) => story.isKept(unit) && unit.verdict?.role !== 'editor')
    .map(({ text }) => text);
}

/** What is no text at all. Control characters and replacement characters in number are a sign of a binary file. */
export function refusal(raw: string, maxLength: number): CleanProblem | null {
  if (raw.trim() === '') return { reason: 'empty', message: 'The text is empty.' };
  if (raw.length > maxLength)
    return {
      reason: 'too-long',
      message: `The text is longer than ${maxLength} characters. Make several reports of it.`,
    };
  let odd = 0;
  for (let i = 0; i < raw.length; i += 1) {
    const code = raw.charCodeAt(i);
    if ((code < 32 && (code < 9 || code > 13)) || code === 0xfffd) odd += 1;
  }
  return raw.includes('\u0000') || odd > 8 + raw.length / 50
    ? {
        reason: 'binary',
        message: 'This is no text but a binary file, or text in an encoding that was not understood.',
      }
    : null;
}
