// "Reviewed by our team · Last checked 3 days ago": a line of short parts below a headline, one of them a date.

import { lineForm, tidy } from '../key.ts';
import { sizeOf } from '../shape.ts';
import { stampKind } from '../stamp.ts';
import type { Rule, Story } from '../story.ts';
import type { Unit } from '../units.ts';

const LONGEST = 18;
const LONGEST_PART = 8;
/** A shorter line above it may be the name of a section, and this the title. */
const SHORTEST_TITLE = 4;

export const datedLine: Rule = {
  id: 'dated-line',
  why: 'a date among short parts between title and opening says when and by whom the page was made',
  find: (story) => {
    let titled = false;
    for (const unit of story.units.slice(0, story.headEnd())) {
      if (unit.verdict !== null || unit.level > 0) continue;
      const date = titled ? dateAmong(story, unit) : null;
      if (date !== null)
        story.settle(unit, { role: 'dropped', rule: 'dated-line', reason: 'boilerplate', evidence: date });
      titled ||= unit.shape.headline && unit.shape.size >= SHORTEST_TITLE;
    }
  },
};

function dateAmong({ page, lexicon }: Story, unit: Unit): string | null {
  if (unit.shape.size > LONGEST || unit.shape.ending !== 'bare' || !/\p{N}/u.test(unit.text)) return null;
  const raw = page.text.slice(unit.start, unit.end);
  const parts = raw.split(/\s+[|·•/]\s+|\s{2,}|\s(?=\p{Lo}{1,6}[：:])/u).map(tidy);
  if (parts.length < 2 || parts.some((part) => sizeOf(part) > LONGEST_PART)) return null;
  return parts.find((part) => stampKind(lineForm(part), lexicon) !== null) ?? null;
}
