// A link that was copied out of a mail or a sentence together with the text after it: `…/unsubscribe/TOKEN).` Tokens and
// slugs have an alphabet of their own, so the rest is recognised and ignored.

import { getPath } from 'hono/utils/url';

/** Paths that people reach by links. Other paths are used as they are. */
const LINKED = /^\/(?:issues|subscribe|confirm|unsubscribe|preferences)(?:\/|$)/;

/** A character of a token or slug, percent-encoded or not. */
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
