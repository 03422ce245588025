// What every language has words for. `{n}`, `{name}` and the like are filled in; `{name}` is the publication, `{address}`
// the reader's own.

/** Plural forms by Intl.PluralRules; `other` serves for all that are not given. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

export const CUT_REASONS = ['duplicate', 'promo', 'boilerplate'] as const;
export type CutReason = (typeof CUT_REASONS)[number];

// In mails, and on the pages of an issue.
export type Copy = {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly inThisIssue: string;
  readonly faq: string;
  /** Labels of the text part's questions and answers: a letter each. */
  readonly question: string;
  readonly answer: string;
  readonly sources: string;
  readonly by: string;
  readonly from: string;
  readonly original: string;
  readonly originalAt: string;
  readonly editorsNote: string;
  readonly sample: string;
  readonly unsubscribe: string;
  /** The link to the choice between every issue and the round-up. */
  readonly preferences: string;
  readonly receiptTitle: string;
  readonly receipt: ReceiptWords;
  /** Texts of links: each makes sense alone. */
  readonly readOnWeb: string;
  readonly whatWasCut: string;
  readonly readOn: string;
  readonly readOnFaq: string;
  /** Where a mail is cut for its length: `{n}` passages, `{n}` questions. */
  readonly rest: Forms;
  readonly restOfFaq: Forms;
  readonly week: {
    /** Subject of a round-up: `{titles}` of what is in it. */
    readonly subject: string;
    /** Over its list of stories. */
    readonly contents: string;
    /** Where a story comes from: `{n}` is the issue's number, `{title}` its own. */
    readonly from: string;
    readonly fromTitled: string;
    /** Where the mail leaves `{n}` passages to the web, since it prints how each report begins. */
    readonly rest: Forms;
    /** The same, on the page that says what was cut. */
    readonly forLength: Forms;
  };
  readonly web: {
    /** Under an issue's page. */
    readonly frozen: string;
    readonly toIssue: string;
    /** For readers who go by keyboard: past the masthead. */
    readonly skip: string;
  };
  readonly ledger: LedgerWords;
  /** `weekly` instead of `text` to those who chose the round-up, which comes on `{day}`. */
  readonly confirm: Record<'subject' | 'title' | 'text' | 'weekly' | 'action' | 'otherwise', string>;
  /** As above. */
  readonly welcome: Record<'subject' | 'title' | 'text' | 'weekly' | 'promise' | 'action', string>;
  /** Over a mail to the editors. */
  readonly notice: string;
};

/** The page that says what was cut and why. */
type LedgerWords = {
  readonly title: string;
  readonly intro: string;
  readonly nothingCut: string;
  readonly whole: string;
  /** Over the copy of a repeat that is printed. */
  readonly stays: string;
  /** Before what a rule saw. */
  readonly seen: string;
  readonly rule: string;
  readonly reasons: Record<CutReason | 'markup', { readonly name: string; readonly why: string }>;
  /** `{n}` lines around the story of a page, and pieces of its source, that are counted and not shown. */
  readonly counted: Record<'boilerplate' | 'markup', Forms>;
  readonly editor: Record<'restored' | 'dropped' | 'changed' | 'added', string>;
  /** `{n}` passages that a mail leaves to the web. */
  readonly forLength: Forms;
};

/** "31 passages came in, 19 are printed; 7 were repeats, 4 pointers to other stories, 1 piece of page clutter" */
type ReceiptWords = {
  /** The sentence: `{came}`, `{printed}` and `{cut}`, the list of what was left out. */
  readonly sentence: string;
  /** The sentence when nothing was left out: `{came}`. */
  readonly whole: Forms;
  readonly came: Forms;
  readonly printed: Forms;
  readonly cut: Record<CutReason, Forms>;
  /** Where the first item of the list needs a verb that the others share. */
  readonly firstCut?: Record<CutReason, Forms>;
  readonly comma: string;
};

// On the other pages for readers: joining, leaving, and what is kept about them.
export type PageWords = {
  readonly lang: string;
  readonly join: Record<
    | 'title'
    | 'address'
    | 'action'
    /** What a reader agrees to; it is kept with the consent. */
    | 'consent'
    | 'leaveEmpty'
    | 'badAddress'
    | 'askedTitle'
    | 'askedText'
    | 'tooMany',
    string
  >;
  readonly confirm: Record<
    'title' | 'text' | 'action' | 'doneTitle' | 'doneText' | 'doneWeekly' | 'deadTitle' | 'deadText',
    string
  >;
  readonly leave: Record<
    | 'title'
    | 'text'
    | 'action'
    | 'leftTitle'
    | 'leftText'
    | 'mistake'
    | 'back'
    /** After that button: for readers of every issue, and of the round-up on `{day}`. */
    | 'returnedTitle'
    | 'returnedText'
    | 'returnedWeekly'
    | 'thisAddress'
    | 'badLink'
    | 'more',
    string
  >;
  /** What the link in an issue opens, which may have been forwarded. */
  readonly preferences: Record<
    | 'title'
    | 'active'
    | 'left'
    | 'toLeave'
    | 'toReturn'
    | 'dataTitle'
    | 'dataText'
    | 'dataAction'
    | 'sentText'
    /** When a link was sent before: `{time}` is when the next one may leave. */
    | 'waitText',
    string
  >;
  /** The choice between every issue and the round-up of the week, which comes on `{day}`, a day of the week. */
  readonly frequency: Record<
    | 'title'
    | 'every'
    | 'weekly'
    | 'action'
    | 'everySaved'
    | 'weeklySaved'
    /** To who chose a round-up that is not made any more. */
    | 'over'
    /** To who is about to leave. */
    | 'rather'
    | 'ratherAction',
    string
  >;
  /** What the link opens that was mailed to the address for this alone. */
  readonly dataLink: Record<
    | 'title'
    | 'own'
    | 'exportTitle'
    | 'exportText'
    | 'exportAction'
    | 'changeTitle'
    | 'changeText'
    | 'newAddress'
    | 'changeAction'
    | 'changedText'
    | 'eraseTitle'
    | 'eraseText'
    | 'eraseAction'
    /** Erasing asks once more. */
    | 'sureTitle'
    | 'sureText'
    | 'sureAction'
    | 'notSure'
    | 'erasedTitle'
    | 'erasedText'
    | 'cannotErase'
    | 'deadText',
    string
  >;
  /** The mail that brings this link. */
  readonly dataLinkMail: Record<'subject' | 'title' | 'text' | 'action' | 'otherwise', string>;
  /** The mail to a new address, and the one that tells the old address when the new one is confirmed. */
  readonly moveMail: Record<'subject' | 'title' | 'text' | 'action' | 'otherwise', string>;
  readonly movedMail: Record<'subject' | 'title' | 'text' | 'otherwise', string>;
  /** At the foot of every page. */
  readonly site: Record<'contact' | 'imprint' | 'privacy', string>;
  /** Where there is nothing to show, or something does not work. */
  readonly trouble: Record<
    | 'toFront'
    | 'missingTitle'
    | 'missingText'
    | 'noIssue'
    /** Of an issue whose link came with a test mail. */
    | 'notYetTitle'
    | 'notYetText'
    | 'notOnWeb'
    | 'brokenTitle'
    | 'brokenText',
    string
  >;
};
