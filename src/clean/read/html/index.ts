// A page from its HTML source: the text that a reader sees, with the way back to the source, and what the markup says of it.
// All that is no visible text (tags, scripts, comments, hidden elements) is markup.

import { MAX_TEXT, type Mark, type Page } from '../../page.ts';
import { MAX_SEGMENTS } from '../../split/segments.ts';
import { MetadataReader } from './metadata.ts';
import { type OpenElement, OpenElements } from './open-elements.ts';
import { Block, Outline, type Place } from './outline.ts';
import { type Attributes, readTokens } from './tokens.ts';
import { VisibleText } from './visible-text.ts';

/** Pages with more elements are refused. The largest of 1,300 real ones has a tenth. */
const MAX_ELEMENTS = 200_000;
/** Of `class` and `id`. */
const MAX_CLASS = 500;

/** @returns null for a page with too many elements, or with more text than a text may have. */
export function readHtml(raw: string): Page | null {
  const written = new VisibleText<Place>(raw, { length: MAX_TEXT, lines: MAX_SEGMENTS });
  const tree = new Tree(written);
  const marks: Mark[] = [];
  /** Up to here the source is accounted for. */
  let told = 0;
  let isLinkedData = false;
  let hasScripts = false;
  const mark = (end: number, at: number): void => {
    if (end > told) marks.push({ start: told, end, at, effect: 'inline' });
  };
  const metadata = new MetadataReader();
  const isDone = (): boolean => written.isFull || tree.elements.count > MAX_ELEMENTS;
  readTokens(raw, {
    open: (name, attributes, isClosed) => {
      metadata.open(name, attributes);
      hasScripts ||= name === 'script';
      isLinkedData = name === 'script' && attributes.raw('type')?.toLowerCase() === 'application/ld+json';
      tree.elements.open(name, attributes, isClosed);
    },
    close: (name) => {
      isLinkedData = false;
      tree.elements.close(name);
    },
    isDone,
    isForeign: () => tree.elements.has('svg') || tree.elements.has('math'),
    text: (start, end) => {
      if (isLinkedData) metadata.addLinkedData(raw.slice(start, end));
      else if (tree.elements.has('title') && !tree.elements.has('svg'))
        metadata.addTitle(raw.slice(start, end));
      const at = written.length;
      if (tree.elements.isHidden || !written.add(start, end, tree.style)) return;
      mark(start, at);
      told = end;
    },
  });
  if (isDone()) return null;
  mark(raw.length, written.length);
  const { text, starts, ends } = written.finish();
  const outline = new Outline(tree.blocks, written, text, hasScripts);
  return { raw, text, starts, ends, marks, outline, ...metadata.finish() };
}

/** The blocks of a page, as its elements open and close. */
class Tree {
  readonly elements = new OpenElements({
    opened: (element, attributes) => this.#open(element, attributes),
    closed: (element) => this.#close(element),
  });
  readonly blocks: Block[] = [];
  readonly #written: VisibleText<Place>;
  /** For each open element the block that it is or is in, and its own `class` if it is none. */
  readonly #places: Place[] = [];
  readonly #root: Place;

  constructor(written: VisibleText<Place>) {
    this.#written = written;
    this.#root = { block: this.#addBlock('', null, '', ''), className: '' };
  }

  /** How the next words are written. */
  get style() {
    const { isLinked, isBold } = this.elements;
    return { block: this.#place, isLinked, isBold, isPreformatted: this.elements.has('pre') };
  }

  get #place(): Place {
    return this.#places.at(-1) ?? this.#root;
  }

  #open({ name, isBlock }: OpenElement, attributes: Attributes): void {
    if (this.elements.isHidden) {
      this.#places.push(this.#place);
      return;
    }
    const { block } = this.#place;
    const className = attributes.raw('class')?.slice(0, MAX_CLASS) ?? '';
    // An element of the page's own ("my-story") is inline, but mostly holds blocks.
    const isOwn = name.includes('-');
    this.#places.push(
      isBlock || isOwn
        ? {
            block: this.#addBlock(name, block, className, attributes.raw('id')?.slice(0, MAX_CLASS) ?? ''),
            className: '',
          }
        : { block, className },
    );
    if (name === 'br') this.#written.addBreak();
    else if (name === 'td' || name === 'th') this.#written.addCell();
    else if (isBlock) this.#written.breakLine(name === 'p' ? 2 : 1);
    countInTable(name, block.table);
  }

  #close({ name, isBlock, isHidden }: OpenElement): void {
    this.#places.pop();
    if (isHidden || this.elements.isHidden || !isBlock || name === 'td' || name === 'th') return;
    this.#written.breakLine(name === 'p' ? 2 : 1);
  }

  #addBlock(tag: string, parent: Block | null, className: string, id: string): Block {
    const block = new Block(tag, parent, className, id);
    this.blocks.push(block);
    return block;
  }
}

function countInTable(name: string, table: Block | null): void {
  if (table === null) return;
  if (name === 'table') table.hasTables = true;
  else if (name === 'tr') table.rows += 1;
  else if (name === 'th' || name === 'thead' || name === 'caption') table.hasHeaders = true;
  if (name === 'td' || name === 'th') table.cells += 1;
}
