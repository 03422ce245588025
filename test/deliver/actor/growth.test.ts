// A run does not become slower, or dearer in rows, the more of it is done.

import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, it } from 'vitest';
import type { Storage } from '../../../src/deliver/tables/storage.ts';
import { ISSUE, World } from '../world.ts';

it('a batch reads as few rows after thousands of settled ones as after none', async () => {
  const stub = env.POSTMASTER.get(env.POSTMASTER.idFromName('growth'));
  await runInDurableObject(stub, async (_, { storage }) => {
    await storage.deleteAll();
    let cursors: SqlStorageCursor<Record<string, SqlStorageValue>>[] = [];
    const counting: Storage = {
      sql: {
        exec: (query: string, ...bindings: unknown[]) => {
          const cursor = storage.sql.exec(query, ...bindings);
          cursors.push(cursor);
          return cursor;
        },
      } as SqlStorage,
      transactionSync: (work) => storage.transactionSync(work),
      sync: () => storage.sync(),
    };
    const world = new World(counting);
    world.join(10_500);
    await world.tick();
    /** The next batch is refused and split, and pieces and progress are looked at too. */
    const readRows = async (): Promise<number> => {
      cursors = [];
      world.provider.faults = [{ kind: 'error', status: 422, name: 'validation_error' }];
      const calls = world.provider.calls.length;
      for (let n = 0; n < 4 && world.provider.calls.length < calls + 5; n += 1) await world.fireAlarm();
      world.postmaster.progress(ISSUE);
      await world.postmaster.reportAgain(ISSUE);
      await world.postmaster.confirmSent(ISSUE, 'nobody');
      const rows = cursors.reduce((sum, cursor) => sum + cursor.rowsRead, 0);
      return rows / (world.provider.calls.length - calls);
    };
    const first = await readRows();
    world.rows(
      `WITH RECURSIVE n (i) AS (SELECT 100000 UNION ALL SELECT i + 1 FROM n WHERE i < 103000)
       INSERT INTO batches (run_id, number, root, state, size, ids, next_at)
       SELECT run_id, i, i, 'sent', 0, '[]', 0 FROM n, runs`,
    );
    expect(await readRows()).toBeLessThan(1.5 * first);
  });
});
