/** @jsxImportSource hono/jsx */
// An issue on the web, and its ledger: what was cut and why. Both show what was frozen with the mail: nothing is cleaned
// or composed again. They are public from the start of the sending, just before the first mail.

import { type Context, Hono } from 'hono';
import { publication } from '../../../content/publication.ts';
import { readPageContent } from '../../render/page.ts';
import { readPalette } from '../../render/palette.ts';
import { EXAMPLE_SLUG } from '../../render/template.ts';
import { isPageToCome, readIssuePage } from '../../store/index.ts';
import type { Deps } from '../deps.ts';
import { ReaderRefusal } from '../errors.ts';
import { messagePage } from '../views/message.tsx';
import { format, words } from '../views/words.ts';
import { IssuePage } from './issue.view.tsx';
import type { Edition } from './issue-frame.view.tsx';
import { writeIssueStyle } from './issue-style.ts';
import { LedgerPage } from './ledger.view.tsx';

/** Short: when an editor switches the pages off, they should be gone soon. */
const KEEP = 'public, max-age=300';

/** @param given the publication, which may have no pages. */
export function issuesPages(deps: Pick<Deps, 'db' | 'config'>, given = publication): Hono {
  const style = writeIssueStyle(readPalette(given));
  return new Hono()
    .use(async (_, next) => {
      if (!given.issuesOnWeb)
        throw new ReaderRefusal(404, words.trouble.missingTitle, format(words.trouble.notOnWeb));
      await next();
    })
    .get('/style.css', (c) => {
      c.header('Cache-Control', KEEP);
      return c.body(style, 200, { 'Content-Type': 'text/css; charset=utf-8' });
    })
    .get(`/${EXAMPLE_SLUG}/ledger`, exampleAnswer)
    .get(`/${EXAMPLE_SLUG}`, exampleAnswer)
    .get('/:slug', async (c) => {
      const edition = await readEdition(deps, c.req.param('slug'), given);
      c.header('Cache-Control', KEEP);
      return c.html(<IssuePage edition={edition} />);
    })
    .get('/:slug/ledger', async (c) => {
      if (!given.ledgerOnWeb)
        throw new ReaderRefusal(404, words.trouble.missingTitle, format(words.trouble.notOnWeb));
      const edition = await readEdition(deps, c.req.param('slug'), given);
      c.header('Cache-Control', KEEP);
      return c.html(<LedgerPage edition={edition} />);
    });
}

async function readEdition(
  deps: Pick<Deps, 'db' | 'config'>,
  slug: string,
  given: typeof publication,
): Promise<Edition> {
  const page = await readIssuePage(deps.db, slug);
  if (page === null) {
    const { missingTitle, noIssue, notYetTitle, notYetText } = words.trouble;
    throw (await isPageToCome(deps.db, slug))
      ? new ReaderRefusal(404, notYetTitle, notYetText)
      : new ReaderRefusal(404, missingTitle, noIssue);
  }
  const content = readPageContent(page.pageJson);
  if (!content.ok) throw new Error(`The stored page of issue ${page.id} cannot be read: ${content.error}.`);
  const { digest, ledgers } = content.value;
  const url = `${deps.config.siteUrl}/issues/${page.slug}`;
  return { digest, ledgers, approvedAt: page.approvedAt, url, publication: given };
}

const exampleAnswer = (c: Context) =>
  c.html(
    messagePage({
      lang: 'en',
      title: 'An example issue',
      text: 'This link comes from a preview. In the mail of an issue it opens that issue on the web.',
    }),
  );
