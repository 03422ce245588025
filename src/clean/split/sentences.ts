// Sentences of a passage, for comparison only.

import { CASELESS, caseOf } from '../read/characters.ts';

const STOPS = new Set('.!?…。！？।؟۔');
const CLOSERS = new Set(`"'”’»)]」』）】`);
const IDEOGRAPHIC = new Set('。！？');

/** Offsets of the sentences in `[from, to)`. Abbreviations may cut one in two; both copies are cut alike. */
export function sentenceSpans(text: string, from: number, to: number): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  let start = from;
  for (let i = from; i < to; i += 1) {
    if (caseOf(text.charCodeAt(i)) <= CASELESS) continue;
    const char = text[i] ?? '';
    if (!STOPS.has(char)) continue;
    while (i + 1 < to && (STOPS.has(text[i + 1] ?? '') || CLOSERS.has(text[i + 1] ?? ''))) i += 1;
    if (i + 1 < to && !/\s/.test(text[i + 1] ?? '') && !IDEOGRAPHIC.has(char)) continue;
    spans.push({ start, end: i + 1 });
    while (i + 1 < to && /\s/.test(text[i + 1] ?? '')) i += 1;
    start = i + 1;
  }
  if (start < to) spans.push({ start, end: to });
  return spans;
}
