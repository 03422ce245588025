// The rules that judge a line by itself, applied to every unit.

import { LINE_RULES, type LineRule } from '../furniture.ts';
import type { Rule } from '../story.ts';

export const lineRules: readonly Rule[] = LINE_RULES.map(
  (rule): Rule => ({
    id: rule.id,
    why: rule.why,
    find: (story) => {
      for (const unit of story.units) {
        if (unit.verdict !== null || unit.level > 0) continue;
        const evidence = rule.test(
          { text: unit.text, form: unit.form, size: unit.shape.size },
          story.lexicon,
        );
        if (evidence !== null && !mayBeTitle(rule, unit === story.units[0])) {
          story.settle(unit, { role: 'dropped', rule: rule.id, reason: rule.reason, evidence });
        }
      }
    },
  }),
);

/** "Podcast: ..." may be the title of the report itself when it is its very first line. */
function mayBeTitle(rule: LineRule, first: boolean): boolean {
  return first && rule.id === 'promo-label';
}
