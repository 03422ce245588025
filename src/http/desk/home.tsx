/** @jsxImportSource hono/jsx */
// The issues on the desk, with the reason where a sending waits.

import type { Context } from 'hono';
import { type IssueSummary, listIssues } from '../../store/index.ts';
import type { Deps } from '../deps.ts';
import { Refusal } from '../errors.ts';
import { describeWaiting } from '../waiting.ts';
import { DeskHome } from './home.view.tsx';

const MAX_ISSUES = 50;
/** For so many issues the page asks the Postmaster. */
const MAX_SENDING = 5;

export async function showHome(deps: Deps, c: Context): Promise<Response> {
  const issues = await listIssues(deps.db, { limit: MAX_ISSUES });
  return c.html(<DeskHome issues={issues} waiting={await readWaiting(deps, issues)} />);
}

export async function previewNewest(deps: Deps, c: Context): Promise<Response> {
  const [newest] = await listIssues(deps.db, { limit: 1 });
  if (newest === undefined) throw new Refusal(404, 'There is no issue yet, so there is nothing to preview.');
  return c.redirect(`/desk/issues/${newest.id}/preview`, 303);
}

/** Why the sending of issues waits, by the ids of those that wait. */
async function readWaiting(
  deps: Deps,
  issues: readonly IssueSummary[],
): Promise<ReadonlyMap<string, string>> {
  const sending = issues.filter(({ state }) => state === 'sending').slice(0, MAX_SENDING);
  const waiting = new Map<string, string>();
  for (const { id } of sending) {
    const run = await deps.postmaster().progress(id);
    if (run?.waiting) waiting.set(id, describeWaiting(run.waiting, deps.now()));
  }
  return waiting;
}
