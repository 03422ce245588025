// A passage in the ledger that readers see.

import type { Passage } from '../clean/index.ts';

export type Entry = {
  /** What stood in the report, as it reads after repair. */
  readonly text: string;
  readonly role: Passage['role'];
  /** Why it was cut. */
  readonly reason?: NonNullable<Passage['reason']>;
  /** Id of the rule that decided, and what it saw. */
  readonly rule: string;
  readonly seen?: string;
  /** Of a repeat: the words that are printed instead, or how they begin where a text repeats a great deal. */
  readonly copy?: string;
  readonly editor?: NonNullable<Passage['override']>;
  /** So many passages in a row, or of markup so many in all, which are not shown. The text is empty. */
  readonly count?: number;
};
