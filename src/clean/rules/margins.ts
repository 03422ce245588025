// The margins of a page: what stands between the title and the first sentence, and what stands below the last.
// Here furniture is told by its place, since no table knows every button in every language.

import { sizeOf } from '../shape.ts';
import type { Rule, Story } from '../story.ts';
import { isItem, isProse } from '../story.ts';
import type { Unit } from '../units.ts';
import { isPlea } from '../words/pleas.ts';
import { isSmallPrint } from '../words/small-print.ts';
import { repeatsOf } from './repeats.ts';

const DROP = { role: 'dropped', reason: 'boilerplate' } as const;
const LONGEST_PLEA = 40;
const LONGEST_LINE = 16;
/** More loose lines than this are a list, a table or verse. */
const MOST_LOOSE = 12;

export const head: Rule = {
  id: 'head',
  why: 'a short line among the furniture between title and opening is furniture too',
  find: (story) => {
    const at = story.units.findIndex((unit) => unit.verdict?.role === 'title');
    if (at === -1) return;
    const end = story.headEnd();
    for (let i = at + 1; i < end; i += 1) {
      const unit = story.units[i];
      if (unit === undefined || unit.verdict !== null || unit.level > 0 || isItem(unit)) continue;
      if (unit.columns && !isButtonRow(story, unit)) continue;
      if (story.lexicon.keyPoints(unit.form) || unit.shape.ending !== 'bare') continue;
      const longest = isPlea(unit.form, false) ? 24 : 8;
      // The last line above the text may be its heading, and needs furniture right beside it.
      const beside = isFurnished(story, i - 1) || isFurnished(story, i + 1);
      const among =
        i + 1 < end && story.units.slice(0, end).some((other) => other.verdict?.role === 'dropped');
      if (unit.shape.size <= longest && (beside || among)) {
        story.settle(unit, { ...DROP, rule: 'head', evidence: 'among furniture' });
      }
    }
  },
};

/** Buttons side by side, wide gaps between them; figures would make it a row of a table. */
function isButtonRow({ page }: Story, unit: Unit): boolean {
  const parts = page.text.slice(unit.start, unit.end).split(/\s{2,}|\t/);
  return parts.length > 1 && parts.every((part) => sizeOf(part) <= 3 && !/\p{N}/u.test(part));
}

function isFurnished(story: Story, at: number): boolean {
  return story.units[at]?.verdict?.role === 'dropped';
}

export const foot: Rule = {
  id: 'foot',
  why: 'pleas and loose headlines below the last sentence are no part of the report',
  find: (story) => {
    const { units } = story;
    if (!units.some((unit) => unit.verdict?.role === 'dropped')) return;
    const loose: Unit[] = [];
    for (let i = units.length - 1; i > 0; i -= 1) {
      const unit = units[i];
      if (unit === undefined || unit.verdict?.role === 'dropped') continue;
      if (unit.verdict !== null || unit.level > 0 || isItem(unit) || unit.columns || follows(units, i)) break;
      if (asks(story, unit)) {
        story.settle(unit, { ...DROP, rule: 'foot', evidence: unit.form.slice(0, 60) });
        continue;
      }
      const bare = unit.shape.ending === 'bare' || /[:：]$/.test(unit.text);
      // A copy of something above is for the rules of copies.
      if (units.some((other) => other !== unit && other.verdict === null && other.key === unit.key)) break;
      if (!bare || unit.shape.size > LONGEST_LINE || !unit.opensLine || repeatsOf(story).isVerse(unit)) break;
      loose.push(unit);
      if (loose.length > MOST_LOOSE) return;
    }
    if (!units.some((unit) => story.isKept(unit) && isProse(unit))) return;
    const reason = loose.length > 1 ? 'promo' : 'boilerplate';
    for (const unit of loose)
      story.settle(unit, { role: 'dropped', rule: 'foot', reason, evidence: 'below the last sentence' });
  },
};

/** A plea to the visitor; a sentence in which somebody says something is the report's. */
function asks({ lexicon }: Story, unit: Unit): boolean {
  if (isSmallPrint(unit.form, unit.shape.size)) return true;
  const isSentence = unit.shape.ending === 'full';
  if (unit.shape.size > LONGEST_PLEA || !isPlea(unit.form, isSentence)) return false;
  return !isSentence || !unit.form.split(/[^\p{L}\p{M}]+/u).some((word) => lexicon.saying.has(word));
}

/** It answers a question or begins a list: what stands above leads to it. */
function follows(units: readonly Unit[], at: number): boolean {
  const before = units.slice(Math.max(0, at - 3), at).findLast((unit) => unit.verdict?.role !== 'dropped');
  return (
    before !== undefined &&
    (before.shape.asks || (/[:：]$/.test(before.text) && isProse(before)) || before.columns)
  );
}
