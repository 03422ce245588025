// Which lines of a page belong to its story: one score, learnt from real pages (weights.gen.ts; `npm run learn`). It speaks
// only where it is sure that there is a page around the story, so a report without clutter is left alone.

import type { Segment } from '../split/segment.ts';
import { cellsIn } from '../split/tables.ts';
import { FEATURES, featuresOf } from './features.ts';
import { type Model, readModel } from './trees.ts';
import { WEIGHTS } from './weights.gen.ts';

/** What the judge says of a segment that is not of the story. */
export type Clutter = {
  readonly segment: Segment;
  /** From `SURE` to 1. */
  readonly confidence: number;
  /** The strongest signals, in words. */
  readonly evidence: string;
};

export type Judge = (segments: readonly Segment[]) => readonly Clutter[];

/**
 * A cut needs at least this confidence. Chosen by folds of sites: at .85, pages of sites that were not learnt from keep
 * .96 of their true passages.
 */
export const SURE = 0.85;
/** This many lines of at least `CERTAIN` are a page around a story; a report by itself has fewer. */
const MIN_CLUTTER = 16;
const CERTAIN = 0.95;
/** More would cost too much time; such a text is not judged. */
const MAX_SEGMENTS = 5000;

export function createJudge(model: Model): Judge {
  const oddsOf = readModel(model);
  return (segments) => {
    // Nearly all clutter is short. Most reports have few short lines without a label, and need no closer look.
    if (segments.length > MAX_SEGMENTS || segments.filter(isLoose).length < MIN_CLUTTER) return [];
    const { rows, count } = featuresOf(segments);
    // The rows of a table are alike, and lines of its own kind are around each.
    const cells = cellsIn(segments);
    const found: Clutter[] = [];
    segments.forEach((segment, line) => {
      const confidence = 1 / (1 + Math.exp(oddsOf(rows, count, line)));
      if (confidence < SURE || cells.has(segment)) return;
      const row = rows.subarray(line * count, (line + 1) * count);
      found.push({ segment, confidence, evidence: describe(row, confidence) });
    });
    return found.filter(({ confidence }) => confidence >= CERTAIN).length >= MIN_CLUTTER ? found : [];
  };
}

const isLoose = ({ shape, verdict }: Segment): boolean =>
  verdict === null && (shape.ending !== 'full' || shape.size < 9);

export const judge: Judge = createJudge(WEIGHTS);

const AT = Object.fromEntries(FEATURES.map((name, at) => [name, at]));
const LITTLE = 0.2;

function describe(row: Float32Array, confidence: number): string {
  const has = (name: string): boolean => (row[AT[name] ?? -1] ?? 0) > 0;
  const signals = [
    has('tiny') ? 'at most three words' : has('full') ? 'sentences' : 'a line without a full stop',
    has('isBefore') ? 'above the story' : has('isAfter') ? 'below the story' : 'between parts of the story',
    ...((row[AT['cohesion'] ?? -1] ?? 0) < LITTLE ? ['with other words than the story'] : []),
    ...(has('repeated') ? ['more than once on the page'] : []),
  ];
  return `${signals.join(', ')} (${Math.floor(confidence * 100)} % sure)`;
}
