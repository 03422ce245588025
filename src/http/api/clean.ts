// POST /api/clean: raw text in, the Report with its ledger out. Stores nothing.

import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import * as z from 'zod';
import type { CleanOptions, Report } from '../../clean/index.ts';
import { Refusal } from '../errors.ts';
import { limitBody, MB, readText, requireType } from '../guards.ts';
import { editorOnly, problems } from './openapi.ts';

export const REPORT_TYPES = ['text/plain', 'text/markdown'] as const;
export const REPORT_MAX_BYTES = MB;

const span = z.object({
  start: z.int().describe('UTF-16 offset into the raw text, inclusive'),
  end: z.int().describe('UTF-16 offset into the raw text, exclusive'),
});

const passage = span.extend({
  role: z.enum([
    'title',
    'dek',
    'heading',
    'paragraph',
    'list-item',
    'question',
    'answer',
    'editor',
    'dropped',
  ]),
  reason: z.enum(['duplicate', 'promo', 'boilerplate', 'markup']).optional(),
  rule: z.string().describe('The rule that decided'),
  text: z.string().describe('The passage as it reads after repair'),
  duplicateOf: span.optional().describe('Where the copy that stays stands'),
  id: z.string().optional().describe('How a decision of the editor names the passage'),
  override: z.enum(['restored', 'dropped', 'changed', 'added']).optional().describe('An editor decided'),
});

export const reportSchema = z
  .object({
    lang: z.string(),
    dir: z.enum(['ltr', 'rtl']),
    title: z.string().nullable(),
    dek: z.string().nullable(),
    sections: z.array(
      z.object({
        heading: z.string().nullable(),
        blocks: z.array(z.object({ kind: z.string(), text: z.string() })),
      }),
    ),
    faq: z.array(z.object({ question: z.string(), answer: z.array(z.string()) })),
    sources: z.array(z.string()),
    ledger: z.array(passage).describe('Every passage of the raw text, in its order, without a gap'),
    stats: z.record(z.string(), z.int()),
  })
  .describe('A cleaned report');

/** The request body of every route that takes a raw report. */
export const rawReportBody = {
  required: true,
  content: Object.fromEntries(
    REPORT_TYPES.map((type) => [type, { schema: { type: 'string', maxLength: REPORT_MAX_BYTES } as const }]),
  ),
};

export function cleanApi(): Hono {
  return new Hono().post(
    '/',
    describeRoute({
      summary: 'Clean a raw report',
      description: 'Answers what is printed, what is cut and why. Nothing is stored.',
      security: editorOnly,
      requestBody: rawReportBody,
      responses: {
        200: {
          description: 'The cleaned report',
          content: { 'application/json': { schema: resolver(reportSchema) } },
        },
        ...problems(401, 413, 415, 422),
      },
    }),
    requireType(...REPORT_TYPES),
    limitBody(REPORT_MAX_BYTES),
    async (c) => c.json(await cleanOrRefuse(await readText(c))),
  );
}

/** The one place where a text that cannot be cleaned becomes an HTTP refusal. */
export async function cleanOrRefuse(raw: string, options: CleanOptions = {}): Promise<Report> {
  const { clean } = await import('../../clean/index.ts');
  const cleaned = clean(raw, options);
  if (cleaned.ok) return cleaned.value;
  throw new Refusal(422, cleaned.error.message, { reason: cleaned.error.reason });
}
