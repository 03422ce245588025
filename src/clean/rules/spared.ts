// Text in the words of furniture: the headings "Notice", "Advertisement" and "Sponsored" in a history of newspapers, or
// "Subscribe to silence, somebody wrote on the bench. It stays there until it rains."

import { addresses } from '../languages/pleas.ts';
import type { Segment } from '../split/segment.ts';
import { sentenceSpans } from '../split/sentences.ts';
import type { Rule } from '../story.ts';
import { isProse } from '../story.ts';

const MAX_LENGTH = 3;

export const spared: Rule = {
  id: 'spared',
  why: 'in a text with no other furniture, what looks like its headings and paragraphs is a heading or a paragraph',
  find: ({ segments }) => {
    const seen = new Set<string>();
    let headed = false;
    for (const [i, unit] of segments.entries()) {
      const heads = standsAsHeading(unit, segments[i - 1], segments[i + 1]);
      if (unit.verdict === null) headed ||= heads;
      else if (unit.verdict.role === 'dropped') {
        // A button comes again and again, a heading does not.
        if (seen.has(unit.dedupeKey)) return;
        if (!(heads && unit.shape.size <= MAX_LENGTH) && !tells(unit, segments[i - 1])) return;
        seen.add(unit.dedupeKey);
      }
    }
    if (!headed) return;
    for (const unit of segments) if (unit.verdict?.role === 'dropped') unit.verdict = null;
  },
};

/** A paragraph below another that does not turn to the visitor of the page. */
function tells(unit: Segment, before: Segment | undefined): boolean {
  return (
    unit.verdict?.rule === 'page-notice' &&
    before !== undefined &&
    isProse(before) &&
    isProse(unit) &&
    sentenceSpans(unit.text, 0, unit.text.length).length > 1 &&
    !addresses(unit.normalized)
  );
}

/** A short line in the letters of a heading, alone between two passages. */
function standsAsHeading(unit: Segment, before: Segment | undefined, next: Segment | undefined): boolean {
  return (
    before !== undefined &&
    next !== undefined &&
    unit.shape.headline &&
    unit.text !== unit.text.toUpperCase() &&
    unit.marker === null &&
    unit.opensLine &&
    unit.closesLine &&
    (isProse(next) || (next.shape.ending === 'open' && next.shape.size > 4))
  );
}
