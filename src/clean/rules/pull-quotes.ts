// Quotations that were pulled out of a paragraph and printed large.

import { isFurniture } from '../furniture.ts';
import { collapseSpaces, dedupeKeyOf } from '../ledger/dedupe-key.ts';
import { sizeOf } from '../shape.ts';
import type { Segment } from '../split/segment.ts';
import type { PageDocument, Rule } from '../story.ts';
import { isProse } from '../story.ts';

const DROP = { role: 'dropped', reason: 'duplicate' } as const;
const MIN_QUOTE = 3;

export const pullQuotes: Rule = {
  id: 'pull-quote',
  why: 'a quotation alone on its line that stands in a paragraph as well was pulled out of it',
  find: (story) => {
    cutButtons(story);
    const pulled = story.segments.filter((unit) => unit.verdict === null && wholeQuote(unit) !== null);
    if (pulled.length === 0) return;
    const quotes = new Map<string, Segment>();
    for (const unit of story.segments) {
      if (!story.isKept(unit) || !isProse(unit)) continue;
      for (const quote of quotesIn(unit.text)) if (!quotes.has(quote)) quotes.set(quote, unit);
    }
    for (const unit of pulled) {
      const quote = wholeQuote(unit) ?? '';
      const speaker = quotes.get(quote) ?? speakerBelow(story, unit, quote) ?? sayerOf(story, unit, quote);
      if (speaker === undefined || speaker === unit || speaker.dedupeKey.length <= unit.dedupeKey.length + 8)
        continue;
      // Above the words that it quotes, and without a full stop, it is their heading.
      const heads = unit.shape.ending === 'bare' && speaker.start > unit.start;
      story.settle(
        unit,
        heads ? { role: 'heading', rule: 'quoted-heading' } : { ...DROP, rule: 'pull-quote', copy: speaker },
      );
    }
  },
};

const MAX_BUTTON = 4;

/** `“Whoever was on foot” Tweet this quote`: the button behind a quotation is a unit of its own. */
function cutButtons(story: PageDocument): void {
  let cut = 0;
  for (let i = 0; i < story.segments.length && cut < MAX_PULLED; i += 1) {
    const unit = story.segments[i];
    if (unit?.verdict !== null || unit.shape.ending !== 'bare' || !/^[“„«"「『]/u.test(unit.text)) continue;
    const raw = story.page.text.slice(unit.start, unit.end);
    const button = /[”“»"」』]\s+([^”“»"」』\s][^”“»"」』]{2,40})$/u.exec(raw)?.[1];
    if (button === undefined || sizeOf(button) > MAX_BUTTON || !isFurniture(button, story.lexicon)) continue;
    if (!story.split(unit, unit.end - button.length)) continue;
    cut += 1;
    const part = story.segments[i + 1];
    if (part !== undefined)
      story.settle(part, {
        role: 'dropped',
        rule: 'page-furniture',
        reason: 'boilerplate',
        evidence: button,
      });
  }
}

const MIN_PULLED = 8;
/** A text has few pull quotes; each costs a walk over the passages. */
const MAX_PULLED = 40;

/** A passage of which the words in quotation marks, many as they are, are a part word for word. */
function sayerOf(story: PageDocument, unit: Segment, quote: string): Segment | undefined {
  if (sizeOf(quote) < MIN_PULLED || looksLeft(story) < 0) return undefined;
  return story.segments.find(
    (other) =>
      other !== unit &&
      story.isKept(other) &&
      isProse(other) &&
      wholeQuote(other) === null &&
      holds(other.dedupeKey, quote),
  );
}

function holds(key: string, quote: string): boolean {
  const at = key.indexOf(quote);
  const ends = (char: string | undefined): boolean => char === undefined || !/[\p{L}\p{N}]/u.test(char);
  return at !== -1 && ends(key[at - 1]) && ends(key[at + quote.length]);
}

const looks = new WeakMap<PageDocument, number>();

function looksLeft(story: PageDocument): number {
  const left = (looks.get(story) ?? MAX_PULLED) - 1;
  looks.set(story, left);
  return left;
}

/** The passage right below, where it holds the words of the quotation inside a longer one: they are its heading. */
function speakerBelow(story: PageDocument, unit: Segment, quote: string): Segment | undefined {
  const next = story.segments[story.placeOf(unit) + 1];
  if (next === undefined || unit.shape.ending !== 'bare' || sizeOf(quote) < MIN_QUOTE) return undefined;
  return story.isKept(next) && isProse(next) && wholeQuote(next) === null && next.dedupeKey.includes(quote)
    ? next
    : undefined;
}

const QUOTED = /[“„«"「『]\s?([^“”„«»"「」『』]{6,600}?)\s?[”“»"」』]/gu;

function quotesIn(text: string): string[] {
  return [...text.matchAll(QUOTED)]
    .map((match) => bare(match[1] ?? ''))
    .filter((quote) => sizeOf(quote) >= MIN_QUOTE);
}

function wholeQuote(unit: Segment): string | null {
  const match = /^[“„«"「『]\s?([^“”„«»"「」『』]{6,600}?)\s?[”“»"」』]$/u.exec(unit.text);
  return match === null ? null : bare(match[1] ?? '');
}

function bare(text: string): string {
  return dedupeKeyOf(collapseSpaces(text)).replace(/(?<![\s.,!?;:])[\s.,!?;:]+$/, '');
}
