/** @jsxImportSource hono/jsx */
// What tells a form on our own pages from a mail program's button, a script, or a form elsewhere. Those are answered
// at once (RFC 8058 allows no redirect); after one of ours the browser goes to a page that can be reloaded.

import type { Context } from 'hono';
import type { Fields } from '../form.ts';

const NAME = 'from';
const VALUE = 'page';

/** Stands in every form of a page for readers. */
export const FromPage = () => <input type="hidden" name={NAME} value={VALUE} />;

export const isFromPage = ({ read }: Fields): boolean => read(NAME) === VALUE;

/** What was asked for is done: shows it. @param path of a page that shows the same when it is opened again. */
export const answerDone = (
  c: Context,
  fromPage: boolean,
  path: string,
  page: string | Promise<string>,
): Response | Promise<Response> => (fromPage ? c.redirect(path, 303) : c.html(page));
