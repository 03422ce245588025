// If-Match: an editor approves the bytes that they have seen, named by the ETag of the preview.

import type { Context } from 'hono';
import { Refusal } from '../../errors.ts';
import { type Rendered, toEtag } from '../../rendered.ts';

/** What If-Match names; without one nothing is approved blindly. */
export function readIfMatch(c: Context): readonly string[] {
  const header = c.req.header('If-Match')?.trim();
  if (!header) throw new Refusal(428, 'Send If-Match with the ETag of the preview that you approve.');
  const quoted = Array.from(header.matchAll(/(?:W\/)?"([^"]*)"/g), ([, tag]) => tag ?? '');
  return quoted.length > 0 ? quoted : [header];
}

/** `*` names no bytes, so it approves none. */
export function requireMatch(wanted: readonly string[], { sha256 }: Rendered): void {
  if (!wanted.includes(sha256))
    throw new Refusal(412, 'The issue is not what If-Match names: look at its preview again.', {
      etag: toEtag(sha256),
    });
}
