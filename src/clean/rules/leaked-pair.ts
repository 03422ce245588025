// A question with its answer that stands in the body as well as in the block of questions.

import type { Segment } from '../split/segment.ts';
import type { Rule } from '../story.ts';

export const leakedPair: Rule = {
  id: 'leaked-pair',
  why: 'of two copies of a question or an answer the one in the block of questions is in context',
  find: (story) => {
    const questions = new Map<string, Segment>();
    const answers = new Map<string, Segment>();
    for (const unit of story.segments) {
      const kind = unit.verdict?.role;
      if (kind === 'question' && !questions.has(unit.dedupeKey)) questions.set(unit.dedupeKey, unit);
      if (kind === 'answer' && !answers.has(unit.dedupeKey)) answers.set(unit.dedupeKey, unit);
    }
    if (questions.size === 0) return;
    const body = story.segments.filter((unit) => unit.verdict === null);
    body.forEach((unit, i) => {
      const answer = answers.get(unit.dedupeKey);
      if (answer !== undefined && unit.shape.size >= 2) {
        story.settle(unit, { role: 'dropped', rule: 'leaked-pair', reason: 'duplicate', copy: answer });
        return;
      }
      const question = questions.get(unit.dedupeKey);
      if (question === undefined) return;
      const next = body[i + 1];
      const leads =
        next === undefined ||
        answers.has(next.dedupeKey) ||
        questions.has(next.dedupeKey) ||
        next.shape.headline;
      if (leads)
        story.settle(unit, { role: 'dropped', rule: 'leaked-pair', reason: 'duplicate', copy: question });
    });
  },
};
