// When a source is saved with a mistake, a running copy goes on serving the last good build. Wrangler would hold back every
// request until the mistake is fixed. So a build that fails after a good one reports to `npm start` through a file, and
// leaves the modules as they are.

import { existsSync, readFileSync, rmSync, unwatchFile, watchFile, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The file's path, for the build; set by `npm start` only. */
const VARIABLE = 'COPYDESK_LAST_BUILD';
const POLL_MS = 300;

/** For the build. */
export function noteBuild(): void {
  const file = process.env[VARIABLE];
  if (file !== undefined) writeFileSync(file, '[]');
}

/** For the build. @returns whether an earlier build of this run can go on. */
export function keepLastBuild(mistakes: readonly string[]): boolean {
  const file = process.env[VARIABLE];
  if (file === undefined || !existsSync(file)) return false;
  writeFileSync(file, JSON.stringify(mistakes));
  return true;
}

export type LastBuild = {
  readonly environment: Readonly<Record<string, string>>;
  /** @param show prints a message when a save breaks the sources, and when they are right again. */
  readonly watch: (show: (text: string) => void) => void;
  readonly end: () => void;
};

/** For `npm start`: builds of earlier runs do not count. */
export function beginBuilds(stateFolder: string): LastBuild {
  const file = join(stateFolder, 'last-build.json');
  rmSync(file, { force: true });
  return {
    environment: { [VARIABLE]: file },
    watch(show) {
      let before = '[]';
      const look = (): void => {
        const now = read(file);
        if (now === null || now === before) return;
        before = now;
        const mistakes = JSON.parse(now) as string[];
        show(mistakes.length === 0 ? MENDED : [BROKEN, ...mistakes.map((one) => `  ${one}`)].join('\n'));
      };
      watchFile(file, { interval: POLL_MS }, look);
      look();
    },
    end: () => unwatchFile(file),
  };
}

const BROKEN = 'What was saved cannot be used. Copydesk goes on with what it had before:';
const MENDED = 'What was saved is in use.';

/** A file that is still being written is read again. */
function read(file: string): string | null {
  try {
    const text = readFileSync(file, 'utf8');
    return text.endsWith(']') ? text : null;
  } catch {
    return null;
  }
}
