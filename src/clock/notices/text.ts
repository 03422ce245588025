// The text of a mail to the editors: what happened, what to do, and where. It is in the publication's language, except for
// reasons, which the program and the provider give in English.

import { format } from '../../../content/copy.ts';
import { formatDayAndTime } from '../../../content/dates.ts';
import type { NoticeWords } from '../../../content/notices/words.ts';
import { noticeWords } from '../../../content/notices.ts';
import type { Publication } from '../../../content/publication.ts';
import type { Paragraph } from '../../render/index.ts';
import type { Notice } from '../../store/index.ts';
import { groupOf } from './plan.ts';

/** With the progress of a paused issue's run, if there is one. */
export type Told = Notice & { readonly progress: { readonly sent: number; readonly total: number } | null };

export type NoticeText = {
  readonly title: string;
  readonly paragraphs: readonly Paragraph[];
  readonly action: { readonly text: string; readonly url: string };
};

type Place = { readonly publication: Publication; readonly siteUrl: string };

/** @param notices at least one. Several things make a summary. */
export function writeNotice(notices: readonly Told[], place: Place): NoticeText {
  const words = noticeWords(place.publication.language);
  const desk = { text: words.desk, url: `${place.siteUrl}/desk` };
  const groups = [...Map.groupBy(notices, groupOf).values()].map((group) => describe(words, group, place));
  const [only] = groups;
  if (only !== undefined && groups.length === 1)
    return {
      title: only.title,
      paragraphs: [only.text, ...quote(only.reason), only.todo],
      action: only.action ?? desk,
    };
  return {
    title: format(words.summary.title, { n: groups.length.toLocaleString(words.lang) }),
    paragraphs: [
      words.summary.text,
      ...groups.flatMap(({ title, text, reason, todo }) => [
        [title, text].join(words.colon),
        ...quote(reason),
        todo,
      ]),
    ],
    action: desk,
  };
}

const quote = (reason: string | null): Paragraph[] => (reason === null ? [] : [{ text: reason, lang: 'en' }]);

type Item = {
  readonly title: string;
  readonly text: string;
  readonly reason: string | null;
  readonly todo: string;
  readonly action: NoticeText['action'] | null;
};

/** @param group all of one kind and about one thing, the newest last. */
function describe(words: NoticeWords, group: readonly Told[], { publication, siteUrl }: Place): Item {
  const newest = group.at(-1);
  if (newest === undefined) throw new Error('a notice tells nothing');
  const { kind, subject, facts, progress } = newest;
  const n = String(facts.number ?? '');
  const { reason = null, title = null } = facts;
  const named = title === null ? format(words.untitled, { n }) : format(words.quoted, { title });
  const sayAt = (at = 0): string => formatDayAndTime(words.lang, publication.timeZone, at);
  const nothing = { reason: null, action: null };
  switch (kind) {
    case 'paused': {
      const far = { sent: count(words, progress?.sent), total: count(words, progress?.total) };
      const { stopped, figures, todo } = words.paused;
      return {
        title: format(words.paused.title, { n }),
        text: [format(stopped, { issue: named }), ...(progress === null ? [] : [format(figures, far)])].join(
          words.space,
        ),
        reason,
        todo: format(todo, { path: `POST /api/issues/${subject}/resume` }),
        action: null,
      };
    }
    case 'decision':
      return {
        ...nothing,
        title: format(words.decision.title, { n }),
        text: format(words.decision.text, { issue: named, mails: count(words, facts.mails) }),
        todo: format(words.decision.todo, { path: `GET /api/issues/${subject}/batches` }),
      };
    case 'draft':
      return {
        title: format(words.draft.title, { n }),
        text: format(reason === null ? words.draft.text : words.draft.held, { time: sayAt(facts.at) }),
        reason,
        todo: format(words.draft.todo, { path: `POST /api/issues/${subject}/send` }),
        action: { text: words.draft.action, url: `${siteUrl}/desk/issues/${subject}/preview` },
      };
    case 'missed':
      return {
        ...nothing,
        title: words.missed.title,
        text: format(words.missed.text, { times: group.map((one) => sayAt(one.facts.at)).join(words.comma) }),
        todo: words.missed.todo,
      };
    case 'left-out':
      return {
        ...nothing,
        title: words.leftOut.title,
        text: format(words.leftOut.text, {
          report: title === null ? (facts.name ?? subject) : format(words.quoted, { title }),
        }),
        todo: format(words.leftOut.todo, { path: `POST /api/reports/${subject}/retry` }),
      };
  }
}

const count = (words: NoticeWords, n = 0): string => n.toLocaleString(words.lang);
