// Blocks of other stories: a line such as "Most read" and the headlines below it.

import type { Rule, Story } from '../story.ts';
import { isItem, isProse } from '../story.ts';
import type { Unit } from '../units.ts';

const MOST_IN_BODY = 10;

export const related: Rule = {
  id: 'related',
  why: 'a list of other stories under its label points away from the report',
  find: (story) => {
    for (let i = 0; i < story.units.length; i += 1) {
      const unit = story.units[i];
      if (unit === undefined || unit.shape.size > 8) continue;
      const label =
        unit.verdict === null
          ? isLabel(story, unit)
          : unit.verdict.rule === 'promo-label' && /[:：]$/.test(unit.text);
      if (!label) continue;
      const list = headlinesBelow(story, i + 1);
      if (unit.verdict === null && list.length === 0 && !isFoot(story, i)) continue;
      const evidence = unit.text;
      story.settle(unit, { role: 'dropped', rule: 'related', reason: 'promo', evidence });
      for (const item of list)
        story.settle(item, { role: 'dropped', rule: 'related', reason: 'promo', evidence });
    }
  },
};

function isLabel(story: Story, unit: Unit): boolean {
  return story.lexicon.related(unit.form) && (unit.shape.ending === 'bare' || /[:：]$/.test(unit.text));
}

function isFoot(story: Story, at: number): boolean {
  return !story.units.slice(at + 1).some((unit) => unit.verdict === null);
}

/** The run of headlines from `from` on; where prose follows, its heading is not taken with them. */
function headlinesBelow(story: Story, from: number): Unit[] {
  const list: Unit[] = [];
  let i = from;
  let bullets: boolean | null = null;
  for (; i < story.units.length; i += 1) {
    const unit = story.units[i];
    if (unit === undefined || unit.level > 0) break;
    if (unit.verdict !== null) {
      if (unit.verdict.rule === 'promo-label') continue;
      break;
    }
    const item = isItem(unit);
    bullets ??= item;
    if (bullets !== item || isProse(unit) || unit.shape.ending === 'open' || unit.shape.size > 24) break;
    if (
      story.lexicon.faq(unit.form) ||
      story.lexicon.keyPoints(unit.form) ||
      story.lexicon.related(unit.form)
    )
      break;
    list.push(unit);
  }
  const next = story.units[i];
  const followedByBody =
    next !== undefined &&
    next.verdict === null &&
    !story.lexicon.faq(next.form) &&
    !story.lexicon.related(next.form);
  if (followedByBody && bullets === false) {
    if (list.length > MOST_IN_BODY) return [];
    if (list.length > 1) list.pop();
  }
  return list;
}
