// The address of an issue on the web: words of its subject and the beginning of its random id.

/**
 * Known before anything is stored, since the mail names it; it cannot be guessed before the mail is out; and two issues
 * may have the same words.
 */
export const toSlug = (subject: string, id: string): string =>
  [toSlugWords(subject), id.replaceAll('-', '').slice(0, 8)].filter((part) => part !== '').join('-');

/** Plain ASCII words, perhaps none. */
function toSlugWords(subject: string): string {
  const words = subject
    .replace(/[ßæœøłđı]/giu, (letter) => PLAIN[letter.toLowerCase()] ?? '')
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  let slug = words.shift()?.slice(0, MAX_LENGTH) ?? '';
  for (const word of words) {
    if (slug.length + word.length + 1 > MAX_LENGTH) break;
    slug = `${slug}-${word}`;
  }
  return slug;
}

const MAX_LENGTH = 60;

/** Letters that are not a plain letter with a mark. */
const PLAIN: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ı: 'i' };
