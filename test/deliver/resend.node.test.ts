// The SDK against the stand-in, over HTTP: what leaves, and how each kind of trouble comes back.

import type { IncomingHttpHeaders } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Mailer } from '../../src/deliver/mailer.ts';
import { createResendMailer, readReply } from '../../src/deliver/resend.ts';
import type { Fault } from '../support/resend-faults.ts';
import { type StandIn, startStandIn } from '../support/resend-process.ts';
import { describeMailer, digestOf, mailTo, send } from './mailer.suite.ts';

const API_KEY = 're_for_tests';
let standIn: StandIn;
let mailer: Mailer;

beforeAll(async () => {
  standIn = await startStandIn({ settings: { apiKey: API_KEY, rateLimit: 1_000 } });
  mailer = createResendMailer({ apiKey: API_KEY, baseUrl: standIn.url, timeoutMs: 1_000 });
});
afterAll(() => standIn.stop());
const SETTINGS = { rateLimit: 1_000, keepErrors: false, dailyQuota: null, monthlyQuota: null };
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

  it('is refused with a key that the account does not know', async () => {
    const stranger = createResendMailer({ apiKey: 're_wrong', baseUrl: standIn.url });
    const { outcome } = await send(stranger, 'k-stranger', [mailTo('stranger@example.com')]);
    expect(outcome).toMatchObject({ kind: 'refused', scope: 'account', name: 'invalid_api_key' });
  });
});

describe('a reply of the SDK', () => {
  it('is no success when a 500 with the body null comes as neither data nor error', () => {
    expect(readReply({ data: null, error: null, headers: {} }).kind).toBe('error');
  });

  it('is no success when a 200 holds no list', () => {
    expect(readReply({ data: {}, error: null, headers: {} }).kind).toBe('error');
    expect(readReply({ data: { data: {} }, error: null, headers: {} }).kind).toBe('error');
  });

  it('has neither name nor status when the error is none of the documented form', () => {
    expect(readReply({ data: null, error: { error: 'oops' }, headers: null })).toMatchObject({
      kind: 'error',
      name: null,
      status: null,
    });
  });
});
