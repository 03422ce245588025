// The audience and the issues of D1, as the dispatcher and the launch see them.

import {
  beginSending,
  countAudience,
  findSubscriber,
  highestActivation,
  moveIssue,
  readAudience,
  readStillActive,
} from '../../store/index.ts';
import type { Audience, Issues } from './ports.ts';
import { withTimeout } from './with-timeout.ts';

/** D1 has no time-out of its own, and a call that waits for it here keeps others waiting. */
const TIMEOUT_MS = 10_000;

export const createAudience = (db: D1Database, timeoutMs = TIMEOUT_MS): Audience => ({
  async measure(filter) {
    const highest = await withTimeout(highestActivation(db), timeoutMs);
    const total = await withTimeout(countAudience(db, { filter, maxActivation: highest }), timeoutMs);
    return { total, highestActivation: highest };
  },
  read: (page) => withTimeout(readAudience(db, page), timeoutMs),
  keepActive: (ids, filter) => withTimeout(readStillActive(db, ids, filter), timeoutMs),
  async isActive({ id, email }) {
    const reader = await withTimeout(findSubscriber(db, id), timeoutMs);
    return reader?.state === 'active' && reader.email === email;
  },
});

export const createIssues = (db: D1Database, now: () => number, timeoutMs = TIMEOUT_MS): Issues => ({
  async update({ issueId, runId, sha256, state, reason, at }) {
    // The run may end before its start was written down, so the run id goes first.
    const known = await withTimeout(beginSending(db, issueId, { runId, sha256 }, now()), timeoutMs);
    if (known === null) return;
    await withTimeout(moveIssue(db, issueId, state, reason, at), timeoutMs);
  },
});
