// What the routes of an issue share: how it looks in JSON, its present bytes, and the If-Match that names them.

import type { Context } from 'hono';
import * as z from 'zod';
import { publication } from '../../../../content/publication.ts';
import type { Frozen } from '../../../issue/index.ts';
import { freezeOptions } from '../../../issue/options.ts';
import type { Preflight } from '../../../render/index.ts';
import type { RequestTemplate } from '../../../render/template.ts';
import {
  CADENCES,
  type Issue,
  type IssueSummary,
  readIssue,
  readParts,
  readReports,
} from '../../../store/index.ts';
import type { Deps } from '../../deps.ts';
import { Refusal } from '../../errors.ts';
import { idSchema, notFound, timeSchema, toTime, toTimeOrNull } from '../../pagination.ts';

export const issueSchema = z.object({
  id: z.uuid(),
  number: z.int(),
  slug: z.string().nullable().describe('Its place in the archive, from approval on'),
  state: z.enum(['draft', 'approved', 'scheduled', 'sending', 'paused', 'sent', 'cancelled', 'failed']),
  reason: z.string().nullable().describe('Why it is paused or failed, or why the clock left it as a draft'),
  origin: z.enum(['editor', 'clock']),
  audience: z.enum(CADENCES).describe('Who gets it: readers of every issue, or of the weekly round-up'),
  reports: z.array(idSchema),
  issues: z.array(z.uuid()).describe('What a round-up is made of'),
  subject: z
    .string()
    .nullable()
    .describe("In a draft the editor's own words, or null for those of the reports"),
  preheader: z.string().nullable(),
  sha256: z.string().nullable().describe('Of the frozen bytes, from approval on'),
  runId: z.string().nullable(),
  scheduledAt: timeSchema.nullable(),
  holdUntil: timeSchema.nullable().describe('Until then nothing leaves, and cancelling undoes the sending'),
  createdAt: timeSchema,
  updatedAt: timeSchema,
  approvedAt: timeSchema.nullable(),
  sentAt: timeSchema.nullable(),
  replacedBy: z
    .uuid()
    .nullable()
    .describe('The issue that stands in the place of this one, since it went back to draft or was moved'),
  discardedAt: timeSchema.nullable().describe('From then on it is in no list but with `?discarded=true`'),
  reportsFreedAt: timeSchema.nullable().describe('From then on the clock may take its reports again'),
});

export const toIssueJson = (issue: IssueSummary): z.infer<typeof issueSchema> => ({
  id: issue.id,
  number: issue.number,
  slug: issue.slug,
  state: issue.state,
  reason: issue.reason,
  origin: issue.origin,
  audience: issue.audience,
  reports: issue.reportIds,
  issues: issue.partIds,
  subject: issue.subject,
  preheader: issue.preheader,
  sha256: issue.sha256,
  runId: issue.runId,
  scheduledAt: toTimeOrNull(issue.scheduledAt),
  holdUntil: toTimeOrNull(issue.holdUntil),
  createdAt: toTime(issue.createdAt),
  updatedAt: toTime(issue.updatedAt),
  approvedAt: toTimeOrNull(issue.approvedAt),
  sentAt: toTimeOrNull(issue.sentAt),
  replacedBy: issue.replacedBy,
  discardedAt: toTimeOrNull(issue.discardedAt),
  reportsFreedAt: toTimeOrNull(issue.reportsFreedAt),
});

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

/** The frozen bytes, or what a draft's approval would freeze. */
export async function loadRendered(deps: Deps, issue: Issue): Promise<Rendered> {
  if (issue.sha256 !== null && issue.templateJson !== null && issue.preflightJson !== null) {
    return {
      sha256: issue.sha256,
      template: JSON.parse(issue.templateJson) as RequestTemplate,
      preflight: JSON.parse(issue.preflightJson) as Preflight,
      preheader: issue.preheader ?? '',
      toFreeze: null,
    };
  }
  const { sha256, template, preflight, preheader, stored } = await freezeDraft(deps, issue);
  return { sha256, template, preflight, preheader, toFreeze: stored };
}

async function freezeDraft(deps: Deps, issue: Issue): Promise<Frozen> {
  const { freezeIssue, freezeRoundUp } = await import('../../../issue/index.ts');
  const options = freezeOptions(deps, publication);
  if (issue.audience === 'weekly') {
    const parts = await readParts(deps.db, issue.partIds);
    if (parts.length === 0)
      throw new Refusal(422, 'All issues of this round-up were stopped: there is nothing to tell.');
    return freezeRoundUp(issue, parts, options);
  }
  const frozen = await freezeIssue(issue, await readReports(deps.db, issue.reportIds), options);
  if (frozen.ok) return frozen.value;
  const { reportId, reason, message } = frozen.error;
  throw new Refusal(422, `Report ${reportId}: ${message}`, { reason, report: reportId });
}

export function requirePreflight({ preflight }: Rendered): void {
  if (preflight.ok) return;
  const list = preflight.problems.map(({ message }) => message).join(' ');
  throw new Refusal(422, `It cannot be sent as it is. ${list}`, { preflight });
}

export const ifMatchParameter = {
  in: 'header',
  name: 'If-Match',
  required: true,
  description: 'The ETag of the preview that was approved',
  schema: { type: 'string' },
} as const;

/** What If-Match names; without one nothing is approved blindly. */
export function readIfMatch(c: Context): readonly string[] {
  const header = c.req.header('If-Match')?.trim();
  if (!header) throw new Refusal(428, 'Send If-Match with the ETag of the preview that you approve.');
  const quoted = Array.from(header.matchAll(/(?:W\/)?"([^"]*)"/g), ([, tag]) => tag ?? '');
  return quoted.length > 0 ? quoted : [header];
}

/** `*` names no bytes, so it approves none. */
export function requireMatch(wanted: readonly string[], { sha256 }: Rendered): void {
  if (!wanted.includes(sha256))
    throw new Refusal(412, 'The issue is not what If-Match names: look at its preview again.', {
      etag: toEtag(sha256),
    });
}

export const toEtag = (sha256: string): string => `"${sha256}"`;
