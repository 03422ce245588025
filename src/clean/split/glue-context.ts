// What every look at a possible seam has to know.

import type { Lexicon } from '../languages/lexicon.ts';

export type GlueContext = {
  readonly lexicon: Lexicon;
  /** Does the word occur on its own elsewhere in the text? */
  readonly knows: (word: string) => boolean;
  /** How many more close looks at possible seams the text may cost. */
  looks: number;
};
