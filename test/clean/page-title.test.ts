// What the metadata of a page decides, and that it is never printed itself.

import { describe, expect, it } from 'vitest';
import { cleanHtml } from '../../src/clean/html.ts';
import type { Report } from '../../src/clean/report.ts';

const STORY =
  '<p>The ferry to the islands was stopped on Monday, the harbour authority said in a statement.</p>' +
  '<p>About 400 passengers had to wait until the evening, when a second ship came from the mainland.</p>';

function read(head: string, body: string, html = ''): Report {
  const result = cleanHtml(`<html ${html}><head>${head}</head><body>${body}</body></html>`);
  if (!result.ok) throw new Error(result.error.reason);
  return result.value;
}
const meta = (name: string, content: string): string => `<meta property="${name}" content="${content}">`;

describe('the title of a page', () => {
  it.each([
    [
      'is the line that og:title names',
      meta('og:title', 'Ferry &amp; islands'),
      '<h1>News</h1><h2>Ferry & islands</h2>',
    ],
    [
      'is a part of <title>',
      '<title>Ferry &amp; islands, a story | The Herald</title>',
      '<h2>Ferry &amp; islands, a story</h2>',
    ],
    [
      'is the headline in JSON-LD',
      '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Ferry’s end"}]}</script>',
      "<h1>Herald</h1><div>Ferry's end</div>",
    ],
    [
      'is the first h1 where no line agrees',
      '<title>Something else altogether</title>',
      '<h1>Ferry stopped</h1>',
    ],
    [
      'is no h1 with the name of the site',
      meta('og:site_name', 'Herald'),
      '<h1>Herald</h1><h1>Ferry stopped</h1>',
    ],
  ])('%s', (_, head, body) => {
    expect(read(head, body + STORY).title).toMatch(/^Ferry/);
  });

  it('is a heading rather than an equal line in a menu', () => {
    const { ledger } = read(
      '<title>Ferry stopped again</title>',
      `<ul><li>Ferry stopped again</ul><h1>Ferry stopped again</h1>${STORY}`,
    );
    expect(ledger.filter(({ text }) => text === 'Ferry stopped again').map(({ role }) => role)).toEqual([
      'dropped',
      'title',
    ]);
  });

  it('is null where nothing visible agrees, and what the metadata says is offered', () => {
    const { title, meta: offered } = read('<title>Ferry stopped</title>', `<div>Home</div>${STORY}`);
    expect([title, offered.title]).toEqual([null, 'Ferry stopped']);
  });
});

describe('the metadata of a page', () => {
  it('has author, date, site, address and language, in its own words', () => {
    const head =
      '<link rel="canonical" href="https://herald.example/ferry?a=1&amp;b=2">' +
      meta('og:site_name', 'The Herald') +
      meta('article:author', 'https://herald.example/ana') +
      '<script type="application/ld+json">[{"@type":["Thing","NewsArticle"],"headline":"Ferry","datePublished":"2026-03-09T07:15:00Z",' +
      '"author":[{"@type":"Person","name":"Ana Lima"},{"name":"Bo Ek"}]}]</script>';
    expect(read(head, STORY, 'lang="en-GB"').meta).toEqual({
      title: 'Ferry',
      author: 'Ana Lima, Bo Ek',
      date: '2026-03-09T07:15:00Z',
      site: 'The Herald',
      url: 'https://herald.example/ferry?a=1&b=2',
      lang: 'en-GB',
    });
  });

  it('says which language the report is in, if there is such a language', () => {
    expect(read('', STORY, 'lang="pt-BR"').lang).toBe('pt');
    expect(read('', STORY, 'lang="xq"').lang).toBe('en');
    expect(read('', STORY).lang).toBe('en');
  });

  it('is left out where it is no metadata at all', () => {
    const head =
      '<script type="application/ld+json">{"headline": </script><link rel="canonical" href="javascript:alert(1)">';
    expect(read(head, STORY).meta).toEqual({});
  });
});

describe('a page without a story', () => {
  const reasonOf = (raw: string): string => {
    const result = cleanHtml(raw);
    return result.ok ? 'ok' : result.error.reason;
  };
  it('is refused with its reason', () => {
    expect(
      reasonOf('<div id="root"></div><noscript>Enable JavaScript.</noscript><script src="/app.js"></script>'),
    ).toBe('needs-script');
    expect(
      reasonOf(
        `<ul>${'<li><a href="/">Ten lighthouse walks, ranked by how steep they are</a>'.repeat(30)}</ul>`,
      ),
    ).toBe('no-story');
    expect(reasonOf('<p hidden>The ferry to the islands was stopped on Monday.</p>')).toBe('no-story');
    expect(reasonOf('<!doctype html><title>x</title>')).toBe('no-story');
    expect(reasonOf('<p>The ferry was stopped.</p>')).toBe('ok');
    expect(reasonOf(`<script src="/app.js"></script>${STORY}`)).toBe('ok');
  });
});
