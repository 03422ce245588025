// Where an issue stands on the web, for the links in its mail.

import type { IssueRef } from '../src/digest/index.ts';

export type WebLinks = {
  readonly issue: string;
  readonly ledger: string | null;
  /** Under which every issue has its page. */
  readonly issues: string;
};

/** Of an issue that a round-up names, at the story. */
export const addressOf = (issues: string, { slug, place }: IssueRef): string =>
  `${issues}/${slug}${place === null ? '' : `#${place}`}`;
