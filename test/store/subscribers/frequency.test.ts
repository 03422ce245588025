// Every issue or the weekly round-up: which readers are in which audience, and what a switch does to a run.

import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { createKeyedHash } from '../../../src/crypto/tokens.ts';
import {
  chooseCadence,
  confirmSignup,
  countAudience,
  eraseSubscriber,
  findByAddress,
  hasReaders,
  highestActivation,
  type ImportRow,
  importSubscribers,
  readAudience,
  readSignup,
  readStillActive,
  requestSignup,
  resubscribe,
  unsubscribe,
} from '../../../src/store/index.ts';
import { emptyDatabase } from '../../support/empty-database.ts';

const db = env.DB;
const row = (email: string, more: Partial<ImportRow> = {}): ImportRow => ({
  email,
  name: null,
  state: 'active',
  ...more,
});
const idOf = async (email: string) => (await findByAddress(db, email))!.id;
const audience = async (filter: 'every' | 'weekly', maxActivation: number) =>
  (await readAudience(db, { afterId: '0', limit: 100, maxActivation, filter })).map(({ email }) => email);
const signupOf = (
  email: string,
  more: { frequency?: 'every' | 'weekly' | null; replaces?: string } = {},
) => ({
  email,
  source: 'form',
  wording: 'You agree.',
  expiresAt: 100,
  ...more,
});

beforeEach(async () => {
  await emptyDatabase();
  await importSubscribers(
    db,
    [row('ann@x.org'), row('bo@x.org', { frequency: 'weekly' }), row('cy@x.org', { frequency: 'every' })],
    1,
  );
});

describe('an audience', () => {
  it('has the readers who chose it, and without a choice it is every issue', async () => {
    const maxActivation = await highestActivation(db);
    expect(await audience('every', maxActivation)).toEqual(['ann@x.org', 'cy@x.org']);
    expect(await audience('weekly', maxActivation)).toEqual(['bo@x.org']);
    expect(await countAudience(db, { filter: 'every', maxActivation })).toBe(2);
    expect(await countAudience(db, { filter: 'weekly', maxActivation })).toBe(1);
  });

  it('is empty when everyone who chose it has left', async () => {
    expect(await hasReaders(db, 'weekly')).toBe(true);
    await unsubscribe(db, await idOf('bo@x.org'), 2);
    expect(await hasReaders(db, 'weekly')).toBe(false);
    expect(await hasReaders(db, 'every')).toBe(true);
  });
});

describe('a switch', () => {
  it('takes a reader out of the runs that have begun, and puts them in none of them', async () => {
    const begun = await highestActivation(db);
    const ann = await idOf('ann@x.org');
    expect(await chooseCadence(db, ann, 'weekly', 5)).toMatchObject({ frequency: 'weekly', changedAt: 5 });
    expect(await audience('every', begun)).toEqual(['cy@x.org']);
    expect(await audience('weekly', begun)).toEqual(['bo@x.org']);
    expect(await readStillActive(db, [ann], 'every')).toEqual([]);
    expect(await readStillActive(db, [ann], 'weekly')).toMatchObject([{ id: ann }]);
    await chooseCadence(db, ann, 'every', 6);
    expect(await audience('every', begun)).toEqual(['cy@x.org']);
    expect(await audience('every', await highestActivation(db))).toEqual(['ann@x.org', 'cy@x.org']);
  });

  it('to the same choice changes nothing', async () => {
    const before = { reader: await findByAddress(db, 'bo@x.org'), highest: await highestActivation(db) };
    expect(await chooseCadence(db, await idOf('bo@x.org'), 'weekly', 9)).toEqual(before.reader);
    expect(await highestActivation(db)).toBe(before.highest);
  });

  it('is for active readers: nobody comes back by it', async () => {
    const bo = await idOf('bo@x.org');
    await unsubscribe(db, bo, 2);
    expect(await chooseCadence(db, bo, 'every', 3)).toMatchObject({
      state: 'unsubscribed',
      frequency: 'weekly',
    });
    expect(await chooseCadence(db, '999999', 'every', 3)).toBeNull();
  });

  it('survives unsubscribing and returning, and an import', async () => {
    const bo = await idOf('bo@x.org');
    await unsubscribe(db, bo, 2);
    expect(await resubscribe(db, bo, 3)).toMatchObject({ state: 'active', frequency: 'weekly' });
    await importSubscribers(db, [row('bo@x.org', { frequency: 'every', name: 'Bo' })], 4);
    expect(await findByAddress(db, 'bo@x.org')).toMatchObject({ name: 'Bo', frequency: 'weekly' });
  });

  it('is forgotten with the person', async () => {
    const bo = await idOf('bo@x.org');
    await eraseSubscriber(db, bo, await createKeyedHash('a-key-of-this-test'), 2);
    const { results } = await db.prepare('SELECT frequency FROM subscribers WHERE id = ?').bind(bo).all();
    expect(results).toEqual([{ frequency: 'every' }]);
  });
});

describe('a choice on the form', () => {
  it('counts once it is confirmed, and not before', async () => {
    const id = (await requestSignup(db, signupOf('dee@x.org', { frequency: 'weekly' }), 2))!;
    expect(await readSignup(db, id, 3)).toMatchObject({ frequency: 'weekly', isOpen: true });
    expect(await confirmSignup(db, id, 3)).toMatchObject({ frequency: 'weekly', isDone: true });
    expect(await findByAddress(db, 'dee@x.org')).toMatchObject({ state: 'active', frequency: 'weekly' });
  });

  it('that somebody else enters changes nothing for a reader who left', async () => {
    await unsubscribe(db, await idOf('bo@x.org'), 2);
    await requestSignup(db, signupOf('bo@x.org', { frequency: 'every' }), 3);
    expect(await findByAddress(db, 'bo@x.org')).toMatchObject({ frequency: 'weekly' });
  });

  it('that is not made leaves what was chosen before', async () => {
    await unsubscribe(db, await idOf('bo@x.org'), 2);
    const id = (await requestSignup(db, signupOf('bo@x.org'), 3))!;
    expect(await confirmSignup(db, id, 4)).toMatchObject({ frequency: 'weekly' });
    expect(await findByAddress(db, 'bo@x.org')).toMatchObject({ state: 'active', frequency: 'weekly' });
  });

  it('moves to a new address', async () => {
    const replaces = await idOf('bo@x.org');
    const id = (await requestSignup(db, signupOf('new@x.org', { replaces }), 2))!;
    expect(await readSignup(db, id, 3)).toMatchObject({ frequency: 'weekly' });
    await confirmSignup(db, id, 3);
    expect(await findByAddress(db, 'new@x.org')).toMatchObject({ state: 'active', frequency: 'weekly' });
    expect(await findByAddress(db, 'bo@x.org')).toMatchObject({ state: 'unsubscribed' });
  });

  it('counts more than a list that makes the reader active', async () => {
    await requestSignup(db, signupOf('dee@x.org', { frequency: 'weekly' }), 2);
    await importSubscribers(db, [row('dee@x.org')], 3);
    expect(await findByAddress(db, 'dee@x.org')).toMatchObject({ state: 'active', frequency: 'weekly' });
  });
});
