import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  confirmSignup,
  countAudience,
  findSubscriber,
  highestActivation,
  type ImportRow,
  importSubscribers,
  listSubscribers,
  readAudience,
  readStillActive,
  requestSignup,
  resubscribe,
  type SubscriberState,
  unsubscribe,
} from '../../../src/store/index.ts';
import { emptyDatabase } from '../../support/empty-database.ts';

const db = env.DB;

const row = (email: string, state: ImportRow['state'] = 'active', name: string | null = null): ImportRow => ({
  email,
  name,
  state,
});

const everybody = () => listSubscribers(db, { limit: 1000 });
const byEmail = async (email: string) => (await everybody()).find((one) => one.email === email)!;
const setState = (email: string, state: SubscriberState) =>
  db.prepare('UPDATE subscribers SET state = ?2 WHERE email = ?1').bind(email, state).run();
const audience = async (maxActivation: number) =>
  (await readAudience(db, { afterId: '0', limit: 1000, maxActivation, filter: 'every' })).map(
    (one) => one.email,
  );

beforeEach(emptyDatabase);

describe('an import', () => {
  it('adds the rows in their order, in the state that they name', async () => {
    const counts = await importSubscribers(
      db,
      [row('b@x.org', 'active', 'Bo'), row('a@x.org', 'pending')],
      7,
    );
    expect(counts).toEqual({ added: 2, activated: 0, withdrawn: 0, unchanged: 0 });
    expect(await everybody()).toMatchObject([
      { email: 'b@x.org', name: 'Bo', state: 'active', createdAt: 7, changedAt: 7 },
      { email: 'a@x.org', name: null, state: 'pending' },
    ]);
  });

  it('changes nothing when it is repeated', async () => {
    const rows = [row('a@x.org', 'active', 'Ann'), row('b@x.org', 'pending')];
    await importSubscribers(db, rows, 7);
    const before = await everybody();
    expect(await importSubscribers(db, rows, 8)).toEqual({
      added: 0,
      activated: 0,
      withdrawn: 0,
      unchanged: 2,
    });
    expect(await everybody()).toEqual(before);
  });

  it('makes a pending reader active, with a new activation', async () => {
    await importSubscribers(db, [row('a@x.org', 'pending')], 7);
    const before = await highestActivation(db);
    expect(await importSubscribers(db, [row('a@x.org')], 8)).toEqual({
      added: 0,
      activated: 1,
      withdrawn: 0,
      unchanged: 0,
    });
    expect(await audience(before)).toEqual([]);
    expect(await audience(await highestActivation(db))).toEqual(['a@x.org']);
  });

  it.each(['unsubscribed', 'bounced', 'complained', 'suppressed'] as const)(
    'does not bring back who is %s',
    async (state) => {
      await importSubscribers(db, [row('a@x.org')], 7);
      await setState('a@x.org', state);
      expect(await importSubscribers(db, [row('a@x.org', 'active', 'Ann')], 8)).toMatchObject({
        unchanged: 1,
      });
      expect(await byEmail('a@x.org')).toMatchObject({ state });
    },
  );

  it.each([
    ['active', 'unsubscribed', 'unsubscribed'],
    ['active', 'bounced', 'bounced'],
    ['pending', 'suppressed', 'suppressed'],
    ['unsubscribed', 'complained', 'complained'],
    ['bounced', 'suppressed', 'suppressed'],
    ['suppressed', 'bounced', 'suppressed'],
    ['complained', 'unsubscribed', 'complained'],
    ['unsubscribed', 'pending', 'unsubscribed'],
  ] as const)('of who is %s here and %s in the file leaves them %s', async (here, given, then) => {
    await importSubscribers(db, [row('a@x.org', here)], 7);
    const counts = await importSubscribers(db, [row('a@x.org', given)], 8);
    expect(await byEmail('a@x.org')).toMatchObject({ state: then });
    expect(counts).toEqual({
      added: 0,
      activated: 0,
      withdrawn: then === here ? 0 : 1,
      unchanged: then === here ? 1 : 0,
    });
  });

  it('with a state that asks for no mail ends an open signup', async () => {
    for (const state of ['suppressed', 'unsubscribed'] as const) {
      const email = `${state}@x.org`;
      const signup = { email, source: 'form', wording: 'w', expiresAt: 99 };
      const id = (await requestSignup(db, signup, 1))!;
      const other = (await requestSignup(db, { ...signup, email: `other-${email}` }, 1))!;
      await importSubscribers(db, [row(email, state), row(`other-${email}`, 'pending')], 2);
      expect(await confirmSignup(db, id, 3)).toBeNull();
      expect(await byEmail(email)).toMatchObject({ state });
      expect(await confirmSignup(db, other, 3)).toMatchObject({ isDone: true });
    }
  });

  it('does not make an active reader pending', async () => {
    await importSubscribers(db, [row('a@x.org')], 7);
    await importSubscribers(db, [row('a@x.org', 'pending', 'Ann')], 8);
    expect(await byEmail('a@x.org')).toMatchObject({ state: 'active', name: 'Ann' });
  });

  it('adds a name where there was none, and keeps the one that is there', async () => {
    await importSubscribers(db, [row('a@x.org'), row('b@x.org', 'active', 'Bo')], 7);
    await importSubscribers(db, [row('a@x.org', 'active', 'Ann'), row('b@x.org', 'active', 'Bob')], 8);
    expect((await everybody()).map((one) => one.name)).toEqual(['Ann', 'Bo']);
    await importSubscribers(db, [row('cy@x.org', 'pending', 'Cy')], 9);
    await importSubscribers(db, [row('cy@x.org', 'active', 'Cyril')], 10);
    expect(await byEmail('cy@x.org')).toMatchObject({ state: 'active', name: 'Cy' });
  });

  it('stores 10,000 rows at once', async () => {
    const rows = Array.from({ length: 10_000 }, (_, n) =>
      row(`reader-${n}@a-long-domain-name.example.org`, 'active', 'Somebody'),
    );
    expect(await importSubscribers(db, rows, 7)).toMatchObject({ added: 10_000, activated: 0 });
    expect(await countAudience(db, { maxActivation: await highestActivation(db), filter: 'every' })).toBe(
      10_000,
    );
  });

  it('gives every row an activation of its own also when two run at once', async () => {
    await Promise.all([
      importSubscribers(
        db,
        ['a', 'b', 'c'].map((name) => row(`${name}@x.org`)),
        7,
      ),
      importSubscribers(
        db,
        ['c', 'd', 'e'].map((name) => row(`${name}@x.org`)),
        7,
      ),
    ]);
    const { results } = await db.prepare('SELECT activation FROM subscribers').all<{ activation: number }>();
    expect(new Set(results.map((one) => one.activation)).size).toBe(5);
  });
});

describe('an audience', () => {
  it('has the active readers, page by page, in the order of the ids', async () => {
    await importSubscribers(
      db,
      ['a', 'b', 'c', 'd'].map((name) => row(`${name}@x.org`)),
      7,
    );
    await unsubscribe(db, (await byEmail('b@x.org')).id, 8);
    const maxActivation = await highestActivation(db);
    const first = await readAudience(db, { afterId: '0', limit: 2, maxActivation, filter: 'every' });
    expect(first.map((one) => one.email)).toEqual(['a@x.org', 'c@x.org']);
    const second = await readAudience(db, {
      afterId: first[1]!.id,
      limit: 2,
      maxActivation,
      filter: 'every',
    });
    expect(second.map((one) => one.email)).toEqual(['d@x.org']);
    expect(await countAudience(db, { maxActivation, filter: 'every' })).toBe(3);
  });

  it('leaves out anyone who joined or returned after it was frozen', async () => {
    await importSubscribers(db, [row('a@x.org'), row('b@x.org')], 7);
    const frozen = await highestActivation(db);
    await importSubscribers(db, [row('late@x.org')], 8);
    const { id } = await byEmail('b@x.org');
    await unsubscribe(db, id, 8);
    await resubscribe(db, id, 9);
    expect(await audience(frozen)).toEqual(['a@x.org']);
    expect(await audience(await highestActivation(db))).toEqual(['a@x.org', 'b@x.org', 'late@x.org']);
  });

  it('shows which readers of a batch may still get mail', async () => {
    await importSubscribers(
      db,
      ['a', 'b', 'c'].map((name) => row(`${name}@x.org`)),
      7,
    );
    const ids = (await everybody()).map((one) => one.id);
    await unsubscribe(db, ids[1]!, 8);
    const active = await readStillActive(db, [...ids].reverse(), 'every');
    expect(active.map(({ id }) => id)).toEqual([ids[0], ids[2]]);
    expect(await readStillActive(db, [], 'every')).toEqual([]);
  });
});

describe('unsubscribing', () => {
  it('keeps the row and its id, and may be repeated', async () => {
    await importSubscribers(db, [row('a@x.org')], 7);
    const { id } = await byEmail('a@x.org');
    expect(await unsubscribe(db, id, 8)).toMatchObject({ id, state: 'unsubscribed', changedAt: 8 });
    expect(await unsubscribe(db, id, 9)).toMatchObject({ id, state: 'unsubscribed', changedAt: 8 });
    expect(await resubscribe(db, id, 10)).toMatchObject({ id, state: 'active', email: 'a@x.org' });
  });

  it.each(['bounced', 'complained', 'suppressed', 'pending'] as const)(
    'cannot be undone by a link for who is %s',
    async (state) => {
      await importSubscribers(db, [row('a@x.org')], 7);
      await setState('a@x.org', state);
      const { id } = await byEmail('a@x.org');
      expect(await resubscribe(db, id, 8)).toMatchObject({ state });
    },
  );

  it('before any confirmation cannot be undone by a link', async () => {
    await importSubscribers(db, [row('a@x.org', 'pending')], 7);
    const { id } = await byEmail('a@x.org');
    await unsubscribe(db, id, 8);
    expect(await resubscribe(db, id, 9)).toMatchObject({ state: 'unsubscribed' });
  });

  it('finds no id that was never given out', async () => {
    expect(await unsubscribe(db, '999999', 8)).toBeNull();
    expect(await unsubscribe(db, 'example', 8)).toBeNull();
    expect(await resubscribe(db, '999999', 8)).toBeNull();
    expect(await findSubscriber(db, '999999')).toBeNull();
  });
});

describe('the table', () => {
  it('never gives an id out twice', async () => {
    await importSubscribers(db, [row('a@x.org')], 7);
    const { id } = await byEmail('a@x.org');
    await db.prepare('DELETE FROM subscribers').run();
    await importSubscribers(db, [row('b@x.org')], 8);
    expect(Number((await byEmail('b@x.org')).id)).toBeGreaterThan(Number(id));
  });

  it('refuses a state that it does not know, and an address on an erased row', async () => {
    await importSubscribers(db, [row('a@x.org')], 7);
    await expect(setState('a@x.org', 'gone' as SubscriberState)).rejects.toThrow(/CHECK/);
    await expect(setState('a@x.org', 'erased')).rejects.toThrow(/CHECK/);
  });
});

it('nobody who left is in an audience, and each entry takes a higher number, whatever the order', async () => {
  const step = fc.record({
    who: fc.constantFrom('a@x.org', 'b@x.org', 'c@x.org'),
    what: fc.constantFrom('import', 'import pending', 'leave', 'return'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      await emptyDatabase();
      const model = new Map<string, SubscriberState>();
      const wereActive = new Set<string>();
      for (const { who, what } of steps) {
        const before = await highestActivation(db);
        const state = model.get(who);
        const { id } = (await byEmail(who)) ?? { id: '0' };
        if (what === 'import') {
          await importSubscribers(db, [row(who)], 1);
          if (state === undefined || state === 'pending') model.set(who, 'active');
        } else if (what === 'import pending') {
          await importSubscribers(db, [row(who, 'pending')], 1);
          if (state === undefined) model.set(who, 'pending');
        } else if (what === 'leave') {
          await unsubscribe(db, id, 1);
          if (state !== undefined) model.set(who, 'unsubscribed');
        } else {
          await resubscribe(db, id, 1);
          if (state === 'unsubscribed' && wereActive.has(who)) model.set(who, 'active');
        }
        if (model.get(who) === 'active') wereActive.add(who);
        const entered = model.get(who) === 'active' && state !== 'active';
        expect((await audience(before)).includes(who)).toBe(model.get(who) === 'active' && !entered);
      }
      const active = [...model].filter(([, state]) => state === 'active').map(([who]) => who);
      expect((await audience(await highestActivation(db))).sort()).toEqual(active.sort());
    }),
    { numRuns: 30 },
  );
});
