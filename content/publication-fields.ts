// What each setting of publication.ts may hold. A new setting is a line in its type there and a line here; the types
// refuse the one without the other. Copydesk checks this when it is built, started and deployed.

import {
  type Fields,
  group,
  line,
  lines,
  listOf,
  type Mistake,
  nearest,
  number,
  oneOf,
  orNull,
  text,
  wholeNumber,
  yesOrNo,
} from './field.ts';
import type { Publication } from './publication.ts';
import { isDay } from './warm-up.ts';

const weekday = oneOf('mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun');
const hour = wholeNumber(0, 23);
const policy = oneOf('send', 'draft');
const lateByHours = number(
  (value) => value > 0 && value <= 168,
  'a number of hours, more than 0 and at most 168 (a week)',
);

const ADDRESS = String.raw`[^<>@\s,;"]+@[^<>@\s,;".]+(?:\.[^<>@\s,;".]+)+`;
const NAMED = String.raw`[^<>\p{Cc}]*[^<>\p{Cc}\s] <${ADDRESS}>`;
const named = new RegExp(`^${NAMED}$`, 'u');
const bare = new RegExp(`^${ADDRESS}$`, 'u');
const namedOrBare = new RegExp(`^(?:${NAMED}|${ADDRESS})$`, 'u');

/** At the foot of the pages. A link is one that browsers take as safe. */
const atFoot = orNull(
  text(
    (value) => lines.check(value, '').length === 0 && !/^(?!https:)[a-z][a-z+.-]*:\/\//i.test(value),
    "an https link, an address such as 'name@example.com', the words themselves, or null",
  ),
);

const FIELDS: Fields<Publication> = {
  name: line,
  tagline: line,
  language: text(isLanguage, "a language tag such as 'en' or 'pt-BR'", (value) =>
    quoted(LANGUAGES.get(value.trim().toLowerCase()) ?? null),
  ),
  timeZone: text(isTimeZone, "an IANA time zone such as 'Europe/London' or 'UTC'", (value) =>
    quoted(nearest(value.replaceAll(' ', '_'), ['UTC', ...Intl.supportedValuesOf('timeZone')])),
  ),
  from: text((value) => named.test(value), "a name and an address: 'Name <name@example.com>'"),
  replyTo: orNull(
    text(
      (value) => namedOrBare.test(value),
      "an address such as 'name@example.com' or 'Name <name@example.com>', or null",
    ),
  ),
  postalAddress: lines,
  why: line,
  accent: text(
    (value) => /^#[0-9a-f]{6}$/i.test(value),
    "a colour in six digits, such as '#8c3b2a'",
    (value) => quoted(toSixDigits(value)),
  ),
  listId: text(
    (value) => /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(value),
    "letters, digits, hyphens and at least one dot, such as 'digest.example.com'",
  ),
  leaveMailbox: orNull(
    text(
      (value) => /^[\w.+-]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(value),
      "an address such as 'leave@example.com', or null",
    ),
  ),
  contact: atFoot,
  imprint: atFoot,
  privacy: atFoot,
  issuesOnWeb: yesOrNo,
  ledgerOnWeb: yesOrNo,
  welcome: yesOrNo,
  editors: listOf(
    text((value) => bare.test(value), "an address such as 'name@example.com'"),
    'addresses',
    0,
    5,
  ),
  warmUp: orNull(
    group<NonNullable<Publication['warmUp']>>({
      firstDay: text(isDay, "a day such as '2026-12-01'"),
      mails: wholeNumber(1, 1_000_000),
      doublesAfterDays: wholeNumber(1, 30),
      days: wholeNumber(1, 90),
    }),
  ),
  sending: group<Publication['sending']>({
    days: listOf(weekday, 'days', 1),
    hour,
    policy,
    lateByHours,
  }),
  weekly: orNull(group<NonNullable<Publication['weekly']>>({ day: weekday, hour, policy, lateByHours })),
};

/** @returns what is wrong with the publication, for the editor who wrote it; it may be anything at all. */
export const checkPublication = (given: unknown): readonly Mistake[] =>
  typeof given === 'object' && given !== null
    ? group(FIELDS).check(given, '')
    : [{ path: '', message: 'publication is not a group of settings in braces.' }];

/** What people write who have not met language tags. */
const LANGUAGES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    en: ['english', 'eng'],
    de: ['german', 'deutsch', 'ger', 'deu'],
    fr: ['french', 'français', 'fre', 'fra'],
    es: ['spanish', 'español', 'spa'],
    it: ['italian', 'italiano', 'ita'],
    pt: ['portuguese', 'português', 'por'],
    ja: ['japanese', '日本語', 'jp', 'jpn'],
    ar: ['arabic', 'العربية', 'ara'],
  }).flatMap(([tag, words]) => words.map((word) => [word, tag] as const)),
);

/** Of three letters where ISO 639 has two, a tag would find no words. */
function isLanguage(tag: string): boolean {
  const isCode = /^[a-z]{2,3}(-|$)/i.test(tag) && !LANGUAGES.has(tag.toLowerCase());
  return isCode && Intl.getCanonicalLocales(tag).length === 1;
}

/** An offset such as +01:00 has no summer time, and JavaScript engines differ in whether they take it. */
function isTimeZone(timeZone: string): boolean {
  new Intl.DateTimeFormat('en', { timeZone });
  return /^[a-z]/i.test(timeZone);
}

function toSixDigits(value: string): string | null {
  const digits = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(value.trim())?.[1];
  if (digits === undefined) return null;
  return `#${digits.length === 6 ? digits : digits.replace(/./g, '$&$&')}`;
}

const quoted = (word: string | null): string | null => (word === null ? null : `'${word}'`);
