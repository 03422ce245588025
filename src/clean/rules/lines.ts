// The rules that judge a line by itself (LINE_RULES), applied to every unit: the first that speaks decides.

import { LINE_RULES } from '../furniture.ts';
import type { Segment, Verdict } from '../split/segment.ts';
import { cellsIn } from '../split/tables.ts';
import type { PageDocument, Rule } from '../story.ts';

/** Lines that come again do so early; a text of nothing but new lines needs no memory of them. */
const MAX_REMEMBERED = 4096;

export const lines: Rule = {
  id: 'lines',
  why: 'furniture and promotion that a line gives away by itself',
  find: (story) => {
    // Equal lines are judged once.
    const cells = cellsIn(story.segments);
    const judged = new Map<string, Verdict | null>();
    for (const unit of story.segments) {
      if (unit.verdict !== null || unit.level > 0 || cells.has(unit)) continue;
      let verdict = judged.get(unit.text);
      if (verdict === undefined) {
        verdict = judge(unit, story);
        if (judged.size < MAX_REMEMBERED) judged.set(unit.text, verdict);
      }
      if (verdict !== null) story.settle(unit, verdict);
    }
  },
};

function judge(unit: Segment, story: PageDocument): Verdict | null {
  const line = { text: unit.text, form: unit.normalized, size: unit.shape.size };
  for (const rule of LINE_RULES) {
    // "Podcast: ..." may be the title of the report itself when it is its very first line.
    if (rule.reason === 'promo' && unit === story.segments[0]) continue;
    const evidence = rule.test(line, story.lexicon);
    if (evidence !== null) return { role: 'dropped', rule: rule.id, reason: rule.reason, evidence };
  }
  return null;
}
