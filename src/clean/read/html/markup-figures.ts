// What the markup of a page says of a line, in figures, for the judge. Nothing here knows a phrase.

/** A block around a line. */
export type Container = {
  /** Its name in lower case, such as `div`. */
  readonly tag: string;
  /** The words of its `class` and `id`, in lower case: `post-body__text` has three. At most 24. */
  readonly words: readonly string[];
  /** Lines in it, at any depth. */
  readonly lines: number;
  /** Words in it (see `sizeOf` in shape.ts). */
  readonly size: number;
  /** Share of its characters that are inside links, 0 to 1. */
  readonly linked: number;
  /** Share of its words that are in prose: in lines of nine words or more with a full stop at their end. */
  readonly prose: number;
};

export type MarkupFigures = {
  /** The innermost block around the line: `p`, `h2`, `li`, `td`, `figcaption`, `div` … */
  readonly tag: string;
  /** The words of the `class` and `id` of that block, then of the innermost element at the line's beginning. */
  readonly words: readonly string[];
  /** Share of the segment's own characters that are inside links (`<a href>`), and in bold, 0 to 1. */
  readonly linked: number;
  readonly bold: number;
  /** Level of the heading that it is in, 1 to 6, or 0. */
  readonly level: number;
  /** It is the first line of a list item. */
  readonly isItem: boolean;
  /** It is in a table of data: one with headers, or with at least three rows of two cells, mostly without links. */
  readonly isCell: boolean;
  /** Names of the parts of the page around it, each once: `article`, `nav`, `aside`, `footer`, `figure`, `ul` … */
  readonly inside: readonly string[];
  /** Blocks between it and the root. */
  readonly depth: number;
  /**
   * Its containers, one to four steps up. A step goes to the next block that holds more lines, so wrappers of one block do not
   * count. Fewer near the root.
   */
  readonly around: readonly Container[];
  /**
   * 0 inside the main container, else 1 more than the steps up to the nearest block around the main container. That
   * container is the block with most words of prose in its children; words in their children count half.
   */
  readonly toMain: number;
  /** All lines of the page whose innermost block has the same tag and class: their number, and as for a container. */
  readonly alike: Omit<Container, 'tag' | 'words'>;
};
