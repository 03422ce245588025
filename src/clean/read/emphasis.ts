// Markdown's inline marks in a raw text: bold, emphasis, links, and the plus signs of news tickers.

import type { TagEffect } from './tags.ts';

export type Emphasis = { start: number; end: number; effect: TagEffect };

const STARS = /\*{2,3}|_{2,3}/g;
const SINGLE = /(?<![\p{L}\p{N}*_])([*_])(?=[^\s*_])[^*_\n]{0,300}(?<=[^\s*_])\1(?![\p{L}\p{N}*_])/gu;
const LINK = /(!?\[)([^[\]\n]{0,500})(\]\((?:https?:|mailto:|\/|#)[^\s()]{0,1000}(?: "[^"\n]{0,200}")?\))/g;
const PLUSES = /(?<![^\s])\+{3}(?![^\s])/g;

/** The spans of inline marks, in order and apart from one another. */
export function emphasisIn(raw: string): Emphasis[] {
  const found: Emphasis[] = [];
  const add = (start: number, end: number, effect: TagEffect): void => {
    found.push({ start, end, effect });
  };
  if (raw.includes('**') || raw.includes('__')) {
    for (const { start, end } of boldMarks(raw)) add(start, end, 'bold');
  }
  if (raw.includes('*') || raw.includes('_')) {
    for (const match of raw.matchAll(SINGLE)) {
      if (match[1] === '_' && isCode(raw, match.index + 1, match.index + match[0].length - 1)) continue;
      add(match.index, match.index + 1, 'inline');
      add(match.index + match[0].length - 1, match.index + match[0].length, 'inline');
    }
  }
  if (raw.includes('](')) {
    for (const match of raw.matchAll(LINK)) {
      const [whole, open = '', label = '', close = ''] = match;
      if (open === '![') add(match.index, match.index + whole.length, 'inline');
      else {
        add(match.index, match.index + open.length, 'inline');
        add(
          match.index + open.length + label.length,
          match.index + open.length + label.length + close.length,
          'inline',
        );
      }
    }
  }
  if (raw.includes('+++')) {
    for (const match of raw.matchAll(PLUSES)) add(match.index, match.index + 3, 'paragraph');
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  return found.filter((span, i) => i === 0 || span.start >= (found[i - 1]?.end ?? 0));
}

type Bold = { start: number; end: number; opens: boolean; closes: boolean };

/** Marks that stand alone ("5 ** 3"), between digits or inside a word are text, and so is one without its partner ("**kwargs"). */
function boldMarks(raw: string): Bold[] {
  const marks = [...raw.matchAll(STARS)].flatMap(({ index, 0: { length } }) => {
    const mark = readMark(raw, index, index + length);
    return mark === null ? [] : [mark];
  });
  const found = new Set<Bold>();
  let open: Bold | null = null;
  for (const mark of marks) {
    const pairs: boolean =
      open !== null &&
      mark.closes &&
      raw[mark.start] === raw[open.start] &&
      !breaks(raw, open.end, mark.start);
    if (open !== null && pairs) {
      if (raw[mark.start] === '*' || !isCode(raw, open.end, mark.start)) found.add(open).add(mark);
      open = null;
    } else if (mark.opens) open = mark;
  }
  return [...found];
}

function readMark(raw: string, start: number, end: number): Bold | null {
  const before = raw[start - 1] ?? '\n';
  const after = raw[end] ?? '\n';
  if (/[*_]/.test(before) || /[*_]/.test(after)) return null;
  if (/\p{N}/u.test(before) && /\p{N}/u.test(after)) return null;
  const isUnderscore = raw[start] === '_';
  const opens = /\S/.test(after) && !(isUnderscore && LETTER.test(before));
  const closes = /\S/.test(before) && !(isUnderscore && LETTER.test(after));
  return { start, end, opens, closes };
}

const LETTER = /[\p{L}\p{N}]/u;
/** No paragraph is longer. */
const MAX_BOLD = 5000;

function breaks(raw: string, from: number, to: number): boolean {
  return to - from > MAX_BOLD || /\n[ \t\r]*\n/.test(raw.slice(from, to));
}

/** "__init__.py", "__name__" and "_count_" are names in a program: one word without a capital behind its first letter. */
function isCode(raw: string, from: number, to: number): boolean {
  return /^(?:[\p{Ll}\p{N}_]+|[\p{Lu}\p{N}]{2,}[\p{Lu}\p{N}_]*)$/u.test(raw.slice(from, to));
}
