import { describe, expect, it } from 'vitest';
import { publication } from '../../content/publication.ts';
import { checkPublication } from '../../content/publication-fields.ts';

const { sending } = publication;
const weekly = { day: 'sat', hour: 9, policy: 'send', lateByHours: 12 } as const;

const warmUp = { firstDay: '2026-12-01', mails: 100, doublesAfterDays: 2, days: 14 };

const told = (given: unknown): string[] => checkPublication(given).map(({ message }) => message);

it('finds nothing wrong with the publication as it stands', () => {
  expect(told(publication)).toEqual([]);
  expect(told({ ...publication, weekly: null })).toEqual([]);
  expect(told({ ...publication, warmUp })).toEqual([]);
  expect(
    told({ ...publication, replyTo: 'Ada <ada@example.com>', leaveMailbox: 'leave@example.com' }),
  ).toEqual([]);
});

describe('one mistake is told in one sentence that names what is allowed:', () => {
  it.each([
    [{ name: ' ' }, /^name is ' '\. It must be one line/],
    [{ name: 'The Second\nRead' }, /^name is .* one line/],
    [{ tagline: null }, /^tagline is null/],
    [{ why: 7 }, /^why is 7/],
    [{ postalAddress: ' ' }, /^postalAddress is/],
    [{ from: 'editor@second-read.example' }, /^from is .* 'Name <name@example.com>'/],
    [{ from: 'Read <editor@second-read>' }, /^from/],
    [{ from: 'Read\r\nBcc: x <editor@second-read.example>' }, /^from/],
    [{ replyTo: 'the editor' }, /^replyTo .* or null/],
    [{ contact: '' }, /^contact/],
    [{ imprint: 'http://a.example/imprint' }, /^imprint/],
    [{ privacy: 'javascript://a' }, /^privacy/],
    [{ leaveMailbox: 'a@b.example>, <c@d.example' }, /^leaveMailbox/],
    [{ timeZone: 'Europe/Londno' }, /Did you mean 'Europe\/London'\?$/],
    [{ timeZone: 'London' }, /Did you mean 'Europe\/London'\?$/],
    [{ timeZone: 'Europe/Atlantis' }, /^timeZone is 'Europe\/Atlantis'. It must be an IANA time zone/],
    [{ timeZone: '+01:00' }, /^timeZone/],
    [{ timeZone: undefined }, /^timeZone is undefined/],
    [{ language: 'english please' }, /^language/],
    [{ language: 'English' }, /Did you mean 'en'\?$/],
    [{ accent: 'red' }, /^accent is 'red'. It must be a colour/],
    [{ accent: '#abc' }, /Did you mean '#aabbcc'\?$/],
    [{ listId: 'my list' }, /^listId/],
    [{ issuesOnWeb: 'no' }, /^issuesOnWeb .* true or false.* Did you mean false\?$/],
    [{ warmUp: undefined }, /^warmUp is undefined/],
    [{ warmUp: { ...warmUp, firstDay: '2026-02-30' } }, /^warmUp\.firstDay .* a day such as '2026-12-01'/],
    [{ warmUp: { ...warmUp, firstDay: '1.12.2026' } }, /^warmUp\.firstDay/],
    [{ warmUp: { ...warmUp, mails: 0 } }, /^warmUp\.mails is 0. It must be a whole number from 1/],
    [{ warmUp: { ...warmUp, doublesAfterDays: 0.5 } }, /^warmUp\.doublesAfterDays/],
    [{ warmUp: { ...warmUp, days: 400 } }, /^warmUp\.days .* from 1 to 90/],
    [{ sending: null }, /^sending is null. It must be a group in braces with days, hour, policy/],
    [{ sending: [] }, /^sending is a list/],
    [{ sending: { ...sending, days: ['monday'] } }, /^sending\.days\[0] is 'monday'.* Did you mean 'mon'\?$/],
    [{ sending: { ...sending, days: ['mon', 'tue', 'mon'] } }, /^sending\.days names 'mon' twice/],
    [{ sending: { ...sending, days: [] } }, /^sending\.days is empty/],
    [{ sending: { ...sending, days: 'mon' } }, /^sending\.days is 'mon'. It must be a list/],
    [{ sending: { ...sending, hour: 24 } }, /^sending\.hour is 24. It must be a whole number from 0 to 23/],
    [{ sending: { ...sending, hour: '7' } }, /^sending\.hour .* Did you mean 7\?$/],
    [{ sending: { ...sending, policy: 'sned' } }, /^sending\.policy .* Did you mean 'send'\?$/],
    [{ sending: { ...sending, lateByHours: 0 } }, /^sending\.lateByHours/],
    [{ weekly: undefined }, /^weekly is undefined/],
    [{ weekly: { ...weekly, hour: 9.5 } }, /^weekly\.hour/],
    [{ weekly: { ...weekly, lateByHours: Number.NaN } }, /^weekly\.lateByHours is NaN/],
    [{ weekly: { ...weekly, lateByHours: 1000 } }, /^weekly\.lateByHours .* at most 168/],
    [{ weekly: { ...weekly, day: 'saturday' } }, /^weekly\.day is 'saturday'. It must be 'mon', .* 'sat'\?$/],
    [{ colour: 'red' }, /^colour is not a setting. Known here: name, tagline/],
  ])('%j', (change, sentence) => {
    expect(told({ ...publication, ...change })).toEqual([expect.stringMatching(sentence)]);
  });
});

it('a misspelt key is one mistake, not an unknown one and a missing one', () => {
  const { postalAddress: postalAdress, ...rest } = publication;
  expect(told({ ...rest, postalAdress })).toEqual([
    'postalAdress is not a setting. Did you mean postalAddress?',
  ]);
});

it('a key that is missing is named, in a group too', () => {
  const { hour: _, ...others } = sending;
  expect(told({ ...publication, sending: others })).toEqual(['sending.hour is missing.']);
});

it.each([[null], [undefined], ['text'], [[]], [{}], [() => 0]])('takes anything: %j', (given) => {
  expect(told(given).length).toBeGreaterThan(0);
});

it('says everything that is wrong at once', () => {
  expect(
    told({ ...publication, accent: 'red', sending: { ...sending, hour: -1, days: [1, null] } }),
  ).toHaveLength(4);
});
