import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/env.ts';
import { listOutbox, storeOutboxBatch } from '../../../src/store/index.ts';
import { EDITOR, request, SITE } from '../../support/client.ts';
import { type Answer, createSite } from '../../support/site.ts';

const DAY_MS = 86_400_000;

async function signIn(token: string): Promise<Response> {
  return request('/desk/login', { method: 'POST', body: new URLSearchParams({ token }) });
}

const sessions = async () => (await env.DB.prepare('SELECT * FROM sessions').all()).results;

async function session(): Promise<string> {
  const cookie = (await signIn('dev')).headers.get('Set-Cookie') ?? '';
  return cookie.split(';')[0] ?? '';
}

describe('the door of the desk', () => {
  it('sends a stranger to the login page, whatever the address', async () => {
    for (const path of ['/desk', '/desk/outbox', '/desk/outbox/1/html']) {
      const response = await request(path);
      expect(response.status).toBe(303);
      expect(response.headers.get('Location')).toBe(`/desk/login?next=${path}`);
    }
  });

  it('lets in who knows the editor token, and nobody else', async () => {
    expect((await signIn('dev')).status).toBe(303);
    expect((await signIn('guess')).status).toBe(401);
    expect((await request('/desk', { headers: { Cookie: await session() } })).status).toBe(200);
  });

  it('leads on to the page that was asked for, and never away from the desk', async () => {
    const body = new URLSearchParams({ token: 'dev' });
    const leadsTo = async (next: string) =>
      (await request(`/desk/login?next=${next}`, { method: 'POST', body })).headers.get('Location');
    expect(await leadsTo('/desk/outbox/7/html')).toBe('/desk/outbox/7/html');
    for (const elsewhere of ['https://evil.example', '//evil.example', '/desk/../api', '/', '/desk/login'])
      expect(await leadsTo(elsewhere)).toBe('/desk');
  });

  it('lets in a bearer token too', async () => {
    expect((await request('/desk', { headers: EDITOR })).status).toBe(200);
  });

  it('gives out a cookie that scripts cannot read and other sites cannot send', async () => {
    const cookie = (await signIn('dev')).headers.get('Set-Cookie') ?? '';
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Strict');
    expect(cookie).toContain('Max-Age=');
  });

  it('refuses a forged cookie', async () => {
    const forged = (await session()).replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
    expect((await request('/desk', { headers: { Cookie: forged } })).status).toBe(303);
  });

  it('tells nothing in the cookie but a random secret and when it ends, and keeps a hash of it alone', async () => {
    const [, token = ''] = (await session()).split('=');
    const [, secret = ''] = /^session\.([\w-]{43})\.\d{13}$/.exec(atob(token.split('.')[0] ?? '')) ?? [];
    expect(secret).not.toBe('');
    expect(JSON.stringify(await sessions())).not.toContain(secret);
  });

  it('signs out for good: a cookie that somebody kept is worth nothing then', async () => {
    const Cookie = await session();
    const before = (await sessions()).length;
    const headers = { Cookie, Origin: SITE };
    expect((await request('/desk/logout', { method: 'POST', headers })).status).toBe(303);
    expect(await sessions()).toHaveLength(before - 1);
    expect((await request('/desk', { headers: { Cookie } })).status).toBe(303);
  });

  it('keeps an editor signed in for thirty days, anew on every day of use, and forgets who is not', async () => {
    let now = Date.now();
    const site = await createSite({ now: () => now });
    const cookieOf = ({ response }: Answer) => response.headers.get('Set-Cookie')?.split(';')[0];
    const login = () => site('/desk/login', { method: 'POST', body: new URLSearchParams({ token: 'dev' }) });
    const Cookie = cookieOf(await login()) ?? '';
    const visit = (given: string) => site('/desk', { headers: { Cookie: given } });
    expect(cookieOf(await visit(Cookie))).toBeUndefined();
    now += 29 * DAY_MS;
    const renewed = cookieOf(await visit(Cookie)) ?? '';
    expect(renewed).toMatch(/^copydesk_session=/);
    expect(cookieOf(await visit(renewed))).toBeUndefined();
    now += 2 * DAY_MS;
    expect((await visit(Cookie)).response.status).toBe(303);
    expect((await visit(renewed)).response.status).toBe(200);
    now += 31 * DAY_MS;
    expect((await visit(renewed)).response.status).toBe(303);
    await login();
    expect(await sessions()).toHaveLength(1);
  });

  it('ends every session when the editor token changes', async () => {
    const Cookie = await session();
    const config = readConfig({ ...env, EDITOR_TOKEN: 'another-token-of-this-test' });
    if (!config.ok) throw new Error(config.error.join());
    const site = await createSite({ config: config.value });
    expect((await request('/desk', { headers: { Cookie } })).status).toBe(200);
    expect((await site('/desk', { headers: { Cookie } })).response.status).toBe(303);
  });

  const from = { 'CF-Connecting-IP': '198.51.100.77' };
  const guesses: readonly [string, number, (token: string) => Promise<Response>][] = [
    [
      'the form',
      303,
      (token) =>
        request('/desk/login', { method: 'POST', body: new URLSearchParams({ token }), headers: from }),
    ],
    [
      'a bearer token for the API',
      200,
      (token) => request('/api/reports', { headers: { ...from, Authorization: `Bearer ${token}` } }),
    ],
    [
      'a bearer token for the desk',
      200,
      (token) => request('/desk', { headers: { ...from, Authorization: `Bearer ${token}` } }),
    ],
  ];
  it.each(guesses)(
    'tires of guesses from one network by %s, and lets the right token in from there',
    async (_, welcome, guess) => {
      const answers = await Promise.all(Array.from({ length: 70 }, () => guess('wrong')));
      expect(answers.map(({ status }) => status)).toContain(429);
      const refused = answers.find(({ status }) => status === 429);
      expect(refused?.headers.get('Retry-After')).toBe('60');
      expect((await guess('dev')).status).toBe(welcome);
    },
  );

  it.each([
    ['a /56', { wide: env.JOIN_LIMIT, widest: env.JOIN_LIMIT_WIDEST }, '2001:db8:7:77'],
    ['a /48', { wide: env.JOIN_LIMIT_WIDEST, widest: env.JOIN_LIMIT }, '2001:db8:8:'],
  ])('tires of guesses from many networks in %s', async (_, wider, start) => {
    const site = await createSite({ networkLimits: { narrow: env.JOIN_LIMIT_WIDE, ...wider } });
    const guess = (n: number) =>
      site('/api/reports', {
        headers: { Authorization: 'Bearer wrong', 'CF-Connecting-IP': `${start}${n + 10}::1` },
      });
    const answers = await Promise.all(Array.from({ length: 70 }, (_, n) => guess(n)));
    expect(new Set(answers.map(({ response }) => response.status))).toEqual(new Set([401, 429]));
  });

  it('does not count a request without a token', async () => {
    const answers = await Promise.all(
      Array.from({ length: 70 }, () =>
        request('/api/reports', { headers: { 'CF-Connecting-IP': '198.51.100.78' } }),
      ),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]));
  });

  it.each(['application/json', 'text/plain', 'application/x-www-form-urlencoded'])(
    'refuses %s that comes with the cookie from another site, or from nobody knows where',
    async (type) => {
      const post = async (from: Record<string, string>) => {
        const headers = { Cookie: await session(), 'Content-Type': type, ...from };
        return (await request('/desk/logout', { method: 'POST', body: '{}', headers })).status;
      };
      expect(await post({ Origin: 'https://evil.example' })).toBe(403);
      expect(await post({ Origin: SITE, 'Sec-Fetch-Site': 'same-site' })).toBe(403);
      expect(await post({})).toBe(403);
      expect(await post({ Origin: 'null', 'Sec-Fetch-Site': 'same-origin' })).toBe(303);
      expect(await post({ Origin: SITE })).toBe(303);
    },
  );

  it('refuses a form that another site posts with the cookie', async () => {
    const headers = {
      Cookie: await session(),
      'Content-Type': 'application/x-www-form-urlencoded',
      Origin: 'https://evil.example',
      'Sec-Fetch-Site': 'cross-site',
    };
    expect((await request('/desk/logout', { method: 'POST', body: 'a=b', headers })).status).toBe(403);
    const own = { ...headers, Origin: SITE, 'Sec-Fetch-Site': 'same-origin' };
    expect((await request('/desk/logout', { method: 'POST', body: 'a=b', headers: own })).status).toBe(303);
  });
});

describe('the pages of the desk', () => {
  it('are linked, answer, and carry the headers that keep strangers out', async () => {
    const desk = await request('/desk', { headers: EDITOR });
    const links = [...(await desk.text()).matchAll(/href="(\/desk[^"]*)"/g)].map(([, href]) => href ?? '');
    expect(links).toContain('/desk/outbox');
    for (const href of links) {
      const page = await request(href, { headers: EDITOR });
      expect(page.status).toBe(200);
      expect(page.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
      expect(page.headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(page.headers.get('Referrer-Policy')).toBe('no-referrer');
      expect(page.headers.get('Cache-Control')).toBe('no-store');
    }
  });
});

describe('the outbox', () => {
  it('shows each mail as html, text and headers, and nothing of it unescaped', async () => {
    const mail = {
      to: 'anna@example.org',
      from: 'The Desk <desk@example.org>',
      subject: '<b>Budget</b> & more',
      html: '<h1>Budget</h1>',
      text: 'Budget\n======',
      headers: { 'List-Unsubscribe': `<${SITE}/unsubscribe/x>` },
      tags: [{ name: 'issue', value: '1' }],
    };
    await storeOutboxBatch(env.DB, { key: 'one', bodySha256: 'x', mails: [mail], now: Date.now() });
    const [entry] = await listOutbox(env.DB, { limit: 1 });
    const read = async (path: string) => (await request(path, { headers: EDITOR })).text();

    expect(await read('/desk/outbox')).toContain('&lt;b&gt;Budget&lt;/b&gt; &amp; more');
    const page = await read(`/desk/outbox/${entry?.id}`);
    expect(page).toContain('List-Unsubscribe: &lt;http');
    expect(page).toContain('Budget\n======');
    expect(await read(`/desk/outbox/${entry?.id}/html`)).toBe(mail.html);
    const alone = await request(`/desk/outbox/${entry?.id}/html`, { headers: EDITOR });
    expect(alone.headers.get('Content-Security-Policy')).toMatch(/form-action 'none'.*sandbox/);
    expect(await read(`/desk/outbox/${entry?.id}/text`)).toBe(mail.text);
  });

  it('answers 404 for a mail that is not there', async () => {
    for (const id of ['99999', 'x', '1%20OR%201=1'])
      expect((await request(`/desk/outbox/${id}`, { headers: EDITOR })).status).toBe(404);
  });
});
