/** @jsxImportSource hono/jsx */
// Distinguishes a form on our own pages from a mail program's button, a script, or a form elsewhere. Those are answered
// at once (RFC 8058 allows no redirect); after our own form the browser goes to a page that can be reloaded.

import type { Context } from 'hono';
import type { Fields } from '../form.ts';

const NAME = 'from';
const VALUE = 'page';

/** For every form of a page for readers. */
export const FromPage = () => <input type="hidden" name={NAME} value={VALUE} />;

export const isFromPage = ({ read }: Fields): boolean => read(NAME) === VALUE;

/** Shows that the request was carried out. @param path of a page that shows the same when it is reloaded. */
export const answerDone = (
  c: Context,
  fromPage: boolean,
  path: string,
  page: string | Promise<string>,
): Response | Promise<Response> => (fromPage ? c.redirect(path, 303) : c.html(page));
