// A report in JSON, and what an editor may send about one.

import type { Context } from 'hono';
import type { BlankEnv } from 'hono/types';
import * as z from 'zod';
import type { ReportSummary } from '../../../store/index.ts';
import { toTime } from '../../timestamp.ts';
import { reportSchema as cleanedSchema, overrideSchema } from '../clean/report.ts';
import { idSchema, limitSchema, timeSchema } from '../pagination.ts';

/** A request to `/api/reports/:id` or below. */
export type ReportContext = Context<BlankEnv, '/:id'>;

export const createdSchema = z.object({ id: idSchema });

const summarySchema = z.object({
  id: idSchema,
  name: z
    .string()
    .nullable()
    .describe('The file in content/reports, or null for a report that was sent over HTTP'),
  format: z.enum(['text', 'html']).describe('What the raw text is, by the Content-Type with which it came'),
  title: z.string().nullable(),
  sample: z.boolean().describe('Samples are sent only locally'),
  createdAt: timeSchema,
  updatedAt: timeSchema,
});

export const storedReportSchema = summarySchema.extend({
  raw: z
    .string()
    .describe('Empty once the source of a page was deleted (`keepSourcesDays` after its issue was sent)'),
  overrides: z.array(overrideSchema).describe("The editor's decisions"),
  report: cleanedSchema.nullable().describe('Null without its raw text'),
});

export const changeSchema = z.strictObject({ raw: z.string() });

export const overridesSchema = z.strictObject({
  overrides: z.array(overrideSchema).max(1000).describe('They replace all earlier ones'),
});

export const reportListSchema = z.object({
  reports: z.array(summarySchema).describe('Newest first'),
  next: idSchema.nullable().describe('`before` of the next page, or null on the last one'),
});

export const reportListQuery = z.object({ limit: limitSchema, before: idSchema.optional() });

export const toSummaryJson = (report: ReportSummary): z.infer<typeof summarySchema> => ({
  id: report.id,
  name: report.name,
  format: report.format,
  title: report.title,
  sample: report.isSample,
  createdAt: toTime(report.createdAt),
  updatedAt: toTime(report.updatedAt),
});
