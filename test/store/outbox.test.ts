import { env } from 'cloudflare:workers';
import { beforeEach, expect, it } from 'vitest';
import {
  countOutbox,
  getOutboxMail,
  listOutbox,
  type OutboxMail,
  storeOutboxBatch,
} from '../../src/store/index.ts';
import { emptyDatabase } from '../support/empty-database.ts';

const db = env.DB;

const mail = (to: string, size = 10): OutboxMail => ({
  to,
  from: 'Copydesk <news@example.com>',
  subject: `For ${to}`,
  html: `<p>${'é'.repeat(size)}</p>`,
  text: 'plain',
  headers: { 'List-Unsubscribe': '<https://example.com/unsubscribe/x>' },
  tags: [{ name: 'issue', value: 'i-1' }],
});

beforeEach(emptyDatabase);

it('stores the mails of a request in their order, whole', async () => {
  const receipt = await storeOutboxBatch(db, {
    key: 'k',
    bodySha256: 'a',
    mails: [mail('a@x.org'), mail('b@x.org')],
    now: 5,
  });
  expect(receipt).toMatchObject({ kind: 'stored', ids: [expect.any(String), expect.any(String)] });
  const ids = receipt.kind === 'differs' ? [] : receipt.ids;
  expect(await getOutboxMail(db, ids[0]!)).toEqual({ ...mail('a@x.org'), id: ids[0], key: 'k', storedAt: 5 });
  expect(await getOutboxMail(db, ids[1]!)).toMatchObject({ to: 'b@x.org' });
});

it('stores nothing new for the same key and body, and answers the same ids', async () => {
  const batch = { key: 'k', bodySha256: 'a', mails: [mail('a@x.org')], now: 5 };
  const first = await storeOutboxBatch(db, batch);
  const second = await storeOutboxBatch(db, { ...batch, now: 6 });
  expect(second).toEqual({ kind: 'repeated', ids: first.kind === 'stored' ? first.ids : [] });
  expect(await countOutbox(db)).toBe(1);
});

it('refuses another body under the same key, and stores nothing of it', async () => {
  await storeOutboxBatch(db, { key: 'k', bodySha256: 'a', mails: [mail('a@x.org')], now: 5 });
  const other = { key: 'k', bodySha256: 'b', mails: [mail('a@x.org'), mail('b@x.org')], now: 6 };
  expect(await storeOutboxBatch(db, other)).toEqual({ kind: 'differs' });
  expect(await countOutbox(db)).toBe(1);
});

it('stores once when ten calls with the same key run at once', async () => {
  const mails = [mail('a@x.org'), mail('b@x.org')];
  const receipts = await Promise.all(
    Array.from({ length: 10 }, () => storeOutboxBatch(db, { key: 'k', bodySha256: 'a', mails, now: 5 })),
  );
  expect(receipts.filter((receipt) => receipt.kind === 'stored')).toHaveLength(1);
  expect(new Set(receipts.map((receipt) => receipt.kind !== 'differs' && receipt.ids.join()))).toHaveProperty(
    'size',
    1,
  );
  expect(await countOutbox(db)).toBe(2);
});

it('stores a request of 9 MB, which is more than D1 takes in one parameter', async () => {
  const mails = Array.from({ length: 100 }, (_, n) => mail(`n${n}@x.org`, 45_000));
  const receipt = await storeOutboxBatch(db, { key: 'k', bodySha256: 'a', mails, now: 5 });
  expect(receipt).toMatchObject({ kind: 'stored' });
  const ids = receipt.kind === 'differs' ? [] : receipt.ids;
  expect(ids).toHaveLength(100);
  expect(await getOutboxMail(db, ids[99]!)).toMatchObject({ to: 'n99@x.org', html: mails[99]!.html });
});

it('stores all mails of a request or none', async () => {
  const bad = { ...mail('b@x.org'), html: undefined as unknown as string };
  await expect(
    storeOutboxBatch(db, { key: 'k', bodySha256: 'a', mails: [mail('a@x.org'), bad], now: 5 }),
  ).rejects.toThrow(/NOT NULL/);
  expect(await countOutbox(db)).toBe(0);
  expect(
    await storeOutboxBatch(db, { key: 'k', bodySha256: 'a', mails: [mail('a@x.org')], now: 5 }),
  ).toMatchObject({ kind: 'stored' });
});

it('lists the newest first and pages by id', async () => {
  const mails = ['a', 'b', 'c'].map((name) => mail(`${name}@x.org`));
  await storeOutboxBatch(db, { key: 'k', bodySha256: 'a', mails, now: 5 });
  const first = await listOutbox(db, { limit: 2 });
  expect(first.map((entry) => entry.to)).toEqual(['c@x.org', 'b@x.org']);
  const second = await listOutbox(db, { limit: 2, beforeId: first[1]!.id });
  expect(second.map((entry) => entry.to)).toEqual(['a@x.org']);
});

it('finds no mail that was never stored', async () => {
  expect(await getOutboxMail(db, '999999')).toBeNull();
  expect(await getOutboxMail(db, 'not-a-number')).toBeNull();
});
