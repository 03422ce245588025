// The elements that are open at a place of the source: a small part of the HTML standard's parser, in the order of the
// source, in which no tag costs more for the number of those that are open.

import {
  BLOCKS,
  ENDS,
  ENDS_FOREIGN,
  ENDS_PARAGRAPH,
  FORMATTING,
  HEADINGS,
  HIDDEN,
  ONCE,
  SCOPES,
  TABLE_PARTS,
  VOID,
} from './elements.ts';
import type { Attributes } from './tokens.ts';

export type OpenElement = {
  readonly name: string;
  readonly isBlock: boolean;
  readonly isHidden: boolean;
  readonly isLink: boolean;
  readonly isBold: boolean;
  /** An end tag ended it, but elements within it are still open. */
  isEnded: boolean;
};

export type Listener = {
  readonly opened: (element: OpenElement, attributes: Attributes) => void;
  readonly closed: (element: OpenElement) => void;
};

const STYLE = /display\s*:\s*none|visibility\s*:\s*hidden/i;

export class OpenElements {
  readonly #listener: Listener;
  readonly #stack: OpenElement[] = [];
  /** Name -> where elements of that name are in the stack. */
  readonly #places = new Map<string, number[]>();
  readonly #scopes: number[] = [];
  readonly #blocks: number[] = [];
  #hidden = 0;
  #links = 0;
  #bold = 0;
  /** All elements so far. */
  count = 0;

  constructor(listener: Listener) {
    this.#listener = listener;
  }

  get isHidden(): boolean {
    return this.#hidden > 0;
  }

  get isLinked(): boolean {
    return this.#links > 0;
  }

  get isBold(): boolean {
    return this.#bold > 0;
  }

  has(name: string): boolean {
    return this.#placeOf(name) >= 0;
  }

  open(name: string, attributes: Attributes, isClosed: boolean): void {
    this.count += 1;
    if (ONCE.has(name) && (name === 'head' || this.has(name))) return;
    this.#endOthers(name);
    const element: OpenElement = {
      name,
      isBlock: BLOCKS.has(name),
      isHidden: isHidden(name, attributes),
      isLink: name === 'a' && attributes.raw('href') !== null,
      isBold: name === 'b' || name === 'strong',
      isEnded: false,
    };
    this.#push(element);
    this.#listener.opened(element, attributes);
    if (isClosed || VOID.has(name)) this.#popTo(this.#stack.length - 1);
  }

  close(name: string): void {
    if (ONCE.has(name) || VOID.has(name)) return;
    const place = this.#placeOf(name);
    if (place < 0) return;
    // A table ends what is open in its cells; what else is open there ends no more than that.
    const limit = TABLE_PARTS.has(name) ? this.#placeOf('table') : (this.#scopes.at(-1) ?? -1);
    if (limit > place && !(SCOPES.has(name) && !TABLE_PARTS.has(name))) return;
    const isAcrossBlocks = (this.#blocks.at(-1) ?? -1) > place;
    if (!isAcrossBlocks || BLOCKS.has(name) || SCOPES.has(name)) this.#popTo(place);
    else if (FORMATTING.has(name)) this.#end(place);
  }

  /** What a start tag ends by itself. */
  #endOthers(name: string): void {
    const foreign = Math.max(this.#placeOf('svg'), this.#placeOf('math'));
    if (ENDS_FOREIGN.has(name) && foreign >= 0 && this.#scopes.at(-1) === foreign) this.#popTo(foreign);
    const scope = this.#scopes.at(-1) ?? -1;
    if (ENDS_PARAGRAPH.has(name) && this.#placeOf('p') > scope) this.#popTo(this.#placeOf('p'));
    if (name === 'a' && this.#placeOf('a') > scope) this.close('a');
    const top = this.#stack.at(-1)?.name ?? '';
    if (HEADINGS.has(name) && HEADINGS.has(top)) this.#popTo(this.#stack.length - 1);
    const rule = ENDS[name];
    if (rule === undefined) return;
    const limit = Math.max(
      ...rule.within.map((around) => this.#placeOf(around)),
      name === 'li' || name[0] === 'd' ? scope : -1,
    );
    const place = Math.max(...rule.ends.map((other) => this.#placeOf(other)));
    if (place > limit) this.#popTo(place);
  }

  #placeOf(name: string): number {
    return this.#places.get(name)?.at(-1) ?? -1;
  }

  #push(element: OpenElement): void {
    const place = this.#stack.push(element) - 1;
    const places = this.#places.get(element.name);
    if (places === undefined) this.#places.set(element.name, [place]);
    else places.push(place);
    if (SCOPES.has(element.name)) this.#scopes.push(place);
    if (element.isBlock) this.#blocks.push(place);
    this.#count(element, 1);
  }

  #popTo(place: number): void {
    while (this.#stack.length > Math.max(place, 0)) {
      const element = this.#stack.pop() as OpenElement;
      if (!element.isEnded) {
        this.#places.get(element.name)?.pop();
        this.#count(element, -1);
      }
      if (SCOPES.has(element.name)) this.#scopes.pop();
      if (element.isBlock) this.#blocks.pop();
      this.#listener.closed(element);
    }
  }

  #end(place: number): void {
    const element = this.#stack[place];
    if (element === undefined) return;
    element.isEnded = true;
    this.#places.get(element.name)?.pop();
    this.#count(element, -1);
  }

  #count({ isHidden, isLink, isBold }: OpenElement, by: 1 | -1): void {
    if (isHidden) this.#hidden += by;
    if (isLink) this.#links += by;
    if (isBold) this.#bold += by;
  }
}

function isHidden(name: string, attributes: Attributes): boolean {
  if (HIDDEN.has(name)) return true;
  const hidden = attributes.raw('hidden');
  if (hidden !== null && hidden.toLowerCase() !== 'until-found') return true;
  if (name === 'dialog' && attributes.raw('open') === null) return true;
  const style = attributes.raw('style');
  return style !== null && STYLE.test(style.slice(0, 1000));
}
