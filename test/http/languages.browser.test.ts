// The readers' pages in each language: in a real browser, on a phone. LOOK=folder keeps a picture of each.

import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { languages } from '../../content/copy.ts';
import type { Subscriber } from '../../src/store/index.ts';
import { findViolations } from '../support/axe.ts';
import { type Launched, launchBrowser } from '../support/browser.ts';

const PHONE = { width: 360, height: 740 };
// A digit at its head is what flips first.
const ADDRESS = '7th.reader-with-a-long-name@mail.a-rather-long-domain-for-a-small-screen.example.org';

let launched: Launched | null;
let page: Page;

beforeAll(async () => {
  launched = await launchBrowser();
}, 120_000);
afterAll(async () => launched?.close());
beforeEach(async ({ skip }) => {
  if (launched === null) return skip();
  page = await (await launched.browser.newContext({ viewport: PHONE })).newPage();
});
afterEach(async () => page?.context().close());

const reader = (state: Subscriber['state']) =>
  ({
    id: '1',
    email: ADDRESS,
    name: null,
    state,
    frequency: 'every',
    createdAt: 0,
    changedAt: 0,
  }) as Subscriber;

/** Every page as a publication in that language shows it, with its style sheet inside. */
async function drawPages(language: string): Promise<[name: string, html: string][]> {
  vi.resetModules();
  vi.doMock('../../content/publication.ts', async (actual) => {
    const given = (await actual()) as typeof import('../../content/publication.ts');
    const foot = { imprint: 'Second Read Ltd\nNo. 12', privacy: 'https://second-read.example/privacy' };
    return { ...given, publication: { ...given.publication, ...foot, language } };
  });
  const { publication } = await import('../../content/publication.ts');
  const { writePageStyle } = await import('../../src/http/views/style.ts');
  const { readPalette } = await import('../../src/render/index.ts');
  const style = writePageStyle(readPalette(publication));
  const { Home } = await import('../../src/http/site/home.view.tsx');
  const { requestedPage, SubscribePage } = await import('../../src/http/readers/subscribe.view.tsx');
  const { ConfirmPage, confirmedPage, DeadLinkPage } = await import(
    '../../src/http/readers/confirm.view.tsx'
  );
  const { ReturnedPage, UnsubscribePage } = await import('../../src/http/readers/unsubscribe.view.tsx');
  const { DataPage, eraseSurePage } = await import('../../src/http/readers/data-link.view.tsx');
  const { linkSentPage, PreferencesPage } = await import('../../src/http/readers/preferences.view.tsx');
  const { answerNotFound } = await import('../../src/http/errors.ts');
  const drawn = {
    home: Home({ publication, local: false }),
    subscribe: SubscribePage({ email: 'reader@', refused: true }),
    asked: requestedPage(),
    confirm: ConfirmPage({ email: ADDRESS, frequency: 'weekly' }),
    confirmed: confirmedPage({ email: ADDRESS, frequency: 'weekly' }),
    dead: DeadLinkPage(),
    leave: UnsubscribePage({ subscriber: reader('active'), token: 't' }),
    left: UnsubscribePage({ subscriber: reader('unsubscribed'), token: 't' }),
    returned: ReturnedPage({ subscriber: { ...reader('active'), frequency: 'weekly' }, token: 't' }),
    'erase-sure': eraseSurePage(),
    preferences: PreferencesPage({
      reader: { ...reader('active'), frequency: 'weekly' },
      token: 't',
      weekly: publication.weekly,
      saved: true,
    }),
    'link-sent': linkSentPage(reader('active'), null),
    'link-later': linkSentPage(reader('active'), Date.parse('2026-11-23T14:05Z')),
    'own-data': DataPage({ reader: reader('active'), refused: true }),
    missing: await (await new Hono().notFound(answerNotFound).request('/nothing')).text(),
  };
  const pages = Object.entries(drawn).map(([name, html]): [string, string] => [
    name,
    withStyle(String(html), style),
  ]);
  return [...pages, ...(await drawIssue(language))];
}

const REPORTS: Readonly<Record<string, string>> = {
  ar: 'blind-b--19-ar-water-faq',
  ja: 'blind-c--40-ja-tetsudo-faq',
};

async function drawIssue(language: string): Promise<[string, string][]> {
  const report = REPORTS[language];
  if (report === undefined) return [];
  const { editionFrom } = await import('./api/issues/editions.ts');
  const { IssuePage } = await import('../../src/http/site/issue.view.tsx');
  const { LedgerPage } = await import('../../src/http/site/ledger.view.tsx');
  const { writeIssueStyle } = await import('../../src/http/site/issue-style.ts');
  const { readPalette } = await import('../../src/render/index.ts');
  const edition = editionFrom(
    readFileSync(new URL(`../fixtures/clean/${report}/raw.txt`, import.meta.url), 'utf8'),
  );
  const style = writeIssueStyle(readPalette(edition.publication));
  return [
    ['issue', withStyle(String(IssuePage({ edition })), style)],
    ['ledger', withStyle(String(LedgerPage({ edition })), style)],
  ];
}

/** A page brings its style sheet by a link; alone it needs it inside. */
const withStyle = (html: string, style: string): string =>
  html.replace('</head>', () => `<style>${style}</style></head>`);

it.each(languages)('in %s every page fits a phone and says which way it runs', async (language) => {
  for (const [name, html] of await drawPages(language)) {
    await page.setContent(html);
    if (process.env['LOOK'])
      await page.screenshot({ path: `${process.env['LOOK']}/${language}-${name}.png`, fullPage: true });
    const { scrollWidth, dir } = await page.evaluate(() => {
      const { scrollWidth, dir } = document.documentElement;
      return { scrollWidth, dir };
    });
    expect(scrollWidth, name).toBeLessThanOrEqual(PHONE.width);
    expect(dir, name).toBe(language === 'ar' ? 'rtl' : 'ltr');
  }
});

// The others differ from the English pages in their words alone.
it('from right to left axe-core finds no fault', async () => {
  for (const [name, html] of await drawPages('ar')) {
    await page.setContent(html);
    expect(await findViolations(page), name).toEqual([]);
  }
});

/** Where the first and the last character of a text stand. */
const endsOf = (text: string): Promise<{ first: number; last: number } | null> =>
  page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.nodeValue?.indexOf(wanted) ?? -1;
      if (at === -1) continue;
      const leftOf = (offset: number): number => {
        const range = document.createRange();
        range.setStart(node, offset);
        range.setEnd(node, offset + 1);
        return range.getBoundingClientRect().left;
      };
      return { first: leftOf(at), last: leftOf(at + wanted.length - 1) };
    }
    return null;
  }, text);

it('an address keeps its order between words that run the other way', async () => {
  const pages = new Map(await drawPages('ar'));
  // Wide, so that it stands on one line.
  await page.setViewportSize({ width: 1600, height: 800 });
  for (const name of ['confirm', 'confirmed', 'leave', 'left', 'preferences', 'link-sent']) {
    await page.setContent(pages.get(name) ?? '');
    const ends = await endsOf('7…@mail');
    expect(ends?.first, name).toBeLessThan(ends?.last ?? 0);
  }
  await page.setContent(pages.get('own-data') ?? '');
  expect(await page.locator('input[type=email]').evaluate((input) => getComputedStyle(input).direction)).toBe(
    'ltr',
  );
});
