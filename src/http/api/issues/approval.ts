// An editor approves a preview by its hash. From then on the bytes are frozen.

import { approveIssue, type Issue } from '../../../store/index.ts';
import type { Deps } from '../../deps.ts';
import { Refusal } from '../../errors.ts';
import { loadRendered, type Rendered, requireIssue, requirePreflight, toEtag } from '../../rendered.ts';
import { readIfMatch, requireMatch } from './if-match.ts';
import type { IssueContext } from './issue.ts';
import { toApprovedJson } from './sending/forecast.ts';

export async function approve(deps: Deps, c: IssueContext): Promise<Response> {
  const wanted = readIfMatch(c);
  const issue = await requireIssue(deps, c.req.param('id'));
  const rendered = await loadRendered(deps, issue);
  requireMatch(wanted, rendered);
  const approved = await freeze(deps, issue, rendered);
  c.header('ETag', toEtag(rendered.sha256));
  return c.json(await toApprovedJson(deps, approved));
}

async function freeze(deps: Deps, issue: Issue, rendered: Rendered): Promise<Issue> {
  if (rendered.toFreeze !== null) {
    if (issue.state !== 'draft') throw new Refusal(409, `This issue is ${issue.state}.`);
    requirePreflight(rendered);
    await approveIssue(deps.db, issue.id, issue.revision, rendered.toFreeze, null, deps.now());
  }
  const approved = await requireIssue(deps, issue.id);
  if (approved.sha256 !== rendered.sha256)
    throw new Refusal(409, 'Somebody changed the issue just now: look at its preview again.');
  return approved;
}
