// Lines that can be told for furniture or promotion by themselves, without looking at what stands around them.

import { bylineIn, DESK } from './byline.ts';
import type { Lexicon } from './languages/lexicon.ts';
import { addresses, isPlea as asksVisitor, follows, isAppPlea } from './languages/pleas.ts';
import { foldCase, lineForm } from './ledger/dedupe-key.ts';
import type { Line, LineRule } from './line-rule.ts';
import { promoLabel } from './promo.ts';
import { caption, credit, isCredited } from './read/pictures.ts';
import { sizeOf } from './shape.ts';
import { stampKind } from './stamp.ts';

const MAX_FURNITURE = 30;
const MAX_SENTENCE = 9;
const MAX_STAMP = 24;
const MAX_NOTICE = 90;
const MAX_CREDIT = 12;
const MAX_PLEA = 16;

const pageFurniture: LineRule = {
  id: 'page-furniture',
  why: 'advertising marks, buttons, comment counts, tags and player controls belong to the page',
  reason: 'boilerplate',
  test: (line, lexicon) => {
    const { form, text, size } = line;
    if (isConsent(line)) return 'consent';
    // "Reported by a walker at dawn, the fire spread." is a sentence, whatever it begins with.
    if (size > MAX_SENTENCE && /[.。।]["'”’»]?$/.test(text)) return null;
    return size <= MAX_FURNITURE &&
      (lexicon.furniture(form) || END_MARK.test(text) || isMadeOfFurniture(text, lexicon))
      ? form.slice(0, 60)
      : null;
  },
};

/** A consent banner: the word for cookies and buttons behind it. */
const COOKIES = /cookie|çerez|cerez|kakor|куки|ملفات تعريف|クッキー|ciastecz/u;

function isConsent({ form, text, size }: Line): boolean {
  return size <= 40 && /[|·]/.test(text) && COOKIES.test(form) && ACCEPT.test(form);
}

const ACCEPT =
  /accept|reject|manage|agree|consent|acept|rechaz|aceit|recus|rejeit|accett|rifiut|akzept|ablehn|zustimm|refus|paramétr|akcept|odrzu|zgadz|прин|отклон|прийн|відхил|kabul|reddet|ayar|godkänn|anpassa|weiger|स्वीकार|قبول|رفض|同意|接受|拒绝|拒絕|설정|동의/u;

/** What closes a press release, "+4" more pictures, and the first of 14. */
const END_MARK = /^(?:# ?){3,}$|^[©ⓒ]\p{L}[^.!?。]{1,30}$|^\+\d{1,3}$|^1 \/ \d{1,3}$/u;

/** "Contribute | 58 comments", "For subscribers only. Already one? Log in": each part is furniture by itself. */
function isMadeOfFurniture(text: string, lexicon: Lexicon): boolean {
  for (const separator of [/\s*[|·•]\s*/u, /(?<=[.?!])\s+/u]) {
    if (!separator.test(text)) continue;
    const parts = text.split(separator).filter((part) => part !== '');
    if (parts.length > 1 && parts.length <= 6 && parts.every((part) => isFurniture(part, lexicon)))
      return true;
  }
  // "Advertisement - story continues below", but not "By day - by night".
  const dashed = text.split(/\s+[—–-]\s+/u);
  return dashed.length === 2 && dashed.every((part) => lexicon.furniture(lineForm(part)));
}

const pageNotice: LineRule = {
  id: 'page-notice',
  why: 'sign-up, cookie, paywall, copyright and disclaimer notices are addressed to the visitor of the page',
  reason: 'boilerplate',
  test: ({ form, size, text }, lexicon) =>
    size <= MAX_NOTICE &&
    !(size > MAX_CREDIT && isCredited(text)) &&
    (lexicon.notices(form) || isPlea(form, lexicon) || (size <= 14 && isAppPlea(form)))
      ? form.slice(0, 60)
      : null,
};

/** "Like what you read? Sign up to our newsletter", "Miss nothing: download our app": the lead-in belongs to the notice. */
function isPlea(form: string, lexicon: Lexicon): boolean {
  const at = form.lastIndexOf('? ');
  if (
    at !== -1 &&
    sizeOf(form.slice(0, at)) <= 14 &&
    (lexicon.notices(form.slice(at + 2)) || lexicon.furniture(form.slice(at + 2)))
  )
    return true;
  const [lead = '', plea, more] = form.split(/[:!] /);
  return (
    plea !== undefined &&
    more === undefined &&
    !form.includes('"') &&
    sizeOf(lead) <= 8 &&
    sizeOf(plea) <= MAX_PLEA &&
    asksVisitor(plea) &&
    addresses(plea) &&
    (lexicon.notices(plea) || lexicon.furniture(plea))
  );
}

const stamp: LineRule = {
  id: 'stamp',
  why: 'a line of nothing but date, time and reading time says when the page was made',
  reason: 'boilerplate',
  test: ({ form, text, size }, lexicon) => {
    if (size > MAX_STAMP) return null;
    // With a full stop it is a sentence: "On 18 November, at 2." may answer a question.
    if (text.endsWith('.') && !/[ap]\. ?m\.$/i.test(text) && !isReadingTime(form, lexicon)) return null;
    const kind = stampKind(withoutCounter(form, lexicon), lexicon);
    return kind === 'stamp' || kind === 'clock' ? kind : null;
  },
};

/** "... 4 March 202638 shares12": counters that were glued to the year. */
function withoutCounter(form: string, { share }: Lexicon): string {
  const [counter, year, word = ''] = /((?:19|20)\d{2})\d{1,6} (\p{L}{3,})\d*$/u.exec(form) ?? [];
  return counter !== undefined && (share.has(word) || share.has(word.replace(/s$/, '')))
    ? form.slice(0, -counter.length) + year
    : form;
}

function isReadingTime(form: string, lexicon: Lexicon): boolean {
  return (
    form.split(/\s+/).filter((word) => word.length > 2 && lexicon.stamp.has(word.replace(/[.:]$/, '')))
      .length >= 2
  );
}

const shareBar: LineRule = {
  id: 'share-bar',
  why: 'a row of networks to share on',
  reason: 'boilerplate',
  test: ({ form, size }, lexicon) => {
    if (size > 24 || /[.·•]{2}/.test(form)) return null;
    // "Follow us: Facebook Instagram"
    const bidden = form.includes(': ') && follows(form) ? form.replace(/^[^:]{1,40}: ?/u, '') : form;
    const words = bidden.split(/[\s,|·•/:.\p{S}]+/u).filter((word) => word !== '');
    if (words.length < 2 || !words.every((word) => lexicon.share.has(word) || /^[\d.,]+k?$/.test(word)))
      return null;
    const named = words.filter((word) => lexicon.share.has(word)).length;
    return named > 2 || (named > 0 && words.some((word) => lexicon.networks.has(word))) ? form : null;
  },
};

const breadcrumb: LineRule = {
  id: 'breadcrumb',
  why: 'the path of sections above a story',
  reason: 'boilerplate',
  test: ({ text, size }, lexicon) => {
    if (size > 20 || /[«.!?<=(){}]/.test(text)) return null;
    const parts = text.split(/\s*[>＞»›→|｜/／·•]\s*|\s+[—–-]\s+/).filter((part) => part !== '');
    if (endsInTitle(parts, lexicon)) return text;
    if (parts.length < 2 || parts.some((part) => sizeOf(part) > 5)) return camelBreadcrumb(text, lexicon);
    const home = lexicon.nav.has(foldCase(parts[0] ?? ''));
    const all = parts.every((part) =>
      foldCase(part)
        .split(/\s+/)
        .every((word) => lexicon.nav.has(word) || word === '&'),
    );
    const dashed = /\s[—–-]\s/.test(text);
    return (home && !dashed) || all ? text : null;
  },
};

/** "Home / News / Health / Night clinics to open": the last step of the path is the page itself. */
function endsInTitle(parts: readonly string[], lexicon: Lexicon): boolean {
  const path = parts.slice(0, -1);
  return path.length >= 2 && path.every((part) => sizeOf(part) <= 2 && lexicon.nav.has(foldCase(part)));
}

function camelBreadcrumb(text: string, lexicon: Lexicon): string | null {
  if (/\s/.test(text)) return null;
  const words = text.match(/\p{Lu}\p{Ll}+/gu) ?? [];
  return words.length >= 2 &&
    words.join('') === text &&
    (isFurniture(words[0] ?? '', lexicon) ||
      (words.length >= 3 && lexicon.nav.has(foldCase(words[0] ?? ''))) ||
      words.filter((word) => lexicon.nav.has(foldCase(word))).length >= 2)
    ? text
    : null;
}

const hashtags: LineRule = {
  id: 'hashtags',
  why: 'a row of hashtags files the story',
  reason: 'boilerplate',
  test: ({ text }) => {
    if (!text.startsWith('#')) return null;
    const words = text.split(/[\s,]+/);
    return words.length >= 2 && words.every((word) => /^#[\p{L}\p{N}_]+$/u.test(word))
      ? text.slice(0, 60)
      : null;
  },
};

/** In this order: what points elsewhere is a promo even where its words also look like furniture. */
export const LINE_RULES: readonly LineRule[] = [
  credit,
  promoLabel,
  pageFurniture,
  pageNotice,
  stamp,
  shareBar,
  breadcrumb,
  hashtags,
  caption,
];

const memory = new Map<string, boolean>();
const MAX_REMEMBERED = 512;

/** Would a line of these words alone be dropped? Used to find where glued furniture ends. */
export function isFurniture(text: string, lexicon: Lexicon): boolean {
  if (text.length > 300 || text === '') return false;
  const name = `${lexicon.code} ${text}`;
  const known = memory.get(name);
  if (known !== undefined) return known;
  const line: Line = { text, form: lineForm(text), size: sizeOf(text) };
  const found =
    LINE_RULES.some((rule) => rule.reason !== 'promo' && rule.test(line, lexicon) !== null) ||
    stampKind(line.form, lexicon) !== null ||
    bylineIn(text, lexicon) !== null ||
    lexicon.faq(line.form) ||
    lexicon.synopsis(line.form) ||
    DESK.test(line.form);
  if (memory.size >= MAX_REMEMBERED) memory.clear();
  memory.set(name, found);
  return found;
}
