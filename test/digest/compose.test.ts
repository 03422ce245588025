import { describe, expect, it } from 'vitest';
import { compose } from '../../src/digest/index.ts';
import { reportFrom } from './report-from.ts';
import { seedReport } from './seed.ts';

const lang = 'en';
const titled = reportFrom({ title: 'A title', kept: [{ kind: 'dek', text: 'An opening.' }] });

describe('title', () => {
  it('takes the first heading of a report without a title, and does not print it twice', () => {
    const digest = compose([seedReport], { lang });
    expect(digest.title).toBe('Pokrovsk is “Hottest Spot” in Ukraine');
    expect(digest.subject).toBe(digest.title);
    expect(digest.stories[0]?.sections.map((section) => section.heading)).toEqual([
      null,
      'Vladimir Putin’s Broader Goal',
      'Why Pokrovsk Matters to Russia',
      'The Kursk Diversion That Shifted the Battle',
      'What Russia Wants: Symbolism Over Strategy',
    ]);
  });

  it('leaves a first heading that stands further down over its text', () => {
    const report = reportFrom({
      kept: [
        { kind: 'paragraph', text: 'Before.' },
        { kind: 'heading', text: 'Halfway' },
        { kind: 'paragraph', text: 'After.' },
      ],
    });
    const [story] = compose([report], { lang }).stories;
    expect(story?.title).toBe('Halfway');
    expect(story?.sections[1]?.heading).toBe('Halfway');
  });

  it('keeps the title that a report has', () => {
    expect(compose([titled], { lang }).title).toBe('A title');
  });

  it('cuts the opening paragraph at a word when there is neither title nor heading', () => {
    const dek =
      'A branch library has lent out more ladders than novels this spring, and its staff are not sure whether to be proud.';
    const { subject } = compose([reportFrom({ kept: [{ kind: 'dek', text: dek }] })], { lang });
    expect(subject).toBe('A branch library has lent out more ladders than novels this spring, and its…');
  });
});

describe('subject and preheader', () => {
  it('are an editor’s own where given', () => {
    const digest = compose([titled], { lang, subject: 'My subject', preheader: 'My preheader' });
    expect([digest.subject, digest.preheader, digest.title]).toEqual([
      'My subject',
      'My preheader',
      'A title',
    ]);
  });

  it('fall back to the report when an editor gives only white space', () => {
    const digest = compose([titled], { lang, subject: '  ', preheader: '\n' });
    expect([digest.subject, digest.preheader]).toEqual(['A title', 'An opening.']);
  });

  it('are one line without control characters, so that they cannot begin another header', () => {
    const digest = compose([titled], { lang, subject: 'Hello\r\nBcc: all@example.com\u0000' });
    expect(digest.subject).toBe('Hello Bcc: all@example.com');
  });

  it('takes the whole opening paragraph as the preheader', () => {
    expect(compose([seedReport], { lang }).preheader).toBe(seedReport.dek);
  });

  it('names as many stories as a subject has room for', () => {
    const other = reportFrom({ title: 'Another title', kept: [] });
    const long = reportFrom({ title: 'x'.repeat(84), kept: [] });
    expect(compose([titled, other], { lang }).subject).toBe('A title · Another title');
    expect(compose([titled, long], { lang }).subject).toBe('A title');
  });
});

describe('stories', () => {
  it('carry the figures of the receipt, added up', () => {
    expect(compose([seedReport], { lang }).receipt).toEqual({
      passages: 31,
      printed: 19,
      duplicate: 7,
      promo: 4,
      boilerplate: 1,
      markup: 0,
    });
    expect(compose([seedReport, seedReport], { lang }).receipt.passages).toBe(62);
  });

  it('have an anchor each, unique even when two reports are equal', () => {
    const ids = compose([seedReport, seedReport], { lang }).stories.map((story) => story.id);
    expect(ids).toEqual(['story-1', 'story-2']);
  });

  it('give the digest their language when they agree, else it has the publication’s', () => {
    const arabic = reportFrom({ lang: 'ar', title: 'عنوان', kept: [] }, { dir: 'rtl' });
    expect(compose([arabic], { lang })).toMatchObject({ lang: 'ar', dir: 'rtl' });
    expect(compose([arabic, titled], { lang })).toMatchObject({ lang: 'en', dir: 'ltr' });
    expect(compose([arabic, titled], { lang: 'he' })).toMatchObject({ lang: 'he', dir: 'rtl' });
  });

  it('make the digest a sample when one of them is', () => {
    const sample = reportFrom({ title: 'Sample', kept: [] }, { meta: { sample: true } });
    expect(compose([titled, sample], { lang }).sample).toBe(true);
    expect(compose([titled], { lang }).sample).toBe(false);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'not an address', ''])('drop the address %j', (url) => {
    const [story] = compose([reportFrom({ title: 'T', kept: [] }, { meta: { url } })], { lang }).stories;
    expect(story).not.toHaveProperty('url');
  });

  it('keep a web address', () => {
    const meta = { url: 'https://example.com/a?b=1', source: 'Example' };
    const [story] = compose([reportFrom({ title: 'T', kept: [] }, { meta })], { lang }).stories;
    expect(story).toMatchObject(meta);
  });

  it('make an empty digest of no report', () => {
    expect(compose([], { lang })).toMatchObject({ subject: '', stories: [], lang: 'en' });
  });
});
