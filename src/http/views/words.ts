// The words of the pages in the publication's language, and how an address is shown in them.

import { formatTime as timeIn } from '../../../content/dates.ts';
import { pageWords } from '../../../content/pages.ts';
import { publication } from '../../../content/publication.ts';

export const words = pageWords(publication.language);

/** Fills in `{name}`, the publication's, and the given values. */
export const format = (text: string, values: Readonly<Record<string, string>> = {}): string =>
  text.replace(/\{(\w+)\}/g, (whole, key: string) => ({ name: publication.name, ...values })[key] ?? whole);

/** A time to the minute in the publication's time zone, rounded up. */
export const formatTime = (time: number): string => timeIn(words.lang, publication.timeZone, time);

/** `anna@example.org` -> `a…@example.org`: its owner recognises it, others do not. */
export function maskAddress(email: string | null): string {
  if (email === null) return words.leave.thisAddress;
  const at = email.lastIndexOf('@');
  const [first = ''] = email.slice(0, at);
  return `${first}…${email.slice(at)}`;
}
