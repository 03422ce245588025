// Gives every test file an empty, migrated database, a Postmaster without runs, and unused rate limits: the files share
// one workerd, since starting it takes longer than most of them.

import { applyD1Migrations, reset, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { POSTMASTER_NAME } from '../../src/deliver/index.ts';
import { networkLimitsOf } from '../../src/http/network.ts';

const countTables = () =>
  env.DB.prepare(`SELECT count(*) AS tables FROM sqlite_master WHERE name = 'd1_migrations'`).first('tables');

// An object that has slept for ten seconds keeps its storage at a reset, so all of them are woken first.
await countTables();
for (const limit of Object.values(networkLimitsOf(env))) await limit.limit({ key: 'nobody' });
await runInDurableObject(env.POSTMASTER.getByName(POSTMASTER_NAME), () => {});
await reset();
if ((await countTables()) !== 0) throw new Error('the database holds what another file has left');
await applyD1Migrations(env.DB, env.MIGRATIONS);

// The log of ordinary events would drown the names of the tests; faults are shown. Files share the console.
const quiet = Symbol.for('copydesk.quiet');
if (!(quiet in console)) {
  Object.defineProperty(console, quiet, { value: true });
  for (const level of ['log', 'warn', 'error'] as const) {
    const write = console[level];
    console[level] = (...line: unknown[]) => {
      const text = String(line[0]);
      if (!text.startsWith('{"event":') || text.startsWith('{"event":"fault"')) write(...line);
    };
  }
}
