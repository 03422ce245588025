// The transactional mails: to readers, who request all of them except the welcome, and to editors. The Postmaster does not
// let anyone flood a mailbox, however its address is spelled: content/limits.ts says how many of each kind it gets.

import { limits } from '../../content/limits.ts';
import { publication } from '../../content/publication.ts';
import { sha256 } from '../crypto/hash.ts';
import { hashUnder, type SigningKey, signToken } from '../crypto/tokens.ts';
import type { Config } from '../env.ts';
import type { renderNotice, SignupKind } from '../render/index.ts';
import type { RequestTemplate } from '../render/template.ts';
import {
  mailboxOf,
  noteMails,
  noteMoves,
  noteWelcomes,
  type OpenSignup,
  type OwedMove,
  type OwedWelcome,
  readNewestSlug,
  readSignupKinds,
  WELCOME_LASTS_MS,
} from '../store/index.ts';
import type { MailLimit, NewTransactionalMail, PostmasterObject, Queued } from './index.ts';

export type TransactionalDeps = {
  readonly config: Pick<Config, 'siteUrl'>;
  readonly signingKey: SigningKey;
  readonly db: D1Database;
  readonly postmaster: () => DurableObjectStub<PostmasterObject>;
};

/**
 * Asks each address to confirm its signup. A signup names its queue row, so a repeat mails nobody twice. Throws when the
 * Postmaster could not be reached for one of them; the clock then tries again.
 */
export async function sendConfirmations(
  deps: TransactionalDeps,
  signups: readonly OpenSignup[],
): Promise<void> {
  if (signups.length === 0) return;
  const { renderConfirmation } = await import('../render/index.ts');
  const kinds = await readSignupKinds(
    deps.db,
    signups.map(({ id }) => id),
  );
  const templates = new Map<SignupKind, RequestTemplate>();
  const templateFor = (kind: SignupKind): RequestTemplate => {
    const template = templates.get(kind) ?? renderConfirmation({ ...transactionalOptions(deps), kind });
    templates.set(kind, template);
    return template;
  };
  const queueOne = async (signup: OpenSignup) => {
    const expiresAt = signup.askedAt + limits.signupLastsMs;
    const token = await signToken(deps.signingKey, 'confirm', signup.id, expiresAt);
    const id = `asking ${signup.id} of ${signup.askedAt}`;
    const template = templateFor(kinds.get(signup.id) ?? 'every');
    const answer = await send(deps, { id, to: signup.email, template, token }, 'confirmations');
    return { ...signup, isLimited: typeof answer === 'object' };
  };
  await handOver(signups, queueOne, (known) => noteMails(deps.db, known));
}

/**
 * The first mail to a new reader. A signup names its queue row, so a repeat mails nobody twice. Throws when the Postmaster
 * could not be reached for one of them; the clock then tries again.
 */
export async function sendWelcomes(deps: TransactionalDeps, owed: readonly OwedWelcome[]): Promise<void> {
  if (owed.length === 0) return;
  const { renderWelcome } = await import('../render/index.ts');
  const slug = publication.issuesOnWeb ? await readNewestSlug(deps.db) : null;
  const issueUrl = slug === null ? null : `${deps.config.siteUrl}/issues/${slug}`;
  const queueOne = async ({ signupId, subscriberId, email, frequency, confirmedAt }: OwedWelcome) => {
    await deps.postmaster().sendOne({
      id: `welcome ${signupId}`,
      purpose: 'welcome',
      to: email,
      template: renderWelcome({ ...transactionalOptions(deps), frequency, issueUrl }),
      token: await signToken(deps.signingKey, 'unsubscribe', subscriberId),
      subscriberId,
      expiresAt: confirmedAt + WELCOME_LASTS_MS,
    });
    return signupId;
  };
  await handOver(owed, queueOne, (handed) => noteWelcomes(deps.db, handed));
}

/**
 * Tells each address that its issues now go to another one. The signup of the new one names the queue row, so a repeat
 * mails nobody twice. What the Postmaster holds back or could not take, the clock tries again later.
 */
export async function sendMoves(deps: TransactionalDeps, owed: readonly OwedMove[]): Promise<void> {
  if (owed.length === 0) return;
  const { renderMoved } = await import('../render/index.ts');
  const template = renderMoved(transactionalOptions(deps));
  const queueOne = async ({ signupId, email }: OwedMove) => {
    const mail = { id: `moved ${signupId}`, to: email, template, token: '' };
    return typeof (await send(deps, mail, 'moves')) === 'string' ? signupId : null;
  };
  await handOver(owed, queueOne, (handed) => noteMoves(deps.db, handed));
}

/** Sends the link to one's own data, unless the address got too many: then the answer says when it may get the next. */
export async function sendDataLink(
  deps: TransactionalDeps,
  { email, token }: { email: string; token: string },
): Promise<Queued> {
  const { renderDataLink } = await import('../render/index.ts');
  const template = renderDataLink(transactionalOptions(deps));
  return send(deps, { id: crypto.randomUUID(), to: email, template, token }, 'visitLinks');
}

/** Mails each editor. The notice names its queue rows, so a repeat mails nobody twice. */
export async function sendNotice(
  deps: TransactionalDeps,
  notice: {
    readonly id: number;
    readonly mail: Pick<Parameters<typeof renderNotice>[0], 'title' | 'paragraphs' | 'action'>;
    readonly editors: readonly string[];
    readonly expiresAt: number;
  },
): Promise<void> {
  const { renderNotice } = await import('../render/index.ts');
  const template = renderNotice({ ...transactionalOptions(deps), ...notice.mail });
  const { expiresAt } = notice;
  for (const to of notice.editors) {
    const id = `notice ${notice.id} to ${(await sha256(to)).slice(0, 16)}`;
    await deps.postmaster().sendOne({ id, purpose: 'notice', to, template, token: '', expiresAt });
  }
}

/**
 * Hands each mail to the Postmaster and notes those that it has: all but those for which `queueOne` answers null or fails.
 * @throws the first failure, after the others are noted.
 */
async function handOver<Owed, Handed>(
  owed: readonly Owed[],
  queueOne: (one: Owed) => Promise<Handed | null>,
  note: (handed: Handed[]) => Promise<unknown>,
): Promise<void> {
  const tried = await Promise.allSettled(owed.map(queueOne));
  const handed = tried.flatMap((one) =>
    one.status === 'fulfilled' && one.value !== null ? [one.value] : [],
  );
  if (handed.length > 0) await note(handed);
  for (const one of tried) if (one.status === 'rejected') throw one.reason;
}

const transactionalOptions = ({ config, signingKey }: TransactionalDeps) => ({
  publication,
  linkBase: config.siteUrl,
  keyId: signingKey.id,
});

async function send(
  deps: TransactionalDeps,
  mail: Pick<NewTransactionalMail, 'id' | 'to' | 'token'> & { template: RequestTemplate },
  kind: 'confirmations' | 'visitLinks' | 'moves',
): Promise<Queued> {
  const counter = await hashUnder(deps.signingKey, kind, mailboxOf(mail.to));
  const limit: MailLimit = { counter, ...limits[kind] };
  return deps.postmaster().sendOne({ ...mail, purpose: 'confirmation', limit });
}
