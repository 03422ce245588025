import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/env.ts';
import { createUnconfiguredApp } from '../../src/http/app.ts';
import { asEditor, postText, readProblem, request } from '../support/client.ts';
import { createSite } from '../support/site.ts';

const MB = 1024 * 1024;

describe.each(['/api/clean', '/api/preview'])('%s', (path) => {
  it('asks for a bearer token before it looks at anything else', async () => {
    const response = await request(path, {
      method: 'POST',
      body: 'x'.repeat(2 * MB),
      headers: { 'Content-Type': 'image/png' },
    });
    expect(response.status).toBe(401);
    expect(response.headers.get('WWW-Authenticate')).toContain('Bearer');
    expect(await readProblem(response)).toMatchObject({ status: 401, title: 'Not signed in' });
  });

  it.each(['Bearer wrong', 'Bearer dev2', 'Bearer ', 'Basic dev', 'dev', 'Bearer dev dev'])(
    'refuses the header %j',
    async (header) => {
      const response = await request(path, {
        method: 'POST',
        body: 'A text.',
        headers: { 'Content-Type': 'text/plain', Authorization: header },
      });
      expect(response.status).toBe(401);
    },
  );

  it('takes the scheme in any case', async () => {
    const response = await request(path, {
      method: 'POST',
      body: 'A text that is long enough to be a paragraph of a report.',
      headers: { 'Content-Type': 'text/plain', Authorization: 'bearer dev' },
    });
    expect(response.status).toBe(200);
  });

  it('refuses a body over 1 MB, announced or not', async () => {
    expect((await postText(path, 'x'.repeat(MB + 1))).status).toBe(413);
    const stream = new Blob(['x'.repeat(MB), 'yy']).stream();
    expect((await postText(path, stream)).status).toBe(413);
  });

  it('refuses a content type that is no text, and says which it takes', async () => {
    const response = await postText(path, '{}', { 'Content-Type': 'application/json' });
    expect(response.status).toBe(415);
    expect((await readProblem(response)).detail).toContain('text/plain');
  });

  it('refuses a charset that it does not know', async () => {
    const response = await postText(path, 'A text.', { 'Content-Type': 'text/plain; charset=klingon' });
    expect(response.status).toBe(415);
  });

  it.each([
    ['an empty body', ''],
    ['white space alone', ' \n\t\u00a0 '],
    ['a body with zero bytes', 'A text\u0000with a hole'],
    ['bytes that are not UTF-8', new Uint8Array([0x41, 0xff, 0xfe, 0x41])],
  ])('refuses %s as a text that it cannot use', async (_, body) => {
    const response = await postText(path, body);
    expect(response.status).toBe(422);
    expect(await readProblem(response)).toMatchObject({ status: 422, reason: expect.any(String) });
  });

  it('reads the charset that the content type names', async () => {
    const latin = Uint8Array.from('Le café a fermé à minuit, a dit la préfecture mardi.', (c) =>
      c.charCodeAt(0),
    );
    const response = await postText(path, latin, {
      'Content-Type': 'text/plain; charset=iso-8859-1',
      Accept: 'application/json',
    });
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('Le café a fermé à minuit');
  });
});

describe('unknown addresses', () => {
  it('answers 404 to an editor and 401 to anybody else under /api', async () => {
    const known = await asEditor('/api/nothing');
    expect(known.status).toBe(404);
    expect(await readProblem(known)).toMatchObject({ status: 404 });
    expect((await request('/api/nothing')).status).toBe(401);
  });

  it('answers a page outside /api', async () => {
    const response = await request('/nothing');
    expect(response.status).toBe(404);
    expect(response.headers.get('Content-Type')).toContain('text/html');
    expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
  });
});

describe('a path that knows other methods', () => {
  it.each([
    ['PUT', '/api/clean', 'POST'],
    ['DELETE', '/api/subscribers/import', 'POST'],
    ['GET', '/api/subscribers/import', 'POST'],
    ['PUT', '/api/subscribers/1', 'GET, HEAD, DELETE'],
    ['POST', '/api/openapi.json', 'GET, HEAD'],
    ['PATCH', '/unsubscribe/x', 'GET, HEAD, POST'],
    ['POST', '/health', 'GET, HEAD'],
  ])('answers %s %s with 405, and names them', async (method, path, allow) => {
    const response = await asEditor(path, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('Allow')).toBe(allow);
  });

  it('says nothing of them to a stranger under /api', async () => {
    const response = await request('/api/subscribers/import');
    expect(response.status).toBe(401);
    expect(response.headers.has('Allow')).toBe(false);
  });
});

describe('what an editor is told', () => {
  it.each(['/api/subscribers', '/api/reports', '/api/issues', '/api/outbox', '/api/nothing'])(
    'is cached by nobody: %s',
    async (path) => {
      expect((await asEditor(path)).headers.get('Cache-Control')).toBe('no-store');
    },
  );
});

describe('Strict-Transport-Security', () => {
  it('is said by a site on https, for its own host alone, and by no local copy', async () => {
    const config = readConfig({
      ...env,
      LOCAL: '',
      SITE_URL: 'https://news.example.com',
      EDITOR_TOKEN: 'an-editor-token-of-this-test',
      RESEND_API_KEY: 're_of_this_test',
    });
    if (!config.ok) throw new Error(config.error.join());
    const site = await createSite({ config: config.value });
    const { headers } = (await site('/')).response;
    expect(headers.get('Strict-Transport-Security')).toMatch(/^max-age=\d{8}$/);
    expect((await request('/')).headers.has('Strict-Transport-Security')).toBe(false);
  });
});

describe('a Worker without its settings', () => {
  it('answers every request with what is missing, and does nothing else', async () => {
    const app = createUnconfiguredApp(['SIGNING_KEY is missing.', 'RESEND_API_KEY is missing.']);
    for (const path of ['/', '/health', '/unsubscribe/x', '/api/clean', '/desk']) {
      const response = await app.request(path, { method: 'POST' });
      expect(response.status).toBe(503);
      expect(await response.text()).toContain('SIGNING_KEY is missing. RESEND_API_KEY is missing.');
    }
  });
});
