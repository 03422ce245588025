// English.

import type { Copy } from '../copy.ts';

export const english: Copy = {
  lang: 'en',
  dir: 'ltr',
  inThisIssue: 'In this issue',
  faq: 'Questions and answers',
  question: 'Q',
  answer: 'A',
  sources: 'Sources named in the text',
  by: 'By {name}',
  from: 'From {name}',
  original: 'Read the original report',
  originalAt: 'Read the original at {name}',
  editorsNote: 'Editor’s note',
  sample: 'A sample, to show what an issue looks like',
  unsubscribe: 'Unsubscribe from {name}',
  preferences: 'Choose between every issue and one mail a week',
  receiptTitle: 'What was cut',
  receipt: {
    sentence: '{came}, {printed}; {cut}',
    whole: { one: '{came}, and it is printed', other: '{came}, and all are printed' },
    came: { one: '{n} passage came in', other: '{n} passages came in' },
    printed: { one: '{n} is printed', other: '{n} are printed' },
    firstCut: {
      duplicate: { one: '{n} was a repeat', other: '{n} were repeats' },
      promo: { one: '{n} was a pointer to another story', other: '{n} were pointers to other stories' },
      boilerplate: { one: '{n} was furniture', other: '{n} were furniture' },
    },
    cut: {
      duplicate: { one: '{n} repeat', other: '{n} repeats' },
      promo: { one: '{n} pointer to another story', other: '{n} pointers to other stories' },
      boilerplate: { other: '{n} furniture' },
    },
    comma: ', ',
  },
  readOnWeb: 'Read this issue on the web',
  whatWasCut: 'See what was cut, and why',
  rest: {
    one: 'To arrive whole, this mail stops here: {n} more passage is on the web.',
    other: 'To arrive whole, this mail stops here: {n} more passages are on the web.',
  },
  readOn: 'Read the rest on the web',
  restOfFaq: {
    one: '{n} more question is answered on the web.',
    other: '{n} more questions are answered on the web.',
  },
  readOnFaq: 'Read the other answers on the web',
  week: {
    subject: 'The week: {titles}',
    contents: 'The week in one mail',
    from: 'From issue {n}',
    fromTitled: 'From issue {n}: {title}',
    rest: {
      one: 'This is how it begins: {n} more passage is on the web.',
      other: 'This is how it begins: {n} more passages are on the web.',
    },
    forLength: {
      one: 'A round-up prints how each report begins, so {n} passage stands on the web page and in the plain text part of the mail only.',
      other:
        'A round-up prints how each report begins, so {n} passages stand on the web page and in the plain text part of the mail only.',
    },
  },
  web: {
    frozen: 'This is the issue as it was sent.',
    toIssue: 'Back to the issue',
    skip: 'To the text',
  },
  ledger: {
    title: 'What was cut, and why',
    intro:
      'Every passage of the source text is accounted for. What was not printed stands here as it came in, with the reason.',
    nothingCut: 'Nothing was cut from this report.',
    whole: 'The whole report, passage by passage',
    stays: 'Printed instead',
    seen: 'What gave it away',
    rule: 'Rule',
    reasons: {
      duplicate: { name: 'Repeat', why: 'It says again what is printed elsewhere in the report.' },
      promo: { name: 'Pointer to another story', why: 'It leads away, to another story.' },
      boilerplate: {
        name: 'Furniture',
        why: 'It belongs to the page that the text came from, not to the report.',
      },
      markup: { name: 'Signs', why: 'Bullets, labels and stray tags: the words around them are printed.' },
    },
    editor: {
      restored: 'An editor put it back',
      dropped: 'An editor took it out',
      changed: 'An editor set it differently',
      added: 'An editor added it',
    },
    forLength: {
      one: 'Mail programs clip long mails, so {n} passage stands on the web page and in the plain text part of the mail only.',
      other:
        'Mail programs clip long mails, so {n} passages stand on the web page and in the plain text part of the mail only.',
    },
  },
  confirm: {
    subject: 'Please confirm your subscription to {name}',
    title: 'Please confirm your subscription',
    text: 'This address was entered to get {name}. Confirm that it is yours, and the next issue comes to you.',
    weekly:
      'This address was entered to get {name} once a week. Confirm that it is yours, and the next mail comes on {day}.',
    action: 'Confirm my subscription',
    otherwise: 'Was it not you? Then do nothing: without a confirmation no issue will be sent.',
  },
  welcome: {
    subject: 'Welcome to {name}',
    title: 'Welcome',
    text: 'Your subscription to {name} is confirmed, and the next issue comes to you.',
    weekly:
      'Your subscription to {name} is confirmed. You chose one mail a week: the next one comes on {day}.',
    promise: 'Each issue says at its end what was cut from the reports, and why.',
    action: 'Read the newest issue on the web',
  },
  notice: 'For the editors of {name}',
};
