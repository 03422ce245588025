// The real browser for the tests that look at what a person sees: one for a whole run, since unpacking and starting it
// takes longer than most tests. Each test opens contexts of its own, which share nothing.

import { type Browser, type Locator, chromium as playwright } from 'playwright-core';
import { inject } from 'vitest';

export type Launched = { readonly browser: Browser; readonly close: () => Promise<void> };

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the browser of this run listens. */
    browserAddress: string | null;
  }
}

/** @returns null when there is no browser and this is not CI; the caller skips then. */
export async function launchBrowser(): Promise<Launched | null> {
  const address = inject('browserAddress');
  if (address === null) return null;
  const browser = await playwright.connect(address);
  return { browser, close: () => browser.close() };
}

/** Clicks something that leads to another page, and waits for that page: a click alone returns before. */
export async function press(link: Locator): Promise<void> {
  await Promise.all([link.page().waitForEvent('load'), link.click()]);
}
