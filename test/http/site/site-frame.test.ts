import { expect, it } from 'vitest';
import { publication } from '../../../content/publication.ts';
import { SiteFooter } from '../../../src/http/views/site-frame.tsx';
import { request } from '../../support/client.ts';

const footer = (change: Partial<typeof publication>) =>
  String(SiteFooter({ publication: { ...publication, contact: null, ...change } }));

it('the foot of a page links what is a link or an address, and prints what is words', () => {
  const html = footer({
    contact: 'editor@second-read.example',
    imprint: 'Second Read Ltd\nNo. 12 & <b>sons</b>',
    privacy: 'https://second-read.example/privacy?a=1&b="2"',
  });
  expect(html).toContain('<a href="mailto:editor@second-read.example" dir="ltr">');
  expect(html).toContain(
    'Imprint: <span class="lines">Second Read Ltd\nNo. 12 &amp; &lt;b&gt;sons&lt;/b&gt;',
  );
  expect(html).toContain('<a href="https://second-read.example/privacy?a=1&amp;b=&quot;2&quot;">Privacy</a>');
});

it('nothing stands there for what the publication has not', () => {
  expect(footer({})).not.toMatch(/Contact|Imprint|Privacy/);
  expect(footer({})).toContain('12 Sample Street');
});

it('every page for readers wears the masthead and the foot, and the desk neither', async () => {
  for (const path of [
    '/',
    '/subscribe',
    '/confirm/x',
    '/unsubscribe/x',
    '/preferences/x',
    '/nothing',
    '/issues/x',
  ]) {
    const html = await (await request(path)).text();
    expect(html, path).toMatch(/<header class="masthead".*The Second Read.*<main.*<footer class="site"/s);
    expect(html.match(/<h1/g), path).toHaveLength(1);
  }
  expect(await (await request('/style.css')).text()).toContain(publication.accent);
});
