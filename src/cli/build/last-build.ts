// What a running copy serves when a source is saved with a mistake in it: what it served before. Wrangler would hold
// back every request until the mistake is mended, so a build that fails after a good one tells `npm start` instead,
// through a file, and leaves the modules as they are.

import { existsSync, readFileSync, rmSync, unwatchFile, watchFile, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Names the file to the build; set by `npm start` alone. */
const VARIABLE = 'COPYDESK_LAST_BUILD';
const POLL_MS = 300;

/** For the build. */
export function noteBuild(): void {
  const file = process.env[VARIABLE];
  if (file !== undefined) writeFileSync(file, '[]');
}

/** For the build. @returns whether there is an earlier one in this run that can go on. */
export function keepLastBuild(mistakes: readonly string[]): boolean {
  const file = process.env[VARIABLE];
  if (file === undefined || !existsSync(file)) return false;
  writeFileSync(file, JSON.stringify(mistakes));
  return true;
}

export type LastBuild = {
  readonly environment: Readonly<Record<string, string>>;
  /** @param show is given what to print whenever a save breaks the sources, and when they are whole again. */
  readonly watch: (show: (text: string) => void) => void;
  readonly end: () => void;
};

/** For `npm start`: no build of an earlier run counts. */
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

/** A file that is being written is looked at again. */
function read(file: string): string | null {
  try {
    const text = readFileSync(file, 'utf8');
    return text.endsWith(']') ? text : null;
  } catch {
    return null;
  }
}
