// What no rule took is the report: its opening paragraph, its paragraphs and its lists.

import type { Segment } from '../split/segment.ts';
import { isItem, isProse, type PageDocument, type Rule } from '../story.ts';

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
    sayOnce(story);
  },
};

/** Copies that differ in nothing but blanks, or that two rules printed: a sentence goes, a short line comes again. */
function sayOnce(story: PageDocument): void {
  const said = new Map<string, Segment>();
  for (const unit of story.segments) {
    const { verdict } = unit;
    if (verdict === null || verdict.role === 'dropped') continue;
    const key = unit.dedupeKey.replace(/ /g, '');
    const first = said.get(key);
    if (first === undefined) said.set(key, unit);
    else if (verdict.repeat === undefined)
      story.overrule(
        unit,
        verdict.role === 'paragraph' && isProse(unit)
          ? { role: 'dropped', rule: 'copy', reason: 'duplicate', copy: first }
          : { ...verdict, repeat: verdict.role === 'heading' ? 'heading' : 'row' },
      );
  }
}
