import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/clean/report.ts';
import { compose, lengthsOf, shorten } from '../../src/digest/index.ts';
import { leastBytes } from '../../src/render/fit.ts';
import { reportFrom } from '../digest/report-from.ts';
import { seedReport } from '../digest/seed.ts';
import { extremes, prose } from '../emails/extremes.ts';
import { issueOf, options } from './issue.ts';

const MAX = 90_000;
const paragraphs = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ kind: 'paragraph', text: `No. ${n + 1}: ${prose(80, n)}.` }));
const pairs = (count: number) =>
  Array.from({ length: count }, (_, n) => [
    { kind: 'question', text: `Question no. ${n + 1}?` },
    { kind: 'answer', text: `Answer no. ${n + 1}: ${prose(80, n)}.` },
  ]).flat();
const opening = { kind: 'dek', text: 'The opening.' };
const long = reportFrom({ title: 'A long story', kept: [opening, ...paragraphs(250), ...pairs(5)] });
const count = (html: string, words: string) => html.split(words).length - 1;
const codes = (findings: readonly { code: string }[]) => findings.map(({ code }) => code);

describe('a mail that would be too long', () => {
  it('stops between two passages, says how many are left, and leads to the place on the web', async () => {
    const { template, preflight } = await issueOf([long], { slug: 'a-long-story-0a1b2c3d' });
    const printed = count(template.html, '>No. ');
    expect(printed).toBeGreaterThan(100);
    expect(printed).toBeLessThan(250);
    for (let n = 1; n <= printed; n += 1) expect(template.html).toContain(`>No. ${n}: ${prose(80, n - 1)}.<`);
    expect(template.html).toContain(`this mail stops here: ${250 - printed} more passages are on the web.`);
    expect(template.html).toContain(
      'href="https://second-read.example/issues/a-long-story-0a1b2c3d#story-1-rest"',
    );
    expect(preflight).toMatchObject({ ok: true });
    expect(codes(preflight.warnings)).toContain('cut-for-length');
  });

  it('fills most of the room it has, measured with the longest link in it', async () => {
    const { preflight } = await issueOf([long]);
    expect(preflight.htmlBytes).toBeLessThanOrEqual(MAX);
    expect(preflight.htmlBytes).toBeGreaterThan(MAX - 4000);
  });

  it('keeps the questions, the sources, the receipt and the way out, below the cut', async () => {
    const { html } = (await issueOf([long])).template;
    const order = ['on the web.', 'Questions and answers', 'Answer no. 5:', 'What was cut', '/unsubscribe/'];
    const at = order.map((words) => html.lastIndexOf(words));
    expect(at.every((place) => place > 0)).toBe(true);
    expect(at).toEqual([...at].sort((a, b) => a - b));
  });

  it('has every word in its text part', async () => {
    const { text } = (await issueOf([long])).template;
    const flat = text.replace(/\s+/g, ' ');
    for (let n = 1; n <= 250; n += 1) expect(flat).toContain(`No. ${n}: ${prose(80, n - 1)}.`);
    expect(text).not.toContain('stops here');
  });

  it('cuts questions only when they are too long by themselves, and says how many are left', async () => {
    const { template, preflight } = await issueOf([
      reportFrom({
        title: 'T',
        kept: [opening, ...paragraphs(3), ...pairs(300)],
      }),
    ]);
    const printed = count(template.html, '>Answer no. ');
    expect(printed).toBeGreaterThan(70);
    expect(template.html).toContain(`${300 - printed} more questions are answered on the web.`);
    expect(template.html).toContain('#story-1-answers"');
    expect(template.html).toContain('>The opening.</p>');
    expect(template.html).toContain('this mail stops here: 3 more passages are on the web.');
    expect(preflight.ok).toBe(true);
    expect(count(template.text, '\nA: Answer no. ')).toBe(300);
  });

  it('leaves a short story whole beside a long one', async () => {
    const { html } = (await issueOf([long, seedReport])).template;
    for (const { blocks } of seedReport.sections)
      for (const { text } of blocks) expect(html).toContain(text.replaceAll("'", '&#x27;'));
    expect(count(html, 'this mail stops here')).toBe(1);
  });

  it('leaves no heading above nothing', async () => {
    const parts = Array.from({ length: 40 }, (_, n) => [
      { kind: 'heading', text: `Part ${n}` },
      { kind: 'paragraph', text: `${prose(600, n)}.` },
    ]).flat();
    const { html } = (await issueOf([reportFrom({ title: 'T', kept: [opening, ...parts] })])).template;
    const places = Array.from(html.matchAll(/>(Part \d+|[^<]{2000,}\.)</g), ([, words]) =>
      words?.slice(0, 5),
    );
    expect(places.length).toBeGreaterThan(10);
    places.forEach((words, n) => {
      expect(words === 'Part ').toBe(n % 2 === 0);
    });
    expect(places.length % 2).toBe(0);
  });

  it('stays whole and is refused where there is no page to read on', async () => {
    const publication = { ...options.publication, issuesOnWeb: false };
    const { template, preflight } = await issueOf([long], { publication });
    expect(count(template.html, '>No. ')).toBe(250);
    expect(codes(preflight.problems)).toEqual(['html-too-long']);
  });

  it('is cut at the same place every time', async () => {
    expect((await issueOf([long])).template).toEqual((await issueOf([structuredClone(long)])).template);
  });

  it('is refused when its text part alone is more than a database row holds', async () => {
    const report = reportFrom({ title: 'T', kept: [{ kind: 'paragraph', text: prose(300_000) }] });
    expect(codes((await issueOf([report])).preflight.problems)).toEqual(['mail-too-large']);
  });
});

it.each(extremes)('knows without rendering how long a mail is at the very least: %s', async (_, reports) => {
  const whole = { ...options.publication, issuesOnWeb: false };
  const { preflight } = await issueOf(reports, { publication: whole });
  expect(leastBytes(compose(reports, { lang: 'en' }))).toBeLessThan(preflight.htmlBytes);
});

it.each(extremes)('keeps within 90 KB: %s', async (_, reports) => {
  const { preflight } = await issueOf(reports);
  expect(preflight.htmlBytes).toBeLessThanOrEqual(MAX);
  expect(codes(preflight.problems)).not.toContain('html-too-long');
});

describe('shortening', () => {
  const digest = compose([seedReport, long], { lang: 'en' });

  it('changes nothing when there is room for everything', () => {
    expect(shorten(digest, lengthsOf(digest))).toEqual(digest);
    expect(shorten(digest, {})).toEqual(digest);
  });

  it('takes the beginning, and counts what it leaves, whatever the room', () => {
    const flat = (story: (typeof digest.stories)[number]) => [
      ...story.sections.flatMap(({ heading, blocks }) => [
        ...(heading === null ? [] : [heading]),
        ...blocks.map(({ text }) => text),
      ]),
    ];
    fc.assert(
      fc.property(fc.nat(150_000), fc.nat(3000), (body, faq) => {
        shorten(digest, { body, faq }).stories.forEach((story, index) => {
          const whole = digest.stories[index]!;
          const kept = flat(story);
          expect(flat(whole).slice(0, kept.length)).toEqual(kept);
          expect(story.faq).toEqual(whole.faq.slice(0, story.faq.length));
          expect(story.rest ?? { passages: 0, questions: 0 }).toEqual({
            passages: flat(whole).length - kept.length,
            questions: whole.faq.length - story.faq.length,
          });
        });
      }),
      { numRuns: 60 },
    );
  });
});

it('reads an editor’s words as theirs, in the mail and in its text part', async () => {
  const report: Report = reportFrom({ title: 'T', kept: [{ kind: 'editor', text: 'We were wrong.' }] });
  const { html, text } = (await issueOf([report])).template;
  expect(html).toMatch(/Editor’s note<\/p><p[^>]*>We were wrong\./);
  expect(text).toContain('[Editor’s note: We were wrong.]');
});
