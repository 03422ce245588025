import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLines, longestLine, MAX_LINE_BYTES } from '../../../src/render/html/lines.ts';

/** As a browser reads it: white space is one space, an empty `<wbr>` is nothing. */
const asSeen = (html: string): string =>
  html
    .replace(/<wbr\s*>/g, '')
    .replace(/\s+>/g, '>')
    .replace(/\s+/g, ' ');

describe('long lines of html', () => {
  it('are broken before attributes, and none inside of one', () => {
    const cell = `<td class="a b" style="${'color: red; '.repeat(20)}">x</td>`;
    const broken = breakLines(cell.repeat(30));
    expect(longestLine(broken)).toBeLessThanOrEqual(MAX_LINE_BYTES);
    expect(asSeen(broken)).toBe(cell.repeat(30));
    expect(broken).not.toMatch(/"[^"<>]*\n[^"<>]*">/);
  });

  it('are broken at a space of a text', () => {
    const text = `<p>${'word '.repeat(2000)}end</p>`;
    const broken = breakLines(text);
    expect(longestLine(broken)).toBeLessThanOrEqual(MAX_LINE_BYTES);
    expect(asSeen(broken)).toBe(text);
    expect(broken).not.toContain('<wbr');
  });

  it.each([
    ['Chinese', '汉字'],
    ['marks', 'é́́'],
    ['pictures', '👩🏽‍🚀'],
    ['entities', '&amp;&#x27;'],
  ])('are broken inside an empty <wbr> where there is no space: %s', (_, unit) => {
    const broken = breakLines(`<p>${unit.repeat(900)}</p>`);
    expect(longestLine(broken)).toBeLessThanOrEqual(MAX_LINE_BYTES);
    expect(asSeen(broken)).toBe(`<p>${unit.repeat(900)}</p>`);
    for (const part of broken.split('<wbr\n>').slice(1, -1))
      expect(part.length % unit.length === 0 || unit === '汉字' || unit.startsWith('&')).toBe(true);
    expect(broken).not.toMatch(/&[^;]*<wbr/);
  });

  it('are broken at the end of a tag where there is nothing else', () => {
    const rows = '<tr><td>1</td></tr>'.repeat(400);
    const broken = breakLines(rows);
    expect(longestLine(broken)).toBeLessThanOrEqual(MAX_LINE_BYTES);
    expect(asSeen(broken)).toBe(rows);
    expect(broken).not.toContain('<wbr');
  });

  it('leaves short lines as they are', () => {
    const html = '<p>One.</p>\n<p>Two.</p>';
    expect(breakLines(html)).toBe(html);
  });

  it('changes nothing that anybody sees, and is short after any text', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ' ',
        '<b class="x y">',
        '</b>',
        '<br/>',
        '\n',
        '&lt;',
        '漢',
        '😀',
        'https://e.example/',
      ),
      fc.string({ maxLength: 300, unit: fc.constantFrom('a', 'é', ' ', '中') }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const html = pieces.join('');
        const broken = breakLines(html);
        expect(longestLine(broken)).toBeLessThanOrEqual(MAX_LINE_BYTES);
        expect(asSeen(broken)).toBe(asSeen(html));
      }),
    );
  });
});
