import { expect, it } from 'vitest';
import { checkPublication, publication } from '../../content/publication.ts';

const weekly = { day: 'sat', hour: 9, policy: 'send', lateByHours: 12 } as const;

it('finds nothing wrong with the publication as it stands', () => {
  expect(checkPublication(publication)).toEqual([]);
  expect(checkPublication({ ...publication, weekly: null })).toEqual([]);
});

it.each([
  [{ from: 'editor@second-read.example' }, /^from must read/],
  [{ timeZone: 'Europe/Atlantis' }, /^timeZone is unknown/],
  [{ language: 'english please' }, /^language/],
  [{ accent: 'red' }, /^accent/],
  [{ listId: 'my list' }, /^listId/],
  [{ replyTo: 'the editor' }, /^replyTo/],
  [{ leaveMailbox: 'a@b.example>, <c@d.example' }, /^leaveMailbox/],
  [{ postalAddress: ' ' }, /^postalAddress is empty/],
  [{ sending: { ...publication.sending, hour: 24 } }, /^sending.hour/],
  [{ sending: { ...publication.sending, lateByHours: 0 } }, /^sending.lateByHours/],
  [{ weekly: { ...weekly, hour: 9.5 } }, /^weekly.hour/],
  [{ weekly: { ...weekly, lateByHours: Number.NaN } }, /^weekly.lateByHours/],
  [{ weekly: { ...weekly, day: 'saturday' as 'sat' } }, /^weekly.day must be one of mon, .*saturday$/],
])('tells an editor what is wrong with %j', (change, sentence) => {
  const mistakes = checkPublication({ ...publication, ...change });
  expect(mistakes).toHaveLength(1);
  expect(mistakes[0]).toMatch(sentence);
});
