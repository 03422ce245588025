// A raw report as a request body: what every route that takes one accepts, and how one is cleaned or refused.

import type { Context } from 'hono';
import type { CleanOptions, CleanProblem, Report } from '../../../clean/index.ts';
import type { Source } from '../../../clean/source.ts';
import { readHtmlText } from '../../charset.ts';
import { Refusal } from '../../errors.ts';
import { limitBodyByType, MB, mediaType, readText, requireType } from '../../guards.ts';

const TEXT_TYPES = ['text/plain', 'text/markdown'] as const;
const HTML_TYPES = ['text/html', 'application/xhtml+xml'] as const;
const MAX_TEXT_BYTES = MB;
const MAX_HTML_BYTES = 5 * MB;

export const requireReportType = (...others: readonly string[]) =>
  requireType(...TEXT_TYPES, ...HTML_TYPES, ...others);

export const limitReport = () => limitBodyByType(MAX_TEXT_BYTES, HTML_TYPES, MAX_HTML_BYTES);

const bodyOf = (types: readonly string[], maxLength: number, description: string) =>
  types.map((type) => [type, { schema: { type: 'string', maxLength, description } as const }] as const);

/** For a route's `requestBody`. */
export const rawReportBody = {
  description:
    'A text, or an HTML page by its Content-Type. A text is UTF-8 unless the charset parameter says otherwise; a page is read in ' +
    'the encoding of its byte order mark, the charset parameter, or its own `<meta charset>`.',
  required: true,
  content: Object.fromEntries([
    ...bodyOf(TEXT_TYPES, MAX_TEXT_BYTES, 'The text as it was scraped, pasted or forwarded: 1 MB at most'),
    ...bodyOf(
      HTML_TYPES,
      MAX_HTML_BYTES,
      'The source of a page: 5 MB at most. Its tags, scripts and hidden elements are markup',
    ),
  ]),
};

export const readSource = async (c: Context): Promise<Source> =>
  HTML_TYPES.some((type) => type === mediaType(c))
    ? { format: 'html', raw: await readHtmlText(c) }
    : { format: 'text', raw: await readText(c) };

export async function cleanOrRefuse(source: Source, options: CleanOptions = {}): Promise<Report> {
  const { cleanSource } = await import('../../../clean/source.ts');
  const cleaned = await cleanSource(source, options);
  if (cleaned.ok) return cleaned.value;
  throw refuseText(cleaned.error);
}

/** The one place where a text that cannot be cleaned becomes an HTTP refusal. */
export const refuseText = ({ message, reason }: CleanProblem): Refusal =>
  new Refusal(422, message, { reason });
