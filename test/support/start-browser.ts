// Starts the browser of a run. Linux: the Chromium that comes from npm, so that no system browser is needed.
// Elsewhere: the installed Chrome. None: a failure in CI, a notice locally.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserServer, chromium as playwright } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import type {} from './browser.ts';
import { DISK } from './run-folder.ts';

type Started = { readonly server: BrowserServer; readonly folder: string | null };

export default async function startBrowser(project: TestProject): Promise<() => Promise<void>> {
  const started = await tryToStart();
  project.provide('browserAddress', started?.server.wsEndpoint() ?? null);
  return async () => {
    await started?.server.close();
    if (started?.folder != null) rmSync(started.folder, { recursive: true, force: true, maxRetries: 5 });
  };
}

async function tryToStart(): Promise<Started | null> {
  try {
    return process.platform === 'linux' ? await startFromNpm() : await startInstalled();
  } catch (cause) {
    if (process.env['CI']) throw new Error('No browser could be started, and CI needs one.', { cause });
    console.warn(`No browser could be started, so nothing is looked at: ${cause}`);
    return null;
  }
}

// Ctrl-C is for the test runner, which ends this process.
const options = { host: '127.0.0.1', handleSIGINT: false, timeout: 120_000 };

const startInstalled = async (): Promise<Started> => ({
  server: await playwright.launchServer({ ...options, channel: 'chrome' }),
  folder: null,
});

async function startFromNpm(): Promise<Started> {
  // It unpacks itself there: a folder of its own, so that two test runs never share half a browser.
  const folder = mkdtempSync(join(DISK, 'copydesk-browser-'));
  const ours = { ...process.env };
  try {
    process.env['TMPDIR'] = folder;
    // Its own libraries (libnss3 and others) are unpacked only if it believes to be in that environment.
    process.env['AWS_EXECUTION_ENV'] = 'AWS_Lambda_nodejs22.x';
    const { default: chromium } = await import('@sparticuz/chromium');
    const executablePath = await chromium.executablePath();
    // Its list of fonts names /tmp/fonts; without this one no text would be visible.
    writeFileSync(
      join(folder, 'fonts', 'fonts.conf'),
      `<?xml version="1.0"?><fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>`,
    );
    process.env['FONTCONFIG_PATH'] = join(folder, 'fonts');
    const server = await playwright.launchServer({
      ...options,
      executablePath,
      // The package's own list of arguments crashes at the second context.
      args: ['--no-sandbox'],
    });
    return { server, folder };
  } finally {
    // This environment was for the browser; the tests' processes get the one that we were started with.
    for (const name of Object.keys(process.env)) if (!(name in ours)) delete process.env[name];
    Object.assign(process.env, ours);
  }
}
