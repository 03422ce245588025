// The Durable Object through which all mail leaves: a thin shell that gives the core (`actor/postmaster.ts`) the
// platform's storage, alarm and clock. There is one instance, so there are never two senders, and one pace for all mail.

import { DurableObject } from 'cloudflare:workers';
import { publication } from '../../content/publication.ts';
import { readWarmUp } from '../../content/warm-up.ts';
import { importSigningKeys, type SigningKey, signToken } from '../crypto/tokens.ts';
import { type MailerConfig, readConfig } from '../env.ts';
import { log } from '../log.ts';
import type { Result } from '../result.ts';
import type { Cadence } from '../store/index.ts';
import { createAudience, createIssues } from './actor/d1-ports.ts';
import type { Ports, Signer } from './actor/ports.ts';
import { type Decision, Postmaster } from './actor/postmaster.ts';
import { withTimeout } from './actor/with-timeout.ts';
import { findMove } from './jurisdiction.ts';
import { launch, type NewStart } from './launch.ts';
import type { Mailer } from './mailer/mailer.ts';
import { createOutboxMailer } from './mailer/outbox.ts';
import { createResendMailer } from './mailer/resend.ts';
import { ALLOWANCES } from './policy/allowance.ts';
import type { Forecast } from './policy/warm-up.ts';
import type { MailCondition } from './status/condition.ts';
import type { OpenDecision, Progress } from './status/progress.ts';
import type { Refusal, RefusedRecipient, TestSend, UndecidedRun } from './status/watch.ts';
import type { CommandRefusal, DecideRefusal, KnownRun, StartRefusal } from './tables/commands.ts';
import type { NewTransactionalMail, Queued } from './tables/transactional.ts';

/** How long an unconfigured Postmaster waits before it looks at its settings again. */
const UNCONFIGURED_RETRY_MS = 60_000;
/** The same for one that is not where the first start was, or does not know. */
const PLACE_RETRY_MS = 60_000;
const PLACE_TIMEOUT_MS = 10_000;
/** D1 has no time-out of its own. A launch may be repeated, also while the one before is still under way. */
const LAUNCH_TIMEOUT_MS = 30_000;

export class PostmasterObject extends DurableObject<Env> {
  readonly #postmaster: Postmaster | null;
  readonly #problems: readonly string[];
  readonly #findMove: () => Promise<string | null>;
  /** D1 has said that it is where the first start was. */
  #isInPlace = false;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    const config = readConfig(env);
    this.#problems = config.ok ? [] : config.error;
    this.#findMove = async () => (config.ok ? findMove(env.DB, config.value, Date.now()) : null);
    this.#postmaster = config.ok
      ? new Postmaster({
          storage: ctx.storage,
          setAlarm: (at) => ctx.storage.setAlarm(at),
          clock: Date.now,
          sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
          random: Math.random,
          newId: () => crypto.randomUUID(),
          log,
          warmUp: readWarmUp(publication),
          allowance: ALLOWANCES[config.value.plan],
          mailer: createMailer(config.value.mailer, env.DB),
          audience: createAudience(env.DB),
          issues: createIssues(env.DB, Date.now),
          launch: (issueId) =>
            withTimeout(
              launch({ db: env.DB, now: Date.now, postmaster: () => this.#open() }, issueId),
              LAUNCH_TIMEOUT_MS,
            ),
          findSigner: createSignerFinder(config.value.signingKey),
        })
      : null;
    // What a process that died left behind is due now, no matter which alarm it had set.
    ctx.blockConcurrencyWhile(async () => this.#postmaster?.wake());
  }

  start(run: NewStart): Promise<Result<{ runId: string }, StartRefusal>> {
    return this.#open().start(run);
  }

  identify(issueId: string): Promise<KnownRun | null> {
    return this.#open().identify(issueId);
  }

  launchAt(issueId: string, at: number): Promise<void> {
    return this.#open().launchAt(issueId, at);
  }

  reportAgain(issueId: string): Promise<void> {
    return this.#open().reportAgain(issueId);
  }

  pause(issueId: string, reason?: string): Promise<Result<Progress, CommandRefusal>> {
    return this.#open().pause(issueId, reason);
  }

  resume(issueId: string): Promise<Result<Progress, CommandRefusal>> {
    return this.#open().resume(issueId);
  }

  cancel(issueId: string): Promise<Result<Progress, 'ended'>> {
    return this.#open().cancel(issueId);
  }

  withdraw(issueId: string): Promise<Result<null, 'begun'>> {
    return this.#open().withdraw(issueId);
  }

  decide(issueId: string, decision: Decision): Promise<Result<Progress, DecideRefusal>> {
    return this.#open().decide(issueId, decision);
  }

  confirmSent(issueId: string, subscriberId: string): Promise<boolean> {
    return this.#open().confirmSent(issueId, subscriberId);
  }

  forecast(issueId: string, audience: Cadence, at: number): Promise<Forecast | null> {
    return this.#open().forecast(issueId, audience, at);
  }

  progress(issueId: string): Progress | null {
    return this.#open().progress(issueId);
  }

  undecided(issueId: string): OpenDecision[] {
    return this.#open().undecided(issueId);
  }

  refused(issueId: string, page: { afterBatch: number; limit: number }): RefusedRecipient[] {
    return this.#open().refused(issueId, page);
  }

  tests(issueId: string): TestSend[] {
    return this.#open().tests(issueId);
  }

  lastRefusal(): Refusal | null {
    return this.#open().lastRefusal();
  }

  undecidedRuns(): UndecidedRun[] {
    return this.#open().undecidedRuns();
  }

  /** For /health. */
  condition(): Promise<MailCondition> {
    return this.#open().condition();
  }

  sendOne(message: NewTransactionalMail): Promise<Queued> {
    return this.#open().sendOne(message);
  }

  /** Called by every tick of the clock, in case an alarm was lost. */
  wake(): Promise<void> {
    return this.#open().wake();
  }

  override async alarm(): Promise<void> {
    if (this.#postmaster !== null) {
      if (await this.#isWhereItWas()) return this.#postmaster.alarm();
      await this.ctx.storage.setAlarm(Date.now() + PLACE_RETRY_MS);
      return;
    }
    log('fault', { where: 'the settings of the Postmaster', error: this.#problems.join(' ') });
    await this.ctx.storage.setAlarm(Date.now() + UNCONFIGURED_RETRY_MS);
  }

  async #isWhereItWas(): Promise<boolean> {
    if (this.#isInPlace) return true;
    try {
      const move = await withTimeout(this.#findMove(), PLACE_TIMEOUT_MS);
      if (move !== null) log('fault', { where: 'the place of the Postmaster', error: move });
      this.#isInPlace = move === null;
    } catch (error) {
      log('fault', { where: 'asking D1 where the first start was', error });
    }
    return this.#isInPlace;
  }

  #open(): Postmaster {
    if (this.#postmaster === null) throw new Error(this.#problems.join(' '));
    return this.#postmaster;
  }
}

function createMailer(config: MailerConfig, db: D1Database): Mailer {
  switch (config.kind) {
    case 'outbox':
      return createOutboxMailer(db, Date.now);
    case 'resend':
      return createResendMailer({ apiKey: config.apiKey, baseUrl: config.baseUrl });
  }
}

function createSignerFinder(list: string): Ports['findSigner'] {
  let keys: Promise<SigningKey[]> | undefined;
  return async (keyId): Promise<Signer | null> => {
    keys ??= importSigningKeys(list);
    const key = (await keys).find(({ id }) => id === keyId);
    return key === undefined ? null : (subscriberId) => signToken(key, 'unsubscribe', subscriberId);
  };
}
