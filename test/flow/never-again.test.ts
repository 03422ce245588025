// The promise to people who said no: anyone who unsubscribed, was suppressed or erased before an attempt begins is
// not in it, in whatever order people join, confirm, leave, return, are imported and erased, and whatever happens to
// the sending. Nobody gets a kind of mail that they did not choose, nobody is added to a run that has begun, and no
// address gets an issue twice. Only a request that may have been taken already keeps its bytes. Real tables on both
// sides, a model beside them.

import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createKeyedHash } from '../../src/crypto/tokens.ts';
import { createAudience } from '../../src/deliver/actor/d1-ports.ts';
import type { Ports } from '../../src/deliver/actor/ports.ts';
import { Postmaster } from '../../src/deliver/actor/postmaster.ts';
import { readMails } from '../../src/deliver/mailer/mailer.ts';
import { ALLOWANCES } from '../../src/deliver/policy/allowance.ts';
import type { Cadence } from '../../src/store/index.ts';
import {
  chooseCadence,
  confirmSignup,
  createImporter,
  eraseSubscriber,
  expireSignups,
  findByAddress,
  liftSuppression,
  requestSignup,
  resubscribe,
  suppressSubscriber,
  unsubscribe,
} from '../../src/store/index.ts';
import { type Fault, HOUR, NOON, Provider, TEMPLATE } from '../deliver/world.ts';
import { emptyDatabase } from '../support/empty-database.ts';

const db = env.DB;
const key = await createKeyedHash('the-erasure-key-of-a-test');
/** Few, so that much happens to each. */
const PEOPLE = ['ann@x.org', 'bo@x.org'];

type Deed =
  | { do: 'import' | 'import list'; who: number }
  | { do: 'sign up'; who: number; choice?: Cadence | null }
  | { do: 'leave' | 'return' | 'bounce' | 'suppress' | 'lift' | 'erase'; who: number }
  /** Any link that was ever mailed, the newest or an old one. */
  | { do: 'confirm'; link: number }
  | { do: 'move'; who: number; to: number }
  | { do: 'switch'; who: number; to: Cadence }
  | { do: 'send'; to: Cadence }
  | { do: 'expire' | 'alarm' | 'pause' | 'resume' | 'crash' }
  | { do: 'fault'; fault: Fault };

const who = fc.nat(PEOPLE.length - 1);
const frequency = fc.constantFrom<Cadence>('every', 'weekly');
const refusal = (status: number, name: string): Fault => ({ kind: 'error', status, name });
const deed = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('import', 'import list'), who }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('sign up'),
      who,
      choice: fc.constantFrom(null, 'every', 'weekly'),
    }),
  },
  { weight: 5, arbitrary: fc.record({ do: fc.constantFrom('leave', 'leave', 'return'), who }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('bounce', 'suppress', 'lift', 'erase'), who }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('confirm'), link: fc.nat(3) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('move'), who, to: who }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('switch'), who, to: frequency }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('send'), to: frequency }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constantFrom('alarm', 'alarm', 'resume') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('expire', 'pause', 'crash') }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('fault'),
      fault: fc.constantFrom<Fault>(
        { kind: 'lost-after' },
        { kind: 'lost-before' },
        refusal(429, 'rate_limit_exceeded'),
        refusal(403, 'invalid_api_key'),
        refusal(422, 'validation_error'),
        { kind: 'hold', until: new Promise(() => {}) },
      ),
    }),
  },
) as fc.Arbitrary<Deed>;

/** Lives that once went wrong, or that chance finds seldom. The newest link is number 0. */
const KNOWN: Deed[][] = [
  // A batch that was refused waits for its second attempt while its readers change their minds.
  [
    { do: 'fault', fault: refusal(403, 'invalid_api_key') },
    { do: 'send', to: 'every' },
    { do: 'alarm' },
    { do: 'switch', who: 0, to: 'weekly' },
    { do: 'resume' },
    { do: 'alarm' },
  ],
  // An old link under the address that a reader gave up.
  [
    { do: 'leave', who: 0 },
    { do: 'sign up', who: 0 },
    { do: 'return', who: 0 },
    { do: 'leave', who: 1 },
    { do: 'move', who: 0, to: 1 },
    { do: 'confirm', link: 0 },
    { do: 'confirm', link: 1 },
  ],
  // Somebody enters the new address in the form before it is confirmed.
  [
    { do: 'leave', who: 1 },
    { do: 'move', who: 0, to: 1 },
    { do: 'sign up', who: 1 },
    { do: 'confirm', link: 1 },
  ],
];

/** What each person chose, and when: nothing here knows how it is stored. */
class Model {
  #moment = 0;
  readonly #noAt = new Map<string, number>();
  readonly #barred = new Set<string>();
  readonly #gone = new Set<string>();
  readonly #weekly = new Set<string>();
  readonly links: { id: string; email: string; at: number; movesFrom: string | null }[] = [];
  /** By the id of a signup: what was chosen with it, and whose place the new address takes. */
  readonly #choices = new Map<
    string,
    { choice: Cadence | null; from: { id: string; email: string } | null }
  >();
  readonly #goneIds = new Set<string>();

  /** Whether a mail of this kind would be against their will. */
  isOut = (email: string, kind: Cadence): boolean =>
    this.#noAt.has(email) || this.#weekly.has(email) !== (kind === 'weekly');
  switches(email: string, to: Cadence): void {
    if (to === 'weekly') this.#weekly.add(email);
    else this.#weekly.delete(email);
  }
  /** Anybody may enter another's address, so what came with a change of address stays. */
  signsUp(id: string, choice: Cadence | null, from: { id: string; email: string } | null): void {
    const before = this.#choices.get(id);
    const kept =
      before === undefined || before.from === null ? (choice ?? before?.choice ?? null) : before.choice;
    this.#choices.set(id, { choice: kept, from: from ?? before?.from ?? null });
  }
  /** They became active: by confirming, or by a list while they had not answered. */
  enters(email: string, signup: string | undefined, by: 'link' | 'list'): void {
    const { choice, from } = this.#choices.get(signup ?? '') ?? { choice: null, from: null };
    const inherits = by === 'link' && from !== null && !this.#goneIds.has(from.id);
    const old = inherits && from !== null ? (this.#weekly.has(from.email) ? 'weekly' : 'every') : null;
    const now = choice ?? old;
    if (now !== null) this.switches(email, now);
  }
  mailed(id: string, email: string, movesFrom: string | null): void {
    this.#moment += 1;
    this.links.unshift({ id, email, at: this.#moment, movesFrom });
  }
  sayNo(email: string, how: 'leaves' | 'is barred' | 'is erased', id = ''): void {
    this.#moment += 1;
    this.#noAt.set(email, this.#moment);
    if (how === 'is barred') this.#barred.add(email);
    if (how !== 'is erased') return;
    this.#gone.add(email);
    this.#goneIds.add(id);
    this.#weekly.delete(email);
    this.#barred.delete(email);
  }
  lift = (email: string): boolean => this.#barred.delete(email);
  returns(email: string): void {
    if (!this.#barred.has(email) && !this.#gone.has(email)) this.#noAt.delete(email);
  }
  /** A confirmation counts for its signup only, and not when a no came after it. */
  confirms(link: Model['links'][number]): void {
    const isValid = link.at > (this.#noAt.get(link.email) ?? 0) && !this.#barred.has(link.email);
    if (!isValid) return;
    this.#noAt.delete(link.email);
    this.#gone.delete(link.email);
  }
}

const NEVER = new Promise<never>(() => {});

class Life {
  now = NOON;
  alarmAt: number | null = null;
  readonly model = new Model();
  readonly provider = new Provider();
  /** The idempotency keys of requests that may have been taken. */
  readonly ambiguous = new Set<string>();
  attempts = 0;
  /** Who was in an attempt after saying no. */
  readonly wronged: string[] = [];
  /** Who was in the audience of an issue when it began. */
  readonly #audiences = new Map<string, Set<string>>();
  /** Changes of address that were confirmed: doing it again is nothing. */
  readonly #moved = new Set<string>();
  postmaster: Postmaster;
  readonly #storage: Ports['storage'];
  #hung = Promise.withResolvers<'hung'>();
  #issues = 0;
  #ids = 0;
  /** The one that lives. */
  #process: object | null = null;

  constructor(storage: Ports['storage']) {
    this.#storage = storage;
    this.postmaster = this.boot();
  }

  /** A new process over the same tables. Whatever the one before it still had in hand comes to nothing. */
  boot(): Postmaster {
    this.#noteOpenCalls();
    const process = {};
    this.#process = process;
    const isDead = () => this.#process !== process;
    const reach = async <T>(call: () => T | Promise<T>): Promise<T> => {
      if (isDead()) return NEVER;
      const value = await call();
      return isDead() ? NEVER : value;
    };
    const real = this.#storage;
    const readers = createAudience(db);
    this.postmaster = new Postmaster({
      storage: {
        sql: {
          exec: (query: string, ...bindings: unknown[]) => {
            if (isDead()) throw new Error('the process is dead');
            return real.sql.exec(query, ...bindings);
          },
        } as SqlStorage,
        transactionSync: (work) => real.transactionSync(work),
        sync: () => reach(() => real.sync()),
      },
      setAlarm: (at) =>
        reach(() => {
          this.alarmAt = at;
        }),
      clock: () => this.now,
      sleep: (ms) =>
        reach(() => {
          this.now += ms;
        }),
      random: () => 0.5,
      warmUp: null,
      allowance: ALLOWANCES.paid,
      newId: () => {
        this.#ids += 1;
        return `run-${this.#ids}`;
      },
      log: () => {},
      audience: {
        measure: (...of) => reach(() => readers.measure(...of)),
        read: (page) => reach(() => readers.read(page)),
        keepActive: (...of) => reach(() => readers.keepActive(...of)),
        isActive: (reader) => reach(() => readers.isActive(reader)),
      },
      issues: { update: () => reach(() => {}) },
      launch: () => reach(() => {}),
      findSigner: () => reach(() => async (id: string) => `token-of-${id}`),
      mailer: {
        account: async () => 'an account',
        send: (parcel) =>
          reach(() => {
            this.attempts += 1;
            const mails = readMails(parcel);
            const recipients = mails.flatMap(({ to }) => [...to]);
            const [kind, issueId] = (mails[0]?.subject ?? '').split(' ') as [Cadence, string];
            const audience = this.#audiences.get(issueId);
            this.wronged.push(...recipients.filter((email) => !audience?.has(email)));
            // The dispatcher takes an error of the mailer for a lost reply, so a failure is kept for later.
            if (!this.ambiguous.has(parcel.key))
              this.wronged.push(...recipients.filter((email) => this.model.isOut(email, kind)));
            const [next] = this.provider.faults;
            if (next?.kind === 'hold' || next?.kind.startsWith('lost')) this.ambiguous.add(parcel.key);
            if (next?.kind === 'hold') this.#hung.resolve('hung');
            return this.provider.take(parcel, this.now);
          }),
      },
    });
    return this.postmaster;
  }

  /** Nobody knows whether a call that was open at a death was taken. */
  #noteOpenCalls(): void {
    if (this.#process === null) return;
    const open = this.#storage.sql.exec<{ key: string }>(
      'SELECT idempotency_key AS key FROM attempts WHERE outcome IS NULL',
    );
    for (const { key } of open) this.ambiguous.add(key);
  }

  /** A call that hangs ends with the process. */
  async alarm(): Promise<void> {
    if (this.alarmAt === null) return;
    this.now = Math.max(this.now, this.alarmAt);
    this.alarmAt = null;
    const end = await Promise.race([this.postmaster.alarm(), this.#hung.promise]);
    if (end !== 'hung') return;
    this.#hung = Promise.withResolvers<'hung'>();
    this.boot();
    await this.postmaster.wake();
  }

  async carryOut(step: Deed): Promise<void> {
    const { model, now } = this;
    const email = 'who' in step ? (PEOPLE[step.who] ?? '') : '';
    const found = email === '' ? null : await findByAddress(db, email);
    const id = found?.id ?? '0';
    switch (step.do) {
      case 'import':
      case 'import list': {
        const rows = step.do === 'import' ? [email] : PEOPLE;
        for (const one of rows)
          if ((await findByAddress(db, one))?.state === 'pending')
            model.enters(one, model.links.find((link) => link.email === one)?.id, 'list');
        await createImporter(
          db,
          key,
          false,
        )(
          rows.map((one) => ({ email: one, name: null, state: 'active' })),
          now,
        );
        return;
      }
      case 'sign up':
        return this.#signUp(email, null, step.choice ?? null);
      case 'move':
        return found?.state === 'active' && step.to !== step.who
          ? this.#signUp(PEOPLE[step.to] ?? '', email)
          : undefined;
      case 'confirm': {
        const link = model.links[step.link];
        if (link === undefined) return;
        const before = (await findByAddress(db, link.email))?.state;
        const answer = await confirmSignup(db, link.id, now, { erasure: key });
        if (answer?.isDone && before !== 'active') model.enters(link.email, link.id, 'link');
        model.confirms(link);
        const isMove = link.movesFrom !== null && answer?.isDone && !this.#moved.has(link.id);
        if (isMove && link.movesFrom !== null) {
          this.#moved.add(link.id);
          model.sayNo(link.movesFrom, 'leaves');
          // An issue that is being sent may find them under the new address.
          for (const readers of this.#audiences.values())
            if (readers.has(link.movesFrom)) readers.add(link.email);
        }
        return;
      }
      case 'leave':
        await unsubscribe(db, id, now);
        if (found !== null) model.sayNo(email, 'leaves');
        return;
      case 'return':
        if ((await resubscribe(db, id, now))?.state === 'active') model.returns(email);
        return;
      case 'bounce':
        await suppressSubscriber(db, id, 'bounced', now);
        if (found !== null) model.sayNo(email, 'is barred');
        return;
      case 'suppress':
        await createImporter(db, key, false)([{ email, name: null, state: 'suppressed' }], now);
        if (found !== null) model.sayNo(email, 'is barred');
        return;
      case 'lift':
        if (await liftSuppression(db, id, now)) model.lift(email);
        return;
      case 'erase':
        await eraseSubscriber(db, id, key, now);
        if (found !== null) model.sayNo(email, 'is erased', id);
        return;
      case 'expire':
        await expireSignups(db, now + 2 * HOUR);
        return;
      case 'send': {
        this.#issues += 1;
        const issueId = `issue-${this.#issues}`;
        const audience = step.to ?? 'every';
        const template = { ...TEMPLATE, subject: `${audience} ${issueId}` };
        const { results } = await db
          .prepare(`SELECT email FROM subscribers WHERE state = 'active' AND frequency = ?`)
          .bind(audience)
          .all<{ email: string }>();
        this.#audiences.set(issueId, new Set(results.map((row) => row.email)));
        await this.postmaster.start({ issueId, sha256: 'a'.repeat(64), template, audience });
        return;
      }
      case 'switch':
        if ((await chooseCadence(db, id, step.to, now))?.state === 'active') model.switches(email, step.to);
        return;
      case 'alarm':
        return this.alarm();
      case 'pause':
        await this.postmaster.pause(`issue-${this.#issues}`);
        return;
      case 'resume':
        for (let n = 1; n <= this.#issues; n += 1) await this.postmaster.resume(`issue-${n}`);
        return;
      case 'crash':
        this.boot();
        return this.postmaster.wake();
      case 'fault':
        this.provider.faults.push(step.fault);
        return;
    }
  }

  async #signUp(email: string, movesFrom: string | null, choice: Cadence | null = null): Promise<void> {
    const replaces = movesFrom === null ? null : (await findByAddress(db, movesFrom))?.id;
    const expiresAt = this.now + HOUR;
    const signup = { email, source: 'form', wording: 'You agree.', frequency: choice, expiresAt };
    const id = await requestSignup(db, replaces == null ? signup : { ...signup, replaces }, this.now);
    if (id === null) return;
    this.model.mailed(id, email, movesFrom);
    this.model.signsUp(
      id,
      choice,
      replaces == null || movesFrom === null ? null : { id: replaces, email: movesFrom },
    );
  }
}

it('nobody who said no before an attempt begins is in it', { timeout: 300_000 }, async () => {
  const stub = env.POSTMASTER.get(env.POSTMASTER.idFromName('never-again'));
  await runInDurableObject(stub, async (_, state) => {
    let attempts = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 10, maxLength: 60 }), async (deeds) => {
        await state.storage.deleteAll();
        await emptyDatabase();
        const life = new Life(state.storage);
        await life.carryOut({ do: 'import list', who: 0 });
        for (const step of deeds) await life.carryOut(step);
        life.provider.faults = [];
        const end: Deed[] = [
          { do: 'resume' },
          { do: 'alarm' },
          { do: 'alarm' },
          { do: 'send', to: 'every' },
          { do: 'send', to: 'weekly' },
          { do: 'alarm' },
          { do: 'alarm' },
        ];
        for (const last of end) await life.carryOut(last);
        expect(life.wronged).toEqual([]);
        for (const [email, mails] of life.provider.inboxes)
          expect(
            mails.map(({ subject }) => subject),
            email,
          ).toEqual([...new Set(mails.map(({ subject }) => subject))]);
        attempts += life.attempts;
      }),
      { numRuns: 150, examples: KNOWN.map((deeds) => [deeds] as [Deed[]]) },
    );
    // Lives in which nothing is sent would prove nothing.
    expect(attempts).toBeGreaterThan(100);
  });
});
