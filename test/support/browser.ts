// A real browser for the tests that look at what a person sees. Linux: the Chromium that comes from npm, so
// that no system browser is needed. Elsewhere: the installed Chrome. None: a failure in CI, a notice locally.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium as playwright } from 'playwright-core';

export type Launched = { readonly browser: Browser; readonly close: () => Promise<void> };

/** @returns null when there is no browser and this is not CI; the caller skips then. */
export async function launchBrowser(): Promise<Launched | null> {
  try {
    return process.platform === 'linux' ? await launchFromNpm() : await launchInstalled();
  } catch (cause) {
    if (process.env['CI']) throw new Error('No browser could be started, and CI needs one.', { cause });
    console.warn(`No browser could be started, so nothing is looked at: ${cause}`);
    return null;
  }
}

async function launchInstalled(): Promise<Launched> {
  const browser = await playwright.launch({ channel: 'chrome' });
  return { browser, close: () => browser.close() };
}

async function launchFromNpm(): Promise<Launched> {
  // It unpacks itself there: a folder of its own, so that two test runs never share half a browser.
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-browser-'));
  process.env['TMPDIR'] = folder;
  // Its own libraries (libnss3 and others) are unpacked only where it believes to be in that environment.
  process.env['AWS_EXECUTION_ENV'] = 'AWS_Lambda_nodejs22.x';
  const { default: chromium } = await import('@sparticuz/chromium');
  const executablePath = await chromium.executablePath();
  // Its list of fonts names /tmp/fonts; without this one no letter would show.
  writeFileSync(
    join(folder, 'fonts', 'fonts.conf'),
    `<?xml version="1.0"?><fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>`,
  );
  process.env['FONTCONFIG_PATH'] = join(folder, 'fonts');
  const browser = await playwright.launch({
    executablePath,
    // The package's own list of arguments crashes at the second context.
    args: ['--no-sandbox'],
  });
  return {
    browser,
    close: async () => {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
