// What readers see of a whole page: the cuts from its story, and of the rest no more than how much there was.

import { describe, expect, it } from 'vitest';
import { cleanSource, type Format } from '../../src/clean/source.ts';
import type { Entry } from '../../src/digest/index.ts';
import { accountFor } from '../../src/digest/reader-ledger.ts';

const MENU =
  'Home,World,Politics,Business,Sport,Culture,Weather,Video,Podcasts,Sign in,Search,Newsletters'.split(',');
const FOOTER = 'About us,Contact,Careers,Advertise,Privacy,Cookies,Terms,Sitemap,Help,RSS,Jobs,Archive'.split(
  ',',
);
const TEASERS = Array.from({ length: 12 }, (_, n) => `Mayor of town ${n + 1} opens new bridge`);
const STORY = [
  'The ferry between Harrow and the islands was cancelled on Monday after its engine failed in the harbour.',
  'About 400 passengers had to wait until the evening, when a second ship arrived from the mainland.',
  'The company said that the engine had been inspected in September and that nothing had been found.',
  'ALSO READ: Ten lighthouse walks, ranked',
  'Passengers who had booked for Monday can use their tickets on any ship until the end of the month.',
  'About 400 passengers had to wait until the evening, when a second ship arrived from the mainland.',
  'The harbour authority will publish a report on the failure before the end of the year, it said.',
  'A second engine failed two years ago on the same route, and the ship was repaired within a week.',
];
const COMMENTS = [
  'Peter Meier',
  'Reply',
  'peter.meier@mail.example',
  'I was on it. Never again!',
  'Ana',
  'Reply',
  'Report',
  'Like',
];

const text = [
  ...MENU,
  'Ferry cancelled',
  '',
  ...STORY.flatMap((line) => [line, '']),
  ...COMMENTS,
  ...TEASERS,
  ...FOOTER,
].join('\n');
const list = (lines: readonly string[], name: string): string =>
  `<ul class="${name}">${lines.map((line) => `<li><a href="https://tracker.example/${encodeURIComponent(line)}" onclick="steal('x')">${line}</a></li>`).join('')}</ul>`;
const html =
  `<html><head><title>Ferry cancelled</title><script>var secret = "sk-live-1";</script></head><body>${list(MENU, 'menu')}` +
  `<article><h1>Ferry cancelled</h1>${STORY.map((line) => `<p data-author="mail@person.example">${line}</p>`).join('<!-- ad -->')}</article>` +
  `<div hidden>Hidden Harry</div><section class="comments">${COMMENTS.map((line) => `<div>${line}</div>`).join('')}</section>` +
  `${list(TEASERS, 'teasers')}<footer>${list(FOOTER, 'foot')}</footer></body></html>`;

async function account(raw: string, format: Format): Promise<readonly Entry[]> {
  const report = await cleanSource({ raw, format });
  if (!report.ok) throw new Error(report.error.reason);
  return accountFor(report.value, { raw, format });
}

describe.each([
  ['a pasted page', text, 'text'],
  ['an HTML page', html, 'html'],
] as const)('of %s readers', (_, raw, format) => {
  it('see its repeats and its labelled promos', async () => {
    const cuts = (await account(raw, format)).filter(
      ({ reason, count }) => reason !== undefined && count === undefined,
    );
    const texts = cuts.map(({ text }) => text);
    expect(texts).toContain(STORY[1]);
    expect(texts.some((line) => line.includes('Ten lighthouse walks'))).toBe(true);
  });

  it('see no menu, comment, address, link or script', async () => {
    const told = JSON.stringify(await account(raw, format));
    for (const word of [
      ...MENU,
      ...FOOTER,
      'Meier',
      '@',
      'Never again',
      'tracker.example',
      'href',
      'secret',
      'Harry',
      'ad --',
      'Mayor of town',
    ])
      expect(told).not.toContain(word);
  });

  it('see how many lines there were above the story and below it', async () => {
    const counted = (await account(raw, format)).filter(({ count }) => count !== undefined);
    const lines = counted.filter(({ reason }) => reason === 'boilerplate');
    expect(lines).toHaveLength(2);
    expect(lines[0]?.count).toBeGreaterThanOrEqual(MENU.length);
    expect(lines.reduce((sum, { count = 0 }) => sum + count, 0)).toBeGreaterThan(30);
    expect(counted.some(({ reason, count = 0 }) => reason === 'markup' && count > 50)).toBe(
      format === 'html',
    );
  });

  it('see the printed passages whole and in order', async () => {
    const printed = (await account(raw, format))
      .filter(({ reason }) => reason === undefined)
      .map(({ text }) => text);
    expect(printed).toEqual(['Ferry cancelled', ...STORY.filter((_line, i) => i !== 3 && i !== 5)]);
  });
});

it('a cut sentence inside the story is shown without the addresses in it', () => {
  const passage = (text: string, role: 'dek' | 'paragraph' | 'dropped') => ({
    ...{ start: 0, end: 1, rule: 'clutter', text, role },
    ...(role === 'dropped' ? { reason: 'boilerplate' as const } : {}),
  });
  const cut =
    'Write to news@paper.example or see https://paper.example/tips or www.paper.example if you know more.';
  const ledger = [
    passage('One.', 'dek'),
    passage(cut, 'dropped'),
    passage('Reply', 'dropped'),
    passage('Two.', 'paragraph'),
  ];
  const shown = accountFor({ ledger: [...ledger, passage(cut, 'dropped')] }, { raw: 'x', format: 'html' });
  expect(shown.map(({ text, count }) => count ?? text)).toEqual([
    'One.',
    'Write to … or see … or … if you know more.',
    1,
    'Two.',
    1,
  ]);
});

it('a short report without a page around it is shown whole', async () => {
  const raw = `Ferry cancelled\n\n${STORY[0]}\n\nAdvertisement\n\n${STORY[1]}\n`;
  expect((await account(raw, 'text')).map(({ text }) => text)).toEqual([
    'Ferry cancelled',
    STORY[0],
    'Advertisement',
    STORY[1],
  ]);
});
