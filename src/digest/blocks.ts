// The running text of a story as it is laid out: the cells of a table's rows.

import type { Report } from '../clean/index.ts';
import { toSingleLine } from './line.ts';

type Raw = Report['sections'][number];

export type Block = {
  readonly kind: Raw['blocks'][number]['kind'];
  readonly text: string;
  /** Of an item of a numbered list. */
  readonly number?: number;
  /** Of a row of a table: as many as in the rows next to it. A row without them is a line of its own. */
  readonly cells?: readonly string[];
  /** The first row of a table, when it names the columns. */
  readonly isHead?: true;
  /** Drawn together with the block before it: items of one list, rows of one table. */
  readonly joins?: true;
};
export type Section = { readonly heading: string | null; readonly blocks: readonly Block[] };

export const composeSections = (sections: readonly Raw[]): Section[] =>
  sections.map((section) => ({
    heading: section.heading === null ? null : headingOf(section.heading, section.number),
    blocks: join(layTables(section.blocks.map(composeBlock))),
  }));

const headingOf = (text: string, number: number | undefined): string =>
  toSingleLine(number === undefined ? text : `${number}. ${text}`);

function composeBlock({ kind, text, number }: Raw['blocks'][number]): Block {
  return {
    kind,
    text: toSingleLine(text),
    ...(number === undefined ? {} : { number }),
    ...(kind === 'row' ? { cells: cellsOf(text) } : {}),
  };
}

/** `| a | b |`, or columns set apart by tabs or wide gaps. */
function cellsOf(row: string): string[] {
  const line = row.trim();
  const parts = line.includes('|') ? line.replace(/^\||\|$/g, '').split('|') : line.split(/\t+| {2,}/);
  return parts.map(toSingleLine);
}

/** A table is at least two rows of as many cells. The line `|---|---|` is drawn, not printed: it has no word. */
function layTables(blocks: readonly Block[]): Block[] {
  const laid: Block[] = [];
  blocks.forEach((block, index) => {
    if (block.cells === undefined) {
      laid.push(block);
      return;
    }
    if (isLine(block) && isRowLike(block, blocks[index - 1])) return;
    const { cells, ...line } = block;
    const next = blocks[index + 1];
    if (!isRowLike(block, next) && !isRowLike(block, blocks[index - 1])) laid.push(line);
    else if (next !== undefined && isLine(next) && isRowLike(block, next))
      laid.push({ ...block, isHead: true });
    else laid.push(block);
  });
  return laid;
}

const isRowLike = (row: Block, other: Block | undefined): boolean =>
  (row.cells?.length ?? 0) > 1 && row.cells?.length === other?.cells?.length;

const isLine = ({ cells = [] }: Block): boolean => cells.every((cell) => /^:?-+:?$/.test(cell));

const JOINED: readonly Block['kind'][] = ['list-item', 'quote', 'row', 'editor'];

const join = (blocks: readonly Block[]): Block[] =>
  blocks.map((block, index) => {
    const before = blocks[index - 1];
    const isMore =
      JOINED.includes(block.kind) &&
      before?.kind === block.kind &&
      before.cells?.length === block.cells?.length &&
      isNext(before, block) &&
      !block.isHead;
    return isMore ? { ...block, joins: true } : block;
  });

/** Numbers of one list count on; a list without numbers has none. */
const isNext = (before: Block, { number }: Block): boolean =>
  number === undefined ? before.number === undefined : before.number === number - 1;

/** @returns the blocks that are drawn together, each time the first of them and what joins it. */
export function runsOf(blocks: readonly Block[]): (readonly [Block, ...Block[]])[] {
  const runs: [Block, ...Block[]][] = [];
  for (const block of blocks) {
    if (block.joins) runs.at(-1)?.push(block);
    else runs.push([block]);
  }
  return runs;
}
