// A piece of the page that the rules decide about: a line, or what was glued to it.

import type { Decision, DropReason, PrintedRole, Repeat, Span } from '../ledger/passage.ts';
import type { MarkupFigures } from '../read/html/markup-figures.ts';
import type { Shape } from '../shape.ts';

export type Segment = {
  /** Offsets into the page's text, without the marker and without white space at the ends. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly dedupeKey: string;
  /** See lineForm. */
  readonly normalized: string;
  readonly shape: Shape;
  readonly marker: Marker | null;
  /** Markup says that this is a heading: 1 to 6, or 0. */
  readonly level: number;
  /** The whole segment stands in bold. */
  readonly bold: boolean;
  /** What the HTML around it says; null for a text. */
  readonly markup: MarkupFigures | null;
  /** It begins, and ends, with a line of the page; false where it was glued. */
  readonly opensLine: boolean;
  readonly closesLine: boolean;
  /** Blank lines before it. */
  readonly gap: number;
  /** Tabs or wide gaps divide it into columns. */
  readonly columns: boolean;
  verdict: Verdict | null;
};

/** What stands before the text, and says what it is. */
export type Marker =
  | { readonly kind: 'heading'; readonly level: number }
  | { readonly kind: 'bullet' | 'quote' }
  | { readonly kind: 'sign'; readonly arrow: boolean }
  /** `start` is where the text begins if the marker turns out to be text. */
  | { readonly kind: 'number'; readonly value: number; readonly start: number }
  | { readonly kind: 'question' | 'answer' | 'dash'; readonly start: number };

/** What a rule decides of a segment. */
export type Verdict =
  | (Decision & { readonly role: PrintedRole; readonly repeat?: Repeat })
  | (Decision & {
      readonly role: 'dropped';
      readonly reason: DropReason;
      /** The segment that stays, or a part of it. */
      readonly copy?: Segment;
      readonly copySpan?: Span;
    });
