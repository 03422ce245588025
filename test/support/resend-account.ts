// The state of the stand-in's one account: rate limit, idempotency keys, quotas, and deliveries. It has no I/O of its
// own except the journal, from which a new process continues where the last one was killed.

import { createHash, randomUUID } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { addressOf, type Refusal, readBatch, readMail, type SentMail } from './resend-rules.ts';

export type Settings = {
  apiKey: string;
  /**
   * How a key that it does not know is refused: 401 in the newest form, also 400; once it was 403 `invalid_api_key`.
   */
  invalidKey: { status: number; name: string };
  /** Requests in any second. */
  rateLimit: number;
  latencyMs: number;
  /** Of the last 24 hours. */
  dailyQuota: number | null;
  monthlyQuota: number | null;
  /** Whether an error is kept under its key, as a success is: Resend does not document it. */
  keepErrors: boolean;
  /** Addresses that the API refuses although they look right. */
  badAddresses: string[];
  /** Domains from which one may send; null for any. */
  domains: string[] | null;
  /** Off for a large audience: then only the recipients are kept, not the contents. */
  storesBodies: boolean;
  /** Added to the clock. */
  clockOffsetMs: number;
};

export const DEFAULT_SETTINGS: Settings = {
  apiKey: 're_stand_in',
  invalidKey: { status: 401, name: 'validation_error' },
  rateLimit: 10,
  latencyMs: 0,
  dailyQuota: null,
  monthlyQuota: null,
  keepErrors: false,
  badAddresses: [],
  domains: null,
  storesBodies: true,
  clockOffsetMs: 0,
};

/** A body that is a text is sent unchanged. */
export type Answer = { status: number; body: unknown; headers: Record<string, string> };

export type Delivery = { at: number; key: string | null; id: string; to: string; mail: SentMail };

type Kept = { bodySha256: string; at: number; answer: Answer | 'running' };

const WORDLESS: SentMail = { from: '', to: [], subject: '', html: '', text: '', headers: {}, tags: {} };
const SECOND = 1000;
const DAY = 86_400_000;
const KEY_LIFE = DAY;

export class ResendAccount {
  settings: Settings;
  readonly deliveries: Delivery[] = [];
  /** Requests by the status and name of their answer. */
  readonly answers: Record<string, number> = {};
  /** Requests that arrived, answered or not. */
  requests = 0;
  readonly #keys = new Map<string, Kept>();
  readonly #journal: string | null;
  #recent: number[] = [];

  constructor(settings: Settings, journal: string | null) {
    this.settings = settings;
    this.#journal = journal;
    if (journal !== null && existsSync(journal)) this.#replay(readFileSync(journal, 'utf8'));
  }

  /** The checks before the body is read. @returns null when the request may continue. */
  admit(request: { authorization: string | null; userAgent: string | null }): Answer | null {
    this.requests += 1;
    if (request.userAgent === null) return this.#refuse(403, 'validation_error', 'Missing User-Agent.');
    if (request.authorization === null) return this.#refuse(401, 'missing_api_key', 'Missing API Key');
    if (request.authorization !== `Bearer ${this.settings.apiKey}`) {
      const { status, name } = this.settings.invalidKey;
      return this.#refuse(status, name, 'API key is invalid');
    }
    const now = this.now();
    this.#recent = this.#recent.filter((at) => at > now - SECOND);
    if (this.#recent.length >= this.settings.rateLimit) {
      const first = this.#recent[0] ?? now;
      return this.#refuse(429, 'rate_limit_exceeded', 'Too many requests.', {
        'retry-after': String(Math.max(1, Math.ceil((first + SECOND - now) / SECOND))),
      });
    }
    this.#recent.push(now);
    return null;
  }

  /** Begins a request under its key. @returns the answer if it is known already. */
  begin(key: string | null, body: string): Answer | null {
    if (key === null) return null;
    if (key.length < 1 || key.length > 256)
      return this.#refuse(400, 'invalid_idempotency_key', 'The key must be between 1-256 chars.');
    const kept = this.#keys.get(key);
    const bodySha256 = sha256(body);
    if (kept !== undefined && this.now() - kept.at < KEY_LIFE) {
      if (kept.answer === 'running')
        return this.#refuse(
          409,
          'concurrent_idempotent_requests',
          'Another request with this key is in progress.',
        );
      if (kept.bodySha256 !== bodySha256)
        return this.#refuse(
          409,
          'invalid_idempotent_request',
          'This key was used with another request body.',
        );
      return kept.answer;
    }
    this.#keys.set(key, { bodySha256, at: this.now(), answer: 'running' });
    return null;
  }

  /** Takes the mails, or refuses them all, and keeps the answer under the key. */
  finish(path: string, key: string | null, body: string): Answer {
    const answer = this.#take(path, key, body);
    this.#keep(key, body, answer);
    return answer;
  }

  /** The request fails by a fault of the provider, with nothing taken. */
  fail(key: string | null, body: string, answer: Answer): Answer {
    this.#keep(key, body, answer);
    return answer;
  }

  /** The request broke off with nothing taken and nothing answered. */
  forget(key: string | null): void {
    if (key !== null) this.#keys.delete(key);
  }

  count(answer: Answer): void {
    const name = (answer.body as { name?: unknown } | null)?.name;
    const label = typeof name === 'string' ? `${answer.status} ${name}` : String(answer.status);
    this.answers[label] = (this.answers[label] ?? 0) + 1;
  }

  headers(): Record<string, string> {
    const now = this.now();
    const inWindow = this.#recent.filter((at) => at > now - SECOND);
    const { dailyQuota, monthlyQuota, rateLimit } = this.settings;
    return {
      'ratelimit-limit': String(rateLimit),
      'ratelimit-remaining': String(Math.max(0, rateLimit - inWindow.length)),
      'ratelimit-reset': '1',
      ...(dailyQuota === null ? {} : { 'x-resend-daily-quota': String(this.#usedSince(now - DAY)) }),
      ...(monthlyQuota === null
        ? {}
        : { 'x-resend-monthly-quota': String(this.#usedSince(startOfMonth(now))) }),
    };
  }

  now(): number {
    return Date.now() + this.settings.clockOffsetMs;
  }

  #take(path: string, key: string | null, body: string): Answer {
    let json: unknown;
    try {
      json = JSON.parse(body);
    } catch {
      return this.#refuse(400, 'validation_error', 'The request body is not valid JSON.');
    }
    const read = path === '/emails' ? [readMail(json)] : readBatch(json);
    const refusal = Array.isArray(read) ? read.find((mail): mail is Refusal => 'status' in mail) : read;
    if (refusal !== undefined) return this.#refuse(refusal.status, refusal.name, refusal.message);
    const taken = read as SentMail[];
    const problem = this.#findProblem(taken);

    if (problem !== null) return problem;
    const mails = this.settings.storesBodies ? taken : taken.map(({ to }) => ({ ...WORDLESS, to }));
    const ids = mails.map(() => randomUUID());
    const at = this.now();
    if (this.#journal !== null) {
      const line = { kind: 'sent', at, key, bodySha256: this.#hashOf(key, body), path, ids, mails };
      appendFileSync(this.#journal, `${JSON.stringify(line)}\n`);
    }
    this.#record(at, key, ids, mails);
    return { status: 200, body: successBody(path, ids), headers: this.headers() };
  }

  #findProblem(mails: SentMail[]): Answer | null {
    const { badAddresses, domains, dailyQuota, monthlyQuota } = this.settings;
    const size = mails.reduce((sum, { to }) => sum + to.length, 0);
    for (const { from, to } of mails) {
      const domain = addressOf(from).split('@')[1] ?? '';
      if (domains !== null && !domains.includes(domain))
        return this.#refuse(403, 'validation_error', `The ${domain} domain is not verified.`);
      if (to.some((address) => badAddresses.includes(addressOf(address))))
        return this.#refuse(422, 'validation_error', 'Invalid `to` field.');
    }
    const now = this.now();
    if (monthlyQuota !== null && this.#usedSince(startOfMonth(now)) + size > monthlyQuota)
      return this.#refuse(429, 'monthly_quota_exceeded', 'You have reached your monthly email quota.');
    if (dailyQuota !== null && this.#usedSince(now - DAY) + size > dailyQuota)
      return this.#refuse(429, 'daily_quota_exceeded', 'You have reached your daily email quota.');
    return null;
  }

  /** Hashed once: a body may be large, and while it is hashed the next request seems to arrive later than it does. */
  #hashOf(key: string | null, body: string): string {
    return (key === null ? undefined : this.#keys.get(key)?.bodySha256) ?? sha256(body);
  }

  #keep(key: string | null, body: string, answer: Answer): void {
    if (key === null) return;
    if (answer.status < 300 || this.settings.keepErrors)
      this.#keys.set(key, { bodySha256: this.#hashOf(key, body), at: this.now(), answer });
    else this.#keys.delete(key);
  }

  #record(at: number, key: string | null, ids: string[], mails: SentMail[]): void {
    for (const [n, mail] of mails.entries()) {
      for (const to of mail.to) this.deliveries.push({ at, key, id: ids[n] ?? '', to: addressOf(to), mail });
    }
  }

  #replay(journal: string): void {
    for (const line of journal.split('\n')) {
      if (line === '') continue;
      const { at, key, bodySha256, path, ids, mails } = JSON.parse(line) as {
        at: number;
        key: string | null;
        bodySha256: string;
        path: string;
        ids: string[];
        mails: SentMail[];
      };
      this.#record(at, key, ids, mails);
      if (key !== null) {
        const answer = { status: 200, body: successBody(path, ids), headers: {} };
        this.#keys.set(key, { bodySha256, at, answer });
      }
    }
  }

  #usedSince(start: number): number {
    return this.deliveries.filter(({ at }) => at > start).length;
  }

  #refuse(status: number, name: string, message: string, headers: Record<string, string> = {}): Answer {
    return {
      status,
      body: { statusCode: status, name, message },
      headers: { ...this.headers(), ...headers },
    };
  }
}

const successBody = (path: string, ids: string[]): unknown =>
  path === '/emails' ? { id: ids[0] } : { data: ids.map((id) => ({ id })) };

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const startOfMonth = (now: number): number => {
  const date = new Date(now);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
};
