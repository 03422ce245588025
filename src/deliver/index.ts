// From an approved issue to inboxes, exactly once: `launch` brings an issue from D1 to the Postmaster, and the
// Postmaster sends it. How that survives a death at any moment: README.md.

// The Postmaster's commands and answers.
export type { Decision } from './actor/postmaster.ts';
// For those who ask D1 or the Postmaster and cannot wait long.
export { withTimeout } from './actor/with-timeout.ts';
// Where the one instance is.
export { findMove, openPostmaster, POSTMASTER_NAME } from './jurisdiction.ts';
// Step one: D1 says that an issue is due; the Postmaster commits its run; D1 names the run.
export { type LaunchDeps, type Launched, type Launcher, launch, type NewStart, resume } from './launch.ts';
// What editors see.
export { PAUSED_BY_EDITOR } from './policy/reason.ts';
export type { Forecast } from './policy/warm-up.ts';
// Step two: the one actor that freezes batches, calls the mailer and settles what comes back.
export { PostmasterObject } from './postmaster.ts';
// What /health shows.
export type { MailCondition } from './status/condition.ts';
export type { OpenDecision, Progress } from './status/progress.ts';
export type { Waiting } from './status/waiting.ts';
export type { Refusal, RefusedRecipient, TestSend, UndecidedRun } from './status/watch.ts';
export type { CommandRefusal, DecideRefusal, StartRefusal } from './tables/commands.ts';
export type { MailLimit, NewTransactionalMail, Queued } from './tables/transactional.ts';
