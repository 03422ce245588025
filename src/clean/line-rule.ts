// A rule that judges one line.

import type { Lexicon } from './languages/lexicon.ts';
import type { DropReason } from './ledger/passage.ts';

export type Line = { readonly text: string; readonly form: string; readonly size: number };

/** `test` gives the evidence (what it saw), or null. */
export type LineRule = {
  readonly id: string;
  readonly why: string;
  readonly reason: DropReason;
  readonly test: (line: Line, lexicon: Lexicon) => string | null;
};
