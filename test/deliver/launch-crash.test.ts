// Between the two stores: the real launch over the real D1, and a process that dies at each step of it, in either.

import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { createIssues } from '../../src/deliver/actor/d1-ports.ts';
import { launch } from '../../src/deliver/index.ts';
import { readIssue } from '../../src/store/index.ts';
import { approveForSending } from './approved-issue.ts';
import { inWorlds, type World } from './world.ts';

/** D1 as a process sees it that may die before a query, or after it when nobody knows. */
function mortal(world: World): D1Database {
  const wrap = (statement: D1PreparedStatement): D1PreparedStatement =>
    ({
      bind: (...values: unknown[]) => wrap(statement.bind(...values)),
      first: (column: string) => world.life.reach(() => statement.first(column)),
      all: () => world.life.reach(() => statement.all()),
      run: () => world.life.reach(() => statement.run()),
    }) as unknown as D1PreparedStatement;
  return { prepare: (query: string) => wrap(env.DB.prepare(query)) } as unknown as D1Database;
}

async function liveOn(world: World, id: string): Promise<void> {
  const deps = {
    db: mortal(world),
    now: () => world.now,
    postmaster: () => ({
      start: (run: Parameters<typeof world.postmaster.start>[0]) => world.postmaster.start(run),
      identify: async () => world.postmaster.identify(id),
      reportAgain: () => world.postmaster.reportAgain(id),
      pause: () => world.postmaster.pause(id),
      resume: () => world.postmaster.resume(id),
      cancel: () => world.postmaster.cancel(id),
    }),
  };
  world.updateD1 = (news) => createIssues(mortal(world), () => world.now).update(news);
  for (let n = 0; n < 50; n += 1) {
    if (world.isDead) world.boot();
    await world.ask(() => launch(deps, id));
    if (!world.isDead) await world.runUntil(world.now + 5 * 60_000);
    const state = (await readIssue(env.DB, id))?.state;
    if (!world.isDead && world.alarmAt === null && state === 'sent') return;
  }
  throw new Error(`the issue did not end: ${JSON.stringify(world.reports)}`);
}

async function expectAgreement(world: World, id: string): Promise<void> {
  const [run] = world.rows<{ run_id: string; state: string }>('SELECT run_id, state FROM runs');
  expect(await readIssue(env.DB, id)).toMatchObject({ runId: run?.run_id ?? null, state: run?.state });
}

describe('a launch that dies at any step', () => {
  it(
    'starts one run, sends each mail once, and D1 says so',
    inWorlds(async (create) => {
      let steps = 1;
      // The first life is undisturbed, and tells how many steps there are.
      for (let dieAt = 0; dieAt <= steps; dieAt += 1) {
        const world = await create(dieAt);
        world.join(3);
        const { id, template } = await approveForSending(world.now);
        world.signingKeys.add(template.keyId);
        world.runName = `run-of-${id}`;
        await liveOn(world, id);
        if (dieAt === 0) steps = world.life.steps;
        expect(world.received(), `death at step ${dieAt}`).toEqual(world.onceEach(1, 3));
        await expectAgreement(world, id);
      }
      expect(steps).toBeGreaterThan(60);
    }),
    60_000,
  );
});
