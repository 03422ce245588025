// A raw report as a request body: what every route that takes one accepts, and how one is cleaned or refused.

import type { CleanOptions, CleanProblem, Report } from '../../../clean/index.ts';
import { Refusal } from '../../errors.ts';
import { limitBody, MB, requireType } from '../../guards.ts';

const TYPES = ['text/plain', 'text/markdown'] as const;
const MAX_BYTES = MB;

export const requireReportType = (...others: readonly string[]) => requireType(...TYPES, ...others);

export const limitReport = () => limitBody(MAX_BYTES);

/** For a route's `requestBody`. */
export const rawReportBody = {
  required: true,
  content: Object.fromEntries(
    TYPES.map((type) => [type, { schema: { type: 'string', maxLength: MAX_BYTES } as const }]),
  ),
};

export async function cleanOrRefuse(raw: string, options: CleanOptions = {}): Promise<Report> {
  const { clean } = await import('../../../clean/index.ts');
  const cleaned = clean(raw, options);
  if (cleaned.ok) return cleaned.value;
  throw refuseText(cleaned.error);
}

/** The one place where a text that cannot be cleaned becomes an HTTP refusal. */
export const refuseText = ({ message, reason }: CleanProblem): Refusal =>
  new Refusal(422, message, { reason });
