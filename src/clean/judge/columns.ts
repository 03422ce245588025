// The figures that a model is given of each line: always its shape, then what its words or its markup say, by the kind of
// model. The weights of a model belong to exactly these columns.

import type { Segment } from '../split/segment.ts';
import { cellsIn } from '../split/tables.ts';
import { FEATURES, type Features, featuresOf } from './features.ts';
import { MARKUP_FEATURES, markupRows } from './markup-features.ts';
import { termsOf, WORD_FEATURES, type WordTable, wordRows } from './words.ts';

/** Of any text; of a text in a language whose words were learnt; of HTML. */
export type Kind = 'shapes' | 'words' | 'markup';

export const columnsOf = (kind: Kind): readonly string[] => {
  if (kind === 'words') return [...FEATURES, ...WORD_FEATURES];
  return kind === 'markup' ? [...FEATURES, ...MARKUP_FEATURES] : FEATURES;
};

/** All but the cells of tables: rows are alike, as menus are, and a table parts lines that belong together. */
export function judgedIn(segments: readonly Segment[]): readonly Segment[] {
  const cells = cellsIn(segments);
  return cells.size === 0 ? segments : segments.filter((segment) => !cells.has(segment));
}

/** @param words of the model of that kind. */
export function readColumns(kind: Kind, segments: readonly Segment[], words: WordTable): Features {
  const shapes = featuresOf(segments);
  if (kind === 'shapes') return shapes;
  return kind === 'words'
    ? addColumns(
        shapes,
        wordRows(
          segments.map(({ text }) => termsOf(text)),
          words,
        ),
        WORD_FEATURES.length,
      )
    : addColumns(shapes, markupRows(segments.map(({ markup }) => markup)), MARKUP_FEATURES.length);
}

/** @param more rows of `width` figures. */
export function addColumns(features: Features, more: Float32Array, width: number): Features {
  const lines = features.sizes.length;
  const count = features.count + width;
  const rows = new Float32Array(lines * count);
  for (let line = 0; line < lines; line += 1) {
    rows.set(features.rows.subarray(line * features.count, (line + 1) * features.count), line * count);
    rows.set(more.subarray(line * width, (line + 1) * width), line * count + features.count);
  }
  return { ...features, rows, count };
}
