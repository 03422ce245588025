// Labels above a lede that is told twice.

import type { Rule } from '../story.ts';

export const synopsis: Rule = {
  id: 'synopsis',
  why: 'the label above a synopsis is furniture; the synopsis itself is judged like any passage',
  find: (story) => {
    const prose = story.firstProse();
    for (const unit of story.segments.slice(0, prose + 4)) {
      if (unit.verdict === null && unit.shape.size <= 4 && story.lexicon.synopsis(unit.normalized)) {
        story.settle(unit, { role: 'dropped', rule: 'synopsis', reason: 'boilerplate', evidence: unit.text });
      }
    }
  },
};
