// What readers get: one or several stories, without a word of the mail's own.

import type { Report } from '../clean/index.ts';
import type { Section } from './blocks.ts';

/** Where a story of a round-up stood before. */
export type IssueRef = {
  readonly number: number;
  /** Of its address on the web. */
  readonly slug: string;
  /** What its mail had for a subject. */
  readonly title: string;
  /** The story's anchor there; null when it stands there alone. */
  readonly place: string | null;
};

export type Rest = {
  /** Passages, headings among them, and questions that stand on the web only. */
  readonly passages: number;
  readonly questions: number;
};

/** A report without its ledger. */
export type PrintedReport = Omit<Report, 'ledger' | 'unmatched'>;

export type Stats = Report['stats'];

export type Pair = Report['faq'][number];

export type Story = {
  /** Anchor, unique in its digest: the story's place, counted from 1. */
  readonly id: string;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly title: string;
  readonly dek: string | null;
  readonly sections: readonly Section[];
  readonly faq: readonly Pair[];
  /** Names that the text cites, in the order of their first mention. */
  readonly sources: readonly string[];
  /** Who published the original, and where; only web addresses get this far. */
  readonly source?: string;
  readonly url?: string;
  readonly author?: string;
  readonly date?: string;
  readonly stats: Stats;
  /** What a mail leaves to the web page, when it would be too long. */
  readonly rest?: Rest;
  /** In a round-up: the issues that printed it, in their order. */
  readonly issues?: readonly IssueRef[];
};

export type Digest = {
  /** The stories' language when they agree, else the publication's. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** One line each, without control characters: safe as header values. */
  readonly subject: string;
  readonly preheader: string;
  readonly title: string;
  readonly stories: readonly Story[];
  /** The stories were in issues before, which they name. */
  readonly isRoundUp?: true;
  /** The sum of the stories' figures. */
  readonly receipt: Stats;
  /** True when any report is a sample; samples are sent only locally. */
  readonly sample: boolean;
};

export type ComposeOptions = {
  /** What an editor wrote instead of the words taken from the reports. */
  readonly subject?: string;
  readonly preheader?: string;
  /** The publication's language, for stories that disagree. */
  readonly lang: string;
};
