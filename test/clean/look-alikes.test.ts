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
  it.each([
    'Download the app of the council, he said, and you will see the price.',
    'Should bread be cheaper? Yes, said the mayor, and so said all.',
    'The bakers asked for donations to keep the mill of the town going.',
    'Loaves are sold under the brand Re.Turn, which is baked twice.',
  ])('stays as a sentence: %s', (line) => {
    expect(texts(page(line)).slice(1)).toEqual([LEDE, line, NEXT]);
  });
});
