// The samples in content/reports are what a newcomer sees first: messy, and worth reading once cleaned.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { clean } from '../../src/clean/index.ts';
import type { Report } from '../../src/clean/report.ts';
import seed from '../fixtures/digest/seed.json' with { type: 'json' };

const rawOf = (name: string) =>
  readFileSync(new URL(`../../content/reports/${name}.txt`, import.meta.url), 'utf8');

function cleaned(name: string): Report {
  const result = clean(rawOf(name));
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

const printed = (report: Report) => JSON.stringify([report.title, report.dek, report.sections, report.faq]);

describe.each([
  ['battle-for-pokrovsk', { duplicate: 7, promo: 5, boilerplate: 1 }, 6, 3],
  ['night-clinics', { duplicate: 2, promo: 2, boilerplate: 8 }, 2, 3],
])('the sample %s', (name, cut, sections, questions) => {
  const report = cleaned(name);

  it('is marked as a sample, so that it is never sent to real readers', () => {
    expect(report.meta.sample).toBe(true);
  });

  it('comes in as messy as real reports do, and leaves the mess behind', () => {
    expect(report.stats).toMatchObject(cut);
    expect(printed(report)).not.toMatch(/also read|read more|advertisement|sign up|FAQs|©/i);
  });

  it('reads as headed sections with questions and answers', () => {
    expect(report.sections.filter(({ heading }) => heading !== null)).toHaveLength(sections);
    expect(report.faq).toHaveLength(questions);
    for (const { answer } of report.faq) expect(answer).toHaveLength(1);
    expect(report.dek).not.toBeNull();
  });
});

it('tells of the battle in words of its own', () => {
  const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const runs = (text: string) => {
    const all = words(text);
    return all.slice(7).map((_, at) => all.slice(at, at + 8).join(' '));
  };
  const source = new Set(seed.kept.flatMap(({ text }) => runs(text)));
  expect(runs(rawOf('battle-for-pokrovsk')).filter((run) => source.has(run))).toEqual([]);
});
