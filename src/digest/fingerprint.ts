// The same content is not sent twice by the clock: this is how it recognises it.

import type { Digest } from './index.ts';

/**
 * @returns the SHA-256, in hex, of what readers would read: the stories in their order, without the subject,
 * the preheader and the figures of what was cut.
 */
export async function fingerprint(digest: Pick<Digest, 'stories'>): Promise<string> {
  const content = digest.stories.map(({ title, dek, sections, faq }) => [
    title,
    dek,
    sections.map(({ heading, blocks }) => [heading, blocks.map(({ kind, text }) => [kind, text])]),
    faq.map(({ question, answer }) => [question, answer]),
  ]);
  const bytes = new TextEncoder().encode(JSON.stringify(content));
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
