// POST /api/clean: takes a raw text or an HTML page, answers with the report and its ledger, and stores nothing.

import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import { jsonAnswer, problems } from '../describe.ts';
import { cleanOrRefuse, limitReport, rawReportBody, readSource, requireReportType } from './raw-report.ts';
import { reportSchema } from './report.ts';

const description = describeRoute({
  summary: 'Clean a raw report',
  description: 'Answers what is printed, what is cut and why. Nothing is stored.',
  requestBody: rawReportBody,
  responses: { 200: jsonAnswer('The cleaned report', reportSchema), ...problems(415, 422) },
});

export const cleanApi = (): Hono =>
  new Hono().post('/', description, requireReportType(), limitReport(), async (c) =>
    c.json(await cleanOrRefuse(await readSource(c))),
  );
