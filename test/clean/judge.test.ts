// The judge: what it may cut, and when it keeps silent.

import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { cleanHtml } from '../../src/clean/html.ts';
import { columnsOf } from '../../src/clean/judge/columns.ts';
import { FEATURES, featuresOf } from '../../src/clean/judge/features.ts';
import { SURE } from '../../src/clean/judge/index.ts';
import { withStretch } from '../../src/clean/judge/stretch.ts';
import { ENGLISH } from '../../src/clean/judge/weights/english.gen.ts';
import { MARKUP } from '../../src/clean/judge/weights/markup.gen.ts';
import { SHAPES } from '../../src/clean/judge/weights/shapes.gen.ts';
import { cleaned, printed } from './cleaned.ts';

const MENU = [
  'Home',
  'World',
  'Politics',
  'Business',
  'Sport',
  'Culture',
  'Weather',
  'Video',
  'Podcasts',
  'Sign in',
];
const FOOTER = [
  'About us',
  'Contact',
  'Careers',
  'Advertise',
  'Privacy',
  'Cookies',
  'Terms',
  'Sitemap',
  'Help',
  'RSS',
];
const TEASERS = Array.from({ length: 12 }, (_, n) => `Mayor of town ${n + 1} opens new bridge`);

const STORY = [
  'The ferry between Harrow and the islands was cancelled on Monday after its engine failed in the harbour.',
  'About 400 passengers had to wait until the evening, when a second ship arrived from the mainland.',
  'The company said that the engine had been inspected in September and that nothing had been found.',
  'Passengers who had booked for Monday can use their tickets on any ship until the end of the month.',
  'The harbour authority will publish a report on the failure before the end of the year, it said.',
  'A second engine failed two years ago on the same route, and the ship was repaired within a week.',
];
const page = [
  ...MENU,
  ...TEASERS,
  'Ferry to the islands cancelled',
  '',
  ...STORY.flatMap((line) => [line, '']),
  ...TEASERS,
  ...FOOTER,
].join('\n');

describe('a page around a story', () => {
  it('goes, and the story stays whole', () => {
    const lines = printed(cleaned(page)).join('\n');
    for (const line of STORY) expect(lines).toContain(line);
    for (const word of ['Podcasts', 'Sitemap', 'Careers']) expect(lines).not.toContain(word);
  });

  it('is in the ledger line by line, each with what the judge saw and how sure it is', () => {
    const cuts = cleaned(page).ledger.filter(({ rule }) => rule === 'clutter');
    expect(cuts.length).toBeGreaterThan(15);
    for (const { reason, evidence, confidence, doubtful } of cuts) {
      expect(reason).toBe('boilerplate');
      const sure = Number(/\((\d+) % sure\)/.exec(evidence ?? '')?.[1]);
      expect(sure).toBe(Math.floor((confidence ?? 0) * 100));
      expect(confidence).toBeGreaterThanOrEqual(SURE);
      expect(doubtful).toBe((confidence ?? 0) < 0.85 || undefined);
    }
  });
});

describe('a page in HTML', () => {
  const html = (around: string) =>
    `<nav><ul>${MENU.map((word) => `<li><a href="/${word}">${word}</a>`).join('')}</ul></nav>
    <main><h1>Ferry to the islands cancelled</h1>${STORY.map((line) => `<p>${line}</p>`).join('\n')}</main>${around}`;

  it('needs fewer lines around its story than a text, since its markup tells them', () => {
    const result = cleanHtml(
      html('<footer><p><a href="/about">About us</a> <a href="/rss">RSS</a></footer>'),
    );
    if (!result.ok) throw new Error(result.error.reason);
    const lines = printed(result.value).join('\n');
    for (const line of STORY) expect(lines).toContain(line);
    for (const word of ['Podcasts', 'Sign in']) expect(lines).not.toContain(word);
    const menu = result.value.ledger.filter(({ rule }) => rule === 'clutter');
    expect(menu.length).toBeGreaterThan(5);
    expect(
      menu.some(({ evidence }) => evidence?.includes('all its words are links, in the navigation')),
    ).toBe(true);
  });

  it('without anything around its story comes out whole', () => {
    const result = cleanHtml(STORY.map((line) => `<p>${line}</p>`).join('\n'));
    if (!result.ok) throw new Error(result.error.reason);
    expect(printed(result.value)).toHaveLength(STORY.length);
  });
});

describe('the stretch of a story', () => {
  const odds = (...values: number[]) => Float64Array.from(values);
  const sizes = (count: number) => new Float32Array(count).fill(9);

  it('is the run of lines that speak for it: those outside are clutter sooner, those within it later', () => {
    const own = [-4, -4, 3, -2, 3, 3, -5, -5, -0.5];
    const seen = withStretch(odds(...own), sizes(own.length));
    expect([...seen].map((value, i) => value - (own[i] ?? 0))).toEqual([
      -1, -1, 0.5, 0.5, 0.5, 0.5, -1, -1, -1,
    ]);
  });

  it('may be empty', () => {
    expect([...withStretch(odds(), sizes(0))]).toEqual([]);
    expect([...withStretch(odds(-6, -6), sizes(2))]).toEqual([-7, -7]);
  });
});

describe('a passage in doubt', () => {
  it('is one that is printed though the judge is half sure that it is clutter', () => {
    const [first = ''] = STORY;
    const { ledger } = cleaned(page.replace(first, `${first}\n\nSkip to main content of the ferry page`));
    const printedOnes = ledger.filter(({ role }) => role !== 'dropped');
    for (const { confidence, doubtful } of printedOnes)
      expect(doubtful === true).toBe(confidence !== undefined);
    expect(printedOnes.filter(({ doubtful }) => doubtful).length).toBeGreaterThan(0);
  });

  it('is none in a text without a page around it', () => {
    const { ledger } = cleaned(STORY.join('\n\n'));
    expect(ledger.filter(({ doubtful }) => doubtful)).toEqual([]);
  });
});

describe('a table in the story of a page', () => {
  it('that was copied one cell a line stays', () => {
    const districts = ['Harbour', 'Mill', 'Hill', 'Station', 'Market', 'Abbey', 'Docks', 'Castle'];
    const cells = districts.flatMap((name, n) => [name, `${9 + n}.20`, `${10 + n}.10`, `${n + 1}.8%`]);
    const [first = '', ...rest] = STORY;
    const table = ['District', 'Rent 2025', 'Rent 2026', 'Change', ...cells].join('\n');
    const lines = printed(cleaned(page.replace(first, `${first}\n\n${table}`))).join('\n');
    for (const cell of cells) expect(lines).toContain(cell);
    for (const line of rest) expect(lines).toContain(line);
  });
});

describe('a text without a page around it', () => {
  it.each([
    ['a story', STORY.join('\n\n')],
    ['a story below a short menu', ['Home', 'World', 'Sport', '', ...STORY].join('\n\n')],
    [
      'a long list of short lines',
      Array.from({ length: 60 }, (_, n) => `- Ward ${n + 1}: ${n * 7} votes`).join('\n'),
    ],
  ])('is not judged: %s', (_, raw) => {
    expect(cleaned(raw).ledger.filter(({ rule }) => rule === 'clutter')).toEqual([]);
  });
});

describe('the weights', () => {
  it.each([
    ['shapes', SHAPES],
    ['words', ENGLISH],
    ['markup', MARKUP],
  ] as const)('of %s belong to this list of figures', (kind, weights) => {
    const hash = createHash('sha256').update(columnsOf(kind).join('\n')).digest('hex').slice(0, 16);
    expect(weights.features).toBe(hash);
  });

  it('get a row of as many figures for each line, whatever the text', () => {
    for (const texts of [[], ['a'], ['', '。', '港の最終便', 'مرحبا'], MENU]) {
      const { count, rows, sizes } = featuresOf(texts.map((text) => ({ text, gap: 0 })));
      expect(count).toBe(FEATURES.length);
      expect(rows).toHaveLength(texts.length * count);
      expect(sizes).toHaveLength(texts.length);
      expect(rows.every(Number.isFinite)).toBe(true);
    }
  });
});
