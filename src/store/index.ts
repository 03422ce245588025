// The only place that talks SQL to D1: one file per noun. Others import the store from here.

// The normal form of an address, which is the key of a subscriber.
export { normaliseAddress } from './address.ts';
// What /health has to know.
export { readStoreCondition, type StoreCondition } from './condition.ts';
// How people join: what they were asked, and their answer.
export {
  type Asking,
  askToJoin,
  type Consent,
  confirmAsking,
  listConsents,
  type NewAsking,
  readAsking,
  recordWord,
} from './consents.ts';
// Being forgotten, and staying so.
export {
  type AddressHash,
  createImporter,
  type ErasureRefusal,
  eraseSubscriber,
  type Importer,
} from './erasure.ts';
// What holds from the first start on.
export { fixSetting } from './fixed-settings.ts';
// Many at once, from a file.
export { type ImportCounts, type ImportRow, importSubscribers, leastMail } from './imports.ts';
// What an editor does with an issue before any mail left.
export {
  discardIssue,
  freeReports,
  type Moved,
  replaceScheduled,
  returnToDraft,
} from './issue-lives.ts';
// What an issue shows on the web.
export { type IssuePage, isPageToCome, readIssuePage, readNewestSlug } from './issue-pages.ts';
// The states of an issue, and its way from one to the next by compare and set.
export {
  approveIssue,
  beginSending,
  type FrozenIssue,
  ISSUE_TRANSITIONS,
  type IssueState,
  moveIssue,
  scheduleIssue,
} from './issue-states.ts';
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
} from './issues.ts';
// What limits of how many mails somebody gets count.
export { mailboxOf } from './mailbox.ts';
// The mail to an address that was left for another.
export { noteMoves, type OwedMove } from './moves.ts';
export { createIssue, createIssueForSlot, type NewIssue } from './new-issues.ts';
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
export {
  expireAskings,
  noteMails,
  type OpenAsking,
  type OwedMails,
  readWishes,
} from './open-askings.ts';
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
// Everything about one person.
export { type KeptAddress, readOwnData } from './own-data.ts';
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
// What a round-up is made of.
export { listIssuesForRoundUp, type Part, readParts } from './round-ups.ts';
// Who is signed in to the desk.
export { endSession, openSession, readSession, renewSession } from './sessions.ts';
// Who gets the mail.
export {
  type AudienceFilter,
  chooseFrequency,
  countAudience,
  FREQUENCIES,
  type Frequency,
  findByAddress,
  findSubscriber,
  hasReaders,
  highestActivation,
  listSubscribers,
  type Recipient,
  readAudience,
  readStillActive,
  readSubscribers,
  resubscribe,
  SUBSCRIBER_STATES,
  type Subscriber,
  type SubscriberState,
  unsubscribe,
} from './subscribers.ts';
// Who must get no mail.
export {
  liftSuppression,
  type Suppression,
  suppressSubscriber,
} from './suppression.ts';
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
// Links to one's own data.
export { openVisit, readVisit } from './visits.ts';
// The mail to a new reader.
export { noteWelcomes, type OwedWelcome, WELCOME_LASTS_MS } from './welcomes.ts';
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
