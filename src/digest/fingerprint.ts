// The same content is not sent twice by the clock: this is how it recognises it.

import { sha256 } from '../crypto/hash.ts';
import type { Digest } from './digest.ts';

/**
 * @returns the SHA-256, in hex, of what readers would read: the stories in their order, without the subject,
 * the preheader and the figures of what was cut. A round-up is other reading than the issue that it tells of.
 */
export function fingerprint(digest: Pick<Digest, 'stories' | 'isRoundUp'>): Promise<string> {
  const content = digest.stories.map(({ title, dek, sections, faq }) => [
    title,
    dek,
    sections.map(({ heading, blocks }) => [heading, blocks.map(({ kind, text }) => [kind, text])]),
    faq.map(({ question, answer }) => [question, answer]),
  ]);
  return sha256(JSON.stringify(digest.isRoundUp ? { roundUp: content } : content));
}
