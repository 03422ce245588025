/** @jsxImportSource hono/jsx */
// The public pages: the front page and its style sheet.

import { Hono } from 'hono';
import { publication } from '../../../content/publication.ts';
import { readPalette } from '../../render/palette.ts';
import type { Deps } from '../deps.ts';
import { writePageStyle } from '../views/style.ts';
import { Home } from './home.view.tsx';

export function publicPages(deps: Deps): Hono {
  const style = writePageStyle(readPalette(publication));
  return new Hono()
    .get('/', (c) => c.html(<Home publication={publication} local={deps.config.local} />))
    .get('/style.css', (c) => {
      c.header('Cache-Control', 'public, max-age=3600');
      return c.body(style, 200, { 'Content-Type': 'text/css; charset=utf-8' });
    });
}
