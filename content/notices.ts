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
import type { NoticeWords } from './notices/words.ts';

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
