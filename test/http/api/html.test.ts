// HTML pages as reports, over HTTP.

import { beforeEach, describe, expect, it } from 'vitest';
import type { Report } from '../../../src/clean/report.ts';
import { asEditor, postText, readProblem, request } from '../../support/client.ts';
import { emptyDatabase } from '../../support/empty-database.ts';

const STORY =
  '<p>The ferry to the <a href="https://example.org/i">islands</a> was stopped on Monday – the authority said.</p>' +
  '<p>About 400 passengers had to wait until the evening, when a second ship came.</p>';
const PAGE = `<!doctype html><html lang="en"><head><title>Ferry stopped | Herald</title></head><body><h1>Ferry stopped</h1>${STORY}</body></html>`;
const HTML = { 'Content-Type': 'text/html; charset=utf-8' };

async function cleaned(body: BodyInit, type: string): Promise<Report> {
  const response = await asEditor('/api/clean', { method: 'POST', body, headers: { 'Content-Type': type } });
  expect(response.status).toBe(200);
  return response.json();
}

const latin1 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(text, (char) => char.charCodeAt(0));

beforeEach(emptyDatabase);

describe('POST /api/clean with an HTML page', () => {
  it.each(['text/html', 'text/html; charset=utf-8', 'application/xhtml+xml'])('reads %s', async (type) => {
    const report = await cleaned(PAGE, type);
    expect(report).toMatchObject({
      lang: 'en',
      title: 'Ferry stopped',
      meta: { title: 'Ferry stopped | Herald' },
    });
    expect(report.dek).toBe('The ferry to the islands was stopped on Monday – the authority said.');
    expect(report.ledger.at(-1)?.end).toBe(PAGE.length);
  });

  it.each([
    ['the header', '<p>Déjà vu, the authority said.', 'text/html; charset=iso-8859-1'],
    ['its meta', '<meta charset="windows-1252"><p>Déjà vu, the authority said.', 'text/html'],
    [
      'its http-equiv',
      '<meta http-equiv=Content-Type content="text/html; charset=latin1"><p>Déjà vu, the authority said.',
      'text/html',
    ],
    ['nothing', '<p>Déjà vu, the authority said.', 'text/html'],
  ])('finds its charset by %s', async (_, page, type) => {
    expect((await cleaned(latin1(page), type)).dek).toBe('Déjà vu, the authority said.');
  });

  it('believes a byte order mark more than its meta, and counts it', async () => {
    const page = '\ufeff<meta charset="latin1"><p>Déjà vu, the authority said.</p>';
    const report = await cleaned(page, 'text/html; charset=latin1');
    expect([report.dek, report.ledger.at(-1)?.end]).toEqual(['Déjà vu, the authority said.', page.length]);
  });

  it('says which page holds no story', async () => {
    const shell = '<div id="app"></div><script src="/app.js"></script>';
    const refused = await readProblem(await postText('/api/clean', shell, HTML));
    expect(refused).toMatchObject({ status: 422, reason: 'needs-script' });
    const menu = '<ul><li><a href="/">Home</a><li><a href="/s">Sport</a></ul>';
    expect(await readProblem(await postText('/api/clean', menu, HTML))).toMatchObject({ reason: 'no-story' });
  });

  it('takes up to 5 MB of HTML, and 1 MB of text', async () => {
    const comment = `<!--${' '.repeat(3_000_000)}-->`;
    expect((await cleaned(PAGE + comment, 'text/html')).title).toBe('Ferry stopped');
    expect((await postText('/api/clean', PAGE + comment + comment, HTML)).status).toBe(413);
    expect((await postText('/api/clean', PAGE + comment)).status).toBe(413);
  });
});

it('previews the mail of a page, without a title that is only in its metadata', async () => {
  const page = PAGE.replace('<h1>Ferry stopped</h1>', '');
  const preview = (await (await postText('/api/preview', page, HTML)).json()) as { subject: string };
  expect(preview.subject).toMatch(/^The ferry to the islands/);
});

describe('a page that is stored', () => {
  const LARGE = PAGE.replace('<body>', `<body><script>/*${'é – '.repeat(500_000)}*/</script>`);

  async function post(body: string): Promise<string> {
    const response = await postText('/api/reports', body, HTML);
    expect(response.status).toBe(201);
    return ((await response.json()) as { id: string }).id;
  }
  const read = async (id: string) => (await asEditor(`/api/reports/${id}`)).json();

  it('is shown as it came, however large it is', async () => {
    const stored = (await read(await post(LARGE))) as { raw: string };
    expect(stored.raw === LARGE).toBe(true);
    expect(stored).toMatchObject({
      format: 'html',
      title: 'Ferry stopped',
      report: { title: 'Ferry stopped' },
    });
  });

  it('stays a page when its source is replaced with JSON, and becomes a text with a text', async () => {
    const id = await post(LARGE);
    const patch = (body: string, type: string) =>
      asEditor(`/api/reports/${id}`, { method: 'PATCH', body, headers: { 'Content-Type': type } });
    expect(
      (await patch(JSON.stringify({ raw: PAGE.replaceAll('Ferry', 'Boat') }), 'application/json')).status,
    ).toBe(200);
    expect(await read(id)).toMatchObject({
      format: 'html',
      raw: PAGE.replaceAll('Ferry', 'Boat'),
      title: 'Boat stopped',
    });
    expect((await patch('The ferry was stopped on Monday.', 'text/plain')).status).toBe(200);
    expect(await read(id)).toMatchObject({ format: 'text', raw: 'The ferry was stopped on Monday.' });
  });

  it('makes an issue', async () => {
    const created = await asEditor('/api/issues', {
      method: 'POST',
      body: JSON.stringify({ reports: [await post(LARGE), await post(PAGE.replaceAll('Ferry', 'Boat'))] }),
      headers: { 'Content-Type': 'application/json' },
    });
    const { id } = (await created.json()) as { id: string };
    const preview = await asEditor(`/api/issues/${id}/preview`, { headers: { Accept: 'text/plain' } });
    const text = await preview.text();
    expect(text).toContain('Ferry stopped');
    expect(text).toContain('Boat stopped');
    expect(text).not.toContain('example.org/i');
  });
});

it('is described', async () => {
  type Description = {
    paths: Record<string, Record<string, { requestBody: { content: Record<string, unknown> } }>>;
  };
  const { paths } = (await (await request('/api/openapi.json')).json()) as Description;
  for (const path of ['/api/clean', '/api/preview', '/api/reports'])
    expect(Object.keys(paths[path]?.['post']?.requestBody.content ?? {})).toEqual(
      expect.arrayContaining(['text/plain', 'text/html', 'application/xhtml+xml']),
    );
});
