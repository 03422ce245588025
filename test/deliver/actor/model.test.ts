// Random lives of a run against a simple model: no matter what editors, subscribers, the provider and the power supply
// do, nobody gets a second mail of an issue unless an editor had it sent again, and in the end nobody is left out.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../src/env.ts';
import { type Fault, HOUR, ISSUE, inWorlds, SHA, TEMPLATE, type World } from '../world.ts';

const SECOND = 'the-next-issue';

type Deed =
  | { do: 'tick' | 'alarm' | 'pause' | 'resume' | 'cancel' | 'crash' }
  /** The next process dies after so many steps. */
  | { do: 'doom'; steps: number }
  | { do: 'leave' | 'return' | 'erase'; id: number }
  | { do: 'second' }
  | { do: 'decide'; action: 'resend' | 'close' }
  | { do: 'message'; purpose: 'test' | 'confirmation' }
  | { do: 'switch'; id: number; to: 'every' | 'weekly' }
  | { do: 'join'; count: number }
  | { do: 'wait'; hours: number }
  | { do: 'faults'; faults: Fault[] }
  | { do: 'outage'; isOn: boolean }
  | { do: 'bad-address'; id: number }
  | { do: 'quota'; left: number }
  | { do: 'signing-key'; isThere: boolean }
  /** The next process sends on another plan. */
  | { do: 'plan'; to: Plan };

const error = (status: number, name: string): Fault => ({ kind: 'error', status, name });
const fault = fc.oneof(
  { weight: 2, arbitrary: fc.constant<Fault>({ kind: 'lost-after' }) },
  { weight: 1, arbitrary: fc.constant<Fault>({ kind: 'lost-before' }) },
  {
    weight: 3,
    arbitrary: fc.constantFrom<Fault>(
      error(500, 'internal_server_error'),
      error(409, 'concurrent_idempotent_requests'),
      error(409, 'invalid_idempotent_request'),
      error(422, 'validation_error'),
      error(400, 'validation_error'),
      error(403, 'invalid_api_key'),
      error(401, 'validation_error'),
      // A gateway in between, when the mails were taken.
      { kind: 'error', status: 502, claims: 422, name: 'validation_error', isTaken: true },
      { kind: 'error', status: 403, claims: 422, name: 'validation_error', isTaken: true },
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
    arbitrary: fc.record({
      do: fc.constantFrom('leave', 'return', 'erase'),
      id: fc.integer({ min: 1, max: 230 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant<Deed>({ do: 'second' }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('decide'), action: fc.constantFrom('resend', 'close') }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('message'), purpose: fc.constantFrom('test', 'confirmation') }),
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
  { weight: 2, arbitrary: fc.record({ do: fc.constant('plan'), to: fc.constantFrom('free', 'paid') }) },
) as fc.Arbitrary<Deed>;

/** What the model knows besides the world. */
type Model = {
  /** Who left, was erased or chose otherwise at any time. */
  readonly leavers: Set<number>;
  /** How often an editor ordered a mail again, by issue and reader. */
  readonly repeats: Map<string, number>;
  messages: number;
};

async function carryOut(world: World, model: Model, step: Deed): Promise<void> {
  switch (step.do) {
    case 'tick':
      return world.tick();
    case 'alarm':
      await world.fireAlarm();
      return;
    case 'pause':
      await world.ask((postmaster) => postmaster.pause(ISSUE));
      return;
    case 'resume':
      await world.ask((postmaster) => postmaster.resume(ISSUE));
      return;
    case 'cancel':
      await world.ask((postmaster) => postmaster.cancel(ISSUE));
      return;
    case 'crash':
      world.boot();
      return;
    case 'doom':
      world.boot(step.steps);
      return;
    case 'plan':
      world.plan = step.to;
      world.boot();
      return;
    case 'leave':
      model.leavers.add(step.id);
      return world.leave(step.id);
    case 'erase':
      model.leavers.add(step.id);
      return world.erase(step.id);
    case 'second': {
      const template = { ...TEMPLATE, subject: SECOND };
      const { audience } = world;
      await world.ask((postmaster) => postmaster.start({ issueId: SECOND, sha256: SHA, template, audience }));
      return;
    }
    case 'decide':
      return decide(world, model, step.action);
    case 'message': {
      model.messages += 1;
      const message = {
        id: `m${model.messages}`,
        to: `m${model.messages}@example.com`,
        template: TEMPLATE,
        token: 't',
      };
      const limit = { counter: message.to, everyMs: 1, aDay: 3 };
      const { purpose } = step;
      await world.ask((postmaster) =>
        postmaster.sendOne(purpose === 'test' ? { ...message, purpose } : { ...message, purpose, limit }),
      );
      return;
    }
    case 'return':
      return world.return(step.id);
    case 'switch':
      model.leavers.add(step.id);
      return world.switch(step.id, step.to);
    case 'join':
      return world.join(step.count, world.audience);
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

/** About the first batch that is open, of either issue. */
async function decide(world: World, model: Model, action: 'resend' | 'close'): Promise<void> {
  for (const issue of [ISSUE, SECOND]) {
    const [open] = (await world.ask((postmaster) => postmaster.undecided(issue))) ?? [];
    if (open === undefined) continue;
    const [row] = world.rows<{ ids: string }>(
      `SELECT ids FROM batches JOIN runs USING (run_id) WHERE issue_id = ? AND number = ? AND batches.state = 'unknown'`,
      issue,
      open.batch,
    );
    // It counts as ordered although the process may die over the order.
    if (action === 'resend')
      for (const id of JSON.parse(row?.ids ?? '[]') as string[])
        model.repeats.set(`${issue} ${id}`, (model.repeats.get(`${issue} ${id}`) ?? 0) + 1);
    await world.ask((postmaster) => postmaster.decide(issue, { ...open, action }));
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
    let isOver = true;
    for (const issue of [ISSUE, SECOND]) {
      const state = world.postmaster.progress(issue)?.state;
      if (state === 'paused') await world.postmaster.resume(issue);
      if (state === 'paused' || state === 'sending') isOver = false;
    }
    if (isOver) return;
  }
  throw new Error(`the run did not end: ${JSON.stringify(world.postmaster.progress(ISSUE))}`);
}

/** The provider forgets no key within a day, so any second mail that no editor ordered is a fault of ours. */
function expectNoSecondMail(world: World, model: Model): void {
  const ordered = (subject: string, mail: { tags: readonly { name: string; value: string }[] }) => {
    const id = mail.tags.find(({ name }) => name === 'subscriber')?.value;
    return model.repeats.get(`${subject === SECOND ? SECOND : ISSUE} ${id}`) ?? 0;
  };
  for (const [address, mails] of world.provider.inboxes)
    for (const subject of [TEMPLATE.subject, SECOND]) {
      const same = mails.filter((mail) => mail.subject === subject);
      const [first] = same;
      if (first !== undefined) expect(same.length, address).toBeLessThanOrEqual(1 + ordered(subject, first));
    }
}

/** What D1 was told to be over is over: no batch waits or is under way, but what an editor sends again. */
function expectRest(world: World, model: Model): void {
  if ((world.d1.state !== 'sent' && world.d1.state !== 'failed') || model.repeats.size > 0) return;
  const open = world.rows(
    `SELECT number FROM runs JOIN batches USING (run_id)
     WHERE issue_id = ? AND batches.state IN ('waiting', 'calling')`,
    ISSUE,
  );
  expect(open).toEqual([]);
}

/** @param may the frozen audience. @param must those of it who never left. */
function expectNobodyForgotten(
  world: World,
  model: Model,
  issue: string,
  may: readonly number[],
  must: readonly number[],
): void {
  const state = world.postmaster.progress(issue)?.state;
  const subject = issue === SECOND ? SECOND : TEMPLATE.subject;
  const inBatches = (states: string) =>
    world
      .rows<{ id: string }>(
        `SELECT item.value AS id FROM runs JOIN batches USING (run_id), json_each(batches.ids) AS item
         WHERE runs.issue_id = ? AND batches.state IN (SELECT value FROM json_each(?))`,
        issue,
        states,
      )
      .map(({ id }) => Number(id));
  const sent = new Set(inBatches('["sent"]'));
  const open = new Set(inBatches('["unknown","closed"]'));
  const accounted = new Set([...sent, ...open, ...inBatches('["refused"]')]);

  // What the tables say was sent is what the provider took; what it took beyond that is or was in doubt.
  const taken = new Set(
    [...world.provider.inboxes.values()]
      .flat()
      .filter((mail) => mail.subject === subject)
      .map(({ tags }) => Number(tags.find(({ name }) => name === 'subscriber')?.value)),
  );
  taken.delete(Number.NaN);
  for (const id of sent) expect(taken.has(id), `reader${id}`).toBe(true);
  for (const id of taken)
    if (!model.repeats.has(`${issue} ${id}`)) expect(sent.has(id) || open.has(id), `reader${id}`).toBe(true);

  // Nobody but the frozen audience, and of it everybody who stayed.
  for (const id of accounted) expect(may).toContain(id);
  if (state !== 'cancelled') for (const id of must) expect(accounted.has(id), `reader${id}`).toBe(true);
}

/** Each was taken or its end is known, and no address is kept that is not needed. */
function expectRestOfMessages(world: World): void {
  const messages = world.rows<{ id: string; state: string }>('SELECT id, state FROM messages');
  for (const { id, state } of messages) {
    const taken = world.provider.inboxes.get(`${id}@example.com`)?.length ?? 0;
    expect(['sent', 'unknown', 'refused'], id).toContain(state);
    if (state !== 'unknown') expect(taken, id).toBe(state === 'sent' ? 1 : 0);
  }
  expect(world.rows('SELECT id FROM messages WHERE address IS NOT NULL')).toEqual([]);
  expect(world.rows('SELECT number FROM batches WHERE addresses IS NOT NULL')).toEqual([]);
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
            const model: Model = { leavers: new Set(), repeats: new Map(), messages: 0 };
            const strangers = new Set(world.subscribers.slice(0, others).map(({ id }) => id));
            await world.tick();
            for (const step of deeds) {
              await carryOut(world, model, step);
              if (world.isDead) world.boot();
              expectNoSecondMail(world, model);
              expectRest(world, model);
            }
            await comeToAnEnd(world);
            expectNoSecondMail(world, model);
            expectRestOfMessages(world);
            for (const issue of [ISSUE, SECOND]) {
              const [run] = world.rows<{ most: number }>(
                'SELECT max_activation AS most FROM runs WHERE issue_id = ?',
                issue,
              );
              const may = world.subscribers
                .filter(({ id }) => !strangers.has(id) || model.leavers.has(id))
                .filter(({ id, activation }) => activation <= (run?.most ?? 0) || model.leavers.has(id))
                .map(({ id }) => id);
              const must = run === undefined ? [] : may.filter((id) => !model.leavers.has(id));
              expectNobodyForgotten(world, model, issue, may, must);
            }
            expect(world.d1.state).toBe(world.postmaster.progress(ISSUE)?.state);
            expect((await world.start(SHA)).ok).toBe(world.d1.state !== 'cancelled');
          },
        ),
        { numRuns: 300 },
      );
    }),
    180_000,
  );
});
