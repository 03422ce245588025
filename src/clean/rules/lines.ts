// The rules that judge a line by itself (LINE_RULES), applied to every unit: the first that speaks decides.

import { LINE_RULES } from '../furniture.ts';
import type { Verdict } from '../ledger.ts';
import type { Rule, Story } from '../story.ts';
import { cellsIn } from '../tables.ts';
import type { Unit } from '../units.ts';

/** Lines that come again do so early; a text of nothing but new lines needs no memory of them. */
const MOST_REMEMBERED = 4096;

export const lines: Rule = {
  id: 'lines',
  why: 'furniture and promotion that a line gives away by itself',
  find: (story) => {
    // Equal lines are judged once.
    const cells = cellsIn(story.units);
    const judged = new Map<string, Verdict | null>();
    for (const unit of story.units) {
      if (unit.verdict !== null || unit.level > 0 || cells.has(unit)) continue;
      let verdict = judged.get(unit.text);
      if (verdict === undefined) {
        verdict = judge(unit, story);
        if (judged.size < MOST_REMEMBERED) judged.set(unit.text, verdict);
      }
      if (verdict !== null) story.settle(unit, verdict);
    }
  },
};

function judge(unit: Unit, story: Story): Verdict | null {
  const line = { text: unit.text, form: unit.form, size: unit.shape.size };
  for (const rule of LINE_RULES) {
    // "Podcast: ..." may be the title of the report itself when it is its very first line.
    if (rule.reason === 'promo' && unit === story.units[0]) continue;
    const evidence = rule.test(line, story.lexicon);
    if (evidence !== null) return { role: 'dropped', rule: rule.id, reason: rule.reason, evidence };
  }
  return null;
}
