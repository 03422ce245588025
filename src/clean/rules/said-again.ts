// A sentence that was said before, inside a longer paragraph.

import { rawSpan } from '../ledger.ts';
import { sentenceSpans } from '../sentences.ts';
import type { Rule, Story } from '../story.ts';
import { isProse } from '../story.ts';
import type { Unit } from '../units.ts';
import { repeatsOf } from './repeats.ts';

const SHORTEST = 40;
/** From this share of equal words on, two paragraphs are variants of one another, and both stay whole. */
const ALIKE = 0.5;

type Said = { readonly unit: Unit; readonly start: number; readonly end: number; readonly alone: boolean };

export const saidAgain: Rule = {
  id: 'said-again',
  why: 'a long sentence that another paragraph has said already was copied into this one',
  find: (story) => {
    const repeats = repeatsOf(story);
    const said = new Map<string, Said[]>();
    for (const unit of story.units) {
      if (unit.verdict !== null || !isProse(unit) || repeats.isVerse(unit)) continue;
      for (const sentence of sentencesIn(unit)) {
        const list = said.get(sentence.key);
        if (list === undefined) said.set(sentence.key, [sentence]);
        else list.push(sentence);
      }
    }
    for (const list of said.values()) {
      const [first, again, third] = list;
      // Three times is a refrain.
      if (first === undefined || again === undefined || third !== undefined) continue;
      if (first.unit === again.unit || again.alone || areVariants(first, again)) continue;
      cutOut(story, again, first);
    }
  },
};

function sentencesIn(unit: Unit): (Said & { key: string })[] {
  const spans = sentenceSpans(unit.key, 0, unit.key.length);
  return spans
    .filter(({ start, end }) => end - start >= SHORTEST)
    .map(({ start, end }) => ({
      unit,
      start,
      end,
      alone: spans.length === 1,
      key: unit.key.slice(start, end),
    }));
}

/** Two paragraphs that say the same but for a number or a name: what differs is the news. */
function areVariants(first: Said, again: Said): boolean {
  if (first.alone) return false;
  const words = ({ unit, start, end }: Said): Set<string> =>
    new Set(`${unit.key.slice(0, start)} ${unit.key.slice(end)}`.match(/[\p{L}\p{N}]+/gu));
  const a = words(first);
  const b = words(again);
  let common = 0;
  for (const word of a) if (b.has(word)) common += 1;
  return common >= ALIKE * Math.min(a.size, b.size);
}

/** Makes the repeated sentence a passage of its own and drops it. */
function cutOut(story: Story, again: Said, first: Said): void {
  const { page } = story;
  const span = pageSpan(story, again);
  const source = pageSpan(story, first);
  if (span === null || source === null) return;
  const at = story.units.indexOf(again.unit);
  let unit: Unit | undefined = again.unit;
  if (span.end < unit.end && story.split(unit, span.end)) unit = story.units[at];
  if (unit !== undefined && span.start > unit.start && story.split(unit, span.start))
    unit = story.units[at + 1];
  if (unit === undefined) return;
  const copySpan = rawSpan(page, source.start, source.end);
  story.settle(unit, {
    role: 'dropped',
    rule: 'said-again',
    reason: 'duplicate',
    copy: first.unit,
    copySpan,
  });
}

/** The sentence in the page's text: the one at the same place among the sentences of its unit. */
function pageSpan({ page }: Story, { unit, start }: Said): { start: number; end: number } | null {
  const inKey = sentenceSpans(unit.key, 0, unit.key.length);
  const inText = sentenceSpans(page.text, unit.start, unit.end);
  return inKey.length === inText.length
    ? (inText[inKey.findIndex((span) => span.start === start)] ?? null)
    : null;
}
