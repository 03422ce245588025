// How many mails left when: sums that outlive the process, and what a clock that jumps does to them.

import { expect, it } from 'vitest';
import { countMails, readSent, sumWithin } from '../../../src/deliver/tables/sent-mails.ts';
import { HOUR, inWorld, NOON, type World } from '../world.ts';

const DAY = 24 * HOUR;
const MINUTE = 60_000;
const sum = (world: World, now: number) => sumWithin(readSent(world.storage, now), now);

it(
  'mails of a quarter of an hour leave the day together, a day after the last of them',
  inWorld(async ({ storage }) => {
    countMails(storage, 100, NOON);
    countMails(storage, 50, NOON + 10 * MINUTE);
    countMails(storage, 7, NOON + 20 * MINUTE);
    expect(readSent(storage, NOON + HOUR)).toEqual([
      { at: NOON + 10 * MINUTE, mails: 150 },
      { at: NOON + 20 * MINUTE, mails: 7 },
    ]);
    expect(readSent(storage, NOON + DAY + 10 * MINUTE)).toEqual([{ at: NOON + 20 * MINUTE, mails: 7 }]);
    expect(readSent(storage, NOON + DAY + HOUR)).toEqual([]);
  }),
);

it(
  'a month of mails takes no more than two days of rows',
  inWorld(async (world) => {
    for (let hour = 0; hour < 30 * 24; hour += 1) countMails(world.storage, 1, NOON + hour * HOUR);
    expect(world.rows<{ n: number }>('SELECT count(*) AS n FROM sent_mails')[0]?.n).toBeLessThan(50);
  }),
);

it(
  'mails of a clock that was days ahead count for a day from when that is seen, and no longer',
  inWorld(async (world) => {
    countMails(world.storage, 10, NOON + 5 * DAY);
    expect(sum(world, NOON)).toBe(10);
    countMails(world.storage, 1, NOON + HOUR);
    expect(sum(world, NOON + DAY - MINUTE)).toBe(11);
    expect(sum(world, NOON + DAY + MINUTE)).toBe(1);
  }),
);

it(
  'a clock that jumps ahead and back forgets nothing',
  inWorld(async (world) => {
    countMails(world.storage, 10, NOON);
    countMails(world.storage, 1, NOON + 1.5 * DAY);
    expect(sum(world, NOON + HOUR)).toBe(11);
  }),
);

it(
  'every mail that is sent is counted once, also after a lost reply and the death of the process',
  inWorld(async (world) => {
    world.join(230);
    world.provider.faults = [null, { kind: 'lost-after' }];
    await world.tick();
    await world.fireAlarm();
    world.boot();
    await world.postmaster.sendOne({
      id: 't',
      purpose: 'test',
      to: 'ed@example.com',
      template: world.template,
      token: 't',
    });
    await world.runUntil();
    expect(world.received()).toMatchObject(world.onceEach(1, 230));
    expect(sum(world, world.now)).toBe(231);
  }),
);
