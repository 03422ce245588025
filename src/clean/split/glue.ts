// Where two passages were glued together: "report.This", "CNN.FAQs", "ThreeThe company", "Pokrovsk?Over". A cut
// is made only between characters with no white space between them, and never inside abbreviations, initials,
// numbers, domains, file and product names or ellipses.

import {
  caseOf,
  isStop,
  LOWER as LOWER_CASE,
  CASELESS as NO_CASE,
  UPPER as UPPER_CASE,
} from '../read/characters.ts';
import type { GlueContext } from './glue-context.ts';
import { bracketedLabelEnd, isSeam, mayOpen, sectionPathEnd } from './seams.ts';
import { afterStop, startsPassage } from './stops.ts';

/** A text of more passages is refused, so the rest of them need not be found. */
const MAX_CUTS = 60_000;

const BRACKETS = '([（【［';

/** The places in `[from, to)` of `text` (one line) at which a glued passage begins, in order. */
export function glueCuts(text: string, from: number, to: number, context: GlueContext): number[] {
  const cuts: number[] = [];
  let boundary = from;
  let quoteOpen = false;
  const marks = new QuoteMarks();
  // Behind a path of sections another may begin, very often in a text that was made so.
  const cut = (at: number): void => {
    for (let end = at; end > boundary && end < to; end = sectionPathEnd(text, end, to, context.lexicon)) {
      cuts.push(end);
      boundary = end;
      quoteOpen = false;
    }
  };
  const path = sectionPathEnd(text, from, to, context.lexicon);
  cut(path);
  for (let i = path; i < to && cuts.length <= MAX_CUTS; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 32 || caseOf(code) === LOWER_CASE) continue;
    const char = text[i] ?? '';
    const opens = char === '"' ? !quoteOpen : marks.opens(char);
    if (char === '"') quoteOpen = !quoteOpen;
    if (opens && i > path && opensBehindWord(text, i)) {
      cut(i);
      quoteOpen = char === '"';
      continue;
    }
    if (BRACKETS.includes(char) && i > path) {
      const end = bracketedLabelEnd(text, i, to, context);
      if (end > i) {
        cut(i);
        cut(end);
        i = end - 1;
        continue;
      }
    }
    if (isStop(char) || (char === ';' && context.lexicon.code === 'el')) {
      const next = afterStop(text, i, to, quoteOpen);
      const stopAt = i;
      for (let k = i + 1; k < next; k += 1) if (text[k] === '"') quoteOpen = !quoteOpen;
      i = next - 1;
      if (next < to && startsPassage(text, boundary, stopAt, next, context)) cut(next);
      continue;
    }
    if (i === path || !mayOpen(text, i, context.lexicon)) continue;
    const before = text[i - 1] ?? '';
    if (before === ' ' || before === '\t' || before === '\n') continue;
    if (isSeam(text, boundary, i, to, context)) cut(i);
  }
  return cuts;
}

/** Tells opening quotation marks from closing ones that look alike: \u201eGerman\u201c, \u00bbturned\u00ab. */
class QuoteMarks {
  #low = 0;
  #turned = 0;
  #pointed = 0;

  opens(char: string): boolean {
    switch (char) {
      case '„':
        this.#low += 1;
        return true;
      case '“':
        if (this.#low === 0) return true;
        this.#low -= 1;
        return false;
      case '«':
        if (this.#turned === 0) {
          this.#pointed += 1;
          return true;
        }
        this.#turned -= 1;
        return false;
      case '»':
        if (this.#pointed > 0) this.#pointed -= 1;
        else this.#turned += 1;
        return false;
      default:
        return false;
    }
  }
}

/** A quotation that begins right behind a word was glued to it: `nine years\u201cIt is no`. */
function opensBehindWord(text: string, at: number): boolean {
  if (caseOf(text.charCodeAt(at - 1)) > NO_CASE && !/[\p{N}%)]/u.test(text[at - 1] ?? '')) return false;
  const next = text[at + 1] === ' ' && text[at] === '«' ? at + 2 : at + 1;
  // "Toys“R”Us"
  if (/^.[”"»]/u.test(text.slice(next, next + 2))) return false;
  return caseOf(text.charCodeAt(next)) === UPPER_CASE;
}
