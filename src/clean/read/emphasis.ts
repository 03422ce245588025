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
    for (const match of raw.matchAll(STARS)) {
      if (isBoldMark(raw, match.index, match.index + match[0].length))
        add(match.index, match.index + match[0].length, 'bold');
    }
  }
  if (raw.includes('*') || raw.includes('_')) {
    for (const match of raw.matchAll(SINGLE)) {
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

/** Stars that stand alone ("5 ** 3") or between digits or inside a word are text. */
function isBoldMark(raw: string, start: number, end: number): boolean {
  const before = raw[start - 1] ?? '\n';
  const after = raw[end] ?? '\n';
  const apart = /\s/;
  if (apart.test(before) && apart.test(after)) return false;
  if (/[*_]/.test(before) || /[*_]/.test(after)) return false;
  if (raw[start] === '_') return apart.test(before) || apart.test(after);
  return !(/[\p{N}]/u.test(before) && /[\p{N}]/u.test(after));
}
