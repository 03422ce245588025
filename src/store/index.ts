// The only place that talks SQL to D1: one file per noun. Others import the store from here.

// What /health reports.
export { readStoreCondition, type StoreCondition } from './condition.ts';
// Settings that stay as the first start wrote them.
export { fixSetting } from './fixed-settings.ts';
export { createIssue, createIssueForSlot, type NewIssue } from './issues/create.ts';
// The issues.
export {
  editDraft,
  hasContent,
  type Issue,
  type IssueSummary,
  listDueIssues,
  listIssues,
  readIssue,
  readIssueSummary,
} from './issues/issues.ts';
// What an editor does with an issue before any mail has left.
export {
  discardIssue,
  freeReports,
  type Moved,
  replaceScheduled,
  returnToDraft,
} from './issues/life.ts';
// What an issue shows on the web.
export { type IssuePage, isPageToCome, readIssuePage, readNewestSlug } from './issues/pages.ts';
// What a round-up is made of.
export { listIssuesForRoundUp, type Part, readParts } from './issues/round-ups.ts';
// The states of an issue, changed by compare and set.
export {
  approveIssue,
  beginSending,
  moveIssue,
  scheduleIssue,
} from './issues/states.ts';
export { type FrozenIssue, ISSUE_TRANSITIONS, type IssueState } from './issues/transitions.ts';
// What editors are notified of.
export {
  addNotices,
  type Notice,
  type NoticeFacts,
  type NoticeKind,
  type NoticeMail,
  type NoticePlan,
  noteNoticeMail,
  type Occasion,
  type OpenNotice,
  planNoticeMails,
  readNotices,
  readPlannedMails,
} from './notices.ts';
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
  fillTitles,
  listNewReports,
  listReportIds,
  listReports,
  MAX_RAW_BYTES,
  type NamedReport,
  type NewReport,
  type NewReportEntry,
  type ReportSummary,
  readEach,
  readReport,
  readReportFormat,
  readReports,
  replaceOverrides,
  replaceReportText,
  type StoredReport,
  syncNamedReports,
} from './reports.ts';
// Editors who are signed in to the desk.
export { endSession, openSession, readSession, renewSession } from './sessions.ts';
// The mail to an address that was changed for another.
export { noteMoves, type OwedMove } from './signups/moves.ts';
export {
  expireSignups,
  noteMails,
  type OpenSignup,
  type OwedMails,
  readSignupKinds,
} from './signups/open.ts';
// How people join: a signup and its confirmation.
export {
  type Consent,
  confirmSignup,
  listConsents,
  type NewSignup,
  readSignup,
  recordEditorConsent,
  requestSignup,
  type Signup,
} from './signups/signups.ts';
// The mail to a new reader.
export { noteWelcomes, type OwedWelcome, WELCOME_LASTS_MS } from './signups/welcomes.ts';
// The normal form of an address, which is the key of a subscriber.
export { normaliseAddress } from './subscribers/address.ts';
// The recipients of an issue.
export {
  countAudience,
  hasReaders,
  highestActivation,
  type Recipient,
  readAudience,
  readStillActive,
} from './subscribers/audience.ts';
// Links to a reader's own data.
export { openDataLink, readDataLink } from './subscribers/data-links.ts';
// Erasure, which imports respect.
export {
  type AddressHash,
  createImporter,
  type ErasureRefusal,
  eraseSubscriber,
  type Importer,
} from './subscribers/erasure.ts';
// Many at once, from a file.
export { type ImportCounts, type ImportRow, importSubscribers, leastMail } from './subscribers/imports.ts';
// By which limits on how many mails somebody gets count.
export { mailboxOf } from './subscribers/mailbox.ts';
// Everything about one person.
export { type KeptAddress, readOwnData } from './subscribers/own-data.ts';
export {
  CADENCES,
  type Cadence,
  SUBSCRIBER_STATES,
  type Subscriber,
  type SubscriberState,
} from './subscribers/subscriber.ts';
// Readers, one by one.
export {
  chooseCadence,
  findByAddress,
  findSubscriber,
  listSubscribers,
  readSubscribers,
  resubscribe,
  unsubscribe,
} from './subscribers/subscribers.ts';
// Addresses that must get no mail.
export {
  liftSuppression,
  type Suppression,
  suppressSubscriber,
} from './subscribers/suppression.ts';
// What the clock has done.
export {
  type Beginning,
  beginTick,
  closeSlots,
  endTick,
  type LastSlots,
  listSlots,
  NOTHING_DUE,
  reopenTick,
  type Slot,
  type SlotOutcome,
  type Tick,
} from './ticks.ts';
// What ticks of the clock make of reports, kept from one to the next.
export {
  type DoneWork,
  listStuckReports,
  MAX_TRIES,
  pruneWork,
  readWork,
  readWorkStates,
  retryReport,
  type StuckReport,
  stepWork,
  type Work,
  type WorkState,
} from './work.ts';
