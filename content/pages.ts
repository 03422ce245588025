// The words on the pages for readers: joining, leaving, and what is kept about them. `{name}` is the publication,
// `{address}` the reader's own. A new language is one more file in pages/ and its name below.

import { arabic } from './pages/ar.ts';
import { german } from './pages/de.ts';
import { english } from './pages/en.ts';
import { spanish } from './pages/es.ts';
import { french } from './pages/fr.ts';
import { italian } from './pages/it.ts';
import { japanese } from './pages/ja.ts';
import { portuguese } from './pages/pt.ts';

export type PageWords = {
  readonly lang: string;
  readonly join: Record<
    | 'title'
    | 'address'
    | 'action'
    /** What a reader agrees to; it is kept with the consent. */
    | 'consent'
    | 'leaveEmpty'
    | 'badAddress'
    | 'askedTitle'
    | 'askedText'
    | 'tooMany',
    string
  >;
  readonly confirm: Record<
    'title' | 'text' | 'action' | 'doneTitle' | 'doneText' | 'doneWeekly' | 'deadTitle' | 'deadText',
    string
  >;
  readonly leave: Record<
    | 'title'
    | 'text'
    | 'action'
    | 'leftTitle'
    | 'leftText'
    | 'mistake'
    | 'back'
    /** After that button: for readers of every issue, and of the round-up on `{day}`. */
    | 'returnedTitle'
    | 'returnedText'
    | 'returnedWeekly'
    | 'thisAddress'
    | 'badLink'
    | 'more',
    string
  >;
  /** What the link in an issue opens, which may have been forwarded. */
  readonly preferences: Record<
    | 'title'
    | 'active'
    | 'left'
    | 'toLeave'
    | 'toReturn'
    | 'dataTitle'
    | 'dataText'
    | 'dataAction'
    | 'sentText'
    /** When a link was sent before: `{time}` is when the next one may leave. */
    | 'waitText',
    string
  >;
  /** The choice between every issue and the round-up of the week, which comes on `{day}`, a day of the week. */
  readonly frequency: Record<
    | 'title'
    | 'every'
    | 'weekly'
    | 'action'
    | 'everySaved'
    | 'weeklySaved'
    /** To who chose a round-up that is not made any more. */
    | 'over'
    /** To who is about to leave. */
    | 'rather'
    | 'ratherAction',
    string
  >;
  /** What the link opens that was mailed to the address for this alone. */
  readonly visit: Record<
    | 'title'
    | 'own'
    | 'exportTitle'
    | 'exportText'
    | 'exportAction'
    | 'changeTitle'
    | 'changeText'
    | 'newAddress'
    | 'changeAction'
    | 'changedText'
    | 'eraseTitle'
    | 'eraseText'
    | 'eraseAction'
    /** Erasing asks once more. */
    | 'sureTitle'
    | 'sureText'
    | 'sureAction'
    | 'notSure'
    | 'erasedTitle'
    | 'erasedText'
    | 'cannotErase'
    | 'deadText',
    string
  >;
  /** The mail that brings this link. */
  readonly visitMail: Record<'subject' | 'title' | 'text' | 'action' | 'otherwise', string>;
  /** The mail to a new address, and the one that tells the old address when the new one is confirmed. */
  readonly moveMail: Record<'subject' | 'title' | 'text' | 'action' | 'otherwise', string>;
  readonly movedMail: Record<'subject' | 'title' | 'text' | 'otherwise', string>;
  /** At the foot of every page. */
  readonly site: Record<'contact' | 'imprint' | 'privacy', string>;
  /** Where there is nothing to show, or something does not work. */
  readonly trouble: Record<
    | 'toFront'
    | 'missingTitle'
    | 'missingText'
    | 'noIssue'
    /** Of an issue whose link came with a test mail. */
    | 'notYetTitle'
    | 'notYetText'
    | 'notOnWeb'
    | 'brokenTitle'
    | 'brokenText',
    string
  >;
};

const languages: ReadonlyMap<string, PageWords> = new Map(
  [english, german, french, spanish, italian, portuguese, arabic, japanese].map((words) => [
    words.lang,
    words,
  ]),
);

/** @param lang a BCP 47 tag; `pt-BR` reads `pt`, an unknown language reads English. */
export function pageWords(lang: string): PageWords {
  return languages.get(lang.toLowerCase().split(/[-_]/)[0] ?? '') ?? english;
}

export const pageLanguages: readonly string[] = [...languages.keys()];
