// An editor takes a scheduled issue back, or moves it, and the process dies in between: a repeat finishes it, the clock
// does not send the old one meanwhile, and no report is sent in two issues. Real tables, real Postmaster.

import { env } from 'cloudflare:workers';
import { beforeEach, expect, it } from 'vitest';
import { publication } from '../../content/publication.ts';
import { type ClockDeps, type Content, tick } from '../../src/clock/index.ts';
import { importSigningKeys } from '../../src/crypto/tokens.ts';
import { POSTMASTER_NAME } from '../../src/deliver/index.ts';
import { readConfig } from '../../src/env.ts';
import { createApp } from '../../src/http/app.ts';
import { freezeIssue } from '../../src/issue/index.ts';
import {
  approveIssue,
  createIssue,
  createReport,
  type IssueSummary,
  importSubscribers,
  listIssues,
  listOutbox,
} from '../../src/store/index.ts';
import { runAlarmsUntil } from '../support/alarms.ts';
import { EDITOR, SITE } from '../support/client.ts';
import { emptyDatabase } from '../support/empty-database.ts';
import { Life, mortalDatabase } from '../support/mortal.ts';

const db = env.DB;
const HOUR = 3_600_000;
const SOON = Date.now() + 24 * HOUR;
const LATER = SOON + 24 * HOUR;
const keys = await importSigningKeys('a-signing-key-for-tests-only');
const postmaster = () => env.POSTMASTER.getByName(POSTMASTER_NAME);
const config = readConfig(env);
const content: Content = {
  publication: { ...publication, sending: { ...publication.sending, days: [] }, weekly: null },
  reports: [],
};

const clock: ClockDeps = {
  config: { local: true, siteUrl: SITE },
  signingKey: keys[0]!,
  db,
  postmaster,
  now: Date.now,
};
const tickAt = (time: number) => tick(clock, time, content);

/** The same routes, in a process that dies after one of its steps: in D1 or in the Postmaster. */
async function postMortally(path: string, body: object | null, life: Life): Promise<Response | 'killed'> {
  if (!config.ok) throw new Error(config.error.join(' '));
  const app = createApp({
    config: config.value,
    signingKey: keys[0]!,
    keys,
    erasure: null,
    bootId: 'mortal',
    db: mortalDatabase(db, life),
    postmaster: () =>
      ({
        withdraw: (id: string) => life.step(async () => postmaster().withdraw(id), 0),
        launchAt: (id: string, at: number) => life.step(() => postmaster().launchAt(id, at), 0),
      }) as unknown as ReturnType<typeof postmaster>,
    joinLimit: env.JOIN_LIMIT,
    now: Date.now,
  } as unknown as Parameters<typeof createApp>[0]);
  const init = body === null ? {} : { body: JSON.stringify(body) };
  const headers = { ...EDITOR, ...(body === null ? {} : { 'Content-Type': 'application/json' }) };
  return Promise.race([app.request(`${SITE}${path}`, { method: 'POST', ...init, headers }), life.death]);
}

const RAW = 'Schools get more\n\nThe council passed the budget for schools on Tuesday after a long debate.\n';

async function scheduleIssue(): Promise<string> {
  const report = await createReport(db, { name: null, raw: RAW, title: null, isSample: false }, 1);
  const id = crypto.randomUUID();
  const words = { subject: null, preheader: null };
  await createIssue(db, { id, reportIds: [report], ...words }, 1);
  const options = { publication, siteUrl: SITE, keyId: keys[0]!.id, local: true };
  const frozen = await freezeIssue(
    { id, ...words },
    [{ id: report, raw: RAW, format: 'text' as const, overrides: [] }],
    options,
  );
  if (!frozen.ok) throw new Error(frozen.error.message);
  const schedule = { at: SOON, holdUntil: null };
  expect(await approveIssue(db, id, 1, frozen.value.stored, schedule, Date.now())).toBe(true);
  await postmaster().launchAt(id, SOON);
  return id;
}

const issues = () => listIssues(db, { limit: 9 });
async function untilQuiet(): Promise<readonly IssueSummary[]> {
  let all: readonly IssueSummary[] = [];
  await runAlarmsUntil(async () => {
    all = await issues();
    return all.every(({ state }) => state !== 'sending');
  });
  return all;
}

async function empty(): Promise<void> {
  await emptyDatabase();
  await importSubscribers(db, [{ email: 'ann@x.org', name: null, state: 'active' }], 1);
}
beforeEach(empty);

const ORDERS = [
  ['draft', null],
  ['move', { at: new Date(LATER).toISOString() }],
] as const;

it.each(ORDERS)('%s: a repeat makes up for a process that died at any step', async (order, body) => {
  let steps = 1;
  // The first life is undisturbed, and shows how many steps there are.
  for (let dieAt = 0; dieAt <= steps; dieAt += 1) {
    await empty();
    const id = await scheduleIssue();
    const life = new Life(dieAt);
    await postMortally(`/api/issues/${id}/${order}`, body, life);
    if (dieAt === 0) steps = life.steps;

    const repeated = await postMortally(`/api/issues/${id}/${order}`, body, new Life(0));
    expect(repeated === 'killed' || repeated.ok, `${order} killed at ${dieAt}`).toBe(true);
    const [successor, ...others] = await issues();
    expect(others).toMatchObject([{ id, state: 'cancelled', replacedBy: successor!.id }]);
    expect(successor).toMatchObject({ state: order === 'draft' ? 'draft' : 'scheduled' });
    await tickAt(SOON);
    expect((await untilQuiet()).map(({ state }) => state)).toEqual([successor!.state, 'cancelled']);
    expect(await listOutbox(db, { limit: 9 })).toEqual([]);
  }
  expect(steps).toBeGreaterThan(3);
});

it.each(ORDERS)(
  '%s: whenever the clock comes in between, one issue is sent, or none',
  async (order, body) => {
    let steps = 1;
    for (let dieAt = 1; dieAt <= steps; dieAt += 1) {
      await empty();
      const id = await scheduleIssue();
      const life = new Life(dieAt);
      if ((await postMortally(`/api/issues/${id}/${order}`, body, life)) === 'killed') steps = life.steps + 1;
      await tickAt(SOON);
      await untilQuiet();
      const before = await listOutbox(db, { limit: 9 });

      const repeated = await postMortally(`/api/issues/${id}/${order}`, body, new Life(0));
      // What the clock sent first stays sent; everything else is as the editor wanted it.
      expect(repeated === 'killed' ? 0 : repeated.status, `${order} killed at ${dieAt}`).toBeOneOf(
        before.length === 1 ? [409] : [200, 201, 202],
      );
      await tickAt(LATER);
      const sent = (await untilQuiet()).filter(({ state }) => state === 'sent');
      expect(sent).toHaveLength(order === 'move' || before.length === 1 ? 1 : 0);
      expect(await listOutbox(db, { limit: 9 })).toHaveLength(sent.length);
    }
    expect(steps).toBeGreaterThan(3);
  },
);
