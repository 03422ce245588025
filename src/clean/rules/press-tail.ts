// The end of a press release: "About the company", contacts, forward-looking statements.

import type { Rule } from '../story.ts';

/** Marks that tell a press release from a story that happens to have a section "About the book". */
const RELEASE =
  /(?:for immediate release|media contact|press contact|forward-looking statements|newswire|notes? to editors|pressekontakt|contacto de prensa|###)/;

export const pressTail: Rule = {
  id: 'press-tail',
  why: 'what a press release says of its company and its contacts is not the news',
  find: (story) => {
    if (!story.units.some((unit) => RELEASE.test(unit.form) || unit.text === '###')) return;
    let open = false;
    for (const unit of story.units) {
      if (story.lexicon.pressTail(unit.form) && unit.shape.size <= 40) open = true;
      else if (story.lexicon.faq(unit.form)) open = false;
      if (open) story.settle(unit, { role: 'dropped', rule: 'press-tail', reason: 'boilerplate' });
    }
  },
};
