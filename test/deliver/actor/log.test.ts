// What the log says of the sending: each change of a run and each trouble once, and nothing that names a reader.

import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { importSigningKeys, signToken } from '../../../src/crypto/tokens.ts';
import { type Fault, HOUR, ISSUE, inWorld, inWorlds, NOON, TEMPLATE, type World } from '../world.ts';

type Line = { event: string; outcome?: string; name?: string; reason?: string; [field: string]: unknown };

const linesOf = (world: World): Line[] => world.log.map((line) => JSON.parse(line));
const eventsOf = (world: World): string[] => linesOf(world).map(({ event }) => event);

async function makeToken(): Promise<string> {
  const [key] = await importSigningKeys(env.SIGNING_KEY);
  if (key === undefined) throw new Error('there is a key');
  return signToken(key, 'confirm', 'a3a0c9f6', NOON + HOUR);
}

const confirmation = (world: World, id: string, token: string) =>
  world.postmaster.sendOne({
    id,
    purpose: 'confirmation',
    to: `${id}@example.com`,
    template: TEMPLATE,
    token,
    limit: { counter: id, everyMs: HOUR, aDay: 3 },
  });

describe('a run', () => {
  it(
    'that goes well is two lines: its start and its end',
    inWorld(async (world) => {
      world.join(250);
      await world.tick();
      await world.runUntil();
      const run = { issue: ISSUE, run: 'run-1' };
      expect(linesOf(world)).toEqual([
        { event: 'run-started', ...run, mails: 250 },
        { event: 'run-ended', ...run, state: 'sent', reason: null, mails: 250, sent: 250, failed: 0 },
      ]);
      await world.tick();
      await world.start();
      expect(world.log).toHaveLength(2);
    }),
  );

  it(
    'that is refused, pauses and is resumed is a line for each of them',
    inWorld(async (world) => {
      world.join(3);
      world.provider.faults = [
        { kind: 'lost-after' },
        { kind: 'error', status: 403, name: 'invalid_api_key', message: 'No key of desk@example.com' },
      ];
      await world.tick();
      await world.runUntil();
      await world.postmaster.resume(ISSUE);
      await world.postmaster.resume(ISSUE);
      expect(eventsOf(world).filter((event) => event.startsWith('run-'))).toEqual([
        'run-started',
        'run-paused',
        'run-resumed',
        'run-ended',
      ]);
      expect(linesOf(world).filter(({ event }) => event === 'batch-outcome')).toMatchObject([
        { batch: 1, mails: 3, outcome: 'ambiguous', name: 'application_error' },
        { batch: 1, mails: 3, outcome: 'refused', scope: 'account', message: 'No key of (an address)' },
      ]);
      expect(world.log.join()).not.toContain('@');
    }),
  );

  it(
    'that is paused and cancelled, however often, is a line for each of them',
    inWorld(async (world) => {
      await world.tick();
      for (let n = 0; n < 2; n += 1) await world.postmaster.pause(ISSUE, 'An editor paused this issue.');
      for (let n = 0; n < 2; n += 1) await world.postmaster.cancel(ISSUE);
      expect(linesOf(world)).toMatchObject([
        { event: 'run-started' },
        { event: 'run-paused', reason: 'An editor paused this issue.' },
        { event: 'run-ended', state: 'cancelled', sent: 0 },
      ]);
    }),
  );

  it(
    'whose process died has a line of the call that it left open',
    inWorld(async (world) => {
      world.join(3);
      world.provider.faultOf = () => {
        world.life.die();
        return null;
      };
      await world.tick();
      await world.fireAlarm();
      world.provider.faultOf = () => null;
      world.boot();
      await world.runUntil();
      expect(linesOf(world)).toMatchObject([
        { event: 'run-started' },
        { event: 'batch-outcome', batch: 1, mails: 3, outcome: 'ambiguous', name: 'process_died' },
        { event: 'run-ended', state: 'sent', sent: 3 },
      ]);
    }),
  );
});

/** As providers quote what they refuse. */
const troubles = (address: string, token: string): (Fault | null)[] => {
  const message = `"${address}" <${address.replace('@', '%40')}> by /confirm/${token}\nis no address.`;
  return [
    null,
    null,
    null,
    { kind: 'lost-before' },
    { kind: 'lost-after' },
    { kind: 'error', status: 422, name: 'validation_error', message },
    { kind: 'error', status: 422, name: 'validation_error', message },
    { kind: 'error', status: 400, name: 'validation_error', message },
    { kind: 'error', status: 403, name: 'validation_error', message },
    { kind: 'error', status: 429, name: 'rate_limit_exceeded', message },
    { kind: 'error', status: 500, name: 'application_error', message },
  ];
};

it(
  'no line of a run with every kind of trouble names an address or holds a token',
  inWorlds(async (create) => {
    const token = await makeToken();
    const events = new Set<string>();
    for (let seed = 1; seed <= 12; seed += 1) {
      const world = await create();
      world.join(60);
      let dice = seed;
      world.provider.faultOf = ({ body }) => {
        dice = (dice * 48_271) % 2_147_483_647;
        const address = /[\w-]+@example\.com/.exec(
          new TextDecoder().decode(body).split('"to"')[1] ?? '',
        )?.[0];
        const all = troubles(address ?? '', token);
        return all[dice % all.length] ?? null;
      };
      await world.tick();
      for (let n = 0; n < 4; n += 1) await confirmation(world, `reader-${n}`, token);
      for (let n = 0; n < 8; n += 1) {
        await world.runUntil();
        await world.postmaster.resume(ISSUE);
      }
      for (const event of eventsOf(world)) events.add(event);
      for (const line of world.log) {
        expect(line).toBe(JSON.stringify(JSON.parse(line)));
        expect(line).not.toMatch(/\n|@|%40|example\.com/);
        expect(line).not.toContain(token);
        expect(line).not.toContain(token.slice(0, 30));
        expect(line).not.toContain('token-of-');
      }
      expect(world.reports).toEqual([]);
    }
    expect([...events].sort()).toEqual([
      'batch-outcome',
      'refusal',
      'run-ended',
      'run-paused',
      'run-resumed',
      'run-started',
    ]);
  }),
);
