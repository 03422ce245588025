// The colours and typefaces of the mails, for pages that belong to them.

import type { Publication } from '../../content/publication.ts';
import { accents, type Colours, dark, fonts, light } from '../../emails/theme.ts';

export type Palette = {
  readonly light: Colours & { readonly accent: string };
  readonly dark: Colours & { readonly accent: string };
  readonly fonts: typeof fonts;
};

export function readPalette({ accent }: Pick<Publication, 'accent'>): Palette {
  const readable = accents(accent);
  return { light: { ...light, accent: readable.light }, dark: { ...dark, accent: readable.dark }, fonts };
}
