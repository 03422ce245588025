// The small cases of real use beside the repository: each says what must be printed, what must not, and the title.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checkLedger, clean, type Report } from '../../src/clean/index.ts';
import { spaced } from './measure.ts';
import { textOf } from './score-pages.ts';

const FOLDER = fileURLToPath(new URL('../../../shared/cases/', import.meta.url));

type Expected = {
  must_print?: string[];
  must_not_print?: string[];
  title?: string | null;
  faq?: [string, string][];
  kind: string;
};

export type Case = { readonly name: string; readonly raw: string; readonly expected: Expected };

export const readCases = (): Case[] =>
  (existsSync(FOLDER) ? readdirSync(FOLDER) : [])
    .filter((name) => existsSync(`${FOLDER}${name}/input.txt`))
    .map((name) => ({
      name,
      raw: readFileSync(`${FOLDER}${name}/input.txt`, 'utf8'),
      expected: JSON.parse(readFileSync(`${FOLDER}${name}/expected.json`, 'utf8')) as Expected,
    }));

/** @returns what is wrong with it; empty when it is right. */
export function judgeCase({ raw, expected }: Case): string[] {
  const cleaned = clean(raw);
  if (!cleaned.ok) return [cleaned.error.message];
  const report = cleaned.value;
  const text = spaced(textOf(report));
  const wrong = checkLedger(raw, report).map((message) => `law: ${message}`);
  for (const [passage, times] of countsOf(expected.must_print ?? []))
    if (text.split(passage.trimEnd()).length - 1 < times) wrong.push(`is missing: ${passage.trim()}`);
  for (const passage of expected.must_not_print ?? [])
    if (text.includes(spaced(passage))) wrong.push(`is printed: ${passage}`);
  if (
    expected.title !== undefined &&
    expected.title !== null &&
    spaced(report.title ?? '') !== spaced(expected.title)
  )
    wrong.push(`title: ${report.title}`);
  for (const [question, answer] of expected.faq ?? [])
    if (!hasPair(report, question, answer)) wrong.push(`no pair: ${question}`);
  return wrong;
}

const hasPair = ({ faq }: Report, question: string, answer: string): boolean =>
  faq.some(
    (pair) => spaced(pair.question) === spaced(question) && spaced(pair.answer.join(' ')) === spaced(answer),
  );

function countsOf(passages: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const passage of passages.map(spaced)) counts.set(passage, (counts.get(passage) ?? 0) + 1);
  return counts;
}
