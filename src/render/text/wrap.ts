// Lines of at most 72 columns, where the script allows: between words, between Chinese and Japanese
// characters, between Thai words. A word or an address that is longer stays whole on its line.

export const COLUMNS = 72;

// Wide characters take two columns in a terminal (the W and F classes of Unicode's UAX 11, roughly).
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const ZERO = /[\p{Mn}\p{Me}\p{Cf}]/u;
const BREAKS_BETWEEN_CHARACTERS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff60]/u;
const WRITES_WITHOUT_SPACES = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** What may not begin a line, and what may not end one (kinsoku, JIS X 4051). */
const CLINGS_BACK =
  /^[、。，．・：；？！）〕］｝」』】〉》’”…ーァィゥェォッャュョぁぃぅぇぉっゃゅょ々,.:;?!)\]}%°]/u;
const CLINGS_FORWARD = /[（〔［｛「『【〈《‘“([{]$/u;

// One column each: most words of most languages, so that the rest is asked character by character.
const NARROW = /^[\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u2010-\u2027]*$/;

/** @returns columns of a terminal. */
export function widthOf(text: string): number {
  if (NARROW.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += ZERO.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return width;
}

/** @param hang what the second and later lines begin with, for a list item or an answer. */
export function wrap(
  text: string,
  { first = '', hang = '' }: { first?: string; hang?: string } = {},
): string {
  const lines: string[] = [];
  let line = first;
  let width = widthOf(first);
  let empty = true;
  for (const { piece, glued } of pieces(text)) {
    const space = empty || glued ? '' : ' ';
    const wide = widthOf(piece);
    if (!empty && width + space.length + wide > COLUMNS) {
      lines.push(line);
      line = hang + piece;
      width = widthOf(hang) + wide;
    } else {
      line += space + piece;
      width += space.length + wide;
    }
    empty = false;
  }
  return [...lines, line].join('\n');
}

type Piece = { readonly piece: string /** No white space before it. */; readonly glued: boolean };

/** No-break spaces are no places to break. */
function pieces(text: string): Piece[] {
  return text
    .split(/[ \t\n\r]+/)
    .filter((word) => word !== '')
    .flatMap((word) => breakable(word).map((piece, index) => ({ piece, glued: index > 0 })));
}

function breakable(word: string): string[] {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(word)) return [word];
  if (WRITES_WITHOUT_SPACES.test(word))
    return Array.from(
      new Intl.Segmenter('th', { granularity: 'word' }).segment(word),
      (part) => part.segment,
    );
  if (!BREAKS_BETWEEN_CHARACTERS.test(word)) return [word];
  const parts: string[] = [];
  let before: string | undefined;
  for (const character of word) {
    if (before !== undefined && clings(before, character)) parts[parts.length - 1] += character;
    else parts.push(character);
    before = character;
  }
  return parts;
}

function clings(before: string, character: string): boolean {
  if (CLINGS_BACK.test(character) || ZERO.test(character) || CLINGS_FORWARD.test(before)) return true;
  // Letters and figures among the ideographs stay whole words.
  return !BREAKS_BETWEEN_CHARACTERS.test(character) && !BREAKS_BETWEEN_CHARACTERS.test(before.slice(-1));
}
