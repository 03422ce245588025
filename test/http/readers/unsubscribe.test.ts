import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { importSigningKeys, type SigningKey, signToken } from '../../../src/crypto/tokens.ts';
import { findSubscriber, importSubscribers, listSubscribers } from '../../../src/store/index.ts';
import { request } from '../../support/client.ts';

const [key] = (await importSigningKeys(env.SIGNING_KEY)) as [SigningKey];

let id: string;
let path: string;

beforeEach(async () => {
  const email = `anna-${crypto.randomUUID()}@example.org`;
  await importSubscribers(env.DB, [{ email, name: 'Anna', state: 'active' }], Date.now());
  id = (await listSubscribers(env.DB, { limit: 1000 })).find((one) => one.email === email)?.id ?? '';
  path = `/unsubscribe/${await signToken(key, 'unsubscribe', id)}`;
});

const stateNow = async () => (await findSubscriber(env.DB, id))?.state;

describe('a mail client that unsubscribes with one click', () => {
  it('needs no cookie, no login, no origin, and meets no redirect (RFC 8058)', async () => {
    const response = await request(path, {
      method: 'POST',
      body: 'List-Unsubscribe=One-Click',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'User-Agent': 'Gmail' },
    });
    expect(response.status).toBe(200);
    expect(await stateNow()).toBe('unsubscribed');
  });

  it('may post as multipart, with no body at all, and twice', async () => {
    const form = new FormData();
    form.set('List-Unsubscribe', 'One-Click');
    expect((await request(path, { method: 'POST', body: form })).status).toBe(200);
    expect((await request(path, { method: 'POST' })).status).toBe(200);
    expect(await stateNow()).toBe('unsubscribed');
  });
});

describe('the pages behind links in mails', () => {
  it('are kept by nobody, shown by no search engine, and tell no other site of their readers', async () => {
    for (const page of [path, path.replace('unsubscribe', 'preferences'), '/confirm/x', '/unsubscribe/x'])
      for (const method of ['GET', 'POST', 'HEAD']) {
        const { headers } = await request(page, { method });
        expect(headers.get('Cache-Control')).toBe('no-store');
        expect(headers.get('X-Robots-Tag')).toContain('noindex');
        expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'");
        expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
        expect(headers.get('Referrer-Policy')).toBe('no-referrer');
      }
  });

  it('take no more than 64 KB', async () => {
    const body = `action=${'x'.repeat(65 * 1024)}`;
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    for (const page of [path, path.replace('unsubscribe', 'preferences'), '/confirm/x'])
      expect((await request(page, { method: 'POST', body, headers })).status).toBe(413);
    expect(await stateNow()).toBe('active');
  });
});

describe('the page behind the link in a mail', () => {
  it('changes nothing when a scanner opens it', async () => {
    const response = await request(path);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('Unsubscribe');
    expect((await request(path, { method: 'HEAD' })).status).toBe(200);
    expect(await stateNow()).toBe('active');
  });

  it('masks the address, since a mail can be forwarded', async () => {
    const text = await (await request(path)).text();
    expect(text).toContain('a…@example.org');
    expect(text).not.toContain('anna-');
  });

  it('offers one mail a week to who gets every issue, and leaving stays the first button', async () => {
    const html = await (await request(path)).text();
    expect(html.indexOf('value="unsubscribe"')).toBeLessThan(html.indexOf('Rather one mail a week'));
    const action = /<form method="post" action="(\/preferences\/[^"]+)">/.exec(html)?.[1] ?? '';
    const form = new URLSearchParams({ frequency: 'weekly' });
    expect((await request(action, { method: 'POST', body: form })).status).toBe(200);
    expect(await findSubscriber(env.DB, id)).toMatchObject({ state: 'active', frequency: 'weekly' });
    expect(await (await request(path)).text()).not.toContain('Rather one mail a week');
    await request(path, { method: 'POST', body: 'List-Unsubscribe=One-Click' });
    expect(await stateNow()).toBe('unsubscribed');
    await request(path, { method: 'POST', body: new URLSearchParams({ action: 'resubscribe' }) });
    expect(await findSubscriber(env.DB, id)).toMatchObject({ state: 'active', frequency: 'weekly' });
  });

  it('lets a reader who left by mistake come back', async () => {
    await request(path, { method: 'POST' });
    const form = new URLSearchParams({ action: 'resubscribe' });
    const response = await request(path, { method: 'POST', body: form });
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('You are subscribed again');
    expect(await stateNow()).toBe('active');
  });

  it('leads to pages that can be reloaded, by the buttons of the page alone', async () => {
    const press = async (fields: Record<string, string>) => {
      const body = new URLSearchParams({ ...fields, from: 'page' });
      const answer = await request(path, { method: 'POST', body });
      expect(answer.status).toBe(303);
      return answer.headers.get('Location') ?? '';
    };
    const left = await press({ action: 'unsubscribe' });
    for (const _ of [1, 2]) expect(await (await request(left)).text()).toContain('You have left');
    const back = await press({ action: 'resubscribe' });
    for (const _ of [1, 2]) expect(await (await request(back)).text()).toContain('You are subscribed again');
    await request(path, { method: 'POST', body: 'List-Unsubscribe=One-Click' });
    expect(await (await request(back)).text()).toContain('You have left');
  });

  it('is found by a link that was copied with what stood behind it, and acts through it', async () => {
    for (const stuck of ['.', ')', ']', '>', '/', ').', '%3E', '%22', '%E2%80%9D', '.%20'])
      expect(await (await request(`${path}${stuck}`)).text(), stuck).toContain('Unsubscribe');
    expect((await request(`${path}).`, { method: 'POST' })).status).toBe(200);
    expect(await stateNow()).toBe('unsubscribed');
  });

  it.each(['GET', 'POST'])('answers 404 to %s with a link that was cut or changed', async (method) => {
    expect((await request(path.slice(0, -3), { method })).status).toBe(404);
    expect((await request('/unsubscribe/nonsense', { method })).status).toBe(404);
    const confirm = `/unsubscribe/${await signToken(key, 'confirm', id, Date.now() + 9999)}`;
    expect((await request(confirm, { method })).status).toBe(404);
    expect(await stateNow()).toBe('active');
  });

  it('tells an editor who follows the link of a preview that it acts on nobody', async () => {
    const example = `/unsubscribe/${await signToken(key, 'unsubscribe', 'example')}`;
    for (const method of ['GET', 'POST']) {
      const response = await request(example, { method });
      expect(response.status).toBe(200);
      expect(await response.text()).toContain('preview');
    }
  });
});
