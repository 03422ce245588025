// The margins of a page: what stands between the title and the first sentence, and what stands below the last.
// Here furniture is told by its place, since no table knows every button in every language.

import { sizeOf } from '../shape.ts';
import type { Rule, Story } from '../story.ts';
import { isItem, isProse } from '../story.ts';
import type { Unit } from '../units.ts';
import { isPlainPlea, isPlea } from '../words/pleas.ts';
import { isSmallPrint } from '../words/small-print.ts';
import { repeatsOf } from './repeats.ts';

const DROP = { role: 'dropped', reason: 'boilerplate' } as const;
const LONGEST_PLEA = 40;
const LONGEST_LINE = 16;
const SHORTEST_POINT = 4;
const LONG_POINT = 5;
const SHORTEST_PARAGRAPH = 8;
const SHORTEST_LEAD = 9;
/** More loose lines than this are a list, a table or verse. */
const MOST_LOOSE = 12;

export const head: Rule = {
  id: 'head',
  why: 'a short line among the furniture between title and opening is furniture too',
  find: (story) => {
    const at = story.units.findIndex((unit) => unit.verdict?.role === 'title');
    if (at === -1) return;
    const end = story.headEnd();
    const points = pointsAbove(story, at + 1, end);
    let furnished = story.units.slice(0, end).some((other) => other.verdict?.role === 'dropped');
    for (let i = at + 1; i < points; i += 1) {
      const unit = story.units[i];
      if (unit === undefined || unit.verdict !== null || unit.level > 0 || isItem(unit)) continue;
      if (unit.columns && (!isButtonRow(story, unit) || story.units[i + 1]?.columns)) continue;
      if (story.lexicon.keyPoints(unit.form) || unit.shape.ending !== 'bare') continue;
      const longest = isPlea(unit.form, false) ? 24 : 8;
      // The last line above the text may be its heading, and needs furniture right beside it.
      const beside = isFurnished(story, i - 1) || isFurnished(story, i + 1);
      const among = i + 1 < end && furnished;
      if (unit.shape.size <= longest && (beside || among)) {
        furnished ||= i < end;
        story.settle(unit, { ...DROP, rule: 'head', evidence: 'among furniture' });
      }
    }
  },
};

/**
 * Three lines of four words, or two of five, right above the opening tell something, though they have lost their
 * bullets. Scripts without capitals write buttons as long.
 */
function pointsAbove(story: Story, from: number, end: number): number {
  let first = end;
  // An advertisement may stand between them.
  const goesOn = (unit: Unit | undefined): boolean =>
    isPoint(unit) || unit?.verdict?.rule === 'page-furniture';
  while (first > from && goesOn(story.units[first - 1])) first -= 1;
  const points = story.units.slice(first, end).filter(isPoint);
  const long = points.every(({ shape }) => shape.size >= LONG_POINT);
  return points.length > (long ? 1 : 2) ? first : end;
}

function isPoint(unit: Unit | undefined): boolean {
  return (
    unit !== undefined &&
    unit.verdict === null &&
    unit.shape.headline &&
    unit.shape.size >= SHORTEST_POINT &&
    /\p{Ll}/u.test(unit.text) &&
    !isPlea(unit.form, false)
  );
}

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
    looseLines(story);
    belowSignature(story);
  },
};

/** Pleas, and lines without a full stop, from the end of the page up to the last passage. */
function looseLines(story: Story): void {
  const { units } = story;
  const loose: Unit[] = [];
  let i = units.length - 1;
  for (; i > 0; i -= 1) {
    const unit = units[i];
    if (unit === undefined || unit.verdict?.role === 'dropped') continue;
    if (unit.verdict !== null || unit.level > 0) break;
    const printed = isSmallPrint(unit.form, unit.shape.size) && !saysSomething(story, unit);
    if (!printed && (isItem(unit) || (unit.columns && !isButtonRow(story, unit)) || follows(units, i))) break;
    if (printed || asks(story, unit, units[i - 1]) || isCredits(unit)) {
      story.settle(unit, { ...DROP, rule: 'foot', evidence: unit.form.slice(0, 60) });
      continue;
    }
    const bare = unit.shape.ending === 'bare' || /[:：]$/.test(unit.text);
    // A copy of something above is for the rules of copies.
    if (units.some((other) => other !== unit && other.verdict === null && other.key === unit.key)) break;
    if (
      !bare ||
      /^\p{Ll}\S* /u.test(unit.text) ||
      unit.shape.size > LONGEST_LINE ||
      !unit.opensLine ||
      repeatsOf(story).isVerse(unit)
    )
      break;
    loose.push(unit);
    if (loose.length > MOST_LOOSE) return;
  }
  if (!units.some((unit) => story.isKept(unit) && isProse(unit)) || isListed(units, i)) return;
  const reason = loose.length > 1 ? 'promo' : 'boilerplate';
  for (const unit of loose)
    story.settle(unit, { role: 'dropped', rule: 'foot', reason, evidence: 'below the last sentence' });
}

/** The lines from `at` on go on with a list that a colon led in: "These are in the lead:". */
function isListed(units: readonly Unit[], at: number): boolean {
  for (let i = at; i >= 0 && i > at - MOST_LOOSE; i -= 1) {
    const unit = units[i];
    if (unit === undefined || unit.verdict?.role === 'dropped') return false;
    if (leadsIn(unit)) return true;
    if (unit.shape.ending !== 'bare' || isProse(unit)) return false;
  }
  return false;
}

/** The most lines that a signature or the margin below a copyright notice has. */
const TALLEST = 12;

/**
 * Below "--" (RFC 3676, 4.3) stands the signature of a mail, with pleas at most; below the copyright notice that closes
 * a page nothing but its margin, where no passage follows.
 */
function belowSignature(story: Story): void {
  const { units } = story;
  const tail = units.length - TALLEST;
  const signature = units.findLastIndex((unit, i) => i >= tail && /^-- ?$/.test(unit.text) && unit.opensLine);
  const notice = units.findLastIndex(
    (unit, i) => i >= tail && unit.verdict?.role === 'dropped' && /^(?:©|ⓒ|copyright)/iu.test(unit.text),
  );
  const from = signature === -1 ? notice : signature;
  const speaks = (unit: Unit): boolean =>
    story.isKept(unit) && isProse(unit) && (signature === -1 || !isPlea(unit.form, true));
  if (units.slice(from + 1).some((unit) => unit.level > 0 || speaks(unit))) return;
  if (from <= 0 || !units.slice(0, from).some((unit) => story.isKept(unit) && isProse(unit))) return;
  for (const unit of units.slice(from))
    story.settle(unit, {
      ...DROP,
      rule: 'foot',
      evidence: signature === -1 ? 'below the copyright' : 'signature',
    });
}

const CREDIT = /(?:^|[.;] )\p{Lu}[\p{L} ]{2,24}: (?:\p{Lu}[\p{L}.'’-]* ?){1,4}(?=[.;]|$)/gu;

const MAKER =
  /produc|produz|produt|produkt|prodüks|продюс|yapımc|निर्मात|منتج|プロデュ|制作|製作|제작|music|musik|musique|música|muziek|музык|музик|müzik|संगीत|موسيق|音楽|音乐|음악/iu;

/** "Producer: Hal Munro. Sound: P. Ito.": who made a programme. */
function isCredits({ text, shape }: Unit): boolean {
  return shape.size <= LONGEST_PLEA && MAKER.test(text) && (text.match(CREDIT)?.length ?? 0) >= 2;
}

/** A plea to the visitor; a sentence in which somebody says something is the report's. */
function asks(story: Story, unit: Unit, above: Unit | undefined): boolean {
  const isSentence = unit.shape.ending === 'full' || (unit.shape.ending === 'open' && isProse(unit));
  if (unit.shape.size > LONGEST_PLEA || !(isPlea(unit.form, isSentence) || isPlainPlea(unit.form)))
    return false;
  // Right below a passage a long sentence may be its last.
  const apart =
    above?.verdict?.role === 'dropped' ||
    (above !== undefined && (isPlainPlea(above.form) || isSmallPrint(above.form, above.shape.size)));
  if (isSentence && !apart && unit.shape.size > SHORTEST_PARAGRAPH && !isPlainPlea(unit.form)) return false;
  return !isSentence || !saysSomething(story, unit);
}

/** Somebody says something: the sentence is the report's. */
function saysSomething({ lexicon }: Story, unit: Unit): boolean {
  return unit.form.split(/[^\p{L}\p{M}]+/u).some((word) => lexicon.saying.has(word));
}

/** A sentence with a colon at its end; "More from our pages:" is too short for one. */
function leadsIn(unit: Unit): boolean {
  return /[:：]$/.test(unit.text) && (isProse(unit) || unit.shape.size >= SHORTEST_LEAD);
}

/** It answers a question or begins a list: what stands above leads to it. */
function follows(units: readonly Unit[], at: number): boolean {
  const before = units.slice(Math.max(0, at - 3), at).findLast((unit) => unit.verdict?.role !== 'dropped');
  return before !== undefined && (before.shape.asks || leadsIn(before) || before.columns);
}
