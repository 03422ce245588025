// Reading a page from its HTML source: what is text, what is markup, and what the markup says of a line.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanHtml } from '../../src/clean/html.ts';
import { checkLedger, toMarkdown } from '../../src/clean/index.ts';
import { languageOf } from '../../src/clean/languages/detect.ts';
import { lexiconOf } from '../../src/clean/languages/lexicon.ts';
import { readHtml } from '../../src/clean/read/html/index.ts';
import type { Report } from '../../src/clean/report.ts';
import type { Segment } from '../../src/clean/split/segment.ts';
import { readSegments } from '../../src/clean/split/segments.ts';
import { cleaned, printed } from './cleaned.ts';

function cleanedHtml(raw: string): Report {
  const result = cleanHtml(raw);
  if (!result.ok) throw new Error(`refused: ${result.error.reason}`);
  expect(checkLedger(raw, result.value)).toEqual([]);
  return result.value;
}

const textOf = (raw: string): string | undefined => readHtml(raw)?.text;

function segmentsOf(raw: string): Segment[] {
  const page = readHtml(raw);
  if (page === null) throw new Error('refused');
  return readSegments(page, lexiconOf(languageOf(page.text)));
}

const figuresOf = (raw: string, text: string) => segmentsOf(raw).find((one) => one.text === text)?.markup;

describe('the text of a page', () => {
  it.each([
    ['breaks lines at blocks', '<div>One<div>Two</div>Three</div>', 'One\nTwo\nThree'],
    ['has a blank line between paragraphs', '<p>One</p><p>Two</p>', 'One\n\nTwo'],
    ['runs on through inline elements', '<p>A<b>b</b>c <i>d</i></p>', 'Abc d'],
    ['collapses white space', '<p>  One \n\t two&nbsp;&nbsp;three </p>', 'One two three'],
    ['keeps line breaks in <pre>', '<pre>One\n  two\r\nthree</pre>', 'One\ntwo\nthree'],
    ['breaks at <br>', 'One<br>two<br/>three', 'One\ntwo\nthree'],
    ['parts cells by tabs', '<table><tr><th>A<th>B<tr><td>1<td>2</table>', 'A\tB\n1\t2'],
    [
      'decodes entities',
      '<p>Fish &amp; chips &#8217; &lt;b&gt; &unknown; AT&T</p>',
      'Fish & chips ’ <b> &unknown; AT&T',
    ],
    ['ends a paragraph at a block', '<p>One<ul><li>Two<li>Three</ul>', 'One\n\nTwo\nThree'],
    ['has no scripts, styles, comments', 'A<script>x<b>y</script><style>p{}</style><!-- c -->B', 'AB'],
    [
      'has no title, templates, fields',
      '<title>T</title><template>x</template><select><option>o</select>A',
      'A',
    ],
    [
      'has no hidden elements',
      '<p hidden>x<p style="color:red; display : none">y<p>A<span hidden>z</span>B',
      'AB',
    ],
    ['has what comes after an image that was not ended', '<svg><path d="M0"><p>A</p>', 'A'],
    ['keeps a "<" that opens no tag', '<p>a < b and 3<4</p>', 'a < b and 3<4'],
    ['ends an element across blocks', '<b><p>One</b> two</p>three', 'One two\n\nthree'],
    ['does not end outer blocks from a cell', '<div><table><tr><td>A</div>B</table>C</div>D', 'AB\nC\nD'],
    ['reads XHTML', '<?xml version="1.0"?><html><title/><body><div id="x"/><p>A</p></body></html>', 'A'],
    ['has no invisible characters', '<p>Werk\u00adzeug&shy;e\u200b</p>', 'Werkzeuge'],
  ])('%s', (_, raw, text) => {
    expect(textOf(raw)).toBe(text);
  });
});

describe('the ledger of a page', () => {
  const page =
    '<!doctype html><head><title>Ferry</title><script>let a = "<p>";</script></head>\n<body class="x">\n' +
    '  <h1>Ferry stopped</h1>\n  <p>The ferry <a href="https://example.org">to the islands</a> was stopped on Monday.</p>' +
    '<!-- no --><p>Nobody was hurt, the authority said.</p></body>';

  it('has one passage for markup in a row, told by at most 200 characters of it', () => {
    const { ledger } = cleanedHtml(`${page}<!-- ${'long '.repeat(100)}-->`);
    const markup = ledger.filter(({ reason }) => reason === 'markup');
    expect(markup[0]?.text).toContain('<!doctype html>');
    expect(ledger[0]?.end).toBe(page.indexOf('Ferry stopped'));
    for (let i = 1; i < ledger.length; i += 1)
      expect(ledger[i]?.reason === 'markup' && ledger[i - 1]?.reason === 'markup').toBe(false);
    for (const { text } of markup) expect(text.length).toBeLessThanOrEqual(200);
  });

  it('prints a sentence with a link as one block', () => {
    expect(printed(cleanedHtml(page))).toEqual([
      'title: Ferry stopped',
      'dek: The ferry to the islands was stopped on Monday.',
      'paragraph: Nobody was hurt, the authority said.',
    ]);
  });

  it('has headings, list items and quotations by their elements', () => {
    const report = cleanedHtml(
      '<h1>Ferry stopped</h1><p>The ferry to the islands was stopped on Monday, the authority said.</p>' +
        '<h2>What to do now, in a heading that goes on for longer than headings do, and ends like a sentence.</h2>' +
        '<p>There are two ways to the islands this week.</p><ul><li>Take the bus to the <b>bridge</b>.</li><li>Wait.</li></ul>' +
        '<blockquote><p>We regret what has happened, and we will pay for it.</p></blockquote>',
    );
    expect(printed(report).slice(2)).toEqual([
      'heading: What to do now, in a heading that goes on for longer than headings do, and ends like a sentence.',
      'paragraph: There are two ways to the islands this week.',
      'list-item: Take the bus to the bridge.',
      'list-item: Wait.',
      'quote: We regret what has happened, and we will pay for it.',
    ]);
  });

  it('loses nothing when its report is printed as Markdown and cleaned again', () => {
    const report = cleanedHtml(page);
    expect(printed(cleaned(toMarkdown(report)))).toEqual(printed(report));
  });
});

describe('what the markup says of a line', () => {
  const prose = 'The ferry to the islands was stopped on Monday, the harbour authority said in a statement.';
  const raw = `<body><nav class="top-menu mainNav"><ul><li><a href="/">Home</a></li><li><a href="/s">Sport</a></li></ul></nav>
    <main><div class="wrap"><article id="story"><h2>What happened</h2><p class="text"><span class="lead">${prose}</span></p>
    <p class="text">${prose.replace('Monday', 'Tuesday')}</p><p class="text">More: <a href="/x">here</a></p></article></div></main>
    <footer><p>© Paper</p></footer></body>`;

  it('has its block, its words, its links and what it is inside', () => {
    expect(figuresOf(raw, 'Home')).toMatchObject({
      tag: 'li',
      linked: 1,
      isItem: true,
      level: 0,
      inside: ['nav', 'ul'],
    });
    expect(figuresOf(raw, prose)).toMatchObject({
      tag: 'p',
      words: ['text', 'lead'],
      linked: 0,
      inside: ['main', 'article'],
    });
    expect(figuresOf(raw, 'More: here')?.linked).toBeCloseTo(0.4);
    expect(figuresOf(raw, 'What happened')).toMatchObject({ level: 2, bold: 0 });
  });

  it('has its containers, of which each holds more lines than the one before', () => {
    const around = figuresOf(raw, 'Home')?.around;
    expect(around?.map(({ tag, lines }) => [tag, lines])).toEqual([
      ['ul', 2],
      ['body', 7],
    ]);
    expect(around?.[0]).toMatchObject({ linked: 1, prose: 0, size: 2 });
    expect(figuresOf(raw, prose)?.around[0]).toMatchObject({ tag: 'article', words: ['story'], lines: 4 });
  });

  it('has the way to the main container, and all lines of its kind', () => {
    expect(figuresOf(raw, prose)?.toMain).toBe(0);
    expect(figuresOf(raw, 'Home')?.toMain).toBe(4);
    expect(figuresOf(raw, '© Paper')?.toMain).toBe(3);
    expect(figuresOf(raw, prose)?.alike).toMatchObject({ lines: 3, size: 34 });
    expect(figuresOf(raw, '© Paper')?.alike).toMatchObject({ lines: 1, linked: 0, prose: 0 });
  });

  it('tells a table of data from a table that lays out a page', () => {
    const row = (a: string, b: string): string => `<tr><td>${a}</td><td>${b}</td></tr>`;
    const table = `<table>${row('North', '12')}${row('South', '14')}${row('East', '9')}</table>`;
    expect(figuresOf(table, 'South 14')?.isCell).toBe(true);
    expect(figuresOf(`<table><tr><td>${table}</td><td>Menu</td></tr></table>`, 'Menu')?.isCell).toBe(false);
    const links = row('<a href="/a">News</a>', '<a href="/b">Sport</a>');
    expect(figuresOf(`<table>${links.repeat(3)}</table>`, 'News Sport')?.isCell).toBe(false);
  });
});

const names =
  'p div span a b i ul li table tr td th h1 h2 blockquote pre br script style title svg template select article nav em x-y';
const scraps = fc.oneof(
  fc
    .constantFrom(...names.split(' '))
    .chain((name) =>
      fc.constantFrom(
        `<${name}>`,
        `</${name}>`,
        `<${name} class="a b" hidden>`,
        `<${name} href=x/>`,
        `<${name} style='display:none'>`,
      ),
    ),
  fc.constantFrom(
    'The ferry left at noon. ',
    'Nobody was hurt, it said.',
    'Home',
    'FAQs',
    'Who pays?',
    'Yes.',
    'ALSO READ: Ten walks',
  ),
  fc.constantFrom(
    '&amp;',
    '&nbsp;',
    '&lt;',
    '&#x1f6a2;',
    '&#0;',
    '&bogus;',
    '&',
    '<',
    '>',
    '"',
    "'",
    '=',
    '/',
    '<!--',
    '-->',
    '<![CDATA[',
  ),
  fc.constantFrom(
    ']]>',
    '<!doctype html>',
    '<?xml version="1.0"?>',
    '</',
    '<a',
    '<p title="',
    '\r\n',
    '\n\n',
    '\t',
    ' ',
    '\u00ad',
    '\u200b',
    '😀',
  ),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);

describe('the laws', () => {
  it('hold for any source, or it is refused with a reason', () => {
    fc.assert(
      fc.property(fc.array(scraps, { maxLength: 60 }), (parts) => {
        const raw = parts.join('');
        const result = cleanHtml(raw);
        if (result.ok) expect(checkLedger(raw, result.value)).toEqual([]);
        else expect(result.error.reason).toMatch(/^(empty|binary|nothing-left|needs-script|no-story)$/);
      }),
      { numRuns: 1500 },
    );
  });
});
