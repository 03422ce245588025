// The end of a press release: "About the company", contacts, forward-looking statements.

import type { Segment } from '../split/segment.ts';
import type { Rule } from '../story.ts';

/** Marks that tell a press release from a story that happens to have a section "About the book". */
const RELEASE =
  /(?:for immediate release|media contact|press contact|media (?:enquiries|inquiries)|forward-looking statements|newswire|notes? to editors|pressekontakt|contacto de prensa|###)/;

export const pressTail: Rule = {
  id: 'press-tail',
  why: 'what a press release says of its company and its contacts is not the news',
  find: (story) => {
    if (!story.segments.some((unit) => RELEASE.test(unit.normalized) || unit.text === '###')) return;
    let open = false;
    for (const unit of story.segments) {
      if (story.lexicon.pressTail(unit.normalized) && unit.shape.size <= 60 && isLabel(unit)) open = true;
      else if (story.lexicon.faq(unit.normalized)) open = false;
      if (open) story.settle(unit, { role: 'dropped', rule: 'press-tail', reason: 'boilerplate' });
    }
  },
};

/** A heading, or "About the company:" before its text; "About one household in five ..." is a sentence. */
function isLabel({ text, shape }: Segment): boolean {
  return (shape.ending === 'bare' && shape.size <= 10) || /^[^.!?]{4,60}[:：]/.test(text);
}
