// A copy that has been running for a while: what a migration finds, and must leave as it was.

import { applyD1Migrations, reset } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeEach, expect, it } from 'vitest';
import { createKeyedHash } from '../../src/crypto/tokens.ts';
import {
  beginTick,
  eraseSubscriber,
  expireSignups,
  findByAddress,
  listSlots,
  readIssuePage,
  readIssueSummary,
} from '../../src/store/index.ts';

const db = env.DB;
const upTo = (last: string) => env.MIGRATIONS.filter(({ name }) => name <= last);

beforeEach(async () => {
  await reset();
});

it('existing readers, issues and slots get a frequency', async () => {
  await applyD1Migrations(db, upTo('0004_audience.sql'));
  await db.batch(
    [
      `INSERT INTO subscribers (email, state, activation, source, created_at, changed_at)
       VALUES ('ann@x.org', 'active', 1, 'import', 1, 1)`,
      `INSERT INTO reports (raw, raw_sha256, created_at, updated_at) VALUES ('r', 'h', 1, 1)`,
      `INSERT INTO issues (id, state, origin, slot, slug, template, sha256, run_id, created_at, updated_at,
         approved_at) VALUES ('an-issue', 'sent', 'clock', 1000, 'a-slug', '{}', 'a', 'run', 1, 1, 1)`,
      `INSERT INTO issue_reports (issue_id, position, report_id) VALUES ('an-issue', 0, 1)`,
      `INSERT INTO issue_pages (issue_id, piece, content) VALUES ('an-issue', 0, 'the page')`,
      `INSERT INTO slots (starts_at, outcome, issue_id, decided_at) VALUES (1000, 'scheduled', 'an-issue', 1001)`,
    ].map((statement) => db.prepare(statement)),
  );
  await applyD1Migrations(db, env.MIGRATIONS);
  expect(await findByAddress(db, 'ann@x.org')).toMatchObject({ state: 'active', frequency: 'every' });
  expect(await readIssueSummary(db, 'an-issue')).toMatchObject({
    audience: 'every',
    slot: 1000,
    reportIds: ['1'],
    partIds: [],
  });
  expect(await readIssuePage(db, 'a-slug')).toMatchObject({ pageJson: 'the page' });
  expect((await beginTick(db, 1, 1)).lastSlots).toEqual({ every: 1000, weekly: null, weeklyInTime: null });
  expect(await listSlots(db, { limit: 9 })).toMatchObject([
    { audience: 'every', outcome: 'scheduled', issueId: 'an-issue' },
  ]);
});

it('a signup from before the clock sent confirmations gets no second one', async () => {
  await applyD1Migrations(db, upTo('0005_weekly.sql'));
  await db.batch([
    db.prepare(
      `INSERT INTO subscribers (email, state, source, created_at, changed_at)
       VALUES ('ann@x.org', 'pending', 'form', 1, 1)`,
    ),
    db.prepare(
      `INSERT INTO consents (subscriber_id, source, wording, asked_at, expires_at) VALUES (1, 'form', 'w', 1, 9)`,
    ),
  ]);
  await applyD1Migrations(db, env.MIGRATIONS);
  expect((await expireSignups(db, 2)).signups).toEqual([]);
});

it('the two addresses of an earlier change belong to one person', async () => {
  await applyD1Migrations(db, upTo('0006_mails_to_confirm.sql'));
  await db.batch([
    db.prepare(
      `INSERT INTO subscribers (email, name, state, activation, source, created_at, changed_at)
       VALUES ('old@x.org', 'Ann', 'unsubscribed', 1, 'import', 1, 1),
         ('new@x.org', NULL, 'active', 2, 'form', 1, 1), ('bo@x.org', 'Bo', 'active', 3, 'import', 1, 1)`,
    ),
    db.prepare(
      `INSERT INTO consents (subscriber_id, source, wording, replaces, asked_at, expires_at, confirmed_at)
       VALUES (2, 'change of address', 'w', 1, 1, 9, 2)`,
    ),
  ]);
  await applyD1Migrations(db, env.MIGRATIONS);
  expect(await findByAddress(db, 'old@x.org')).toMatchObject({ name: null });
  expect(await findByAddress(db, 'new@x.org')).toMatchObject({ name: 'Ann' });
  expect(await findByAddress(db, 'bo@x.org')).toMatchObject({ name: 'Bo' });
  await eraseSubscriber(db, '2', await createKeyedHash('a-key-of-this-test'), 3);
  expect(await findByAddress(db, 'old@x.org')).toBeNull();
});
