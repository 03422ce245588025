// A question with its answer that stands in the body as well as in the block of questions.

import type { Rule } from '../story.ts';
import type { Unit } from '../units.ts';

export const leakedPair: Rule = {
  id: 'leaked-pair',
  why: 'of two copies of a question or an answer the one in the block of questions is in context',
  find: (story) => {
    const questions = new Map<string, Unit>();
    const answers = new Map<string, Unit>();
    for (const unit of story.units) {
      const kind = unit.verdict?.role;
      if (kind === 'question' && !questions.has(unit.key)) questions.set(unit.key, unit);
      if (kind === 'answer' && !answers.has(unit.key)) answers.set(unit.key, unit);
    }
    if (questions.size === 0) return;
    const body = story.units.filter((unit) => unit.verdict === null);
    body.forEach((unit, i) => {
      const answer = answers.get(unit.key);
      if (answer !== undefined && unit.shape.size >= 2) {
        story.settle(unit, { role: 'dropped', rule: 'leaked-pair', reason: 'duplicate', copy: answer });
        return;
      }
      const question = questions.get(unit.key);
      if (question === undefined) return;
      const next = body[i + 1];
      const leads =
        next === undefined || answers.has(next.key) || questions.has(next.key) || next.shape.headline;
      if (leads)
        story.settle(unit, { role: 'dropped', rule: 'leaked-pair', reason: 'duplicate', copy: question });
    });
  },
};
