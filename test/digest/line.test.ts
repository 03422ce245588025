import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutAtWord, toSingleLine } from '../../src/digest/line.ts';

describe('cutAtWord', () => {
  it('leaves a short line alone', () => {
    expect(cutAtWord('Short enough.', 13)).toBe('Short enough.');
  });

  it('cuts between words and drops the comma before the ellipsis', () => {
    expect(cutAtWord('One, two, three', 12)).toBe('One, two…');
  });

  it('cuts a script without spaces between characters', () => {
    expect(cutAtWord('港の最終便は十月から', 5)).toBe('港の最終…');
  });

  it('never exceeds its limit and never leaves half a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 2, max: 40 }), (text, max) => {
        const cut = cutAtWord(text, max);
        expect(cut.length).toBeLessThanOrEqual(max);
        expect(cut.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('tidy', () => {
  it('keeps a no-break space, which an author put there', () => {
    expect(toSingleLine(' 240\u00a0litres \n now ')).toBe('240\u00a0litres now');
  });

  it('leaves no mark that would turn the direction of the words after it', () => {
    expect(toSingleLine('a name\u202e\u2066 and more')).toBe('a name and more');
    expect(toSingleLine('עם\u200f סימן')).toBe('עם\u200f סימן');
  });

  it('leaves neither control characters nor half characters', () => {
    expect(toSingleLine('a\u0000b\u0085c\ud800d')).toBe('ab c\ufffdd');
  });
});
