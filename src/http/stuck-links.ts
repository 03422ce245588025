// A link that was copied out of a mail or a sentence, with what stood behind it: `…/unsubscribe/TOKEN).` Tokens and
// slugs have alphabets of their own, so the rest can be told, and the link works as if it were not there.

import { getPath } from 'hono/utils/url';

/** Where people come by links. Elsewhere a path is taken as it is. */
const LINKED = /^\/(?:issues|subscribe|confirm|unsubscribe|preferences)(?:\/|$)/;

/** What a token and a slug end with, percent-encoded or not. */
const OWN = /^[A-Za-z0-9_-]$/;

/** @returns the path by which a request finds its handler. */
export function readPath(request: Request): string {
  const path = getPath(request);
  return LINKED.test(path) ? path.slice(0, endOf(path)) : path;
}

function endOf(path: string): number {
  let end = path.length;
  for (;;) {
    const encoded =
      end > 2 && path[end - 3] === '%' ? Number.parseInt(path.slice(end - 2, end), 16) : Number.NaN;
    const last = Number.isNaN(encoded) ? (path[end - 1] ?? 'a') : String.fromCharCode(encoded);
    if (OWN.test(last)) return end;
    end -= Number.isNaN(encoded) ? 1 : 3;
  }
}
