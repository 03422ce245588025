// The words of mails to the editors, per language. `{n}`, `{path}` and the like are filled in; figures stand where no
// noun has to agree with them. A language that is not here reads the English words.

import { arabic } from './notices/ar.ts';
import { german } from './notices/de.ts';
import { english } from './notices/en.ts';
import { spanish } from './notices/es.ts';
import { french } from './notices/fr.ts';
import { italian } from './notices/it.ts';
import { japanese } from './notices/ja.ts';
import { portuguese } from './notices/pt.ts';

export type NoticeWords = {
  readonly lang: string;
  /** The link. */
  readonly desk: string;
  /** How an issue or a report is named by its `{title}`, and a draft without one by its number. */
  readonly quoted: string;
  readonly untitled: string;
  /** Between two sentences, between the items of a list, and between a heading and its text. */
  readonly space: string;
  readonly comma: string;
  readonly colon: string;
  /** Of several things in one mail, since there are at most ten a day: `{n}`. */
  readonly summary: Record<'title' | 'text', string>;
  /** `{path}` in each `todo`: the request of the API that does it. */
  readonly paused: Record<'title' | 'stopped' | 'figures' | 'todo', string>;
  readonly decision: Record<'title' | 'text' | 'todo', string>;
  /** `held`: something keeps it from being sent by itself. `{time}` of the slot. */
  readonly draft: Record<'title' | 'text' | 'held' | 'todo' | 'action', string>;
  readonly missed: Record<'title' | 'text' | 'todo', string>;
  readonly leftOut: Record<'title' | 'text' | 'todo', string>;
};

const languages: ReadonlyMap<string, NoticeWords> = new Map(
  [english, german, french, spanish, italian, portuguese, arabic, japanese].map((words) => [
    words.lang,
    words,
  ]),
);

/** @param lang a BCP 47 tag; `pt-BR` reads `pt`, an unknown language reads English. */
export const noticeWords = (lang: string): NoticeWords =>
  languages.get(lang.toLowerCase().split(/[-_]/)[0] ?? '') ?? english;

export const noticeLanguages: readonly string[] = [...languages.keys()];
