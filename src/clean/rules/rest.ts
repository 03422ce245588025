// What no rule took is the report: its opening paragraph, its paragraphs and its lists.

import type { Rule } from '../story.ts';
import { isItem, isProse } from '../story.ts';

export const rest: Rule = {
  id: 'body',
  why: 'what no rule took is the text',
  find: (story) => {
    let opening = true;
    for (const unit of story.segments) {
      if (unit.verdict === null) {
        const item = isItem(unit);
        // One of several marked passages is no opening.
        const dek = opening && !item && unit.marker === null && isProse(unit);
        story.settle(unit, { role: item ? 'list-item' : dek ? 'dek' : 'paragraph', rule: 'body' });
      }
      const role = unit.verdict?.role;
      if (role !== 'dropped' && role !== 'title') opening = false;
    }
  },
};
