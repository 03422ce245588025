// Blocks of other stories: a line such as "Most read" and the headlines below it.

import { isFurniture } from '../furniture.ts';
import { sizeOf } from '../shape.ts';
import type { Segment } from '../split/segment.ts';
import type { PageDocument, Rule } from '../story.ts';
import { isItem, isProse } from '../story.ts';

const MAX_IN_BODY = 10;

export const related: Rule = {
  id: 'related',
  why: 'a list of other stories under its label points away from the report',
  find: (story) => {
    let last = story.segments.length - 1;
    // Nothing without a verdict stands below it; rules only ever give verdicts.
    const isFoot = (at: number): boolean => {
      while (last > at && story.segments[last]?.verdict !== null) last -= 1;
      return last <= at;
    };
    const labels = new LabelRuns(story);
    for (let i = 0; i < story.segments.length; i += 1) {
      const unit = story.segments[i];
      if (unit === undefined || unit.shape.size > 8) continue;
      const label = unit.verdict === null ? isLabel(story, unit) : isLabelAlready(story, unit);
      if (!label) continue;
      const list = headlinesBelow(story, i + 1, labels);
      if (isSlot(unit) && list.length === 1 && isStory(story.segments[i + 2])) continue;
      if (unit.verdict === null && list.length === 0 && !isFoot(i)) continue;
      const evidence = unit.text.slice(0, 200);
      if (unit.verdict !== null && list.length === 0) continue;
      story.overrule(unit, { role: 'dropped', rule: 'related', reason: 'promo', evidence });
      for (const item of list)
        story.settle(item, { role: 'dropped', rule: 'related', reason: 'promo', evidence });
    }
    dropListed(story);
  },
};

/** The headline of a listed story again, below the opening; above it may be the title of this one. */
function dropListed(story: PageDocument): void {
  const listed = new Map<string, Segment>();
  for (const unit of story.segments) if (unit.verdict?.rule === 'related') listed.set(unit.dedupeKey, unit);
  for (const unit of listed.size === 0 ? [] : story.segments.slice(story.firstProse())) {
    const other = unit.verdict === null && !isProse(unit) ? listed.get(unit.dedupeKey) : undefined;
    if (other !== undefined)
      story.settle(unit, { role: 'dropped', rule: 'related', reason: 'promo', evidence: 'listed elsewhere' });
  }
}

function isLabel(story: PageDocument, unit: Segment): boolean {
  return story.lexicon.related(unit.normalized) && (unit.shape.ending === 'bare' || /[:：]$/.test(unit.text));
}

/** Another rule took the line, but it also names a list: "Latest news", "Also read:". */
function isLabelAlready({ lexicon }: PageDocument, { verdict, text, normalized }: Segment): boolean {
  if (verdict?.rule === 'promo-label') {
    // "Also read | Subscribers only" stands above the headline that it labels.
    const note = text.split(' | ')[1];
    return /[:：】\]]$/.test(text) || (note !== undefined && isFurniture(note, lexicon));
  }
  return (verdict?.rule === 'page-furniture' || verdict?.rule === 'share-bar') && lexicon.related(normalized);
}

/** An advertising mark: what stood below it was seldom copied with it. A button that names a list is none. */
function isSlot({ verdict }: Segment): boolean {
  return verdict?.rule === 'page-furniture';
}

function isStory(unit: Segment | undefined): boolean {
  return unit !== undefined && unit.verdict === null && isProse(unit);
}

/** Labels that stand one below another, walked over once and not again from each of them. */
class LabelRuns {
  readonly #story: PageDocument;
  #from = 0;
  #to = 0;

  constructor(story: PageDocument) {
    this.#story = story;
  }

  /** Past the labels from `at` on. */
  endFrom(at: number): number {
    if (at >= this.#from && at < this.#to) return this.#to;
    this.#from = at;
    this.#to = at;
    while (this.#story.segments[this.#to]?.verdict?.rule === 'promo-label') this.#to += 1;
    return this.#to;
  }
}

const COUNTER = /^[\d.,]+[km]? \p{L}/u;

/** The run of headlines from `from` on; where prose follows, its heading is not taken with them. */
function headlinesBelow(story: PageDocument, from: number, labels: LabelRuns): Segment[] {
  const list: Segment[] = [];
  let i = from;
  let bullets: boolean | null = null;
  for (; i < story.segments.length; i += 1) {
    const unit = story.segments[i];
    if (unit === undefined || unit.level > 0) break;
    if (unit.verdict !== null) {
      // "4.2k viewing now" stands between the headlines.
      if (unit.verdict.rule === 'promo-label') {
        i = labels.endFrom(i) - 1;
        continue;
      }
      if (list.length > 0 && COUNTER.test(unit.normalized)) continue;
      break;
    }
    const item = isItem(unit);
    bullets ??= item;
    if (
      bullets !== item ||
      isProse(unit) ||
      unit.shape.ending === 'open' ||
      unit.shape.size > 24 ||
      isMenu(unit)
    )
      break;
    if (
      (list.length === 0 && isNumberedHeading(unit, story.segments[i + 1])) ||
      story.lexicon.faq(unit.normalized) ||
      story.lexicon.keyPoints(unit.normalized) ||
      story.lexicon.related(unit.normalized)
    )
      break;
    list.push(unit);
  }
  const next = story.segments[i];
  const followedByBody =
    next !== undefined &&
    next.verdict === null &&
    !isMenu(next) &&
    !story.lexicon.faq(next.normalized) &&
    !story.lexicon.related(next.normalized);
  if (followedByBody && bullets === false) {
    if (list.length > MAX_IN_BODY || headsPassage(story.segments, i - 1, list.length)) return [];
    if (endsInHeading(list)) list.pop();
  }
  return list;
}

/** "2) Ingrid Goes East", right above a passage. */
function isNumberedHeading({ text, marker }: Segment, next: Segment | undefined): boolean {
  return (marker?.kind === 'number' || /^\p{N}{1,3}[.)] /u.test(text)) && next !== undefined && isProse(next);
}

const MAX_HEADING = 4;

/** One short line alone above a passage, where another such line heads one: it may as well be a heading. */
function headsPassage(units: readonly Segment[], at: number, length: number): boolean {
  const heads = (unit: Segment | undefined, i: number): boolean => {
    const next = units[i + 1];
    return (
      unit?.verdict === null &&
      unit.shape.headline &&
      unit.shape.size <= MAX_HEADING &&
      /\p{L}/u.test(unit.text) &&
      unit.gap > 0 &&
      next !== undefined &&
      next.verdict === null &&
      next.gap > 0 &&
      isProse(next)
    );
  };
  return length === 1 && heads(units[at], at) && units.some((unit, i) => i > 0 && i !== at && heads(unit, i));
}

/** "Terms | Privacy | About us" closes the page below its list. */
function isMenu({ text }: Segment): boolean {
  const parts = text.split('|');
  return parts.length > 2 && parts.every((part) => sizeOf(part.trim()) <= 2);
}

/** The last line of a list above a passage is its heading when it is much shorter than the headlines of stories. */
function endsInHeading(list: readonly Segment[]): boolean {
  const last = list.at(-1);
  if (last === undefined || list.length < 2) return false;
  const others = list.slice(0, -1).reduce((sum, { shape }) => sum + shape.size, 0) / (list.length - 1);
  return last.gap === 0 && last.shape.size <= 5 && last.shape.size < others * 0.75;
}
