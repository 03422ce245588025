// English.

import type { Copy, PageWords } from './words.ts';

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
      boilerplate: { one: '{n} was page clutter', other: '{n} were page clutter' },
    },
    cut: {
      duplicate: { one: '{n} repeat', other: '{n} repeats' },
      promo: { one: '{n} pointer to another story', other: '{n} pointers to other stories' },
      boilerplate: { one: '{n} piece of page clutter', other: '{n} pieces of page clutter' },
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
        name: 'Page clutter',
        why: 'It belongs to the page that the text came from, not to the report.',
      },
      markup: { name: 'Signs', why: 'Bullets, labels and stray tags: the words around them are printed.' },
    },
    counted: {
      boilerplate: { one: '{n} menu or footer line', other: '{n} menu and footer lines' },
      markup: { one: '{n} piece of markup', other: '{n} pieces of markup' },
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

export const englishPages: PageWords = {
  lang: 'en',
  join: {
    title: 'Get {name} by mail',
    address: 'Your email address',
    action: 'Subscribe',
    consent: 'You agree to get {name} by mail. One click in any issue ends it.',
    leaveEmpty: 'Leave this field empty',
    badAddress: 'This does not look like an email address. Please look at it again.',
    askedTitle: 'Please look into your inbox',
    askedText:
      'If this address is not subscribed yet, a mail with a link is on its way to it. Nothing is sent until you confirm with that link.',
    tooMany: 'Too many addresses came from your network. Please try again in a minute.',
  },
  confirm: {
    title: 'Confirm your subscription',
    text: '{name} will be sent to {address}.',
    action: 'Confirm',
    doneTitle: 'You are subscribed',
    doneText: 'The next issue of {name} comes to {address}.',
    doneWeekly: '{name} comes to {address} once a week, the next time on {day}.',
    deadTitle: 'This link no longer works',
    deadText: 'It has expired or was used before, or part of it is missing. You can subscribe again here.',
  },
  leave: {
    title: 'Leave {name}?',
    text: 'No further issue will be sent to {address}.',
    action: 'Unsubscribe',
    leftTitle: 'You have left',
    leftText:
      '{address} gets no further issue of {name}. An issue that is being sent at this moment may still arrive.',
    mistake: 'Was that a mistake?',
    back: 'Subscribe again',
    returnedTitle: 'You are subscribed again',
    returnedText: '{name} comes to {address} again, from the next issue on.',
    returnedWeekly: '{name} comes to {address} again, once a week on {day}.',
    thisAddress: 'This address',
    badLink: 'This link is not complete. Open it again from the mail, or copy all of it.',
    more: 'What is kept about this address',
  },
  preferences: {
    title: 'Your subscription',
    active: '{name} is sent to {address}.',
    left: '{name} is not sent to {address}.',
    toLeave: 'Unsubscribe',
    toReturn: 'Subscribe again',
    dataTitle: 'What is kept about you',
    dataText:
      'To see it, to change your address or to have everything erased, ask for a link. It is mailed to {address} and works for an hour.',
    dataAction: 'Mail me a link',
    sentText:
      'If it may get mail, {address} gets a link now. One leaves every ten minutes, and three a day, so that nobody can flood an inbox.',
    waitText: 'A link went to {address} a short time ago. The next one can leave from {time} on.',
  },
  frequency: {
    title: 'How often it comes',
    every: 'Every issue, as it comes out',
    weekly: 'Once a week: the issues of the week in one mail, on {day}',
    action: 'Save',
    everySaved: 'Saved. From the next issue on, every one comes to {address}.',
    weeklySaved:
      'Saved. From now on {address} gets one mail a week, the next one on {day}. An issue that is being sent at this moment may still arrive.',
    over: 'The weekly mail is not made any more.',
    rather: 'Too many mails?',
    ratherAction: 'Rather one mail a week',
  },
  dataLink: {
    title: 'What is kept about you',
    own: 'This page is for {address}. Its link works for an hour; you can ask for another one at any time.',
    exportTitle: 'Take it with you',
    exportText: 'A file with all that is kept: your address, your name, and what you agreed to and when.',
    exportAction: 'Download the file',
    changeTitle: 'Change the address',
    changeText:
      'A mail goes to the new address. Once you confirm there, issues come to it and no longer to the old one.',
    newAddress: 'New address',
    changeAction: 'Change the address',
    changedText: 'If the new address can be used, a mail with a link is on its way to it.',
    eraseTitle: 'Have everything erased',
    eraseText:
      'Your address, your name and what you agreed to are erased, and no issue comes any more. A code stays from which they cannot be read; by it you are left out when a list is brought in from elsewhere.',
    eraseAction: 'Erase everything',
    sureTitle: 'Erase everything?',
    sureText: 'This cannot be undone.',
    sureAction: 'Yes, erase everything',
    notSure: 'No, go back',
    erasedTitle: 'Everything is erased',
    erasedText: 'Nothing that names you is kept any more.',
    cannotErase:
      'This cannot be done by itself here at the moment. Please write to the editors: they will do it.',
    deadText:
      'It works for an hour, and no longer once the address was changed or erased. Ask for another one by the link at the end of any issue.',
  },
  dataLinkMail: {
    subject: 'Your link: what {name} keeps about you',
    title: 'Your link',
    text: 'It shows what {name} keeps about you, and lets you download it, change your address or have everything erased. It works for an hour.',
    action: 'Open the page',
    otherwise: 'Was it not you who asked? Then do nothing, and do not pass this mail on.',
  },
  moveMail: {
    subject: 'Please confirm your new address for {name}',
    title: 'Your new address',
    text: 'This address was given as the new one for {name}. Once you confirm it, issues come here and no longer to the old address.',
    action: 'Confirm this address',
    otherwise: 'Was it not you? Then do nothing: without a confirmation nothing changes.',
  },
  movedMail: {
    subject: 'Your address for {name} was changed',
    title: 'Your address was changed',
    text: '{name} now goes to another address, and no longer to this one.',
    otherwise: 'Was it not you? Then please answer this mail.',
  },
  site: {
    contact: 'Contact',
    imprint: 'Imprint',
    privacy: 'Privacy',
  },
  trouble: {
    toFront: 'To the front page',
    missingTitle: 'There is nothing here',
    missingText: 'Part of the link may be missing. Please copy all of it.',
    noIssue: 'There is no issue at this address. If the link came with a mail, please copy all of it.',
    notYetTitle: 'Not sent yet',
    notYetText: 'This issue has not been sent yet. Once it has been, you can read it here.',
    notOnWeb: 'The issues of {name} are not on the web.',
    brokenTitle: 'Something broke',
    brokenText: 'This is a fault of ours, and it has been written down. Please try again in a few minutes.',
  },
};
