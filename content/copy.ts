// Every fixed word that a reader sees, per language. `{n}`, `{name}` and the like are filled in. A new language
// is one more file in words/ and its name below; a language that is not here reads the English words.

import { nameDay } from './dates.ts';
import type { Weekday } from './publication.ts';
import { arabic } from './words/ar.ts';
import { german } from './words/de.ts';
import { english } from './words/en.ts';
import { spanish } from './words/es.ts';
import { french } from './words/fr.ts';
import { italian } from './words/it.ts';
import { japanese } from './words/ja.ts';
import { portuguese } from './words/pt.ts';

/** Plural forms by Intl.PluralRules; `other` serves for all that are not given. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

export type Copy = {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly inThisIssue: string;
  readonly faq: string;
  /** Labels of the text part's questions and answers: a letter each. */
  readonly question: string;
  readonly answer: string;
  readonly sources: string;
  readonly by: string;
  readonly from: string;
  readonly original: string;
  readonly originalAt: string;
  readonly editorsNote: string;
  readonly sample: string;
  readonly unsubscribe: string;
  /** The link to the choice between every issue and the round-up. */
  readonly preferences: string;
  readonly receiptTitle: string;
  readonly receipt: ReceiptWords;
  /** Texts of links: each makes sense alone. */
  readonly readOnWeb: string;
  readonly whatWasCut: string;
  readonly readOn: string;
  readonly readOnFaq: string;
  /** Where a mail is cut for its length: `{n}` passages, `{n}` questions. */
  readonly rest: Forms;
  readonly restOfFaq: Forms;
  readonly week: {
    /** Subject of a round-up: `{titles}` of what is in it. */
    readonly subject: string;
    /** Over its list of stories. */
    readonly contents: string;
    /** Where a story comes from: `{n}` is the issue's number, `{title}` its own. */
    readonly from: string;
    readonly fromTitled: string;
    /** Where the mail leaves `{n}` passages to the web, since it prints how each report begins. */
    readonly rest: Forms;
    /** The same, on the page that says what was cut. */
    readonly forLength: Forms;
  };
  readonly web: {
    /** Under an issue's page. */
    readonly frozen: string;
    readonly toIssue: string;
    /** For readers who go by keyboard: past the masthead. */
    readonly skip: string;
  };
  readonly ledger: LedgerWords;
  /** `weekly` instead of `text` to those who chose the round-up, which comes on `{day}`. */
  readonly confirm: Record<'subject' | 'title' | 'text' | 'weekly' | 'action' | 'otherwise', string>;
  /** As above. */
  readonly welcome: Record<'subject' | 'title' | 'text' | 'weekly' | 'promise' | 'action', string>;
  /** Over a mail to the editors. */
  readonly notice: string;
};

/** The page that says what was cut and why. */
type LedgerWords = {
  readonly title: string;
  readonly intro: string;
  readonly nothingCut: string;
  readonly whole: string;
  /** Over the copy of a repeat that is printed. */
  readonly stays: string;
  /** Before what a rule saw. */
  readonly seen: string;
  readonly rule: string;
  readonly reasons: Record<CutReason | 'markup', { readonly name: string; readonly why: string }>;
  readonly editor: Record<'restored' | 'dropped' | 'changed' | 'added', string>;
  /** `{n}` passages that a mail leaves to the web. */
  readonly forLength: Forms;
};

/** "31 passages came in, 19 are printed; 7 were repeats, 4 pointers to other stories, 1 furniture" */
type ReceiptWords = {
  /** The sentence: `{came}`, `{printed}` and `{cut}`, the list of what was left out. */
  readonly sentence: string;
  /** The sentence when nothing was left out: `{came}`. */
  readonly whole: Forms;
  readonly came: Forms;
  readonly printed: Forms;
  readonly cut: Record<CutReason, Forms>;
  /** Where the first item of the list needs a verb that the others share. */
  readonly firstCut?: Record<CutReason, Forms>;
  readonly comma: string;
};

const CUT_REASONS = ['duplicate', 'promo', 'boilerplate'] as const;
type CutReason = (typeof CUT_REASONS)[number];

export type Counts = { readonly passages: number; readonly printed: number } & Readonly<
  Record<CutReason, number>
>;

/** @param lang a BCP 47 tag; `pt-BR` reads `pt`, an unknown language reads English. */
export function copyFor(lang: string): Copy {
  const tag = lang.toLowerCase();
  return copies.get(tag) ?? copies.get(tag.split(/[-_]/)[0] ?? '') ?? english;
}

/** Puts values into the words: `fill('From {name}', { name: 'Reuters' })`. */
export const fill = (words: string, values: Readonly<Record<string, string>>): string =>
  words.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

/** The words in the form that a figure asks for, and the figure as the language writes it. */
export function say(copy: Copy, forms: Forms, n: number): string {
  const rule = new Intl.PluralRules(copy.lang).select(n);
  return fill(forms[rule] ?? forms.other, { n: n.toLocaleString(copy.lang) });
}

/** The issue that a story of a round-up comes from. One with the story's own title is told by its number alone. */
export const nameIssue = (
  { week }: Copy,
  { number, title }: { readonly number: number; readonly title: string },
  storyTitle: string,
): string => fill(title === storyTitle ? week.from : week.fromTitled, { n: String(number), title });

/** When the first mail comes to a new reader. */
export function welcomeText(
  lang: string,
  { name, weeklyDay }: { readonly name: string; readonly weeklyDay: Weekday | null },
): string {
  const { lang: spoken, welcome } = copyFor(lang);
  return weeklyDay === null
    ? fill(welcome.text, { name })
    : fill(welcome.weekly, { name, day: nameDay(spoken, weeklyDay) });
}

/** What came in and what became of it, in one sentence. */
export function receiptLine(copy: Copy, counts: Counts): string {
  const { sentence, whole, came, printed, cut, firstCut, comma } = copy.receipt;
  const items = CUT_REASONS.filter((reason) => counts[reason] > 0).map((reason, index) =>
    say(copy, (index === 0 && firstCut ? firstCut : cut)[reason], counts[reason]),
  );
  const values = { came: say(copy, came, counts.passages), printed: say(copy, printed, counts.printed) };
  return items.length === 0
    ? fill(say(copy, whole, counts.passages), values)
    : fill(sentence, { ...values, cut: items.join(comma) });
}

const copies: ReadonlyMap<string, Copy> = new Map(
  [english, spanish, german, french, italian, portuguese, arabic, japanese].map((copy) => [copy.lang, copy]),
);

export const languages: readonly string[] = [...copies.keys()];
