// An issue in JSON, and what an editor may say when making or changing one.

import type { Context } from 'hono';
import type { BlankEnv } from 'hono/types';
import * as z from 'zod';
import { CADENCES, type IssueSummary } from '../../../store/index.ts';
import { toTime, toTimeOrNull } from '../../timestamp.ts';
import { idSchema, limitSchema, timeSchema } from '../pagination.ts';

/** A request to `/api/issues/:id` or below. */
export type IssueContext = Context<BlankEnv, '/:id'>;

export const issueSchema = z.object({
  id: z.uuid(),
  number: z.int(),
  slug: z.string().nullable().describe('Its address in the archive, once approved'),
  state: z.enum(['draft', 'approved', 'scheduled', 'sending', 'paused', 'sent', 'cancelled', 'failed']),
  reason: z.string().nullable().describe('Why it is paused or failed, or why the clock left it as a draft'),
  origin: z.enum(['editor', 'clock']),
  audience: z
    .enum(CADENCES)
    .describe('Its recipients: subscribers to every issue, or to the weekly round-up'),
  reports: z.array(idSchema),
  issues: z.array(z.uuid()).describe('What a round-up is made of'),
  subject: z
    .string()
    .nullable()
    .describe("In a draft the editor's own subject, or null for that of the reports"),
  preheader: z.string().nullable(),
  sha256: z.string().nullable().describe('Of the frozen bytes, once approved'),
  runId: z.string().nullable(),
  scheduledAt: timeSchema.nullable(),
  holdUntil: timeSchema.nullable().describe('Until then no mail is sent, and cancelling undoes the sending'),
  createdAt: timeSchema,
  updatedAt: timeSchema,
  approvedAt: timeSchema.nullable(),
  sentAt: timeSchema.nullable(),
  replacedBy: z
    .uuid()
    .nullable()
    .describe('The issue that replaced this one when it was returned to draft or moved'),
  discardedAt: timeSchema.nullable().describe('From then on it is listed with `?discarded=true` only'),
  reportsFreedAt: timeSchema.nullable().describe('From then on the clock may use its reports again'),
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

const changes = {
  reports: z
    .array(idSchema)
    .min(1)
    .max(50)
    .refine((ids) => new Set(ids).size === ids.length, 'A report may be in an issue only once')
    .describe('In the order in which they are printed'),
  subject: z.string().max(300).nullable().describe('Null: that of the reports'),
  preheader: z.string().max(500).nullable().describe('Null: that of the reports'),
};

export const changeSchema = z.strictObject(changes).partial();

export const newIssueSchema = changeSchema
  .extend({
    audience: z
      .enum(CADENCES)
      .default('every')
      .describe('`weekly`: a round-up of the issues of the last seven days, for subscribers who chose it'),
  })
  .refine(
    ({ audience, reports }) => (audience === 'weekly') === (reports === undefined),
    'An issue for `every` needs reports; one for `weekly` is made of issues and takes none',
  );

export const createdSchema = z.object({ id: z.uuid() });

export const issueListSchema = z.object({
  issues: z.array(issueSchema).describe('Newest first'),
  next: z.int().nullable().describe('`before` of the next page, or null on the last one'),
});

export const issueListQuery = z.object({
  limit: limitSchema,
  before: z.coerce.number().int().optional().describe('The number of an issue'),
  discarded: z.enum(['true', 'false']).default('false').describe('`true`: discarded issues, too'),
});
