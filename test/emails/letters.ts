// The mails that are no issue, as templates, in one language that reads from the left and one from the right.

import NoticeMail from '../../emails/notice.tsx';
import {
  type RequestTemplate,
  renderConfirmation,
  renderMoved,
  renderNotice,
  renderVisit,
  renderWelcome,
} from '../../src/render/index.ts';
import { options } from '../render/issue.ts';

const issueUrl = 'https://second-read.example/issues/example';

export const letters: readonly (readonly [string, RequestTemplate])[] = [
  ['a confirmation', renderConfirmation({ ...options, lang: 'de' })],
  ['a confirmation in Arabic', renderConfirmation({ ...options, lang: 'ar' })],
  ['a confirmation of the round-up', renderConfirmation({ ...options, wish: 'weekly' })],
  ['a confirmation of a new address', renderConfirmation({ ...options, wish: 'move' })],
  ['a word to the address before', renderMoved(options)],
  ['a welcome', renderWelcome({ ...options, lang: 'fr', issueUrl })],
  ['a welcome without an issue', renderWelcome({ ...options, issueUrl: null })],
  ['a welcome to one mail a week', renderWelcome({ ...options, lang: 'ja', frequency: 'weekly', issueUrl })],
  ['a link to one’s own data', renderVisit(options)],
  ['a notice', renderNotice({ ...options, ...NoticeMail.PreviewProps })],
];
