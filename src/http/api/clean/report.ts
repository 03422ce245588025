// A cleaned report in JSON, and the decisions of an editor about its passages.

import * as z from 'zod';

const span = z.object({
  start: z.int().describe('UTF-16 offset into the raw text, inclusive'),
  end: z.int().describe('UTF-16 offset into the raw text, exclusive'),
});

/** The roles that an editor may give to a passage. */
const EDITABLE_ROLES = ['title', 'dek', 'heading', 'paragraph', 'list-item', 'question', 'answer'] as const;
const roleSchema = z.enum([...EDITABLE_ROLES, 'editor', 'dropped']);
const editableRoleSchema = z.enum(EDITABLE_ROLES);
const passageIdSchema = z.string().min(1).max(40).describe('The `id` of a passage in the ledger');

const wordsSchema = z.string().max(200).regex(/\S/, 'There are no words');

export const overrideSchema = z
  .discriminatedUnion('action', [
    z
      .strictObject({
        action: z.literal('restore'),
        passage: passageIdSchema,
        role: editableRoleSchema.exactOptional().describe('If missing: the role that the text suggests'),
      })
      .describe('Prints a dropped passage'),
    z
      .strictObject({
        action: z.literal('drop'),
        passage: passageIdSchema,
        reason: z.enum(['promo', 'boilerplate']).exactOptional(),
      })
      .describe('Drops a printed passage'),
    z
      .strictObject({ action: z.literal('role'), passage: passageIdSchema, role: editableRoleSchema })
      .describe('Changes the role of a printed passage'),
    z
      .strictObject({
        action: z.literal('split'),
        passage: passageIdSchema,
        before: wordsSchema.describe('The words right before the cut'),
        after: wordsSchema.describe('The words right behind it'),
      })
      .describe('Makes two passages of one. The words must occur together once in it'),
    z
      .strictObject({ action: z.literal('join'), passage: passageIdSchema })
      .describe('Makes one passage of this and the next. Only white space may be between them'),
    z
      .strictObject({
        action: z.literal('add'),
        text: z.string().max(10_000).regex(/\S/, 'The text is empty'),
        at: z.union([
          z.enum(['start', 'end']),
          z.strictObject({ before: passageIdSchema }),
          z.strictObject({ after: passageIdSchema }),
        ]),
      })
      .describe("Prints the editor's own passage"),
  ])
  .describe('A decision of the editor');

const passage = span.extend({
  role: roleSchema,
  reason: z.enum(['duplicate', 'promo', 'boilerplate', 'markup']).exactOptional(),
  rule: z.string().describe('The rule that decided'),
  text: z.string().describe('The passage as it reads after repair'),
  duplicateOf: span.exactOptional().describe('The place of the copy that stays'),
  evidence: z.string().exactOptional().describe('What the rule saw'),
  confidence: z
    .number()
    .min(0)
    .max(1)
    .exactOptional()
    .describe('How sure the cleaner is that the passage is page clutter'),
  doubtful: z
    .literal(true)
    .exactOptional()
    .describe('An editor should look at it: it was nearly cut, or nearly kept'),
  continues: z
    .literal(true)
    .exactOptional()
    .describe('It continues the passage before it, with markup between them'),
  repeat: z
    .enum(['refrain', 'dialogue', 'heading', 'answer', 'row', 'restored'])
    .exactOptional()
    .describe('Why it is printed although its words were printed before'),
  override: z.enum(['restored', 'dropped', 'changed', 'added']).exactOptional().describe('An editor decided'),
  edited: z
    .enum(['split', 'joined'])
    .exactOptional()
    .describe('An editor made it of a part of a passage, or of two'),
  was: z
    .object({ role: roleSchema, rule: z.string() })
    .exactOptional()
    .describe('The result of the rules before the editor decided'),
  id: z.string().exactOptional().describe('Identifies the passage in a decision of the editor'),
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
        number: z.int().exactOptional().describe('Of a numbered heading'),
        blocks: z.array(
          z.object({
            kind: z.enum(['paragraph', 'list-item', 'quote', 'row', 'editor']),
            text: z.string(),
            number: z.int().exactOptional().describe('Of an item of a numbered list'),
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
        site: z.string().exactOptional(),
        lang: z.string().exactOptional(),
        sample: z.boolean().exactOptional(),
      })
      .describe("The front matter of a text, or the metadata of an HTML page in the page's own words"),
    ledger: z.array(passage).describe('Every passage of the raw text, in order and without gaps'),
    stats: z
      .object({
        passages: z.int(),
        printed: z.int(),
        duplicate: z.int(),
        promo: z.int(),
        boilerplate: z.int(),
        markup: z.int(),
      })
      .describe('Number of passages by outcome; markup and continued passages do not count'),
    unmatched: z.array(overrideSchema).describe('Decisions whose passage is not, or no longer, in the text'),
  })
  .describe('A cleaned report');
