// A preview is the mail of an example reader: the bytes of the template, with that reader's links.

import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import { type SigningKey, signToken } from '../crypto/tokens.ts';
import type { Preflight } from '../render/index.ts';
import type { RequestTemplate } from '../render/template.ts';
import { fillTemplate } from '../render/template.ts';
import type { Deps } from './deps.ts';
import { loadRendered, requireIssue, toEtag } from './rendered.ts';

/** The payload of an example reader's token: its links are valid, but affect nobody. */
export const EXAMPLE_READER = 'example';

export type Preview = {
  readonly preheader: string;
  readonly template: RequestTemplate;
  readonly preflight: Preflight;
};

const TYPES = ['application/json', 'text/html', 'text/plain'];

// A mail runs no script, posts no form and loads only pictures. Its preview does neither, and has no access to the desk
// that shows it.
export const MAIL_POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src https: data:',
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
  'sandbox',
].join('; ');

/** The preview of an issue. The ETag names the bytes, for their approval. */
export async function previewIssue(deps: Deps, c: Context, id: string): Promise<Response> {
  const rendered = await loadRendered(deps, await requireIssue(deps, id));
  c.header('ETag', toEtag(rendered.sha256));
  return answerPreview(c, deps, rendered);
}

/** Answers by Accept; all types share one ETag, if there is one. */
export async function answerPreview(
  c: Context,
  deps: { readonly signingKey: SigningKey },
  { preheader, template, preflight }: Preview,
): Promise<Response> {
  const token = await signToken(deps.signingKey, 'unsubscribe', EXAMPLE_READER);
  const { subject, html, text } = fillTemplate(template, token);
  c.header('Vary', 'Accept');
  c.header('Cache-Control', 'no-store, no-transform');
  switch (accepts(c, { header: 'Accept', supports: TYPES, default: 'application/json' })) {
    case 'text/html':
      c.header('Content-Security-Policy', MAIL_POLICY);
      return c.html(html);
    case 'text/plain':
      return c.text(text);
    default:
      return c.json({ subject, preheader, html, text, preflight });
  }
}
