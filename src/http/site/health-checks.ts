// What /health looks for: a list of named checks. A new one is an entry in CHECKS; what it has to know comes from the
// stores (`readStoreCondition`, `readMailCondition`) or from the Config.

import type { Publication } from '../../../content/publication.ts';
import type { MailCondition } from '../../deliver/index.ts';
import type { Config } from '../../env.ts';
import type { StoreCondition } from '../../store/index.ts';

export type Facts = {
  readonly config: Pick<Config, 'local' | 'siteUrl' | 'erasureKey' | 'plan'>;
  readonly publication: Publication;
  /** The host at which /health was asked. */
  readonly host: string;
  /** Null: D1, or the Postmaster, did not answer in time. */
  readonly store: StoreCondition | null;
  readonly mail: MailCondition | null;
  /** When the two were asked. */
  readonly at: number;
};

export type Check = {
  /** The problem's name, for programs and strangers. It stays what it is. */
  readonly name: string;
  /** @returns what is wrong and what to do about it, for editors; null when all is well. */
  readonly find: (facts: Facts) => string | null;
  /** While it lasts no mail leaves, whatever is done here: an uptime monitor gets a 503. */
  readonly stopsAllMail?: true;
};

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Ticks come every five minutes, without a promise. */
const MAX_BETWEEN_TICKS_MS = 20 * MINUTE_MS;

export const CHECKS: readonly Check[] = [
  {
    name: 'account-refused',
    stopsAllMail: true,
    find: ({ mail }) => {
      if (mail?.refusal == null) return null;
      const { name, status, message, since, at } = mail.refusal;
      return `Since ${time(since)} Resend refuses all mail of this account, last at ${time(at)}: ${name} (${status ?? 'no status'}), ${message} Mend it there or in the secrets of the Worker; then resume what is paused, or send a test mail.`;
    },
  },
  {
    name: 'database-unreachable',
    find: ({ store }) =>
      store === null ? 'D1 did not answer in time, or with an error: see the log.' : null,
  },
  {
    name: 'tables-missing',
    find: ({ store }) =>
      store === null || store.missing.length === 0
        ? null
        : `The database has not seen ${store.missing.join(', ')}. "npm run deploy" brings it up to date, or: npx wrangler d1 migrations apply DB --remote`,
  },
  {
    name: 'postmaster-unreachable',
    find: ({ mail }) =>
      mail === null ? 'The Postmaster did not answer in time, or with an error: see the log.' : null,
  },
  {
    name: 'sample-sender',
    find: ({ config, publication: { from, postalAddress } }) => {
      const sample = [from, postalAddress].find(isSample);
      return config.local || sample === undefined
        ? null
        : `content/publication.ts still names the sample: ${sample}. Write your own sender and postal address there.`;
    },
  },
  {
    name: 'other-host',
    find: ({ config, host }) =>
      config.local || host === new URL(config.siteUrl).host
        ? null
        : `This was asked at ${host}, and the links in mails lead to ${config.siteUrl}. If readers do not reach this Worker there, set SITE_URL in wrangler.toml, or route that host to it.`,
  },
  {
    name: 'erasure-key-missing',
    find: ({ config }) =>
      config.erasureKey === null
        ? 'ERASURE_KEY is missing, so nobody can be erased. Set it with "npx wrangler secret put ERASURE_KEY".'
        : null,
  },
  {
    // No clock ticks in a local copy.
    name: 'clock-late',
    find: ({ config, store, at }) => {
      const last = store?.lastTick ?? store?.firstStart ?? null;
      if (config.local || last === null || at - last <= MAX_BETWEEN_TICKS_MS) return null;
      return store?.lastTick == null
        ? 'No tick of the clock has come to its end yet. Look at the Cron Triggers of the Worker, and at its log.'
        : `The last tick of the clock that came to its end was that of ${time(last)}. Look at the Cron Triggers of the Worker, and at its log.`;
    },
  },
  {
    name: 'daily-quota-used-up',
    find: ({ mail }) =>
      mail?.quotaUntil == null
        ? null
        : `The daily quota of the Resend account is used up. Sending goes on about ${time(mail.quotaUntil)}.`,
  },
  {
    name: 'mail-refused',
    find: ({ mail, at }) => {
      const refused = mail?.lastMailRefusal;
      if (refused == null || at - refused.at > DAY_MS) return null;
      const next = refused.isWaiting ? 'It is tried again.' : 'It is not tried again.';
      return `At ${time(refused.at)} Resend refused a single mail (${refused.purpose}): ${refused.reason} ${next}`;
    },
  },
  {
    name: 'issues-paused',
    find: ({ store, mail }) => {
      const reasons = [
        ...(store?.pausedIssues ?? []).map(({ number, reason }) => `Issue ${number}: ${reason ?? ''}`),
        // D1 may not have been told yet.
        ...(mail?.pausedRuns ?? [])
          .filter(({ issueId }) => !store?.pausedIssues.some(({ id }) => id === issueId))
          .map(({ issueId, reason }) => `Issue ${issueId}: ${reason ?? ''}`),
      ];
      return reasons.length === 0 ? null : reasons.join(' ');
    },
  },
  {
    name: 'decisions-open',
    find: ({ mail }) =>
      mail === null || mail.openDecisions === 0
        ? null
        : `Batches that were perhaps sent: ${mail.openDecisions}. GET /api/issues/:id/batches lists them; an editor decides.`,
  },
  {
    name: 'drafts-held',
    find: ({ store }) =>
      store === null || store.heldDrafts === 0
        ? null
        : `Issues of the clock that could not be sent and wait as drafts: ${store.heldDrafts}. GET /api/issues says why.`,
  },
];

/** What nobody can own (RFC 2606), or the address of the sample. */
const isSample = (text: string): boolean =>
  /[@.](example(\.(com|net|org))?|test|invalid|localhost)>?$/i.test(text) ||
  text.includes('12 Sample Street, Exampleton');

const time = (at: number): string => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
