// What a reader sees of an issue on the web: phone and desktop, light and dark, and on paper.

import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { HtmlValidate } from 'html-validate';
import type { BrowserContext, Dialog, Page, Request } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { publication } from '../../../content/publication.ts';
import { IssuePage } from '../../../src/http/site/issue.view.tsx';
import type { Edition } from '../../../src/http/site/issue-frame.view.tsx';
import { writeIssueStyle } from '../../../src/http/site/issue-style.ts';
import { LedgerPage } from '../../../src/http/site/ledger.view.tsx';
import { readPalette } from '../../../src/render/index.ts';
import { findViolations } from '../../support/axe.ts';
import { launchBrowser } from '../../support/browser.ts';
import { editionFrom, editions } from '../api/issues/editions.ts';

const SAMPLE = readFileSync(new URL('../../../content/reports/night-clinics.txt', import.meta.url), 'utf8');
const style = writeIssueStyle(readPalette(publication));
const drawn = (edition: Edition): (readonly [string, string])[] => [
  ['page', String(IssuePage({ edition }))],
  ['ledger', String(LedgerPage({ edition }))],
];

const sample = editionFrom(SAMPLE);
const pages = [...editions, ['a sample report', sample] as const].flatMap(([name, edition]) =>
  drawn(edition).map(([kind, html]) => [`the ${kind} of ${name}`, html] as const),
);

const launched = await launchBrowser();
afterAll(async () => launched?.close());

type Look = { width: number; scheme: 'light' | 'dark' };

// A context for each look, since making one takes longer than most of what is done in it.
const contexts = new Map<string, Promise<BrowserContext | undefined>>();
// And a page for each look on which one html after the other is judged, since axe-core stays on it.
const courts = new Map<string, Promise<Page | undefined>>();

const phone: Look = { width: 360, scheme: 'light' };
const desktop: Look = { width: 1000, scheme: 'light' };

const ORIGIN = 'https://second-read.example';
const PAGE = '/issues/a-subject-0a1b2c3d';
const STYLE = '/issues/style.css';

/** Opens the address of an issue, where `html` stands. */
async function openPage(html: string, { width, scheme: colorScheme }: Look): Promise<Page | undefined> {
  const viewport = { width, height: 800 };
  const name = JSON.stringify({ width, colorScheme });
  if (!contexts.has(name))
    contexts.set(name, Promise.resolve(launched?.browser.newContext({ viewport, colorScheme })));
  const page = await (await contexts.get(name))?.newPage();
  await page?.route('**', (route) =>
    new URL(route.request().url()).pathname === STYLE
      ? route.fulfill({ contentType: 'text/css', body: style })
      : route.fulfill({ contentType: 'text/html', body: html }),
  );
  return page;
}

async function see(html: string, look: Look, check: (page: Page) => Promise<void>) {
  const page = await openPage(html, look);
  if (page === undefined) return;
  const asked = await watch(page, async () => {
    await page.goto(`${ORIGIN}${PAGE}`);
    await check(page);
  });
  await page.close();
  expect(asked).toEqual([PAGE, STYLE]);
}

async function openCourt(look: Look): Promise<Page | undefined> {
  const page = await openPage('', look);
  await page?.goto(`${ORIGIN}${PAGE}`);
  return page;
}

async function judge(html: string, look: Look) {
  const name = JSON.stringify(look);
  if (!courts.has(name)) courts.set(name, openCourt(look));
  const page = await courts.get(name);
  if (page === undefined) return;
  const asked = await watch(page, async () => {
    // A page with the style sheet of the one before would not ask for it.
    await page.setContent(html.replace(STYLE, `${STYLE}?${randomUUID()}`));
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    expect(await findViolations(page)).toEqual([]);
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(look.width);
  });
  expect(asked).toEqual([STYLE]);
}

/** @returns what the page asked for meanwhile. */
async function watch(page: Page, act: () => Promise<void>): Promise<string[]> {
  const asked: string[] = [];
  const noteRequest = (request: Request) => void asked.push(new URL(request.url()).pathname);
  const noteDialog = (dialog: Dialog) => {
    asked.push('a script ran');
    return dialog.dismiss();
  };
  page.on('request', noteRequest).on('dialog', noteDialog);
  try {
    await act();
  } finally {
    page.off('request', noteRequest).off('dialog', noteDialog);
  }
  return asked;
}

describe.skipIf(launched === null)('axe-core, one h1, no sideways scrolling', () => {
  it.each(pages)('on a phone in the dark: %s', (_, html) => judge(html, { width: 360, scheme: 'dark' }));
  it.each(drawn(sample))('on a desktop in the light: the %s of a sample report', (_, html) =>
    judge(html, desktop),
  );
});

/** Rule of html-validate -> why a page breaks it. */
const MARKUP_EXCEPTIONS = {
  'void-style': 'JSX writes <br/>, which is the same element in HTML.',
  'long-title': 'The title is the subject of the mail.',
};

it.each(pages)('html-validate finds nothing wrong with %s', async (_, html) => {
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
    rules: {
      ...Object.fromEntries(Object.keys(MARKUP_EXCEPTIONS).map((rule) => [rule, 'off'])),
      'require-sri': ['error', { target: 'crossorigin' }],
    },
  });
  const { results } = await validator.validateString(html);
  const found = results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message }) => `${ruleId}: ${message}`),
  );
  expect(found).toEqual([]);
});

describe.skipIf(launched === null)('the page of a sample report', () => {
  const html = drawn(sample)[0]?.[1] ?? '';

  it('keeps answers closed until they are asked for, and opens them by keyboard', async () => {
    await see(html, phone, async (page) => {
      const answer = page.getByText('Every night from 6 p.m.');
      expect(await answer.isVisible()).toBe(false);
      await page.getByText('Which nights are they open?').focus();
      await page.keyboard.press('Enter');
      expect(await answer.isVisible()).toBe(true);
    });
  });

  it('is printed with every answer open, in black on white, without what only a screen needs', async () => {
    await see(html, { width: 800, scheme: 'dark' }, async (page) => {
      await page.emulateMedia({ media: 'print' });
      for (const answer of [
        'No. The clinics see people',
        'Every night from 6 p.m.',
        'Nothing. A prescription',
      ]) {
        const box = await page.getByText(answer).boundingBox();
        expect(box?.height).toBeGreaterThan(10);
      }
      const colours = await page.evaluate(() => {
        const { backgroundColor, color } = getComputedStyle(document.body);
        return { backgroundColor, color };
      });
      expect(colours).toEqual({ backgroundColor: 'rgb(255, 255, 255)', color: 'rgb(35, 32, 28)' });
    });
  });

  it('lets who goes by keyboard skip the masthead', async () => {
    await see(html, phone, async (page) => {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#text');
      expect(await page.getByRole('link', { name: 'To the text' }).boundingBox()).toMatchObject({ x: 16 });
    });
  });

  it('sets lines of about 60 to 70 letters on a desktop', async () => {
    await see(html, desktop, async (page) => {
      const letters = await page.getByText('The reviewers followed 11,600').evaluate((paragraph) => {
        const range = document.createRange();
        range.selectNodeContents(paragraph);
        return (paragraph.textContent?.length ?? 0) / range.getClientRects().length;
      });
      expect(letters).toBeGreaterThan(56);
      expect(letters).toBeLessThan(74);
    });
  });
});

it('marks an editor’s words as the editor’s', () => {
  const [, edition] = editions.find(([name]) => name === 'every kind of block')!;
  expect(String(IssuePage({ edition }))).toContain(
    'role="note"><p class="label accent">Editor’s note</p><p>We asked the clinics',
  );
});

it.skipIf(launched === null)('opens the answer to which a mail’s link leads', async () => {
  const [, edition] = editions.find(([name]) => name === 'an FAQ too long by itself')!;
  await see(String(IssuePage({ edition })), phone, async (page) => {
    await page.evaluate(() => {
      location.hash = '#story-1-answers';
    });
    const place = page.locator('#story-1-answers');
    await place.waitFor({ state: 'visible' });
    expect(await page.locator('details[open]').count()).toBe(1);
  });
});
