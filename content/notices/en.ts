// English.

import type { NoticeWords } from './words.ts';

export const english: NoticeWords = {
  lang: 'en',
  desk: 'Open the desk',
  quoted: '“{title}”',
  untitled: 'issue {n}',
  space: ' ',
  comma: '; ',
  colon: ': ',
  summary: {
    title: 'Things to look at: {n}',
    text: 'More happened than ten mails a day can tell, so this one tells several things.',
  },
  paused: {
    title: 'Issue {n} is paused',
    stopped: 'The sending of {issue} has stopped. Nothing is lost, and nobody gets it twice.',
    figures: 'Mails that have left: {sent} of {total}.',
    todo: 'When the cause is mended, resume it: {path}',
  },
  decision: {
    title: 'Issue {n} waits for a decision',
    text: 'Resend never said whether it took these mails of {issue}: {mails}. They are not sent again by themselves.',
    todo: 'Decide for each batch whether it is sent again or left as it is: {path}',
  },
  draft: {
    title: 'Issue {n} waits as a draft',
    text: 'The issue for {time} is made. It leaves when an editor has approved it.',
    held: 'The issue for {time} is made, but something keeps it from being sent by itself.',
    todo: 'Look at it, then approve and send it: {path}',
    action: 'Look at the draft',
  },
  missed: {
    title: 'A time of sending was missed',
    text: 'Nothing was sent at the time that was set, since the clock came too late: {times}.',
    todo: 'What is new goes into the next issue. If this happens often, look at the Cron Triggers of the Worker.',
  },
  leftOut: {
    title: 'A report is left out',
    text: 'Cleaning {report} did not end in three tries, so issues are made without it.',
    todo: 'Shorten or change its text, or ask for another try: {path}',
  },
};
