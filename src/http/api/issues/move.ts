// Moving a scheduled issue to another time: an issue with the same content, but with its own id and so its own hash,
// replaces it.

import { hashTemplate, renameTemplate } from '../../../render/template.ts';
import { type Issue, type Moved, replaceScheduled } from '../../../store/index.ts';
import type { Deps } from '../../deps.ts';
import { Refusal } from '../../errors.ts';
import { readFrozenTemplate, requireIssue, toEtag } from '../../rendered.ts';
import { readJson } from '../json.ts';
import { locate } from './drafts.ts';
import { type IssueContext, toIssueJson } from './issue.ts';
import { launchOrPlan, moveSchema } from './sending/send.ts';
import { replaced, requireSuccessor, withdraw } from './withdraw.ts';

export async function move(deps: Deps, c: IssueContext): Promise<Response> {
  const wanted = Date.parse((await readJson(c, moveSchema)).at);
  const issue = await requireIssue(deps, c.req.param('id'));
  const { id } = await moveTo(deps, issue, wanted);
  const moved = await launchOrPlan(deps, id);
  c.header('ETag', toEtag(moved.sha256 ?? ''));
  return c.json(toIssueJson(moved), 202, locate(id));
}

/** @returns the issue that replaced this one, now or earlier, and has the wanted time. */
async function moveTo(deps: Deps, issue: Issue, wanted: number): Promise<Issue> {
  if (issue.replacedBy === null) {
    const rename = await readScheduled(issue);
    await withdraw(deps, issue);
    const now = deps.now();
    await replaceScheduled(deps.db, issue.id, await rename(crypto.randomUUID()), Math.max(now, wanted), now);
  }
  const successor = await requireSuccessor(deps, issue.id);
  const { number, state, createdAt, scheduledAt } = successor;
  if (state === 'cancelled' || scheduledAt !== Math.max(createdAt, wanted))
    throw replaced(successor, `Issue ${number} replaced this one, and is ${state}: move that one.`);
  return successor;
}

/** @returns a function that makes another issue of the approved bytes; refuses an issue that has no time. */
async function readScheduled(issue: Issue): Promise<(id: string) => Promise<Moved>> {
  const { state, scheduledAt, templateJson, sha256, slug } = issue;
  if (state === 'draft' || state === 'approved')
    throw new Refusal(409, `This issue is ${state}, so it has no time yet: send it with {"at": …}.`);
  if (scheduledAt === null || templateJson === null)
    throw new Refusal(409, `This issue is ${state} and was never scheduled: take it back to draft.`);
  if (state === 'paused' && issue.runId === null)
    throw new Refusal(409, `This issue is paused (${issue.reason}): take it back to draft.`);
  const template = readFrozenTemplate(templateJson);
  if ((await hashTemplate(template)) !== sha256)
    throw new Refusal(409, 'The stored issue differs from what was approved: take it back to draft.');
  return async (id) => {
    const to = slug === null ? null : renameSlug(slug, issue.id, id);
    const renamed = renameTemplate(template, id, slug === null || to === null ? null : { from: slug, to });
    return { id, slug: to, templateJson: JSON.stringify(renamed), sha256: await hashTemplate(renamed) };
  };
}

/** It ends with the first digits of the issue's id. The new one is as long, so no line of the mail changes its length. */
const renameSlug = (slug: string, from: string, to: string): string =>
  slug.endsWith(from.slice(0, 8)) ? `${slug.slice(0, -8)}${to.slice(0, 8)}` : `${slug}-${to.slice(0, 8)}`;
