// English.

import type { PageWords } from '../pages.ts';

export const english: PageWords = {
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
  visit: {
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
  visitMail: {
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
