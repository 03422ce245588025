// The pictures in the README. They are taken anew with `KEEP_PICTURES=1 npm test -- --project browser pictures`,
// to be looked at and committed; without it this only sees that none is missing and none is left over.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { publication } from '../../content/publication.ts';
import { clean } from '../../src/clean/index.ts';
import { IssuePage } from '../../src/http/site/issue.view.tsx';
import { writeIssueStyle } from '../../src/http/site/issue-style.ts';
import { LedgerPage } from '../../src/http/site/ledger.view.tsx';
import { fillTemplate, readPalette } from '../../src/render/index.ts';
import { editionFrom } from '../http/api/issues/editions.ts';
import { issueOf } from '../render/issue.ts';
import { launchBrowser } from '../support/browser.ts';
import { arabic } from './extremes.ts';

const FOLDER = new URL('../../.github/pictures/', import.meta.url);
const RAW = readFileSync(new URL('../../content/reports/night-clinics.txt', import.meta.url), 'utf8');

type Picture = {
  readonly name: string;
  readonly draw: () => string | Promise<string>;
  readonly width: number;
  readonly height: number;
  readonly scheme: 'light' | 'dark';
  /** What to scroll to. */
  readonly at?: string;
};

const mailOf = async (reports: Parameters<typeof issueOf>[0]) =>
  fillTemplate((await issueOf(reports)).template, 'ZXhhbXBsZQ.c2ln').html;

function sampleReport() {
  const report = clean(RAW);
  if (!report.ok) throw new Error(report.error.message);
  return { ...report.value, meta: { ...report.value.meta, sample: false } };
}

/** A page brings its style sheet by a link; alone it needs it inside. */
const styled = (html: string): string =>
  html.replace('</head>', `<style>${writeIssueStyle(readPalette(publication))}</style></head>`);

const sample = () => mailOf([sampleReport()]);
const phone = { width: 360, height: 740 };
const desktop = { width: 800, height: 1000 };
const faq = 'text=Questions and answers';

const PICTURES: readonly Picture[] = [
  ...(['light', 'dark'] as const).flatMap((scheme): Picture[] => [
    { name: `mail-phone-${scheme}`, draw: sample, ...phone, scheme },
    { name: `mail-phone-faq-${scheme}`, draw: sample, ...phone, scheme, at: faq },
    { name: `mail-desktop-${scheme}`, draw: sample, ...desktop, scheme },
  ]),
  { name: 'mail-arabic', draw: () => mailOf([arabic]), ...phone, scheme: 'light' },
  {
    name: 'web',
    draw: () => styled(String(IssuePage({ edition: editionFrom(RAW) }))),
    ...desktop,
    scheme: 'light',
  },
  {
    name: 'ledger',
    draw: () => styled(String(LedgerPage({ edition: editionFrom(RAW) }))),
    ...desktop,
    scheme: 'light',
  },
];

// Free typefaces in the place of those that a system brings: Gelasio is as wide as Georgia, letter by letter.
const { resolve } = createRequire(import.meta.url);
const face = (family: string, file: string, weight: number, range = 'U+0-10FFFF') =>
  `@font-face { font-family: ${family}; font-weight: ${weight}; unicode-range: ${range}; src: url(data:font/woff2;base64,${readFileSync(resolve(`@fontsource/${file}.woff2`)).toString('base64')}); }`;
const faces = (): string =>
  [400, 700]
    .flatMap((weight) => [
      face('Charter', `gelasio/files/gelasio-latin-${weight}-normal`, weight),
      ...['Charter', 'Roboto'].map((family) =>
        face(
          family,
          `noto-naskh-arabic/files/noto-naskh-arabic-arabic-${weight}-normal`,
          weight,
          'U+0600-06FF',
        ),
      ),
    ])
    .join('\n');

const launched = process.env['KEEP_PICTURES'] ? await launchBrowser() : null;
afterAll(async () => launched?.close());

it('are all there, and no more', async () => {
  if (launched !== null) {
    mkdirSync(FOLDER, { recursive: true });
    const style = faces();
    for (const picture of PICTURES)
      writeFileSync(new URL(`${picture.name}.webp`, FOLDER), await take(launched.browser, picture, style));
  }
  expect(readdirSync(FOLDER).sort()).toEqual(PICTURES.map(({ name }) => `${name}.webp`).sort());
});

async function take(browser: Browser, picture: Picture, style: string): Promise<Buffer> {
  const { width, height, scheme, at } = picture;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    deviceScaleFactor: width > 500 ? 1 : 1.5,
  });
  const page = await context.newPage();
  await page.setContent(await picture.draw());
  await page.addStyleTag({ content: style });
  await page.evaluate(() => document.fonts.ready);
  if (at !== undefined)
    await page
      .locator(at)
      .first()
      .evaluate((element) => scrollTo(0, element.getBoundingClientRect().top - 40));
  const webp = await toWebp(page, await page.screenshot());
  await context.close();
  return webp;
}

/** The browser itself is the encoder. */
async function toWebp(page: Page, png: Buffer): Promise<Buffer> {
  const url = await page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    canvas.getContext('2d')?.drawImage(image, 0, 0);
    return canvas.toDataURL('image/webp', 0.85);
  }, png.toString('base64'));
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
}
