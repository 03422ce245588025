// Text in the words of furniture: the headings "Notice", "Advertisement" and "Sponsored" in a history of newspapers, or
// "Subscribe to silence, somebody wrote on the bench. It stays there until it rains."

import { sentenceSpans } from '../sentences.ts';
import type { Rule } from '../story.ts';
import { isProse } from '../story.ts';
import type { Unit } from '../units.ts';
import { addresses } from '../words/pleas.ts';

const LONGEST = 3;

export const spared: Rule = {
  id: 'spared',
  why: 'in a text with no other furniture, what looks like its headings and paragraphs is a heading or a paragraph',
  find: ({ units }) => {
    const seen = new Set<string>();
    let headed = false;
    for (const [i, unit] of units.entries()) {
      const heads = standsAsHeading(unit, units[i - 1], units[i + 1]);
      if (unit.verdict === null) headed ||= heads;
      else if (unit.verdict.role === 'dropped') {
        // A button comes again and again, a heading does not.
        if (seen.has(unit.key)) return;
        if (!(heads && unit.shape.size <= LONGEST) && !tells(unit, units[i - 1])) return;
        seen.add(unit.key);
      }
    }
    if (!headed) return;
    for (const unit of units) if (unit.verdict?.role === 'dropped') unit.verdict = null;
  },
};

/** A paragraph below another that does not turn to the visitor of the page. */
function tells(unit: Unit, before: Unit | undefined): boolean {
  return (
    unit.verdict?.rule === 'page-notice' &&
    before !== undefined &&
    isProse(before) &&
    isProse(unit) &&
    sentenceSpans(unit.text, 0, unit.text.length).length > 1 &&
    !addresses(unit.form)
  );
}

/** A short line in the letters of a heading, alone between two passages. */
function standsAsHeading(unit: Unit, before: Unit | undefined, next: Unit | undefined): boolean {
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
