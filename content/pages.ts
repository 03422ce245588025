// The words on the pages for readers: joining, leaving, and what is kept about them. `{name}` is the publication,
// `{address}` the reader's own. A new language is one more file in locales/ and its name below.

import { arabicPages } from './locales/ar.ts';
import { germanPages } from './locales/de.ts';
import { englishPages } from './locales/en.ts';
import { spanishPages } from './locales/es.ts';
import { frenchPages } from './locales/fr.ts';
import { italianPages } from './locales/it.ts';
import { japanesePages } from './locales/ja.ts';
import { portuguesePages } from './locales/pt.ts';
import type { PageWords } from './locales/words.ts';

const languages: ReadonlyMap<string, PageWords> = new Map(
  [
    englishPages,
    germanPages,
    frenchPages,
    spanishPages,
    italianPages,
    portuguesePages,
    arabicPages,
    japanesePages,
  ].map((words) => [words.lang, words]),
);

/** @param lang a BCP 47 tag; `pt-BR` reads `pt`, an unknown language reads English. */
export function pageWords(lang: string): PageWords {
  return languages.get(lang.toLowerCase().split(/[-_]/)[0] ?? '') ?? englishPages;
}

export const pageLanguages: readonly string[] = [...languages.keys()];
