// Every crash point: the process dies at step n (before a statement, before a call, or after it when nobody knows)
// for every possible n, and a new one takes over.

import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../src/env.ts';
import { HOUR, ISSUE, inWorlds, TEMPLATE, type World } from '../world.ts';

/**
 * Ticks and alarms until the issue is over, with as many new processes as it takes. A call that was refused while
 * the process died is ambiguous for 23 hours, and then an editor orders it again.
 */
async function liveOn(world: World): Promise<void> {
  for (let n = 0; n < 500; n += 1) {
    if (world.isDead) world.boot();
    await world.tick();
    if (!world.isDead) await world.runUntil(world.now + 5 * 60_000);
    // What is still in doubt is so all day: the machine is off until the evening, as the same retries prove no more.
    if (n === 12) world.now += 22 * HOUR;
    if (world.isDead || world.alarmAt !== null) continue;
    if (world.d1.state === 'sending' || world.d1.state === 'scheduled') continue;
    const open = await world.ask((postmaster) => postmaster.undecided(ISSUE));
    if (open?.length === 0) return;
    for (const { batch, generation } of open ?? [])
      await world.ask((postmaster) => postmaster.decide(ISSUE, { batch, generation, action: 'resend' }));
  }
  throw new Error(`the run did not end: ${JSON.stringify(world.d1)}`);
}

type Scenario = {
  name: string;
  /** Under which the first process sends, and the one after it. */
  plans?: readonly [Plan, Plan];
  arrange: (world: World) => void;
  /** Who must have exactly one mail; everyone else must have none. */
  expected: (world: World) => Record<string, number>;
  progress: object;
};

const scenarios: Scenario[] = [
  {
    name: 'a run of three batches',
    arrange: (world) => world.join(230),
    expected: (world) => world.onceEach(1, 230),
    progress: { state: 'sent', total: 230, sent: 230, failed: 0, unknown: 0 },
  },
  {
    name: 'a run whose first reply is lost after the mails were taken',
    arrange: (world) => {
      world.join(130);
      world.provider.faults = [{ kind: 'lost-after' }];
    },
    expected: (world) => world.onceEach(1, 130),
    progress: { state: 'sent', sent: 130, failed: 0, unknown: 0 },
  },
  {
    name: 'a batch that splits down to one bad address',
    arrange: (world) => {
      world.join(7);
      world.provider.badAddresses.add('reader3@example.com');
    },
    expected: (world) => {
      const { 'reader3@example.com': _, ...others } = world.onceEach(1, 7);
      return others;
    },
    progress: { state: 'sent', sent: 6, failed: 1, unknown: 0 },
  },
  {
    name: 'a bad address while errors are kept under their key and a reply is lost',
    arrange: (world) => {
      world.join(5);
      world.provider.keepsErrors = true;
      world.provider.badAddresses.add('reader5@example.com');
      world.provider.faults = [null, null, { kind: 'lost-after' }];
    },
    expected: (world) => world.onceEach(1, 4),
    progress: { state: 'sent', sent: 4, failed: 1, unknown: 0 },
  },
  {
    name: 'a run of two batches on the free plan',
    plans: ['free', 'free'],
    arrange: (world) => world.join(15),
    expected: (world) => world.onceEach(1, 15),
    progress: { state: 'sent', total: 15, sent: 15, failed: 0, unknown: 0 },
  },
  {
    name: 'a run that the next process continues on the free plan',
    plans: ['paid', 'free'],
    arrange: (world) => {
      world.join(20);
      world.provider.faults = [{ kind: 'error', status: 429, name: 'rate_limit_exceeded' }];
    },
    expected: (world) => world.onceEach(1, 20),
    progress: { state: 'sent', total: 20, sent: 20, failed: 0, unknown: 0 },
  },
];

describe('a process that dies at any step', () => {
  it(
    'gives nobody two mails when a subscriber leaves in the moment of its death',
    inWorlds(async (create) => {
      const undisturbed = await create();
      undisturbed.join(6);
      await liveOn(undisturbed);
      for (let dieAt = 1; dieAt <= undisturbed.life.steps; dieAt += 1) {
        const world = await create(dieAt);
        world.join(6);
        void world.life.death.promise.then(() => world.leave(4));
        await liveOn(world);
        const { 'reader4@example.com': ofLeaver = 1, ...others } = world.received();
        const { 'reader4@example.com': _, ...expected } = world.onceEach(1, 6);
        expect(others, `death at step ${dieAt}`).toEqual(expected);
        expect(ofLeaver, `death at step ${dieAt}`).toBe(1);
      }
    }),
  );

  for (const scenario of scenarios) {
    it(
      `loses nothing and repeats nothing in ${scenario.name}`,
      inWorlds(async (create) => {
        const [plan, planAfter] = scenario.plans ?? [];
        const undisturbed = await create(0, plan);
        scenario.arrange(undisturbed);
        await liveOn(undisturbed);
        const steps = undisturbed.life.steps;
        expect(steps).toBeGreaterThan(50);
        for (let dieAt = 1; dieAt <= steps; dieAt += 1) {
          const world = await create(dieAt, plan);
          world.plan = planAfter ?? world.plan;
          scenario.arrange(world);
          await liveOn(world);
          expect(world.received(), `death at step ${dieAt}`).toEqual(scenario.expected(world));
          expect(world.postmaster.progress(ISSUE), `death at step ${dieAt}`).toMatchObject(scenario.progress);
          expect(world.d1.state, `death at step ${dieAt}`).toBe('sent');
        }
      }),
    );
  }
});

/** Ticks and alarms, and between them orders, each asked again by a caller that got no answer. */
async function obey(world: World, orders: readonly ((world: World) => Promise<unknown>)[]): Promise<void> {
  let next = 0;
  for (let n = 0; n < 20; n += 1) {
    if (world.isDead) world.boot();
    await world.tick();
    while (!world.isDead && next < orders.length) {
      await orders[next]?.(world);
      if (!world.isDead) next += 1;
    }
    if (!world.isDead) await world.runUntil(world.now + 5 * 60_000);
  }
}

const queue = (id: string, purpose: 'test' | 'confirmation') => (world: World) => {
  const message = { id, to: `${id}@example.com`, template: TEMPLATE, token: 't' };
  const limit = { counter: id, everyMs: 600_000, aDay: 3 };
  return world.ask((postmaster) =>
    postmaster.sendOne(purpose === 'test' ? { ...message, purpose } : { ...message, purpose, limit }),
  );
};
const alarm = (world: World) => world.fireAlarm();

describe('an order during which the process dies', () => {
  const messages = [queue('m1', 'confirmation'), queue('m2', 'test')];
  const pause = (world: World) => world.ask((postmaster) => postmaster.pause(ISSUE));
  const resume = (world: World) => world.ask((postmaster) => postmaster.resume(ISSUE));
  for (const [name, orders, others] of [
    ['single mails', messages, { 'm1@example.com': 1, 'm2@example.com': 1 }],
    ['pause and resume', [pause, alarm, resume], {}],
  ] as const)
    it(
      `loses nothing and repeats nothing: ${name}`,
      inWorlds(async (create) => {
        let steps = 1;
        for (let dieAt = 0; dieAt <= steps; dieAt += 1) {
          const world = await create(dieAt);
          world.join(130);
          await obey(world, orders);
          if (dieAt === 0) steps = Math.min(world.life.steps, 150);
          expect(world.received(), `death at step ${dieAt}`).toEqual({
            ...world.onceEach(1, 130),
            ...others,
          });
          expect(world.d1.state, `death at step ${dieAt}`).toBe('sent');
        }
      }),
      60_000,
    );

  it(
    'sends nobody two mails and leaves nothing waiting: cancel while a batch is in doubt',
    inWorlds(async (create) => {
      for (let dieAt = 0; dieAt <= 150; dieAt += 1) {
        const world = await create(dieAt);
        world.join(230);
        world.provider.faults = [{ kind: 'lost-after' }];
        await obey(world, [alarm, (alive) => alive.ask((postmaster) => postmaster.cancel(ISSUE))]);
        const twice = Object.values(world.received()).filter((count) => count !== 1);
        expect(twice, `death at step ${dieAt}`).toEqual([]);
        const state = world.postmaster.progress(ISSUE)?.state;
        expect(['cancelled', 'sent'], `death at step ${dieAt}`).toContain(state);
        expect(world.d1.state, `death at step ${dieAt}`).toBe(state);
        expect(world.rows(`SELECT number FROM batches WHERE state IN ('waiting', 'calling')`)).toEqual([]);
      }
    }),
    60_000,
  );
});
