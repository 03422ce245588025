// POST /api/preview: takes a raw text or an HTML page, answers with the mail that an example reader would get, and stores nothing.

import { type Context, Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as z from 'zod';
import { publication } from '../../../content/publication.ts';
import { freezeOptions } from '../../issue/options.ts';
import type { Deps } from '../deps.ts';
import { answerPreview } from '../preview.ts';
import { limitReport, rawReportBody, readSource, refuseText, requireReportType } from './clean/raw-report.ts';
import { jsonAnswer, problems, textSchema } from './describe.ts';

const finding = z.object({ code: z.string(), message: z.string() });

const previewSchema = z.object({
  subject: z.string(),
  preheader: z.string(),
  html: z.string(),
  text: z.string(),
  preflight: z.object({
    ok: z.boolean().describe('False: sending would be refused'),
    problems: z.array(finding),
    warnings: z.array(finding),
    htmlBytes: z.int(),
  }),
});

/** A mail in its three forms, for one of a route's `responses`. */
export const previewAnswer = {
  description: 'The mail, with the links of an example reader',
  content: {
    ...jsonAnswer('', previewSchema).content,
    'text/html': textSchema,
    'text/plain': textSchema,
  },
};

const description = describeRoute({
  summary: 'Preview the mail that a raw report makes',
  description: 'Answers by Accept: text/html, text/plain, or JSON with everything. Nothing is stored.',
  requestBody: rawReportBody,
  responses: { 200: previewAnswer, ...problems(415, 422) },
});

export const previewApi = (deps: Deps): Hono =>
  new Hono().post('/', description, requireReportType(), limitReport(), (c) => preview(deps, c));

async function preview(deps: Deps, c: Context): Promise<Response> {
  const { freezeExample } = await import('../../issue/index.ts');
  const frozen = await freezeExample(await readSource(c), freezeOptions(deps, publication));
  if (!frozen.ok) throw refuseText(frozen.error);
  return answerPreview(c, deps, frozen.value);
}
