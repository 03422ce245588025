// Lines of nothing but dates and times.

import type { Lexicon } from './languages/lexicon.ts';

/** stamp: date with time, or marked as published or updated; clock: a time alone; date: a date alone. */
export type StampKind = 'stamp' | 'clock' | 'date';

const CLOCK =
  /^\d{1,2}(?:[:.h]\d{2})(?:[:.]\d{2})?(?:am|pm|a\.m|p\.m|h|hrs|uhr|z)?$|^\d{1,2}(?:am|pm|h|uhr)$|^(?:上午|下午|午前|午後|오전|오후)?\d{1,2}[:時时시]\d{0,2}[分분]?$/;
const DATE =
  /^\d{1,4}[./-]\d{1,2}[./-]\d{2,4}$|^\d{1,2}[./]\d{1,2}[.]?$|^\d{4}-\d{2}-\d{2}t[\d:.+z-]+$|^(?:\d{4}[年년])?\d{1,2}[月월]\d{1,2}[日일号]?$/;
const NUMBER = /^\d{1,4}(?:st|nd|rd|th|º|ª|°|er|e|o|a)?$/;
const MAX_WORDS = 24;

export function stampKind(form: string, lexicon: Lexicon): StampKind | null {
  if (form.length > 160 || !/\p{N}/u.test(form) || opensOtherwise(form, lexicon)) return null;
  const rest = form.replace(RELATIVE, ' ');
  const relative = rest !== form;
  if (relative && !/\p{N}/u.test(rest)) return saysWhen(rest, lexicon) ? 'date' : null;
  const ascii = rest.replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19]/g, asciiDigit);
  const words = ascii.split(/[\s,|·•;()–—、，：]+|(?<=\p{L})[:/]|\s-\s|(?<=[日일号])/u);
  if (words.length > MAX_WORDS) return null;
  let clocks = 0;
  let date = relative;
  let numbers = 0;
  let names = 0;
  let labels = 0;
  for (const raw of words) {
    const word = raw.replace(/^[.\-:]+|[.\-:]+$/g, '');
    if (word === '') continue;
    if (CLOCK.test(word) && !/^\d{1,2}\.\d{2}\.$/.test(raw)) clocks += 1;
    else if (DATE.test(word)) date = true;
    else if (NUMBER.test(word)) numbers += 1;
    else if (/^(?:gmt|utc)[+-]\d/.test(word)) continue;
    else if (lexicon.stamp.has(word)) labels += word.length > 2 ? 1 : 0;
    else if (lexicon.calendar.has(word)) names += word.length > 2 ? 1 : 0;
    else return null;
  }
  const dated = date || (numbers > 0 && names > 0);
  const clock = clocks > 0;
  if (labels > 0 && (clock || dated || (numbers > 0 && labels > 1))) return 'stamp';
  if (clock && dated) return 'stamp';
  if (clock) return numbers > 0 || clocks > 2 ? null : 'clock';
  return dated ? 'date' : null;
}

const SINCE = new Set(['hace', 'há', 'il', 'vor', 'för', 'منذ']);

/** Most lines begin with a word that no stamp holds, which saves the closer look. */
function opensOtherwise(form: string, { stamp, calendar }: Lexicon): boolean {
  const blank = form.indexOf(' ');
  const word = blank === -1 ? '' : form.slice(0, blank);
  return /^\p{L}+$/u.test(word) && !stamp.has(word) && !calendar.has(word) && !SINCE.has(word);
}

/** "3 days ago" in the languages of the tables. */
const RELATIVE =
  /(?:^|(?<=\s))(?:\d{1,2} (?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?) ago|(?:hace|há|il y a|vor|för|منذ) \d{1,2} \p{L}+(?: sedan)?|\d{1,2} \p{L}+ (?:atrás|fa|geleden|temu|тому|назад|önce|पहले)|\d{1,2}\s?(?:分|時間|小时|小時|分钟|分鐘|日|天|週間|周|か月)前|\d{1,2}\s?(?:분|시간|일|주|개월) 전)(?=$|[\s,.|·])/u;

/** Nothing is left beside the date but words such as "last checked". */
function saysWhen(rest: string, { stamp, calendar }: Lexicon): boolean {
  return (rest.match(/[\p{L}\p{M}']+/gu) ?? []).every((word) => stamp.has(word) || calendar.has(word));
}

const ZEROS = [0xff10, 0x966, 0x6f0, 0x660];

function asciiDigit(digit: string): string {
  const code = digit.charCodeAt(0);
  return String(code - (ZEROS.find((zero) => code >= zero) ?? code));
}
