// The states of an issue, how it may move between them, and what approval freezes.

export type IssueState =
  | 'draft'
  | 'approved'
  | 'scheduled'
  | 'sending'
  | 'paused'
  | 'sent'
  | 'cancelled'
  | 'failed';

/** The allowed transitions. */
export const ISSUE_TRANSITIONS: Readonly<Record<IssueState, readonly IssueState[]>> = {
  draft: ['approved', 'cancelled'],
  approved: ['scheduled', 'cancelled'],
  scheduled: ['sending', 'paused', 'cancelled', 'failed'],
  sending: ['paused', 'sent', 'cancelled', 'failed'],
  // The Postmaster resolves what it has begun while paused, and that may have been the last batch. It may also pause
  // again, for another reason, before this one is known here.
  paused: ['paused', 'sending', 'sent', 'cancelled', 'failed'],
  sent: [],
  cancelled: [],
  failed: [],
};

/** What approval freezes. `templateJson` and `preflightJson` belong to the render stage; here they are text. */
export type FrozenIssue = {
  sha256: string;
  templateJson: string;
  preflightJson: string;
  /** Of the content alone, not of recipients or times. */
  fingerprint: string;
  /** The issue's address on the web. The mail links to it, so it is known before there is a row. */
  slug: string;
  /** What its pages show: the digest and the ledgers of its reports, as JSON. */
  pageJson: string;
  subject: string;
  preheader: string;
};
