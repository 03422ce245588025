// Tables that an older version made, in the middle of a run.

import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, it } from 'vitest';
import { encodeTransactional, transactionalKey } from '../../../src/deliver/request/build.ts';
import { migrate } from '../../../src/deliver/tables/schema.ts';
import { HOUR, ISSUE, inWorld, NOON, SHA, TEMPLATE, World } from '../world.ts';

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
    await world.postmaster.resume(ISSUE);
    await world.runUntil();
    expect(world.received()).toEqual({ ...world.onceEach(101, 119), ...world.onceEach(121, 150) });
    expect(world.provider.inboxes.get('reader101@example.com')?.[0]?.subject).toBe(TEMPLATE.subject);
    expect(world.postmaster.progress(ISSUE)).toMatchObject({ state: 'sent', total: 150, sent: 149 });
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

it('a batch that was open under an older version keeps its addresses only if it is in doubt', async () => {
  const stub = env.POSTMASTER.get(env.POSTMASTER.idFromName('schema of batches'));
  await runInDurableObject(stub, async (_, { storage }) => {
    await storage.deleteAll();
    migrate(storage, 4);
    const sql = (text: string, ...values: unknown[]) => storage.sql.exec(text, ...values);
    sql(
      `INSERT INTO runs (run_id, issue_id, sha256, max_activation, total, state, cursor, is_read, next_batch,
         read_at, tell_at, started_at)
       VALUES ('run-1', ?1, ?2, 9, 6, 'sending', '6', 1, 4, ?3, ?3, ?3)`,
      ISSUE,
      SHA,
      NOON,
    );
    sql(`INSERT INTO templates VALUES ('run-1', ?)`, JSON.stringify(TEMPLATE));
    for (const [number, state, isAmbiguous, ids] of [
      [1, 'unknown', 1, [1, 2]],
      [2, 'waiting', 0, [3, 4]],
      [3, 'waiting', 1, [5, 6]],
    ] as const)
      sql(
        `INSERT INTO batches (run_id, number, root, state, is_ambiguous, size, ids, addresses, digest, tries,
           first_try_at, next_at)
         VALUES ('run-1', ?1, ?1, ?2, ?3, 2, ?4, ?5, 'd', 1, ?6, ?6)`,
        number,
        state,
        isAmbiguous,
        JSON.stringify(ids.map(String)),
        JSON.stringify(ids.map((id) => `reader${id}@example.com`)),
        NOON,
      );
    const world = new World(storage);
    world.join(6);
    expect(world.rows('SELECT number FROM batches WHERE addresses IS NOT NULL')).toEqual([{ number: 3 }]);
    await world.runUntil();
    expect(world.received()).toEqual(world.onceEach(3, 4));
    await world.postmaster.decide(ISSUE, { batch: 1, generation: 0, action: 'resend' });
    await world.runUntil();
    expect(world.received()).toEqual(world.onceEach(1, 4));
  });
});

it('transactional mails that were queued under an older version leave, and those that left are counted', async () => {
  const stub = env.POSTMASTER.get(env.POSTMASTER.idFromName('schema of messages'));
  await runInDurableObject(stub, async (_, { storage }) => {
    await storage.deleteAll();
    migrate(storage, 9);
    storage.sql.exec(
      `INSERT INTO messages (id, purpose, address_hash, address, template, token, state, next_at, created_at)
       VALUES ('new', 'confirmation', 'of new', 'new@example.com', ?1, 't', 'waiting', ?2, ?2)`,
      JSON.stringify(TEMPLATE),
      NOON,
    );
    storage.sql.exec(
      `INSERT INTO messages (id, purpose, address_hash, state, digest, tries, first_try_at, next_at, created_at)
       VALUES ('old', 'confirmation', 'of old', 'sent', 'd', 1, ?1, ?1, ?1)`,
      NOON - 60_000,
    );
    const world = new World(storage);
    await world.runUntil();
    expect(world.received()).toEqual({ 'new@example.com': 1 });
    const again = { template: TEMPLATE, token: 't', purpose: 'confirmation' } as const;
    const limit = { counter: 'of old', everyMs: 2 * HOUR, aDay: 3 };
    expect(await world.postmaster.sendOne({ ...again, id: 'again', to: 'old@example.com', limit })).toEqual({
      limitedUntil: NOON - 60_000 + 2 * HOUR,
    });
  });
});

it('transactional mails that were queued with a template of their own leave with the same bytes, under the same keys', async () => {
  const stub = env.POSTMASTER.get(env.POSTMASTER.idFromName('schema of templates'));
  await runInDurableObject(stub, async (_, { storage }) => {
    await storage.deleteAll();
    migrate(storage, 13);
    const mails = ['fresh', 'tried', 'doubted', 'called'].map((id, n) => ({
      id,
      to: `${id}@example.com`,
      purpose: (['confirmation', 'test', 'notice', 'confirmation'] as const)[n] ?? 'test',
      template: { ...TEMPLATE, subject: `Of ${id}` },
      token: `token-${id}`,
      state: id === 'called' ? 'calling' : 'waiting',
      isAmbiguous: id === 'doubted' ? 1 : 0,
      generation: id === 'fresh' ? 0 : n,
    }));
    const wanted: { key: string; body: string }[] = [];
    for (const { id, to, purpose, template, token, state, isAmbiguous, generation } of mails) {
      const { body, digest } = await encodeTransactional(template, { to, token, purpose });
      const isNew = id === 'fresh';
      storage.sql.exec(
        `INSERT INTO messages (id, purpose, address_hash, address, template, token, state, is_ambiguous, generation,
           digest, tries, first_try_at, account, next_at, created_at)
         VALUES (?1, ?2, '', ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, 'account-1', ?12, ?12)`,
        id,
        purpose,
        to,
        JSON.stringify(template),
        token,
        state,
        isAmbiguous,
        generation,
        isNew ? null : digest,
        isNew ? 0 : 1,
        isNew ? null : NOON - 60_000,
        NOON,
      );
      const key = await transactionalKey(id, generation, digest);
      wanted.push({ key, body: new TextDecoder().decode(body) });
      if (state === 'calling')
        storage.sql.exec(
          `INSERT INTO attempts (message_id, generation, idempotency_key, size, started_at) VALUES (?, ?, ?, 1, ?)`,
          id,
          generation,
          key,
          NOON - 60_000,
        );
    }
    const sent: typeof wanted = [];
    const world = new World(storage);
    world.provider.faultOf = ({ key, body }) => {
      sent.push({ key, body: new TextDecoder().decode(body) });
      return null;
    };
    await world.runUntil();
    expect(sent.sort((a, b) => a.key.localeCompare(b.key))).toEqual(
      wanted.sort((a, b) => a.key.localeCompare(b.key)),
    );
    expect(world.rows('SELECT id FROM messages WHERE template IS NOT NULL OR address IS NOT NULL')).toEqual(
      [],
    );
  });
});
