// The desk: what an editor sees in a browser. Every page is plain HTML.

import { Hono } from 'hono';
import type { Deps } from '../deps.ts';
import { acceptQuery, KB, limitBody, onlyDeclaredQuery } from '../guards.ts';
import { previewIssue } from '../preview.ts';
import { requireSession } from '../session.ts';
import { previewNewest, showHome } from './home.tsx';
import { login, logout, showLogin } from './login.tsx';
import { showMail, showMailHtml, showMailText, showOutbox } from './outbox.tsx';

export function deskPages(deps: Deps): Hono {
  return new Hono()
    .use(limitBody(64 * KB), async (c, next) => {
      c.header('Cache-Control', 'no-store');
      await next();
    })
    .use('/login', onlyDeclaredQuery)
    .get('/login', acceptQuery('next'), (c) => showLogin(deps, c))
    .post('/login', acceptQuery('next'), (c) => login(deps, c))

    .use(requireSession(deps), onlyDeclaredQuery)
    .post('/logout', (c) => logout(deps, c))
    .get('/', (c) => showHome(deps, c))
    .get('/preview', (c) => previewNewest(deps, c))
    .get('/issues/:id/preview', (c) => previewIssue(deps, c, c.req.param('id')))
    .get('/outbox', acceptQuery('before'), (c) => showOutbox(deps, c))
    .get('/outbox/:id', (c) => showMail(deps, c))
    .get('/outbox/:id/html', (c) => showMailHtml(deps, c))
    .get('/outbox/:id/text', (c) => showMailText(deps, c));
}
