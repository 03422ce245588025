import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COLUMNS, widthOf, wrap } from '../../../src/render/text/wrap.ts';

const linesOf = (text: string) => wrap(text).split('\n');

describe('wrap', () => {
  it('breaks between words at 72 columns', () => {
    const lines = linesOf('word '.repeat(60));
    expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(COLUMNS);
    expect(lines[0]).toBe('word '.repeat(14).trim());
  });

  it('leaves an address whole on a line of its own', () => {
    const url = `https://example.com/${'a'.repeat(100)}`;
    expect(linesOf(`Read it at ${url} and come back.`)).toEqual(['Read it at', url, 'and come back.']);
  });

  it('leaves an address with Chinese in it whole', () => {
    const url = `https://example.com/${'港'.repeat(60)}`;
    expect(linesOf(`見よ ${url}`)).toContain(url);
  });

  it('counts two columns for a Chinese or Japanese character, and breaks between them', () => {
    const lines = linesOf('港'.repeat(100));
    expect(lines.map(widthOf)).toEqual([72, 72, 56]);
  });

  it('neither begins a line with a full stop nor ends one with an opening bracket', () => {
    const lines = linesOf(`${'港'.repeat(36)}。${'港'.repeat(34)}「港」`);
    for (const line of lines) {
      expect(line).not.toMatch(/^[。」]/);
      expect(line).not.toMatch(/「$/);
    }
  });

  it('breaks Thai between words', () => {
    const lines = linesOf('ประเทศไทยมีประชากรหลายล้านคนและมีประวัติศาสตร์ยาวนาน'.repeat(4));
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(COLUMNS);
  });

  it('counts nothing for marks that stand above or below a letter', () => {
    expect(widthOf('e\u0301')).toBe(1);
  });

  it('does not break at a no-break space', () => {
    expect(linesOf(`${'a'.repeat(68)} 240\u00a0litres`)).toEqual(['a'.repeat(68), '240\u00a0litres']);
  });

  it('hangs the lines of an item under its label', () => {
    expect(wrap('word '.repeat(20), { first: '* ', hang: '  ' }).split('\n')[1]).toMatch(/^ {2}word/);
  });

  it('loses and adds nothing but white space', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const bare = (given: string) => given.replace(/[ \t\n\r]+/g, '');
        expect(bare(wrap(text))).toBe(bare(text));
      }),
    );
  });
});
