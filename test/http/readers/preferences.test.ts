import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { publication } from '../../../content/publication.ts';
import { importSigningKeys, type SigningKey, signToken } from '../../../src/crypto/tokens.ts';
import type { Deps } from '../../../src/http/deps.ts';
import { preferencesPages } from '../../../src/http/readers/preferences.tsx';
import {
  chooseCadence,
  findByAddress,
  findSubscriber,
  type ImportRow,
  importSubscribers,
  listOutbox,
  unsubscribe,
} from '../../../src/store/index.ts';
import { asEditor, request } from '../../support/client.ts';
import { linkIn, untilMailed } from '../../support/outbox.ts';

const [key] = (await importSigningKeys(env.SIGNING_KEY)) as [SigningKey];

let id: string;
let email: string;
/** As in every issue, and so perhaps forwarded. */
let path: string;

async function join(state: ImportRow['state'] = 'active'): Promise<void> {
  email = `anna-${crypto.randomUUID()}@example.org`;
  await importSubscribers(env.DB, [{ email, name: 'Anna', state }], Date.now());
  id = (await findByAddress(env.DB, email))?.id ?? '';
  path = `/preferences/${await signToken(key, 'unsubscribe', id)}`;
}
beforeEach(() => join());

const post = (to: string, fields: Record<string, string> = {}) =>
  request(to, { method: 'POST', body: new URLSearchParams(fields) });
const stateNow = async () => (await findSubscriber(env.DB, id))?.state;
async function askForLink(): Promise<string> {
  await post(path, { action: 'link' });
  return linkIn((await untilMailed(email))[0], 'preferences');
}

describe('the link in an issue', () => {
  it('shows a masked address, and changes nothing by being opened', async () => {
    const response = await request(path);
    expect(response.status).toBe(200);
    const html = await response.text();
    expect(html).toContain('a…@example.org');
    expect(html).not.toContain('anna-');
    expect(await untilMailed(email, 0)).toEqual([]);
  });

  it.each(['export', 'erase', 'change', 'anything', ''])('cannot %s', async (action) => {
    const response = await post(path, { action, email: 'thief@example.org' });
    const html = await response.text();
    expect(html).not.toContain('anna-');
    expect(await findSubscriber(env.DB, id)).toMatchObject({ email, state: 'active' });
    expect(await findByAddress(env.DB, 'thief@example.org')).toBeNull();
  });

  it('switches to the weekly round-up and back, and says from when it holds', async () => {
    const shown = await (await request(path)).text();
    expect(shown).toMatch(/<input type="radio" name="frequency" value="every" checked/);
    const weekly = await (await post(path, { action: 'frequency', frequency: 'weekly' })).text();
    expect(weekly).toContain('gets one mail a week, the next one on <bdi>Saturday</bdi>');
    expect(weekly).toMatch(/value="weekly" checked/);
    expect(weekly).not.toContain('anna-');
    expect(await findSubscriber(env.DB, id)).toMatchObject({ state: 'active', frequency: 'weekly' });
    const every = await (await post(path, { action: 'frequency', frequency: 'every' })).text();
    expect(every).toContain('From the next issue on');
    expect(await findSubscriber(env.DB, id)).toMatchObject({ frequency: 'every' });
  });

  it('asks nobody who has left how often, and brings nobody back by a choice', async () => {
    await unsubscribe(env.DB, id, Date.now());
    expect(await (await request(path)).text()).not.toContain('type="radio"');
    const answer = await (await post(path, { frequency: 'weekly' })).text();
    expect(answer).not.toContain('role="status"');
    expect(await findSubscriber(env.DB, id)).toMatchObject({ state: 'unsubscribed', frequency: 'every' });
  });

  it.each(['daily', '', 'weekly,every'])('understands no choice but the two: %j', async (frequency) => {
    expect((await post(path, { action: 'frequency', frequency })).status).toBe(200);
    expect(await findSubscriber(env.DB, id)).toMatchObject({ frequency: 'every' });
  });

  it('offers a way out of a round-up that is not made any more, and no way in', async () => {
    const pages = preferencesPages({ db: env.DB, keys: [key], now: Date.now } as unknown as Deps, {
      ...publication,
      weekly: null,
    });
    const ask = (init?: RequestInit) => pages.request(path.replace('/preferences', ''), init);
    const choose = (fields: Record<string, string>) =>
      ask({ method: 'POST', body: new URLSearchParams(fields) });
    expect(await (await ask()).text()).not.toContain('Every issue');
    await choose({ action: 'frequency', frequency: 'weekly' });
    expect(await findSubscriber(env.DB, id)).toMatchObject({ frequency: 'every' });
    await chooseCadence(env.DB, id, 'weekly', Date.now());
    expect(await (await ask()).text()).toContain('The weekly mail is not made any more.');
    await choose({ action: 'every' });
    expect(await findSubscriber(env.DB, id)).toMatchObject({ frequency: 'every' });
  });

  it('mails another link, to the address alone', async () => {
    const html = await (await post(path, { action: 'link' })).text();
    expect(html).not.toContain('/preferences/');
    expect((await untilMailed(email))[0]?.text).toContain('/preferences/');
  });

  it('says when the next one may leave, where one left before', async () => {
    await post(path, { action: 'link' });
    await untilMailed(email);
    const html = await (await post(path, { action: 'link' })).text();
    expect(html).toMatch(/The next one can leave from .*\d:\d\d/);
    expect(html).not.toContain('anna-');
    expect(await untilMailed(email)).toHaveLength(1);
  });

  it('is counted apart from mails to confirm, which anybody may ask for', async () => {
    await join('unsubscribed');
    await request('/subscribe', { method: 'POST', body: new URLSearchParams({ email }) });
    await untilMailed(email);
    await post(path, { action: 'link' });
    const mails = await untilMailed(email, 2);
    expect(linkIn(mails[0], 'preferences')).toContain('/preferences/');
  });

  it.each(['bounced', 'complained', 'suppressed'] as const)(
    'answers the same to who is %s, and sends nothing',
    async (state) => {
      const mask = (html: string) => html.replaceAll(/[\w-]+\.[\w-]{43}/g, '');
      const usual = await (await post(path, { action: 'link' })).text();
      await join(state);
      expect(mask(await (await post(path, { action: 'link' })).text())).toBe(mask(usual));
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect((await listOutbox(env.DB, { limit: 1000 })).filter(({ to }) => to === email)).toEqual([]);
    },
  );

  it.each(['GET', 'POST'])('answers 404 to %s when it was cut or made for something else', async (method) => {
    expect((await request(path.slice(0, -3), { method })).status).toBe(404);
    const other = `/preferences/${await signToken(key, 'confirm', id, Date.now() + 9999)}`;
    expect((await request(other, { method })).status).toBe(404);
  });
});

describe('the link that was mailed for this alone', () => {
  it('shows everything it can do, and is not used up by being opened', async () => {
    const link = await askForLink();
    for (let n = 0; n < 2; n += 1) {
      const response = await request(link);
      expect(response.status).toBe(200);
      expect(response.headers.get('Cache-Control')).toBe('no-store');
      expect(await response.text()).toContain(email);
    }
  });

  it('hands out all that is kept, as often as it is asked within the hour', async () => {
    const link = await askForLink();
    const response = await post(link, { action: 'export' });
    expect(response.headers.get('Content-Disposition')).toContain('attachment');
    expect(await response.json()).toEqual({
      email,
      name: 'Anna',
      state: 'active',
      frequency: 'every',
      source: 'import',
      createdAt: expect.any(String),
      changedAt: expect.any(String),
      consents: [],
      earlierAddresses: [],
    });
    expect((await post(link, { action: 'export' })).status).toBe(200);
    expect((await request(link)).status).toBe(200);
  });

  it('hands out what was agreed to, and earlier addresses', async () => {
    const to = `new-${email}`;
    await post(await askForLink(), { action: 'change', email: to });
    await request(linkIn((await untilMailed(to))[0], 'confirm'), { method: 'POST' });
    const moved = await findByAddress(env.DB, to);
    await post(`/preferences/${await signToken(key, 'unsubscribe', moved?.id ?? '')}`, { action: 'link' });
    const response = await post(linkIn((await untilMailed(to, 2))[0], 'preferences'), { action: 'export' });
    expect(await response.json()).toMatchObject({
      email: to,
      name: 'Anna',
      consents: [
        {
          source: 'change of address',
          wording: expect.stringContaining('You agree to get'),
          frequency: null,
          confirmedAt: expect.any(String),
        },
      ],
      earlierAddresses: [{ email, name: null, state: 'unsubscribed', source: 'import', consents: [] }],
    });
  });

  it('erases when it was asked once more, dies with it, and no import brings the address back', async () => {
    const link = await askForLink();
    expect(await (await post(link, { action: 'erase' })).text()).toContain('Yes, erase everything');
    expect(await stateNow()).toBe('active');
    expect((await post(link, { action: 'erase', sure: 'yes' })).status).toBe(200);
    expect((await request(link)).status).toBe(404);
    expect(await findSubscriber(env.DB, id)).toMatchObject({ state: 'erased', email: null, name: null });
    const answer = await asEditor('/api/subscribers/import?confirmed=true', {
      method: 'POST',
      body: `email,name\n${email.toUpperCase()},Anna\n`,
      headers: { 'Content-Type': 'text/csv' },
    });
    expect(await answer.json()).toMatchObject({ added: 0, erased: 1 });
    expect(await findByAddress(env.DB, email)).toBeNull();
    expect((await request(path)).status).toBe(200);
    expect(await (await request(path)).text()).not.toContain('anna');
  });

  it('moves a reader to another address when that one confirms', async () => {
    const link = await askForLink();
    const to = `new-${email}`;
    expect((await post(link, { action: 'change', email: to })).status).toBe(200);
    expect(await stateNow()).toBe('active');
    const [asked] = await untilMailed(to);
    expect((await request(linkIn(asked, 'confirm'), { method: 'POST' })).status).toBe(200);
    expect(await findByAddress(env.DB, to)).toMatchObject({ state: 'active' });
    expect(await stateNow()).toBe('unsubscribed');
    expect((await request(link)).status).toBe(404);
  });

  it('says in the mail to the new address what it is for', async () => {
    const to = `new-${email}`;
    await post(await askForLink(), { action: 'change', email: to });
    const [asked] = await untilMailed(to);
    expect(asked).toMatchObject({ subject: 'Please confirm your new address for The Second Read' });
    expect(asked?.text).toContain('no longer to the old address');
  });

  it('stays good when the new address is none', async () => {
    const link = await askForLink();
    const refused = await post(link, { action: 'change', email: 'nobody' });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('role="alert"');
    expect((await request(link)).status).toBe(200);
  });

  it('stays good when the new address is the old one', async () => {
    const link = await askForLink();
    expect((await post(link, { action: 'change', email: email.toUpperCase() })).status).toBe(200);
    expect((await request(link)).status).toBe(200);
    expect(await stateNow()).toBe('active');
  });

  it('erases once when it is posted twice at once', async () => {
    const link = await askForLink();
    const erase = { action: 'erase', sure: 'yes', from: 'page' };
    const answers = await Promise.all([post(link, erase), post(link, erase)]);
    for (const { status } of answers) expect([303, 404]).toContain(status);
    expect(await stateNow()).toBe('erased');
  });

  it('leads to pages that can be reloaded when a form of our own page was sent', async () => {
    const link = await askForLink();
    const follow = async (fields: Record<string, string>) => {
      const answer = await post(link, { ...fields, from: 'page' });
      expect(answer.status).toBe(303);
      return answer.headers.get('Location') ?? '';
    };
    const asked = await follow({ action: 'change', email: `new-${email}` });
    expect(await (await request(asked)).text()).toContain('a mail with a link is on its way');
    const sure = await follow({ action: 'erase' });
    expect(await (await request(sure)).text()).toContain('Yes, erase everything');
    expect(await stateNow()).toBe('active');
    const erased = await follow({ action: 'erase', sure: 'yes' });
    for (const _ of [1, 2]) expect(await (await request(erased)).text()).toContain('Everything is erased');
  });

  it('dies after an hour, and gives nothing away then', async () => {
    await askForLink();
    const visit = await env.DB.prepare('SELECT id FROM visits WHERE subscriber_id = ?1')
      .bind(Number(id))
      .first<number>('id');
    const old = `/preferences/${await signToken(key, 'visit', String(visit), Date.now() - 1)}`;
    for (const method of ['GET', 'POST']) {
      const response = await request(old, { method });
      expect(response.status).toBe(404);
      expect(await response.text()).not.toContain('anna-');
    }
    await env.DB.prepare('UPDATE visits SET expires_at = 1').run();
    const forged = `/preferences/${await signToken(key, 'visit', String(visit), Date.now() + 9999)}`;
    expect((await request(forged)).status).toBe(404);
  });

  it('is no link to leave by, nor is that one this', async () => {
    const link = await askForLink();
    expect((await request(link.replace('/preferences/', '/unsubscribe/'), { method: 'POST' })).status).toBe(
      404,
    );
    expect(await stateNow()).toBe('active');
  });
});
