// What editors are told, in which mail, and in which words.

import { describe, expect, it } from 'vitest';
import { languages } from '../../content/copy.ts';
import { noticeLanguages, noticeWords } from '../../content/notices.ts';
import { publication } from '../../content/publication.ts';
import { planNotices } from '../../src/clock/notices/plan.ts';
import { type Told, writeNotice } from '../../src/clock/notices/text.ts';
import type { NoticeKind, NoticeMail, OpenNotice } from '../../src/store/index.ts';

const HOUR = 3_600_000;
const NOW = Date.parse('2026-11-23T09:00Z');
const ISSUE = 'a3a0c9f6-0b1e-4a43-9d0c-6d4a2f0f3c11';

const open = (
  id: number,
  subject = `issue-${id}`,
  kind: NoticeKind = 'paused',
  noticedAt = NOW,
): OpenNotice => ({
  id,
  kind,
  subject,
  change: String(id),
  facts: {},
  noticedAt,
});
const mail = (minutesAgo: number, ...groups: string[]): NoticeMail => ({
  id: minutesAgo,
  plannedAt: NOW - minutesAgo * 60_000,
  groups,
});
/** As if all of it were still so. */
const plan = (notices: readonly OpenNotice[], mails: readonly NoticeMail[] = []) =>
  planNotices(notices, notices, mails, NOW);

describe('a plan', () => {
  it('gives each thing a mail of its own', () => {
    expect(plan([open(1), open(2), open(3, 'weekly', 'missed')]).mails).toEqual([[1], [2], [3]]);
  });

  it('tells what is of one kind and about one issue in one mail, and not within an hour of the last', () => {
    const two = [open(1, 'every', 'missed'), open(2, 'every', 'missed')];
    expect(plan(two).mails).toEqual([[1, 2]]);
    expect(plan(two, [mail(59, 'missed every')]).mails).toEqual([]);
    expect(plan(two, [mail(60, 'missed every')]).mails).toEqual([[1, 2]]);
    expect(plan(two, [mail(5, 'missed weekly')]).mails).toEqual([[1, 2]]);
  });

  it('makes at most ten mails a day: what is more than is left is told in one', () => {
    const sent = (count: number) => Array.from({ length: count }, (_, n) => mail(100 + n, `draft ${n}`));
    const three = [open(1), open(2), open(3)];
    expect(plan(three, sent(7)).mails).toEqual([[1], [2], [3]]);
    expect(plan(three, sent(8)).mails).toEqual([[1, 2, 3]]);
    expect(plan(three, sent(9)).mails).toEqual([[1, 2, 3]]);
    expect(plan(three, sent(10)).mails).toEqual([]);
    const many = Array.from({ length: 30 }, (_, n) => open(n + 1));
    expect(plan(many).mails).toEqual([many.map(({ id }) => id)]);
  });

  it('leaves out what is over before it was told, and what is too old', () => {
    const notices = [open(1), open(2), open(3, 'every', 'missed'), open(4, 'old', 'paused', NOW - 48 * HOUR)];
    const so = notices.filter(({ id }) => id === 1 || id === 4);
    expect(planNotices(notices, so, [], NOW)).toEqual({ over: [2], late: [4], mails: [[1], [3]] });
  });

  it('takes another change of the same issue for something else', () => {
    expect(planNotices([open(1)], [{ ...open(1), change: '2' }], [], NOW)).toMatchObject({
      over: [1],
      mails: [],
    });
  });
});

const told = (kind: NoticeKind, facts: Told['facts'], subject = ISSUE): Told => ({
  kind,
  subject,
  facts: { number: 12, title: 'The lamp room closes', ...facts },
  progress: kind === 'paused' ? { sent: 4100, total: 9800 } : null,
});
const one: Record<NoticeKind, Told> = {
  paused: told('paused', { reason: 'The monthly quota is used up.' }),
  draft: told('draft', { title: null, reason: null, at: NOW }),
  decision: told('decision', { mails: 200 }),
  missed: told('missed', { at: NOW }, 'every'),
  'left-out': told('left-out', { name: 'lamp.txt' }, '7'),
};
const write = (notices: readonly Told[], language = 'en') =>
  writeNotice(notices, {
    publication: { ...publication, language, timeZone: 'Europe/London' },
    siteUrl: 'https://news.example',
  });

describe('a notice', () => {
  it('of a pause says why, how far it came and how to go on', () => {
    expect(write([one.paused])).toEqual({
      title: 'Issue 12 is paused',
      paragraphs: [
        'The sending of “The lamp room closes” has stopped. Nothing is lost, and nobody gets it twice. Mails that have left: 4,100 of 9,800.',
        { text: 'The monthly quota is used up.', lang: 'en' },
        `When the cause is mended, resume it: POST /api/issues/${ISSUE}/resume`,
      ],
      action: { text: 'Open the desk', url: 'https://news.example/desk' },
    });
  });

  it('of a draft leads to it, and says what keeps it', () => {
    const { paragraphs, action } = write([one.draft]);
    expect(paragraphs[0]).toBe(
      'The issue for 23 November 2026 at 09:00 is made. It leaves when an editor has approved it.',
    );
    expect(action).toEqual({
      text: 'Look at the draft',
      url: `https://news.example/desk/issues/${ISSUE}/preview`,
    });
    const held = write([told('draft', { title: null, reason: 'It is too long.', at: NOW })]);
    expect(held.paragraphs).toContainEqual({ text: 'It is too long.', lang: 'en' });
  });

  it('of a decision, of missed times and of a report says where to look', () => {
    expect(write([one.decision]).paragraphs.join(' ')).toContain(`200. `);
    expect(write([one.decision]).paragraphs.join(' ')).toContain(`GET /api/issues/${ISSUE}/batches`);
    expect(write([one.missed, told('missed', { at: NOW + 24 * HOUR }, 'every')]).paragraphs[0]).toContain(
      '23 November 2026 at 09:00; 24 November 2026 at 09:00',
    );
    expect(write([one['left-out']]).paragraphs.join(' ')).toContain('POST /api/reports/7/retry');
  });

  it('of several things tells them all', () => {
    const { title, paragraphs } = write(Object.values(one));
    expect(title).toBe('Things to look at: 5');
    for (const notice of Object.values(one)) {
      const [said] = write([notice]).paragraphs;
      expect(paragraphs.join(' ')).toContain(said);
    }
  });

  it.each(noticeLanguages)('has every word in %s, with the same places to fill', (lang) => {
    const english = noticeWords('en');
    const blanks = (words: string) => (words.match(/\{\w+\}/g) ?? []).sort();
    const compare = (here: unknown, there: unknown, path: string): void => {
      if (typeof here === 'string') {
        if (path !== '.space') expect(here.trim(), path).not.toBe('');
        expect(blanks(here), path).toEqual(blanks(String(there)));
      } else
        for (const [key, value] of Object.entries(here as object))
          compare(value, (there as Record<string, unknown>)[key], `${path}.${key}`);
    };
    compare(noticeWords(lang), english, '');
    expect(Object.keys(noticeWords(lang)).sort()).toEqual(Object.keys(english).sort());
    for (const notices of [...Object.values(one).map((notice) => [notice]), Object.values(one)])
      expect(JSON.stringify(write(notices, lang))).not.toMatch(/[{]\w+[}]|undefined|\bnull\b|NaN/);
  });

  it('is there in every language of the mails', () => {
    expect([...noticeLanguages].sort()).toEqual([...languages].sort());
  });
});
