// The real pages, cleaned by weights that were learnt without any page of their site: five folds, each learnt from the other
// four. So the figures are those of pages nobody has seen.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cleanHtmlBy } from '../../src/clean/html.ts';
import { cleanBy } from '../../src/clean/index.ts';
import type { Kind } from '../../src/clean/judge/columns.ts';
import { createHtmlJudge, createTextJudge, type Judge } from '../../src/clean/judge/index.ts';
import { createTitleJudge, type TitleJudge } from '../../src/clean/judge/title.ts';
import type { Model } from '../../src/clean/judge/trees.ts';
import { type Sheet, toExamples } from '../learn/examples.ts';
import { learn, readSheets } from '../learn/learn.ts';
import { learnTitle, readTitleSheets } from '../learn/title.ts';
import { judgeCase, readCases } from './cases.ts';
import { foldsOf, hasPages, readPages, SETS, type Source } from './pages.ts';
import { type Clean, type RuleTally, scoreAlone, scorePages } from './score-pages.ts';

const FOLDS = 5;
/** A fold is learnt again only when its examples changed. */
const CACHE = 'node_modules/.cache/copydesk/';

/**
 * @param source what the pages are read from.
 * @param only one fold instead of all, for a quick look.
 * @returns false when the pages are not there.
 */
export function printHeldOut(source: Source, only: number | null): boolean {
  if (!hasPages()) {
    console.error('The pages are not beside the repository (../shared/pages).');
    return false;
  }
  const all = SETS.flatMap(readPages);
  const folds = foldsOf(all, FOLDS);
  const pages = all.filter(({ site }) => only === null || folds.get(site) === only);
  const clean = createHeldOut(source, folds, only);
  for (const set of SETS) {
    const own = pages.filter(({ id }) => id.startsWith(`${set}/`));
    const { words, titles, headings, snippets, rules, doubts } = scorePages(own, clean);
    console.log(`\n${set}: ${own.length} pages as ${source}, each site by weights that have not seen it`);
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
    doubts.print();
    printRules(rules);
  }
  if (source === 'text') printCases();
  return true;
}

type Judges = { readonly judge: Judge; readonly titleJudge: TitleJudge };

function createHeldOut(source: Source, folds: ReadonlyMap<string, number>, only: number | null): Clean {
  const without = <S extends { page: { site: string } }>(sheets: readonly S[], fold: number): S[] =>
    sheets.filter(({ page }) => folds.get(page.site) !== fold);
  const read = (kind: Kind) => {
    const sheets = readSheets(kind);
    return (fold: number): Model => learnOnce(without(sheets, fold), kind);
  };
  const readJudge = (): ((fold: number) => Judge) => {
    if (source === 'html') {
      const markup = read('markup');
      return (fold) => createHtmlJudge(markup(fold));
    }
    const [shapes, words] = [read('shapes'), read('words')];
    return (fold) => createTextJudge(shapes(fold), words(fold));
  };
  const judgeOf = readJudge();
  const titles = readTitleSheets();
  const judges = new Map<number, Judges>();
  for (let fold = 0; fold < FOLDS; fold += 1) {
    if (only !== null && fold !== only) continue;
    const titleJudge = createTitleJudge(learnTitle(without(titles, fold)));
    judges.set(fold, { judge: judgeOf(fold), titleJudge });
  }
  return (page, raw) => {
    const { judge, titleJudge } = judges.get(folds.get(page.site) ?? 0) as Judges;
    const isHtml = source === 'html' && raw === undefined;
    const cleaned = isHtml
      ? cleanHtmlBy(judge, page.html())
      : cleanBy(judge, raw ?? page.text, {}, titleJudge);
    return cleaned.ok ? cleaned.value : null;
  };
}

function learnOnce(sheets: readonly Sheet[], kind: Kind): Model {
  const { rows, labels, weights } = toExamples(sheets);
  const hash = createHash('sha256').update(rows).update(labels).update(weights).digest('hex');
  const file = `${CACHE}${kind}-${hash.slice(0, 20)}.json`;
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Model;
  console.error(`learning ${kind} from ${sheets.length} pages …`);
  const model = learn(sheets, kind);
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(file, JSON.stringify(model));
  return model;
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
