// What a person sees of the mail, in a real browser: phone and desktop, light and dark, and by axe-core's rules.

import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/clean/index.ts';
import { fillTemplate } from '../../src/render/index.ts';
import { reportFrom } from '../digest/report-from.ts';
import { seedReport } from '../digest/seed.ts';
import { issueOf } from '../render/issue.ts';
import { launchBrowser } from '../support/browser.ts';

const pair = [
  { kind: 'question', text: 'متى تغادر آخر عبّارة؟' },
  { kind: 'answer', text: 'في الساعة 18:40.' },
];
const arabic = reportFrom(
  { lang: 'ar', title: 'ميناء صغير ينتظر عبّارته', kept: [{ kind: 'dek', text: 'توقفت العبّارة.' }, ...pair] },
  { dir: 'rtl', sources: ['Harbour Board'], meta: { url: 'https://example.com/a', source: 'Example' } },
);
const hostile = reportFrom({
  title: `<script>alert(1)</script> ${'x'.repeat(200)}`,
  kept: [
    { kind: 'paragraph', text: `https://example.com/${'y'.repeat(200)}` },
    { kind: 'list-item', text: 'z'.repeat(200) },
    { kind: 'editor', text: 'A correction.' },
  ],
});
const mails: readonly [string, readonly Report[]][] = [
  ['one story', [seedReport]],
  ['several stories in two directions', [seedReport, arabic]],
  ['a right-to-left story', [arabic]],
  ['a hostile story', [hostile]],
];

const launched = await launchBrowser();
afterAll(async () => launched?.close());

type Look = { width: number; scheme: 'light' | 'dark' };

async function see(reports: readonly Report[], { width, scheme }: Look, look: (page: Page) => Promise<void>) {
  const context = await launched?.browser.newContext({
    viewport: { width, height: 800 },
    colorScheme: scheme,
  });
  if (context === undefined) return;
  const page = await context.newPage();
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('dialog', () => requests.push('a script ran'));
  await page.setContent(fillTemplate((await issueOf(reports)).template, 'ZXhhbXBsZQ.c2ln').html);
  await look(page);
  await context.close();
  expect(requests).toEqual([]);
}

const phone: Look = { width: 360, scheme: 'light' };
const night: Look = { width: 800, scheme: 'dark' };

describe.skipIf(launched === null).each(mails)('%s', (_, reports) => {
  it.each<Look>([phone, { ...phone, scheme: 'dark' }, { ...night, scheme: 'light' }, night])(
    'has no violation of axe-core at $width px in $scheme',
    async (look) => {
      await see(reports, look, async (page) => {
        await page.evaluate(axe.source);
        const { violations } = await page.evaluate(() =>
          (globalThis as unknown as { axe: typeof axe }).axe.run(document),
        );
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      });
    },
  );

  it('needs no sideways scrolling on a phone', async () => {
    await see(reports, phone, async (page) => {
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    });
  });

  it('shows one h1', async () => {
    await see(reports, phone, async (page) => {
      expect(await page.locator('h1:visible').count()).toBe(1);
    });
  });
});

describe.skipIf(launched === null)('the mail of the seed', () => {
  const colours = (page: Page) =>
    page.evaluate(() => {
      const of = (selector: string) => getComputedStyle(document.querySelector(selector) as Element);
      return { sheet: of('.sheet').backgroundColor, ink: of('h1').color, body: of('body').backgroundColor };
    });
  const brightness = (colour: string) =>
    (colour.match(/\d+/g) ?? []).slice(0, 3).reduce((sum, n) => sum + +n, 0) / 3;

  it('is dark with light letters in dark mode, and the other way round in light', async () => {
    await see([seedReport], night, async (page) => {
      const { sheet, ink, body } = await colours(page);
      expect([sheet, body].map(brightness).every((value) => value < 40)).toBe(true);
      expect(brightness(ink)).toBeGreaterThan(200);
    });
    await see([seedReport], { ...night, scheme: 'light' }, async (page) => {
      const { sheet, ink } = await colours(page);
      expect(brightness(sheet)).toBeGreaterThan(240);
      expect(brightness(ink)).toBeLessThan(50);
    });
  });

  it('shows links that can be told from text without colour, and leads to the way out', async () => {
    await see([seedReport], phone, async (page) => {
      const link = page.getByRole('link', { name: 'Unsubscribe from The Second Read' });
      expect(await link.isVisible()).toBe(true);
      expect(await link.getAttribute('href')).toBe('https://second-read.example/unsubscribe/ZXhhbXBsZQ.c2ln');
      expect(await link.evaluate((a) => getComputedStyle(a).textDecorationLine)).toBe('underline');
    });
  });

  it('keeps the preheader out of sight', async () => {
    await see([seedReport], phone, async (page) => {
      expect(await page.getByText(seedReport.dek ?? '').count()).toBe(2);
      expect(
        await page
          .getByText(seedReport.dek ?? '')
          .filter({ visible: true })
          .count(),
      ).toBe(1);
    });
  });

  it('sets lines of about 60 to 70 letters on a desktop', async () => {
    await see([seedReport], { ...night, scheme: 'light' }, async (page) => {
      const letters = await page.getByText('Pokrovsk is a strategic target').evaluate((paragraph) => {
        const range = document.createRange();
        range.selectNodeContents(paragraph);
        return (paragraph.textContent?.length ?? 0) / range.getClientRects().length;
      });
      expect(letters).toBeGreaterThan(56);
      expect(letters).toBeLessThan(74);
    });
  });

  it('leads from the list of stories to each of them', async () => {
    await see([seedReport, arabic], { ...night, scheme: 'light' }, async (page) => {
      await page.getByRole('link', { name: arabic.title ?? '' }).click();
      const box = await page.getByRole('heading', { name: arabic.title ?? '' }).boundingBox();
      expect(box?.y).toBeGreaterThanOrEqual(0);
      expect(box?.y).toBeLessThan(800);
    });
  });
});
