// Records test/fixtures/stored/statements.sql anew: `node test/support/stored/record-statements.ts`. It runs the
// tests that lead to all statements of src/store, and keeps what it prepared meanwhile, a statement a line.

import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../local-copy.ts';

const TESTS = [
  ...['test/store', 'test/flow', 'test/deliver/jurisdiction'],
  ...['api', 'desk', 'readers', 'site'].map((folder) => `test/http/${folder}`),
];

const { status, stdout } = spawnSync(
  process.execPath,
  [
    join(ROOT, 'node_modules/vitest/vitest.mjs'),
    ...['run', '--config', 'test/vitest.config.ts', '--project', 'worker', ...TESTS],
  ],
  {
    cwd: ROOT,
    env: { ...process.env, PRINT_STATEMENTS: 'true' },
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
    maxBuffer: 1e9,
  },
);
if (status !== 0) throw new Error(stdout);
const statements = new Set([...stdout.matchAll(/STATEMENT (.+)$/gm)].map(([, sql]) => sql));
writeFileSync(join(ROOT, 'test/fixtures/stored/statements.sql'), `${[...statements].sort().join('\n')}\n`);
