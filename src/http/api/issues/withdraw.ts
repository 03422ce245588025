// Withdrawing an issue before any mail was sent: back to draft, discarded, or its reports used again. A frozen issue is
// never changed: another one replaces it.

import { discardIssue, freeReports, type Issue, returnToDraft } from '../../../store/index.ts';
import type { Deps } from '../../deps.ts';
import { Refusal } from '../../errors.ts';
import { requireIssue } from '../../rendered.ts';
import { locate } from './drafts.ts';
import { type IssueContext, toIssueJson } from './issue.ts';

export async function takeBackToDraft(deps: Deps, c: IssueContext): Promise<Response> {
  const issue = await requireIssue(deps, c.req.param('id'));
  if (issue.state === 'draft') return c.json(toIssueJson(issue));
  if (issue.replacedBy === null) {
    await withdraw(deps, issue);
    const draftId = crypto.randomUUID();
    if (await returnToDraft(deps.db, issue.id, draftId, deps.now()))
      return c.json(toIssueJson(await requireIssue(deps, draftId)), 201, locate(draftId));
  }
  const draft = await requireSuccessor(deps, issue.id);
  if (draft.state !== 'draft')
    throw replaced(draft, `Issue ${draft.number} replaced this one, and is ${draft.state}.`);
  return c.json(toIssueJson(draft), 200, locate(draft.id));
}

export async function discard(deps: Deps, c: IssueContext): Promise<Response> {
  const { id } = await requireIssue(deps, c.req.param('id'));
  await discardIssue(deps.db, id, deps.now());
  const issue = await requireIssue(deps, id);
  if (issue.discardedAt === null) throw cannotDiscard(issue);
  return c.json(toIssueJson(issue));
}

const cannotDiscard = ({ state }: Issue): Refusal =>
  state === 'approved' || state === 'scheduled'
    ? new Refusal(409, `Only a draft can be discarded, and this issue is ${state}: cancel it first.`)
    : new Refusal(409, `It cannot be discarded: this issue is ${state}, and mail may have been sent.`);

export async function reuseReports(deps: Deps, c: IssueContext): Promise<Response> {
  const { id } = await requireIssue(deps, c.req.param('id'));
  await freeReports(deps.db, id, deps.now());
  const issue = await requireIssue(deps, id);
  if (issue.reportsFreedAt === null) throw cannotReuse(issue);
  return c.json(toIssueJson(issue));
}

function cannotReuse({ replacedBy, runId, state }: Issue): Refusal {
  if (replacedBy !== null) return replaced({ id: replacedBy }, `Its reports are in the issue ${replacedBy}.`);
  return runId === null
    ? new Refusal(409, `This issue is ${state}: discard or cancel it first.`)
    : new Refusal(409, 'Its sending has begun, so its reports are used up.');
}

export const replaced = ({ id }: { readonly id: string }, detail: string): Refusal =>
  new Refusal(409, detail, { replacedBy: id });

/** In the Postmaster first: a later start finds the tombstone, and an earlier one is found here. */
export async function withdraw(deps: Deps, issue: Issue): Promise<void> {
  if (issue.state === 'failed' || issue.state === 'sent')
    throw new Refusal(409, `This issue is ${issue.state}: make a copy of it instead.`);
  if (issue.reportsFreedAt !== null)
    throw new Refusal(
      409,
      'Its reports were released, and may be in another issue: make a copy of it instead.',
    );
  if (issue.runId === null && (await deps.postmaster().withdraw(issue.id)).ok) return;
  throw new Refusal(
    409,
    'Its sending has begun, so it stays as it is: pause or cancel it, or make a copy of it.',
  );
}

export async function requireSuccessor(deps: Deps, id: string): Promise<Issue> {
  const { replacedBy, state } = await requireIssue(deps, id);
  if (replacedBy !== null) return requireIssue(deps, replacedBy);
  throw new Refusal(409, `It stays ${state}: its issues are in another round-up by now.`);
}
