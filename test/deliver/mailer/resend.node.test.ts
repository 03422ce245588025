// The SDK against the stand-in, over HTTP: what leaves, and how each kind of trouble comes back.

import type { IncomingHttpHeaders } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Mailer } from '../../../src/deliver/mailer/mailer.ts';
import { createResendMailer, readReply } from '../../../src/deliver/mailer/resend.ts';
import type { Fault } from '../../support/resend-faults.ts';
import { type StandIn, startStandIn } from '../../support/resend-process.ts';
import { describeMailer, digestOf, mailTo, send } from './mailer.suite.ts';

const API_KEY = 're_for_tests';
let standIn: StandIn;
let mailer: Mailer;

beforeAll(async () => {
  standIn = await startStandIn({ settings: { apiKey: API_KEY, rateLimit: 1_000 } });
  mailer = createResendMailer({ apiKey: API_KEY, baseUrl: standIn.url, timeoutMs: 1_000 });
});
afterAll(() => standIn.stop());
const invalidKey = { status: 401, name: 'validation_error' };
const SETTINGS = { rateLimit: 1_000, keepErrors: false, dailyQuota: null, monthlyQuota: null, invalidKey };
beforeEach(() => standIn.control({ settings: SETTINGS, faults: [] }));

const received = async () => (await standIn.record()).addresses;

describe('resend', () => {
  it('names its account by its key and its address, and tells neither', async () => {
    const name = (apiKey: string, baseUrl: string | null) =>
      createResendMailer({ apiKey, baseUrl }).account();
    const names = [
      await name('re_one', null),
      await name('re_two', null),
      await name('re_one', 'http://127.0.0.1:9999'),
    ];
    expect(new Set(names).size).toBe(3);
    expect(await name('re_one', null)).toBe(names[0]);
    for (const text of names) expect(text).toMatch(/^[0-9a-f]{16}$/);
  });

  describeMailer(() => ({ mailer, received }));

  it('puts the very bytes on the wire whose digest names the batch', async () => {
    const bodies: string[] = [];
    const headers: IncomingHttpHeaders[] = [];
    const { createServer } = await import('node:http');
    const server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      bodies.push(Buffer.concat(chunks).toString('utf8'));
      headers.push(request.headers);
      response.end('{"data":[{"id":"1"}]}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const mails = [mailTo('wire@example.com', 'Ünïcode “quotes” and a \u2028 line separator')];
    await send(createResendMailer({ apiKey: API_KEY, baseUrl: `http://127.0.0.1:${port}` }), 'k', mails);
    server.close();
    expect(bodies).toEqual([JSON.stringify(mails)]);
    // One bad address refuses them all: the protocol stands on it.
    expect(headers).toMatchObject([{ 'idempotency-key': 'k', 'x-batch-validation': 'strict' }]);
    expect(await digestOf(JSON.parse(bodies[0] ?? ''))).toBe(await digestOf(mails));
  });

  it('reads the limit from the headers of a reply', async () => {
    const { reply } = await send(mailer, 'k-limit', [mailTo('limit@example.com')]);
    expect(reply.headers).toMatchObject({ 'ratelimit-limit': '1000' });
  });

  const troubles: { title: string; fault: Fault; outcome: object; isTaken: boolean }[] = [
    {
      title: 'waits when it is told that it was too fast',
      fault: { kind: 'error', status: 429, name: 'rate_limit_exceeded', retryAfter: 3 },
      outcome: { kind: 'wait', for: 'rate' },
      isTaken: false,
    },
    {
      title: 'does not know what became of a 500',
      fault: { kind: 'error', status: 500, when: 'after' },
      outcome: { kind: 'ambiguous', mayRetry: true },
      isTaken: true,
    },
    {
      title: 'does not know what became of a 503',
      fault: { kind: 'error', status: 503 },
      outcome: { kind: 'ambiguous', mayRetry: true },
      isTaken: false,
    },
    {
      title: 'does not know what became of a connection that broke before the mails were taken',
      fault: { kind: 'reset' },
      outcome: { kind: 'ambiguous', mayRetry: true },
      isTaken: false,
    },
    {
      title: 'does not know what became of a connection that broke after the mails were taken',
      fault: { kind: 'reset', when: 'after' },
      outcome: { kind: 'ambiguous', mayRetry: true },
      isTaken: true,
    },
    {
      title: 'does not take a 200 that it cannot read for a success',
      fault: { kind: 'garbage', when: 'after' },
      outcome: { kind: 'ambiguous', mayRetry: true },
      isTaken: true,
    },
    {
      title: 'gives up waiting for an answer that does not come',
      fault: { kind: 'stall', ms: 5_000, when: 'after' },
      outcome: { kind: 'ambiguous', mayRetry: true },
      isTaken: true,
    },
  ];
  // A gateway or a cache in between, after the mails were taken.
  const claims = { claims: 422, name: 'validation_error' };
  for (const [what, fault] of [
    ['a 502 whose body claims a 422', { status: 502, ...claims }],
    ['a 504 whose body claims a 422', { status: 504, ...claims }],
    ['a 200 whose body is an error', { status: 200, name: 'validation_error' }],
    ['a 200 whose body claims a 422', { status: 200, ...claims }],
    ['a 403 whose body claims a 422', { status: 403, ...claims }],
    ['a 422 whose body claims a 403', { status: 422, claims: 403, name: 'validation_error' }],
    ['a 422 that is a page', { status: 422, html: '<html><h1>Unprocessable</h1>' }],
    ['a 422 in JSON that says it is a page', { status: 422, name: 'validation_error', type: 'text/html' }],
    ['a 429 that is a page', { status: 429, html: 'Too many requests' }],
    ['a 401 that is a page', { status: 401, html: 'Sign in' }],
    ...[402, 404, 406, 408, 410, 411, 412, 413, 414, 415, 417, 418, 423, 424, 425, 426, 428, 431, 499].map(
      (status) => [`a ${status} that calls itself a validation_error`, { status, name: 'validation_error' }],
    ),
  ] as [string, { status: number }][])
    troubles.push({
      title: `does not know what became of ${what}`,
      fault: { kind: 'error', when: 'after', ...fault },
      outcome: { kind: 'ambiguous', mayRetry: true },
      isTaken: true,
    });
  for (const status of [301, 302, 303, 307, 308])
    troubles.push({
      title: `follows nobody who sends it elsewhere, key and all (${status})`,
      fault: { kind: 'redirect', status, to: '/emails/batch', when: 'before' },
      outcome: { kind: 'ambiguous', mayRetry: true },
      isTaken: false,
    });
  troubles.push({
    title: 'reads no more of an answer than it may hold',
    fault: { kind: 'garbage', endless: true, when: 'after' },
    outcome: { kind: 'ambiguous', mayRetry: true, name: 'unreadable_reply' },
    isTaken: true,
  });
  for (const [n, { title, fault, outcome, isTaken }] of troubles.entries()) {
    it(title, async () => {
      const to = `trouble${n}@example.com`;
      await standIn.control({ faults: [fault] });
      expect((await send(mailer, `k-trouble-${n}`, [mailTo(to)])).outcome).toMatchObject(outcome);
      expect((await received())[to] ?? 0).toBe(isTaken ? 1 : 0);
      const again = await send(mailer, `k-trouble-${n}`, [mailTo(to)]);
      expect(again.outcome.kind).toBe('sent');
      expect((await received())[to]).toBe(1);
    });
  }

  it('gets the same refusal again under its key where errors are kept', async () => {
    await standIn.control({
      settings: { keepErrors: true },
      faults: [{ kind: 'error', status: 422, name: 'validation_error' }],
    });
    const mails = [mailTo('kept@example.com')];
    expect((await send(mailer, 'k-kept', mails)).outcome.kind).toBe('refused');
    expect((await send(mailer, 'k-kept', mails)).outcome.kind).toBe('refused');
    expect((await send(mailer, 'k-kept-2', mails)).outcome.kind).toBe('sent');
  });

  for (const [quota, name, outcome] of [
    ['dailyQuota', 'daily_quota_exceeded', { kind: 'wait', for: 'daily-quota' }],
    ['monthlyQuota', 'monthly_quota_exceeded', { kind: 'refused', scope: 'account' }],
  ] as const)
    it(`is refused whole when it is more than the ${quota} leaves, and taken when it is not`, async () => {
      const { mails: used } = await standIn.record();
      await standIn.control({ settings: { [quota]: used + 1 } });
      const mails = [mailTo(`${quota}-1@example.com`), mailTo(`${quota}-2@example.com`)];
      expect((await send(mailer, `k-${quota}`, mails)).outcome).toMatchObject({ ...outcome, name });
      expect(await received()).not.toHaveProperty([`${quota}-1@example.com`]);
      const { reply, outcome: ofOne } = await send(mailer, `k-${quota}-1`, mails.slice(0, 1));
      expect(ofOne.kind).toBe('sent');
      if (quota === 'dailyQuota')
        expect(reply.headers).toMatchObject({ 'x-resend-daily-quota': `${used + 1}` });
    });

  it.each([
    [401, 'validation_error'],
    [400, 'validation_error'],
    [403, 'invalid_api_key'],
    [403, 'validation_error'],
  ])(
    'is refused for the account with a key that it does not know, in every form of that (%s %s)',
    async (status, name) => {
      await standIn.control({ settings: { invalidKey: { status, name } } });
      const stranger = createResendMailer({ apiKey: 're_wrong', baseUrl: standIn.url });
      const { outcome } = await send(stranger, 'k-stranger', [mailTo('stranger@example.com')]);
      expect(outcome).toMatchObject({ kind: 'refused', scope: 'account', name });
    },
  );
});

describe('an answer of Resend', () => {
  const answer = (status: number, text: string | null, contentType = 'application/json; charset=utf-8') =>
    readReply({ status, text, contentType, headers: {} });

  it.each([
    'null',
    '{}',
    '[]',
    '{"data":{}}',
    '{"data":{"data":[]}}',
    '{"data":[{"id":"1"},null]}',
    '{"data":[{"id":""}]}',
    '{"data":[{"id":"1"}],"statusCode":422,"name":"validation_error"}',
    '<html>',
    '',
    null,
  ])('is no success when a 200 holds %s', (text) => {
    expect(answer(200, text)).toMatchObject({ kind: 'error', name: 'unreadable_reply', claims: null });
  });

  it('is a success with any status that says so', () => {
    expect(answer(202, '{"data":[{"id":"1"}]}')).toMatchObject({ kind: 'accepted', ids: ['1'] });
  });

  it.each([
    [500, 'null'],
    [422, '{"error":"oops"}'],
    [422, '{"name":422,"statusCode":"422"}'],
    [422, '["validation_error"]'],
    [422, '{"name":"validation_error","statusCode":422'],
  ])('has neither name nor status when a %s holds %s', (status, text) => {
    expect(answer(status, text)).toMatchObject({ kind: 'error', name: null, status, claims: null });
  });

  it.each([
    ['application/json', 'validation_error'],
    ['application/problem+json; charset=utf-8', 'validation_error'],
    ['text/html', null],
    ['text/plain; note=application/json', null],
    ['', null],
  ])('in %s is heard or not', (contentType, name) => {
    const text = '{"name":"validation_error","statusCode":422,"message":"Invalid."}';
    expect(answer(422, text, contentType)).toMatchObject({ name, claims: name === null ? null : 422 });
  });
});
