// Everything about the newsletter that an editor would change. It is checked by publication-fields.ts before Copydesk
// starts or is deployed; the fixed words in each language stand in copy.ts, the reports in reports/.

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

export type Publication = {
  /** The name at the head of every mail. */
  readonly name: string;
  /** One line under the name: what a reader gets. */
  readonly tagline: string;
  /** Language of the newsletter's own words (a BCP 47 tag). A report keeps the language it is written in. */
  readonly language: string;
  /** The clock by which days and hours below are meant (an IANA time zone). */
  readonly timeZone: string;
  /** Who sends: `Name <address>`. The address's domain must be verified with the mail provider. */
  readonly from: string;
  /** Where answers go, or null for the sender's address. */
  readonly replyTo: string | null;
  /** A postal address that reaches you. The law asks for one in every newsletter; no mail leaves without it. */
  readonly postalAddress: string;
  /** One sentence that tells readers why this mail is in their inbox. */
  readonly why: string;
  /** Colour of rules, small headings and links (#rrggbb). It is darkened or lightened where it would be hard to read. */
  readonly accent: string;
  /** Names the list to mail programs, so that readers can sort by it (RFC 2919): letters, digits, dots, hyphens. */
  readonly listId: string;
  /**
   * A mailbox that is read, for readers who leave by writing a mail, or null: then they leave by the link and by
   * their mail program's own button. What arrives there is taken out by hand.
   */
  readonly leaveMailbox: string | null;
  /**
   * How readers reach you, what the law of your country wants to know of you, and what you do with readers' data: at the
   * foot of every page. Each is an https link, an address, or the words themselves. Null: nothing stands there.
   */
  readonly contact: string | null;
  readonly imprint: string | null;
  readonly privacy: string | null;
  /**
   * Whether each issue is a page on the web too. Switched off, the pages
   * are gone, also those that mails in inboxes link to.
   */
  readonly issuesOnWeb: boolean;
  /** Whether such a page has its ledger beside it: what was cut from its reports, and why. */
  readonly ledgerOnWeb: boolean;
  /**
   * Whether a new reader gets a mail that greets them, once, when they have confirmed. It shows where the mails will
   * come from, and brings the link to leave. It takes a mail of the provider's daily quota for each new reader.
   */
  readonly welcome: boolean;
  /**
   * Addresses that get a mail when something waits for an editor or went wrong, one mail each. Empty: nobody.
   */
  readonly editors: readonly string[];
  /**
   * Warming up: for a domain that has not sent much before, at most `mails` leave within 24 hours on `firstDay` (such as
   * '2026-12-01'), twice as many after every `doublesAfterDays` days, and after `days` days as many as there are.
   * Confirmations and other single mails count, and are not held back. Until it is over a run takes several days, which
   * approving tells, and the clock makes drafts only. Null: there is no cap.
   */
  readonly warmUp: {
    readonly firstDay: string;
    readonly mails: number;
    readonly doublesAfterDays: number;
    readonly days: number;
  } | null;
  readonly sending: {
    /** Days on which an issue may leave by itself. */
    readonly days: readonly Weekday[];
    /** The full hour, 0 to 23, in the time zone above. */
    readonly hour: number;
    /** `send`: what is new goes out at that hour. `draft`: a draft waits for an editor's approval. */
    readonly policy: 'send' | 'draft';
    /** A slot missed by more than this many hours is skipped: news that late would only be confusing. */
    readonly lateByHours: number;
  };
  /**
   * The round-up: one mail a week with the issues of that week, for readers who choose it. Null: no choice is
   * shown anywhere and no round-up is made by itself; who chose it before is offered every issue instead.
   * It prints how each report begins and leads to the rest on the web: without pages there it is printed whole, and a
   * long week waits as a draft.
   */
  readonly weekly: {
    readonly day: Weekday;
    /** The full hour, 0 to 23, in the time zone above. */
    readonly hour: number;
    /** As above. */
    readonly policy: 'send' | 'draft';
    readonly lateByHours: number;
  } | null;
};

export const publication: Publication = {
  name: 'The Second Read',
  tagline: 'Long reports, with the noise taken out.',
  language: 'en',
  timeZone: 'Europe/London',
  from: 'The Second Read <editor@second-read.example>',
  replyTo: null,
  postalAddress: 'The Second Read, 12 Sample Street, Exampleton EX1 2MP, United Kingdom',
  why: 'You get this mail because you signed up for The Second Read.',
  accent: '#8c3b2a',
  listId: 'digest.second-read.example',
  leaveMailbox: null,
  contact: 'editor@second-read.example',
  imprint: null,
  privacy: null,
  issuesOnWeb: true,
  ledgerOnWeb: true,
  welcome: true,
  editors: [],
  warmUp: null,
  sending: {
    days: ['mon', 'tue', 'wed', 'thu', 'fri'],
    hour: 7,
    policy: 'send',
    lateByHours: 3,
  },
  weekly: {
    day: 'sat',
    hour: 9,
    policy: 'send',
    lateByHours: 12,
  },
};
