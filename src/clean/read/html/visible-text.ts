// The text of a page as a browser would copy it, with the way back to the source for each character: blocks break lines, white
// space collapses, the cells of a row are parted by tabs.

import { BREAK, kindAt, kindOf, SPACE, TEXT } from '../characters.ts';
import { entityAt } from '../entities.ts';
import { Stretches } from './stretches.ts';

/** What is known where a character is written. */
export type Style<Block> = {
  readonly block: Block;
  readonly isLinked: boolean;
  readonly isBold: boolean;
  /** Its line breaks count. */
  readonly isPreformatted: boolean;
};

/** A line of the text; `start` is where it begins. */
export type WrittenLine<Block> = { readonly start: number; readonly block: Block; cells: number };

export class VisibleText<Block> {
  readonly #source: string;
  #text = '';
  /** The same as the last character of the text. */
  #last = '';
  #starts: Uint32Array;
  #ends: Uint32Array;
  readonly lines: WrittenLine<Block>[] = [];
  readonly linked = new Stretches();
  readonly bold = new Stretches();
  /** Line breaks, and a blank, that the next character brings with it. */
  #breaks = 0;
  #blank = false;

  readonly #max: { readonly length: number; readonly lines: number };

  /** @param max it takes hardly more than so much. */
  constructor(source: string, max: { readonly length: number; readonly lines: number }) {
    this.#source = source;
    this.#max = max;
    const room = Math.min(source.length, 1024 + (source.length >> 3));
    this.#starts = new Uint32Array(room);
    this.#ends = new Uint32Array(room);
  }

  get length(): number {
    return this.#text.length;
  }

  get isFull(): boolean {
    return this.#text.length > this.#max.length || this.lines.length > this.#max.lines;
  }

  /** A block begins or ends: 1 for a line of its own, 2 for a blank line around it. */
  breakLine(breaks: 1 | 2): void {
    this.#breaks = Math.max(this.#breaks, breaks);
    this.#blank = false;
  }

  /** A `<br>`. */
  addBreak(): void {
    if (this.#text !== '') this.#putSpace('\n'.repeat(this.#breaks + 1));
    this.#breaks = 0;
    this.#blank = false;
  }

  /** The next cell of a row. */
  addCell(): void {
    if (this.#breaks > 0 || this.#text === '' || this.#last === '\n' || this.#last === '\t') return;
    this.#putSpace('\t');
    this.#blank = false;
    const line = this.lines.at(-1);
    if (line !== undefined) line.cells += 1;
  }

  /** @returns whether any of the source's characters between two offsets is visible. */
  add(from: number, to: number, style: Style<Block>): boolean {
    const source = this.#source;
    let begin = -1;
    for (let at = from; at < to && !this.isFull; ) {
      const run = wordsEnd(source, at, to);
      const entity = run === at && source[at] === '&' ? entityAt(source, at) : null;
      const kind = run > at ? TEXT : entity === null ? kindAt(source, at) : kindOf(entity.char);
      const end = Math.max(run, at + (entity?.length ?? 1));
      if (kind === TEXT) {
        this.#bringSpace(style.block);
        if (begin < 0) begin = this.#text.length;
        if (entity === null) this.#putRun(at, end);
        else this.#put(entity.char, at, end);
      } else if (kind === BREAK && style.isPreformatted && entity === null) {
        if (source[at] !== '\r' || source[at + 1] !== '\n') this.addBreak();
      } else if (kind === SPACE || kind === BREAK) this.#blank = true;
      at = end;
    }
    if (begin < 0) return false;
    if (style.isLinked) this.linked.add(begin, this.#text.length);
    if (style.isBold) this.bold.add(begin, this.#text.length);
    return true;
  }

  finish(): { text: string; starts: Uint32Array; ends: Uint32Array } {
    const { length } = this.#text;
    return {
      text: this.#text,
      starts: this.#starts.subarray(0, length),
      ends: this.#ends.subarray(0, length),
    };
  }

  /** Writes the line breaks or the blank that a visible character brings with it. */
  #bringSpace(block: Block): void {
    if (this.#breaks > 0) {
      if (this.#text !== '') this.#putSpace('\n'.repeat(this.#breaks));
    } else if (this.#blank && this.#last !== '' && this.#last !== '\n' && this.#last !== '\t')
      this.#putSpace(' ');
    this.#breaks = 0;
    this.#blank = false;
    if (this.#last === '' || this.#last === '\n')
      this.lines.push({ start: this.#text.length, block, cells: 1 });
  }

  /** White space of the page's own: it has no place in the source but the end of what was written. */
  #putSpace(chars: string): void {
    const end = this.#ends[this.#text.length - 1] ?? 0;
    this.#put(chars, end, end);
  }

  #put(chars: string, start: number, end: number): void {
    this.#makeRoom(chars.length);
    for (let i = 0; i < chars.length; i += 1) {
      this.#starts[this.#text.length + i] = start;
      this.#ends[this.#text.length + i] = end;
    }
    this.#text += chars;
    this.#last = chars.at(-1) ?? '';
  }

  #putRun(start: number, end: number): void {
    this.#makeRoom(end - start);
    for (let from = start, at = this.#text.length; from < end; from += 1, at += 1) {
      this.#starts[at] = from;
      this.#ends[at] = from + 1;
    }
    this.#text += this.#source.slice(start, end);
    this.#last = this.#source[end - 1] ?? '';
  }

  #makeRoom(more: number): void {
    if (this.#text.length + more <= this.#starts.length) return;
    const room = Math.max(2 * this.#starts.length, this.#text.length + more);
    this.#starts = grow(this.#starts, room);
    this.#ends = grow(this.#ends, room);
  }
}

function grow(list: Uint32Array, room: number): Uint32Array {
  const larger = new Uint32Array(room);
  larger.set(list);
  return larger;
}

/** Where a run of text ends in which white space is single blanks between words, with no entity. */
function wordsEnd(source: string, from: number, to: number): number {
  let at = from;
  for (; at < to; at += 1) {
    const code = source.charCodeAt(at);
    if (code === AMPERSAND) return at;
    if (code === BLANK) {
      if (at === from || !isWord(source, at + 1, to)) return at;
    } else if (kindAt(source, at) !== TEXT) return at;
  }
  return at;
}

const AMPERSAND = 38;
const BLANK = 32;

const isWord = (source: string, at: number, to: number): boolean =>
  at < to && source.charCodeAt(at) !== AMPERSAND && kindAt(source, at) === TEXT;
