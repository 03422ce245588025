// The cleaner for HTML: the same as for a text, once the page is read. It is an entry of its own, loaded where a page comes
// in, since its tokenizer is large.

import { err, type Result } from '../result.ts';
import { cleanPage, refusal } from './index.ts';
import { createHtmlJudge, type Judge } from './judge/index.ts';
import { MARKUP } from './judge/weights/markup.gen.ts';
import type { Page } from './page.ts';
import { readHtml } from './read/html/index.ts';
import type { CleanOptions, CleanProblem, Report } from './report.ts';

/** Longer pages are refused; in UTF-16 units, of which 5 MB hold no more. */
export const MAX_HTML = 5 * 1_048_576;

const TOO_LONG =
  'The page has more than 1 MB of visible text, 60,000 lines or 200,000 elements. Make several reports of it.';

/**
 * Cleans the HTML source of a page. Offsets are UTF-16 offsets into the source.
 *
 * @param raw the source as it was served, decoded to a string.
 */
export const cleanHtml = (raw: string, options: CleanOptions = {}): Result<Report, CleanProblem> =>
  cleanHtmlBy(htmlJudge, raw, options);

const htmlJudge = createHtmlJudge(MARKUP);

/** The same by another judge, to measure it. */
export function cleanHtmlBy(
  by: Judge,
  raw: string,
  options: CleanOptions = {},
): Result<Report, CleanProblem> {
  const problem = refusal(raw, MAX_HTML);
  if (problem !== null) return err(problem);
  const page = readHtml(raw);
  if (page === null) return err({ reason: 'too-long', message: TOO_LONG });
  const without = lacksStory(page);
  return without === null ? cleanPage(page, options, by) : err(without);
}

/** A page with fewer words, and none of them in a longer line, shows its text with a script, or has no text. */
const MIN_WORDS = 60;
const MIN_LINE = 9;

function lacksStory({ outline }: Page): CleanProblem | null {
  if (outline === null || outline.longest >= MIN_LINE) return null;
  const { size, linked } = outline.total;
  if (outline.hasScripts && size < MIN_WORDS)
    return {
      reason: 'needs-script',
      message:
        'A script writes the text of this page, so its source holds no story. Copy the text from a browser.',
    };
  const isMenu = linked > 0.5 && size * (1 - linked) < MIN_WORDS;
  return isMenu || size === 0 ? { reason: 'no-story', message: 'The page holds no story.' } : null;
}
