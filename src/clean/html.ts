// The cleaner for HTML: the same as for a text, once the page is read. It is an entry of its own, loaded where a page comes
// in, since its tokenizer is large.

import { err, type Result } from '../result.ts';
import { cleanPage, refusal } from './index.ts';
import { type Judge, judge } from './judge/index.ts';
import { readHtml } from './read/html/index.ts';
import type { CleanOptions, CleanProblem, Report } from './report.ts';

/** Longer pages are refused; in UTF-16 units, of which 5 MB hold no more. */
export const MAX_HTML = 5 * 1_048_576;

/**
 * Cleans the HTML source of a page. Offsets are UTF-16 offsets into the source.
 *
 * @param raw the source as it was served, decoded to a string.
 */
export const cleanHtml = (raw: string, options: CleanOptions = {}): Result<Report, CleanProblem> =>
  cleanHtmlBy(judge, raw, options);

/** The same by another judge, to measure it. */
export function cleanHtmlBy(
  by: Judge,
  raw: string,
  options: CleanOptions = {},
): Result<Report, CleanProblem> {
  const problem = refusal(raw, MAX_HTML);
  if (problem !== null) return err(problem);
  const page = readHtml(raw);
  return page === null
    ? err({ reason: 'too-long', message: 'The page has too many elements.' })
    : cleanPage(page, options, by);
}
