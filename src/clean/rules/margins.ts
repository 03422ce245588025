// The margins of a page: what stands between the title and the first sentence, and what stands below the last.
// Here furniture is told by its place, since no table knows every button in every language.

import { bids, isPlea } from '../languages/pleas.ts';
import { isSmallPrint } from '../languages/small-print.ts';
import { sizeOf } from '../shape.ts';
import type { Segment } from '../split/segment.ts';
import type { PageDocument, Rule } from '../story.ts';
import { isItem, isProse } from '../story.ts';
import { factsIn } from './facts.ts';
import { repeatsOf } from './repeats.ts';

const DROP = { role: 'dropped', reason: 'boilerplate' } as const;
const MAX_PLEA = 40;
/** A button may end with a full stop. */
const MAX_SHORT = 3;
const MAX_LINE = 16;
const MIN_POINT = 4;
const MIN_LEAD = 9;
/** More loose lines than this are a list, a table or verse. */
const MAX_LOOSE = 8;

export const head: Rule = {
  id: 'head',
  why: 'a short line among the furniture between title and opening is furniture too',
  find: (story) => {
    const at = story.segments.findIndex((unit) => unit.verdict?.role === 'title');
    if (at === -1) return;
    const end = story.headEnd();
    const points = pointsAbove(story, at + 1, end);
    const facts = factsIn(story, story.segments.slice(at + 1, end));
    let furnished = story.segments.slice(0, end).some((other) => other.verdict?.role === 'dropped');
    const loose: Segment[] = [];
    for (let i = at + 1; i < points; i += 1) {
      const unit = story.segments[i];
      if (unit === undefined || unit.verdict !== null || unit.level > 0 || isItem(unit)) continue;
      if (unit.columns && (!isButtonRow(story, unit) || story.segments[i + 1]?.columns)) continue;
      if (story.lexicon.keyPoints(unit.normalized) || unit.shape.ending !== 'bare') continue;
      if (facts.has(unit)) continue;
      const longest = isPlea(unit.normalized) ? 24 : 8;
      // The last line above the text may be its heading, and needs furniture right beside it.
      const above = story.segments[i - 1];
      const beside = above === loose.at(-1) || isFurnished(story, i - 1) || isFurnished(story, i + 1);
      const among = i + 1 < end && furnished;
      if (unit.shape.size <= longest && (beside || among)) {
        furnished ||= i < end;
        loose.push(unit);
      }
    }
    if (loose.length > MAX_LOOSE) return;
    for (const unit of loose) story.settle(unit, { ...DROP, rule: 'head', evidence: 'among furniture' });
  },
};

/**
 * Two lines of four words right above the opening tell something, though they have lost their bullets. Scripts without
 * capitals write buttons as long.
 */
function pointsAbove(story: PageDocument, from: number, end: number): number {
  let first = end;
  // An advertisement may stand between them.
  const goesOn = (unit: Segment | undefined): boolean =>
    isPoint(unit) || unit?.verdict?.rule === 'page-furniture';
  while (first > from && goesOn(story.segments[first - 1])) first -= 1;
  const points = story.segments.slice(first, end).filter(isPoint);
  return points.length > 1 ? first : end;
}

function isPoint(unit: Segment | undefined): boolean {
  return (
    unit !== undefined &&
    unit.verdict === null &&
    unit.shape.headline &&
    unit.shape.size >= MIN_POINT &&
    /\p{Ll}/u.test(unit.text) &&
    !/\d{4}\D.*\d:\d\d/.test(unit.text) &&
    !isPlea(unit.normalized)
  );
}

/** Buttons side by side, wide gaps between them; figures would make it a row of a table. */
function isButtonRow({ page }: PageDocument, unit: Segment): boolean {
  const parts = page.text.slice(unit.start, unit.end).split(/\s{2,}|\t/);
  return parts.length > 1 && parts.every((part) => sizeOf(part) <= 3 && !/\p{N}/u.test(part));
}

function isFurnished(story: PageDocument, at: number): boolean {
  return story.segments[at]?.verdict?.role === 'dropped';
}

export const foot: Rule = {
  id: 'foot',
  why: 'pleas and loose headlines below the last sentence are no part of the report',
  find: (story) => {
    const { segments } = story;
    if (!segments.some((unit) => unit.verdict?.role === 'dropped')) return;
    looseLines(story);
    belowSignature(story);
  },
};

/** Pleas, and lines without a full stop, from the end of the page up to the last passage. */
function looseLines(story: PageDocument): void {
  const { segments } = story;
  const loose: Segment[] = [];
  let i = segments.length - 1;
  for (; i > 0; i -= 1) {
    const unit = segments[i];
    if (unit === undefined || unit.verdict?.role === 'dropped') continue;
    if (unit.verdict !== null || unit.level > 0) break;
    const printed = isSmallPrint(unit.normalized, unit.shape.size) && !saysSomething(story, unit);
    if (!printed && (isItem(unit) || (unit.columns && !isButtonRow(story, unit)) || follows(segments, i)))
      break;
    if (printed || asks(unit)) {
      const rule = printed ? 'small-print' : 'plea';
      story.settle(unit, { ...DROP, rule, evidence: unit.normalized.slice(0, 60) });
      continue;
    }
    const bare = unit.shape.ending === 'bare' || /[:：]$/.test(unit.text);
    // A copy of something above is for the rules of copies.
    if (
      segments.some((other) => other !== unit && other.verdict === null && other.dedupeKey === unit.dedupeKey)
    )
      break;
    if (
      !bare ||
      /^\p{Ll}\S* /u.test(unit.text) ||
      unit.shape.size > MAX_LINE ||
      !unit.opensLine ||
      repeatsOf(story).isVerse(unit)
    )
      break;
    loose.push(unit);
    if (loose.length > MAX_LOOSE) return;
  }
  if (!segments.some((unit) => story.isKept(unit) && isProse(unit)) || isListed(segments, i)) return;
  const reason = loose.length > 1 ? 'promo' : 'boilerplate';
  for (const unit of loose)
    story.settle(unit, { role: 'dropped', rule: 'foot', reason, evidence: 'below the last sentence' });
}

/** The lines from `at` on go on with a list that a colon led in: "These are in the lead:". */
function isListed(units: readonly Segment[], at: number): boolean {
  for (let i = at; i >= 0 && i > at - MAX_LOOSE; i -= 1) {
    const unit = units[i];
    if (unit === undefined || unit.verdict?.role === 'dropped') return false;
    if (leadsIn(unit)) return true;
    if (unit.shape.ending !== 'bare' || isProse(unit)) return false;
  }
  return false;
}

/** The most lines that a signature or the margin below a copyright notice has. */
const MAX_LINES = 12;

/**
 * Below "--" (RFC 3676, 4.3) stands the signature of a mail, with pleas at most; below the copyright notice that closes
 * a page nothing but its margin, where no passage follows.
 */
function belowSignature(story: PageDocument): void {
  const { segments } = story;
  const tail = segments.length - MAX_LINES;
  const signature = segments.findLastIndex(
    (unit, i) => i >= tail && /^-- ?$/.test(unit.text) && unit.opensLine,
  );
  const notice = segments.findLastIndex(
    (unit, i) => i >= tail && unit.verdict?.role === 'dropped' && /^(?:©|ⓒ|copyright)/iu.test(unit.text),
  );
  const from = signature === -1 ? notice : signature;
  const speaks = (unit: Segment): boolean =>
    story.isKept(unit) && isProse(unit) && (signature === -1 || !bids(unit.normalized));
  if (segments.slice(from + 1).some((unit) => unit.level > 0 || speaks(unit))) return;
  if (from <= 0 || !segments.slice(0, from).some((unit) => story.isKept(unit) && isProse(unit))) return;
  for (const unit of segments.slice(from))
    story.settle(unit, {
      ...DROP,
      rule: 'foot',
      evidence: signature === -1 ? 'below the copyright' : 'signature',
    });
}

/** A plea to the visitor; a sentence must bid them something from its beginning. */
function asks({ shape, normalized }: Segment): boolean {
  if (shape.size > MAX_PLEA) return false;
  const isSentence = shape.ending !== 'bare' && shape.size > MAX_SHORT;
  return isSentence ? bids(normalized) : isPlea(normalized);
}

/** Somebody says something: the sentence is the report's. */
function saysSomething({ lexicon }: PageDocument, unit: Segment): boolean {
  return unit.normalized.split(/[^\p{L}\p{M}]+/u).some((word) => lexicon.saying.has(word));
}

/** A sentence with a colon at its end; "More from our pages:" is too short for one. */
function leadsIn(unit: Segment): boolean {
  return /[:：]$/.test(unit.text) && (isProse(unit) || unit.shape.size >= MIN_LEAD);
}

/** It answers a question or begins a list: what stands above leads to it. */
function follows(units: readonly Segment[], at: number): boolean {
  const before = units.slice(Math.max(0, at - 3), at).findLast((unit) => unit.verdict?.role !== 'dropped');
  return before !== undefined && (before.shape.asks || leadsIn(before) || before.columns);
}
