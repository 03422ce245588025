// The mails that are no issue, as templates, in one language that reads from the left and one from the right.

import NoticeMail from '../../emails/notice.tsx';
import { type Told, writeNotice } from '../../src/clock/notices/text.ts';
import {
  renderConfirmation,
  renderDataLink,
  renderMoved,
  renderNotice,
  renderWelcome,
} from '../../src/render/index.ts';
import type { RequestTemplate } from '../../src/render/template.ts';
import { options } from '../render/issue.ts';

const issueUrl = 'https://second-read.example/issues/example';

const facts = {
  number: 12,
  title: 'The lamp room closes',
  at: Date.UTC(2026, 10, 23, 9),
  reason: 'The quota is used up.',
};
const about = (kind: Told['kind']): Told => ({
  kind,
  subject: 'a3a0c9f6-0b1e-4a43-9d0c-6d4a2f0f3c11',
  facts,
  progress: { sent: 4100, total: 9800 },
});
const [pause, missed, draft] = [about('paused'), about('missed'), about('draft')];

function notice(language: string, notices: readonly Told[]): RequestTemplate {
  const publication = { ...options.publication, language };
  const text = writeNotice(notices, { publication, siteUrl: options.linkBase });
  return renderNotice({ ...options, publication, ...text });
}

export const letters: readonly (readonly [string, RequestTemplate])[] = [
  ['a confirmation', renderConfirmation({ ...options, lang: 'de' })],
  ['a confirmation in Arabic', renderConfirmation({ ...options, lang: 'ar' })],
  ['a confirmation of the round-up', renderConfirmation({ ...options, kind: 'weekly' })],
  ['a confirmation of a new address', renderConfirmation({ ...options, kind: 'move' })],
  ['a word to the address before', renderMoved(options)],
  ['a welcome', renderWelcome({ ...options, lang: 'fr', issueUrl })],
  ['a welcome without an issue', renderWelcome({ ...options, issueUrl: null })],
  ['a welcome to one mail a week', renderWelcome({ ...options, lang: 'ja', frequency: 'weekly', issueUrl })],
  ['a link to one’s own data', renderDataLink(options)],
  ['a notice', renderNotice({ ...options, ...NoticeMail.PreviewProps })],
  ['a notice with a reason in English', notice('de', [pause])],
  ['a notice of several things in Arabic', notice('ar', [pause, missed, draft])],
  ['a notice of several things in Japanese', notice('ja', [pause, missed, draft])],
];
