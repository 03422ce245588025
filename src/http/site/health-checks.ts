// The checks of /health: a list of named checks. A new one is an entry in CHECKS. It judges facts from the stores
// (`readStoreCondition`, `readMailCondition`) and from the Config.

import type { Publication } from '../../../content/publication.ts';
import type { MailCondition } from '../../deliver/index.ts';
import type { Config } from '../../env.ts';
import type { StoreCondition } from '../../store/index.ts';

export type Facts = {
  readonly config: Pick<Config, 'local' | 'siteUrl' | 'erasureKey' | 'plan'>;
  readonly publication: Publication;
  /** The host of the request to /health. */
  readonly host: string;
  /** Null if D1, or the Postmaster, did not answer in time. */
  readonly store: StoreCondition | null;
  readonly mail: MailCondition | null;
  /** When both were asked. */
  readonly at: number;
};

export type Check = {
  /** The problem's name, for programs and for strangers. It never changes. */
  readonly name: string;
  /** @returns what is wrong and what to do about it, for editors; null if nothing is wrong. */
  readonly find: (facts: Facts) => string | null;
  /** While it lasts no mail can be sent, so an uptime monitor gets a 503. */
  readonly stopsAllMail?: true;
};

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Ticks come every five minutes, but the platform does not guarantee it. */
const MAX_BETWEEN_TICKS_MS = 20 * MINUTE_MS;

export const CHECKS: readonly Check[] = [
  {
    name: 'account-refused',
    stopsAllMail: true,
    find: ({ mail }) => {
      if (mail?.refusal == null) return null;
      const { name, status, message, since, at } = mail.refusal;
      return `Since ${time(since)} Resend has refused all mail of this account, last at ${time(at)}: ${name} (${status ?? 'no status'}), ${message} Fix it there or in the secrets of the Worker, then resume what is paused or send a test mail.`;
    },
  },
  {
    name: 'database-unreachable',
    find: ({ store }) =>
      store === null ? 'D1 did not answer in time, or answered with an error: see the log.' : null,
  },
  {
    name: 'tables-missing',
    find: ({ store }) =>
      store === null || store.missing.length === 0
        ? null
        : `These migrations have not been applied to the database: ${store.missing.join(', ')}. "npm run deploy" applies them, or: npx wrangler d1 migrations apply DB --remote`,
  },
  {
    name: 'postmaster-unreachable',
    find: ({ mail }) =>
      mail === null ? 'The Postmaster did not answer in time, or answered with an error: see the log.' : null,
  },
  {
    name: 'sample-sender',
    find: ({ config, publication: { from, postalAddress } }) => {
      const sample = [from, postalAddress].find(isSample);
      return config.local || sample === undefined
        ? null
        : `content/publication.ts still has a sample value: ${sample}. Write your own sender and postal address there.`;
    },
  },
  {
    name: 'other-host',
    find: ({ config, host }) =>
      config.local || host === new URL(config.siteUrl).host
        ? null
        : `This request came to ${host}, but the links in mails lead to ${config.siteUrl}. If that host does not lead to this Worker, change SITE_URL in wrangler.toml, or route the host to it.`,
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
        ? 'No tick of the clock has finished yet. Check the Cron Triggers of the Worker, and its log.'
        : `The last tick of the clock that finished was at ${time(last)}. Check the Cron Triggers of the Worker, and its log.`;
    },
  },
  {
    name: 'daily-quota-used-up',
    find: ({ mail }) =>
      mail?.quotaUntil == null
        ? null
        : `The daily quota of the Resend account is used up. Sending continues at about ${time(mail.quotaUntil)}.`,
  },
  {
    name: 'mail-refused',
    find: ({ mail, at }) => {
      const refused = mail?.lastMailRefusal;
      if (refused == null || at - refused.at > DAY_MS) return null;
      const next = refused.isWaiting ? 'It will be retried.' : 'It will not be retried.';
      return `At ${time(refused.at)} Resend refused a transactional mail (${refused.purpose}): ${refused.reason} ${next}`;
    },
  },
  {
    name: 'issues-paused',
    find: ({ store, mail }) => {
      const reasons = [
        ...(store?.pausedIssues ?? []).map(({ number, reason }) => `Issue ${number}: ${reason ?? ''}`),
        // D1 may not know yet.
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
        : `Batches that may have been sent: ${mail.openDecisions}. GET /api/issues/:id/batches lists them for an editor to decide.`,
  },
  {
    name: 'drafts-held',
    find: ({ store }) =>
      store === null || store.heldDrafts === 0
        ? null
        : `Issues of the clock that could not be sent and are now drafts: ${store.heldDrafts}. GET /api/issues says why.`,
  },
];

/** Domains that nobody can own (RFC 2606), or the postal address of the sample. */
const isSample = (text: string): boolean =>
  /[@.](example(\.(com|net|org))?|test|invalid|localhost)>?$/i.test(text) ||
  text.includes('12 Sample Street, Exampleton');

const time = (at: number): string => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
