// Random lives of a run against a simple model: whatever editors, subscribers, the provider and the power supply
// do, nobody gets two mails that no editor ordered, and at the end nobody is forgotten.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fault, HOUR, ISSUE, inWorlds, type Provider, SHA, type World } from './world.ts';

type Deed =
  | { do: 'tick' | 'alarm' | 'pause' | 'resume' | 'cancel' | 'crash' }
  /** The next process dies after so many steps. */
  | { do: 'doom'; steps: number }
  | { do: 'leave' | 'return'; id: number }
  | { do: 'switch'; id: number; to: 'every' | 'weekly' }
  | { do: 'join'; count: number }
  | { do: 'wait'; hours: number }
  | { do: 'faults'; faults: Fault[] }
  | { do: 'outage'; isOn: boolean }
  | { do: 'bad-address'; id: number }
  | { do: 'quota'; left: number }
  | { do: 'signing-key'; isThere: boolean };

const error = (status: number, name: string): Fault => ({ kind: 'error', status, name });
const fault = fc.oneof(
  { weight: 2, arbitrary: fc.constant<Fault>({ kind: 'lost-after' }) },
  { weight: 1, arbitrary: fc.constant<Fault>({ kind: 'lost-before' }) },
  {
    weight: 3,
    arbitrary: fc.constantFrom<Fault>(
      error(500, 'internal_server_error'),
      error(409, 'concurrent_idempotent_requests'),
      error(422, 'validation_error'),
      error(403, 'invalid_api_key'),
      error(429, 'rate_limit_exceeded'),
      error(429, 'monthly_quota_exceeded'),
    ),
  },
);

const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constantFrom('tick', 'alarm', 'alarm') }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constantFrom('pause', 'resume', 'crash') }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('doom'), steps: fc.integer({ min: 1, max: 150 }) }),
  },
  { weight: 1, arbitrary: fc.constant<Deed>({ do: 'cancel' }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom('leave', 'return'), id: fc.integer({ min: 1, max: 230 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('switch'),
      id: fc.integer({ min: 1, max: 230 }),
      to: fc.constantFrom('every', 'weekly'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('join'), count: fc.integer({ min: 1, max: 20 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('wait'), hours: fc.constantFrom(0.01, 1, 12, 24) }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('faults'), faults: fc.array(fault, { maxLength: 6 }) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('outage'), isOn: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('bad-address'), id: fc.integer({ min: 1, max: 230 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('quota'), left: fc.constantFrom(0, 7, 150) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('signing-key'), isThere: fc.boolean() }) },
) as fc.Arbitrary<Deed>;

async function carryOut(world: World, step: Deed): Promise<void> {
  switch (step.do) {
    case 'tick':
      return world.tick();
    case 'alarm':
      await world.fireAlarm();
      return;
    case 'pause':
      await world.ask((office) => office.pause(ISSUE));
      return;
    case 'resume':
      await world.ask((office) => office.resume(ISSUE));
      return;
    case 'cancel':
      await world.ask((office) => office.cancel(ISSUE));
      return;
    case 'crash':
      world.boot();
      return;
    case 'doom':
      world.boot(step.steps);
      return;
    case 'leave':
      return world.leave(step.id);
    case 'return':
      return world.return(step.id);
    case 'switch':
      return world.switch(step.id, step.to);
    case 'join':
      return world.join(step.count);
    case 'wait':
      return world.runUntil(world.now + step.hours * HOUR);
    case 'faults':
      world.provider.faults = [...step.faults];
      return;
    case 'outage':
      world.provider.faultOf = () => (step.isOn ? error(503, 'internal_server_error') : null);
      return;
    case 'bad-address':
      world.provider.badAddresses.add(`reader${step.id}@example.com`);
      return;
    case 'quota':
      world.provider.dailyQuota = world.provider.inboxes.size + step.left;
      return;
    case 'signing-key':
      if (step.isThere) world.signingKeys.add('key-1');
      else world.signingKeys.delete('key-1');
      return;
  }
}

/** All trouble ends, and an editor resumes and decides until the run is over. */
async function comeToAnEnd(world: World): Promise<void> {
  world.provider.faults = [];
  world.provider.faultOf = () => null;
  world.provider.dailyQuota = Number.POSITIVE_INFINITY;
  world.signingKeys.add('key-1');
  world.boot();
  for (let n = 0; n < 40; n += 1) {
    await world.tick();
    await world.runUntil(world.now + 25 * HOUR);
    const state = world.office.progress(ISSUE)?.state;
    if (state === 'paused') await world.office.resume(ISSUE);
    else if (state === 'sent' || state === 'failed' || state === 'cancelled') return;
  }
  throw new Error(`the run did not end: ${JSON.stringify(world.office.progress(ISSUE))}`);
}

/** The provider forgets no key within a day, so a second mail to anybody is always a fault of ours. */
function expectNoSecondMail(provider: Provider): void {
  const twice = [...provider.inboxes].filter(([, mails]) => mails.length > 1).map(([address]) => address);
  expect(twice).toEqual([]);
}

/** What D1 was told to be over is over: no batch waits or is under way. */
function expectRest(world: World): void {
  if (world.d1.state !== 'sent' && world.d1.state !== 'failed') return;
  expect(world.rows(`SELECT number FROM batches WHERE state IN ('waiting', 'calling')`)).toEqual([]);
}

/** @param may the frozen audience. @param must those of it who never left. */
function expectNobodyForgotten(world: World, may: readonly number[], must: readonly number[]): void {
  const state = world.office.progress(ISSUE)?.state;
  const inBatches = (states: string) =>
    world
      .rows<{ id: string }>(
        `SELECT item.value AS id FROM batches, json_each(batches.ids) AS item
         WHERE batches.state IN (SELECT value FROM json_each(?))`,
        states,
      )
      .map(({ id }) => Number(id));
  const sent = new Set(inBatches('["sent"]'));
  const accounted = new Set([...sent, ...inBatches('["refused","unknown"]')]);

  // What the tables say was sent is what the provider took; what it took beyond that is in doubt.
  for (const id of sent) expect(world.provider.inboxes.has(`reader${id}@example.com`)).toBe(true);
  const unknown = new Set(inBatches('["unknown"]'));
  for (const { id, email } of world.subscribers)
    if (world.provider.inboxes.has(email)) expect(sent.has(id) || unknown.has(id), email).toBe(true);

  // Nobody but the frozen audience, and of it everybody who stayed.
  for (const id of accounted) expect(may).toContain(id);
  if (state !== 'cancelled') for (const id of must) expect(accounted.has(id), `reader${id}`).toBe(true);

  // And no address is kept that is not needed.
  expect(
    world.rows(
      `SELECT number FROM batches WHERE addresses IS NOT NULL AND state NOT IN ('unknown', 'split')`,
    ),
  ).toEqual([]);
}

describe('a run', () => {
  it(
    'gives nobody two mails and forgets nobody, whatever happens',
    inWorlds(async (create) => {
      await fc.assert(
        fc.asyncProperty(
          fc.integer({ min: 0, max: 230 }),
          fc.integer({ min: 0, max: 30 }),
          fc.constantFrom('every', 'weekly'),
          fc.boolean(),
          fc.array(deed, { maxLength: 25 }),
          async (size, others, audience, keepsErrors, deeds) => {
            const world = await create();
            world.audience = audience;
            world.join(others, audience === 'every' ? 'weekly' : 'every');
            world.join(size, audience);
            world.provider.keepsErrors = keepsErrors;
            // Who chose this, and did not leave or choose otherwise since.
            const leavers = new Set<number>();
            const strangers = new Set(world.subscribers.slice(0, others).map(({ id }) => id));
            await world.tick();
            for (const step of deeds) {
              if (step.do === 'leave' || step.do === 'switch') leavers.add(step.id);
              await carryOut(world, step);
              if (world.isDead) world.boot();
              expectNoSecondMail(world.provider);
              expectRest(world);
            }
            await comeToAnEnd(world);
            expectNoSecondMail(world.provider);
            const [run] = world.rows<{ max_activation: number }>('SELECT max_activation FROM runs');
            const may = world.subscribers
              .filter(({ id }) => !strangers.has(id))
              .filter(({ id, activation }) => activation <= (run?.max_activation ?? 0) || leavers.has(id))
              .map(({ id }) => id);
            const must = may.filter((id) => !leavers.has(id));
            expectNobodyForgotten(world, may, must);
            expect(world.d1.state).toBe(world.office.progress(ISSUE)?.state);
            expect((await world.start(SHA)).ok).toBe(world.d1.state !== 'cancelled');
          },
        ),
        { numRuns: 300 },
      );
    }),
    180_000,
  );
});
