// POST /api/clean: raw text in, the Report with its ledger out. Stores nothing.

import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import * as z from 'zod';
import type { CleanOptions, CleanProblem, Report } from '../../clean/index.ts';
import { Refusal } from '../errors.ts';
import { limitBody, MB, readText, requireType } from '../guards.ts';
import { editorOnly, problems } from '../openapi.ts';

export const REPORT_TYPES = ['text/plain', 'text/markdown'] as const;
export const REPORT_MAX_BYTES = MB;

const span = z.object({
  start: z.int().describe('UTF-16 offset into the raw text, inclusive'),
  end: z.int().describe('UTF-16 offset into the raw text, exclusive'),
});

/** What an editor may make of a passage. */
const EDITABLE_ROLES = ['title', 'dek', 'heading', 'paragraph', 'list-item', 'question', 'answer'] as const;
const roleSchema = z.enum([...EDITABLE_ROLES, 'editor', 'dropped']);
const editableRoleSchema = z.enum(EDITABLE_ROLES);
const passageIdSchema = z.string().min(1).max(40).describe('The `id` of a passage in the ledger');

export const overrideSchema = z
  .discriminatedUnion('action', [
    z
      .strictObject({
        action: z.literal('restore'),
        passage: passageIdSchema,
        role: editableRoleSchema.exactOptional().describe('Left out: as what it looks like'),
      })
      .describe('Prints what was dropped'),
    z
      .strictObject({
        action: z.literal('drop'),
        passage: passageIdSchema,
        reason: z.enum(['promo', 'boilerplate']).exactOptional(),
      })
      .describe('Takes out what was printed'),
    z
      .strictObject({ action: z.literal('role'), passage: passageIdSchema, role: editableRoleSchema })
      .describe('Changes what a printed passage is'),
    z
      .strictObject({
        action: z.literal('add'),
        text: z.string().max(10_000).regex(/\S/, 'There is nothing in it'),
        at: z.union([
          z.enum(['start', 'end']),
          z.strictObject({ before: passageIdSchema }),
          z.strictObject({ after: passageIdSchema }),
        ]),
      })
      .describe("Prints a passage of the editor's own"),
  ])
  .describe('A decision of the editor');

const passage = span.extend({
  role: roleSchema,
  reason: z.enum(['duplicate', 'promo', 'boilerplate', 'markup']).exactOptional(),
  rule: z.string().describe('The rule that decided'),
  text: z.string().describe('The passage as it reads after repair'),
  duplicateOf: span.exactOptional().describe('Where the copy that stays stands'),
  evidence: z.string().exactOptional().describe('What the rule saw'),
  continues: z
    .literal(true)
    .exactOptional()
    .describe('It goes on with the passage before it: markup stood between them'),
  repeat: z
    .enum(['refrain', 'dialogue', 'heading', 'answer', 'row', 'restored'])
    .exactOptional()
    .describe('Why it is printed although its words were printed before'),
  override: z.enum(['restored', 'dropped', 'changed', 'added']).exactOptional().describe('An editor decided'),
  was: z
    .object({ role: roleSchema, rule: z.string() })
    .exactOptional()
    .describe('What the rules had said before the editor decided'),
  id: z.string().exactOptional().describe('How a decision of the editor names the passage'),
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
        blocks: z.array(
          z.object({
            kind: z.enum(['paragraph', 'list-item', 'quote', 'row', 'verse', 'editor']),
            text: z.string(),
          }),
        ),
      }),
    ),
    faq: z.array(z.object({ question: z.string(), answer: z.array(z.string()) })),
    sources: z.array(z.string()),
    meta: z
      .object({
        title: z.string().exactOptional(),
        source: z.string().exactOptional(),
        url: z.string().exactOptional(),
        author: z.string().exactOptional(),
        date: z.string().exactOptional(),
        sample: z.boolean().exactOptional(),
      })
      .describe('The front matter of the text'),
    ledger: z.array(passage).describe('Every passage of the raw text, in its order, without a gap'),
    stats: z
      .object({
        passages: z.int(),
        printed: z.int(),
        duplicate: z.int(),
        promo: z.int(),
        boilerplate: z.int(),
        markup: z.int(),
      })
      .describe('How many passages became what; markup and what continues a passage are not counted'),
    unmatched: z
      .array(overrideSchema)
      .describe('Decisions whose passage does not stand in the text, or no longer'),
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

export async function cleanOrRefuse(raw: string, options: CleanOptions = {}): Promise<Report> {
  const { clean } = await import('../../clean/index.ts');
  const cleaned = clean(raw, options);
  if (cleaned.ok) return cleaned.value;
  throw refuseText(cleaned.error);
}

/** The one place where a text that cannot be cleaned becomes an HTTP refusal. */
export const refuseText = ({ message, reason }: CleanProblem): Refusal =>
  new Refusal(422, message, { reason });
