// A language table made ready for use. English is always added: its furniture stands on pages of every language.

import { foldCase, withoutMarks } from '../ledger/dedupe-key.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { elsewhere } from './elsewhere.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { hi } from './hi.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import type { Language } from './language.ts';
import { nl } from './nl.ts';
import { type LineTest, labelExpression, lineTest } from './pattern.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';
import { ru } from './ru.ts';
import { sv } from './sv.ts';
import { tr } from './tr.ts';
import { uk } from './uk.ts';
import { zh } from './zh.ts';

/** Adding a language is adding its file and its name here. */
export const LANGUAGES: readonly Language[] = [
  en,
  es,
  fr,
  de,
  pt,
  it,
  nl,
  sv,
  pl,
  uk,
  ru,
  tr,
  hi,
  ar,
  ja,
  zh,
  ko,
];

/** Names and words of share bars that are the same everywhere. */
const NETWORKS =
  'facebook x twitter whatsapp telegram linkedin pinterest reddit tumblr flipboard messenger line viber vk ok threads ' +
  'bluesky mastodon pocket instagram youtube tiktok sms xing weibo wechat kakaotalk hatena note email e-mail rss google news ' +
  'signal snapchat skype odnoklassniki feedly mail url';

/** The languages of a page, as its switch names them. */
const ENDONYMS =
  'english español français deutsch português italiano nederlands svenska polski українська русский türkçe हिन्दी العربية ' +
  '日本語 中文 한국어 ελληνικά română עברית فارسی čeština dansk norsk suomi magyar';

export type Lexicon = {
  readonly code: string;
  readonly starters: ReadonlySet<string>;
  readonly abbreviations: ReadonlySet<string>;
  readonly calendar: ReadonlySet<string>;
  readonly stamp: ReadonlySet<string>;
  readonly nav: ReadonlySet<string>;
  readonly share: ReadonlySet<string>;
  readonly networks: ReadonlySet<string>;
  readonly organisations: ReadonlySet<string>;
  readonly saying: ReadonlySet<string>;
  readonly cites: readonly string[];
  readonly byline: RegExp;
  readonly credit: RegExp;
  readonly promo: RegExp;
  readonly promoStrict: RegExp;
  /** First characters of the promo labels. */
  readonly promoStarts: ReadonlySet<string>;
  readonly question: RegExp;
  readonly answer: RegExp;
  readonly furniture: LineTest;
  readonly notices: LineTest;
  readonly related: LineTest;
  readonly faq: LineTest;
  readonly synopsis: LineTest;
  readonly keyPoints: LineTest;
  readonly pressTail: LineTest;
};

const ready = new Map<string, Lexicon>();

/** The lexicon of a language; a code without a table gives English and `elsewhere`. Made once per language. */
export function lexiconOf(code: string): Lexicon {
  const known = ready.get(code);
  if (known !== undefined) return known;
  const own = LANGUAGES.find((language) => language.code === code);
  const tables = own === en ? [en] : [own ?? elsewhere, en];
  const made = build(code, tables);
  ready.set(code, made);
  return made;
}

function build(code: string, tables: readonly Language[]): Lexicon {
  const lists = (field: keyof Language): string[] =>
    tables.map((table) => withoutMarks(foldCase(table[field])));
  const set = (field: keyof Language): Set<string> => new Set(lists(field).join(' ').split(/\s+/));
  return {
    code,
    starters: new Set(foldCase(tables[0]?.starters ?? '').split(/\s+/)),
    abbreviations: set('abbreviations'),
    calendar: set('calendar'),
    stamp: set('stamp'),
    nav: set('nav'),
    share: new Set([...set('share'), ...NETWORKS.split(' '), ...ENDONYMS.split(' ')]),
    networks: new Set(NETWORKS.split(' ')),
    organisations: set('organisations'),
    saying: set('saying'),
    cites: (tables[0]?.cites ?? '').split('\n').filter((line) => line !== ''),
    byline: labelExpression(...lists('byline')),
    credit: labelExpression(...lists('credit')),
    promo: labelExpression(...lists('promo')),
    promoStarts: new Set(
      lists('promo').flatMap((list) => list.split('\n').map((line) => line.trim()[0] ?? '')),
    ),
    promoStrict: labelExpression(...lists('promoStrict')),
    question: labelExpression(...lists('question')),
    answer: labelExpression(...lists('answer')),
    furniture: lineTest(...lists('furniture')),
    notices: lineTest(...lists('notices')),
    related: lineTest(...lists('related')),
    faq: lineTest(...lists('faq')),
    synopsis: lineTest(...lists('synopsis')),
    keyPoints: lineTest(...lists('keyPoints')),
    pressTail: lineTest(...lists('pressTail')),
  };
}
