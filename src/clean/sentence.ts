// Sentences are safe: only a copy, the words of a label, or a judge who is sure may take one.

import { SURE } from './judge/index.ts';
import type { DropReason } from './ledger/passage.ts';
import { sizeOf } from './shape.ts';
import { sentenceSpans } from './split/sentences.ts';

/** Shorter ones are initials, a button with a stop, an abbreviation. */
const MIN_SENTENCE = 4;
const MIN_ALONE = 3;
const STOP = /[.!。！।॥۔．…][\s"'”’»“)\]」』）】]*$/u;
/** Longer texts hold a sentence in any case. */
const LONG = 400;

/** Does a text hold a full sentence, wherever it stands in it? A question alone may be a headline. */
export function holdsSentence(text: string): boolean {
  if (text.length > LONG) return true;
  return sentenceSpans(text, 0, text.length).some(({ start, end }) => {
    const sentence = text.slice(start, end);
    if (!STOP.test(sentence) || /^\P{L}*$/u.test(sentence)) return false;
    return sizeOf(sentence) >= (end - start === text.length ? MIN_ALONE : MIN_SENTENCE);
  });
}

/** Rules that go by the words themselves: a label, or a phrase that is the whole line. All others go by place or shape. */
const EXACT: ReadonlySet<string> = new Set([
  'breadcrumb',
  'byline',
  'caption',
  'credit',
  'hashtags',
  'page-furniture',
  'page-notice',
  'plea',
  'press-tail',
  'promo-label',
  'share-bar',
  'small-print',
  'stamp',
]);

type Cut = {
  readonly rule: string;
  readonly reason: DropReason;
  readonly confidence?: number;
  readonly override?: unknown;
};

/** May a rule drop these words? An editor may drop all. */
export function mayDrop(text: string, { rule, reason, confidence = 0, override }: Cut): boolean {
  return (
    reason === 'duplicate' ||
    reason === 'markup' ||
    override !== undefined ||
    EXACT.has(rule) ||
    confidence >= SURE ||
    !holdsSentence(text)
  );
}
