// What the cleaner must know of a language. A language is one file that fills this table; nothing else changes.

/**
 * Word lists are separated by blanks; pattern lists hold one pattern a line, lower case, with straight quotes:
 * `(a|b)` either, `[a]` perhaps, `*` any words, `#` a number. A pattern must match the whole line.
 */
export type Language = {
  /** ISO 639-1. */
  code: string;
  /** Words that open sentences and that names seldom begin with; also what tells the language. */
  starters: string;
  /** Words written with a full stop that does not end the sentence, without the last stop. */
  abbreviations: string;
  /** Months, days and the small words of dates ("of", "at", "Uhr"). */
  calendar: string;
  /** Words that make a date line a stamp: published, updated, reading time. */
  stamp: string;
  /** Opening of a byline, before a name: "by", "written by". */
  byline: string;
  /** Opening of a credit or caption, before a colon: "photo". */
  credit: string;
  /** Lines of page furniture. */
  furniture: string;
  /** Longer notices: pleas, disclaimers, copyright. */
  notices: string;
  /** Labels before the name of another story: "also read". */
  promo: string;
  /** Labels that promote only with a colon or a bar after them: "watch". */
  promoStrict: string;
  /** Lines above a list of other stories: "most read". */
  related: string;
  /** Titles of a block of questions and answers. */
  faq: string;
  /** Labels of a question and of an answer, as words before a colon. */
  question: string;
  answer: string;
  /** Labels of a repeated lede: "synopsis". */
  synopsis: string;
  /** Headings of a list of key points. */
  keyPoints: string;
  /** Section names and other words of breadcrumbs and share bars. */
  nav: string;
  share: string;
  /** Headings of press-release matter that runs to the end: "about *", "media contact". */
  pressTail: string;
  /** What a sentence says of its source, with `@` for the name: "according to the @". A regular expression a line. */
  cites: string;
  /** Words in the names of outlets and organisations; `-word` is an ending. */
  organisations: string;
  /** Verbs of saying. */
  saying: string;
};
