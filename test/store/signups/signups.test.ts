import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  confirmSignup,
  countAudience,
  expireSignups,
  findByAddress,
  highestActivation,
  importSubscribers,
  listConsents,
  listSubscribers,
  noteMails,
  readAudience,
  readSignup,
  readStillActive,
  requestSignup,
  resubscribe,
  unsubscribe,
} from '../../../src/store/index.ts';
import { emptyDatabase } from '../../support/empty-database.ts';

const db = env.DB;
const signupOf = (email: string, more: { expiresAt?: number; replaces?: string } = {}) => ({
  email,
  source: 'form',
  wording: 'You agree.',
  expiresAt: 100,
  ...more,
});
const everybody = () => listSubscribers(db, { limit: 1000 });

beforeEach(emptyDatabase);

it('signing up twice keeps one signup, so the links of both mails work', async () => {
  const [first, second] = await Promise.all([
    requestSignup(db, signupOf('a@x.org'), 1),
    requestSignup(db, signupOf('a@x.org'), 1),
  ]);
  expect(first).toBe(second);
  await requestSignup(db, signupOf('a@x.org', { expiresAt: 200 }), 50);
  expect(await readSignup(db, first!, 150)).toEqual({
    email: 'a@x.org',
    frequency: 'every',
    isOpen: true,
    isDone: false,
    welcome: null,
    move: null,
  });
});

describe('a confirmation that is held back', () => {
  const DAY = 24 * 3600 * 1000;
  const open = async (email: string, now: number) => ({
    id: (await requestSignup(db, { ...signupOf(email, { expiresAt: now + 7 * DAY }), mailbox: 'one' }, now))!,
    email,
    askedAt: now,
  });
  const owed = async (now: number) => (await expireSignups(db, now)).signups.map(({ email }) => email).sort();

  it('is owed until one has left for its mailbox, in any spelling', async () => {
    const [first, second] = [await open('a@x.org', 1), await open('a+b@x.org', 1)];
    await noteMails(db, [{ ...second, isLimited: true }]);
    expect(await owed(2)).toEqual(['a+b@x.org', 'a@x.org']);
    await noteMails(db, [{ ...first, isLimited: false }]);
    await noteMails(db, [{ ...second, isLimited: true }]);
    expect(await owed(2)).toEqual([]);
    expect(await readSignup(db, second.id, 2)).toMatchObject({ isOpen: true });
  });

  it('is owed when the link of the one before is about to expire', async () => {
    await noteMails(db, [{ ...(await open('a@x.org', 1)), isLimited: false }]);
    await noteMails(db, [{ ...(await open('a@x.org', 1000)), isLimited: true }]);
    expect(await owed(1001)).toEqual([]);
    await noteMails(db, [{ ...(await open('a@x.org', 2 * DAY)), isLimited: true }]);
    expect(await owed(2 * DAY)).toEqual(['a@x.org']);
  });

  it('does not count once the signup is confirmed: the mailbox is forgotten then', async () => {
    const first = await open('a@x.org', 1);
    await noteMails(db, [{ ...first, isLimited: false }]);
    await confirmSignup(db, first.id, 2);
    const second = await open('a+b@x.org', 3);
    await noteMails(db, [{ ...second, isLimited: true }]);
    expect(await owed(4)).toEqual(['a+b@x.org']);
    expect(
      await db.prepare('SELECT mailbox FROM consents WHERE id = ?1').bind(first.id).first('mailbox'),
    ).toBeNull();
  });
});

it('no later signup gets the id of one that has expired', async () => {
  const first = await requestSignup(db, signupOf('a@x.org'), 1);
  await expireSignups(db, 100);
  expect(await everybody()).toEqual([]);
  const second = await requestSignup(db, signupOf('a@x.org', { expiresAt: 300 }), 200);
  expect(second).not.toBe(first);
  expect(await confirmSignup(db, first!, 201)).toBeNull();
});

it('a confirmation counts as one entry, however often it comes', async () => {
  const id = (await requestSignup(db, signupOf('a@x.org'), 1))!;
  const before = await highestActivation(db);
  expect(await countAudience(db, { maxActivation: before, filter: 'every' })).toBe(0);
  const answers = await Promise.all([confirmSignup(db, id, 2), confirmSignup(db, id, 2)]);
  expect(answers).toEqual([
    expect.objectContaining({ isDone: true }),
    expect.objectContaining({ isDone: true }),
  ]);
  const { results } = await db.prepare('SELECT activation FROM subscribers').all();
  expect(results).toEqual([{ activation: before + 1 }]);
});

it('unsubscribing ends the open signup, and the proof of the earlier consent stays', async () => {
  const yes = (await requestSignup(db, signupOf('a@x.org'), 1))!;
  await confirmSignup(db, yes, 2);
  const [reader] = await everybody();
  await unsubscribe(db, reader!.id, 3);
  const again = (await requestSignup(db, signupOf('a@x.org'), 4))!;
  await unsubscribe(db, reader!.id, 5);
  expect(await confirmSignup(db, again, 6)).toBeNull();
  expect(await confirmSignup(db, yes, 6)).toMatchObject({ isDone: false, isOpen: false });
  expect(await everybody()).toMatchObject([{ state: 'unsubscribed' }]);
  expect((await db.prepare('SELECT id FROM consents').all()).results).toHaveLength(1);
});

it('a change of address unsubscribes the old one when the new one is confirmed, and not before', async () => {
  await importSubscribers(db, [{ email: 'old@x.org', name: 'Ann', state: 'active' }], 1);
  const [old] = await everybody();
  const id = (await requestSignup(db, signupOf('new@x.org', { replaces: old!.id }), 2))!;
  expect(await everybody()).toMatchObject([{ state: 'active' }, { email: 'new@x.org', state: 'pending' }]);
  await confirmSignup(db, id, 3);
  expect(await everybody()).toMatchObject([
    { email: 'old@x.org', name: null, state: 'unsubscribed' },
    { email: 'new@x.org', name: 'Ann', state: 'active' },
  ]);
});

it('the old address may come back by its own link, and opening the new one’s link again does not end that', async () => {
  await importSubscribers(db, [{ email: 'old@x.org', name: 'Ann', state: 'active' }], 1);
  const [old] = await everybody();
  const id = (await requestSignup(db, signupOf('new@x.org', { replaces: old!.id }), 2))!;
  await confirmSignup(db, id, 3);
  await resubscribe(db, old!.id, 3);
  await confirmSignup(db, id, 3);
  expect(await everybody()).toMatchObject([{ state: 'active' }, { state: 'active' }]);
});

it('an old link under the earlier address does not bring it back', async () => {
  await importSubscribers(db, [{ email: 'old@x.org', name: 'Ann', state: 'active' }], 1);
  const [old] = await everybody();
  await unsubscribe(db, old!.id, 2);
  const forOld = (await requestSignup(db, signupOf('old@x.org'), 3))!;
  await resubscribe(db, old!.id, 4);
  const forNew = (await requestSignup(db, signupOf('new@x.org', { replaces: old!.id }), 5))!;
  await confirmSignup(db, forNew, 6);
  expect(await confirmSignup(db, forOld, 7)).toBeNull();
  expect(await everybody()).toMatchObject([{ state: 'unsubscribed' }, { state: 'active' }]);
});

it('a change of address stays one when somebody enters the new address in the form', async () => {
  await importSubscribers(db, [{ email: 'old@x.org', name: 'Ann', state: 'active' }], 1);
  const [old] = await everybody();
  const id = (await requestSignup(db, signupOf('new@x.org', { replaces: old!.id }), 2))!;
  expect(await requestSignup(db, signupOf('new@x.org'), 3)).toBe(id);
  await confirmSignup(db, id, 4);
  expect(await everybody()).toMatchObject([{ state: 'unsubscribed' }, { state: 'active' }]);
});

it('an address that was entered in the form may become the new one of a reader who changes theirs', async () => {
  await importSubscribers(db, [{ email: 'old@x.org', name: 'Ann', state: 'active' }], 1);
  const [old] = await everybody();
  const id = (await requestSignup(db, signupOf('new@x.org'), 2))!;
  expect(await requestSignup(db, signupOf('new@x.org', { replaces: old!.id }), 3)).toBe(id);
  await confirmSignup(db, id, 4);
  expect(await everybody()).toMatchObject([{ state: 'unsubscribed' }, { state: 'active' }]);
});

it('keeps where each signup came from, and what the reader who confirmed was shown', async () => {
  const id = (await requestSignup(db, signupOf('a@x.org'), 1))!;
  const elsewhere = {
    ...signupOf('a@x.org'),
    source: 'form on https://evil.example',
    wording: 'You are rich.',
  };
  await requestSignup(db, elsewhere, 2);
  await requestSignup(db, elsewhere, 3);
  await requestSignup(db, signupOf('a@x.org'), 4);
  const [reader] = await everybody();
  expect(await listConsents(db, reader!.id)).toMatchObject([
    { source: 'form, form on https://evil.example', wording: 'You agree.', confirmedAt: null },
  ]);
  await confirmSignup(db, id, 5, { wording: 'You agree to this.' });
  expect(await listConsents(db, reader!.id)).toMatchObject([
    { source: 'form, form on https://evil.example', wording: 'You agree to this.', confirmedAt: 5 },
  ]);
});

it('coming back by the unsubscribe page is a consent too, of that reader and nobody else', async () => {
  await importSubscribers(db, [{ email: 'a@x.org', name: null, state: 'active' }], 1);
  const [reader] = await everybody();
  await resubscribe(db, reader!.id, 2, 'Subscribe again');
  expect(await listConsents(db, reader!.id)).toEqual([]);
  await unsubscribe(db, reader!.id, 3);
  await resubscribe(db, reader!.id, 4, 'Subscribe again');
  await resubscribe(db, reader!.id, 5, 'Subscribe again');
  expect(await listConsents(db, reader!.id)).toMatchObject([
    { source: 'page for leaving', wording: 'Subscribe again', confirmedAt: 4 },
  ]);
});

it('a mail is owed for a signup until the Postmaster has it, and for each later one', async () => {
  const id = (await requestSignup(db, signupOf('a@x.org'), 1))!;
  const first = { id, email: 'a@x.org', askedAt: 1 };
  expect((await expireSignups(db, 2)).signups).toEqual([first]);
  await noteMails(db, [{ ...first, isLimited: false }]);
  expect((await expireSignups(db, 2)).signups).toEqual([]);
  await requestSignup(db, signupOf('a@x.org'), 3);
  const second = { ...first, askedAt: 3 };
  expect((await expireSignups(db, 4)).signups).toEqual([second]);
  await noteMails(db, [{ ...first, isLimited: false }]);
  expect((await expireSignups(db, 4)).signups).toEqual([second]);
  await noteMails(db, [{ ...second, isLimited: false }]);
  expect((await expireSignups(db, 4)).signups).toEqual([]);
});

it('a mail that was held back for its address is owed, unless the link of an earlier one works', async () => {
  const id = (await requestSignup(db, signupOf('a@x.org'), 1))!;
  const mail = { id, email: 'a@x.org', askedAt: 1, isLimited: true };
  await noteMails(db, [mail]);
  expect((await expireSignups(db, 2)).signups).toHaveLength(1);
  await noteMails(db, [{ ...mail, isLimited: false }]);
  await requestSignup(db, signupOf('a@x.org'), 3);
  await noteMails(db, [{ ...mail, askedAt: 3 }]);
  expect((await expireSignups(db, 4)).signups).toEqual([]);
});

it('no mail is owed to anyone who confirmed, unsubscribed or waited too long', async () => {
  for (const name of ['in', 'gone', 'late', 'left']) {
    const id = (await requestSignup(db, signupOf(`${name}@x.org`), 1))!;
    if (name === 'in' || name === 'left') await confirmSignup(db, id, 2);
  }
  const idOf = async (email: string) => (await everybody()).find((one) => one.email === email)!.id;
  await unsubscribe(db, await idOf('gone@x.org'), 3);
  await unsubscribe(db, await idOf('left@x.org'), 3);
  await requestSignup(db, signupOf('left@x.org'), 4);
  expect((await expireSignups(db, 5)).signups).toHaveLength(2);
  expect((await expireSignups(db, 100)).signups).toEqual([]);
});

describe('a change of address while an issue is being sent', () => {
  const join = async (email: string) => {
    await confirmSignup(db, (await requestSignup(db, signupOf(email), 1))!, 2);
    return (await findByAddress(db, email))!.id;
  };
  const move = async (from: string, to: string) => {
    const replaces = (await findByAddress(db, from))!.id;
    await confirmSignup(db, (await requestSignup(db, signupOf(to, { replaces }), 3))!, 4);
    return (await findByAddress(db, to))!.id;
  };
  const audience = async (maxActivation: number, afterId = '0') =>
    (await readAudience(db, { afterId, limit: 100, maxActivation, filter: 'every' })).map(
      ({ email, place }) => `${email} in place ${place}`,
    );

  it('leads to one mail, to the new address instead of the old one', async () => {
    const old = await join('a@old.org');
    const began = await highestActivation(db);
    const moved = await move('a@old.org', 'a@new.org');
    expect(await audience(began)).toEqual([`a@new.org in place ${old}`]);
    expect(await audience(began, old)).toEqual([]);
    expect(await audience(await highestActivation(db))).toEqual([`a@new.org in place ${moved}`]);
    expect(await readStillActive(db, [old], 'every')).toEqual([{ id: moved, email: 'a@new.org' }]);
  });

  it('and another change after it lead to one mail too, whenever the issue began', async () => {
    const first = await join('a@one.org');
    const began = await highestActivation(db);
    const second = await move('a@one.org', 'a@two.org');
    const between = await highestActivation(db);
    await move('a@two.org', 'a@three.org');
    expect(await audience(began)).toEqual([`a@three.org in place ${first}`]);
    expect(await audience(between)).toEqual([`a@three.org in place ${second}`]);
  });

  it('leads to no mail at an address that was subscribed before, which may have it already', async () => {
    await join('a@old.org');
    const other = await join('a@other.org');
    const began = await highestActivation(db);
    await unsubscribe(db, other, 3);
    await move('a@old.org', 'a@other.org');
    expect(await audience(began)).toEqual([]);
  });

  it('leads to no mail after unsubscribing, nor to two when the old address comes back', async () => {
    const old = await join('a@old.org');
    const began = await highestActivation(db);
    const moved = await move('a@old.org', 'a@new.org');
    await unsubscribe(db, moved, 5);
    expect(await audience(began)).toEqual([]);
    expect(await readStillActive(db, [old], 'every')).toEqual([]);
    await resubscribe(db, moved, 6);
    await resubscribe(db, old, 7);
    expect(await audience(began)).toEqual([]);
  });
});
