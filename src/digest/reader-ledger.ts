// A report's ledger as readers are shown it: each passage once and whole, what happened to it, and why.

import type { Passage, Report } from '../clean/index.ts';
import type { Source } from '../clean/source.ts';
import type { Entry } from './entry.ts';
import { cutAtWord, toSingleLine } from './line.ts';
import { forReaders, isWholePage } from './page-entries.ts';

/** Of all copies together, in UTF-16 units, beside twice the length of the text. */
const MIN_ROOM = 20_000;
const MAX_QUOTE = 300;

/**
 * In the order of the raw text; what continues a passage stands with it. Of a whole page only the cuts from its story are
 * shown, and the others counted.
 * @param source what the report was made of, which knows where there was white space between two pieces.
 */
export function accountFor(report: Pick<Report, 'ledger'>, { raw, format }: Source): Entry[] {
  const entries = listEntries(report, raw);
  const isHtml = format === 'html';
  return isHtml || isWholePage(report.ledger) ? forReaders(entries, isHtml) : entries;
}

function listEntries(report: Pick<Report, 'ledger'>, raw: string): Entry[] {
  const pieces = joinContinued(report.ledger, raw);
  // Far more than a report repeats: only a long paragraph of which every sentence comes again would need it.
  let room = 2 * raw.length + MIN_ROOM;
  const quote = (copy: string): string => {
    room -= copy.length;
    return room >= 0 ? copy : cutAtWord(copy.slice(0, 2 * MAX_QUOTE), MAX_QUOTE);
  };
  return pieces
    .filter(({ text }) => text !== '')
    .map(({ passage, text }) => {
      const { role, reason, rule, evidence, duplicateOf, override } = passage;
      const seen = toSingleLine(evidence ?? '');
      const isEcho = seen.length > text.length / 2 && text.toLowerCase().startsWith(seen.toLowerCase());
      const copy = duplicateOf === undefined ? undefined : pieceAt(pieces, duplicateOf.start)?.text;
      return {
        text,
        role,
        rule,
        ...(reason === undefined ? {} : { reason }),
        ...(seen === '' || isEcho ? {} : { seen }),
        ...(copy === undefined || copy === text ? {} : { copy: quote(copy) }),
        ...(override === undefined ? {} : { editor: override }),
      };
    });
}

type Piece = { readonly passage: Passage; readonly text: string };

/** Very many pieces may belong to one passage (a link is three), so they are put together once, at the end. */
function joinContinued(ledger: readonly Passage[], raw: string): Piece[] {
  const pieces: { readonly passage: Passage; readonly parts: string[] }[] = [];
  let last: (typeof pieces)[number] | undefined;
  let isApart = true;
  for (const passage of ledger) {
    if (passage.continues === true && last !== undefined) {
      if (isApart) last.parts.push(' ');
      last.parts.push(passage.text);
      isApart = false;
    } else {
      const piece = { passage, parts: [passage.text] };
      pieces.push(piece);
      if (passage.reason !== 'markup') {
        last = piece;
        isApart = false;
      }
    }
    // White space belongs to the passage before it.
    isApart ||= passage.end > passage.start && /\s/.test(raw[passage.end - 1] ?? '');
  }
  return pieces.map(({ passage, parts }) => ({ passage, text: toSingleLine(parts.join('')) }));
}

/** The piece in which an offset lies; of an editor's words and the passage that begins there, the passage. */
function pieceAt(pieces: readonly Piece[], offset: number): Piece | undefined {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.passage.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return pieces[low - 1];
}
