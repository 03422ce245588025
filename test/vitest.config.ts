// Three projects: `pure` runs in Node, `worker` in workerd with the real D1 and Durable Object, `browser` in
// Node with a real Chromium.

import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));
execFileSync(process.execPath, ['src/cli/index-reports.ts'], { cwd: root });

// Generous: a test says what holds, not how fast; the bench does that.
const patience = { testTimeout: 60_000, hookTimeout: 60_000 };

const inNode = ['test/**/*.node.test.ts'];
const inBrowser = ['test/**/*.browser.test.ts'];

// As in the deployed bundle: React's production build has no development runtime for JSX.
const oxc = { jsx: { development: false } } as const;

export default defineConfig(async () => ({
  root,
  test: {
    projects: [
      {
        root,
        test: {
          ...patience,
          name: 'pure',
          include: [
            'test/*.test.ts',
            'test/{clean,digest,render,emails,content}/**/*.test.{ts,tsx}',
            ...inNode,
          ],
          exclude: inBrowser,
        },
      },
      {
        root,
        oxc,
        plugins: [
          cloudflareTest({
            wrangler: { configPath: `${root}wrangler.toml` },
            miniflare: {
              bindings: {
                LOCAL: 'true',
                SITE_URL: 'http://copydesk.test',
                SIGNING_KEY: 'a-signing-key-for-tests-only',
                MIGRATIONS: await readD1Migrations(`${root}src/store/migrations`),
              },
            },
          }),
        ],
        test: {
          ...patience,
          name: 'worker',
          include: ['test/{store,deliver,http,flow}/**/*.test.ts'],
          exclude: [...inNode, ...inBrowser],
          setupFiles: ['test/support/migrate.ts'],
        },
      },
      {
        root,
        test: { ...patience, name: 'browser', include: inBrowser },
      },
    ],
  },
}));
