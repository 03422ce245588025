// What looks like furniture and is text, beside the furniture that it looks like.

import { describe, expect, it } from 'vitest';
import { cleaned, printed } from './cleaned.ts';

const texts = (raw: string): string[] => printed(cleaned(raw)).map((line) => line.replace(/^[\w-]+: /, ''));
const LEDE = 'The council met on Monday and talked about the price of bread for three hours.';
const NEXT = 'Bakers had asked for a decision before the end of the week.';
const page = (...middle: string[]): string =>
  [
    'A council talks about bread for three hours',
    'Advertisement',
    LEDE,
    ...middle,
    NEXT,
    'All rights reserved',
  ].join('\n');

describe('furniture in the middle of a report', () => {
  it.each([
    'Show earlier updates',
    'Do not miss a story: download our free app',
    'Advertisement - story continues below',
    'Reading time: 4 min.',
    'Reader poll\nShould bread be cheaper?\nYes\nNo\nVote to see results',
    'Also read | For subscribers only\nThe mill that never closed',
  ])('goes: %s', (line) => {
    expect(texts(page(line)).slice(1)).toEqual([LEDE, NEXT]);
  });
});

describe('text that looks like furniture', () => {
  it.each([
    'By Night',
    'The slogan: vote for our app',
    "'A LOAF NOBODY WANTED'",
    'Show of hands',
    'Welcome to the bakery',
    'By day - by night',
  ])('stays as a heading: %s', (line) => {
    expect(texts(page(line)).slice(1)).toEqual([LEDE, line, NEXT]);
  });
  it('stays as the heading below an advertising mark, and goes in a list of stories', () => {
    const heading = 'Why the oven had to go';
    expect(texts(page('Sponsored content', heading)).slice(1)).toEqual([LEDE, heading, NEXT]);
    const list = ['Ten rolls that nobody eats any more', 'A mill that closed on a Sunday'];
    expect(texts(page('Sponsored content', ...list)).slice(1)).toEqual([LEDE, NEXT]);
    expect(texts(page('Most read', heading)).slice(1)).toEqual([LEDE, NEXT]);
  });
  it.each([
    'Download the app of the council, he said, and you will see the price.',
    'Should bread be cheaper? Yes, said the mayor, and so said all.',
    'The bakers asked for donations to keep the mill of the town going.',
    'Loaves are sold under the brand Re.Turn, which is baked twice.',
  ])('stays as a sentence: %s', (line) => {
    expect(texts(page(line)).slice(1)).toEqual([LEDE, line, NEXT]);
  });
});

describe('a refrain', () => {
  const told = [
    'My grandfather came with a spade and cut for forty years of his life.',
    'And still the bog was there.',
    'My father came with a barrow, and they cut for thirty years.',
    'And still the bog was there.',
    'Then came a man with a machine, and he cut more than both.',
  ];
  it('stays where it goes on another time', () => {
    const last = 'And still the bog was there, but you had to look for it.';
    expect(texts(page(...told, last)).slice(1)).toEqual([LEDE, ...told, last, NEXT]);
  });
  it('is told from a sentence that is said twice', () => {
    const once = told.filter((line, i) => told.indexOf(line) === i);
    expect(texts(page(...told)).slice(1)).toEqual([LEDE, ...once, NEXT]);
  });
});

describe('a text without furniture', () => {
  const history = [
    'The words above the paid parts of the Gazette have a museum of their own since Sunday.',
    'Notice',
    'The first paid lines in the paper were a notice of 4 March 1788 about a goose.',
    'Advertisement',
    'The word first stood on a line of its own in 1831, above the name of a chemist.',
    'Sign up to the silence, somebody wrote on a bench nearby. It stays there until it rains.',
  ];
  it('keeps headings and paragraphs in the words of a button', () => {
    expect(printed(cleaned(history.join('\n')))).toEqual([
      `dek: ${history[0]}`,
      'heading: Notice',
      `paragraph: ${history[2]}`,
      'heading: Advertisement',
      ...history.slice(4).map((line) => `paragraph: ${line}`),
    ]);
  });
  it('keeps the cells of a table that look like clock times, and the headings around it', () => {
    const rows = ['District', '2024', '2025', 'Northgate', '11.20', '13.44', 'Old Docks', '14.00', '14.00'];
    const lines = [LEDE, 'Rent per square metre, by district', ...rows, 'What comes next', NEXT];
    expect(printed(cleaned(lines.join('\n')))).toEqual([
      `dek: ${LEDE}`,
      `heading: ${lines[1]}`,
      ...rows.map((cell) => `paragraph: ${cell}`),
      'heading: What comes next',
      `paragraph: ${NEXT}`,
    ]);
  });
});

describe('the same words among furniture', () => {
  it('are a button', () => {
    const lines = [
      'By Jane Doe',
      LEDE,
      'Advertisement',
      NEXT,
      'What comes next',
      LEDE.replace('bread', 'salt'),
    ];
    expect(texts(lines.join('\n'))).toEqual([LEDE, NEXT, ...lines.slice(4)]);
  });
});
