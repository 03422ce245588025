// What a person sees of the mail, in a real browser: phone and desktop, light and dark, and by axe-core's rules.

import type { BrowserContext, Dialog, Page, Request } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { fillTemplate } from '../../src/render/index.ts';
import { seedReport } from '../digest/seed.ts';
import { partOf } from '../digest/week.ts';
import { issueOf, renderWeek } from '../render/issue.ts';
import { findViolations } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { arabic, extremes, week } from './extremes.ts';
import { letters } from './letters.ts';

const htmlOf = async (reports: Parameters<typeof issueOf>[0]) =>
  fillTemplate((await issueOf(reports)).template, 'ZXhhbXBsZQ.c2ln').html;

const mails: (readonly [string, string])[] = [
  ...(await Promise.all(extremes.map(async ([name, reports]) => [name, await htmlOf(reports)] as const))),
  [
    'a round-up',
    fillTemplate((await renderWeek(week.map((issue, n) => partOf(n + 1, issue)))).template, 'x.y').html,
  ],
  ...letters.map(([name, template]) => [name, template.html] as const),
];

const launched = await launchBrowser();
afterAll(async () => launched?.close());

type Look = { width: number; scheme: 'light' | 'dark' };

// A context for each look, since making one takes longer than most of what is done in it.
const contexts = new Map<string, Promise<BrowserContext | undefined>>();
// And a page for each look on which one mail after the other is judged, since axe-core stays on it.
const courts = new Map<string, Promise<Page | undefined>>();

async function openPage({ width, scheme: colorScheme }: Look): Promise<Page | undefined> {
  const viewport = { width, height: 800 };
  const name = JSON.stringify({ width, colorScheme });
  if (!contexts.has(name))
    contexts.set(name, Promise.resolve(launched?.browser.newContext({ viewport, colorScheme })));
  return (await contexts.get(name))?.newPage();
}

async function see(html: string, look: Look, check: (page: Page) => Promise<void>) {
  const page = await openPage(look);
  if (page === undefined) return;
  await show(page, html, check);
  await page.close();
}

async function judge(html: string, look: Look) {
  const name = JSON.stringify(look);
  if (!courts.has(name)) courts.set(name, openPage(look));
  const page = await courts.get(name);
  if (page === undefined) return;
  await show(page, html, async () => {
    expect(await findViolations(page)).toEqual([]);
    expect(await page.locator('h1:visible').count()).toBe(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(look.width);
  });
}

/** A mail asks for nothing, and runs no script. */
async function show(page: Page, html: string, check: (page: Page) => Promise<void>) {
  const asked: string[] = [];
  const noteRequest = (request: Request) => void asked.push(request.url());
  const noteDialog = (dialog: Dialog) => {
    asked.push('a script ran');
    return dialog.dismiss();
  };
  page.on('request', noteRequest).on('dialog', noteDialog);
  try {
    await page.setContent(html);
    await check(page);
  } finally {
    page.off('request', noteRequest).off('dialog', noteDialog);
  }
  expect(asked).toEqual([]);
}

const phone: Look = { width: 360, scheme: 'light' };
const night: Look = { width: 800, scheme: 'dark' };

describe.skipIf(launched === null).each(mails)('%s', (_, html) => {
  it.each<Look>([phone, night])(
    'has no violation of axe-core at $width px in $scheme, one h1 in sight, and no sideways scrolling',
    (look) => judge(html, look),
  );
});

const seed = await htmlOf([seedReport]);

describe.skipIf(launched === null)('the mail of the seed', () => {
  const colours = (page: Page) =>
    page.evaluate(() => {
      const of = (selector: string) => getComputedStyle(document.querySelector(selector) as Element);
      return { sheet: of('.sheet').backgroundColor, ink: of('h1').color, body: of('body').backgroundColor };
    });
  const brightness = (colour: string) =>
    (colour.match(/\d+/g) ?? []).slice(0, 3).reduce((sum, n) => sum + +n, 0) / 3;

  it('is dark with light letters in dark mode, and the other way round in light', async () => {
    await see(seed, night, async (page) => {
      const { sheet, ink, body } = await colours(page);
      expect([sheet, body].map(brightness).every((value) => value < 40)).toBe(true);
      expect(brightness(ink)).toBeGreaterThan(200);
    });
    await see(seed, { ...night, scheme: 'light' }, async (page) => {
      const { sheet, ink } = await colours(page);
      expect(brightness(sheet)).toBeGreaterThan(240);
      expect(brightness(ink)).toBeLessThan(50);
    });
  });

  it('shows links that can be told from text without colour, and leads to the way out', async () => {
    await see(seed, phone, async (page) => {
      const link = page.getByRole('link', { name: 'Unsubscribe from The Second Read' });
      expect(await link.isVisible()).toBe(true);
      expect(await link.getAttribute('href')).toBe('https://second-read.example/unsubscribe/ZXhhbXBsZQ.c2ln');
      expect(await link.evaluate((a) => getComputedStyle(a).textDecorationLine)).toBe('underline');
    });
  });

  it('keeps the preheader out of sight', async () => {
    await see(seed, phone, async (page) => {
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
    await see(seed, { ...night, scheme: 'light' }, async (page) => {
      const letters = await page.getByText('Pokrovsk is a strategic target').evaluate((paragraph) => {
        const range = document.createRange();
        range.selectNodeContents(paragraph);
        return (paragraph.textContent?.length ?? 0) / range.getClientRects().length;
      });
      expect(letters).toBeGreaterThan(56);
      expect(letters).toBeLessThan(74);
    });
  });

  it('mirrors a story that is written from right to left', async () => {
    await see(await htmlOf([arabic]), { ...night, scheme: 'light' }, async (page) => {
      const edges = (selector: string) =>
        page
          .locator(selector)
          .first()
          .evaluate((element) => {
            const { left, right } = element.getBoundingClientRect();
            return { left, right, align: getComputedStyle(element).textAlign };
          });
      const main = await edges('[role=main]');
      const list = await edges('ul');
      const quote = await edges('blockquote p');
      expect((await edges('h1')).align).toBe('right');
      expect(list.left).toBe(main.left);
      expect(list.right).toBeLessThan(main.right);
      expect(quote.left).toBe(main.left);
      expect(quote.right).toBeLessThan(main.right);
    });
  });

  it('leads from the list of stories to each of them', async () => {
    await see(await htmlOf([seedReport, arabic]), { ...night, scheme: 'light' }, async (page) => {
      await page.getByRole('link', { name: arabic.title ?? '' }).click();
      const box = await page.getByRole('heading', { name: arabic.title ?? '' }).boundingBox();
      expect(box?.y).toBeGreaterThan(-1);
      expect(box?.y).toBeLessThan(800);
    });
  });
});
