// From an approved issue to inboxes, exactly once: `launch` brings an issue from D1 to the Postmaster, and the
// Postmaster sends it. How that survives a death at any moment: README.md.

// What /health has to know.
export type { MailCondition } from './condition.ts';
// Whoever asks D1 or the Postmaster and has no time to lose.
export { inTime } from './in-time.ts';
// Where the one instance is.
export { findMove, openPostmaster, POSTMASTER_NAME } from './jurisdiction.ts';
// Step one: D1 says that an issue is due; the Postmaster commits its run; D1 names the run.
export { type LaunchDeps, type Launched, type Launcher, launch, type NewStart, resume } from './launch.ts';
export type { MailLimit, NewMessage, Queued } from './message.ts';
// What may be asked of the Postmaster, and what it answers.
export type { Decision } from './office.ts';
export type { DecideRefusal, OrderRefusal, StartRefusal } from './orders.ts';
// What editors are told, and what they are not.
export { hideAddresses } from './outcome.ts';
// Step two: the one actor that freezes batches, calls the mailer and settles what comes back.
export { Postmaster } from './postmaster.ts';
export type { OpenDecision, Progress } from './progress.ts';
export { PAUSED_BY_EDITOR } from './reason.ts';
export type { Waiting } from './waiting.ts';
export type { Forecast } from './warm-up.ts';
export type { Refusal, RefusedRecipient, TestSend, UndecidedRun } from './watch.ts';
