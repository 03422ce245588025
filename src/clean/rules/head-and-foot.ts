// Furniture that is told by its place: above the first sentence of a report or below its last.

import { bylineIn } from '../furniture.ts';
import { stampKind } from '../stamp.ts';
import type { Rule, Story } from '../story.ts';
import type { Unit } from '../units.ts';

const DROP = { role: 'dropped', reason: 'boilerplate' } as const;

export const byline: Rule = {
  id: 'byline',
  why: 'who wrote it stands above or below a report, not in it',
  find: (story) => {
    for (const unit of headAndFoot(story)) {
      const evidence = bylineIn(unit.text, story.lexicon);
      if (evidence !== null) story.settle(unit, { ...DROP, rule: 'byline', evidence });
    }
  },
};

export const dateline: Rule = {
  id: 'date',
  why: 'a date alone above or below a report is when the page was made',
  find: (story) => {
    for (const unit of headAndFoot(story)) {
      if (stampKind(unit.form, story.lexicon) === 'date')
        story.settle(unit, { ...DROP, rule: 'date', evidence: unit.form });
    }
  },
};

export const section: Rule = {
  id: 'section',
  why: 'the name of a section alone in the head of a page is where the page hangs',
  find: (story) => {
    const end = story.firstProse();
    for (const unit of story.units.slice(0, end)) {
      if (
        unit.verdict === null &&
        unit.level === 0 &&
        unit.shape.size <= 2 &&
        story.lexicon.nav.has(unit.form)
      ) {
        story.settle(unit, { ...DROP, rule: 'section', evidence: unit.form });
      }
    }
  },
};

export const authorName: Rule = {
  id: 'author',
  why: 'a name between the title and the date is the author',
  find: (story) => {
    const end = story.firstProse();
    const head = story.units.slice(0, end);
    head.forEach((unit, i) => {
      if (i === 0 || unit.verdict !== null || !looksLikeName(unit)) return;
      const neighbours = [head[i - 1], head[i + 1]];
      const beside = neighbours.some(
        (near) =>
          near?.verdict?.role === 'dropped' &&
          ['stamp', 'date', 'byline', 'author'].includes(near.verdict.rule),
      );
      if (beside && head.slice(0, i).some((earlier) => story.isKept(earlier)))
        story.settle(unit, { ...DROP, rule: 'author' });
    });
  },
};

function looksLikeName(unit: Unit): boolean {
  const words = unit.text.split(' ');
  return (
    words.length >= 2 &&
    words.length <= 4 &&
    words.every((word) => /^\p{Lu}[\p{L}\p{M}.'’-]*,?$/u.test(word)) &&
    unit.level === 0 &&
    unit.marker === null
  );
}

function headAndFoot(story: Story): Unit[] {
  const first = story.firstProse();
  const last = story.afterLastProse();
  return story.units.filter(
    (unit, i) => unit.verdict === null && unit.level === 0 && (i < first || i >= last),
  );
}
