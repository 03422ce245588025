// A folder for what the files of one run share. It goes when the run ends.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const NAME = 'COPYDESK_RUN_FOLDER';

/** Before the tests: their processes inherit its path. */
export default function makeRunFolder(): () => void {
  const path = mkdtempSync(join(tmpdir(), 'copydesk-run-'));
  process.env[NAME] = path;
  // The tool is started a dozen times, and is large to compile.
  process.env['NODE_COMPILE_CACHE'] ??= join(path, 'compiled');
  return () => rmSync(path, { recursive: true, force: true, maxRetries: 5 });
}

/** Outside of a test run: one of this process. */
export function findRunFolder(): string {
  if (process.env[NAME] === undefined) process.once('exit', makeRunFolder());
  return process.env[NAME] ?? '';
}
