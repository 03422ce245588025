// POST /api/preview: raw text in, the mail out, as an example reader would get it. Stores nothing.

import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import * as z from 'zod';
import { publication } from '../../../content/publication.ts';
import { freezeOptions } from '../../issue/options.ts';
import type { Deps } from '../deps.ts';
import { limitBody, readText, requireType } from '../guards.ts';
import { editorOnly, problems } from '../openapi.ts';
import { answerPreview } from '../preview.ts';
import { REPORT_MAX_BYTES, REPORT_TYPES, rawReportBody, refuseText } from './clean.ts';

const finding = z.object({ code: z.string(), message: z.string() });

export const previewSchema = z.object({
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

export function previewApi(deps: Deps): Hono {
  return new Hono().post(
    '/',
    describeRoute({
      summary: 'Preview the mail that a raw report makes',
      description: 'Answers by Accept: text/html, text/plain, or JSON with everything. Nothing is stored.',
      security: editorOnly,
      requestBody: rawReportBody,
      responses: {
        200: {
          description: 'The mail, with the links of an example reader',
          content: {
            'application/json': { schema: resolver(previewSchema) },
            'text/html': { schema: { type: 'string' } },
            'text/plain': { schema: { type: 'string' } },
          },
        },
        ...problems(401, 413, 415, 422),
      },
    }),
    requireType(...REPORT_TYPES),
    limitBody(REPORT_MAX_BYTES),
    async (c) => {
      const { freezeExample } = await import('../../issue/index.ts');
      const frozen = await freezeExample(await readText(c), freezeOptions(deps, publication));
      if (!frozen.ok) throw refuseText(frozen.error);
      return answerPreview(c, deps, frozen.value);
    },
  );
}
