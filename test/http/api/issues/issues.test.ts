import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { POSTMASTER_NAME } from '../../../../src/deliver/index.ts';
import { hashTemplate } from '../../../../src/render/index.ts';
import type { RequestTemplate } from '../../../../src/render/template.ts';
import { countOutbox, getOutboxMail, listOutbox, readIssue } from '../../../../src/store/index.ts';
import { runAlarm, runAlarmsUntil } from '../../../support/alarms.ts';
import { asEditor, postText, readProblem, request } from '../../../support/client.ts';
import { emptyDatabase } from '../../../support/empty-database.ts';

const RAW =
  'Schools get more\n\nThe council passed the budget on Tuesday after a long debate.\n\nIt holds 84 million crowns for schools.\n';

type IssueJson = { id: string; state: string; sha256: string | null; runId: string | null } & Record<
  string,
  unknown
>;

const json = (method: string, body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method,
  body: JSON.stringify(body),
  headers: { 'Content-Type': 'application/json', ...headers },
});

async function postReport(raw = RAW): Promise<string> {
  return ((await (await postText('/api/reports', raw)).json()) as { id: string }).id;
}

async function newIssue(words: { subject?: string; preheader?: string } = {}, raw = RAW): Promise<string> {
  const response = await asEditor(
    '/api/issues',
    json('POST', { reports: [await postReport(raw)], ...words }),
  );
  expect(response.status).toBe(201);
  return ((await response.json()) as { id: string }).id;
}

const preview = (id: string, accept = 'application/json') =>
  asEditor(`/api/issues/${id}/preview`, { headers: { Accept: accept } });
const etagOf = async (id: string): Promise<string> => (await preview(id)).headers.get('ETag')!;
const post = (id: string, action: string, headers: Record<string, string> = {}, body?: unknown) =>
  asEditor(
    `/api/issues/${id}/${action}`,
    body === undefined ? { method: 'POST', headers } : json('POST', body, headers),
  );
const send = async (id: string, body?: unknown, etag?: string) =>
  post(id, 'send', { 'If-Match': etag ?? (await etagOf(id)) }, body);
const read = async (id: string): Promise<IssueJson> => (await asEditor(`/api/issues/${id}`)).json();
const progress = async (id: string): Promise<{ state: string; total: number; sent: number }> =>
  (await asEditor(`/api/issues/${id}/progress`)).json();

const untilState = (id: string, state: string): Promise<void> =>
  runAlarmsUntil(async () => (await read(id)).state === state);

/** Of an issue that waits. */
async function letItsTimeCome(id: string): Promise<void> {
  await env.DB.prepare('UPDATE issues SET scheduled_at = 1 WHERE id = ?1').bind(id).run();
  await env.POSTMASTER.getByName(POSTMASTER_NAME).launchAt(id, 1);
}

async function subscribe(...emails: string[]): Promise<void> {
  const body = `email,name\n${emails.join(',\n')},\n`;
  const init = { method: 'POST', body, headers: { 'Content-Type': 'text/csv' } };
  expect((await asEditor('/api/subscribers/import?confirmed=true', init)).status).toBe(200);
}

beforeEach(emptyDatabase);

describe('a draft', () => {
  it('is made of reports, with words of its own or with theirs', async () => {
    const report = await postReport();
    const made = await asEditor('/api/issues', json('POST', { reports: [report], subject: 'My subject' }));
    const { id } = (await made.json()) as { id: string };
    expect(made.headers.get('Location')).toBe(`/api/issues/${id}`);
    expect(await read(id)).toMatchObject({
      id,
      state: 'draft',
      origin: 'editor',
      reports: [report],
      subject: 'My subject',
      sha256: null,
    });
    expect(await (await preview(id)).json()).toMatchObject({ subject: 'My subject' });
    const plain = await newIssue();
    expect(await (await preview(plain)).json()).not.toMatchObject({ subject: 'My subject' });
  });

  it('can be changed, and its hash changes with it', async () => {
    const id = await newIssue();
    const before = await etagOf(id);
    const changed = await asEditor(`/api/issues/${id}`, json('PATCH', { subject: 'Another subject' }));
    expect(await changed.json()).toMatchObject({ id, subject: 'Another subject' });
    expect(await etagOf(id)).not.toBe(before);
    await asEditor(`/api/issues/${id}`, json('PATCH', { subject: null }));
    expect(await etagOf(id)).toBe(before);
  });

  it('follows its reports', async () => {
    const report = await postReport();
    const made = await asEditor('/api/issues', json('POST', { reports: [report] }));
    const { id } = (await made.json()) as { id: string };
    const before = await etagOf(id);
    await asEditor(`/api/reports/${report}`, json('PATCH', { raw: 'A new text, which says another thing.' }));
    expect(await etagOf(id)).not.toBe(before);
  });

  it('is listed with the others, the newest first', async () => {
    const ids = [await newIssue(), await newIssue(), await newIssue()];
    type Page = { issues: IssueJson[]; next: number | null };
    const first = (await (await asEditor('/api/issues?limit=2')).json()) as Page;
    expect(first.issues.map(({ id }) => id)).toEqual([ids[2], ids[1]]);
    const rest = (await (await asEditor(`/api/issues?limit=2&before=${first.next}`)).json()) as Page;
    expect(rest).toMatchObject({ issues: [{ id: ids[0] }], next: null });
  });

  it.each([
    ['without reports', { reports: [] }],
    ['with a report twice', { reports: ['1', '1'] }],
    ['of a report that does not exist', { reports: ['999999'] }],
    ['with a member that nobody knows', { reports: ['1'], subjekt: 'x' }],
    ['of nothing', {}],
  ])('is not made %s', async (_, body) => {
    const problem = await readProblem(await asEditor('/api/issues', json('POST', body)));
    expect(problem.status).toBe(422);
  });

  it('is not read from a form, nor from broken JSON', async () => {
    const form = { method: 'POST', body: new URLSearchParams({ reports: '1' }) };
    expect((await asEditor('/api/issues', form)).status).toBe(415);
    const broken = { method: 'POST', body: '{', headers: { 'Content-Type': 'application/json' } };
    expect((await asEditor('/api/issues', broken)).status).toBe(400);
    const large = { method: 'POST', body: ' '.repeat(65 * 1024) };
    expect((await asEditor('/api/issues', large)).status).toBe(413);
  });
});

describe('a preview', () => {
  it('has one ETag for every type, and is kept by nobody', async () => {
    const id = await newIssue();
    const answers = await Promise.all(
      ['text/html', 'text/plain', 'application/json', '*/*'].map((accept) => preview(id, accept)),
    );
    expect(new Set(answers.map(({ headers }) => headers.get('ETag'))).size).toBe(1);
    for (const { status, headers } of answers) {
      expect(status).toBe(200);
      expect(headers.get('ETag')).toMatch(/^"[0-9a-f]{64}"$/);
      expect(headers.get('Vary')).toBe('Accept');
      expect(headers.get('Cache-Control')).toBe('no-store, no-transform');
    }
    expect(await answers[0]!.text()).toContain('84 million');
    expect(answers[1]!.headers.get('Content-Type')).toContain('text/plain');
  });

  it('shows of a draft the very hash that approval freezes', async () => {
    const id = await newIssue();
    const etag = await etagOf(id);
    const approved = await post(id, 'approve', { 'If-Match': etag });
    expect(approved.status).toBe(200);
    expect(approved.headers.get('ETag')).toBe(etag);
    const { templateJson, sha256 } = (await readIssue(env.DB, id))!;
    expect(`"${sha256}"`).toBe(etag);
    expect(await hashTemplate(JSON.parse(templateJson!) as RequestTemplate)).toBe(sha256);
    expect(await etagOf(id)).toBe(etag);
  });
});

describe('approval', () => {
  it('needs If-Match with the bytes that are there now', async () => {
    const id = await newIssue();
    for (const action of ['approve', 'send']) {
      expect((await readProblem(await post(id, action))).status).toBe(428);
      const stale = await readProblem(await post(id, action, { 'If-Match': '"0000"' }));
      expect(stale).toMatchObject({ status: 412, etag: await etagOf(id) });
      expect((await post(id, action, { 'If-Match': '*' })).status).toBe(412);
    }
    expect(await read(id)).toMatchObject({ state: 'draft' });
  });

  it.each([
    ['weak, as a proxy makes it', (etag: string) => `W/${etag}`],
    ['in a list', (etag: string) => `"0000", ${etag}`],
    ['without its quotation marks', (etag: string) => etag.replaceAll('"', '')],
  ])('takes an ETag that comes %s', async (_, write) => {
    const id = await newIssue();
    expect((await post(id, 'approve', { 'If-Match': write(await etagOf(id)) })).status).toBe(200);
  });

  it('is refused with the list of problems when the mail must not be sent', async () => {
    const id = await newIssue({ subject: 'Good morning, {{first_name}}' });
    const shown = (await (await preview(id)).json()) as { preflight: { ok: boolean } };
    expect(shown.preflight.ok).toBe(false);
    const problem = await readProblem(await send(id));
    expect(problem).toMatchObject({ status: 422, preflight: { ok: false } });
    expect(problem.detail).toContain(
      (problem['preflight'] as { problems: { message: string }[] }).problems[0]!.message,
    );
    expect(await read(id)).toMatchObject({ state: 'draft' });
  });

  it('keeps the bytes, whatever happens to the reports afterwards', async () => {
    const report = await postReport();
    const made = await asEditor('/api/issues', json('POST', { reports: [report] }));
    const { id } = (await made.json()) as { id: string };
    const etag = await etagOf(id);
    await post(id, 'approve', { 'If-Match': etag });
    const html = await (await preview(id, 'text/html')).text();
    await asEditor(`/api/reports/${report}`, json('PATCH', { raw: 'A new text, which says another thing.' }));
    expect(await etagOf(id)).toBe(etag);
    expect(await (await preview(id, 'text/html')).text()).toBe(html);
  });

  it('may be repeated, and ends the time of changes', async () => {
    const id = await newIssue();
    const etag = await etagOf(id);
    await post(id, 'approve', { 'If-Match': etag });
    expect((await post(id, 'approve', { 'If-Match': etag })).status).toBe(200);
    const refused = await asEditor(`/api/issues/${id}`, json('PATCH', { subject: 'Too late' }));
    expect((await readProblem(refused)).status).toBe(409);
  });
});

describe('sending', () => {
  it('brings the frozen mail to everybody who is active, once', async () => {
    await subscribe('ann@x.org', 'bo@x.org');
    const id = await newIssue();
    const response = await send(id);
    expect(response.status).toBe(202);
    expect(await response.json()).toMatchObject({ id, runId: expect.any(String) });
    await untilState(id, 'sent');
    expect(await progress(id)).toEqual({
      state: 'sent',
      total: 2,
      sent: 2,
      failed: 0,
      unknown: 0,
      ratePerSecond: 0,
      plan: { name: 'free', ratePerSecond: expect.any(Number) },
      expectedEnd: null,
      waiting: null,
    });
    const mails = await listOutbox(env.DB, { limit: 9 });
    expect(mails.map(({ to }) => to).sort()).toEqual(['ann@x.org', 'bo@x.org']);
    const mail = (await getOutboxMail(env.DB, mails[0]!.id))!;
    expect(mail.html).toContain('84 million');
    expect(mail.tags).toContainEqual({ name: 'issue', value: id });
    expect(mail.headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
  });

  it('answers a second time with the same run, and sends nothing more', async () => {
    await subscribe('ann@x.org');
    const id = await newIssue();
    const etag = await etagOf(id);
    const [first, second] = (await Promise.all([
      (await send(id, undefined, etag)).json(),
      (await send(id, { hold: 60 }, `W/${etag}`)).json(),
    ])) as [IssueJson, IssueJson];
    expect(second.runId).toBe(first.runId);
    await untilState(id, 'sent');
    const third = await send(id, undefined, etag);
    expect(third.status).toBe(202);
    expect(((await third.json()) as IssueJson).runId).toBe(first.runId);
    expect(await countOutbox(env.DB)).toBe(1);
  });

  it('starts one run when ten ask at once', async () => {
    await subscribe('ann@x.org');
    const id = await newIssue();
    const etag = await etagOf(id);
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(id, undefined, etag)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 202));
    await untilState(id, 'sent');
    expect(await countOutbox(env.DB)).toBe(1);
  });

  it('refuses a second time with other bytes', async () => {
    const id = await newIssue();
    await send(id);
    expect((await send(id, undefined, '"0000"')).status).toBe(412);
  });

  it('waits for its time', async () => {
    await subscribe('ann@x.org');
    const id = await newIssue();
    const at = new Date(Date.now() + 3_600_000);
    const response = await send(id, { at: at.toISOString().replace('Z', '+00:00') });
    expect(response.status).toBe(202);
    expect(await response.json()).toMatchObject({
      state: 'scheduled',
      runId: null,
      scheduledAt: at.toISOString(),
      holdUntil: null,
    });
    expect(await progress(id)).toMatchObject({ state: 'scheduled', total: 0, sent: 0 });
    expect(await countOutbox(env.DB)).toBe(0);
  });

  it('waits for a change of mind, and then leaves by itself', async () => {
    await subscribe('ann@x.org');
    const id = await newIssue();
    const held = (await (await send(id, { hold: 0.3 })).json()) as IssueJson;
    expect(held).toMatchObject({ state: 'scheduled', runId: null });
    expect(held['holdUntil']).toBe(held['scheduledAt']);
    await untilState(id, 'sent');
    expect(await countOutbox(env.DB)).toBe(1);
  });

  it('is undone by cancelling while it waits', async () => {
    await subscribe('ann@x.org');
    const id = await newIssue();
    await send(id, { hold: 60 });
    const cancelled = await post(id, 'cancel');
    expect(cancelled.status).toBe(200);
    expect(await cancelled.json()).toMatchObject({ state: 'cancelled', sent: 0 });
    await letItsTimeCome(id);
    await runAlarm();
    expect(await read(id)).toMatchObject({ state: 'cancelled' });
    expect(await countOutbox(env.DB)).toBe(0);
    expect((await readProblem(await send(id))).status).toBe(409);
  });

  it.each([
    ['both a time and a hold', { at: '2030-01-01T00:00:00Z', hold: 5 }],
    ['a time without its zone', { at: '2030-01-01T00:00:00' }],
    ['a hold in the past', { hold: -1 }],
    ['a member that nobody knows', { At: '2030-01-01T00:00:00Z' }],
  ])('does not begin with %s', async (_, body) => {
    const id = await newIssue();
    expect((await readProblem(await send(id, body))).status).toBe(422);
    expect(await read(id)).toMatchObject({ state: 'draft' });
  });

  it('does not begin when its time stands in a body that is no JSON', async () => {
    const id = await newIssue();
    const init = { method: 'POST', body: '{"at":"2030-01-01T00:00:00Z"}' };
    const headers = { 'If-Match': await etagOf(id), 'Content-Type': 'application/x-www-form-urlencoded' };
    expect((await asEditor(`/api/issues/${id}/send`, { ...init, headers })).status).toBe(415);
    expect(await read(id)).toMatchObject({ state: 'draft' });
  });
});

describe('a test', () => {
  it('goes to one address, and leaves the draft a draft', async () => {
    await subscribe('ann@x.org');
    const id = await newIssue();
    const response = await post(id, 'test', {}, { to: ' Editor@X.org ' });
    expect(response.status).toBe(202);
    await runAlarmsUntil(async () => (await countOutbox(env.DB)) > 0);
    const mails = await listOutbox(env.DB, { limit: 9 });
    expect(mails.map(({ to }) => to)).toEqual(['editor@x.org']);
    expect(await read(id)).toMatchObject({ state: 'draft' });
  });

  it('is refused without an address', async () => {
    const id = await newIssue();
    for (const body of [{}, { to: 'nobody' }, { to: 5 }])
      expect((await readProblem(await post(id, 'test', {}, body))).status).toBe(422);
  });
});

describe('stopping', () => {
  it('pauses a run and lets it go on', async () => {
    await subscribe(...Array.from({ length: 500 }, (_, n) => `n${n}@x.org`));
    const id = await newIssue();
    // Started, and stopped before the alarm could do all of it.
    await send(id);
    const paused = await post(id, 'pause');
    expect(paused.status).toBe(200);
    expect(await paused.json()).toMatchObject({ state: 'paused', total: 500 });
    expect(await read(id)).toMatchObject({ state: 'paused' });
    expect(await (await post(id, 'pause')).json()).toMatchObject({ state: 'paused' });
    expect((await post(id, 'resume')).status).toBe(200);
    await untilState(id, 'sent');
    expect(await progress(id)).toMatchObject({ total: 500, sent: 500 });
    expect(await countOutbox(env.DB)).toBe(500);
  });

  it('cancels a run for good', async () => {
    await subscribe(...Array.from({ length: 500 }, (_, n) => `n${n}@x.org`));
    const id = await newIssue();
    await send(id);
    await post(id, 'pause');
    expect(await (await post(id, 'cancel')).json()).toMatchObject({ state: 'cancelled' });
    const { sent } = await progress(id);
    expect(await countOutbox(env.DB)).toBe(sent);
    expect((await readProblem(await post(id, 'resume'))).status).toBe(409);
    expect(await (await post(id, 'cancel')).json()).toMatchObject({ state: 'cancelled' });
  });

  it('refuses what the state does not allow', async () => {
    await subscribe('ann@x.org');
    const [draft, scheduled, sent] = [await newIssue(), await newIssue(), await newIssue()];
    await send(scheduled, { at: '2030-01-01T00:00:00Z' });
    await send(sent);
    await untilState(sent, 'sent');
    for (const id of [draft, scheduled, sent])
      for (const order of ['pause', 'resume'])
        expect((await readProblem(await post(id, order))).status).toBe(409);
    expect((await readProblem(await post(sent, 'cancel'))).status).toBe(409);
    expect(await (await post(draft, 'cancel')).json()).toMatchObject({ state: 'cancelled' });
  });

  it('lets nothing leave after a cancel that came before the start was committed', async () => {
    await subscribe('ann@x.org');
    const id = await newIssue();
    await send(id, { at: '2030-01-01T00:00:00Z' });
    const postmaster = env.POSTMASTER.getByName(POSTMASTER_NAME);
    await postmaster.cancel(id);
    const { sha256, templateJson } = (await readIssue(env.DB, id))!;
    const template = JSON.parse(templateJson!) as RequestTemplate;
    expect(await postmaster.start({ issueId: id, sha256: sha256!, template, audience: 'every' })).toEqual({
      ok: false,
      error: 'cancelled',
    });
  });
});

describe('progress', () => {
  it('comes as server-sent events when it is asked for so', async () => {
    await subscribe('ann@x.org');
    const id = await newIssue();
    await send(id);
    const response = await asEditor(`/api/issues/${id}/progress`, {
      headers: { Accept: 'text/event-stream' },
    });
    expect(response.headers.get('Content-Type')).toContain('text/event-stream');
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    const events = (await response.text()).trim().split('\n\n');
    const last = events.at(-1)!;
    expect(last).toMatch(/^event: progress\ndata: /);
    expect(JSON.parse(last.slice(last.indexOf('{')))).toMatchObject({ state: 'sent', sent: 1 });
  });
});

describe('the door of /api/issues', () => {
  it('knows no issue under another id', async () => {
    const id = crypto.randomUUID();
    for (const path of [id, `${id}/preview`, `${id}/progress`, 'abc'])
      expect((await readProblem(await asEditor(`/api/issues/${path}`))).status).toBe(404);
    for (const action of ['approve', 'send', 'pause', 'resume', 'cancel'])
      expect((await readProblem(await post(id, action, { 'If-Match': '"x"' }))).status).toBe(404);
    expect((await readProblem(await post(id, 'test', {}, { to: 'a@x.org' }))).status).toBe(404);
  });

  it('lets only editors in', async () => {
    for (const path of ['', '/x', '/x/preview', '/x/progress'])
      expect((await request(`/api/issues${path}`)).status).toBe(401);
    for (const action of ['approve', 'test', 'send', 'pause', 'resume', 'cancel'])
      expect((await request(`/api/issues/x/${action}`, { method: 'POST' })).status).toBe(401);
  });

  it('describes itself', async () => {
    const { paths } = (await (await asEditor('/api/openapi.json')).json()) as {
      paths: Record<string, object>;
    };
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining([
        '/api/reports',
        '/api/reports/{id}',
        '/api/issues',
        '/api/issues/{id}',
        ...['preview', 'approve', 'test', 'send', 'pause', 'resume', 'cancel', 'progress'].map(
          (action) => `/api/issues/{id}/${action}`,
        ),
        '/api/subscribers',
        '/api/subscribers/import',
        '/api/subscribers/export',
      ]),
    );
  });
});
