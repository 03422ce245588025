import { describe, expect, it } from 'vitest';
import { readMails } from '../../../src/deliver/mailer/mailer.ts';
import { ALLOWANCES } from '../../../src/deliver/policy/allowance.ts';
import { batchKey, encodeBatch } from '../../../src/deliver/request/build.ts';
import { beginCall, findBatch, freezeBatch } from '../../../src/deliver/tables/batch.ts';
import { findRunOfIssue } from '../../../src/deliver/tables/run.ts';
import { ISSUE, inWorld, NOON, TEMPLATE, type World } from '../world.ts';

const recipients = [
  { id: '1', email: 'reader1@example.com' },
  { id: '2', email: 'reader2@example.com' },
];
const MAX_BYTES = ALLOWANCES.paid.bytes;
const sign = async (id: string) => `token-of-${id}`;

async function started(world: World) {
  world.join(2);
  await world.start();
  const run = findRunOfIssue(world.storage, ISSUE);
  if (run === null) throw new Error('no run');
  return run;
}

describe('freezing a batch', () => {
  it(
    'compares the cursor that it moves, so the same recipients are never in two batches',
    inWorld(async (world) => {
      const run = await started(world);
      expect(freezeBatch(world.storage, run, recipients, 'd', false, NOON)).toMatchObject({
        number: 1,
        size: 2,
      });
      expect(freezeBatch(world.storage, run, recipients, 'd', false, NOON)).toBeNull();
      expect(findRunOfIssue(world.storage, ISSUE)).toMatchObject({ cursor: '2', next_batch: 2 });
    }),
  );

  it(
    'is refused when the run was paused since its recipients were read',
    inWorld(async (world) => {
      const run = await started(world);
      await world.postmaster.pause(ISSUE);
      expect(freezeBatch(world.storage, run, recipients, 'd', false, NOON)).toBeNull();
      expect(world.rows('SELECT number FROM batches')).toEqual([]);
    }),
  );
});

describe('beginning a call', () => {
  const ready = async (world: World) => {
    const run = await started(world);
    const encoded = await encodeBatch(TEMPLATE, recipients, sign, MAX_BYTES);
    const batch = freezeBatch(world.storage, run, recipients, encoded.digest, true, NOON);
    if (batch === null) throw new Error('no batch');
    return { batch, generation: 0, recipients, encoded, key: 'key', account: 'account-1' };
  };

  it(
    'writes the attempt down before anything leaves',
    inWorld(async (world) => {
      const call = await ready(world);
      expect(beginCall(world.storage, call, NOON)).toMatchObject({
        run_id: 'run-1',
        batch: 1,
        generation: 0,
      });
      expect(world.rows('SELECT batch, idempotency_key, size, outcome FROM attempts')).toEqual([
        { batch: 1, idempotency_key: 'key', size: 2, outcome: null },
      ]);
      expect(findBatch(world.storage, 'run-1', 1)).toMatchObject({
        state: 'calling',
        tries: 1,
        first_try_at: NOON,
      });
    }),
  );

  it(
    'happens once, although it was prepared twice',
    inWorld(async (world) => {
      const call = await ready(world);
      expect(beginCall(world.storage, call, NOON)).not.toBeNull();
      expect(beginCall(world.storage, call, NOON)).toBeNull();
    }),
  );

  it(
    'does not happen when the run was paused or cancelled in the meantime',
    inWorld(async (world) => {
      const call = await ready(world);
      await world.postmaster.pause(ISSUE);
      expect(beginCall(world.storage, call, NOON)).toBeNull();
      await world.postmaster.cancel(ISSUE);
      expect(beginCall(world.storage, call, NOON)).toBeNull();
    }),
  );
});

describe('the request of a batch', () => {
  it('has the same bytes every time, and others for other recipients', async () => {
    const first = await encodeBatch(TEMPLATE, recipients, sign, MAX_BYTES);
    expect(await encodeBatch(TEMPLATE, recipients, sign, MAX_BYTES)).toEqual(first);
    expect((await encodeBatch(TEMPLATE, recipients.slice(1), sign, MAX_BYTES)).digest).not.toBe(first.digest);
  });

  it('holds no more than 2.5 MB, and at least one mail', async () => {
    const long = { ...TEMPLATE, html: `<p>${'ü'.repeat(400_000)}</p>` };
    const many = Array.from({ length: 10 }, (_, n) => ({ id: String(n), email: `r${n}@example.com` }));
    const encoded = await encodeBatch(long, many, sign, MAX_BYTES);
    expect(encoded.size).toBe(3);
    expect(readMails(encoded).map(({ to }) => to)).toEqual(many.slice(0, 3).map(({ email }) => [email]));
    const huge = { ...TEMPLATE, html: 'x'.repeat(3_000_000) };
    expect((await encodeBatch(huge, many, sign, MAX_BYTES)).size).toBe(1);
  });

  it('has a key that says which run, batch, generation and bytes it stands for', async () => {
    const keys = await Promise.all([
      batchKey('run-1', 1, 0, 'd'),
      batchKey('run-2', 1, 0, 'd'),
      batchKey('run-1', 2, 0, 'd'),
      batchKey('run-1', 1, 1, 'd'),
      batchKey('run-1', 1, 0, 'e'),
    ]);
    expect(new Set(keys).size).toBe(5);
    for (const key of keys) expect(key).toMatch(/^[0-9a-f]{64}$/);
  });
});
