// What the bytes of an issue depend on, beside its content and its id. Light, so that every start may load it.

import type { Publication } from '../../content/publication.ts';

export type FreezeOptions = {
  readonly publication: Publication;
  readonly siteUrl: string;
  /** Of the key that signs the recipients' tokens. */
  readonly keyId: string;
  /** Locally http links and samples pass. */
  readonly local: boolean;
};

export const freezeOptions = (
  {
    config: { siteUrl, local },
    signingKey,
  }: {
    readonly config: { readonly siteUrl: string; readonly local: boolean };
    readonly signingKey: { readonly id: string };
  },
  publication: Publication,
): FreezeOptions => ({ publication, siteUrl, keyId: signingKey.id, local });

/** An editor's words, instead of those of the content. */
export type Words = { readonly subject: string | null; readonly preheader: string | null };

export const NO_WORDS: Words = { subject: null, preheader: null };
