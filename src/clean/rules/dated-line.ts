// "Reviewed by our team · Last checked 3 days ago": a line of short parts below a headline, one of them a date.

import { collapseSpaces, lineForm } from '../ledger/dedupe-key.ts';
import { sizeOf } from '../shape.ts';
import type { Segment } from '../split/segment.ts';
import { stampKind } from '../stamp.ts';
import type { PageDocument, Rule } from '../story.ts';

const MAX_LENGTH = 18;
const MAX_PART = 8;
/** A shorter line above it may be the name of a section, and this the title. */
const MIN_TITLE = 4;
/** More of them are a schedule. */
const MOST = 3;

export const datedLine: Rule = {
  id: 'dated-line',
  why: 'a date among short parts between title and opening says when and by whom the page was made',
  find: (story) => {
    let titled = false;
    const found = new Map<Segment, string>();
    for (const unit of story.segments.slice(0, story.headEnd())) {
      if (unit.verdict !== null || unit.level > 0) continue;
      const date = titled ? dateAmong(story, unit) : null;
      if (date !== null) found.set(unit, date);
      titled ||= unit.shape.headline && unit.shape.size >= MIN_TITLE;
    }
    if (found.size > MOST) return;
    for (const [unit, evidence] of found)
      story.settle(unit, { role: 'dropped', rule: 'dated-line', reason: 'boilerplate', evidence });
  },
};

function dateAmong({ page, lexicon }: PageDocument, unit: Segment): string | null {
  if (unit.shape.size > MAX_LENGTH || unit.shape.ending !== 'bare' || !/\p{N}/u.test(unit.text)) return null;
  const raw = page.text.slice(unit.start, unit.end);
  const parts = raw.split(/\s+[|·•/]\s+|\s{2,}|\s(?=\p{Lo}{1,6}[：:])/u).map(collapseSpaces);
  if (parts.length < 2 || parts.some((part) => sizeOf(part) > MAX_PART)) return null;
  return parts.find((part) => stampKind(lineForm(part), lexicon) !== null) ?? null;
}
