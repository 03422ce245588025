/** @jsxImportSource hono/jsx */
// The desk: what an editor sees in a browser. Every page is plain HTML.

import { Hono } from 'hono';
import { getOutboxMail, type IssueSummary, listIssues, listOutbox } from '../../store/index.ts';
import type { Deps } from '../deps.ts';
import { Refusal } from '../errors.ts';
import { readForm } from '../form.ts';
import { acceptQuery, isEditorToken, KB, limitBody, onlyDeclaredQuery } from '../guards.ts';
import { MAIL_POLICY, previewIssue } from '../preview.ts';
import { LOGIN_PATH, readNext, requireSession, signIn, signOut } from '../session.ts';
import { describeWaiting } from '../waiting.ts';
import { DeskHome } from './home.view.tsx';
import { LoginPage } from './login.view.tsx';
import { MailPage, OutboxPage } from './outbox.view.tsx';

const PAGE_SIZE = 50;
/** For so many issues the first page asks the Postmaster. */
const MAX_SENDING = 5;

export function deskPages(deps: Deps): Hono {
  const desk = new Hono()
    .use(limitBody(64 * KB), async (c, next) => {
      c.header('Cache-Control', 'no-store');
      await next();
    })
    .use('/login', onlyDeclaredQuery)
    .get('/login', acceptQuery('next'), (c) => c.html(<LoginPage local={deps.config.local} />))
    .post('/login', acceptQuery('next'), async (c) => {
      const token = (await readForm(c)).read('token').trim();
      if (!(await isEditorToken(c, deps, token)))
        return c.html(<LoginPage local={deps.config.local} refused />, 401);
      await signIn(c, deps);
      return c.redirect(readNext(c), 303);
    })
    .use(requireSession(deps), onlyDeclaredQuery);

  return desk
    .post('/logout', async (c) => {
      await signOut(c, deps);
      return c.redirect(LOGIN_PATH, 303);
    })
    .get('/', async (c) => {
      const issues = await listIssues(deps.db, { limit: PAGE_SIZE });
      return c.html(<DeskHome issues={issues} waiting={await readWaiting(deps, issues)} />);
    })
    .get('/preview', async (c) => {
      const [newest] = await listIssues(deps.db, { limit: 1 });
      if (newest === undefined)
        throw new Refusal(404, 'There is no issue yet, so there is nothing to preview.');
      return c.redirect(`/desk/issues/${newest.id}/preview`, 303);
    })
    .get('/issues/:id/preview', (c) => previewIssue(deps, c, c.req.param('id')))
    .get('/outbox', acceptQuery('before'), async (c) => {
      const beforeId = readId(c.req.query('before'));
      const mails = await listOutbox(deps.db, { limit: PAGE_SIZE, beforeId });
      const isLocal = deps.config.mailer.kind === 'outbox';
      return c.html(<OutboxPage mails={mails} isLocal={isLocal} pageSize={PAGE_SIZE} />);
    })
    .get('/outbox/:id', async (c) => c.html(<MailPage mail={await readMail(deps, c.req.param('id'))} />))
    .get('/outbox/:id/html', async (c) => {
      const { html } = await readMail(deps, c.req.param('id'));
      c.header('Content-Security-Policy', MAIL_POLICY);
      return c.html(html);
    })
    .get('/outbox/:id/text', async (c) => c.text((await readMail(deps, c.req.param('id'))).text));
}

/** Why the sending of issues waits, by the ids of those that wait. */
async function readWaiting(
  deps: Deps,
  issues: readonly IssueSummary[],
): Promise<ReadonlyMap<string, string>> {
  const sending = issues.filter(({ state }) => state === 'sending').slice(0, MAX_SENDING);
  const waiting = new Map<string, string>();
  for (const { id } of sending) {
    const run = await deps.postmaster().progress(id);
    if (run?.waiting) waiting.set(id, describeWaiting(run.waiting, deps.now()));
  }
  return waiting;
}

async function readMail(deps: Deps, param: string) {
  const id = readId(param);
  const mail = id === null ? null : await getOutboxMail(deps.db, id);
  if (mail === null) throw new Refusal(404, 'There is no such mail in the outbox.');
  return mail;
}

const readId = (value: string | undefined): string | null =>
  value !== undefined && /^\d{1,15}$/.test(value) ? value : null;
