// The end of a press release: "About the company", contacts, forward-looking statements.

import { holdsSentence } from '../sentence.ts';
import type { Segment } from '../split/segment.ts';
import type { PageDocument, Rule } from '../story.ts';
import { isProse } from '../story.ts';

/** Marks that tell a press release from a story that happens to have a section "About the book". */
const RELEASE =
  /(?:for immediate release|media contact|press contact|media (?:enquiries|inquiries)|forward-looking statements|newswire|notes? to editors|pressekontakt|contacto de prensa|###)/;

export const pressTail: Rule = {
  id: 'press-tail',
  why: 'what a press release says of its company and its contacts, each below its label, is not the news',
  find: (story) => {
    const { segments } = story;
    if (!segments.some((unit) => RELEASE.test(unit.normalized) || unit.text === '###')) return;
    let tail: Segment[] = [];
    let label: Segment | null = null;
    let told = false;
    for (const unit of segments) {
      if (unit.verdict?.role === 'dropped') continue;
      if (told && isLabel(story, unit)) label = unit;
      else if (label === null || !belongs(unit, label)) {
        label = null;
        tail = [];
        told ||= isProse(unit);
        if (story.lexicon.faq(unit.normalized)) break;
      }
      if (label !== null) tail.push(unit);
    }
    for (const unit of tail)
      story.settle(unit, { role: 'dropped', rule: 'press-tail', reason: 'boilerplate' });
  },
};

/** A heading, or "About the company:" before its text; "About one household in five ..." is a sentence. */
function isLabel({ lexicon }: PageDocument, { text, shape, normalized }: Segment): boolean {
  return (
    shape.size <= 60 &&
    ((shape.ending === 'bare' && shape.size <= 10) || /^[^.!?]{4,60}[:：]/.test(text)) &&
    lexicon.pressTail(normalized)
  );
}

const CONTACT = /\S@\S+\.\p{L}{2,}|https?:|www\.|\+?\d[\d ()/.-]{6,}\d/u;
const CAUTION = /forward-looking|cautionary|actual results|zukunftsgerichtet|prospectiva|prospectives/i;

/** A line of contacts, a sentence of caution, or one on whom the label names. */
function belongs({ text }: Segment, label: Segment): boolean {
  if (!holdsSentence(text) || CONTACT.test(text) || CAUTION.test(text)) return true;
  const words = label.text.split(/\s+/).slice(1);
  const names = words.filter((word) => /^\p{Lu}\p{L}{2,}/u.test(word));
  // "About the Roof" and "Über das Dach" are about a thing.
  if (names.length < 2 && words.length > 1) return false;
  const opening = text.slice(0, 120);
  return names.some((name) => opening.includes(name.replace(/\P{L}+$/u, '')));
}
