// Tables that an older version made, in the middle of a run.

import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, it } from 'vitest';
import { migrate } from '../../src/deliver/schema.ts';
import { ISSUE, inWorld, NOON, SHA, TEMPLATE, World } from './world.ts';

it('a run that began under the first version goes on, to those who get every issue', async () => {
  const stub = env.POSTMASTER.get(env.POSTMASTER.idFromName('schema'));
  await runInDurableObject(stub, async (_, { storage }) => {
    await storage.deleteAll();
    migrate(storage, 1);
    storage.sql.exec(
      `INSERT INTO runs (run_id, issue_id, sha256, template, audience, max_activation, total, state, reason,
         cursor, next_batch, sent, read_at, tell_at, started_at)
       VALUES ('run-1', ?1, ?2, ?3, 'all', 150, 150, 'paused', 'The key was refused.', '100', 2, 100, ?4, ?4, ?4)`,
      ISSUE,
      SHA,
      JSON.stringify(TEMPLATE),
      NOON,
    );
    const world = new World(storage);
    world.join(150);
    world.switch(120, 'weekly');
    await world.office.resume(ISSUE);
    await world.runUntil();
    expect(world.received()).toEqual({ ...world.onceEach(101, 119), ...world.onceEach(121, 150) });
    expect(world.provider.inboxes.get('reader101@example.com')?.[0]?.subject).toBe(TEMPLATE.subject);
    expect(world.office.progress(ISSUE)).toMatchObject({ state: 'sent', total: 150, sent: 149 });
  });
});

it(
  'an older deploy does not turn the version of the tables back',
  inWorld(async (world) => {
    world.rows('UPDATE schema_version SET version = version + 1');
    const before = world.rows('SELECT version FROM schema_version');
    migrate(world.storage);
    expect(world.rows('SELECT version FROM schema_version')).toEqual(before);
  }),
);
