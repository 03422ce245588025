// A state folder whose database is up to date, made once in a run and copied after that: migrating takes longer than
// the start itself.

import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { migrate } from '../../src/cli/migrations.ts';
import { findRunFolder } from './run-folder.ts';

/** Spares the next start on this folder the migrations. */
export async function copyMigratedFolder(to: string): Promise<void> {
  const ready = join(findRunFolder(), 'migrated');
  const claimed = join(findRunFolder(), 'migrating');
  while (!existsSync(ready)) {
    if (!claim(claimed)) {
      await sleep(50);
      continue;
    }
    try {
      // Another process may have finished in between.
      if (existsSync(ready)) break;
      const migrated = await migrate(claimed);
      if (!migrated.ok) throw new Error(migrated.error);
      renameSync(claimed, ready);
    } finally {
      rmSync(claimed, { recursive: true, force: true });
    }
  }
  cpSync(ready, to, { recursive: true });
}

function claim(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}
