// What readers see of a whole page: a menu, comments and scripts around a story are nobody's report. They are counted where they
// were cut, and people's addresses in what is shown are left out.

import { holdsSentence, type Passage } from '../clean/index.ts';
import type { Entry } from './entry.ts';

/** The rule that cuts promotion by its label. */
const LABELLED = 'promo-label';
/** The judge's rule: only a whole page has what it cuts. */
const CLUTTER = 'clutter';

export const isWholePage = (ledger: readonly Passage[]): boolean =>
  ledger.some(({ rule, role }) => rule === CLUTTER && role === 'dropped');

/** @param entries each passage of the page, in order. Lines in a row that are counted become one entry. */
export function forReaders(entries: readonly Entry[], isMarkupCounted: boolean): Entry[] {
  const isPrinted = ({ role }: Entry): boolean => role !== 'dropped' && role !== 'title';
  const [first, last] = [entries.findIndex(isPrinted), entries.findLastIndex(isPrinted)];
  const shown: Entry[] = [];
  let markup = 0;
  for (const [i, entry] of entries.entries()) {
    if (entry.reason === undefined) shown.push(entry);
    else if (entry.reason === 'markup' && isMarkupCounted) markup += 1;
    else if (entry.reason === 'markup' || isShown(entry, i > first && i < last))
      shown.push(withoutAddresses(entry));
    else {
      const before = shown.at(-1);
      if (before?.count === undefined) shown.push(countOf('boilerplate', 1));
      else shown[shown.length - 1] = countOf('boilerplate', before.count + 1);
    }
  }
  return markup === 0 ? shown : [...shown, countOf('markup', markup)];
}

const isShown = ({ reason, rule, text }: Entry, isInStory: boolean): boolean =>
  reason === 'duplicate' || rule === LABELLED || (isInStory && holdsSentence(text));

const countOf = (reason: NonNullable<Entry['reason']>, count: number): Entry => ({
  text: '',
  role: 'dropped',
  reason,
  rule: 'counted',
  count,
});

function withoutAddresses({ text, seen, ...entry }: Entry): Entry {
  return {
    ...entry,
    text: hideAddresses(text),
    ...(seen === undefined ? {} : { seen: hideAddresses(seen) }),
  };
}

/** Addresses of mail and of the web, as a word of a text. */
const hideAddresses = (text: string): string =>
  text.replace(/\S+/g, (word) => (/[^@]@[^@]|:\/\/|^\W*www\./i.test(word) ? '…' : word));
