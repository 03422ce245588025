import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { limits } from '../../../content/limits.ts';
import { importSigningKeys, type SigningKey, signToken } from '../../../src/crypto/tokens.ts';
import type { Deps } from '../../../src/http/deps.ts';
import { networksOf } from '../../../src/http/network.ts';
import {
  countOutbox,
  expireSignups,
  importSubscribers,
  listSubscribers,
  type SubscriberState,
  unsubscribe,
} from '../../../src/store/index.ts';
import { readProblem, request } from '../../support/client.ts';
import { linkIn, untilMailed } from '../../support/outbox.ts';
import { createSite } from '../../support/site.ts';

const [key] = (await importSigningKeys(env.SIGNING_KEY)) as [SigningKey];
const DAY_MS = 24 * 3600 * 1000;

let email: string;
beforeEach(() => {
  email = `anna-${crypto.randomUUID()}@example.org`;
});

const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  request('/subscribe', { method: 'POST', body, headers });
const postForm = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
  post(new URLSearchParams(fields), headers);
const postJson = (value: unknown, headers: Record<string, string> = {}) =>
  post(JSON.stringify(value), { 'Content-Type': 'application/json', ...headers });

const find = async (address = email) =>
  (await listSubscribers(env.DB, { limit: 1000 })).find((one) => one.email === address);
const stateNow = async (): Promise<SubscriberState | undefined> => (await find())?.state;
const consents = async () =>
  (
    await env.DB.prepare(
      `SELECT c.* FROM consents AS c JOIN subscribers AS s ON s.id = c.subscriber_id WHERE s.email = ?1`,
    )
      .bind(email)
      .all()
  ).results;
const confirmLink = async () => linkIn((await untilMailed(email))[0], 'confirm');

describe('POST /subscribe', () => {
  it('needs the address alone, as a form or as JSON, and mails a link to it', async () => {
    expect((await postForm({ email: ` ${email.toUpperCase()} ` })).status).toBe(200);
    expect(await stateNow()).toBe('pending');
    expect((await untilMailed(email))[0]?.text).toContain('/confirm/');

    email = `bo-${crypto.randomUUID()}@example.org`;
    const answer = await postJson({ email });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ message: expect.stringContaining('a mail with a link') });
    expect(await untilMailed(email)).toHaveLength(1);
  });

  it.each<[string, (frequency: string) => Promise<Response>]>([
    ['a form', (frequency) => postForm({ email, frequency })],
    ['JSON', (frequency) => postJson({ email, frequency })],
  ])('takes a choice of how often by %s, which holds once it is confirmed', async (_, ask) => {
    expect((await ask('weekly')).status).toBe(200);
    const link = await confirmLink();
    expect(await (await request(link)).text()).toContain('Once a week');
    expect(await find()).toMatchObject({ state: 'pending', frequency: 'every' });
    expect((await untilMailed(email))[0]?.text).toContain('the next mail comes on Saturday');
    expect(await (await request(link, { method: 'POST' })).text()).toContain('once a week, the next time on');
    expect(await find()).toMatchObject({ state: 'active', frequency: 'weekly' });
  });

  it('takes a choice that nobody knows for none', async () => {
    expect((await postForm({ email, frequency: 'hourly' })).status).toBe(200);
    await request(await confirmLink(), { method: 'POST' });
    expect(await find()).toMatchObject({ state: 'active', frequency: 'every' });
  });

  it('shows the choice again with an address that is none', async () => {
    const html = await (await postForm({ email: 'ann@', frequency: 'weekly' })).text();
    expect(html).toMatch(/value="weekly" checked/);
  });

  it('keeps when, where and to which words somebody agreed', async () => {
    await postForm({ email }, { Origin: 'https://a-blog.example' });
    const agreed = 'You agree to get';
    expect(await consents()).toMatchObject([{ wording: '', confirmed_at: null }]);
    const [mail] = await untilMailed(email);
    for (const part of [mail?.text, mail?.html]) expect(part?.replace(/\s+/g, ' ')).toContain(agreed);
    expect(await (await request(linkIn(mail, 'confirm'))).text()).toContain(agreed);
    await request(linkIn(mail, 'confirm'), { method: 'POST' });
    expect(await consents()).toMatchObject([
      {
        source: 'form on https://a-blog.example',
        wording: expect.stringContaining(agreed),
        asked_at: expect.any(Number),
        confirmed_at: expect.any(Number),
      },
    ]);
  });

  it('answers the same whatever is known of the address, and changes nothing for who is in', async () => {
    const states = ['active', 'unsubscribed', 'bounced', 'complained', 'suppressed', 'pending'] as const;
    const answers = new Set<string>();
    for (const state of [...states, null]) {
      email = `${state}-${crypto.randomUUID()}@example.org`;
      if (state !== null) await importSubscribers(env.DB, [{ email, name: null, state }], 1);
      const { status, headers, body } = await postForm({ email });
      const told = [...headers].filter(([name]) => name !== 'date');
      answers.add(JSON.stringify([status, told, await new Response(body).text()]));
      expect(await stateNow()).toBe(state ?? 'pending');
    }
    expect(answers.size).toBe(1);
  });

  it('takes its time over the answer, so that the work behind it does not show', async () => {
    await importSubscribers(env.DB, [{ email, name: null, state: 'active' }], 1);
    for (const fields of [{ email }, { email: `new-${email}` }, { email, homepage: 'http://x.example' }]) {
      const before = performance.now();
      expect((await postForm(fields)).status).toBe(200);
      expect(performance.now() - before).toBeGreaterThanOrEqual(limits.formAnswerMs - 1);
    }
  });

  it('answers before the mail is made', async () => {
    const queued = Promise.withResolvers<'queued'>();
    const postmaster = () => ({ sendOne: () => queued.promise }) as unknown as ReturnType<Deps['postmaster']>;
    const site = await createSite({ postmaster });
    const { response, done } = await site('/subscribe', {
      method: 'POST',
      body: new URLSearchParams({ email }),
    });
    expect(response.status).toBe(200);
    expect(await stateNow()).toBe('pending');
    queued.resolve('queued');
    await done();
  });

  it.each(['active', 'bounced', 'complained', 'suppressed'] as const)(
    'sends nothing to who is %s',
    async (state) => {
      await importSubscribers(env.DB, [{ email, name: null, state }], 1);
      await postForm({ email });
      expect(await consents()).toEqual([]);
    },
  );

  it('sends one mail when it is asked many times', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => postForm({ email })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    await untilMailed(email);
    await postForm({ email });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await untilMailed(email)).toHaveLength(1);
    expect(await consents()).toHaveLength(1);
  });

  it('answers a program that fills in the field which people do not see, and does nothing', async () => {
    expect((await postForm({ email, homepage: 'https://spam.example' })).status).toBe(200);
    expect(await find()).toBeUndefined();
  });

  it('shows what is no address again, escaped, with the reason', async () => {
    const response = await postForm({ email: '"><script>alert(1)</script>' });
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(html).toContain('role="alert"');
    expect(html).not.toContain('<script>');
    const problem = await readProblem(await postJson({ email: 'anna' }));
    expect(problem).toMatchObject({ status: 422, detail: expect.stringContaining('no @') });
  });

  it.each([
    [422, 'no body', '', ''],
    [400, 'broken JSON', '{', 'application/json'],
    [422, 'a JSON list', '[]', 'application/json'],
    [422, 'JSON null', 'null', 'application/json'],
    [422, 'an address that is no text', '{"email":{"a":1}}', 'application/json'],
    [415, 'text', 'anna@example.org', 'text/plain'],
    [400, 'a form of parts without a boundary', 'email=anna@example.org', 'multipart/form-data'],
    [400, 'a form of parts that breaks off', '--x\r\nContent-Disp', 'multipart/form-data; boundary=x'],
  ])('answers %i to %s', async (status, _, body, type) => {
    const before = await countOutbox(env.DB);
    expect((await post(body, { 'Content-Type': type })).status).toBe(status);
    expect(await countOutbox(env.DB)).toBe(before);
  });

  it('refuses more than 64 KB', async () => {
    expect((await post('x'.repeat(65 * 1024))).status).toBe(413);
    const asScript = await postJson({ email: 'x'.repeat(65 * 1024) });
    expect(await readProblem(asScript)).toMatchObject({ status: 413 });
  });

  it('works from another site, by form and by script', async () => {
    const elsewhere = { Origin: 'https://a-blog.example', 'Sec-Fetch-Site': 'cross-site' };
    const preflight = await request('/subscribe', {
      method: 'OPTIONS',
      headers: {
        ...elsewhere,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'content-type',
      },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(preflight.headers.get('Access-Control-Allow-Headers')).toMatch(/content-type/i);
    const answer = await postJson({ email }, elsewhere);
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(answer.headers.get('Access-Control-Allow-Credentials')).toBeNull();
    expect(await stateNow()).toBe('pending');
  });

  it('asks a network that enters too many addresses to wait', async () => {
    const from = { 'CF-Connecting-IP': '203.0.113.9' };
    // More than two periods allow, as the tests may begin at the end of one.
    const answers: Response[] = [];
    for (let n = 0; n < 70; n += 2)
      answers.push(await postForm({ email: 'nobody' }, from), await postJson({ email }, from));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([422, 200, 429]));
    expect(answers[0]?.status).toBe(422);
    const refused = answers.find((answer, n) => n % 2 === 1 && answer.status === 429) as Response;
    expect(refused.headers.get('Retry-After')).toBe('60');
    expect((await readProblem(refused)).status).toBe(429);
    expect((await postForm({ email }, { 'CF-Connecting-IP': '203.0.113.10' })).status).toBe(200);
  });
});

describe('the link in the confirmation mail', () => {
  it('changes nothing when a scanner opens it, and subscribes by a POST without a body', async () => {
    await postForm({ email });
    const link = await confirmLink();
    const page = await request(link);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('a…@example.org');
    expect(await stateNow()).toBe('pending');
    expect((await request(link, { method: 'POST' })).status).toBe(200);
    expect(await stateNow()).toBe('active');
    expect((await request(link, { method: 'POST' })).status).toBe(200);
    expect((await request(link)).status).toBe(200);
  });

  it('brings back who left and asked again', async () => {
    await importSubscribers(env.DB, [{ email, name: 'Anna', state: 'unsubscribed' }], 1);
    const before = await find();
    await postForm({ email });
    const link = await confirmLink();
    expect(await stateNow()).toBe('unsubscribed');
    expect((await request(link, { method: 'POST' })).status).toBe(200);
    expect(await find()).toMatchObject({ id: before?.id, state: 'active', name: 'Anna' });
  });

  it('cannot bring back who left since', async () => {
    await postForm({ email });
    const link = await confirmLink();
    await request(link, { method: 'POST' });
    await unsubscribe(env.DB, (await find())?.id ?? '', Date.now());
    expect((await request(link, { method: 'POST' })).status).toBe(404);
    expect(await stateNow()).toBe('unsubscribed');
  });

  it('is dead once its reader said no before saying yes', async () => {
    await postForm({ email });
    const link = await confirmLink();
    await unsubscribe(env.DB, (await find())?.id ?? '', Date.now());
    expect((await request(link)).status).toBe(404);
    expect((await request(link, { method: 'POST' })).status).toBe(404);
    expect(await stateNow()).toBe('unsubscribed');
  });

  it.each(['bounced', 'complained', 'suppressed'] as const)(
    'does not revive who is %s by then',
    async (state) => {
      await postForm({ email });
      const link = await confirmLink();
      await env.DB.prepare('UPDATE subscribers SET state = ?2 WHERE email = ?1').bind(email, state).run();
      expect((await request(link, { method: 'POST' })).status).toBe(404);
      expect(await stateNow()).toBe(state);
    },
  );

  it('expires, and the address that came with it is forgotten', async () => {
    await postForm({ email });
    const link = await confirmLink();
    await env.DB.prepare('UPDATE consents SET expires_at = ?1')
      .bind(Date.now() - 1)
      .run();
    expect((await request(link)).status).toBe(404);
    expect((await request(link, { method: 'POST' })).status).toBe(404);
    expect(await stateNow()).toBe('pending');
    await expireSignups(env.DB, Date.now());
    expect(await find()).toBeUndefined();
  });

  it.each(['GET', 'POST'])(
    'answers 404 to %s with a link that was cut or made for something else',
    async (method) => {
      await postForm({ email });
      const link = await confirmLink();
      expect((await request(link.slice(0, -3), { method })).status).toBe(404);
      expect((await request('/confirm/nonsense', { method })).status).toBe(404);
      const other = await signToken(key, 'unsubscribe', (await find())?.id ?? '');
      expect((await request(`/confirm/${other}`, { method })).status).toBe(404);
      const unasked = await signToken(key, 'confirm', '99999999', Date.now() + DAY_MS);
      expect((await request(`/confirm/${unasked}`, { method })).status).toBe(404);
      expect(await stateNow()).toBe('pending');
    },
  );
});

describe('an address that does not answer', () => {
  it('stays when it was imported or has left, and goes when only the form brought it', async () => {
    const left = `left-${email}`;
    const imported = `imported-${email}`;
    await importSubscribers(
      env.DB,
      [
        { email: left, name: null, state: 'unsubscribed' },
        { email: imported, name: null, state: 'pending' },
      ],
      1,
    );
    for (const address of [email, left, imported]) await postForm({ email: address });
    await expireSignups(env.DB, Date.now() + 6 * DAY_MS);
    expect(await stateNow()).toBe('pending');
    await expireSignups(env.DB, Date.now() + 8 * DAY_MS);
    expect(await find()).toBeUndefined();
    expect(await find(left)).toMatchObject({ state: 'unsubscribed' });
    expect(await find(imported)).toMatchObject({ state: 'pending' });
  });
});

describe('a network', () => {
  it.each([
    [undefined, {}],
    ['', {}],
    ['203.0.113.9', { narrow: '203.0.113.9', widest: '203.0.113.0/24' }],
    ['::ffff:203.0.113.9', { narrow: '203.0.113.9', widest: '203.0.113.0/24' }],
    [
      '2001:db8:1:a2b3:3:4:5:6',
      { narrow: '2001:db8:1:a2b3::/64', wide: '2001:db8:1:a200::/56', widest: '2001:db8:1::/48' },
    ],
    ['2001:0DB8::1', { narrow: '2001:db8:0:0::/64', wide: '2001:db8:0:0::/56', widest: '2001:db8:0::/48' }],
    ['::1', { narrow: '0:0:0:0::/64', wide: '0:0:0:0::/56', widest: '0:0:0::/48' }],
  ])('of %s counts as %j', (address, networks) => {
    expect(networksOf(address)).toEqual(networks);
  });
});
