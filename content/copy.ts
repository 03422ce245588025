// Every fixed word that a reader sees, per language. `{n}`, `{name}` and the like are filled in. A new language
// is one more file in locales/ and its name below; a language that is not here reads the English words.

import { nameDay } from './dates.ts';
import { arabic } from './locales/ar.ts';
import { german } from './locales/de.ts';
import { english } from './locales/en.ts';
import { spanish } from './locales/es.ts';
import { french } from './locales/fr.ts';
import { italian } from './locales/it.ts';
import { japanese } from './locales/ja.ts';
import { portuguese } from './locales/pt.ts';
import { type Copy, CUT_REASONS, type CutReason, type Forms } from './locales/words.ts';
import type { Weekday } from './publication.ts';

export type Counts = { readonly passages: number; readonly printed: number } & Readonly<
  Record<CutReason, number>
>;

/** @param lang a BCP 47 tag; `pt-BR` reads `pt`, an unknown language reads English. */
export function copyFor(lang: string): Copy {
  const tag = lang.toLowerCase();
  return copies.get(tag) ?? copies.get(tag.split(/[-_]/)[0] ?? '') ?? english;
}

/** Puts values into the words: `fill('From {name}', { name: 'Reuters' })`. */
export const format = (words: string, values: Readonly<Record<string, string>>): string =>
  words.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

/** The words in the form that a figure asks for, and the figure as the language writes it. */
export function formatPlural(copy: Copy, forms: Forms, n: number): string {
  const rule = new Intl.PluralRules(copy.lang).select(n);
  return format(forms[rule] ?? forms.other, { n: n.toLocaleString(copy.lang) });
}

/** The issue that a story of a round-up comes from. One with the story's own title is told by its number alone. */
export const nameIssue = (
  { week }: Copy,
  { number, title }: { readonly number: number; readonly title: string },
  storyTitle: string,
): string => format(title === storyTitle ? week.from : week.fromTitled, { n: String(number), title });

/** When the first mail comes to a new reader. */
export function welcomeText(
  lang: string,
  { name, weeklyDay }: { readonly name: string; readonly weeklyDay: Weekday | null },
): string {
  const { lang: spoken, welcome } = copyFor(lang);
  return weeklyDay === null
    ? format(welcome.text, { name })
    : format(welcome.weekly, { name, day: nameDay(spoken, weeklyDay) });
}

/** What came in, and how much of it was printed and cut, in one sentence. */
export function receiptLine(copy: Copy, counts: Counts): string {
  const { sentence, whole, came, printed, cut, firstCut, comma } = copy.receipt;
  const items = CUT_REASONS.filter((reason) => counts[reason] > 0).map((reason, index) =>
    formatPlural(copy, (index === 0 && firstCut ? firstCut : cut)[reason], counts[reason]),
  );
  const values = {
    came: formatPlural(copy, came, counts.passages),
    printed: formatPlural(copy, printed, counts.printed),
  };
  return items.length === 0
    ? format(formatPlural(copy, whole, counts.passages), values)
    : format(sentence, { ...values, cut: items.join(comma) });
}

const copies: ReadonlyMap<string, Copy> = new Map(
  [english, spanish, german, french, italian, portuguese, arabic, japanese].map((copy) => [copy.lang, copy]),
);

export const languages: readonly string[] = [...copies.keys()];
