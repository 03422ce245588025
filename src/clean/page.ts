// A page as a reader sees it, and its reading from a text: entities decoded, tags and invisible characters gone, every kind of white
// space a blank or a new line; with the way back to the raw text for each character.

import { BREAK, INVISIBLE, kindAt, kindOf, plainRunEnd, SPACE, TEXT } from './read/characters.ts';
import { emphasisIn } from './read/emphasis.ts';
import { entityAt } from './read/entities.ts';
import { type Meta, readFrontMatter } from './read/front-matter.ts';
import type { Outline } from './read/html/outline.ts';
import { type TagEffect, type TagHit, TagSearch, tagAt } from './read/tags.ts';

/** A stretch of the raw text that is markup; `at` is the place in the page's text where it stood. */
export type Mark = { start: number; end: number; at: number; effect: TagEffect };

export type Page = {
  readonly raw: string;
  readonly text: string;
  /** For each character of `text`, where it begins and ends in `raw` (UTF-16 offsets). */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly marks: readonly Mark[];
  readonly meta: Meta;
  /** What an HTML page names as its headline, the surest first. */
  readonly headlines: readonly string[];
  /** What the markup says of its lines; null for a text. */
  readonly outline: Outline | null;
};

/** Longer texts are refused; in UTF-16 units, of which 1 MB holds no more. */
export const MAX_TEXT = 1_048_576;

export function readText(raw: string): Page {
  const front = readFrontMatter(raw);
  const emphasis = emphasisIn(raw);
  let nextEmphasis = 0;
  const starts = new Uint32Array(raw.length);
  const ends = new Uint32Array(raw.length);
  const marks: Mark[] = [];
  const search = new TagSearch(raw);
  let text = '';
  // Asking a text that grows for its end would copy all of it each time.
  let last = '';
  const put = (char: string, start: number, end: number): void => {
    for (let i = 0; i < char.length; i += 1) {
      starts[text.length + i] = start;
      ends[text.length + i] = end;
    }
    text += char;
    last = char.at(-1) ?? last;
  };
  const mark = (start: number, end: number, effect: TagEffect): void => {
    marks.push({ start, end, at: text.length, effect });
    if (effect === 'space') put(last === ' ' && lastIsBreakTag(marks) ? '\n' : ' ', start, end);
    else if (effect !== 'inline' && effect !== 'bold') put('\n', start, end);
  };

  const read = (from: number, to: number): void => {
    let i = from;
    while (i < to) {
      while ((emphasis[nextEmphasis]?.start ?? raw.length) < i) nextEmphasis += 1;
      const run = plainRunEnd(raw, i, Math.min(to, emphasis[nextEmphasis]?.start ?? to));
      if (run > i) {
        for (let k = i, at = text.length; k < run; k += 1, at += 1) {
          starts[at] = k;
          ends[at] = k + 1;
        }
        text += raw.slice(i, run);
        last = raw[run - 1] ?? last;
        i = run;
        continue;
      }
      const kind = kindAt(raw, i);
      if (kind === SPACE) put(raw[i] === '\t' ? '\t' : ' ', i, i + 1);
      else if (kind === BREAK && raw[i] === '\r' && raw[i + 1] === '\n') {
        put('\n', i, i + 2);
        i += 1;
      } else if (kind === BREAK) put('\n', i, i + 1);
      else if (kind === TEXT) {
        const markup = markupAt(i);
        if (markup !== null) {
          mark(i, i + markup.length, markup.effect);
          i += markup.length;
          continue;
        }
        const entity = raw[i] === '&' ? entityAt(raw, i) : null;
        if (entity !== null) {
          const decoded = kindOf(entity.char);
          if (decoded === SPACE || decoded === BREAK) put(' ', i, i + entity.length);
          else if (decoded !== INVISIBLE) put(entity.char, i, i + entity.length);
          i += entity.length;
          continue;
        }
        put(raw[i] ?? '', i, i + 1);
      }
      i += 1;
    }
  };
  const markupAt = (i: number): TagHit | null => {
    if (raw[i] === '<') return tagAt(raw, i, search);
    const found = emphasis[nextEmphasis];
    return found?.start === i ? { length: found.end - i, effect: found.effect } : null;
  };
  if (front !== null) {
    const { title, end } = front;
    mark(0, title?.start ?? end, 'paragraph');
    if (title !== null) {
      read(title.start, title.end);
      mark(title.end, end, 'paragraph');
    }
  }
  read(front?.end ?? 0, raw.length);
  return {
    raw,
    text,
    starts: starts.subarray(0, text.length),
    ends: ends.subarray(0, text.length),
    marks,
    meta: front?.meta ?? {},
    headlines: [],
    outline: null,
  };
}

/** Two `<br>` in a row, with nothing but blanks between them, part paragraphs. */
function lastIsBreakTag(marks: readonly Mark[]): boolean {
  const previous = marks.at(-2);
  const current = marks.at(-1);
  return previous?.effect === 'space' && current !== undefined && previous.at + 1 >= current.at - 1;
}
