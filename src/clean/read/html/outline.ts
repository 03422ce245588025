// The blocks of a page and what is in them: what the markup says of each line. One walk up and one down over the blocks, so it
// is linear for any nesting.

import { sizeOf } from '../../shape.ts';
import { HEADINGS, LANDMARKS } from './elements.ts';
import type { Container, MarkupFigures } from './markup-figures.ts';
import type { VisibleText, WrittenLine } from './visible-text.ts';

type Sums = { lines: number; chars: number; linkedChars: number; size: number; proseSize: number };

/** A block of the source, or an element of the page's own ("my-story"). */
export class Block {
  readonly tag: string;
  readonly parent: Block | null;
  readonly depth: number;
  /** Values of `class` and `id` as in the source. */
  readonly className: string;
  readonly id: string;
  readonly level: number;
  /** The list item and the table that it is in. */
  readonly item: Block | null;
  readonly table: Block | null;
  readonly inside: readonly string[];
  readonly sums: Sums = newSums();
  /** For an item: no line of it was written yet. */
  isFresh = true;
  /** For a table. */
  rows = 0;
  cells = 0;
  hasHeaders = false;
  hasTables = false;
  /** Prose for which it is the main container. */
  mass = 0;
  isInMain = false;
  isAroundMain = false;
  toMain = 0;
  /** The next block up that holds more lines. */
  wider: Block | null = null;
  #container: Container | null = null;

  constructor(tag: string, parent: Block | null, className: string, id: string) {
    this.tag = tag;
    this.parent = parent;
    this.depth = parent === null ? 0 : parent.depth + 1;
    this.className = className;
    this.id = id;
    this.level = HEADINGS.has(tag) ? Number(tag[1]) : (parent?.level ?? 0);
    this.item = tag === 'li' ? this : (parent?.item ?? null);
    this.table = tag === 'table' ? this : (parent?.table ?? null);
    const inside = parent?.inside ?? [];
    this.inside = LANDMARKS.has(tag) && !inside.includes(tag) ? [...inside, tag] : inside;
  }

  get isDataTable(): boolean {
    const isGrid = this.rows >= 3 && this.cells >= 2 * this.rows;
    return !this.hasTables && (this.hasHeaders || isGrid) && 2 * this.sums.linkedChars < this.sums.chars;
  }

  get container(): Container {
    this.#container ??= {
      tag: this.tag,
      words: wordsIn(`${this.className} ${this.id}`),
      ...sharesOf(this.sums),
    };
    return this.#container;
  }
}

/** A line with the words of the innermost element at its beginning. */
export type Place = { readonly block: Block; readonly className: string };
type Line = WrittenLine<Place> & { isItem: boolean };

export class Outline {
  /** Of the whole page. */
  readonly total: Omit<Container, 'tag' | 'words'>;
  /** Words of the longest line that is mostly outside links. */
  longest = 0;
  /** Something in it may write text of its own in a browser. */
  readonly hasScripts: boolean;
  readonly #lines: readonly Line[];
  readonly #written: VisibleText<Place>;
  readonly #alike = new Map<string, Sums>();

  /** `blocks` are in the order of the source. */
  constructor(blocks: readonly Block[], written: VisibleText<Place>, text: string, hasScripts: boolean) {
    this.#written = written;
    this.hasScripts = hasScripts;
    this.#lines = written.lines.map((line) => ({ ...line, isItem: takesItem(line.block.block) }));
    this.#measureLines(text);
    for (const block of blocks.toReversed()) if (block.parent !== null) addTo(block.parent.sums, block.sums);
    this.total = sharesOf(blocks[0]?.sums ?? newSums());
    findMain(blocks);
    for (const block of blocks) settle(block);
  }

  /** Level of the heading at an offset into the page's text, 1 to 6, or 0. */
  levelAt(at: number): number {
    return this.#lineAt(at)?.block.block.level ?? 0;
  }

  isBold(start: number, end: number): boolean {
    return this.#written.bold.countIn(start, end) >= 0.9 * (end - start);
  }

  /** What a list item, or a quotation, begins with at this offset. */
  markerAt(start: number): 'bullet' | 'quote' | null {
    const line = this.#lineAt(start);
    if (line === undefined || line.start !== start) return null;
    if (line.isItem) return 'bullet';
    return line.block.block.inside.includes('blockquote') && line.block.block.level === 0 ? 'quote' : null;
  }

  figuresOf(start: number, end: number): MarkupFigures | null {
    const line = this.#lineAt(start);
    if (line === undefined) return null;
    const alike = this.#alike.get(kindOf(line.block.block)) ?? newSums();
    return new SegmentFigures(line, start, end, this.#written, alike);
  }

  #measureLines(text: string): void {
    this.#lines.forEach(({ start, block: { block } }, i) => {
      const line = text.slice(start, this.#lines[i + 1]?.start ?? text.length).trimEnd();
      const size = sizeOf(line);
      const own: Sums = {
        lines: 1,
        chars: line.length,
        linkedChars: this.#written.linked.countIn(start, start + line.length),
        size,
        proseSize: size >= PROSE_WORDS && FULL_STOP.test(line.slice(-8)) ? size : 0,
      };
      addTo(block.sums, own);
      if (2 * own.linkedChars < own.chars) this.longest = Math.max(this.longest, size);
      const kind = kindOf(block);
      const alike = this.#alike.get(kind) ?? newSums();
      this.#alike.set(kind, alike);
      addTo(alike, own);
      if (block.parent === null) return;
      block.parent.mass += own.proseSize;
      if (block.parent.parent !== null) block.parent.parent.mass += own.proseSize / 2;
    });
  }

  #lineAt(at: number): Line | undefined {
    let low = 0;
    let high = this.#lines.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#lines[middle]?.start ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    return this.#lines[low - 1];
  }
}

/** Found out when it is asked for: a page may have very many segments that nobody judges. */
class SegmentFigures implements MarkupFigures {
  readonly #line: Line;
  readonly #start: number;
  readonly #end: number;
  readonly #written: VisibleText<Place>;
  readonly #alike: Sums;

  constructor(line: Line, start: number, end: number, written: VisibleText<Place>, alike: Sums) {
    this.#line = line;
    this.#start = start;
    this.#end = end;
    this.#written = written;
    this.#alike = alike;
  }

  get #block(): Block {
    return this.#line.block.block;
  }

  get tag(): string {
    return this.#block.tag;
  }

  get words(): readonly string[] {
    const { className } = this.#line.block;
    const own = this.#block.container.words;
    return className === '' ? own : [...own, ...wordsIn(className)];
  }

  get linked(): number {
    return this.#written.linked.countIn(this.#start, this.#end) / (this.#end - this.#start);
  }

  get bold(): number {
    return this.#written.bold.countIn(this.#start, this.#end) / (this.#end - this.#start);
  }

  get level(): number {
    return this.#block.level;
  }

  get isItem(): boolean {
    return this.#line.isItem;
  }

  get isCell(): boolean {
    return this.#block.table?.isDataTable ?? false;
  }

  get inside(): readonly string[] {
    return this.#block.inside;
  }

  get depth(): number {
    return this.#block.depth;
  }

  get around(): readonly Container[] {
    const around: Container[] = [];
    for (let up = this.#block.wider; up !== null && around.length < MAX_AROUND; up = up.wider)
      around.push(up.container);
    return around;
  }

  get toMain(): number {
    return this.#block.toMain;
  }

  get alike(): MarkupFigures['alike'] {
    return sharesOf(this.#alike);
  }
}

const MAX_AROUND = 4;
const PROSE_WORDS = 9;
const FULL_STOP = /[.!?…。！？।؟۔]["'”’»“)\]」』）】]*$/;
const MAX_WORDS = 24;

/** The first line that is written in an item is the item. */
function takesItem({ item }: Block): boolean {
  if (item === null || !item.isFresh) return false;
  item.isFresh = false;
  return true;
}

const kindOf = ({ tag, className }: Block): string => `${tag} ${className}`;

function wordsIn(names: string): readonly string[] {
  const words =
    names
      .slice(0, 1000)
      .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
      .toLowerCase()
      .match(/\p{L}{2,}/gu) ?? [];
  return words.slice(0, MAX_WORDS);
}

const newSums = (): Sums => ({ lines: 0, chars: 0, linkedChars: 0, size: 0, proseSize: 0 });

function addTo(sums: Sums, more: Sums): void {
  sums.lines += more.lines;
  sums.chars += more.chars;
  sums.linkedChars += more.linkedChars;
  sums.size += more.size;
  sums.proseSize += more.proseSize;
}

const sharesOf = ({ lines, chars, linkedChars, size, proseSize }: Sums) => ({
  lines,
  size,
  linked: chars === 0 ? 0 : linkedChars / chars,
  prose: size === 0 ? 0 : proseSize / size,
});

/** Marks the main container and what it is in. */
function findMain(blocks: readonly Block[]): void {
  let main: Block | null = null;
  for (const block of blocks) if (block.mass > (main?.mass ?? 0)) main = block;
  if (main !== null) main.isInMain = true;
  for (let up = main; up !== null; up = up.parent) up.isAroundMain = true;
}

/** What a block takes from the one around it, which was settled before. */
function settle(block: Block): void {
  const { parent } = block;
  if (parent !== null) block.wider = parent.sums.lines > block.sums.lines ? parent : parent.wider;
  block.isInMain ||= parent?.isInMain ?? false;
  block.toMain = block.isInMain ? 0 : block.isAroundMain || parent === null ? 1 : parent.toMain + 1;
}
