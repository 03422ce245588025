// What grows with the number of mails does not stay for ever, and what still matters stays.

import { describe, expect, it } from 'vitest';
import { HOUR, ISSUE, inWorld, SHA, type World } from '../world.ts';

const DAY = 24 * HOUR;

/** Days pass, with a tick every hour. */
async function pass(world: World, days: number): Promise<void> {
  const until = world.now + days * DAY;
  while (world.now < until) {
    await world.runUntil(world.now + HOUR);
    await world.tick();
  }
}

const count = (world: World, table: string): number =>
  world.rows<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)[0]?.n ?? Number.NaN;

describe('what a run leaves', () => {
  it(
    'loses its attempts after a week and its batches after three months, and is never sent again',
    inWorld(async (world) => {
      world.join(730);
      await world.tick();
      await world.runUntil();
      await pass(world, 6);
      expect([count(world, 'attempts'), count(world, 'batches')]).toEqual([8, 8]);
      await pass(world, 2);
      expect([count(world, 'attempts'), count(world, 'batches')]).toEqual([0, 8]);
      expect(world.rows('SELECT attempts_dropped FROM runs')).toEqual([{ attempts_dropped: 8 }]);
      world.now += 83 * DAY;
      await pass(world, 1);
      expect([count(world, 'batches'), count(world, 'templates')]).toEqual([0, 0]);
      expect(await world.start()).toEqual({ ok: true, value: { runId: 'run-1' } });
      expect(world.postmaster.progress(ISSUE)).toMatchObject({ state: 'sent', total: 730, sent: 730 });
      await pass(world, 1);
      expect(world.received()).toEqual(world.onceEach(1, 730));
    }),
  );

  it(
    'keeps what an editor is to decide about, with its attempts, until it is decided',
    inWorld(async (world) => {
      world.join(150);
      world.provider.faultOf = (parcel) =>
        world.provider.calls[0]?.key === parcel.key ? { kind: 'lost-before' } : null;
      await world.tick();
      await pass(world, 2);
      expect(world.postmaster.progress(ISSUE)).toMatchObject({ state: 'sent', sent: 50, unknown: 100 });
      const attempts = count(world, 'attempts');
      await pass(world, 8);
      world.now += 100 * DAY;
      await pass(world, 1);
      // The one that was taken is gone.
      expect([count(world, 'attempts'), count(world, 'batches')]).toEqual([attempts - 1, 2]);
      const [open] = world.postmaster.undecided(ISSUE);
      world.provider.faultOf = () => null;
      await world.postmaster.decide(ISSUE, {
        batch: open?.batch ?? 0,
        generation: open?.generation ?? 0,
        action: 'resend',
      });
      await world.runUntil();
      expect(world.received()).toEqual(world.onceEach(1, 150));
      await pass(world, 2);
      expect([count(world, 'attempts'), count(world, 'batches')]).toEqual([1, 0]);
    }),
  );

  it(
    'keeps everything while the run is paused, however long that is',
    inWorld(async (world) => {
      world.join(150);
      world.provider.faults = [null, { kind: 'error', status: 403, name: 'invalid_api_key' }];
      await world.tick();
      await world.runUntil();
      world.now += 200 * DAY;
      await pass(world, 1);
      expect([count(world, 'attempts'), count(world, 'batches')]).toEqual([2, 2]);
      await world.postmaster.resume(ISSUE);
      await world.runUntil();
      expect(world.received()).toEqual(world.onceEach(1, 150));
    }),
  );

  it(
    'goes a few hundred rows at a time, past those that stay',
    inWorld(async (world) => {
      world.join(1);
      await world.tick();
      await world.runUntil();
      await world.postmaster.start({
        issueId: 'paused',
        sha256: SHA,
        template: world.template,
        audience: 'every',
      });
      await world.postmaster.pause('paused');
      const add = (run: string, from: number, rows: number) =>
        world.rows(
          `WITH RECURSIVE n (i) AS (SELECT ?2 UNION ALL SELECT i + 1 FROM n WHERE i < ?3)
           INSERT INTO attempts (run_id, batch, generation, idempotency_key, size, started_at, ended_at, outcome)
           SELECT ?1, i, 0, 'k', 1, 0, 0, 'sent' FROM n`,
          run,
          from,
          from + rows - 1,
        );
      add('run-2', 100, 700);
      add('run-1', 100, 1_200);
      world.now += 8 * DAY;
      const seen: number[] = [];
      for (let n = 0; n < 6; n += 1) {
        await world.postmaster.wake();
        seen.push(count(world, 'attempts'));
        world.now += 60_000;
      }
      expect(seen).toEqual([1_900, 1_601, 1_101, 700, 700, 700]);
    }),
  );
});
