// The end of a press release: "About the company", contacts, forward-looking statements.

import type { Segment } from '../split/segment.ts';
import type { Rule } from '../story.ts';

/** Marks that tell a press release from a story that happens to have a section "About the book". */
const RELEASE =
  /(?:for immediate release|media contact|press contact|media (?:enquiries|inquiries)|forward-looking statements|newswire|notes? to editors|pressekontakt|contacto de prensa|###)/;

/** A tail holds no more of a text. */
const MAX_SHARE = 0.4;

export const pressTail: Rule = {
  id: 'press-tail',
  why: 'what a press release says of its company and its contacts is not the news',
  find: (story) => {
    if (!story.segments.some((unit) => RELEASE.test(unit.normalized) || unit.text === '###')) return;
    let open = false;
    let left = proseOf(story.segments);
    const most = left * MAX_SHARE;
    for (const unit of story.segments) {
      left -= proseOf([unit]);
      const isTail = left <= most && unit.shape.size <= 60 && isLabel(unit);
      if (isTail && story.lexicon.pressTail(unit.normalized)) open = true;
      else if (story.lexicon.faq(unit.normalized)) open = false;
      if (open) story.settle(unit, { role: 'dropped', rule: 'press-tail', reason: 'boilerplate' });
    }
  },
};

/** Words of what is printed so far. */
const proseOf = (segments: readonly Segment[]): number =>
  segments.reduce((sum, segment) => sum + (segment.verdict?.role === 'dropped' ? 0 : segment.shape.size), 0);

/** A heading, or "About the company:" before its text; "About one household in five ..." is a sentence. */
function isLabel({ text, shape }: Segment): boolean {
  return (shape.ending === 'bare' && shape.size <= 10) || /^[^.!?]{4,60}[:：]/.test(text);
}
