// Env, as the platform gives it, is narrowed once into a Config; the rest of the code never reads Env.

import { publication } from '../content/publication.ts';
import { checkPublication } from '../content/publication-fields.ts';
import { err, ok, type Result } from './result.ts';

export type MailerConfig =
  | { readonly kind: 'outbox' }
  | { readonly kind: 'resend'; readonly apiKey: string; readonly baseUrl: string | null };

/** What the Cloudflare account allows, which decides how much one alarm may do. */
export const PLANS = ['free', 'paid'] as const;
export type Plan = (typeof PLANS)[number];

export type Config = {
  /** True under `npm start` and in tests only: samples are sent, http links pass, mail goes to the outbox. */
  readonly local: boolean;
  /** The base of every link in a mail, without a slash at its end. */
  readonly siteUrl: string;
  readonly editorToken: string;
  /** Secrets separated by commas: the first signs, all verify. */
  readonly signingKey: string;
  /**
   * Hashes the address of everyone who was erased, so that no import brings them back. It must never change. Null: nobody
   * can be erased.
   */
  readonly erasureKey: string | null;
  readonly mailer: MailerConfig;
  readonly plan: Plan;
  /** Where the Postmaster lives; null: where Cloudflare puts it. Fixed at the first start. */
  readonly jurisdiction: 'eu' | null;
  /** Null: webhooks are refused. */
  readonly webhookSecret: string | null;
  /** Set by `npm start`, so that it can tell its own server from another one on the same port. */
  readonly bootId: string | null;
};

type Variables = Partial<Record<keyof Env, unknown>> & Record<string, unknown>;

const LOCAL_EDITOR_TOKEN = 'dev';
const LOCAL_ERASURE_KEY = 'the-erasure-key-of-a-local-copy';
const MIN_SECRET_LENGTH = 16;

/** @returns the Config, or one sentence per problem that says what to set and how. */
export function readConfig(env: object): Result<Config, readonly string[]> {
  const read = (name: string): string | null => {
    const value = (env as Variables)[name];
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
  };
  const problems = checkPublication(publication).map(({ message }) => `content/publication.ts: ${message}`);
  const secret = (name: string, use: string): string => {
    const value = read(name);
    if (value === null)
      problems.push(`${name} is missing: it ${use}. Set it with "npx wrangler secret put ${name}".`);
    return value ?? '';
  };

  const local = read('LOCAL') === 'true';
  const site = readSiteUrl(read('SITE_URL'), local);
  if (!site.ok) problems.push(site.error);

  const editorToken =
    (local ? (read('EDITOR_TOKEN') ?? LOCAL_EDITOR_TOKEN) : null) ??
    secret('EDITOR_TOKEN', 'lets editors in');
  if (!local && editorToken !== '' && editorToken.length < MIN_SECRET_LENGTH)
    problems.push(`EDITOR_TOKEN is too short: use at least ${MIN_SECRET_LENGTH} random characters.`);

  // A header value ends at a space, and characters beyond ASCII have no single encoding in it.
  if (!/^[\x21-\x7e]*$/.test(editorToken))
    problems.push('EDITOR_TOKEN may hold letters, digits and signs of ASCII only, and no spaces.');

  const signingKey = secret('SIGNING_KEY', 'signs the links in a mail');
  if (signingKey !== '' && signingKey.split(',').some((key) => key.trim().length < MIN_SECRET_LENGTH))
    problems.push(
      `SIGNING_KEY is too short: each key needs at least ${MIN_SECRET_LENGTH} random characters.`,
    );

  const erasureKey = read('ERASURE_KEY') ?? (local ? LOCAL_ERASURE_KEY : null);
  if (erasureKey !== null && erasureKey.length < MIN_SECRET_LENGTH)
    problems.push(`ERASURE_KEY is too short: use at least ${MIN_SECRET_LENGTH} random characters.`);

  const mailer = readMailer(read, local, secret);
  if (!mailer.ok) problems.push(mailer.error);

  const plan = PLANS.find((name) => name === (read('PLAN') ?? 'free'));
  if (plan === undefined)
    problems.push(`PLAN is "${read('PLAN')}": it must be free or paid, like your Cloudflare account.`);

  const jurisdiction = read('JURISDICTION');
  if (jurisdiction !== null && jurisdiction !== 'eu')
    problems.push(`JURISDICTION is "${jurisdiction}": it must be eu, or empty.`);

  if (!site.ok || !mailer.ok || plan === undefined || problems.length > 0) return err(problems);
  return ok({
    local,
    siteUrl: site.value,
    editorToken,
    signingKey,
    erasureKey,
    mailer: mailer.value,
    plan,
    jurisdiction: jurisdiction === 'eu' ? jurisdiction : null,
    webhookSecret: read('RESEND_WEBHOOK_SECRET'),
    bootId: read('BOOT_ID'),
  });
}

function readSiteUrl(value: string | null, local: boolean): Result<string, string> {
  if (value === null)
    return err(
      'SITE_URL is missing: it is the base of every link in a mail. Set it under [vars] in wrangler.toml.',
    );
  const url = readWebAddress(value);
  if (url === null) return err(`SITE_URL is not a web address such as https://news.example.com: ${value}`);
  if (url.pathname !== '/')
    return err(`SITE_URL must not have a path: every link begins at the root of the host (it is ${value}).`);
  if (local && url.protocol === 'https:')
    return err(
      'LOCAL=true is refused together with an https SITE_URL: it would turn off the guards of a real site.',
    );
  if (!local && url.protocol !== 'https:') return err(`SITE_URL must begin with https:// (it is ${value}).`);
  return ok(url.origin);
}

/** Refuses what the URL parser would repair, and parts that do not belong into the base of links. */
function readWebAddress(value: string): URL | null {
  const url = /^https?:\/\/[^\s\\]+$/i.test(value) ? URL.parse(value) : null;
  if (url === null || url.search !== '' || url.hash !== '') return null;
  return url.username === '' && url.password === '' ? url : null;
}

function readMailer(
  read: (name: string) => string | null,
  local: boolean,
  secret: (name: string, use: string) => string,
): Result<MailerConfig, string> {
  const wanted = read('MAILER') ?? (local ? 'outbox' : 'resend');
  if (wanted === 'outbox')
    return local
      ? ok({ kind: 'outbox' })
      : err('MAILER=outbox works only locally: a real site must send its mail.');
  if (wanted !== 'resend') return err(`MAILER is "${wanted}": it must be outbox or resend.`);
  const apiKey = secret('RESEND_API_KEY', 'sends the mail');
  const given = read('RESEND_BASE_URL');
  if (given === null) {
    if (apiKey !== '' && !apiKey.startsWith('re_'))
      return err(
        'RESEND_API_KEY is no API key of Resend: those begin with re_. Copy it anew from resend.com/api-keys.',
      );
    return ok({ kind: 'resend', apiKey, baseUrl: null });
  }
  const url = readWebAddress(given);
  if (url === null) return err(`RESEND_BASE_URL is not a web address: ${given}`);
  if (!local && url.protocol !== 'https:')
    return err('RESEND_BASE_URL must begin with https://, since the API key goes there.');
  return ok({ kind: 'resend', apiKey, baseUrl: url.href.replace(/\/+$/, '') });
}
