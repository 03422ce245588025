// An editor cuts a passage in two, or makes one of two. The words stay as they are.

import type { Segment, Verdict } from '../split/segment.ts';
import { withEnd } from '../split/segments.ts';
import type { PageDocument } from '../story.ts';
import type { PrintedRole } from './passage.ts';

/** What the second half of a split is, where a report has one of that kind or it needs a partner. */
const SECOND: Partial<Record<PrintedRole, PrintedRole>> = {
  title: 'paragraph',
  dek: 'paragraph',
  heading: 'paragraph',
  question: 'answer',
};

/** @returns false when the words do not stand there, or stand there more than once. */
export function splitBetween(
  story: PageDocument,
  unit: Segment,
  { before, after }: { before: string; after: string },
): boolean {
  const text = story.page.text.slice(unit.start, unit.end);
  const cuts = [...text.matchAll(new RegExp(`${pattern(before)}\\s*(?=${pattern(after)})`, 'gu'))];
  const [cut] = cuts;
  if (cut === undefined || cuts.length > 1) return false;
  const { verdict } = unit;
  const parts = story.splitAll(unit, [unit.start + cut.index + cut[0].length]);
  if (parts.length < 2) return false;
  parts.forEach(({ segment }, i) => {
    segment.verdict = verdict === null ? null : edited(verdict, 'split', i);
  });
  return true;
}

/** @returns false at the end of the text, and where more than white space stands between the two. */
export function joinNext(story: PageDocument, unit: Segment): boolean {
  const at = story.placeOf(unit);
  const next = story.segments[at + 1];
  if (at === -1 || next === undefined || unit.verdict?.role === 'editor' || next.verdict?.role === 'editor')
    return false;
  if (story.page.text.slice(unit.end, next.start).trim() !== '') return false;
  const joined = withEnd(unit, next, story.page, story.lexicon);
  joined.verdict = unit.verdict === null ? null : edited(unit.verdict, 'joined', 0);
  story.segments.splice(at, 2, joined);
  return true;
}

function edited(verdict: Verdict, how: 'split' | 'joined', part: number): Verdict {
  if (verdict.role === 'dropped' || part === 0) return { ...verdict, edited: how };
  return { ...verdict, role: SECOND[verdict.role] ?? verdict.role, edited: how };
}

/** Words with any white space between them, as they are read from a text. */
const pattern = (words: string): string =>
  words
    .trim()
    .split(/\s+/u)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'))
    .join('\\s+');
