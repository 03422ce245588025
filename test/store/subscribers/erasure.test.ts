import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { createKeyedHash } from '../../../src/crypto/tokens.ts';
import {
  confirmSignup,
  createImporter,
  eraseSubscriber,
  findByAddress,
  findSubscriber,
  type ImportRow,
  importSubscribers,
  liftSuppression,
  listConsents,
  listSubscribers,
  openDataLink,
  readDataLink,
  requestSignup,
  resubscribe,
  type SubscriberState,
  suppressSubscriber,
  unsubscribe,
} from '../../../src/store/index.ts';
import { emptyDatabase } from '../../support/empty-database.ts';

const db = env.DB;
const key = await createKeyedHash('the-erasure-key-of-a-test');
const row = (email: string, state: ImportRow['state'] = 'active'): ImportRow => ({
  email,
  name: 'Ann',
  state,
});
const idOf = async (email: string) => (await findByAddress(db, email))?.id ?? '';
const join = async (email: string) => {
  await importSubscribers(db, [row(email)], 1);
  return idOf(email);
};
const everybody = () => listSubscribers(db, { limit: 1000 });

beforeEach(async () => {
  await emptyDatabase();
  await db.prepare(`UPDATE counters SET value = 0 WHERE name = 'erasures'`).run();
});

describe('erasure', () => {
  it('leaves nothing that names the person', async () => {
    const signupId = (await requestSignup(
      db,
      { email: 'ann@x.org', source: 'form', wording: 'You agree.', expiresAt: 9 },
      1,
    ))!;
    await confirmSignup(db, signupId, 2);
    const id = await idOf('ann@x.org');
    expect(await eraseSubscriber(db, id, key, 3)).toBe(true);
    expect(await findSubscriber(db, id)).toMatchObject({ state: 'erased', email: null, name: null });
    const tables = ['subscribers', 'consents', 'visits', 'erasure_key', 'counters'];
    for (const table of tables)
      expect(JSON.stringify((await db.prepare(`SELECT * FROM ${table}`).all()).results)).not.toMatch(
        /ann|agree/i,
      );
  });

  it('ends a data link that is on its way', async () => {
    const id = await join('ann@x.org');
    const visit = await openDataLink(db, id, 99);
    expect(await readDataLink(db, visit, 2)).toBe(id);
    await eraseSubscriber(db, id, key, 3);
    expect(await readDataLink(db, visit, 4)).toBeNull();
  });

  it('may be repeated, and finds no id that was never given out', async () => {
    const id = await join('ann@x.org');
    expect(await eraseSubscriber(db, id, key, 3)).toBe(true);
    expect(await eraseSubscriber(db, id, key, 4)).toBe(true);
    expect(await eraseSubscriber(db, '999999', key, 4)).toBe(false);
  });

  it('keeps a later import from bringing anybody back, and only them', async () => {
    await eraseSubscriber(db, await join('ann@x.org'), key, 3);
    const store = createImporter(db, key, false);
    expect(await store([row('ann@x.org'), row('bo@x.org')], 4)).toMatchObject({ added: 1, erased: 1 });
    expect((await everybody()).map(({ email }) => email)).toEqual([null, 'bo@x.org']);
  });

  it('is noticed by an import that began before it', async () => {
    const id = await join('ann@x.org');
    const store = createImporter(db, key, false);
    await store([row('first@x.org')], 2);
    await eraseSubscriber(db, id, key, 3);
    expect(await store([row('ann@x.org')], 4)).toMatchObject({ added: 0, erased: 1 });
    expect(await importSubscribers(db, [row('bo@x.org')], 5, 0)).toBeNull();
    expect(await findByAddress(db, 'bo@x.org')).toBeNull();
  });

  it('lets the person come back themselves, to their old row, and leave again', async () => {
    const first = await join('ann@x.org');
    await eraseSubscriber(db, first, key, 3);
    const signup = { email: 'ann@x.org', source: 'form', wording: 'w', expiresAt: 99 };
    const signupId = (await requestSignup(db, signup, 4))!;
    const store = createImporter(db, key, false);
    await store([row('ann@x.org')], 5);
    expect(await findByAddress(db, 'ann@x.org')).toMatchObject({ state: 'pending' });
    expect(await findSubscriber(db, first)).toMatchObject({ state: 'erased' });

    expect(await confirmSignup(db, signupId, 6, { erasure: key })).toMatchObject({
      email: 'ann@x.org',
      isDone: true,
    });
    expect(await confirmSignup(db, signupId, 7, { erasure: key })).toMatchObject({ isDone: true });
    expect(await everybody()).toMatchObject([{ id: first, email: 'ann@x.org', name: null, state: 'active' }]);
    expect(await listConsents(db, first)).toMatchObject([{ source: 'form', confirmedAt: 6 }]);
    expect(await unsubscribe(db, first, 8)).toMatchObject({ email: 'ann@x.org', state: 'unsubscribed' });

    expect(await eraseSubscriber(db, first, key, 9)).toBe(true);
    expect(await everybody()).toMatchObject([{ id: first, state: 'erased' }]);
    expect(await store([row('ann@x.org')], 10)).toMatchObject({ added: 0, erased: 1 });
  });

  it('keeps every row that a link may name, also of people who sign up and are erased again and again', async () => {
    const first = await join('ann@x.org');
    await eraseSubscriber(db, first, key, 2);
    const signup = { email: 'ann@x.org', source: 'form', wording: 'w', expiresAt: 99 };
    await requestSignup(db, signup, 3);
    const second = await idOf('ann@x.org');
    await eraseSubscriber(db, second, key, 4);
    expect(await everybody()).toMatchObject([{ id: first }, { id: second }]);
    const again = (await requestSignup(db, signup, 5))!;
    await confirmSignup(db, again, 6, { erasure: key });
    expect(await findSubscriber(db, first)).toMatchObject({ email: 'ann@x.org', state: 'active' });
    expect(await findSubscriber(db, second)).toMatchObject({ email: null, state: 'erased' });
    await eraseSubscriber(db, first, key, 7);
    expect(await findSubscriber(db, first)).toMatchObject({ email: null, state: 'erased' });
  });

  it('gives nobody the row of somebody else, and a withdrawn signup brings nobody back', async () => {
    const first = await join('ann@x.org');
    await eraseSubscriber(db, first, key, 2);
    const signup = { source: 'form', wording: 'w', expiresAt: 99 };
    const bo = (await requestSignup(db, { ...signup, email: 'bo@x.org' }, 3))!;
    const ann = (await requestSignup(db, { ...signup, email: 'ann@x.org' }, 3))!;
    await confirmSignup(db, bo, 4, { erasure: key });
    expect(await findByAddress(db, 'bo@x.org')).not.toMatchObject({ id: first });
    await suppressSubscriber(db, await idOf('ann@x.org'), 'complained', 5);
    expect(await confirmSignup(db, ann, 6, { erasure: key })).toBeNull();
    expect(await findSubscriber(db, first)).toMatchObject({ state: 'erased' });
    expect(await findByAddress(db, 'ann@x.org')).toMatchObject({ state: 'complained' });
  });

  it('refuses to work under another key, since nobody would be recognised', async () => {
    const other = await createKeyedHash('another-key-altogether');
    await eraseSubscriber(db, await join('ann@x.org'), key, 3);
    const bo = await join('bo@x.org');
    expect(await eraseSubscriber(db, bo, other, 4)).toBe('other-key');
    for (const wrong of [other, null])
      expect(await createImporter(db, wrong, false)([row('ann@x.org')], 5)).toBe('other-key');
    expect(await findByAddress(db, 'ann@x.org')).toBeNull();
  });

  it('cannot be told from the hash without the key', async () => {
    const other = await createKeyedHash('another-key-altogether');
    expect(await key.hash('ann@x.org')).not.toBe(await other.hash('ann@x.org'));
    expect(await key.hash('ann@x.org')).toMatch(/^[0-9a-f]{64}$/);
  });
});

it('a list suppresses people who were erased and signed up again, before they confirm', async () => {
  await eraseSubscriber(db, await join('ann@x.org'), key, 2);
  const signupId = (await requestSignup(
    db,
    { email: 'ann@x.org', source: 's', wording: 'w', expiresAt: 99 },
    3,
  ))!;
  const counts = await createImporter(db, key, false)([row('ann@x.org', 'suppressed')], 4);
  expect(counts).toMatchObject({ erased: 0, withdrawn: 1 });
  await confirmSignup(db, signupId, 5, { erasure: key });
  expect(await findByAddress(db, 'ann@x.org')).toMatchObject({ state: 'suppressed' });
});

describe('erasure of readers who changed their address', () => {
  const move = async (from: string, to: string, now: number) => {
    const signup = { email: to, source: 'change', wording: 'w', replaces: await idOf(from), expiresAt: 99 };
    return (await requestSignup(db, signup, now))!;
  };

  it('includes all earlier addresses, however many', async () => {
    const first = await join('ann@home.org');
    await confirmSignup(db, await move('ann@home.org', 'ann@work.org', 2), 3);
    const second = await idOf('ann@work.org');
    await confirmSignup(db, await move('ann@work.org', 'ann@new.org', 4), 5);
    expect(await findByAddress(db, 'ann@new.org')).toMatchObject({ name: 'Ann', state: 'active' });
    expect(await eraseSubscriber(db, await idOf('ann@new.org'), key, 6)).toBe(true);
    expect((await everybody()).map(({ email, state }) => [email, state])).toEqual(
      Array(3).fill([null, 'erased']),
    );
    for (const id of [first, second]) expect(await resubscribe(db, id, 7)).toMatchObject({ state: 'erased' });
    const rows = ['ann@home.org', 'ann@work.org', 'ann@new.org'].map((email) => row(email));
    expect(await createImporter(db, key, false)(rows, 8)).toMatchObject({ added: 0, erased: 3 });
  });

  it('does not touch a reader who gets the mail under the old address again', async () => {
    const old = await join('ann@home.org');
    await confirmSignup(db, await move('ann@home.org', 'ann@work.org', 2), 3);
    await resubscribe(db, old, 4);
    await eraseSubscriber(db, await idOf('ann@work.org'), key, 5);
    expect(await findSubscriber(db, old)).toMatchObject({ email: 'ann@home.org', state: 'active' });
  });

  it('under the old one does not touch the new one, which its reader may have kept from others', async () => {
    const old = await join('ann@work.org');
    await confirmSignup(db, await move('ann@work.org', 'ann@home.org', 2), 3);
    await eraseSubscriber(db, old, key, 4);
    expect(await findByAddress(db, 'ann@home.org')).toMatchObject({ name: 'Ann', state: 'active' });
  });

  it('forgets a new address that waits for its confirmation', async () => {
    const old = await join('ann@work.org');
    const signupId = await move('ann@work.org', 'ann@home.org', 2);
    await eraseSubscriber(db, old, key, 3);
    expect(await confirmSignup(db, signupId, 4)).toBeNull();
    expect((await everybody()).map(({ email }) => email)).toEqual([null]);
  });

  it('reaches a change that is confirmed meanwhile', async () => {
    const old = await join('ann@home.org');
    await importSubscribers(db, [row('ann@work.org', 'unsubscribed')], 2);
    const signupId = await move('ann@home.org', 'ann@work.org', 3);
    const work = await idOf('ann@work.org');
    await eraseSubscriber(
      db,
      work,
      {
        fingerprint: key.fingerprint,
        hash: async (email) => {
          await confirmSignup(db, signupId, 4);
          return key.hash(email);
        },
      },
      5,
    );
    for (const id of [old, work]) expect(await findSubscriber(db, id)).toMatchObject({ state: 'erased' });
  });
});

describe('suppression', () => {
  it.each([
    ['active', 'suppressed', 'suppressed'],
    ['pending', 'bounced', 'bounced'],
    ['unsubscribed', 'complained', 'complained'],
    ['bounced', 'complained', 'complained'],
    ['complained', 'bounced', 'complained'],
    ['suppressed', 'bounced', 'suppressed'],
  ] as const)('of who is %s, as %s, makes them %s', async (from, to, then) => {
    await importSubscribers(db, [row('ann@x.org', from)], 1);
    const id = await idOf('ann@x.org');
    expect(await suppressSubscriber(db, id, to, 2)).toBe(true);
    expect(await findSubscriber(db, id)).toMatchObject({ state: then });
  });

  it('does not touch erased rows, and finds no id that was never given out', async () => {
    const id = await join('ann@x.org');
    await eraseSubscriber(db, id, key, 2);
    await suppressSubscriber(db, id, 'bounced', 3);
    expect(await findSubscriber(db, id)).toMatchObject({ state: 'erased' });
    expect(await suppressSubscriber(db, '999999', 'bounced', 3)).toBe(false);
  });

  it('ends an open signup', async () => {
    const signupId = (await requestSignup(
      db,
      { email: 'ann@x.org', source: 'form', wording: 'w', expiresAt: 99 },
      1,
    ))!;
    expect(await suppressSubscriber(db, await idOf('ann@x.org'), 'suppressed', 2)).toBe(true);
    expect(await confirmSignup(db, signupId, 3)).toBeNull();
  });

  it('is lifted to `unsubscribed`, never to active', async () => {
    const expected: [SubscriberState, boolean][] = [
      ['bounced', true],
      ['complained', true],
      ['suppressed', true],
      ['active', false],
      ['unsubscribed', false],
    ];
    for (const [state, isLifted] of expected) {
      await importSubscribers(db, [row(`${state}@x.org`, state as ImportRow['state'])], 1);
      const id = await idOf(`${state}@x.org`);
      expect(await liftSuppression(db, id, 2)).toBe(isLifted);
      expect(await findSubscriber(db, id)).toMatchObject({ state: isLifted ? 'unsubscribed' : state });
    }
  });
});
