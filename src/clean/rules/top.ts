// Sentences of the page above its title, and small print between title and opening.

import { bylineIn } from '../byline.ts';
import { isDoorPlea } from '../languages/pleas.ts';
import { isSmallPrint } from '../languages/small-print.ts';
import type { Segment } from '../split/segment.ts';
import { stampKind } from '../stamp.ts';
import type { PageDocument, Rule } from '../story.ts';
import { isProse } from '../story.ts';

const DROP = { role: 'dropped', reason: 'boilerplate' } as const;
const MAX_LENGTH = 16;
/** The head of a page is no longer. */
const HEAD = 16;

export const top: Rule = {
  id: 'top',
  why: 'what asks the visitor something above a headline with a name or a date is no opening of the report',
  find: (story) => {
    const head = story.segments.slice(0, HEAD);
    for (const [i, unit] of head.entries()) {
      if (unit.verdict !== null || unit.level > 0) continue;
      if (!isProse(unit) && !unit.shape.asks) continue;
      if (unit.shape.size <= MAX_LENGTH && isSmallPrint(unit.normalized, unit.shape.size))
        story.settle(unit, { ...DROP, rule: 'small-print', evidence: unit.normalized.slice(0, 60) });
      else if (unit.shape.size <= MAX_LENGTH && isDoorPlea(unit.normalized) && isAboveTitle(story, i + 1))
        story.settle(unit, { ...DROP, rule: 'top', evidence: 'above the title' });
      else return;
    }
  },
};

/** A headline follows, and a byline or a date below it. */
function isAboveTitle(story: PageDocument, from: number): boolean {
  const next = story.segments.slice(from, from + 8);
  const at = next.findIndex((unit) => unit.verdict === null);
  const title = next[at];
  if (title === undefined || !title.shape.headline || title.shape.size < 4) return false;
  return next.slice(at + 1, at + 4).some((unit) => isSigned(story, unit));
}

function isSigned({ lexicon }: PageDocument, unit: Segment): boolean {
  return (
    unit.verdict?.rule === 'stamp' ||
    stampKind(unit.normalized, lexicon) !== null ||
    bylineIn(unit.text, lexicon) !== null ||
    unit.text.split(/\s+[|·•–—]\s+/u).some((part) => stampKind(part.toLowerCase(), lexicon) !== null)
  );
}
