// What an editor and a reader see in a browser, on a real local copy that has sent the sample.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findViolations } from '../../support/axe.ts';
import { type Launched, launchBrowser, press } from '../../support/browser.ts';
import {
  type LocalCopy,
  makeStateFolder,
  type StateFolder,
  startLocalCopy,
} from '../../support/local-copy.ts';

let state: StateFolder;
let copy: LocalCopy;
let launched: Launched | null;

beforeAll(async () => {
  state = makeStateFolder();
  [copy, launched] = await Promise.all([startLocalCopy({ stateFolder: state.path }), launchBrowser()]);
  await copy.untilPrinted('Ctrl-C stops everything');
});
afterAll(async () => {
  await launched?.close();
  await copy.kill();
  state.remove();
});

async function open(path: string): Promise<Page> {
  if (launched === null) throw new Error('there is no browser');
  const context = await launched.browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.goto(`${copy.url}${path}`);
  return page;
}

async function signIn(path: string): Promise<Page> {
  const page = await open(path);
  await page.getByLabel('Editor token').fill('dev');
  await press(page.getByRole('button', { name: 'Sign in' }));
  await page.waitForURL((address) => address.pathname !== '/desk/login');
  return page;
}

/** The mail in the frame is judged with the mails. */
const violations = (page: Page): Promise<string[]> => findViolations(page, { iframes: false });

beforeEach(({ skip }) => {
  if (launched === null) skip();
});

describe('in a browser', () => {
  it('the front page leads to the outbox by way of signing in, and the mail is shown as it is', async () => {
    const page = await open('/');
    expect(await violations(page)).toEqual([]);
    await press(page.getByRole('link', { name: 'Outbox' }));
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('Editor token').fill('dev');
    await press(page.getByRole('button', { name: 'Sign in' }));
    await page.waitForURL('**/desk/outbox');
    expect(await violations(page)).toEqual([]);
    await press(page.getByRole('cell').getByRole('link').first());
    const mail = page.frameLocator('iframe');
    expect(await mail.getByRole('heading', { level: 1 }).textContent()).toMatch(/\w/);
    const family = await mail
      .getByRole('heading', { level: 1 })
      .evaluate((node) => getComputedStyle(node).fontFamily);
    expect(family).toContain('serif');
    expect(await violations(page)).toEqual([]);
  });

  it('an editor sees the newest issue as an example reader gets it, and signs out', async () => {
    const page = await signIn('/desk/preview');
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    await page.goto(`${copy.url}/desk`);
    expect(await violations(page)).toEqual([]);
    await press(page.getByRole('button', { name: 'Sign out' }));
    await page.waitForURL('**/desk/login');
    await page.goto(`${copy.url}/desk`);
    expect(new URL(page.url()).pathname).toBe('/desk/login');
  });

  it('a reader leaves by the link in the mail, and comes back', async () => {
    const text = await (await copy.fetch('/desk/outbox/1/text')).text();
    const link = /\/unsubscribe\/\S+/.exec(text)?.[0] ?? '';
    const page = await open(link);
    expect(await violations(page)).toEqual([]);
    await press(page.getByRole('button', { name: 'Unsubscribe' }));
    await page.getByRole('heading', { name: 'You have left' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await press(page.getByRole('button', { name: 'Subscribe again' }));
    await page.getByRole('heading', { name: 'You are subscribed again' }).waitFor();
  });
});
