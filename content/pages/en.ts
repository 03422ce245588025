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
    thisAddress: 'This address',
    badLink: 'This link is not complete. Open it again from the mail, or copy all of it.',
  },
};
