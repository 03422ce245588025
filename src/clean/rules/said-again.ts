// A sentence that was said before, inside a longer paragraph.

import { rawSpan } from '../ledger/ledger.ts';
import type { Segment } from '../split/segment.ts';
import { sentenceSpans } from '../split/sentences.ts';
import type { PageDocument, Rule } from '../story.ts';
import { isProse } from '../story.ts';
import { repeatsOf } from './repeats.ts';

/** One of the sentences must be this long; shorter ones beside it go with it. */
const MIN_LENGTH = 40;
/** From this share of equal words on, two paragraphs are variants of one another, and both stay whole. */
const ALIKE = 0.5;

type Said = { readonly unit: Segment; readonly start: number; readonly end: number; readonly alone: boolean };

export const saidAgain: Rule = {
  id: 'said-again',
  why: 'a long sentence that another paragraph has said already was copied into this one',
  find: (story) => {
    const repeats = repeatsOf(story);
    const said = new Map<string, Said[]>();
    for (const unit of story.segments) {
      // A short sentence counts where it was glued to the one before it.
      const told = isProse(unit) || (unit.shape.ending === 'full' && !unit.opensLine);
      if (unit.verdict !== null || !told || repeats.isVerse(unit)) continue;
      for (const sentence of sentencesIn(unit)) {
        const list = said.get(sentence.key);
        if (list === undefined) said.set(sentence.key, [sentence]);
        else list.push(sentence);
      }
    }
    dropWholes(story, said);
    // By pairs of paragraphs, in the order of the text.
    const shared = new Map<Segment, Map<Segment, { first: Said; again: Said }[]>>();
    for (const list of said.values()) {
      const [first, again, third] = list;
      // Three times is a refrain.
      if (first === undefined || again === undefined || third !== undefined) continue;
      if (first.unit === again.unit || again.alone || again.unit.verdict !== null) continue;
      const sources = shared.get(again.unit) ?? new Map<Segment, { first: Said; again: Said }[]>();
      shared.set(again.unit, sources);
      const pairs = sources.get(first.unit);
      if (pairs === undefined) sources.set(first.unit, [{ first, again }]);
      else pairs.push({ first, again });
    }
    for (const sources of shared.values()) {
      const copied = [...sources.values()]
        .filter(
          (pairs) => pairs.some(({ again }) => again.end - again.start >= MIN_LENGTH) && !areVariants(pairs),
        )
        .flat();
      cutOut(story, copied);
    }
  },
};

/** Drops a paragraph of which every sentence was said before in the same order, in units one right below the other. */
function dropWholes(story: PageDocument, said: ReadonlyMap<string, readonly Said[]>): void {
  const repeated = new Map<Segment, { first: Said; again: Said }[]>();
  for (const [first, again, third] of said.values()) {
    if (first === undefined || again === undefined || third !== undefined) continue;
    if (first.unit === again.unit || again.alone) continue;
    const pairs = repeated.get(again.unit);
    if (pairs === undefined) repeated.set(again.unit, [{ first, again }]);
    else pairs.push({ first, again });
  }
  if (repeated.size === 0) return;
  const places = new Map(story.segments.map((unit, i) => [unit, i]));
  for (const [unit, pairs] of repeated) {
    if (unit.dedupeKey.length < MIN_LENGTH || pairs.length !== sentencesIn(unit).length) continue;
    const inOrder = [...pairs].sort((a, b) => a.again.start - b.again.start).map(({ first }) => first);
    if (!inOrder.every((first, i) => i === 0 || goesOn(inOrder[i - 1], first, places))) continue;
    const [opening] = inOrder;
    const source = opening && pageSpan(story, opening);
    const closing = inOrder.at(-1);
    const end = closing && pageSpan(story, closing)?.end;
    if (opening === undefined || source === null || source === undefined || end === undefined) continue;
    const copySpan = rawSpan(story.page, source.start, end);
    story.settle(unit, {
      role: 'dropped',
      rule: 'said-again',
      reason: 'duplicate',
      copy: opening.unit,
      copySpan,
    });
  }
}

/** The second sentence stands right behind the first, in the same unit or at the beginning of the next. */
function goesOn(first: Said | undefined, second: Said, places: ReadonlyMap<Segment, number>): boolean {
  if (first === undefined) return false;
  if (first.unit === second.unit) return second.start > first.start;
  const apart = (places.get(second.unit) ?? 0) - (places.get(first.unit) ?? 0);
  return (
    apart === 1 && second.start === 0 && first.end === first.unit.dedupeKey.length && !second.unit.opensLine
  );
}

function sentencesIn(unit: Segment): (Said & { key: string })[] {
  const spans = sentenceSpans(unit.dedupeKey, 0, unit.dedupeKey.length);
  return spans.map(({ start, end }) => ({
    unit,
    start,
    end,
    alone: spans.length === 1,
    key: unit.dedupeKey.slice(start, end),
  }));
}

const counted = new WeakMap<Segment, Map<string, number>>();

function count(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.match(/[\p{L}\p{N}]+/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function wordsIn(unit: Segment): Map<string, number> {
  const counts = counted.get(unit) ?? count(unit.dedupeKey);
  counted.set(unit, counts);
  return counts;
}

/**
 * Two paragraphs that say the same but for a number or a name in the rest: what differs is the news. Words are counted
 * once a paragraph, since a long one may share a sentence with very many.
 */
function areVariants(pairs: readonly { first: Said; again: Said }[]): boolean {
  const [pair] = pairs;
  if (pair === undefined) return false;
  const shared = count(
    pairs.map(({ again }) => again.unit.dedupeKey.slice(again.start, again.end)).join(' '),
  );
  const a = wordsIn(pair.first.unit);
  const b = wordsIn(pair.again.unit);
  const isLeft = (counts: Map<string, number>, word: string): boolean =>
    (counts.get(word) ?? 0) > (shared.get(word) ?? 0);
  const spent = [a, b].map((counts) => {
    let gone = 0;
    for (const word of shared.keys()) if (counts.has(word) && !isLeft(counts, word)) gone += 1;
    return gone;
  }) as [number, number];
  // One of the two may be very long, and then very many are compared with it.
  const [fewer, more] = a.size < b.size ? [a, b] : [b, a];
  let common = 0;
  for (const word of fewer.keys()) if (isLeft(fewer, word) && isLeft(more, word)) common += 1;
  return a.size > spent[0] && common >= ALIKE * Math.min(a.size - spent[0], b.size - spent[1]);
}

/** Makes passages of their own of the repeated sentences of a unit, those side by side together, and drops them. */
function cutOut(story: PageDocument, copied: readonly { first: Said; again: Said }[]): void {
  const runs: { start: number; end: number; first: Said }[] = [];
  for (const { first, again } of [...copied].sort((a, b) => a.again.start - b.again.start)) {
    const span = pageSpan(story, again);
    if (span === null) return;
    const open = runs.at(-1);
    if (
      open !== undefined &&
      /^\s*$/.test(story.page.text.slice(open.end, span.end - (span.end - span.start)))
    )
      open.end = span.end;
    else runs.push({ ...span, first });
  }
  const whole = copied[0]?.again.unit;
  if (whole === undefined) return;
  const cuts = runs.flatMap(({ start, end }) => [start, end]);
  const parts = story.splitAll(
    whole,
    cuts.filter((at) => at > whole.start && at < whole.end),
  );
  if (parts.length === 1) return;
  const byStart = new Map(parts.map(({ at, segment }) => [at, segment]));
  for (const { start, end, first } of runs) {
    const source = pageSpan(story, first);
    const part = byStart.get(start);
    if (source === null || part === undefined || part.end > end) continue;
    const copySpan = rawSpan(story.page, source.start, source.end);
    story.settle(part, {
      role: 'dropped',
      rule: 'said-again',
      reason: 'duplicate',
      copy: first.unit,
      copySpan,
    });
  }
}

type Sentences = { readonly inText: { start: number; end: number }[]; readonly places: Map<number, number> };
const known = new WeakMap<Segment, Sentences | null>();

/** The sentence in the page's text: the one at the same place among the sentences of its unit. */
function pageSpan(story: PageDocument, { unit, start }: Said): { start: number; end: number } | null {
  let sentences = known.get(unit);
  if (sentences === undefined) {
    const inKey = sentenceSpans(unit.dedupeKey, 0, unit.dedupeKey.length);
    const inText = sentenceSpans(story.page.text, unit.start, unit.end);
    const places = new Map(inKey.map((span, i) => [span.start, i]));
    sentences = inKey.length === inText.length ? { inText, places } : null;
    known.set(unit, sentences);
  }
  return sentences?.inText[sentences.places.get(start) ?? -1] ?? null;
}
