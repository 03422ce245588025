import { expect, it } from 'vitest';
import { findSettingLines } from '../../src/cli/settings/setting-lines.ts';

const find = (source: string) => findSettingLines(source, 'publication');

it('knows the line of every key and of every item of a list', () => {
  const { lines } = find(`// A comment with { and '
type Publication = { name: string };

export const publication: Publication = {
  name: 'it\\'s, { here }', // and "there
  'tagline': \`one,
  two: {\`,
  sending: { days: ['mon',
    'tue'], hour: 7 },
  /* weekly: null, */
  weekly: compute({ a: [1, 2] }, ')'),
  last: null,
};
`);
  expect(Object.fromEntries(lines)).toEqual({
    '': 4,
    name: 5,
    tagline: 6,
    sending: 8,
    'sending.days': 8,
    'sending.days[0]': 8,
    'sending.days[1]': 9,
    'sending.hour': 9,
    weekly: 11,
    last: 12,
  });
});

it('names a key that stands there twice, and not also what is in it', () => {
  const { repeated } = find(`export const publication = {
  a: { b: 1 },
  a: { b: 2 },
};`);
  expect(repeated).toEqual(['a']);
});

it.each([
  '',
  'export const publication = {',
  'export const publication = { a: [',
  "export const publication = { a: '",
])('comes to an end on %j', (source) => {
  expect(find(source).repeated).toEqual([]);
});
