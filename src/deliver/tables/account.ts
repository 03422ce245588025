// What replies taught about the provider's account, kept across restarts: its rate limit and its daily quota.

import { DOCUMENTED_PACE, type Pace } from '../policy/pace.ts';
import { type Quota, UNKNOWN_QUOTA } from '../policy/quota.ts';
import { DAY_MS } from './sent-mails.ts';
import type { Storage } from './storage.ts';

export type Account = { readonly pace: Pace; readonly quota: Quota };

type Row = {
  per_window: number;
  window_ms: number;
  quota_used: number | null;
  quota_told_at: number | null;
  quota_others: number;
  quota_limit: number | null;
  quota_until: number | null;
  quota_waits: number;
};

/** From writing an attempt to its call. */
const BEFORE_CALL_MS = 100;

export function readAccount({ sql }: Storage): Account {
  const [row] = sql.exec<Row>('SELECT * FROM account').toArray();
  const perWindow = row?.per_window ?? DOCUMENTED_PACE.perWindow;
  // The requests of the previous process count, too; they left a moment after they were written.
  const recent = sql
    .exec<{ at: number }>('SELECT started_at AS at FROM attempts ORDER BY id DESC LIMIT ?', perWindow)
    .toArray()
    .map(({ at }) => ({ at: at + BEFORE_CALL_MS, tookMs: null }))
    .reverse();
  if (row === undefined) return { pace: { ...DOCUMENTED_PACE, recent }, quota: UNKNOWN_QUOTA };
  return {
    pace: { ...DOCUMENTED_PACE, perWindow, windowMs: row.window_ms, recent },
    quota: {
      reported:
        row.quota_used === null
          ? null
          : { used: row.quota_used, at: row.quota_told_at ?? 0, others: row.quota_others },
      limit: row.quota_limit,
      until: row.quota_until,
      waits: row.quota_waits,
    },
  };
}

export function writeAccount({ sql }: Storage, { pace, quota }: Account): void {
  sql.exec(
    `INSERT OR REPLACE INTO account (id, per_window, window_ms, quota_day, quota_used, quota_limit, quota_until,
       quota_waits, quota_told_at, quota_others)
     VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)`,
    pace.perWindow,
    pace.windowMs,
    // For versions whose day began at 00:00 UTC.
    Math.floor((quota.reported?.at ?? 0) / DAY_MS),
    quota.reported?.used ?? null,
    quota.limit,
    quota.until,
    quota.waits,
    quota.reported?.at ?? null,
    quota.reported?.others ?? 0,
  );
}

/** Whether the difference is worth a row: a number that grows with every reply comes again with the next one. */
export const isWorthWriting = (before: Account, after: Account): boolean =>
  before.pace.perWindow !== after.pace.perWindow ||
  before.pace.windowMs !== after.pace.windowMs ||
  (before.quota.reported === null) !== (after.quota.reported === null) ||
  before.quota.limit !== after.quota.limit ||
  before.quota.until !== after.quota.until ||
  before.quota.waits !== after.quota.waits;
