import { describe, expect, it } from 'vitest';
import { languages } from '../../content/copy.ts';
import { pageLanguages, pageWords } from '../../content/pages.ts';

type Words = string | { readonly [key: string]: Words };

/** Every text by its place, such as `join.title`. */
const list = (words: Words, place = ''): [string, string][] =>
  typeof words === 'string'
    ? [[place, words]]
    : Object.entries(words).flatMap(([key, more]) => list(more, place === '' ? key : `${place}.${key}`));
const slots = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

describe('the words on the pages', () => {
  it('are there in every language that the mails speak', () => {
    expect([...pageLanguages].sort()).toEqual([...languages].sort());
  });

  it.each(pageLanguages)('in %s name what the English ones name, and none is empty', (lang) => {
    const english = new Map(list(pageWords('en')));
    for (const [place, text] of list(pageWords(lang))) {
      expect(text.trim(), place).not.toBe('');
      expect(new Set(slots(text)), place).toEqual(new Set(slots(english.get(place) ?? '')));
    }
  });

  it('are those of the language, whatever its region, and English where there are none', () => {
    expect(pageWords('de-AT').lang).toBe('de');
    expect(pageWords('FR').lang).toBe('fr');
    expect(pageWords('tlh').lang).toBe('en');
  });
});
