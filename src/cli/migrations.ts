// Migrates the local database. That takes seconds, so it runs only if the migrations changed.

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '../result.ts';
import { ROOT } from './options.ts';

const FOLDER = join(ROOT, 'src/store/migrations');

export async function migrate(stateFolder: string): Promise<Result<void, string>> {
  const marker = join(stateFolder, 'migrated');
  const wanted = hashMigrations();
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return ok(undefined);
  const child = spawn(
    process.execPath,
    [
      join(ROOT, 'node_modules/wrangler/bin/wrangler.js'),
      ...['d1', 'migrations', 'apply', 'DB', '--local', '--persist-to', stateFolder],
    ],
    // Without a terminal, and with CI set, wrangler asks no questions.
    {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, CI: 'true', WRANGLER_SEND_METRICS: 'false' },
    },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) return err(`The database could not be migrated.\n${output}`);
  writeFileSync(marker, wanted);
  return ok(undefined);
}

function hashMigrations(): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(FOLDER).sort()) hash.update(file).update(readFileSync(join(FOLDER, file)));
  return hash.digest('hex');
}
