// A world around the core: a clock that tests move, an audience in memory, a provider that remembers what it delivered,
// and a process that can die at any step. The tables are the real ones of a Durable Object.

import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import type { Ports, StatusUpdate } from '../../src/deliver/actor/ports.ts';
import { Postmaster } from '../../src/deliver/actor/postmaster.ts';
import { type BatchRequest, type Mail, type Reply, readMails } from '../../src/deliver/mailer/mailer.ts';
import { ALLOWANCES } from '../../src/deliver/policy/allowance.ts';
import type { WarmUp } from '../../src/deliver/policy/warm-up.ts';
import type { RunState, Storage } from '../../src/deliver/tables/storage.ts';
import type { Plan } from '../../src/env.ts';
import { formatEvent } from '../../src/log.ts';
import type { RequestTemplate } from '../../src/render/template.ts';
import type { Cadence } from '../../src/store/index.ts';

export const HOUR = 3_600_000;
export const NOON = Date.UTC(2026, 10, 17, 12);
export const ISSUE = 'a3a0c9f6-0b1e-4a43-9d0c-6d4a2f0f3c11';
export const SHA = 'a'.repeat(64);

export const TEMPLATE: RequestTemplate = {
  from: 'The Desk <desk@example.com>',
  replyTo: 'editor@example.com',
  subject: 'What came in this week',
  html: '<p>Hello</p><a href="https://desk.example/unsubscribe/TOKEN-HERE">Leave</a>',
  text: 'Hello\n\nLeave: https://desk.example/unsubscribe/TOKEN-HERE\n',
  headers: { 'List-Unsubscribe': '<https://desk.example/unsubscribe/TOKEN-HERE>' },
  tags: [{ name: 'issue', value: ISSUE }],
  linkBase: 'https://desk.example',
  keyId: 'key-1',
  placeholder: 'TOKEN-HERE',
};

type Subscriber = {
  id: number;
  email: string;
  isActive: boolean;
  isErased?: boolean;
  frequency: Cadence;
  activation: number;
};

/** What the provider does with one call, in addition to or instead of what it would do by itself. */
export type Fault =
  | { kind: 'lost-before' }
  | { kind: 'lost-after' }
  /** `claims`: the status that the body names, if it differs. `isTaken`: the mails were taken all the same. */
  | {
      kind: 'error';
      name: string;
      status: number;
      claims?: number;
      isTaken?: boolean;
      message?: string;
      headers?: Record<string, string>;
    }
  | { kind: 'hold'; until: Promise<unknown> };

/** Answers as Resend does: a key keeps its answer for 24 hours, one bad address refuses the whole batch. */
export class Provider {
  readonly account: string;
  readonly inboxes = new Map<string, Mail[]>();
  readonly calls: { key: string; to: string[]; at: number }[] = [];
  readonly badAddresses = new Set<string>();
  /** Taken one per call; a function is asked at every call. */
  faults: (Fault | null)[] = [];
  faultOf: (request: BatchRequest) => Fault | null = () => null;
  keepsErrors = false;
  dailyQuota = Number.POSITIVE_INFINITY;
  readonly #kept = new Map<string, { digest: string; at: number; reply: Reply }>();
  /** Mails of others that count against the quota as well. */
  ofOthers: { at: number; mails: number }[] = [];
  /** As accounts with a daily quota do. */
  reportsUsed = false;
  #taken: { at: number; mails: number }[] = [];

  constructor(account = 'account-1') {
    this.account = account;
  }

  async take(request: BatchRequest, now: number): Promise<Reply> {
    const to = readMails(request).flatMap((mail) => [...mail.to]);
    this.calls.push({ key: request.key, to, at: now });
    const fault = this.faults.shift() ?? this.faultOf(request);
    if (fault?.kind === 'hold') await fault.until;
    if (fault?.kind === 'lost-before') return lost();
    if (fault?.kind === 'error') {
      if (fault.isTaken) this.#answer(request, to, now);
      const { status, name, message = '', headers, claims = status } = fault;
      return { ...refuse(status, name, message, headers), claims };
    }
    const reply = this.#answer(request, to, now);
    return fault?.kind === 'lost-after' ? lost() : reply;
  }

  #answer(request: BatchRequest, to: string[], now: number): Reply {
    const kept = this.#kept.get(request.key);
    if (kept !== undefined && now - kept.at < 24 * HOUR) {
      if (kept.digest !== request.digest) return refuse(409, 'invalid_idempotent_request', 'Another body.');
      return kept.reply;
    }
    const reply = this.#accept(request, to, now);
    if (reply.kind === 'accepted' || this.keepsErrors)
      this.#kept.set(request.key, { digest: request.digest, at: now, reply });
    return reply;
  }

  #accept(request: BatchRequest, to: string[], now: number): Reply {
    const bad = to.find((address) => this.badAddresses.has(address));
    if (bad !== undefined) return refuse(422, 'validation_error', 'Invalid `to` field.');
    // The day of the quota is the last 24 hours.
    const used = [...this.#taken, ...this.ofOthers]
      .filter(({ at }) => at > now - 24 * HOUR && at <= now)
      .reduce((sum, { mails }) => sum + mails, 0);
    if (used + to.length > this.dailyQuota)
      return refuse(429, 'daily_quota_exceeded', 'Enough for today.', {
        'x-resend-daily-quota': String(used),
      });
    this.#taken.push({ at: now, mails: to.length });
    for (const mail of readMails(request)) {
      for (const address of mail.to) this.inboxes.set(address, [...(this.inboxes.get(address) ?? []), mail]);
    }
    const headers = this.reportsUsed ? { 'x-resend-daily-quota': String(used + to.length) } : {};
    return { kind: 'accepted', ids: to.map((_, n) => `${request.key}-${n}`), headers };
  }
}

const lost = (): Reply => ({
  kind: 'error',
  name: 'application_error',
  status: null,
  claims: null,
  message: '',
  headers: {},
});

const refuse = (status: number, name: string, message: string, headers: Record<string, string> = {}) =>
  ({ kind: 'error', name, status, claims: status, message, headers }) as const;

class Died extends Error {}

/** One process. After its death its writes are refused, and what it waits for never resolves. */
class Life {
  steps = 0;
  isDead = false;
  readonly death = Promise.withResolvers<void>();
  readonly #dieAt: number;

  constructor(dieAt: number) {
    this.#dieAt = dieAt;
  }

  step(): void {
    this.steps += 1;
    if (this.steps === this.#dieAt) this.die();
    if (this.isDead) throw new Died('the process is dead');
  }

  die(): void {
    this.isDead = true;
    this.death.resolve();
  }

  /** A call out of the process: it may die before the call, or when the call is done and nobody knows yet. */
  async reach<T>(call: () => T | Promise<T>): Promise<T> {
    if (this.isDead) return NEVER;
    try {
      this.step();
    } catch {
      return NEVER;
    }
    const value = await call();
    if (this.isDead) return NEVER;
    try {
      this.step();
    } catch {
      return NEVER;
    }
    return value;
  }
}

const NEVER = new Promise<never>(() => {});

export class World {
  now = NOON;
  alarmAt: number | null = null;
  provider = new Provider();
  readonly subscribers: Subscriber[] = [];
  activation = 0;
  /** The issue as D1 has it. */
  readonly d1: { state: RunState | 'scheduled'; runId: string | null; reason: string | null } = {
    state: 'scheduled',
    runId: null,
    reason: null,
  };
  readonly updates: StatusUpdate[] = [];
  runName = 'run';
  /** The last attempt that would survive a power failure. */
  lastOnDisk = 0;
  isD1Down = false;
  d1Calls = 0;
  /** D1 can be read, but takes no updates. */
  isD1ReadOnly = false;
  /** D1 does not even refuse an update, or a read, before this. */
  updateWaitsFor: () => Promise<unknown> = async () => {};
  /** In place of `d1`: the real one. */
  updateD1: ((update: StatusUpdate) => Promise<void>) | null = null;
  readWaitsFor: () => Promise<unknown> = async () => {};
  /** Where there was a fault. */
  readonly reports: string[] = [];
  /** The lines of the log. */
  readonly log: string[] = [];
  signingKeys = new Set(['key-1']);
  template: RequestTemplate = TEMPLATE;
  /** Who the issue is for. */
  audience: Cadence = 'every';
  life = new Life(0);
  /** The cap of a warm-up that the next process has. */
  warmUp: WarmUp | null = null;
  /** The plan of the next process. */
  plan: Plan;
  postmaster: Postmaster;
  /** The tables, which outlive each process. */
  readonly storage: Storage;
  #ids = 0;
  readonly #sleepers: { until: number; wake: () => void }[] = [];

  constructor(storage: Storage, dieAt = 0, plan: Plan = 'paid') {
    this.storage = storage;
    this.plan = plan;
    this.postmaster = this.boot(dieAt);
  }

  join(count: number, frequency: Cadence = 'every'): void {
    for (let n = 0; n < count; n += 1) {
      const id = this.subscribers.length + 1;
      this.activation += 1;
      this.subscribers.push({
        id,
        email: `reader${id}@example.com`,
        isActive: true,
        frequency,
        activation: this.activation,
      });
    }
  }

  leave(id: number): void {
    const subscriber = this.subscribers[id - 1];
    if (subscriber !== undefined) subscriber.isActive = false;
  }

  /** For good: the row stays, the address does not. */
  erase(id: number): void {
    const subscriber = this.subscribers[id - 1];
    if (subscriber === undefined) return;
    subscriber.isActive = false;
    subscriber.isErased = true;
    subscriber.email = 'erased';
  }

  return(id: number): void {
    const subscriber = this.subscribers[id - 1];
    if (subscriber === undefined || subscriber.isActive || subscriber.isErased) return;
    this.activation += 1;
    subscriber.isActive = true;
    subscriber.activation = this.activation;
  }

  switch(id: number, to: Cadence): void {
    const subscriber = this.subscribers[id - 1];
    if (subscriber === undefined || !subscriber.isActive || subscriber.frequency === to) return;
    this.activation += 1;
    subscriber.frequency = to;
    subscriber.activation = this.activation;
  }

  /** A new process over the same tables. */
  boot(dieAt = 0): Postmaster {
    this.life.die();
    const life = new Life(dieAt);
    this.life = life;
    try {
      this.postmaster = new Postmaster(this.#ports(life));
      // As the Durable Object does.
      void this.postmaster.wake();
    } catch (error) {
      if (!(error instanceof Died)) throw error;
    }
    return this.postmaster;
  }

  get isDead(): boolean {
    return this.life.isDead;
  }

  async start(sha256 = SHA, issueId = ISSUE) {
    return this.postmaster.start({ issueId, sha256, template: this.template, audience: this.audience });
  }

  /** Asks the Postmaster. @returns undefined when the process dies over it. */
  async ask<T>(question: (postmaster: Postmaster) => T | Promise<T>): Promise<T | undefined> {
    try {
      const answer = await Promise.race([question(this.postmaster), this.life.death.promise]);
      return answer ?? undefined;
    } catch (error) {
      if (!this.isDead) throw error;
      return undefined;
    }
  }

  /** What a tick of the clock does: D1 says scheduled, so the Postmaster starts, so D1 says sending. */
  async tick(): Promise<void> {
    if (this.d1.state === 'scheduled') {
      const started = await this.ask(() => this.start());
      if (this.isDead || started === undefined) return;
      const told = this.life.reach(() => {
        if (started.ok) this.d1.runId = started.value.runId;
        if (this.d1.state === 'scheduled') this.d1.state = started.ok ? 'sending' : 'cancelled';
      });
      await Promise.race([told, this.life.death.promise]);
    } else {
      await this.ask((postmaster) => postmaster.wake());
    }
  }

  /** Fires the alarm that is set, now or at its time. @returns false when none is set. */
  async fireAlarm(): Promise<boolean> {
    if (this.alarmAt === null) return false;
    this.now = Math.max(this.now, this.alarmAt);
    this.alarmAt = null;
    await Promise.race([this.postmaster.alarm(), this.life.death.promise]);
    // The platform fires an alarm again whose handler did not end, unless another was set meanwhile.
    if (this.isDead) this.alarmAt ??= this.now;
    return true;
  }

  /** Fires alarms until none is set before `until`. */
  async runUntil(until = this.now + HOUR): Promise<void> {
    for (let n = 0; n < 5_000; n += 1) {
      if (this.isDead || this.alarmAt === null || this.alarmAt > until) break;
      await this.fireAlarm();
    }
    if (!this.isDead) this.now = Math.max(this.now, until);
  }

  /** How many mails each address got. */
  received(): Record<string, number> {
    return Object.fromEntries([...this.provider.inboxes].map(([address, mails]) => [address, mails.length]));
  }

  /** The addresses of the subscribers from the first to the last of these ids, each with one mail. */
  onceEach(first: number, last: number): Record<string, number> {
    return Object.fromEntries(
      this.subscribers.filter(({ id }) => id >= first && id <= last).map(({ email }) => [email, 1]),
    );
  }

  rows<T extends Record<string, SqlStorageValue>>(query: string, ...bindings: unknown[]): T[] {
    return this.storage.sql.exec<T>(query, ...bindings).toArray();
  }

  #ports(life: Life): Ports {
    const real = this.storage;
    const sql = {
      exec: (query: string, ...bindings: unknown[]) => {
        life.step();
        return real.sql.exec(query, ...bindings);
      },
    } as SqlStorage;
    return {
      storage: {
        sql,
        transactionSync: (work) => real.transactionSync(work),
        sync: () =>
          life.reach(() => {
            const [last] = this.rows<{ id: number | null }>('SELECT max(id) AS id FROM attempts');
            this.lastOnDisk = last?.id ?? 0;
          }),
      },
      setAlarm: (at) =>
        life.reach(() => {
          this.alarmAt = at;
        }),
      clock: () => this.now,
      sleep: (ms) =>
        life.reach(
          () =>
            new Promise<void>((wake) => {
              this.#sleepers.push({ until: this.now + ms, wake });
              void this.#passTime();
            }),
        ),
      random: () => 0.5,
      warmUp: this.warmUp,
      newId: () => {
        this.#ids += 1;
        return `${this.runName}-${this.#ids}`;
      },
      log: (event, fields) => {
        const line = formatEvent(event, fields);
        this.log.push(line);
        if (event === 'fault') this.reports.push(JSON.parse(line).where);
      },
      allowance: ALLOWANCES[this.plan],
      mailer: {
        account: async () => this.provider.account,
        send: (request) => life.reach(() => this.provider.take(request, this.now)),
      },
      audience: {
        measure: (filter) =>
          life.reach(() => {
            this.#reachD1();
            return {
              total: this.subscribers.filter((s) => s.isActive && s.frequency === filter).length,
              highestActivation: this.activation,
            };
          }),
        read: ({ filter, afterId, maxActivation, limit }) =>
          life.reach(async () => {
            await this.readWaitsFor();
            this.#reachD1();
            return this.subscribers
              .filter((s) => s.isActive && s.frequency === filter && s.id > Number(afterId))
              .filter((s) => s.activation <= maxActivation)
              .slice(0, limit)
              .map(({ id, email }) => ({ id: String(id), email }));
          }),
        keepActive: (ids, filter) =>
          life.reach(() => {
            this.#reachD1();
            return this.subscribers
              .filter((s) => s.isActive && s.frequency === filter && ids.includes(String(s.id)))
              .map(({ id, email }) => ({ id: String(id), email }));
          }),
        isActive: ({ id, email }) =>
          life.reach(() => {
            this.#reachD1();
            return this.subscribers.some((s) => String(s.id) === id && s.isActive && s.email === email);
          }),
      },
      issues: {
        update: (update) =>
          life.reach(async () => {
            await this.updateWaitsFor();
            if (this.updateD1 !== null) return this.updateD1(update);
            this.#reachD1();
            if (this.isD1ReadOnly) throw new Error('D1 cannot be written');
            this.updates.push(update);
            if (update.issueId === ISSUE)
              Object.assign(this.d1, { state: update.state, runId: update.runId, reason: update.reason });
          }),
      },
      launch: async () => {
        if (this.isD1Down) throw new Error('D1 does not answer');
        await this.tick();
      },
      findSigner: (keyId) =>
        life.reach(() => (this.signingKeys.has(keyId) ? async (id: string) => `token-of-${id}` : null)),
    };
  }

  /** Wakes the shortest sleeper when everything else has come as far as it can. */
  async #passTime(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    const [next] = this.#sleepers.sort((a, b) => a.until - b.until).splice(0, 1);
    this.now = Math.max(this.now, next?.until ?? 0);
    next?.wake();
  }

  #reachD1(): void {
    this.d1Calls += 1;
    if (this.isD1Down) throw new Error('D1 does not answer');
  }
}

let worlds = 0;

/** Runs a test in a world of its own, over the real storage of a Durable Object. */
export function inWorld(live: (world: World) => Promise<void>): () => Promise<void> {
  return async () => {
    worlds += 1;
    const stub = env.POSTMASTER.get(env.POSTMASTER.idFromName(`world-${worlds}`));
    await runInDurableObject(stub, async (_, state) => {
      await state.storage.deleteAll();
      await live(new World(state.storage));
    });
  };
}

/** As `inWorld`, for a test that needs many worlds, one after the other. */
export function inWorlds(
  live: (create: (dieAt?: number, plan?: Plan) => Promise<World>) => Promise<void>,
): () => Promise<void> {
  return async () => {
    worlds += 1;
    const stub = env.POSTMASTER.get(env.POSTMASTER.idFromName(`world-${worlds}`));
    await runInDurableObject(stub, async (_, state) => {
      await live(async (dieAt = 0, plan) => {
        await state.storage.deleteAll();
        return new World(state.storage, dieAt, plan);
      });
    });
  };
}
