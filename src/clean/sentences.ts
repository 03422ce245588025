// Sentences of a passage, for comparison only.

const STOP = /[.!?…。！？।؟۔]/;
const CLOSER = /["'”’»)\]」』）】]/;
const IDEOGRAPHIC = /[。！？]/;

/** Offsets of the sentences in `[from, to)`. Abbreviations may cut one in two; both copies are cut alike. */
export function sentenceSpans(text: string, from: number, to: number): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  let start = from;
  for (let i = from; i < to; i += 1) {
    const char = text[i] ?? '';
    if (!STOP.test(char)) continue;
    while (i + 1 < to && (STOP.test(text[i + 1] ?? '') || CLOSER.test(text[i + 1] ?? ''))) i += 1;
    if (i + 1 < to && !/\s/.test(text[i + 1] ?? '') && !IDEOGRAPHIC.test(char)) continue;
    spans.push({ start, end: i + 1 });
    while (i + 1 < to && /\s/.test(text[i + 1] ?? '')) i += 1;
    start = i + 1;
  }
  if (start < to) spans.push({ start, end: to });
  return spans;
}
