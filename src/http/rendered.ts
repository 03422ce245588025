// An issue as it would be sent now: the frozen bytes, or what approval of the draft would freeze.

import { publication } from '../../content/publication.ts';
import type { Frozen } from '../issue/index.ts';
import { freezeOptions } from '../issue/options.ts';
import type { Preflight } from '../render/index.ts';
import { type RequestTemplate, readRequestTemplate } from '../render/template.ts';
import { type Issue, readEach, readIssue, readParts } from '../store/index.ts';
import type { Deps } from './deps.ts';
import { notFound, Refusal } from './errors.ts';

export async function requireIssue(deps: Deps, id: string): Promise<Issue> {
  const issue = await readIssue(deps.db, id);
  if (issue === null) throw notFound('issue');
  return issue;
}

/** What an issue would send now. `toFreeze` is null once it is approved. */
export type Rendered = {
  readonly sha256: string;
  readonly template: RequestTemplate;
  readonly preflight: Preflight;
  readonly preheader: string;
  readonly toFreeze: Frozen['stored'] | null;
};

export async function loadRendered(deps: Deps, issue: Issue): Promise<Rendered> {
  if (issue.sha256 !== null && issue.templateJson !== null && issue.preflightJson !== null) {
    return {
      sha256: issue.sha256,
      template: readFrozenTemplate(issue.templateJson),
      preflight: JSON.parse(issue.preflightJson) as Preflight,
      preheader: issue.preheader ?? '',
      toFreeze: null,
    };
  }
  const { sha256, template, preflight, preheader, stored } = await freezeDraft(deps, issue);
  return { sha256, template, preflight, preheader, toFreeze: stored };
}

export function readFrozenTemplate(json: string): RequestTemplate {
  const template = readRequestTemplate(json);
  if (template.ok) return template.value;
  throw new Refusal(409, `The stored issue cannot be read: ${template.error}. Take it back to draft.`);
}

async function freezeDraft(deps: Deps, issue: Issue): Promise<Frozen> {
  const { freezeIssue, freezeRoundUp } = await import('../issue/index.ts');
  const options = freezeOptions(deps, publication);
  if (issue.audience === 'weekly') {
    const parts = await readParts(deps.db, issue.partIds);
    if (parts.length === 0)
      throw new Refusal(422, 'All issues of this round-up were stopped, so it has no content.');
    return freezeRoundUp(issue, parts, options);
  }
  const frozen = await freezeIssue(issue, readEach(deps.db, issue.reportIds), options);
  if (frozen.ok) return frozen.value;
  const { reportId, reason, message } = frozen.error;
  throw new Refusal(422, `Report ${reportId}: ${message}`, { reason, report: reportId });
}

export function requirePreflight({ preflight }: Rendered): void {
  if (preflight.ok) return;
  const list = preflight.problems.map(({ message }) => message).join(' ');
  throw new Refusal(422, `It cannot be sent as it is. ${list}`, { preflight });
}

export const toEtag = (sha256: string): string => `"${sha256}"`;
