// Who the author is: "Jane Doe is a former auditor."

import type { Segment } from '../split/segment.ts';
import type { Rule } from '../story.ts';

const MAX_LENGTH = 60;
const NAME = /^\p{Lu}[\p{L}\p{M}.'’-]+ \p{Lu}[\p{L}\p{M}.'’-]+/u;

export const portrait: Rule = {
  id: 'portrait',
  why: 'a last paragraph that begins with the name of the author, whom the report does not name, presents them',
  find: (story) => {
    const at = story.segments.findLastIndex((unit) => unit.verdict?.role !== 'dropped');
    const unit = story.segments[at];
    if (unit === undefined || unit.verdict !== null || unit.shape.size > MAX_LENGTH) return;
    const name = NAME.exec(unit.text)?.[0];
    if (name === undefined) return;
    const above = story.segments.slice(0, at);
    if (above.some((other) => story.isKept(other) && other.text.includes(name))) return;
    if (above.some((other) => isAuthor(other, name)))
      story.settle(unit, { role: 'dropped', rule: 'portrait', reason: 'boilerplate', evidence: name });
  },
};

function isAuthor({ verdict, text }: Segment, name: string): boolean {
  if (verdict?.rule === 'byline') return text.includes(name);
  return verdict?.rule === 'head' && text === name;
}
