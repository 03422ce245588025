// Lines of html that every server on the way takes as they are. SMTP allows 998 bytes in a line (RFC 5321, 4.5.3.1.6),
// and SpamAssassin counts longer ones beside a hidden preheader against a mail.

/** What SMTP allows, without the line's end. */
export const MAX_LINE_BYTES = 998;

/** Shorter, since each recipient's token takes the place of a shorter word. */
const WANTED_BYTES = 700;

const [TAG_START, TAG_END, QUOTE, AMPERSAND, SPACE, LINE_FEED] = [0x3c, 0x3e, 0x22, 0x26, 0x20, 0x0a];

/** A place where the line may end: a space that becomes a line feed, or the end of a tag, which gets one. */
type Place = { readonly at: number; readonly bytes: number; readonly isSpace: boolean };

/**
 * Breaks long lines where that changes nothing that anybody sees: before an attribute, else at a space of a text, else
 * at the end of a tag, and inside an empty `<wbr>` where a text has none of them for that long.
 * @param html whose attributes stand between double quotes, as React writes them.
 */
export function breakLines(html: string): string {
  let out = '';
  let from = 0;
  let lineBytes = 0;
  let beforeAttribute: Place | null = null;
  let inText: Place | null = null;
  let atTagEnd: Place | null = null;
  let tagStart = -1;
  let isQuoted = false;
  let entityEnd = -1;
  for (let at = 0; at < html.length; at += 1) {
    const code = html.charCodeAt(at);
    if (code === LINE_FEED) {
      lineBytes = 0;
      beforeAttribute = inText = atTagEnd = null;
      continue;
    }
    const isInText = tagStart < 0 && code !== TAG_START;
    const isBetween = isInText && at > entityEnd;
    if (code === SPACE && !isQuoted) {
      const place = { at, bytes: lineBytes, isSpace: true };
      if (tagStart < 0) inText = place;
      else if (html[tagStart + 1] !== '!') beforeAttribute = place;
    }
    if (tagStart >= 0) {
      if (code === QUOTE) isQuoted = !isQuoted;
      else if (code === TAG_END && !isQuoted) {
        if (html[at - 1] !== '/' && html[tagStart + 1] !== '!')
          atTagEnd = { at, bytes: lineBytes, isSpace: false };
        tagStart = -1;
      }
    } else if (code === TAG_START) tagStart = at;
    else if (code === AMPERSAND) entityEnd = html.indexOf(';', at);
    lineBytes += bytesAt(code);
    if (lineBytes <= WANTED_BYTES) continue;
    const place: Place | null = beforeAttribute ?? inText ?? atTagEnd;
    if (place !== null) {
      out += `${html.slice(from, place.at)}\n`;
      from = place.at + Number(place.isSpace);
      lineBytes -= place.bytes + Number(place.isSpace);
    } else if (isBetween && isWhole(html, at)) {
      out += `${html.slice(from, at)}<wbr\n>`;
      from = at;
      lineBytes = 1 + bytesAt(code);
    } else continue;
    beforeAttribute = later(beforeAttribute, place);
    inText = later(inText, place);
    atTagEnd = later(atTagEnd, place);
  }
  return out + html.slice(from);
}

/** A place that the new line still holds, with the bytes before it there. */
const later = (place: Place | null, end: Place | null): Place | null =>
  place === null || end === null || place.at <= end.at
    ? null
    : { ...place, bytes: place.bytes - end.bytes - Number(end.isSpace) };

/** In UTF-8; of a surrogate pair each half counts two. */
const bytesAt = (code: number): number =>
  code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 2 : 3;

/** Nothing that belongs together ends before this place: a surrogate pair, a letter and its marks, a joined picture. */
const isWhole = (html: string, at: number): boolean =>
  !/^(?:[\udc00-\udfff]|\p{M}|\p{EMod}|\u200d)/u.test(html.slice(at, at + 2)) && html[at - 1] !== '\u200d';

/** @returns the bytes of the longest line. */
export function longestLine(text: string): number {
  let longest = 0;
  let bytes = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    bytes = code === LINE_FEED ? 0 : bytes + bytesAt(code);
    if (bytes > longest) longest = bytes;
  }
  return longest;
}
