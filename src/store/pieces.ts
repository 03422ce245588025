// Long texts are stored in pieces, since a row and a parameter hold 2 MB.

/** In UTF-16 units: at most three bytes each, so that a piece stays under the 2 MB of a parameter and a row. */
const PIECE_LENGTH = 500_000;

/** At least one piece, and never cut within a surrogate pair: half of one cannot be written as UTF-8. */
export function cutIntoPieces(text: string): [string, ...string[]] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; ) {
    let end = Math.min(text.length, at + PIECE_LENGTH);
    if (end < text.length && /[\ud800-\udbff]/.test(text[end - 1] ?? '')) end -= 1;
    pieces.push(text.slice(at, end));
    at = end;
  }
  const [first = '', ...rest] = pieces;
  return [first, ...rest];
}
