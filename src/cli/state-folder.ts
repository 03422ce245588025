// The state folder of a local copy: one process at a time may use it, and its signing key is made once.

import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { err, ok, type Result } from '../result.ts';

const BUSY = 5;

/**
 * Two copies on one folder would both run its alarms. SQLite's file lock belongs to the kernel and ends with the process,
 * so the lock of a killed process is free at once.
 */
export function lockStateFolder(folder: string): Result<{ readonly release: () => void }, string> {
  mkdirSync(folder, { recursive: true });
  const database = new DatabaseSync(join(folder, 'lock.sqlite'));
  try {
    database.exec('BEGIN EXCLUSIVE');
    return ok({ release: () => database.close() });
  } catch (error) {
    database.close();
    if ((error as { errcode?: number }).errcode !== BUSY) throw error;
    return err(
      `Another Copydesk already runs on ${folder}. Stop it, or start this one with its own folder and port: ` +
        'npm start -- --persist-to FOLDER --port N',
    );
  }
}

/** Links in sent mails must stay valid, so the key outlives the process. */
export function readSigningKey(folder: string): string {
  const file = join(folder, 'signing-key');
  if (!existsSync(file))
    writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  return readFileSync(file, 'utf8').trim();
}
