// A folder for everything that a test run stores and its files share. It is deleted when the run ends, with anything
// that a failed test has left.

import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const NAME = 'COPYDESK_RUN_FOLDER';
const MEMORY = '/dev/shm';
const ENOUGH_BYTES = 500e6;

/** The system's own temporary folder, where programs may be run; in memory they often may not. */
export const DISK = process.env['COPYDESK_DISK'] ?? tmpdir();

/** Before the tests: their processes inherit where to store things. */
export default function makeRunFolder(): () => void {
  const path = make(hasMemoryToSpare() ? MEMORY : DISK);
  process.env['COPYDESK_DISK'] = DISK;
  process.env['TMPDIR'] = path;
  return () => remove(path);
}

/** Outside of a test run: one of this process. */
export function findRunFolder(): string {
  const given = process.env[NAME];
  if (given !== undefined) return given;
  const path = make(DISK);
  process.once('exit', () => remove(path));
  return path;
}

function make(where: string): string {
  const path = mkdtempSync(join(where, 'copydesk-run-'));
  process.env[NAME] = path;
  return path;
}

const remove = (path: string): void => rmSync(path, { recursive: true, force: true, maxRetries: 5 });

/** Hundreds of small databases would wait for a busy disk. */
function hasMemoryToSpare(): boolean {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize > ENOUGH_BYTES;
  } catch {
    return false;
  }
}
