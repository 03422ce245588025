// The audience and the issues of D1, as the dispatcher and the launch see them.

import {
  beginSending,
  countAudience,
  highestActivation,
  moveIssue,
  readAudience,
  readStillActive,
} from '../store/index.ts';
import type { Audience, Issues } from './ports.ts';

export const createAudience = (db: D1Database): Audience => ({
  async measure(filter) {
    const highest = await highestActivation(db);
    const total = await countAudience(db, { filter, maxActivation: highest });
    return { total, highestActivation: highest };
  },
  read: (page) => readAudience(db, page),
  keepActive: (ids, filter) => readStillActive(db, ids, filter),
});

export const createIssues = (db: D1Database, now: () => number): Issues => ({
  async tell({ issueId, runId, sha256, state, reason, at }) {
    // The run may end before its start was written down, so the run id goes first.
    const known = await beginSending(db, issueId, { runId, sha256 }, now());
    if (known === null) return;
    await moveIssue(db, issueId, state, reason, at);
  },
});
