// Three projects: `pure` runs in Node, `worker` in workerd with the real D1 and Durable Object, `browser` in
// Node with a real Chromium.

import { execFileSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));
execFileSync(process.execPath, ['src/cli/index-reports.ts'], { cwd: root });

// Generous: a test says what holds, not how fast; the bench does that.
const patience = { testTimeout: 120_000, hookTimeout: 120_000 };

// Two on two processors too: what a test waits for is often another process.
const maxWorkers = Math.max(2, availableParallelism() - 1);

const inNode = ['test/**/*.node.test.ts'];
const inBrowser = ['test/**/*.browser.test.ts'];

// For test/support/stored/record-statements.ts.
const printsStatements = process.env['PRINT_STATEMENTS'] ? ['test/support/stored/print-statements.ts'] : [];

// As in the deployed bundle: React's production build has no development runtime for JSX.
const oxc = { jsx: { development: false } } as const;

const pickEnv = (...names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));

export default defineConfig(async () => ({
  root,
  test: {
    globalSetup: 'test/support/run-folder.ts',
    projects: [
      {
        root,
        test: {
          ...patience,
          maxWorkers,
          // Files share a process: they ask pure functions, or processes of their own, and none mocks a module.
          isolate: false,
          name: 'pure',
          include: [
            'test/*.test.ts',
            'test/{crypto,clean,digest,render,issue,clock,emails,content}/**/*.test.{ts,tsx}',
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
            // The source itself; wrangler.toml names what is built of it.
            main: `${root}src/index.ts`,
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
          maxWorkers,
          // Files share a workerd, whose stores are emptied before each; none mocks a module.
          isolate: false,
          name: 'worker',
          // An object that logs after its test has ended would wait for vitest to take the line, and never end.
          disableConsoleIntercept: true,
          env: {
            NODE_ENV: 'production',
            // How long test/http/fuzz takes, and what it repeats.
            ...pickEnv('FUZZ_REQUESTS', 'FUZZ_SEED'),
          },
          include: ['test/{store,deliver,http,flow}/**/*.test.ts'],
          exclude: [...inNode, ...inBrowser],
          setupFiles: ['test/support/fresh-stores.ts', ...printsStatements],
        },
      },
      {
        root,
        test: {
          ...patience,
          maxWorkers,
          name: 'browser',
          include: inBrowser,
          globalSetup: 'test/support/start-browser.ts',
        },
      },
    ],
  },
}));
