import { env } from 'cloudflare:workers';
import { beforeEach, expect, it } from 'vitest';
import {
  askToJoin,
  confirmAsking,
  countAudience,
  expireAskings,
  highestActivation,
  importSubscribers,
  listSubscribers,
  readAsking,
  unsubscribe,
} from '../../src/store/index.ts';

const db = env.DB;
const asking = (email: string, more: { expiresAt?: number; replaces?: string } = {}) => ({
  email,
  source: 'form',
  wording: 'You agree.',
  expiresAt: 100,
  ...more,
});
const everybody = () => listSubscribers(db, { limit: 1000 });

beforeEach(async () => {
  await db.prepare('DELETE FROM subscribers').run();
});

it('asking twice keeps one asking, so the links of both mails work', async () => {
  const [first, second] = await Promise.all([
    askToJoin(db, asking('a@x.org'), 1),
    askToJoin(db, asking('a@x.org'), 1),
  ]);
  expect(first).toBe(second);
  await askToJoin(db, asking('a@x.org', { expiresAt: 200 }), 50);
  expect(await readAsking(db, first!, 150)).toEqual({
    email: 'a@x.org',
    frequency: 'every',
    isOpen: true,
    isDone: false,
  });
});

it('an asking that is over has an id that no later one gets', async () => {
  const first = await askToJoin(db, asking('a@x.org'), 1);
  await expireAskings(db, 100);
  expect(await everybody()).toEqual([]);
  const second = await askToJoin(db, asking('a@x.org', { expiresAt: 300 }), 200);
  expect(second).not.toBe(first);
  expect(await confirmAsking(db, first!, 201)).toBeNull();
});

it('a confirmation counts as one entry, however often it comes', async () => {
  const id = (await askToJoin(db, asking('a@x.org'), 1))!;
  const before = await highestActivation(db);
  expect(await countAudience(db, { maxActivation: before, filter: 'every' })).toBe(0);
  const answers = await Promise.all([confirmAsking(db, id, 2), confirmAsking(db, id, 2)]);
  expect(answers).toEqual([
    expect.objectContaining({ isDone: true }),
    expect.objectContaining({ isDone: true }),
  ]);
  const { results } = await db.prepare('SELECT activation FROM subscribers').all();
  expect(results).toEqual([{ activation: before + 1 }]);
});

it('leaving ends every asking that is open, and proof of the earlier consent stays', async () => {
  const yes = (await askToJoin(db, asking('a@x.org'), 1))!;
  await confirmAsking(db, yes, 2);
  const [reader] = await everybody();
  await unsubscribe(db, reader!.id, 3);
  const again = (await askToJoin(db, asking('a@x.org'), 4))!;
  await unsubscribe(db, reader!.id, 5);
  expect(await confirmAsking(db, again, 6)).toBeNull();
  expect(await confirmAsking(db, yes, 6)).toMatchObject({ isDone: false, isOpen: false });
  expect(await everybody()).toMatchObject([{ state: 'unsubscribed' }]);
  expect((await db.prepare('SELECT id FROM consents').all()).results).toHaveLength(1);
});

it('who changes the address leaves under the old one when the new one is confirmed, and not before', async () => {
  await importSubscribers(db, [{ email: 'old@x.org', name: 'Ann', state: 'active' }], 1);
  const [old] = await everybody();
  const id = (await askToJoin(db, asking('new@x.org', { replaces: old!.id }), 2))!;
  expect(await everybody()).toMatchObject([{ state: 'active' }, { email: 'new@x.org', state: 'pending' }]);
  await confirmAsking(db, id, 3);
  expect(await everybody()).toMatchObject([
    { email: 'old@x.org', state: 'unsubscribed' },
    { email: 'new@x.org', state: 'active' },
  ]);
});
