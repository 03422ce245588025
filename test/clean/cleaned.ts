// The one way in which tests clean: whatever comes out has been through the check of the laws.

import { expect } from 'vitest';
import { checkLedger, clean } from '../../src/clean/index.ts';
import type { CleanOptions, Report } from '../../src/clean/report.ts';

export function cleaned(raw: string, options: CleanOptions = {}): Report {
  const result = clean(raw, options);
  if (!result.ok) throw new Error(`refused: ${result.error.message}`);
  expect(checkLedger(raw, result.value)).toEqual([]);
  return result.value;
}

/** The printed texts in order, each with its role in front. */
export function printed(report: Report): string[] {
  return [
    ...(report.title === null ? [] : [`title: ${report.title}`]),
    ...(report.dek === null ? [] : [`dek: ${report.dek}`]),
    ...report.sections.flatMap(({ heading, blocks }) => [
      ...(heading === null ? [] : [`heading: ${heading}`]),
      ...blocks.map(({ kind, text }) => `${kind}: ${text}`),
    ]),
    ...report.faq.flatMap(({ question, answer }) => [
      `question: ${question}`,
      ...answer.map((text) => `answer: ${text}`),
    ]),
  ];
}
