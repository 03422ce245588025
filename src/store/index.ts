// The only place that talks SQL to D1: one file per noun. Others import the store from here.

// What /health has to know.
export { readStoreCondition, type StoreCondition } from './condition.ts';
// What holds from the first start on.
export { fixSetting } from './fixed-settings.ts';
export { createIssue, createIssueForSlot, type NewIssue } from './issues/create.ts';
// The editions.
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
// What an editor does with an issue before any mail left.
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
// The states of an issue, and its way from one to the next by compare and set.
export {
  approveIssue,
  beginSending,
  moveIssue,
  scheduleIssue,
} from './issues/states.ts';
export { type FrozenIssue, ISSUE_TRANSITIONS, type IssueState } from './issues/transitions.ts';
// What editors are told.
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
  listReports,
  MAX_RAW_BYTES,
  type NamedReport,
  type NewReport,
  type NewReportEntry,
  type ReportSummary,
  readReport,
  readReports,
  replaceOverrides,
  replaceReportText,
  type StoredReport,
  syncNamedReports,
} from './reports.ts';
// Who is signed in to the desk.
export { endSession, openSession, readSession, renewSession } from './sessions.ts';
// The mail to an address that was left for another.
export { noteMoves, type OwedMove } from './signups/moves.ts';
export {
  expireSignups,
  noteMails,
  type OpenSignup,
  type OwedMails,
  readWishes,
} from './signups/open.ts';
// How people join: what they were asked, and their answer.
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
// Who gets an issue.
export {
  countAudience,
  hasReaders,
  highestActivation,
  type Recipient,
  readAudience,
  readStillActive,
} from './subscribers/audience.ts';
// Links to one's own data.
export { openDataLink, readDataLink } from './subscribers/data-links.ts';
// Being forgotten, and staying so.
export {
  type AddressHash,
  createImporter,
  type ErasureRefusal,
  eraseSubscriber,
  type Importer,
} from './subscribers/erasure.ts';
// Many at once, from a file.
export { type ImportCounts, type ImportRow, importSubscribers, leastMail } from './subscribers/imports.ts';
// What limits of how many mails somebody gets count.
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
// Who must get no mail.
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
// What ticks of the clock make of reports, kept between them.
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
