import { describe, expect, it } from 'vitest';
import { copyFor, languages, receiptLine } from '../../content/copy.ts';
import type { Copy } from '../../content/locales/words.ts';

const english = copyFor('en');
const none = { passages: 0, printed: 0, duplicate: 0, promo: 0, boilerplate: 0 };

describe('receiptLine', () => {
  it('tells what came in and what became of it', () => {
    const seed = { passages: 31, printed: 19, duplicate: 7, promo: 4, boilerplate: 1 };
    expect(receiptLine(english, seed)).toBe(
      '31 passages came in, 19 are printed; 7 were repeats, 4 pointers to other stories, 1 piece of page clutter',
    );
  });

  it('has a singular for each', () => {
    expect(receiptLine(english, { passages: 4, printed: 1, duplicate: 1, promo: 1, boilerplate: 1 })).toBe(
      '4 passages came in, 1 is printed; 1 was a repeat, 1 pointer to another story, 1 piece of page clutter',
    );
  });

  it('leaves out a reason that did not occur, and gives the first its verb', () => {
    expect(receiptLine(english, { ...none, passages: 9, printed: 7, promo: 2 })).toBe(
      '9 passages came in, 7 are printed; 2 were pointers to other stories',
    );
  });

  it('writes a large figure as its language does', () => {
    const many = { ...none, passages: 12_345, printed: 12_345 };
    expect(receiptLine(english, many)).toContain('12,345 passages');
    expect(receiptLine(copyFor('de'), many)).toContain('12.345 ');
  });

  it('says so when nothing was cut', () => {
    expect(receiptLine(english, { ...none, passages: 5, printed: 5 })).toBe(
      '5 passages came in, and all are printed',
    );
    expect(receiptLine(english, { ...none, passages: 1, printed: 1 })).toBe(
      '1 passage came in, and it is printed',
    );
  });

  it.each(languages)('fills every word in %s', (lang) => {
    for (const n of [1, 2, 3, 11, 100]) {
      const line = receiptLine(copyFor(lang), {
        passages: 5 * n,
        printed: n,
        duplicate: n,
        promo: n,
        boilerplate: n,
      });
      expect(line).not.toMatch(/[{}]|undefined/);
      expect(line).toContain(String(5 * n));
    }
  });
});

describe('copyFor', () => {
  it('finds a language by its tag, whatever the region and the case', () => {
    expect(copyFor('pt-BR').lang).toBe('pt');
    expect(copyFor('DE').lang).toBe('de');
  });

  it('reads English where a language has no words yet', () => {
    expect(copyFor('eo').lang).toBe('en');
    expect(copyFor('constructor').lang).toBe('en');
  });

  it.each(languages)('has every word in %s', (lang) => {
    const copy = copyFor(lang);
    expect(Object.keys(copy).sort()).toEqual(Object.keys(english).sort());
    for (const words of Object.values(copy).filter((value) => typeof value === 'string'))
      expect(words).not.toBe('');
    for (const key of ['by', 'from', 'originalAt', 'unsubscribe'] satisfies (keyof Copy)[])
      expect(copy[key]).toContain('{name}');
  });

  it.each(languages)('says nothing empty and fills the same places as in English, in %s', (lang) => {
    const blanks = (words: string) => (words.match(/\{\w+\}/g) ?? []).sort();
    const compare = (here: unknown, there: unknown, path: string): void => {
      if (typeof here === 'string') {
        expect(here.trim(), path).not.toBe('');
        if (typeof there === 'string') expect(blanks(here), path).toEqual(blanks(there));
      } else if (typeof here === 'object' && here !== null)
        for (const [key, value] of Object.entries(here))
          compare(value, (there as Record<string, unknown> | undefined)?.[key], `${path}.${key}`);
    };
    compare({ ...copyFor(lang), receipt: null }, english, lang);
  });
});
