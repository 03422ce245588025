import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importSigningKeys } from '../../../src/crypto/tokens.ts';
import { POSTMASTER_NAME } from '../../../src/deliver/index.ts';
import { createApp, createUnconfiguredApp } from '../../../src/http/app.ts';
import type { Deps } from '../../../src/http/deps.ts';
import { networkLimitsOf } from '../../../src/http/network.ts';
import { healthRoute } from '../../../src/http/site/health.ts';
import { beginTick, endTick, reopenTick } from '../../../src/store/index.ts';
import { request } from '../../support/client.ts';

const SITE = 'https://news.second-read.org';
const TOKEN = 'a-long-editor-token';
const NOON = Date.UTC(2026, 10, 17, 12);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

type Health = {
  ok: boolean;
  bootId: string;
  problems: string[];
  details?: { reasons: Record<string, string> };
};

const keys = await importSigningKeys('a-signing-key-for-tests-only');
let now = NOON;

/** A copy as it is deployed: the settings are of one, the stores those of the test. */
function deps(): Deps {
  const config = {
    local: false,
    plan: 'free',
    jurisdiction: null,
    siteUrl: SITE,
    editorToken: TOKEN,
    signingKey: 'a-signing-key-for-tests-only',
    erasureKey: 'an-erasure-key-for-tests',
    mailer: { kind: 'resend', apiKey: 're_x', baseUrl: null },
    webhookSecret: null,
    bootId: null,
  } as const;
  return {
    config,
    signingKey: keys[0]!,
    keys,
    erasure: null,
    bootId: 'boot',
    db: env.DB,
    postmaster: () => env.POSTMASTER.getByName(POSTMASTER_NAME),
    networkLimits: networkLimitsOf(env),
    now: () => now,
  };
}

const CONTEXT = { waitUntil: () => {}, passThroughOnException: () => {}, props: {} } as never;

function deploy(change: Partial<Deps> = {}) {
  const app = createApp({ ...deps(), ...change });
  return async (init: RequestInit = {}, url = `${SITE}/health`) => app.request(url, init, {}, CONTEXT);
}

const asEditor = { headers: { Authorization: `Bearer ${TOKEN}` } };

async function ask(health = deploy(), init: RequestInit = {}): Promise<Health> {
  return (await health(init)).json();
}

async function writeToPostmaster(...statements: readonly string[]): Promise<void> {
  await runInDurableObject(env.POSTMASTER.getByName(POSTMASTER_NAME), (_, { storage }) => {
    for (const statement of statements) storage.sql.exec(statement);
  });
}

async function tick(at: number): Promise<void> {
  await beginTick(env.DB, at, at);
  await endTick(env.DB, at, 'No slot is due.', at);
}

/** The publication is the sample, which a deployed copy is told of. */
const SAMPLE = 'sample-sender';

beforeEach(async () => {
  now = NOON;
  await tick(NOON - 5 * MINUTE);
});

afterEach(() => writeToPostmaster('DELETE FROM batches', 'DELETE FROM runs', 'DELETE FROM account_refusal'));

describe('/health', () => {
  it('is well in a local copy, sample and all', async () => {
    const response = await request('/health');
    expect(response.status).toBe(200);
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect(await response.json()).toEqual({ ok: true, bootId: expect.any(String), problems: [] });
  });

  it('tells strangers the names of problems and no more', async () => {
    expect(await ask()).toEqual({ ok: false, bootId: 'boot', problems: [SAMPLE] });
  });

  it('tells editors what is wrong, what to do, and figures', async () => {
    expect(await ask(deploy(), asEditor)).toMatchObject({
      problems: [SAMPLE],
      details: {
        reasons: { [SAMPLE]: expect.stringMatching(/editor@second-read\.example.*Write your own sender/) },
        askedAt: new Date(NOON).toISOString(),
        lastTick: new Date(NOON - 5 * MINUTE).toISOString(),
        openDecisions: 0,
        heldDrafts: 0,
      },
    });
  });

  it('refuses a wrong token instead of taking it for a stranger', async () => {
    expect((await deploy()({ headers: { Authorization: 'Bearer wrong' } })).status).toBe(401);
  });

  it('names a host that is not that of SITE_URL', async () => {
    const response = await deploy()({}, 'https://copydesk.workers.dev/health');
    expect(((await response.json()) as Health).problems).toEqual([SAMPLE, 'other-host']);
  });

  it('names a clock that is late, and no clock that is on time', async () => {
    now = NOON + 14 * MINUTE;
    expect((await ask()).problems).toEqual([SAMPLE]);
    now = NOON + 16 * MINUTE;
    const { problems, details } = await ask(deploy(), asEditor);
    expect(problems).toEqual([SAMPLE, 'clock-late']);
    expect(details?.reasons['clock-late']).toContain('2026-11-17 11:55 UTC');
  });

  it('does not take a tick that died for one that ran', async () => {
    now = NOON + 20 * MINUTE;
    await beginTick(env.DB, now - MINUTE, now);
    await reopenTick(env.DB, now - MINUTE);
    expect((await ask()).problems).toContain('clock-late');
  });

  it('names a missing ERASURE_KEY', async () => {
    const { problems, details } = await ask(
      deploy({
        config: { local: false, siteUrl: SITE, editorToken: TOKEN, erasureKey: null } as Deps['config'],
      }),
      asEditor,
    );
    expect(problems).toContain('erasure-key-missing');
    expect(details?.reasons['erasure-key-missing']).toContain('wrangler secret put ERASURE_KEY');
  });

  it('names migrations that were not applied, also when none was', async () => {
    await env.DB.exec(`UPDATE d1_migrations SET name = 'gone' WHERE name = '0009_moves_in_mid_run.sql'`);
    const some = await ask(deploy(), asEditor);
    await env.DB.exec('ALTER TABLE d1_migrations RENAME TO d1_elsewhere');
    const all = await ask(deploy(), asEditor);
    await env.DB.exec('ALTER TABLE d1_elsewhere RENAME TO d1_migrations');
    await env.DB.exec(`UPDATE d1_migrations SET name = '0009_moves_in_mid_run.sql' WHERE name = 'gone'`);
    expect(some.problems).toEqual(['tables-missing', SAMPLE]);
    expect(some.details?.reasons['tables-missing']).toMatch(/0009_moves_in_mid_run\.sql\..*npm run deploy/);
    expect(all.details?.reasons['tables-missing']).toContain('0001_start.sql, 0002_issue_pages.sql');
    expect((await ask()).problems).toEqual([SAMPLE]);
  });

  it('counts drafts of the clock that are held, not those that wait as they were meant to', async () => {
    await env.DB.exec(
      `INSERT INTO issues (id, state, origin, reason, created_at, updated_at) VALUES
         ('held', 'draft', 'clock', 'No postal address.', 0, 0), ('waits', 'draft', 'clock', NULL, 0, 0),
         ('mine', 'draft', 'editor', NULL, 0, 0)`.replaceAll('\n', ' '),
    );
    const { problems, details } = await ask(deploy(), asEditor);
    await env.DB.exec('DELETE FROM issues');
    expect(problems).toEqual([SAMPLE, 'drafts-held']);
    expect(details).toMatchObject({ heldDrafts: 1, waitingDrafts: 1 });
  });

  it('names a run that is paused, with its reason, before D1 knows', async () => {
    await writeToPostmaster(RUN('paused', `'The signing key is gone.'`));
    const { problems, details } = await ask(deploy(), asEditor);
    expect(problems).toEqual([SAMPLE, 'issues-paused']);
    expect(details?.reasons['issues-paused']).toContain('The signing key is gone.');
  });

  it('names a single mail that was refused, for a day, and without its address', async () => {
    await writeToPostmaster(
      `INSERT INTO messages (id, purpose, address_hash, state, next_at, created_at, refused_at, settled_at, note)
       VALUES ('m', 'confirmation', '', 'refused', 0, ${NOON}, ${NOON}, ${NOON}, 'validation_error: Invalid to field.')`,
    );
    const { problems, details } = await ask(deploy(), asEditor);
    now = NOON + 25 * HOUR;
    await tick(now - MINUTE);
    const nextDay = await ask();
    await writeToPostmaster('DELETE FROM messages');
    await env.DB.exec(`DELETE FROM ticks WHERE scheduled_time > ${NOON}`);
    expect(problems).toEqual([SAMPLE, 'mail-refused']);
    expect(details?.reasons['mail-refused']).toContain('(confirmation): validation_error: Invalid to field.');
    expect(nextDay.problems).toEqual([SAMPLE]);
  });

  it('names open decisions, and stays 200', async () => {
    await writeToPostmaster(RUN('sending', 'NULL'), BATCH('unknown'));
    const response = await deploy()(asEditor);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      problems: [SAMPLE, 'decisions-open'],
      details: { openDecisions: 1 },
    });
  });

  it('names a Postmaster and a database that answer with errors, and stays 200', async () => {
    const broken = {
      prepare: () => {
        throw new Error('D1 is down');
      },
    } as unknown as D1Database;
    const response = await deploy({
      db: broken,
      postmaster: () => {
        throw new Error('no such object');
      },
    })();
    expect(response.status).toBe(200);
    expect(((await response.json()) as Health).problems).toEqual([
      'database-unreachable',
      'postmaster-unreachable',
      SAMPLE,
    ]);
  });

  it('does not wait for a database that does not answer', async () => {
    const silent = { prepare: () => ({ all: () => new Promise(() => {}) }) } as unknown as D1Database;
    const app = healthRoute({ ...deps(), db: silent }, 20);
    const response = await app.request(`${SITE}/`, {}, {}, CONTEXT);
    expect(response.status).toBe(200);
    expect(((await response.json()) as Health).problems).toContain('database-unreachable');
  });

  it('is 503 while Resend refuses the account, with the same body, and only then', async () => {
    await writeToPostmaster(
      `INSERT INTO account_refusal (id, account, name, status, message, since, at)
       VALUES (1, 'outbox', 'invalid_api_key', 403, 'No such key.', ${NOON - HOUR}, ${NOON})`,
    );
    const refused = await deploy()(asEditor);
    await writeToPostmaster('DELETE FROM account_refusal');
    expect(refused.status).toBe(503);
    const { problems, details } = (await refused.json()) as Health;
    expect(problems).toEqual(['account-refused', SAMPLE]);
    expect(details?.reasons['account-refused']).toMatch(/Since 2026-11-17 11:00 UTC .*No such key\./);
    expect((await deploy()()).status).toBe(200);
  });

  it('asks the stores once in ten seconds, whoever asks it and however often', async () => {
    let asked = 0;
    const health = deploy({
      postmaster: () => {
        asked += 1;
        return env.POSTMASTER.getByName(POSTMASTER_NAME);
      },
    });
    await Promise.all(Array.from({ length: 20 }, () => health()));
    now += 9_999;
    for (let n = 0; n < 5; n += 1) await health(n % 2 === 0 ? {} : asEditor);
    expect(asked).toBe(1);
    now += 1;
    await health();
    expect(asked).toBe(2);
  });
});

describe('/health of a Worker without its settings', () => {
  const problems = [
    'EDITOR_TOKEN is missing: it lets editors in. Set it with "npx wrangler secret put EDITOR_TOKEN".',
    'SITE_URL must begin with https:// (it is http://secret.example).',
    "content/publication.ts: name is ''. It must be one line.",
    "content/publication.ts: why is ''. It must be one line.",
  ];

  it('is JSON and lists each by its name, without values', async () => {
    const response = await createUnconfiguredApp(problems).request(`${SITE}/health`);
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({
      ok: false,
      problems: ['editor-token-missing', 'site-url-wrong', 'publication-wrong'],
    });
  });
});

const RUN = (state: string, reason: string): string =>
  `INSERT OR REPLACE INTO runs (run_id, issue_id, sha256, audience, max_activation, total, state, reason, read_at,
     tell_at, started_at) VALUES ('run-1', 'issue-1', 'x', 'every', 0, 1, '${state}', ${reason}, 9e15, 9e15, 0)`;

const BATCH = (state: string): string =>
  `INSERT INTO batches (run_id, number, root, state, size, ids, next_at) VALUES
     ('run-1', 1, 1, '${state}', 1, '["1"]', 0)`;
