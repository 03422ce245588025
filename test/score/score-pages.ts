// Scores the cleaner on the real pages, and says what each rule costs and brings there.

import type { Report } from '../../src/clean/index.ts';
import { DoubtTally } from './doubts.ts';
import { type Agreement, agree, createLineJudge, lostWords, meanOf, spaced, wordsOf } from './measure.ts';
import type { Page } from './pages.ts';

/** From a raw text in place of the page, if one is given. */
export type Clean = (page: Page, raw?: string) => Report | null;

/** Words of passages that a rule took: of the story, and of what is around it. */
export type RuleTally = Map<string, { right: number; wrong: number; lost: string[] }>;

export type PagesScore = {
  readonly pages: number;
  readonly words: Agreement;
  readonly titles: { readonly right: number; readonly of: number };
  readonly headings: { readonly right: number; readonly of: number };
  readonly snippets: { kept: number; of: number; printed: number; ofOthers: number };
  readonly rules: RuleTally;
  readonly doubts: DoubtTally;
};

export function scorePages(pages: readonly Page[], clean: Clean): PagesScore {
  const words: Agreement[] = [];
  const titles = { right: 0, of: 0 };
  const headings = { right: 0, of: 0 };
  const snippets = { kept: 0, of: 0, printed: 0, ofOthers: 0 };
  const rules: RuleTally = new Map();
  const doubts = new DoubtTally();
  for (const page of pages) {
    const report = clean(page);
    const text = report === null ? '' : textOf(report);
    if (page.gold !== null) words.push(agree(text, page.gold));
    if (page.title !== null) {
      titles.of += 1;
      if (spaced(report?.title ?? '') === spaced(page.title)) titles.right += 1;
    }
    for (const heading of headingsOf(page.markdown)) {
      headings.of += 1;
      if (report?.sections.some((section) => spaced(section.heading ?? '') === heading)) headings.right += 1;
    }
    if (page.gold === null) countSnippets(page, text, snippets);
    if (report === null) continue;
    tally(page, report, rules);
    doubts.add(page, report);
  }
  return { pages: pages.length, words: meanOf(words), titles, headings, snippets, rules, doubts };
}

/** An article without anything around it must come out whole. */
export function scoreAlone(
  pages: readonly Page[],
  clean: Clean,
): { lost: number; of: number; whole: number; pages: number } {
  const sum = { lost: 0, of: 0, whole: 0, pages: 0 };
  for (const page of pages) {
    if (page.gold === null) continue;
    const report = clean(page, page.gold);
    const lost = lostWords(page.gold, report === null ? '' : textOf(report));
    sum.pages += 1;
    sum.lost += lost;
    sum.of += wordsOf(page.gold).length;
    if (lost === 0) sum.whole += 1;
  }
  return sum;
}

export const textOf = (report: Report): string =>
  [
    report.title ?? '',
    report.dek ?? '',
    ...report.sections.flatMap(({ heading, number, blocks }) => [
      numbered(heading ?? '', number),
      ...blocks.map((block) => numbered(block.text, block.number)),
    ]),
    ...report.faq.flatMap(({ question, answer }) => [question, ...answer]),
  ]
    .filter((line) => line !== '')
    .join('\n');

const numbered = (text: string, number: number | undefined): string =>
  number === undefined ? text : `${number}. ${text}`;

const headingsOf = (markdown: string | null): string[] =>
  (markdown ?? '')
    .split('\n')
    .flatMap((line) => /^#{2,6}\s+(.+)$/.exec(line)?.[1] ?? [])
    .map(spaced)
    .filter((heading) => heading.trim() !== '');

function countSnippets(page: Page, text: string, sum: PagesScore['snippets']): void {
  const [raw, printed] = [spaced(page.text), spaced(text)];
  for (const snippet of page.wanted.map(spaced).filter((one) => isIn(raw, one))) {
    sum.of += 1;
    if (isIn(printed, snippet)) sum.kept += 1;
  }
  for (const snippet of page.unwanted.map(spaced).filter((one) => isIn(raw, one))) {
    sum.ofOthers += 1;
    if (isIn(printed, snippet)) sum.printed += 1;
  }
}

const isIn = (text: string, snippet: string): boolean => snippet.trim() !== '' && text.includes(snippet);

function tally(page: Page, report: Report, rules: RuleTally): void {
  const isStory = page.gold === null ? judgeBySnippets(page) : createLineJudge(page.gold, page.title);
  for (const { role, reason, rule, text } of report.ledger) {
    if (role !== 'dropped' || reason === 'markup' || reason === 'duplicate') continue;
    const verdict = isStory(text);
    if (verdict === null) continue;
    const sum = rules.get(rule) ?? { right: 0, wrong: 0, lost: [] };
    rules.set(rule, sum);
    const size = wordsOf(text).length;
    if (!verdict) sum.right += size;
    else {
      sum.wrong += size;
      sum.lost.push(`${page.id}: ${text}`);
    }
  }
}

function judgeBySnippets({ wanted, unwanted }: Page): (text: string) => boolean | null {
  const [yes, no] = [wanted.map(spaced), unwanted.map(spaced)];
  return (text) => {
    const words = spaced(text);
    if (yes.some((snippet) => isIn(words, snippet))) return true;
    return no.some((snippet) => isIn(words, snippet)) ? false : null;
  };
}
