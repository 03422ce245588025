// Labels inside a paragraph: "It has eleven stops. ALSO READ: Why do fares rise? The first train was full.", and credits
// in front of one: "© Provided by Kelby Press Ltd The maker of kettles showed a phone."

import type { Lexicon } from '../languages/lexicon.ts';
import { foldCase } from '../ledger/dedupe-key.ts';
import { creditBehind, isCredited } from '../read/pictures.ts';
import { holdsSentence } from '../sentence.ts';
import { sizeOf } from '../shape.ts';
import type { Segment } from '../split/segment.ts';
import { isProse, type Rule } from '../story.ts';

const MAX_HEADLINE = 24;
const SENTENCE_END = /[.!?。！？।]["'”’»)]?\s+(?=["'“‘«„»]?\p{Lu})/gu;
/** What follows the colon or the bar of a label begins like a headline. */
const HEADLINE = /^\s*[:：|]\s*["'“‘«„¿¡]?[\p{Lu}\p{Lo}\p{N}]/u;

export const gluedLabels: Rule = {
  id: 'glued-label',
  why: 'a promo inside a paragraph goes up to the end of its headline, a credit in front of one up to its name',
  find: (story) => {
    const cuts = new Map<Segment, number[]>();
    const last = story.segments.findLast(isProse);
    for (const unit of story.segments) {
      if (unit.verdict !== null || !/[:：|©]/.test(unit.text)) continue;
      const text = story.page.text.slice(unit.start, unit.end);
      const credit = endOfCredit(text, story.lexicon);
      const behind = startOfCredit(text, story.lexicon, unit === last);
      const places = [credit, ...promosIn(text, story.lexicon), behind]
        .filter((at) => at > 0)
        .map((at) => unit.start + at);
      if (places.length > 0) cuts.set(unit, places);
    }
    // The parts are labelled lines now, which the next rule takes.
    if (cuts.size > 0) story.splitEach(cuts);
  },
};

/** Where promos begin and end in a paragraph. */
function promosIn(text: string, lexicon: Lexicon): number[] {
  const cuts: number[] = [];
  let from = 0;
  for (const match of text.matchAll(SENTENCE_END)) {
    const at = match.index + match[0].length;
    if (at < from) continue;
    const label = labelAt(text, at, lexicon);
    if (label === 0) continue;
    const end = endOfHeadline(text, at + label, lexicon);
    if (end === null) continue;
    cuts.push(at);
    if (end < text.length) cuts.push(end);
    from = end;
  }
  return cuts;
}

/** The length of a label at a place: in any letters if it says what it is, in capitals if it is a word like "WATCH". */
function labelAt(text: string, at: number, { promo, promoStrict, promoStarts }: Lexicon): number {
  const ahead = text.slice(at, at + 60);
  const lower = foldCase(ahead);
  if (!promoStarts.has(lower[0] ?? '') && !/^\p{Lu}{3}/u.test(ahead)) return 0;
  const label = promo.exec(lower)?.[0];
  if (label !== undefined && HEADLINE.test(ahead.slice(label.length))) return label.length;
  const strict = promoStrict.exec(lower)?.[0].length ?? 0;
  const shouted = strict > 0 && ahead.slice(0, strict) === ahead.slice(0, strict).toUpperCase();
  return shouted && HEADLINE.test(ahead.slice(strict)) ? strict : 0;
}

/** Behind the stop of the headline, or where a new sentence begins with "The" and the like; null where it is not clear. */
function endOfHeadline(text: string, from: number, { starters }: Lexicon): number | null {
  const rest = text.slice(from);
  const stop = /[.!?。！？।]["'”’»)]?(?=\s|$)/u.exec(rest);
  const headline = stop === null ? rest : rest.slice(0, stop.index + stop[0].length);
  for (const match of headline.matchAll(/(?<=\p{Ll}\s)\p{Lu}[\p{L}'’]*(?=\s\p{Ll})/gu))
    if (match.index > 8 && starters.has(foldCase(match[0])) && stop !== null && !/[?？]/.test(stop[0]))
      return from + match.index;
  return sizeOf(headline.trim()) <= MAX_HEADLINE ? from + headline.length : null;
}

const MAX_NAME = 60;
const MIN_BEHIND = 6;

/** Where a passage begins behind a credit and a name, by a full stop or by a word such as "The"; 0 where none does. */
function endOfCredit(text: string, { credit, starters }: Lexicon): number {
  const sign = isCredited(text) ? /^\s*\S+\s*/u.exec(text) : null;
  const label = sign?.[0].length ?? credit.exec(foldCase(text))?.[0].length ?? 0;
  if (label === 0 || !/^\s*[:：©]|^\s*\p{Lu}/u.test(text.slice(label))) return 0;
  const name = text.slice(label, label + MAX_NAME);
  for (const match of name.matchAll(/(?<=[\p{L}\p{N})](?:\.?)\s)\p{Lu}[\p{L}'’]*(?=\s)/gu)) {
    const at = label + match.index;
    const isStart = /\.\s$/.test(text.slice(0, at)) || starters.has(foldCase(match[0]));
    const rest = text.slice(at);
    if (isStart && sizeOf(rest) >= MIN_BEHIND && holdsSentence(rest)) return at;
  }
  return 0;
}

const MAX_CAPTION = 30;

/** Where the credit behind a paragraph begins. What is short is a caption, but for the last sentence of a text. */
function startOfCredit(text: string, lexicon: Lexicon, isLast: boolean): number {
  const at = creditBehind(text, lexicon)?.at ?? 0;
  const told = text.slice(0, at);
  return holdsSentence(told) && (isLast || sizeOf(told) > MAX_CAPTION) ? at : 0;
}
