// Questions and answers that were run together on one line: "FAQ Who pays? The county. When? In May."

import type { Lexicon } from '../languages/lexicon.ts';
import { foldCase, lineForm } from '../ledger/dedupe-key.ts';
import { questionMark, shapeOf, sizeOf } from '../shape.ts';
import type { Segment } from '../split/segment.ts';
import { sentenceSpans } from '../split/sentences.ts';
import type { PageDocument } from '../story.ts';

const MAX_TITLE = 6;
const MIN_LENGTH = 12;
/** No report has more; each costs a walk over the units. */
const MAX_BLOCKS = 8;

/** Cuts a line that begins with the title of a block of questions into the title, its questions and its answers. */
export function cutInlineQuestions(story: PageDocument): void {
  const mark = questionMark(story.lexicon);
  let blocks = 0;
  for (let i = 0; i < story.segments.length && blocks < MAX_BLOCKS; i += 1) {
    const unit = story.segments[i];
    if (unit === undefined || unit.verdict !== null || unit.shape.size < MIN_LENGTH || !mark.test(unit.text))
      continue;
    const title = titleEnd(story, unit);
    if (title === null) continue;
    const cuts = pairCuts(story, title, unit.end);
    if (cuts.length < 4) continue;
    blocks += 1;
    i += story.splitAll(unit, cuts).length - 1;
  }
}

/** Where the title ends and the first question begins; null where the line opens with no title. */
function titleEnd({ page, lexicon }: PageDocument, unit: Segment): number | null {
  const raw = page.text.slice(unit.start, Math.min(unit.end, unit.start + 120));
  let words = 0;
  for (const { index } of raw.matchAll(/\s+(?=["'“«„]?[\p{Lu}\p{Lo}\p{N}¿])/gu)) {
    words = sizeOf(raw.slice(0, index));
    if (words > MAX_TITLE) return null;
    if (!/[.!?]$/.test(raw.slice(0, index)) && lexicon.faq(lineForm(raw.slice(0, index))))
      return unit.start + index;
  }
  return null;
}

/** The title's end, then the beginning of each answer and of each further question; none unless they take turns. */
function pairCuts({ page, lexicon }: PageDocument, from: number, to: number): number[] {
  const cuts: number[] = [];
  let asked: boolean | null = null;
  for (const { start, end } of wholeSentences(page.text, from, to, lexicon)) {
    const { asks } = shapeOf(page.text.slice(start, end), lexicon);
    if (asked === null && !asks) return [];
    if (asked !== asks) cuts.push(start);
    asked = asks;
  }
  return asked === true ? [] : cuts;
}

/** Sentences, an abbreviation with its stop being no end of one. */
function wholeSentences(
  text: string,
  from: number,
  to: number,
  lexicon: Lexicon,
): { start: number; end: number }[] {
  const whole: { start: number; end: number }[] = [];
  let open = false;
  let at = from;
  while (/\s/.test(text[at] ?? '')) at += 1;
  for (const { start, end } of sentenceSpans(text, at, to)) {
    const last = whole.at(-1);
    if (open && last !== undefined) last.end = end;
    else whole.push({ start, end });
    const word = /([\p{L}.]+)\.$/u.exec(text.slice(Math.max(start, end - 20), end))?.[1] ?? '';
    // "No." alone is an answer.
    open =
      word.length > 0 &&
      word.length + 1 < end - start &&
      (lexicon.abbreviations.has(foldCase(word)) || /^\p{Lu}$/u.test(word));
  }
  return whole;
}
