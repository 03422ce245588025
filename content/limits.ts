// How much and how long, each with its unit: what keeps inboxes from being flooded, and links from living for ever.
// How many addresses one network may enter is counted by the platform, and stands in wrangler.toml.

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How many mails of one kind a mailbox gets, no matter who asks for them, in all spellings of its address together. The words for readers say these numbers. */
const toOneAddress = { everyMs: 10 * MINUTE_MS, aDay: 3 };

export const limits = {
  confirmations: toOneAddress,
  /** Links to one's own data: counted apart, so that nobody uses them up by entering an address in the form. */
  visitLinks: toOneAddress,
  /** The mail that tells an address that its issues go to another one now. */
  moves: toOneAddress,
  /** For how long the link in a mail to confirm works, and an address that does not answer is kept. */
  signupLastsMs: 7 * DAY_MS,
  /** For how long a link to one's own data works. */
  dataLinkLastsMs: HOUR_MS,
  /** For how long an editor who does not come stays signed in to the desk. */
  sessionLastsMs: 30 * DAY_MS,
  /** How often that time begins anew for one who does. */
  sessionRenewedEveryMs: DAY_MS,
  /**
   * The form answers after this time, whatever there was to do for it meanwhile: it takes longer for an address that
   * is not subscribed, and its time must not tell who is.
   */
  formAnswerMs: 250,
  /** When a network that was refused may try again: the period of its limits in wrangler.toml. */
  networkPeriodSeconds: 60,
};

export type Limits = typeof limits;
