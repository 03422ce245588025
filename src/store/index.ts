// The only place that talks SQL to D1: one file per noun. Others import the store from here.

// The normal form of an address, which is the key of a subscriber.
export { normaliseAddress } from './address.ts';
// The editions: made as drafts, frozen at approval, moved by compare and set.
export {
  approveIssue,
  beginSending,
  createIssue,
  createIssueForSlot,
  editDraft,
  type FrozenIssue,
  hasContent,
  ISSUE_TRANSITIONS,
  type Issue,
  type IssueState,
  type IssueSummary,
  listDueIssues,
  listIssues,
  moveIssue,
  type NewIssue,
  readIssue,
  readIssueSummary,
  scheduleIssue,
} from './issues.ts';
// What the local mailer took.
export {
  countOutbox,
  getOutboxMail,
  listOutbox,
  type OutboxBatch,
  type OutboxEntry,
  type OutboxMail,
  type OutboxReceipt,
  type StoredMail,
  storeOutboxBatch,
} from './outbox.ts';
// The raw texts.
export {
  createReport,
  deleteReport,
  listReports,
  type NewReport,
  type ReportSummary,
  readNewReports,
  readReport,
  readReports,
  replaceReportText,
  type StoredReport,
  syncNamedReports,
} from './reports.ts';
// Who gets the mail.
export {
  type AudienceFilter,
  countAudience,
  findSubscriber,
  highestActivation,
  type ImportCounts,
  type ImportRow,
  importSubscribers,
  listSubscribers,
  type Recipient,
  readAudience,
  readStillActive,
  resubscribe,
  SUBSCRIBER_STATES,
  type Subscriber,
  type SubscriberState,
  unsubscribe,
} from './subscribers.ts';
// What the clock has done.
export {
  beginTick,
  closeSlots,
  endTick,
  listSlots,
  readLastSlot,
  type Slot,
  type SlotOutcome,
  type Tick,
} from './ticks.ts';
