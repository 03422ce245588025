// Two forms of a text for comparison. Neither is ever printed.

/** The text with each run of white space as one blank. */
export function collapseSpaces(text: string): string {
  let blank = true;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    const space = code === 32 || (code >= 9 && code <= 13) || code === 160 || code > 0x1679;
    if (space && (blank || code !== 32)) {
      if (code === 32 || /\s/.test(text[i] ?? '')) return text.replace(/\s+/g, ' ').trim();
    }
    blank = code === 32;
  }
  return blank ? text.trim() : text;
}

const ARABIC_MARKS = /[\u064b-\u0652\u0640]/g;

/** Arabic without vowel signs and stretching, which writers set as they like. Other text comes back as it is. */
export function withoutMarks(text: string): string {
  return /[\u0640-\u0652]/.test(text) ? text.replace(ARABIC_MARKS, '') : text;
}

/**
 * Lower case without the traps of Turkish ("İ" and "I" are both "i") and with straight apostrophes. Keeps the length of
 * ordinary text, so an offset into the one is an offset into the other.
 */
export function foldCase(text: string): string {
  const lower = text.toLowerCase();
  return /[\u0080-\uffff]/.test(lower)
    ? lower.replace(/i\u0307|\u0131/g, 'i').replace(/[\u2018\u2019\u02bc]/g, "'")
    : lower;
}

/**
 * What two copies of a passage have in common: the text without differences of case, of quotes, of dashes and
 * of white space. Numbers, names, negations and all other marks stay, so what differs in them is no copy.
 */
export function dedupeKeyOf(text: string): string {
  let key = text.normalize('NFC').toLowerCase();
  if (/[\u0080-\uffff]/.test(key)) {
    key = key
      .replace(/\u00ab\s([^\u00ab\u00bb]*?)\s\u00bb/g, '"$1"')
      .replace(/["\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\u300c\u300d\u300e\u300f\uff62\uff63]/g, '"')
      .replace(/[\u2018\u2019\u201a\u201b\u2032\u2039\u203a\u00b4`\u02bc]/g, "'")
      .replace(/[\u2010-\u2015\u2212]/g, '-')
      .replace(/\u2026/g, '...')
      .replace(/i\u0307|\u0131/g, 'i')
      .replace(/\u00df/g, 'ss')
      .replace(/\u03c2/g, '\u03c3');
  }
  return collapseSpaces(key).replace(/''/g, '"');
}

const LEAD = /^[\s#>»›→←▶►◀◄▼▽▲△■□◆●・•*※★☆|+~–—-]+(?=[\p{L}\p{N}"'¿¡])/u;
const BRACKETS = /[()[\]{}（）【】]/g;

/** A line as the pattern lists see it: lower case, straight quotes, no brackets, no arrows in front. */
export function lineForm(text: string, key = dedupeKeyOf(text)): string {
  const compatible = text.normalize('NFKC');
  const base = compatible === text ? key : dedupeKeyOf(compatible);
  return collapseSpaces(
    withoutMarks(base)
      .replace(BRACKETS, ' ')
      .replace(LEAD, '')
      .replace(/\s[\u2013\u2014-]+$/, ''),
  );
}
