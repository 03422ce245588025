// The real pages, cleaned by weights that were learnt without any page of their site: five folds, each learnt from the other
// four. So the figures are those of pages nobody has seen.

import { cleanHtmlBy } from '../../src/clean/html.ts';
import { cleanBy } from '../../src/clean/index.ts';
import { createJudge, type Judge } from '../../src/clean/judge/index.ts';
import { createTitleJudge, type TitleJudge } from '../../src/clean/judge/title.ts';
import { learn, readSheets } from '../learn/learn.ts';
import { learnTitle, readTitleSheets } from '../learn/title.ts';
import { judgeCase, readCases } from './cases.ts';
import { foldsOf, hasPages, type Page, readPages, SETS, type Source } from './pages.ts';
import { type Clean, type RuleTally, scoreAlone, scorePages } from './score-pages.ts';

const FOLDS = 5;

/** @returns false when the pages are not there. */
export function printHeldOut(source: Source): boolean {
  if (!hasPages()) {
    console.error('The pages are not beside the repository (../shared/pages).');
    return false;
  }
  const pages = SETS.flatMap(readPages);
  const clean = createHeldOut(pages, source);
  for (const set of SETS) {
    const own = pages.filter(({ id }) => id.startsWith(`${set}/`));
    const { words, titles, headings, snippets, rules } = scorePages(own, clean);
    console.log(`\n${set}: ${own.length} pages, as ${source}, each site by weights that have not seen it`);
    if (own.some(({ gold }) => gold !== null))
      console.log(
        `  words: precision ${show(words.precision)}, recall ${show(words.recall)}, F1 ${show(words.f1)}`,
      );
    if (titles.of > 0) console.log(`  titles right: ${titles.right} of ${titles.of}`);
    if (headings.of > 0) console.log(`  headings found: ${headings.right} of ${headings.of}`);
    if (snippets.of > 0) {
      console.log(`  true passages kept: ${show(snippets.kept / snippets.of)} of ${snippets.of}`);
      console.log(`  others printed: ${show(snippets.printed / snippets.ofOthers)} of ${snippets.ofOthers}`);
    }
    if (set === 'wcxb' && source === 'text') {
      const { lost, of, whole, pages: count } = scoreAlone(own, clean);
      console.log(
        `  articles alone: ${((100 * lost) / of).toFixed(2)} % of the words lost, ${whole} of ${count} whole`,
      );
    }
    printRules(rules);
  }
  if (source === 'text') printCases();
  return true;
}

type Judges = { readonly judge: Judge; readonly titleJudge: TitleJudge };

function createHeldOut(pages: readonly Page[], source: Source): Clean {
  const folds = foldsOf(pages, FOLDS);
  const sheets = readSheets(source);
  const titleSheets = readTitleSheets();
  const judges = Array.from({ length: FOLDS }, (_, fold) => {
    console.error(`learning without the sites of fold ${fold + 1} of ${FOLDS} …`);
    const isKnown = ({ page }: { page: Page }): boolean => folds.get(page.site) !== fold;
    return {
      judge: createJudge(learn(sheets.filter(isKnown))),
      titleJudge: createTitleJudge(learnTitle(titleSheets.filter(isKnown))),
    };
  });
  return (page, raw) => {
    const { judge, titleJudge } = judges[folds.get(page.site) ?? 0] as Judges;
    const isHtml = source === 'html' && raw === undefined;
    const cleaned = isHtml
      ? cleanHtmlBy(judge, page.html())
      : cleanBy(judge, raw ?? page.text, {}, titleJudge);
    return cleaned.ok ? cleaned.value : null;
  };
}

/** What each rule took, in words: page clutter, and of the story. */
function printRules(rules: RuleTally): void {
  const sorted = [...rules].sort(([, a], [, b]) => b.wrong - a.wrong);
  for (const [rule, { right, wrong }] of sorted)
    console.log(
      `  ${rule.padEnd(16)} ${String(right).padStart(7)} right ${String(wrong).padStart(6)} of the story`,
    );
}

function printCases(): void {
  const cases = readCases().map((one) => ({ name: one.name, wrong: judgeCase(one) }));
  const right = cases.filter(({ wrong }) => wrong.length === 0);
  console.log(`\nsmall cases: ${right.length} of ${cases.length} right`);
  for (const { name, wrong } of cases)
    if (wrong.length > 0) console.log(`  ${name.padEnd(28)} ${wrong.join('; ').slice(0, 140)}`);
}

const show = (share: number): string => share.toFixed(3);
