// /api/reports: the raw texts that issues are made of. What is stored is the text as it came; it is cleaned
// again whenever it is shown, so a better rule helps every draft.

import { type Context, Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as z from 'zod';
import {
  createReport,
  deleteReport,
  listReports,
  MAX_RAW_BYTES,
  type ReportSummary,
  readReport,
  replaceOverrides,
  replaceReportText,
  retryReport,
} from '../../../store/index.ts';
import type { Deps } from '../../deps.ts';
import { Refusal } from '../../errors.ts';
import { limitBody, readText, requireType } from '../../guards.ts';
import { jsonAnswer, jsonBody, readJson, readQuery } from '../../json.ts';
import { editorOnly, problems } from '../../openapi.ts';
import { idSchema, limitSchema, notFound, readId, timeSchema, toTime } from '../../pagination.ts';
import {
  cleanOrRefuse,
  overrideSchema,
  REPORT_MAX_BYTES,
  REPORT_TYPES,
  rawReportBody,
  reportSchema,
} from '../clean.ts';

const createdSchema = z.object({ id: idSchema });

const summarySchema = z.object({
  id: idSchema,
  name: z
    .string()
    .nullable()
    .describe('The file in content/reports, or null for a report that came over HTTP'),
  title: z.string().nullable(),
  sample: z.boolean().describe('Samples are sent only locally'),
  createdAt: timeSchema,
  updatedAt: timeSchema,
});

const oneSchema = summarySchema.extend({
  raw: z.string(),
  overrides: z.array(overrideSchema).describe("The editor's decisions"),
  report: reportSchema,
});

const changeSchema = z.strictObject({ raw: z.string() });

const overridesSchema = z.strictObject({
  overrides: z.array(overrideSchema).max(1000).describe('Instead of all earlier ones'),
});

const listSchema = z.object({
  reports: z.array(summarySchema).describe('The newest first'),
  next: idSchema.nullable().describe('`before` of the next page, or null on the last one'),
});

const listQuery = z.object({ limit: limitSchema, before: idSchema.optional() });

export function reportsApi(deps: Deps): Hono {
  return new Hono()
    .post(
      '/',
      describeRoute({
        summary: 'Store a raw report',
        security: editorOnly,
        requestBody: rawReportBody,
        responses: { 201: jsonAnswer('It is stored', createdSchema), ...problems(401, 413, 415, 422) },
      }),
      requireType(...REPORT_TYPES),
      limitBody(REPORT_MAX_BYTES),
      async (c) => {
        const report = await checkReport(await readText(c));
        const id = await createReport(deps.db, { ...report, name: null }, deps.now());
        return c.json({ id }, 201, { Location: `/api/reports/${id}` });
      },
    )
    .get(
      '/',
      describeRoute({
        summary: 'List the reports',
        security: editorOnly,
        responses: { 200: jsonAnswer('A page of the list', listSchema), ...problems(401, 422) },
      }),
      readQuery(listQuery),
      async (c) => {
        const { limit, before } = c.req.valid('query');
        const reports = await listReports(deps.db, { limit, beforeId: before ?? null });
        const next = reports.length === limit ? (reports.at(-1)?.id ?? null) : null;
        return c.json({ reports: reports.map(toSummary), next });
      },
    )
    .get(
      '/:id',
      describeRoute({
        summary: 'Show a report: its raw text, and what cleaning makes of it',
        security: editorOnly,
        responses: { 200: jsonAnswer('The report', oneSchema), ...problems(401, 404) },
      }),
      async (c) => answerReport(c, deps, c.req.param('id')),
    )
    .patch(
      '/:id',
      describeRoute({
        summary: "Replace a report's raw text",
        description:
          'Drafts follow; an approved issue keeps its bytes. Overrides stay where their passage stays.',
        security: editorOnly,
        requestBody: {
          ...rawReportBody,
          content: { ...rawReportBody.content, ...jsonBody(changeSchema).content },
        },
        responses: {
          200: jsonAnswer('The report', oneSchema),
          ...problems(400, 401, 404, 413, 415, 422),
        },
      }),
      requireType(...REPORT_TYPES, 'application/json'),
      limitBody(REPORT_MAX_BYTES),
      async (c) => {
        const id = readId(c.req.param('id'), 'report');
        const isJson = /^application\/json/i.test(c.req.header('Content-Type') ?? '');
        const text = await checkReport(isJson ? (await readJson(c, changeSchema)).raw : await readText(c));
        if (!(await replaceReportText(deps.db, id, text, deps.now()))) throw notFound('report');
        return answerReport(c, deps, id);
      },
    )
    .put(
      '/:id/overrides',
      describeRoute({
        summary: "Decide about passages: restore what was cut, drop what was kept, add an editor's own",
        description:
          'The list stands instead of the earlier one, so an empty list undoes everything. A decision whose passage ' +
          'no longer stands in the text is kept, does nothing, and is named in `report.unmatched`.',
        security: editorOnly,
        requestBody: jsonBody(overridesSchema),
        responses: { 200: jsonAnswer('The report', oneSchema), ...problems(400, 401, 404, 413, 415, 422) },
      }),
      limitBody(REPORT_MAX_BYTES),
      async (c) => {
        const id = readId(c.req.param('id'), 'report');
        const { parseOverrides } = await import('../../../clean/index.ts');
        const overrides = parseOverrides((await readJson(c, overridesSchema)).overrides);
        if (!overrides.ok)
          throw new Refusal(422, overrides.error.message, { reason: overrides.error.reason });
        const stored = await readReport(deps.db, id);
        if (stored === null) throw notFound('report');
        const { title, meta } = await cleanOrRefuse(stored.raw, { overrides: overrides.value });
        const decided = { overrides: overrides.value, title: title ?? meta.title ?? null };
        if (!(await replaceOverrides(deps.db, id, decided, deps.now()))) throw notFound('report');
        return answerReport(c, deps, id);
      },
    )
    .post(
      '/:id/retry',
      describeRoute({
        summary: 'Have the clock try a report again',
        description:
          'Cleaning a text may take longer than the platform allows. After three tries that did not end the clock ' +
          'leaves the report out and names it in the note of the slot; changing its text or its overrides lets the ' +
          'clock try it again, and so does this.',
        security: editorOnly,
        responses: { 204: { description: 'The next issue may have it' }, ...problems(401, 404) },
      }),
      async (c) => {
        if (!(await retryReport(deps.db, readId(c.req.param('id'), 'report')))) throw notFound('report');
        return c.body(null, 204);
      },
    )
    .delete(
      '/:id',
      describeRoute({
        summary: 'Delete a report that stands in no issue',
        security: editorOnly,
        responses: { 204: { description: 'It is gone' }, ...problems(401, 404, 409) },
      }),
      async (c) => {
        switch (await deleteReport(deps.db, readId(c.req.param('id'), 'report'))) {
          case 'deleted':
            return c.body(null, 204);
          case 'in-use':
            throw new Refusal(409, 'An issue is made of this report: it stays as the source of that issue.');
          case 'unknown':
            throw notFound('report');
        }
      },
    );
}

/** What is stored beside a raw text; refuses one that cannot be cleaned or kept. */
async function checkReport(raw: string): Promise<{ raw: string; title: string | null; isSample: boolean }> {
  const report = await cleanOrRefuse(raw);
  // A text in another charset may grow when it becomes UTF-8.
  if (new TextEncoder().encode(raw).length > MAX_RAW_BYTES)
    throw new Refusal(413, 'The text is larger than 1.9 MB when it is written in UTF-8.');
  return {
    raw,
    title: report.title ?? report.meta.title ?? null,
    isSample: report.meta.sample === true,
  };
}

async function answerReport(c: Context, deps: Deps, param: string): Promise<Response> {
  const stored = await readReport(deps.db, readId(param, 'report'));
  if (stored === null) throw notFound('report');
  const { raw, overrides } = stored;
  const report = await cleanOrRefuse(raw, { overrides });
  return c.json({ ...toSummary(stored), raw, overrides, report });
}

const toSummary = (report: ReportSummary) => ({
  id: report.id,
  name: report.name,
  title: report.title,
  sample: report.isSample,
  createdAt: toTime(report.createdAt),
  updatedAt: toTime(report.updatedAt),
});
