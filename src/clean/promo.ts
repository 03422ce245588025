// Labels that point to another story: "Also read: ...", "READ | ...".

import { foldCase, lineForm, withoutMarks } from './ledger/dedupe-key.ts';
import type { LineRule } from './line-rule.ts';
import { sizeOf } from './shape.ts';

/** What may stand before a label: bullets, arrows, brackets. */
export const LEAD = /^[\s>»›→←▶►◀◄▼▽▲△■□◆●・•*※★☆|+~–—()（[\]{}【「-]+/u;
const DELIMITER = /^[\s\]】）)]*(?:[:：|»›→>]|[–—-](?=\s))[\s>»›→]*|^\s?[\]】]/u;
const STRICT_DELIMITER = /^[\s\]】）)]*[:：|]\s*/u;

export const promoLabel: LineRule = {
  id: 'promo-label',
  why: 'a label such as "Also read:" points to another story',
  reason: 'promo',
  test: ({ text, size }, lexicon) => {
    const body = withoutMarks(text).replace(LEAD, '');
    const lower = foldCase(body);
    const label = endOfLabel(lexicon.promo.exec(lower)?.[0], body);
    if (label !== undefined && size <= 60) {
      const rest = body.slice(label.length);
      if (isSentenceBehind(rest)) return null;
      if (DELIMITER.test(rest)) return label;
      if (isHeadlineAfterLabel(body, label, size)) return label;
    }
    const colon = body.search(/[:：]/);
    if (
      colon > 2 &&
      colon <= 40 &&
      size <= 60 &&
      !isSentenceBehind(body.slice(colon)) &&
      !isTerm(body.slice(0, colon), body.slice(colon)) &&
      lexicon.related(lineForm(body.slice(0, colon)))
    )
      return body.slice(0, colon);
    const strict = lexicon.promoStrict.exec(lower)?.[0];
    if (strict === undefined || size > 40 || isSentenceBehind(body.slice(strict.length))) return null;
    if (size > 14 && /[.。]$/.test(body)) return null;
    if (STRICT_DELIMITER.test(body.slice(strict.length)) && body.length > strict.length + 3) return strict;
    return strict.length > 3 && isShouted(body, strict) && isHeadlineAfterLabel(body, strict, size)
      ? strict
      : null;
  },
};

/** "Previously in The Herald: The bank": the name of the series belongs to the label, the headline does not. */
function endOfLabel(label: string | undefined, body: string): string | undefined {
  const colon = label?.search(/: /) ?? -1;
  const named = /\p{Lu}[\p{L}\p{M}\p{N}'’.-]*$/u.test(body.slice(0, Math.max(0, colon)));
  return !named || /[.!?]["'”’»)]*$/u.test(body) ? label : label?.slice(0, colon);
}

/** "Related: that is the word they use.": what follows the colon goes on as a sentence. */
function isSentenceBehind(rest: string): boolean {
  return /^\s*[:：|–—-]?\s*\p{Ll}/u.test(rest) && /[.!?]\s|[.!]$/.test(rest);
}

const MAX_TERM = 4;

/** "Related to each other: for example, a server" explains a term; a headline begins with a capital. */
const isTerm = (label: string, rest: string): boolean =>
  sizeOf(label) <= MAX_TERM && /^[:：]\s*\p{Ll}\p{Ll}/u.test(rest);

/** "Read more Why moles love verges": no sentence, and a capital after the label. */
function isHeadlineAfterLabel(body: string, label: string, size: number): boolean {
  const rest = body.slice(label.length).trim();
  return (
    size <= 25 &&
    (label.includes(' ') || isShouted(body, label)) &&
    /^["'“‘«„¿¡]?[\p{Lu}\p{N}]/u.test(rest) &&
    !/[.,;:!]["'”’»)]*$/u.test(rest) &&
    !/[.!] /.test(rest)
  );
}

function isShouted(body: string, label: string): boolean {
  const said = body.slice(0, label.length);
  return (
    said === said.toUpperCase() && said !== said.toLowerCase() && /\p{Ll}/u.test(body.slice(label.length))
  );
}
