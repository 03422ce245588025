// Lines that can be told for furniture or promotion by themselves, without looking at what stands around them.

import { foldCase, lineForm, withoutMarks } from './key.ts';
import type { DropReason } from './ledger.ts';
import { sizeOf } from './shape.ts';
import { stampKind } from './stamp.ts';
import type { Lexicon } from './words/lexicon.ts';

export type Line = { readonly text: string; readonly form: string; readonly size: number };

/** A rule that judges one line. `test` gives the evidence (what it saw), or null. */
export type LineRule = {
  readonly id: string;
  readonly why: string;
  readonly reason: DropReason;
  readonly test: (line: Line, lexicon: Lexicon) => string | null;
};

const LONGEST_FURNITURE = 30;
const LONGEST_SENTENCE = 9;
const LONGEST_STAMP = 24;
const LONGEST_NOTICE = 90;
const LEAD = /^[\s>»›→▶►▼▽▲△■□◆●・•*※★☆|+~–—()（[\]{}【「-]+/u;
const DELIMITER = /^[\s\]】）)]*(?:[:：|»›→]|[–—-](?=\s))[\s>»›→]*|^\s?[\]】]/u;
const STRICT_DELIMITER = /^[\s\]】）)]*[:：|]\s*/u;

export const promoLabel: LineRule = {
  id: 'promo-label',
  why: 'a label such as "Also read:" points to another story',
  reason: 'promo',
  test: ({ text, size }, lexicon) => {
    const body = withoutMarks(text).replace(LEAD, '');
    const lower = foldCase(body);
    const label = lexicon.promo.exec(lower)?.[0];
    if (label !== undefined && size <= 60) {
      const rest = body.slice(label.length);
      if (isSentenceBehind(rest)) return null;
      if (DELIMITER.test(rest)) return label;
      if (isHeadlineAfterLabel(body, label, size)) return label;
    }
    const colon = body.search(/[:：]/);
    if (
      colon > 2 &&
      colon <= 40 &&
      size <= 60 &&
      !isSentenceBehind(body.slice(colon)) &&
      lexicon.related(lineForm(body.slice(0, colon)))
    )
      return body.slice(0, colon);
    const strict = lexicon.promoStrict.exec(lower)?.[0];
    if (strict === undefined || size > 40 || isSentenceBehind(body.slice(strict.length))) return null;
    if (size > 14 && /[.。]$/.test(body)) return null;
    if (STRICT_DELIMITER.test(body.slice(strict.length)) && body.length > strict.length + 3) return strict;
    return strict.length > 3 && isShouted(body, strict) && isHeadlineAfterLabel(body, strict, size)
      ? strict
      : null;
  },
};

/** "Related: that is the word they use.": what follows the colon goes on as a sentence. */
function isSentenceBehind(rest: string): boolean {
  return /^\s*[:：|–—-]?\s*\p{Ll}/u.test(rest) && /[.!?]\s|[.!]$/.test(rest);
}

/** "Read more Why moles love verges": no sentence, and a capital after the label. */
function isHeadlineAfterLabel(body: string, label: string, size: number): boolean {
  const rest = body.slice(label.length).trim();
  return (
    size <= 25 &&
    /^["'“‘«„¿¡]?[\p{Lu}\p{N}]/u.test(rest) &&
    !/[.,;:!]["'”’»)]*$/u.test(rest) &&
    !/[.!] /.test(rest)
  );
}

function isShouted(body: string, label: string): boolean {
  const said = body.slice(0, label.length);
  return (
    said === said.toUpperCase() && said !== said.toLowerCase() && /\p{Ll}/u.test(body.slice(label.length))
  );
}

export const pageFurniture: LineRule = {
  id: 'page-furniture',
  why: 'advertising marks, buttons, comment counts, tags and player controls belong to the page',
  reason: 'boilerplate',
  test: (line, lexicon) => {
    const { form, text, size } = line;
    if (isConsent(line)) return 'consent';
    // "Reported by a walker at dawn, the fire spread." is a sentence, whatever it begins with.
    if (size > LONGEST_SENTENCE && /[.。।]["'”’»]?$/.test(text)) return null;
    return size <= LONGEST_FURNITURE &&
      (lexicon.furniture(form) || END_MARK.test(text) || isMadeOfFurniture(text, lexicon))
      ? form.slice(0, 60)
      : null;
  },
};

/** A consent banner: the word for cookies and buttons behind it. */
const COOKIES = /cookie|çerez|cerez|kakor|куки|ملفات تعريف|クッキー|ciastecz/u;

function isConsent({ form, text, size }: Line): boolean {
  return size <= 40 && COOKIES.test(form) && /[|·]/.test(text) && ACCEPT.test(form);
}

const ACCEPT =
  /accept|reject|manage|agree|consent|acept|rechaz|aceit|recus|rejeit|accett|rifiut|akzept|ablehn|zustimm|refus|paramétr|akcept|odrzu|zgadz|прин|отклон|прийн|відхил|kabul|reddet|ayar|godkänn|anpassa|weiger|स्वीकार|قبول|رفض|同意|接受|拒绝|拒絕|설정|동의/u;

/** What closes a press release. */
const END_MARK = /^(?:# ?){3,}$/;

/** "Contribute | 58 comments", "For subscribers only. Already one? Log in": each part is furniture by itself. */
function isMadeOfFurniture(text: string, lexicon: Lexicon): boolean {
  for (const separator of [/\s*[|·•]\s*/u, /(?<=[.?!])\s+/u]) {
    const parts = text.split(separator).filter((part) => part !== '');
    if (parts.length > 1 && parts.length <= 6 && parts.every((part) => isFurniture(part, lexicon)))
      return true;
  }
  return false;
}

export const pageNotice: LineRule = {
  id: 'page-notice',
  why: 'sign-up, cookie, paywall, copyright and disclaimer notices are addressed to the visitor of the page',
  reason: 'boilerplate',
  test: ({ form, size }, lexicon) =>
    size <= LONGEST_NOTICE && (lexicon.notices(form) || isPlea(form, lexicon)) ? form.slice(0, 60) : null,
};

/** "Like what you read? Sign up to our newsletter": short questions before a notice belong to it. */
function isPlea(form: string, lexicon: Lexicon): boolean {
  const at = form.lastIndexOf('? ');
  return at !== -1 && sizeOf(form.slice(0, at)) <= 14 && lexicon.notices(form.slice(at + 2));
}

export const stamp: LineRule = {
  id: 'stamp',
  why: 'a line of nothing but date, time and reading time says when the page was made',
  reason: 'boilerplate',
  test: ({ form, text, size }, lexicon) => {
    if (size > LONGEST_STAMP) return null;
    // With a full stop it is a sentence: "On 18 November, at 2." may answer a question.
    if (text.endsWith('.') && !/[ap]\. ?m\.$/i.test(text) && !isReadingTime(form, lexicon)) return null;
    const kind = stampKind(form, lexicon);
    return kind === 'stamp' || kind === 'clock' ? kind : null;
  },
};

function isReadingTime(form: string, lexicon: Lexicon): boolean {
  return (
    form.split(/\s+/).filter((word) => word.length > 2 && lexicon.stamp.has(word.replace(/\.$/, '')))
      .length >= 2
  );
}

export const credit: LineRule = {
  id: 'credit',
  why: 'captions and credits belong to pictures that are not there',
  reason: 'boilerplate',
  test: ({ text, size }, lexicon) => {
    if (size > 60) return null;
    const body = text.replace(LEAD, '');
    const label = lexicon.credit.exec(foldCase(body))?.[0];
    if (label === undefined) return null;
    const rest = body.slice(label.length);
    // "Fot. Muzeum Wybrzeża": an abbreviation, and no sentence.
    if (label.length <= 4 && /^\. ?\p{Lu}/u.test(rest) && !/[.!?]$/.test(rest)) return label;
    return /^\s*(?:\([^()]{0,30}\)\s*)?[:：|/／©]\s*\S/u.test(rest) ? label : null;
  },
};

export const shareBar: LineRule = {
  id: 'share-bar',
  why: 'a row of networks to share on',
  reason: 'boilerplate',
  test: ({ form, size }, lexicon) => {
    if (size > 24) return null;
    const words = form.split(/[\s,|·•/:.]+/).filter((word) => word !== '');
    if (words.length < 2 || !words.every((word) => lexicon.share.has(word) || /^[\d.,]+k?$/.test(word)))
      return null;
    const named = words.filter((word) => lexicon.share.has(word)).length;
    return named > 2 || (named > 0 && words.some((word) => lexicon.networks.has(word))) ? form : null;
  },
};

export const breadcrumb: LineRule = {
  id: 'breadcrumb',
  why: 'the path of sections above a story',
  reason: 'boilerplate',
  test: ({ text, size }, lexicon) => {
    if (size > 20 || /[«.!?]/.test(text)) return null;
    const arrows = /\s*[>＞»›→]\s*/;
    const parts = text.split(/\s*[>＞»›→|｜/／·•]\s*|\s+[—–-]\s+/).filter((part) => part !== '');
    if (endsInTitle(parts, lexicon)) return text;
    if (parts.length < 2 || parts.some((part) => sizeOf(part) > 5)) return camelBreadcrumb(text, lexicon);
    const home = lexicon.nav.has(foldCase(parts[0] ?? ''));
    const all = parts.every((part) =>
      foldCase(part)
        .split(/\s+/)
        .every((word) => lexicon.nav.has(word) || word === '&'),
    );
    const byArrow = text.split(arrows).filter((part) => part !== '').length >= 2;
    const dashed = /\s[—–-]\s/.test(text);
    return (home && !dashed) || all || (byArrow && parts.length >= 3) ? text : null;
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
      words.filter((word) => lexicon.nav.has(foldCase(word))).length >= 2)
    ? text
    : null;
}

export const hashtags: LineRule = {
  id: 'hashtags',
  why: 'a row of hashtags files the story',
  reason: 'boilerplate',
  test: ({ text }) => {
    const words = text.split(/[\s,]+/);
    return words.length >= 2 && words.every((word) => /^#[\p{L}\p{N}_]+$/u.test(word))
      ? text.slice(0, 60)
      : null;
  },
};

export const caption: LineRule = {
  id: 'caption',
  why: 'a sentence with a name in capitals behind it is a caption with its credit',
  reason: 'boilerplate',
  test: ({ text, size }, lexicon) => {
    if (size > 50) return null;
    if (/^\[\d{1,2}\/\d{1,2}\]/.test(text)) return 'picture number';
    if (SIGNED_PICTURE.test(text)) return 'picture with its author';
    const named = creditAtEnd(text, lexicon);
    if (named !== null) return named;
    const tail = /[.!?”"»)]\s+(\p{Lu}[\p{Lu}\p{N} .&'’/-]{5,60})$/u.exec(text)?.[1];
    if (tail === undefined || !/\p{Ll}/u.test(text)) return null;
    return /[/ ]/.test(tail.trim()) && (tail.match(/\p{Lu}/gu)?.length ?? 0) >= 6 ? tail : null;
  },
};

/** "... on Feb. 3. Cole Amadi / Ridgeport Ledger", "UA Photo/Amina Solberg: ...", "（潮風新聞社撮影）", "记者 陆一鸣 摄". */
const SIGNED_PICTURE =
  /[.!?”"]\s+(?:\p{Lu}[\p{L}.'’-]+ ){1,3}\/ ?\p{Lu}[^.!?]{2,40}$|^[\p{Lu}][\p{L} ]{0,20}(?:Photo|Foto)\/[^:]{3,40}: |[（(][^（）()]{1,30}(?:撮影|提供|写真|供图|供圖)[）)]$|(?:记者|記者|通讯员)[^。，]{1,10}[摄攝]$|자료사진$/u;

/** "... in 1994. Picture: FAMILY ARCHIVE" and "... (photo: A. Smith)": the label stands near the end. */
function creditAtEnd(text: string, lexicon: Lexicon): string | null {
  if (!/[:：/／)）]/.test(text.slice(-60))) return null;
  const match =
    /(?:^|[\s(（.,、。])([\p{L}\p{M}]{1,14})\s?(?:[:：/／]|\.(?= \p{Lu}[^.]*\)$))\s?[^:：]{2,50}$/u.exec(
      text,
    );
  const label = match?.[1];
  if (match === null || label === undefined || /[.!?。]["”’»]?$/.test(text)) return null;
  const own = lexicon.credit.exec(foldCase(withoutMarks(label)))?.[0];
  return own !== undefined && own.length === label.length && match.index > 0 ? label : null;
}

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

/** "By Jane Doe", "Written by: City Desk", in a place where a byline may stand (that is for the caller to know). */
export function bylineIn(text: string, lexicon: Lexicon): string | null {
  const body = text.replace(LEAD, '');
  const label = lexicon.byline.exec(foldCase(body))?.[0];
  if (label === undefined) return null;
  const colon = /^\s*[:：/]\s*/.exec(body.slice(label.length));
  const names = body
    .slice(label.length + (colon?.[0].length ?? 0))
    .trim()
    .replace(/\s*\([^()]*\)$/, '');
  const words = names.split(/[\s,|&]+/).filter((word) => word !== '');
  if (words.length === 0 || words.length > 14 || /[?!:;]$/.test(names)) return null;
  if (/\.$/.test(names) && !/\b\p{L}{1,2}\.$/u.test(names)) return null;
  if (colon !== null) return label;
  // "Words" or "Author" alone opens no byline; a preposition does.
  if (!/(?:^|\s)(?:by|por|par|di|von|door|de|da|redaktion|redaccion)$/.test(label) && /\p{Ll}/u.test(label))
    return null;
  const named = words.every(
    (word) =>
      /^[\p{Lu}\p{Lo}\p{N}(@]/u.test(word) ||
      /^(?:and|y|e|et|und|i|in|la|le|les|el|los|il|unserer|unserem|de|da|von|van|der|del|di|of|for|the|at|our|with|mit|avec|con|com|aus|à|en|a|с|и|та|ve|agencies|staff|correspondent|reporter)$/u.test(
        word,
      ),
  );
  // "Por Ana Costa, do portal": what follows a name and a comma may be anything.
  const signed =
    words.length >= 2 && words.length <= 12 && /^\p{Lu}[\p{L}.'’-]+ \p{Lu}[\p{L}.'’-]+,/u.test(names);
  return (named && words.length <= 10) || signed ? label : null;
}

/** The newsroom that signs a report. */
export const DESK =
  /(?:newsroom|news ?desk|web desk|staff(?: writer| reporter)?|correspondent|editorial team|redaktion|redacción|redação|rédaction|redazione|redakcja|редакция|редакція|haber merkezi)$/u;

const memory = new Map<string, boolean>();
const MOST_REMEMBERED = 512;

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
  if (memory.size >= MOST_REMEMBERED) memory.clear();
  memory.set(name, found);
  return found;
}
