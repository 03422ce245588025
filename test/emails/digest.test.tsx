import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { publication } from '../../content/publication.ts';
import ConfirmationMail from '../../emails/confirmation.tsx';
import DigestMail from '../../emails/digest.tsx';
import NoticeMail from '../../emails/notice.tsx';
import WelcomeMail from '../../emails/welcome.tsx';
import type { Digest } from '../../src/digest/digest.ts';
import { compose } from '../../src/digest/index.ts';
import { reportFrom } from '../digest/report-from.ts';
import { seedReport } from '../digest/seed.ts';
import { everyKind } from './extremes.ts';

const unsubscribeUrl = 'https://second-read.example/unsubscribe/x';
const preferencesUrl = 'https://second-read.example/preferences/x';
const web = {
  issue: 'https://second-read.example/issues/x',
  issues: 'https://second-read.example/issues',
  ledger: 'https://second-read.example/issues/x/ledger',
};
const mailOf = (digest: Digest) =>
  renderToStaticMarkup(
    <DigestMail
      digest={digest}
      publication={publication}
      unsubscribeUrl={unsubscribeUrl}
      preferencesUrl={preferencesUrl}
      web={web}
    />,
  );
const mail = (...reports: Parameters<typeof compose>[0]) => mailOf(compose(reports, { lang: 'en' }));
const headings = (html: string) =>
  Array.from(html.matchAll(/<h(\d)[^>]*>([^<]*)/g), ([, level, text]) => `${level} ${text}`);
const arabic = reportFrom(
  {
    lang: 'ar',
    title: 'ميناء صغير',
    kept: [
      { kind: 'question', text: 'متى؟' },
      { kind: 'answer', text: 'الآن.' },
    ],
  },
  { dir: 'rtl' },
);
const ukrainian = reportFrom({
  lang: 'uk',
  title: 'Порт',
  kept: [
    { kind: 'question', text: 'Коли?' },
    { kind: 'answer', text: 'Зараз.' },
  ],
});

describe('the digest mail', () => {
  it('has one h1 and skips no level, with one story', () => {
    expect(headings(mail(seedReport))).toEqual([
      '1 Pokrovsk is “Hottest Spot” in Ukraine',
      '2 Vladimir Putin’s Broader Goal',
      '2 Why Pokrovsk Matters to Russia',
      '2 The Kursk Diversion That Shifted the Battle',
      '2 What Russia Wants: Symbolism Over Strategy',
      '2 Questions and answers',
      '3 How many Russian troops are near Pokrovsk?',
      '3 What does Russia want to prove with Pokrovsk?',
      '2 Sources named in the text',
      '2 What was cut',
    ]);
  });

  it('has one h1 and skips no level, with several', () => {
    const levels = headings(mail(seedReport, arabic)).map((heading) => Number(heading[0]));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.reduce((before, level) => {
      expect(level - before).toBeLessThanOrEqual(1);
      return level;
    }, 0);
  });

  it('lists several stories with links that lead to them', () => {
    const html = mail(seedReport, arabic);
    for (const id of ['story-1', 'story-2']) {
      expect(html).toContain(`href="#${id}"`);
      expect(html).toContain(`id="${id}"`);
    }
    expect(mail(seedReport)).not.toContain('In this issue');
  });

  it('gives each story, and the words around it, their own language and direction', () => {
    const html = mail(seedReport, arabic);
    expect(html).toMatch(/^<html lang="en" dir="ltr"|^<html dir="ltr" lang="en"/);
    expect(html).toContain('<div lang="ar" dir="rtl" style="text-align:right">');
    expect(html).toMatch(/<h3[^>]*lang="ar"[^>]*>أسئلة وأجوبة/);
  });

  it('marks English words as English where a language has none yet', () => {
    expect(mail(ukrainian)).toMatch(/<h2[^>]*lang="en" dir="ltr"[^>]*>Questions and answers/);
  });

  it('is laid out in tables that screen readers do not announce', () => {
    const tables = mail(seedReport).match(/<table[^>]*>/g) ?? [];
    expect(tables.length).toBeGreaterThan(0);
    for (const table of tables) expect(table).toContain('role="presentation"');
  });

  it('hides the preheader without a row of invisible characters', () => {
    const html = mail(seedReport);
    expect(html).toContain(`opacity:0;line-height:1px">${seedReport.dek}</div>`);
    expect(html).not.toMatch(/\u034f|[\u200b-\u200f\ufeff\u00ad]/);
  });

  it('says who sends it, from where, why, and how to leave', () => {
    const html = mail(seedReport);
    for (const words of [publication.name, publication.postalAddress, publication.why])
      expect(html).toContain(words);
    expect(html).toMatch(new RegExp(`<a href="${unsubscribeUrl}"[^>]*>Unsubscribe from The Second Read</a>`));
  });

  it('marks a sample, and what an editor added', () => {
    const note = reportFrom(
      { title: 'T', kept: [{ kind: 'editor', text: 'We corrected a number.' }] },
      { meta: { sample: true } },
    );
    expect(mail(note)).toContain('A sample, to show what an issue looks like');
    expect(mail(note)).toMatch(/Editor’s note<\/p><p[^>]*>We corrected a number\./);
    expect(mail(seedReport)).not.toContain('A sample');
  });

  it('puts list items that follow one another into one list', () => {
    const items = ['one', 'two'].map((text) => ({ kind: 'list-item', text }));
    const html = mail(
      reportFrom({ title: 'T', kept: [...items, { kind: 'paragraph', text: 'After.' }, ...items] }),
    );
    expect(html.match(/<ul/g)).toHaveLength(2);
    expect(html.match(/<li/g)).toHaveLength(4);
  });

  it('numbers the items of a numbered list from its first number on', () => {
    const report = reportFrom({ title: 'T', kept: [] });
    const blocks = [4, 5].map((number) => ({ kind: 'list-item' as const, text: `step ${number}`, number }));
    const bullet = { kind: 'list-item' as const, text: 'one more' };
    const html = mail({ ...report, sections: [{ heading: null, blocks: [...blocks, bullet] }] });
    expect(html).toMatch(/<ol[^>]* start="4"[^>]*><li[^>]*>step 4<\/li><li[^>]*>step 5<\/li><\/ol><ul/);
  });

  it('sets quotes and tables as what they are', () => {
    const html = mail(everyKind);
    expect(html).toMatch(
      /<blockquote.*We did not invent anything\..*And we left the light on\..*<\/blockquote>/,
    );
    expect(html).toMatch(/<th scope="col"[^>]*>Clinic<\/th>.*<td[^>]*>Thornbeck<\/td><td[^>]*>4,210<\/td>/);
    expect(html).not.toContain('---');
  });

  it('links to the same issue on the web, and from the receipt to what was cut', () => {
    const html = mail(seedReport);
    expect(html).toMatch(/<a href="[^"]*\/issues\/x"[^>]*>Read this issue on the web<\/a>/);
    expect(html).toMatch(/<a href="[^"]*\/issues\/x\/ledger"[^>]*>See what was cut, and why<\/a>/);
  });
});

it.each([
  ['the digest', <DigestMail key="1" {...DigestMail.PreviewProps} />, 'The lamp room closes'],
  [
    'a confirmation',
    <ConfirmationMail key="2" {...ConfirmationMail.PreviewProps} />,
    'Confirm my subscription',
  ],
  ['a welcome', <WelcomeMail key="3" {...WelcomeMail.PreviewProps} />, 'Read the newest issue'],
  ['a notice', <NoticeMail key="4" {...NoticeMail.PreviewProps} />, 'Issue 12 is paused'],
])('%s opens in React Email’s preview tool', (_, preview, words) => {
  expect(renderToStaticMarkup(preview)).toContain(words);
});
