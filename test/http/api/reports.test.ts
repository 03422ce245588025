import { beforeEach, describe, expect, it } from 'vitest';
import { OVERRIDE_LIMITS } from '../../../src/clean/index.ts';
import { asEditor, postText, readProblem, request } from '../../support/client.ts';
import { emptyDatabase } from '../../support/empty-database.ts';

const RAW = 'The council passed the budget on Tuesday.\n\nIt holds 84 million crowns for schools.\n';

async function post(raw = RAW): Promise<string> {
  const response = await postText('/api/reports', raw);
  expect(response.status).toBe(201);
  return ((await response.json()) as { id: string }).id;
}

const patch = (id: string, body: BodyInit, type = 'text/plain') =>
  asEditor(`/api/reports/${id}`, { method: 'PATCH', body, headers: { 'Content-Type': type } });
const read = async (id: string) => (await asEditor(`/api/reports/${id}`)).json();

beforeEach(emptyDatabase);

describe('a report', () => {
  it('is stored as it came, and shown with what cleaning makes of it', async () => {
    const response = await postText('/api/reports', RAW);
    expect(response.status).toBe(201);
    const { id } = (await response.json()) as { id: string };
    expect(id).toMatch(/^\d+$/);
    expect(response.headers.get('Location')).toBe(`/api/reports/${id}`);
    expect(await read(id)).toMatchObject({
      id,
      raw: RAW,
      name: null,
      sample: false,
      report: { stats: { passages: 2 } },
    });
  });

  it('is marked as a sample by its own front matter', async () => {
    const id = await post(`---\nsample: true\n---\n${RAW}`);
    expect(await read(id)).toMatchObject({ sample: true });
  });

  it('is listed, the newest first, page by page', async () => {
    const ids = [await post(`1 ${RAW}`), await post(`2 ${RAW}`), await post(`3 ${RAW}`)];
    type Page = { reports: { id: string }[]; next: string | null };
    const first = (await (await asEditor('/api/reports?limit=2')).json()) as Page;
    expect(first.reports.map(({ id }) => id)).toEqual([ids[2], ids[1]]);
    expect(first.reports[0]).not.toHaveProperty('raw');
    const rest = (await (await asEditor(`/api/reports?limit=2&before=${first.next}`)).json()) as Page;
    expect(rest).toMatchObject({ reports: [{ id: ids[0] }], next: null });
  });

  it.each([
    ['text', 'text/plain', 'Another text altogether, of one sentence.'],
    ['JSON', 'application/json', JSON.stringify({ raw: 'Another text altogether, of one sentence.' })],
  ])('can be replaced with %s', async (_, type, body) => {
    const id = await post();
    expect((await patch(id, body, type)).status).toBe(200);
    expect(await read(id)).toMatchObject({ raw: 'Another text altogether, of one sentence.' });
  });

  it('is deleted when no issue is made of it, and stays otherwise', async () => {
    const [free, used] = [await post(), await post(`More. ${RAW}`)];
    const issue = { method: 'POST', body: JSON.stringify({ reports: [used] }) };
    await asEditor('/api/issues', { ...issue, headers: { 'Content-Type': 'application/json' } });
    expect((await asEditor(`/api/reports/${free}`, { method: 'DELETE' })).status).toBe(204);
    expect((await asEditor(`/api/reports/${free}`)).status).toBe(404);
    const refused = await asEditor(`/api/reports/${used}`, { method: 'DELETE' });
    expect((await readProblem(refused)).status).toBe(409);
    expect((await asEditor(`/api/reports/${used}`)).status).toBe(200);
  });
});

describe('the door of /api/reports', () => {
  it('refuses what cannot be cleaned, and keeps the text that was there', async () => {
    const id = await post();
    for (const body of ['', '  \n ', '\u0000\u0001\u0002\u0003 binary \u0000\u0000\u0000']) {
      expect((await postText('/api/reports', body)).status).toBe(422);
      expect((await patch(id, body)).status).toBe(422);
    }
    expect(await read(id)).toMatchObject({ raw: RAW });
  });

  it('refuses more than 1 MB, also of text that only grows when it becomes UTF-8', async () => {
    expect((await postText('/api/reports', 'word '.repeat(250_000))).status).toBe(413);
    const latin1 = new Uint8Array(1_000_000).fill(0xe9).map((byte, n) => (n % 6 === 5 ? 0x20 : byte));
    const grown = await postText('/api/reports', latin1, {
      'Content-Type': 'text/plain; charset=windows-1252',
    });
    expect(grown.status).toBeLessThan(500);
  });

  it('knows no report under another id, whatever it looks like', async () => {
    for (const id of ['999999', 'abc', '1e3', '-1', '99999999999999999999']) {
      expect((await readProblem(await asEditor(`/api/reports/${id}`))).status).toBe(404);
      expect((await patch(id, RAW)).status).toBe(404);
      expect((await asEditor(`/api/reports/${id}`, { method: 'DELETE' })).status).toBe(404);
    }
  });

  it('refuses other content types, and JSON that does not fit', async () => {
    const id = await post();
    expect((await postText('/api/reports', RAW, { 'Content-Type': 'application/pdf' })).status).toBe(415);
    expect((await patch(id, '{"raw": 5}', 'application/json')).status).toBe(422);
    expect((await patch(id, '{"raw": ', 'application/json')).status).toBe(400);
  });

  it('lets only editors in', async () => {
    for (const method of ['GET', 'POST'])
      expect((await request('/api/reports', { method })).status).toBe(401);
    for (const method of ['GET', 'PATCH', 'DELETE'])
      expect((await request('/api/reports/1', { method })).status).toBe(401);
  });
});

describe('what an editor decides about passages', () => {
  const PROMO = 'ALSO READ: Ten walks along the river';
  const put = (id: string, overrides: unknown) =>
    asEditor(`/api/reports/${id}/overrides`, {
      method: 'PUT',
      body: JSON.stringify({ overrides }),
      headers: { 'Content-Type': 'application/json' },
    });
  type Passage = { id: string; text: string; role: string; override?: string };
  type Shown = { report: { ledger: Passage[]; unmatched: unknown[] }; overrides: unknown[] };
  const find = (shown: Shown, text: string) =>
    shown.report.ledger.find((passage) => passage.text.includes(text)) as Passage;

  it('restores a cut passage, holds through an edit elsewhere, and is undone by an empty list', async () => {
    const id = await post(`${RAW}${PROMO}\n`);
    const passage = find((await read(id)) as Shown, 'Ten walks').id;
    const response = await put(id, [{ action: 'restore', passage, role: 'paragraph' }]);
    expect(response.status).toBe(200);
    expect(find((await response.json()) as Shown, 'Ten walks')).toMatchObject({ override: 'restored' });

    await patch(id, `A new first sentence stands here.\n\n${RAW}${PROMO}\n`);
    const edited = (await read(id)) as Shown;
    expect(find(edited, 'Ten walks').role).toBe('paragraph');
    expect(edited.report.unmatched).toEqual([]);

    await put(id, []);
    expect(find((await read(id)) as Shown, 'Ten walks').role).toBe('dropped');
  });

  it('adds a passage of the editor, marked as such in the ledger', async () => {
    const id = await post();
    await put(id, [{ action: 'add', text: 'An introduction by the editor.', at: 'start' }]);
    expect(find((await read(id)) as Shown, 'An introduction')).toMatchObject({
      role: 'editor',
      override: 'added',
    });
  });

  it('is printed in an issue made of the report', async () => {
    const id = await post(`${RAW}${PROMO}\n`);
    await put(id, [{ action: 'add', text: 'An introduction by the editor.', at: 'start' }]);
    const made = await asEditor('/api/issues', {
      method: 'POST',
      body: JSON.stringify({ reports: [id] }),
      headers: { 'Content-Type': 'application/json' },
    });
    const issue = ((await made.json()) as { id: string }).id;
    const text = await (
      await asEditor(`/api/issues/${issue}/preview`, { headers: { Accept: 'text/plain' } })
    ).text();
    expect(text).toContain('An introduction by the editor.');
  });

  it('names a decision whose passage is gone, and keeps it', async () => {
    const id = await post();
    const lost = { action: 'drop', passage: 'no-such-passage' };
    const shown = (await (await put(id, [lost])).json()) as Shown;
    expect(shown.report.unmatched).toEqual([lost]);
    expect(shown.overrides).toEqual([lost]);
  });

  it.each<[path: string, overrides: unknown]>([
    ['overrides', 'all'],
    [
      'overrides',
      Array.from({ length: OVERRIDE_LIMITS.count + 1 }, () => ({ action: 'drop', passage: 'a.1' })),
    ],
    ['overrides.0.action', [{ action: 'explode', passage: 'a.1' }]],
    [
      'overrides.1.role',
      [
        { action: 'drop', passage: 'a.1' },
        { action: 'role', passage: 'a.1', role: 'dropped' },
      ],
    ],
    ['overrides.0.passage', [{ action: 'drop' }]],
    ['overrides.0.passage', [{ action: 'drop', passage: 'x'.repeat(OVERRIDE_LIMITS.idLength + 1) }]],
    ['overrides.0.reason', [{ action: 'drop', passage: 'a.1', reason: 'dull' }]],
    ['overrides.0.text', [{ action: 'add', text: ' ', at: 'end' }]],
    ['overrides.0.text', [{ action: 'add', text: 'x'.repeat(OVERRIDE_LIMITS.textLength + 1), at: 'end' }]],
    ['overrides.0.at', [{ action: 'add', text: 'x', at: 'middle' }]],
  ])('names the field that is wrong: %s', async (path, overrides) => {
    const problem = await readProblem(await put(await post(), overrides));
    expect(problem).toMatchObject({ status: 422, errors: [{ path }] });
    expect(problem.detail).toContain(path);
  });

  it('may be as many and as long as cleaning takes them', async () => {
    const text = 'x'.repeat(OVERRIDE_LIMITS.textLength);
    const passage = 'x'.repeat(OVERRIDE_LIMITS.idLength);
    const drops = Array.from({ length: OVERRIDE_LIMITS.count - 1 }, () => ({ action: 'drop', passage }));
    expect((await put(await post(), [{ action: 'add', text, at: 'end' }, ...drops])).status).toBe(200);
  });

  it('is refused when it is none, and for a report that is not there', async () => {
    const id = await post();
    for (const overrides of [[{ action: 'explode' }], [{ action: 'add', text: '', at: 'start' }], 'all'])
      expect((await put(id, overrides)).status).toBe(422);
    expect((await put('999999', [])).status).toBe(404);
  });
});
