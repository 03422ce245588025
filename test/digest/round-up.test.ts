import { describe, expect, it } from 'vitest';
import type { Digest } from '../../src/digest/digest.ts';
import { fingerprint, shareRoom, shorten } from '../../src/digest/index.ts';
import { prose } from '../emails/extremes.ts';
import { reportFrom } from './report-from.ts';
import { seedReport } from './seed.ts';
import { partOf, roundUpOf } from './week.ts';

const paragraphs = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ kind: 'paragraph', text: prose(80, n) }));
const story = (title: string, count = 1, more: { kind: string; text: string }[] = []) =>
  reportFrom({
    title,
    kept: [{ kind: 'dek', text: `About ${title}.` }, ...paragraphs(count), ...more],
    dropped: [{ reason: 'promo' }],
  });
const faq = (count: number) =>
  Array.from({ length: count }, (_, n) => [
    { kind: 'question', text: `Question ${n + 1}?` },
    { kind: 'answer', text: prose(50, n) },
  ]).flat();
const lengthOf = ({ sections }: Digest['stories'][number]) =>
  sections.flatMap(({ blocks }) => blocks).reduce((sum, { text }) => sum + text.length, 0);

describe('a round-up', () => {
  const week = roundUpOf([partOf(3, [story('Schools')]), partOf(4, [story('Parks'), story('Roads')])]);

  it('has the stories of its issues in their order, word for word, and names the issue of each', () => {
    const { stories } = week.digest;
    expect(stories.map(({ id, title }) => [id, title])).toEqual([
      ['story-1', 'Schools'],
      ['story-2', 'Parks'],
      ['story-3', 'Roads'],
    ]);
    expect(stories.map(({ issues }) => issues)).toEqual([
      [{ number: 3, slug: 'issue-3', title: 'Schools', place: null }],
      [{ number: 4, slug: 'issue-4', title: 'Parks · Roads', place: 'story-1' }],
      [{ number: 4, slug: 'issue-4', title: 'Parks · Roads', place: 'story-2' }],
    ]);
    const { id, issues, ...printed } = stories[2]!;
    const { id: before, ...was } = partOf(4, [story('Parks'), story('Roads')]).digest.stories[1]!;
    expect(printed).toEqual(was);
  });

  it('adds up what was cut, and keeps the ledger of each story', () => {
    expect(week.digest.receipt).toMatchObject({ promo: 3 });
    const { ledgers } = roundUpOf([partOf(1, [seedReport]), partOf(2, [story('Parks')])]);
    expect(ledgers).toEqual([...partOf(1, [seedReport]).ledgers, ...partOf(2, [story('Parks')]).ledgers]);
  });

  it('is named for its first stories, and tells the others behind the subject', () => {
    const titles = [
      'The first of the long headlines',
      'The second one',
      'A third headline of some length',
      'Last',
    ];
    const { digest } = roundUpOf(titles.map((title, n) => partOf(n + 1, [story(title)])));
    expect(digest.subject).toBe('The week: The first of the long headlines · The second one');
    expect(digest.preheader).toBe('A third headline of some length · Last');
    expect(week.digest.subject).toBe('The week: Schools · Parks · Roads');
    expect(week.digest.preheader).toBe('About Schools.');
  });

  it('takes an editor’s words instead, and the language that its stories share', () => {
    const german = reportFrom({
      lang: 'de',
      title: 'Wärme',
      kept: [{ kind: 'paragraph', text: 'Es ist warm.' }],
    });
    const { digest } = roundUpOf([partOf(1, [german])], { subject: 'Mine', preheader: 'Also mine' });
    expect(digest).toMatchObject({
      lang: 'de',
      subject: 'Mine',
      preheader: 'Also mine',
      title: 'Die Woche: Wärme',
    });
  });

  it('prints whole what a mail had cut for its length', () => {
    const part = partOf(1, [story('Long', 4)]);
    const cut = { ...part, digest: shorten(part.digest, { body: 500 }) };
    expect(cut.digest.stories[0]!.rest).toBeDefined();
    const stored = {
      ...part,
      digest: {
        ...part.digest,
        stories: part.digest.stories.map((one) => ({ ...one, rest: { passages: 3, questions: 0 } })),
      },
    };
    expect(roundUpOf([stored]).digest.stories[0]!.rest).toBeUndefined();
  });

  it('is marked as a sample when any of its issues is one', () => {
    const sample = reportFrom({ title: 'S', kept: [] }, { meta: { sample: true } });
    expect(roundUpOf([partOf(1, [story('Parks')]), partOf(2, [sample])]).digest.sample).toBe(true);
    expect(week.digest.sample).toBe(false);
  });
});

describe('a report that stood in two issues', () => {
  it('is printed once, and both are named', () => {
    const { digest, ledgers } = roundUpOf([
      partOf(1, [story('Schools')], { reportIds: ['7'] }),
      partOf(2, [story('Parks'), story('Schools')], { reportIds: ['8', '9'] }),
    ]);
    expect(digest.stories.map(({ title }) => title)).toEqual(['Schools', 'Parks']);
    expect(digest.stories[0]!.issues!.map(({ number, place }) => [number, place])).toEqual([
      [1, null],
      [2, 'story-2'],
    ]);
    expect(ledgers).toHaveLength(2);
    expect(digest.receipt.promo).toBe(2);
  });

  it('is printed as it was corrected, in the place where it stood first', () => {
    const { digest } = roundUpOf([
      partOf(1, [story('Schools shut')], { reportIds: ['7'] }),
      partOf(2, [story('Parks')], { reportIds: ['8'] }),
      partOf(3, [story('Schools stay open')], { reportIds: ['7'] }),
    ]);
    expect(digest.stories.map(({ title, id }) => [id, title])).toEqual([
      ['story-1', 'Schools stay open'],
      ['story-2', 'Parks'],
    ]);
  });
});

it('a round-up of one issue is not the same content as that issue', async () => {
  const part = partOf(1, [story('Schools')]);
  const once = roundUpOf([part]).digest;
  expect(await fingerprint(once)).not.toBe(await fingerprint(part.digest));
  expect(await fingerprint(once)).toBe(await fingerprint(roundUpOf([part], { subject: 'Other' }).digest));
});

describe('the room of a round-up', () => {
  const shown = (...reports: Parameters<typeof partOf>[1]) => {
    const { digest } = roundUpOf(reports.map((report, n) => partOf(n + 1, [report])));
    return shorten(digest, shareRoom(digest)).stories;
  };

  it('is shared by long stories, and short ones are whole', () => {
    const [first, short, last] = shown(
      story('One', 60, faq(12)),
      story('Two', 2, faq(1)),
      story('Three', 60, faq(12)),
    );
    expect(short!.rest).toBeUndefined();
    expect(lengthOf(first!)).toBe(lengthOf(last!));
    expect(lengthOf(first!)).toBeGreaterThan(4000);
    expect(first!.faq).toHaveLength(last!.faq.length);
    expect(first!.faq.length).toBeGreaterThan(3);
    const [one, two] = [first!.rest!, last!.rest!];
    expect(one).toEqual(two);
    expect(one.questions).toBe(12 - first!.faq.length);
  });

  it('is as much for one report as for many, so that five of them are read in ten minutes', () => {
    const five = shown(...Array.from({ length: 5 }, (_, n) => story(`No. ${n}`, 40, faq(20))));
    const read = five.reduce((sum, one) => sum + lengthOf(one), 0);
    expect(read).toBeLessThanOrEqual(10_000);
    expect(read).toBeGreaterThan(7000);
    const [alone] = shown(story('Alone', 20, faq(3)));
    expect(alone!.rest).toBeUndefined();
  });

  it('lets every story open, however many there are and however they begin', () => {
    const wall = reportFrom({
      title: 'A wall',
      kept: [{ kind: 'paragraph', text: prose(400) }, ...paragraphs(9)],
    });
    const many = shown(wall, ...Array.from({ length: 49 }, (_, n) => story(`No. ${n}`, 40)));
    for (const one of many) expect(lengthOf(one)).toBeGreaterThan(0);
  });
});
