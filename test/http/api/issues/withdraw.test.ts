import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { POSTMASTER_NAME } from '../../../../src/deliver/index.ts';
import { hashTemplate } from '../../../../src/render/index.ts';
import type { RequestTemplate } from '../../../../src/render/template.ts';
import {
  countOutbox,
  createIssueForSlot,
  getOutboxMail,
  listNewReports,
  listOutbox,
  moveIssue,
  readIssue,
} from '../../../../src/store/index.ts';
import { asEditor, postText, readProblem, request } from '../../../support/client.ts';
import { emptyDatabase } from '../../../support/empty-database.ts';

const db = env.DB;
const LATER = '2030-01-01T07:00:00.000Z';
const STILL_LATER = '2030-02-01T07:00:00.000Z';
const rawOf = (topic: string): string =>
  `${topic} get more\n\nThe council passed the budget for ${topic} on Tuesday after a long debate.\n`;

type IssueJson = { id: string; state: string; replacedBy: string | null; sha256: string } & Record<
  string,
  unknown
>;

const send = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
  asEditor(path, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    headers: { ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
  });
const act = (id: string, action: string, body?: unknown, headers: Record<string, string> = {}) =>
  send('POST', `/api/issues/${id}/${action}`, body, headers);
const read = async (id: string): Promise<IssueJson> => (await asEditor(`/api/issues/${id}`)).json();
const jsonOf = async (response: Response): Promise<IssueJson> => response.json();
const preview = (id: string) => asEditor(`/api/issues/${id}/preview`, { headers: { Accept: 'text/html' } });
const listed = async (query = ''): Promise<string[]> => {
  const { issues } = (await (await asEditor(`/api/issues${query}`)).json()) as { issues: IssueJson[] };
  return issues.map(({ id }) => id);
};
const newReports = async (): Promise<string[]> =>
  (await listNewReports(db, { withSamples: true, limit: 9 })).map(({ id }) => id);

async function newReport(topic = 'Schools'): Promise<string> {
  return ((await (await postText('/api/reports', rawOf(topic))).json()) as { id: string }).id;
}
async function newDraft(words: object = {}): Promise<{ id: string; report: string }> {
  const report = await newReport();
  const { id } = await jsonOf(await send('POST', '/api/issues', { reports: [report], ...words }));
  return { id, report };
}
async function schedule(id: string, at = LATER): Promise<void> {
  const etag = (await preview(id)).headers.get('ETag')!;
  expect((await act(id, 'send', { at }, { 'If-Match': etag })).status).toBe(202);
}
async function approve(id: string): Promise<void> {
  const etag = (await preview(id)).headers.get('ETag')!;
  expect((await act(id, 'approve', undefined, { 'If-Match': etag })).status).toBe(200);
}
async function newScheduled(words: object = {}): Promise<string> {
  const { id } = await newDraft(words);
  await schedule(id);
  return id;
}
async function newApproved(): Promise<string> {
  const { id } = await newDraft();
  await approve(id);
  return id;
}
/** A run that nobody waits for: there are no readers. */
async function newSent(): Promise<string> {
  const { id } = await newDraft();
  const etag = (await preview(id)).headers.get('ETag')!;
  await act(id, 'send', undefined, { 'If-Match': etag });
  return id;
}
async function untilSent(id: string): Promise<void> {
  for (let wait = 0; (await read(id)).state !== 'sent'; wait += 20) {
    if (wait > 8000) throw new Error(`still ${(await read(id)).state}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

beforeEach(emptyDatabase);

describe('back to draft', () => {
  it('cancels a scheduled issue, and makes a draft of the same reports and words', async () => {
    const id = await newScheduled({ subject: 'My subject', preheader: 'My preheader' });
    const before = await read(id);
    const response = await act(id, 'draft');
    expect(response.status).toBe(201);
    const draft = await jsonOf(response);
    expect(response.headers.get('Location')).toBe(`/api/issues/${draft.id}`);
    expect(draft).toMatchObject({
      state: 'draft',
      reports: before['reports'],
      subject: 'My subject',
      preheader: 'My preheader',
      sha256: null,
    });
    expect(await read(id)).toMatchObject({ state: 'cancelled', replacedBy: draft.id, sha256: before.sha256 });
    expect(await env.POSTMASTER.getByName(POSTMASTER_NAME).progress(id)).toMatchObject({
      state: 'cancelled',
    });
    await schedule(draft.id);
    expect((await readProblem(await act(id, 'draft'))).detail).toContain('is scheduled');
  });

  it('answers with the same draft when it is repeated, also at the same time', async () => {
    const id = await newScheduled();
    const answers = await Promise.all([act(id, 'draft'), act(id, 'draft'), act(id, 'draft')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 201]);
    const drafts = await Promise.all([...answers, await act(id, 'draft')].map(jsonOf));
    expect(new Set(drafts.map((draft) => draft.id)).size).toBe(1);
    expect(await listed()).toHaveLength(2);
    expect((await jsonOf(await act(drafts[0]!.id, 'draft'))).id).toBe(drafts[0]!.id);
  });

  it('is taken of what is approved, and of what was cancelled before any mail left', async () => {
    const approved = await newApproved();
    const cancelled = await newScheduled();
    await act(cancelled, 'cancel');
    const { id: discarded } = await newDraft();
    await act(discarded, 'discard');
    for (const id of [approved, cancelled, discarded]) expect((await act(id, 'draft')).status).toBe(201);
  });

  it('is refused once a run exists, and changes nothing', async () => {
    const id = await newSent();
    expect((await readProblem(await act(id, 'draft'))).status).toBe(409);
    await untilSent(id);
    expect((await readProblem(await act(id, 'draft'))).detail).toContain('make a copy');
    // The Postmaster has begun and D1 does not know it yet.
    const begun = await newScheduled();
    const { sha256, templateJson } = (await readIssue(db, begun))!;
    const template = JSON.parse(templateJson!) as RequestTemplate;
    await env.POSTMASTER.getByName(POSTMASTER_NAME).start({
      issueId: begun,
      sha256: sha256!,
      template,
      audience: 'every',
    });
    for (const [action, body] of [['draft'], ['move', { at: STILL_LATER }]] as const)
      expect((await readProblem(await act(begun, action, body))).status).toBe(409);
    expect(await read(begun)).not.toMatchObject({ state: 'cancelled' });
    expect(await listed()).toHaveLength(2);
  });

  it('leaves the draft its reports, so that the clock does not take them', async () => {
    await act(await newScheduled(), 'draft');
    expect(await newReports()).toEqual([]);
  });
});

describe('moving', () => {
  it('schedules the same content at another time, to the letter', async () => {
    const id = await newScheduled({ subject: 'My subject' });
    const html = await (await preview(id)).text();
    // What is approved is what is sent, whatever became of the reports.
    const [report] = (await read(id))['reports'] as string[];
    await asEditor(`/api/reports/${report}`, {
      method: 'PATCH',
      body: rawOf('Roads'),
      headers: { 'Content-Type': 'text/plain' },
    });
    const response = await act(id, 'move', { at: STILL_LATER });
    expect(response.status).toBe(202);
    const moved = await jsonOf(response);
    expect(response.headers.get('ETag')).toBe(`"${moved.sha256}"`);
    expect(moved).toMatchObject({ state: 'scheduled', scheduledAt: STILL_LATER, subject: 'My subject' });
    expect(await read(id)).toMatchObject({ state: 'cancelled', replacedBy: moved.id });
    const [old, other] = [(await readIssue(db, id))!, (await readIssue(db, moved.id))!];
    expect(await hashTemplate(JSON.parse(other.templateJson!) as RequestTemplate)).toBe(moved.sha256);
    expect((await (await preview(moved.id)).text()).replaceAll(other.slug!, old.slug!)).toBe(html);
    expect(other.slug).not.toBe(old.slug);
    expect((await request(`/issues/${old.slug}`)).status).toBe(404);
  });

  it('answers with the same issue when it is repeated, and refuses another time', async () => {
    const id = await newScheduled();
    const answers = await Promise.all([1, 2].map(() => act(id, 'move', { at: STILL_LATER })));
    const [first, second] = await Promise.all(answers.map(jsonOf));
    expect(second!.id).toBe(first!.id);
    const other = await readProblem(await act(id, 'move', { at: LATER }));
    expect(other).toMatchObject({ status: 409, replacedBy: first!.id });
    expect((await act(first!.id, 'move', { at: LATER })).status).toBe(202);
    expect((await readProblem(await act(id, 'move', { at: STILL_LATER }))).status).toBe(409);
  });

  it('to now sends it at once, once', async () => {
    const body = 'email,name\nann@x.org,\n';
    const init = { method: 'POST', body, headers: { 'Content-Type': 'text/csv' } };
    await asEditor('/api/subscribers/import?confirmed=true', init);
    const id = await newScheduled();
    const moved = await jsonOf(await act(id, 'move', { at: '2020-01-01T00:00:00Z' }));
    await untilSent(moved.id);
    expect(await countOutbox(db)).toBe(1);
    const [mail] = await listOutbox(db, { limit: 9 });
    expect((await getOutboxMail(db, mail!.id))!.tags).toContainEqual({ name: 'issue', value: moved.id });
  });

  it.each([
    ['a draft', async () => (await newDraft()).id],
    ['what is sent', newSent],
    [
      'what was discarded as a draft',
      async () => {
        const { id } = await newDraft();
        await act(id, 'discard');
        return id;
      },
    ],
  ])('is refused of %s', async (_, make) => {
    const id = await make();
    const problem = await readProblem(await act(id, 'move', { at: LATER }));
    expect(problem.status).toBe(409);
    expect((await read(id)).replacedBy).toBeNull();
  });

  it('needs a time', async () => {
    const id = await newScheduled();
    for (const body of [{}, { at: 'tomorrow' }, { at: LATER, hold: 5 }])
      expect((await readProblem(await act(id, 'move', body))).status).toBe(422);
  });

  it('is refused when what is stored is not what was approved', async () => {
    const id = await newScheduled();
    const trigger = await db
      .prepare(`SELECT sql FROM sqlite_master WHERE name = 'issues_stay_frozen'`)
      .first<string>('sql');
    await db.batch([
      db.prepare('DROP TRIGGER issues_stay_frozen'),
      db
        .prepare(`UPDATE issues SET template = json_set(template, '$.subject', 'Other') WHERE id = ?1`)
        .bind(id),
      db.prepare(trigger!),
    ]);
    expect((await readProblem(await act(id, 'move', { at: STILL_LATER }))).status).toBe(409);
    expect(await read(id)).toMatchObject({ state: 'scheduled' });
  });
});

describe('a draft that is discarded', () => {
  it('is cancelled, leaves the lists, and keeps its slot and its reports', async () => {
    const report = await newReport();
    const id = crypto.randomUUID();
    const outcome = { kind: 'drafted', reason: null } as const;
    await createIssueForSlot(db, { id, slot: 1000, reportIds: [report], note: null, outcome }, 1);
    for (let n = 0; n < 2; n += 1)
      expect(await jsonOf(await act(id, 'discard'))).toMatchObject({
        state: 'cancelled',
        discardedAt: expect.any(String),
        reports: [report],
      });
    expect(await readIssue(db, id)).toMatchObject({ slot: 1000 });
    expect(await listed()).toEqual([]);
    expect(await listed('?discarded=true')).toEqual([id]);
    expect(await newReports()).toEqual([]);
  });

  it('gives its reports free when an editor says so, and not before', async () => {
    const { id, report } = await newDraft();
    expect((await readProblem(await act(id, 'reuse'))).detail).toContain('discard or cancel it first');
    await act(id, 'discard');
    for (let n = 0; n < 2; n += 1)
      expect(await jsonOf(await act(id, 'reuse'))).toMatchObject({ reportsFreedAt: expect.any(String) });
    expect(await newReports()).toEqual([report]);
    // They may stand elsewhere by now.
    expect((await readProblem(await act(id, 'draft'))).detail).toContain('make a copy');
  });

  it('gives them free through all the issues that stood in its place', async () => {
    const id = await newScheduled();
    const [report] = (await read(id))['reports'] as string[];
    const { id: moved } = await jsonOf(await act(id, 'move', { at: STILL_LATER }));
    const { id: draft } = await jsonOf(await act(moved, 'draft'));
    expect(await readProblem(await act(id, 'reuse'))).toMatchObject({ status: 409, replacedBy: moved });
    await act(draft, 'discard');
    await act(draft, 'reuse');
    expect(await newReports()).toEqual([report]);
  });

  it.each([
    ['approved', (id: string) => approve(id)],
    ['scheduled', (id: string) => schedule(id)],
  ])('is none that is %s: that is refused', async (state, advance) => {
    const { id } = await newDraft();
    await advance(id);
    const problem = await readProblem(await act(id, 'discard'));
    expect(problem).toMatchObject({ status: 409, detail: expect.stringContaining(state) });
    expect((await readProblem(await act(id, 'reuse'))).status).toBe(409);
    expect(await read(id)).toMatchObject({ state });
  });

  it('is none whose mail is out', async () => {
    const id = await newSent();
    await untilSent(id);
    expect((await readProblem(await act(id, 'discard'))).status).toBe(409);
    expect((await readProblem(await act(id, 'reuse'))).status).toBe(409);
  });
});

describe('a round-up', () => {
  it('that is discarded keeps its issues until they are given free', async () => {
    await newApproved();
    const week = () => send('POST', '/api/issues', { audience: 'weekly' });
    const { id } = await jsonOf(await week());
    await act(id, 'discard');
    expect((await readProblem(await week())).status).toBe(422);
    await act(id, 'reuse');
    expect((await week()).status).toBe(201);
    expect((await readProblem(await act(id, 'copy'))).status).toBe(409);
  });

  it('goes back to draft, unless its issues stand in another one by now', async () => {
    await newApproved();
    const { id } = await jsonOf(await send('POST', '/api/issues', { audience: 'weekly' }));
    await schedule(id);
    const parts = (await read(id))['issues'];
    const draft = await jsonOf(await act(id, 'draft'));
    expect(draft).toMatchObject({ state: 'draft', audience: 'weekly', issues: parts, reports: [] });
    await act(draft.id, 'cancel');
    await send('POST', '/api/issues', { audience: 'weekly' });
    expect((await readProblem(await act(draft.id, 'draft'))).detail).toContain('another round-up');
  });
});

it('a copy is a new draft of the same reports and words, whatever became of the issue', async () => {
  const { id, report } = await newDraft({ subject: 'My subject' });
  const copies = [await act(id, 'copy')];
  await act(id, 'cancel');
  copies.push(await act(id, 'copy'));
  for (const copy of copies) {
    expect(copy.status).toBe(201);
    expect(await jsonOf(copy)).toMatchObject({ state: 'draft', reports: [report], subject: 'My subject' });
  }
});

it('an issue that stopped by itself before it began goes back to draft', async () => {
  const id = await newScheduled();
  await moveIssue(db, id, 'paused', 'The content is another.', 1);
  expect((await readProblem(await act(id, 'move', { at: STILL_LATER }))).detail).toContain('back to draft');
  expect((await act(id, 'draft')).status).toBe(201);
});

it('what does not exist is not found, and strangers are not let in', async () => {
  const id = crypto.randomUUID();
  for (const action of ['draft', 'move', 'discard', 'reuse', 'copy']) {
    expect(
      (await readProblem(await act(id, action, action === 'move' ? { at: LATER } : undefined))).status,
    ).toBe(404);
    expect((await request(`/api/issues/${id}/${action}`, { method: 'POST' })).status).toBe(401);
  }
});
