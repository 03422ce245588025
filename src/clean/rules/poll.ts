// A poll among readers: its label, a question, and the answers to click on.

import type { Segment } from '../split/segment.ts';
import type { PageDocument, Rule } from '../story.ts';
import { isProse } from '../story.ts';

const POLL =
  /\bpoll\b|\bvote\b|umfrage|abstimm|encuesta|sondage|sondaggio|enquete|\bpeiling|omröstning|sonda(?:ż|z)|опрос|опитування|\banket\b|アンケート|투표|投票/u;
const MAX_CHOICE = 4;

export const poll: Rule = {
  id: 'poll',
  why: 'a question to the readers with answers to click on is a poll of the page',
  find: (story) => {
    story.segments.forEach((unit, i) => {
      if (unit.verdict?.role !== 'dropped' || unit.shape.size > 6 || !POLL.test(unit.normalized)) return;
      const question = story.segments[i + 1];
      if (question === undefined || question.verdict !== null || !question.shape.asks) return;
      const choices = choicesBelow(story, i + 2);
      // Behind the answers stands the button, or the count of the votes.
      if (choices.length < 2 || story.segments[i + 2 + choices.length]?.verdict?.role !== 'dropped') return;
      for (const part of [question, ...choices])
        story.settle(part, { role: 'dropped', rule: 'poll', reason: 'boilerplate', evidence: unit.text });
    });
  },
};

function choicesBelow(story: PageDocument, from: number): Segment[] {
  for (let i = from; i < story.segments.length; i += 1) {
    const unit = story.segments[i];
    if (
      unit?.verdict !== null ||
      unit.shape.size > MAX_CHOICE ||
      unit.shape.ending !== 'bare' ||
      isProse(unit)
    )
      return story.segments.slice(from, i);
  }
  return [];
}
