// What a passage looks like, apart from what it says: how long it is, how it ends, whether it could be a headline.

import type { Lexicon } from './languages/lexicon.ts';

/** full: a sentence ends here; question; open: more must follow (comma, colon); cut: an ellipsis; bare: nothing. */
export type Ending = 'full' | 'question' | 'open' | 'cut' | 'bare';

export type Shape = {
  /** Length in words; two characters of a script without blanks count as one. */
  readonly size: number;
  readonly ending: Ending;
  /** Short, without a mark at its end, and not beginning in lower case. */
  readonly headline: boolean;
  /** One short question. */
  readonly asks: boolean;
};

const IDEOGRAPH = /[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]/g;
const CLOSERS = /["'”’»“)\]」』）】\s]/;
/** "v2.0", "iPhone", "mRNA": names that begin in lower case. */
const LOWER_NAME = /^\P{L}{0,2}\p{Ll}{1,3}[\p{Lu}\p{N}]/u;
const MAX_HEADLINE = 16;
const MAX_QUESTION = 28;

/** What ends a question; Greek has a mark of its own. */
export function questionMark(lexicon: Lexicon): RegExp {
  return lexicon.code === 'el' ? /[?;]/ : /[?？؟]/;
}

export function shapeOf(text: string, lexicon: Lexicon): Shape {
  const size = sizeOf(text);
  let at = text.length - 1;
  while (at > 0 && CLOSERS.test(text[at] ?? '')) at -= 1;
  const ending = isSigned(text, size) ? 'full' : endingAt(text, at, lexicon);
  const first = /[\p{L}\p{N}]/u.exec(text)?.[0] ?? '';
  const headline =
    (ending === 'bare' || ending === 'question') &&
    size <= MAX_HEADLINE &&
    text.length <= 140 &&
    first !== '' &&
    (!/\p{Ll}/u.test(first) || LOWER_NAME.test(text));
  return { size, ending, headline, asks: ending === 'question' && size <= MAX_QUESTION };
}

const MIN_SIGNED = 4;
const LONGEST_TAIL = 60;
/** What may stand behind the last stop: "(Reuters)", "-- AFP", "/PTI", "PKS ARC", "FONDS ARDOUIN / ARCHIVES", a square. */
const SIGNATURE =
  /(?:[\p{L}\p{N}%)]{2}[.!?]|。)["'”’»]?\s+(?:[([（](?=\p{L})[^()（）[\]]{1,40}[)\]）]|(?:[—–-]{1,2}|\/)\s?\p{Lu}[\p{L}. ]{1,30}|\p{Lu}{2,}(?:[ ./]+\p{Lu}{2,}){0,5}|[■□▪◼◆●∎])$/u;

/** A sentence with the name of an agency or of an author behind its stop. */
function isSigned(text: string, size: number): boolean {
  if (size < MIN_SIGNED || !/[)\]）\p{L}■□▪◼◆●∎]$/u.test(text)) return false;
  return SIGNATURE.test(text.slice(-LONGEST_TAIL));
}

export function sizeOf(text: string): number {
  let blanks = 0;
  for (let i = 0; i < text.length; i += 1) if (text.charCodeAt(i) === 32) blanks += 1;
  const ideographs = IDEOGRAPH.test(text) ? (text.match(IDEOGRAPH)?.length ?? 0) : 0;
  IDEOGRAPH.lastIndex = 0;
  return blanks + 1 + Math.ceil(ideographs / 2);
}

function endingAt(text: string, at: number, lexicon: Lexicon): Ending {
  const char = text[at] ?? '';
  switch (char) {
    case '…':
      return 'cut';
    case '.':
      if (text.endsWith('..', at + 1)) return 'cut';
      return 'full';
    case '!':
    case '。':
    case '！':
    case '।':
    case '॥':
    case '۔':
    case '．':
      return 'full';
    case '?':
    case '？':
    case '؟':
      return 'question';
    case ';':
    case ',':
    case ':':
    case '،':
    case '؛':
    case '、':
    case '，':
    case '：':
    case '；':
      return lexicon.code === 'el' && char === ';' ? 'question' : 'open';
    default:
      return 'bare';
  }
}
