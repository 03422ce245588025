// Pages made to be slow: nesting, tags that are never closed, floods of attributes, comments and entities.

import type { Shape } from './shapes.ts';

const SENTENCE = '<p>The ferry left the harbour at noon on Monday, the authority said in a statement.</p>';

const said = (name: string, text: string, around: Pick<Shape, 'top' | 'bottom'> = {}): Shape => ({
  name: `a page with ${name}`,
  piece: () => text,
  ...around,
});
/** The story stands in front, since the shape may swallow what follows. */
const behind = (name: string, text: string, top = ''): Shape => said(name, text, { top: SENTENCE + top });

const NESTED: readonly Shape[] = [
  '<div>',
  '<span>',
  '<b>',
  '<ul><li>',
  '<table><tr><td>',
  '<blockquote>',
  '<x-y>',
  '<svg>',
].map((tags) => behind(`${tags} in itself`, `${tags}word `));

const UNCLOSED: readonly Shape[] = [
  behind('paragraphs that are not closed', '<p>One word more. '),
  behind('rows that are not closed', '<tr><td>x<td>y', '<table>'),
  behind('links in links', '<a href=x>more '),
  behind('bold across paragraphs', '<b><p>word '),
  behind('an attribute that is not closed', 'word ', '<p title="'),
  behind('a comment that is not closed', '- ', '<!--'),
  behind('comments that open', '<!--'),
  behind('scripts that open', '<script>'),
  behind('tags that open', '<a '),
  behind('CDATA that opens', '<![CDATA[x'),
  behind('end tags of nothing', '</div></p></x>'),
  {
    name: 'a page with nesting, and end tags of nothing',
    piece: () => '<div>',
    later: () => '</span>',
    top: SENTENCE,
  },
  {
    name: 'a page with nesting that is closed',
    piece: () => '<div><i>',
    later: () => '</div>',
    top: SENTENCE,
  },
];

const FLOODS: readonly Shape[] = [
  behind('many attributes', 'a=1 ', '<p '),
  behind('a long class', 'word ', '<p class="'),
  behind('comments between letters', '<!--x-->y'),
  behind('hidden words', '<p hidden>word '),
  behind('long styles', `<p style="${'display '.repeat(60)}">word.`),
  behind('metadata', '<meta property="og:title" content="Ferry | Harbour">'),
  behind('JSON-LD', '<script type="application/ld+json">{"a":[1,{"@type":"Thing"}]}</script>'),
  behind('nested JSON-LD', '[', '<script type="application/ld+json">'),
  said('a title of many parts', 'Ferry | ', { top: '<title>', bottom: `</title>${SENTENCE}` }),
  behind('entities', '&amp;', '<p>'),
  behind('entities that are none', '&am', '<p>'),
  behind('numbers that are no characters', '&#1234567', '<p>'),
  behind('nothing but <', '<'),
  behind('blanks', ' ', '<p>a'),
  behind('double blanks', 'a  ', '<p>'),
  behind('line breaks', 'x<br>'),
  behind('preformatted lines', 'a\n', '<pre>'),
  behind('one line of links', '<a href=x>word</a> ', '<p>'),
];

const ORDINARY: readonly Shape[] = [
  {
    name: 'a page with headings',
    piece: (n) => `<h${(n % 6) + 1}>Ferry ${n} stopped</h${(n % 6) + 1}>`,
    top: SENTENCE,
  },
  { name: 'a page with the same heading', piece: () => '<h1>Ferry stopped</h1>', top: SENTENCE },
  {
    name: 'a page with a class for each line',
    piece: (n) => `<p class="c${n}">word ${n}. </p>`,
    top: SENTENCE,
  },
  {
    name: 'a page with a long story',
    piece: (n) =>
      `<p>The <a href="/${n}">ferry ${n}</a> <b>left</b> at noon on Monday, the authority said again.</p>\n`,
  },
  {
    name: 'a page with a menu around each paragraph',
    piece: (n) =>
      `<div><ul><li><a href=/>Home ${n}</a><li><a href=/>Sport</a></ul><p>The ferry ${n} left at noon, it said.</p></div>`,
  },
];

export const HTML_SHAPES: readonly Shape[] = [...NESTED, ...UNCLOSED, ...FLOODS, ...ORDINARY];
