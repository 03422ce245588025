// Small print and pleas above the opening: "This transcript was generated automatically.", "Trouble reading? View it in
// your browser."

import { bids } from '../languages/pleas.ts';
import { isSmallPrint } from '../languages/small-print.ts';
import type { Rule } from '../story.ts';
import { isProse } from '../story.ts';

const MAX_LENGTH = 16;
/** The head of a page is no longer. */
const HEAD = 16;

export const top: Rule = {
  id: 'top',
  why: 'what the page says of itself, or bids its visitors do, is no opening of the report',
  find: (story) => {
    for (const unit of story.segments.slice(0, HEAD)) {
      if (unit.verdict !== null || unit.level > 0) continue;
      if (!isProse(unit) && !unit.shape.asks) continue;
      const { normalized, shape } = unit;
      const printed = isSmallPrint(normalized, shape.size);
      if (shape.size > MAX_LENGTH || !(printed || bids(normalized))) return;
      const rule = printed ? 'small-print' : 'plea';
      story.settle(unit, { role: 'dropped', reason: 'boilerplate', rule, evidence: normalized.slice(0, 60) });
    }
  },
};
