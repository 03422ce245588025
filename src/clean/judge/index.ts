// Which lines of a page belong to its story: one score, learnt from real pages (weights.gen.ts; `npm run learn`). It speaks
// only where it is sure that there is a page around the story, so a report without clutter is left alone.

import type { Segment } from '../split/segment.ts';
import { cellsIn } from '../split/tables.ts';
import { FEATURES, featuresOf } from './features.ts';
import { type Model, readModel } from './trees.ts';
import { WEIGHTS } from './weights.gen.ts';

/** What the judge thinks of a page, once for each segment. */
export type Judgement = {
  /** There is a page around the story. Without one the judge cuts nothing by itself. */
  readonly isPage: boolean;
  /** How sure the judge is that a segment, or a part of one, is page clutter: from 0 to 1. */
  readonly confidenceOf: (segment: Segment) => number;
  /** The strongest signals, in words. */
  readonly evidenceOf: (segment: Segment) => string;
};

export type Judge = (segments: readonly Segment[]) => Judgement;

/**
 * A cut needs at least this confidence. Chosen by folds of sites: at .85, pages of sites that were not learnt from keep
 * .96 of their true passages.
 */
export const SURE = 0.85;
/** A cut below this is marked doubtful, and so is a passage of a page that is printed at `DOUBT` or more. */
const SAFE = 0.9;
const DOUBT = 0.5;
/** This many lines of at least `CERTAIN` are a page around a story; a report by itself has fewer. */
const MIN_CLUTTER = 16;
const CERTAIN = 0.95;
/** More would cost too much time; such a text is not judged. */
const MAX_SEGMENTS = 5000;

export function createJudge(model: Model): Judge {
  const oddsOf = readModel(model);
  return (segments) => {
    let opinions: Opinions | null = null;
    const read = (): Opinions => {
      opinions ??= segments.length > MAX_SEGMENTS ? NONE : readOpinions(segments, oddsOf);
      return opinions;
    };
    const lineOf = ({ start }: Segment): number => lastAt(segments, start);
    return {
      // Nearly all clutter is short. Most reports have few short lines without a label, and need no closer look.
      isPage:
        segments.filter(isLoose).length >= MIN_CLUTTER &&
        read().confidences.filter((confidence) => confidence >= CERTAIN).length >= MIN_CLUTTER,
      confidenceOf: (segment) => read().confidences[lineOf(segment)] ?? 0,
      evidenceOf: (segment) => {
        const { rows, count, confidences } = read();
        const line = lineOf(segment);
        return describe(rows.subarray(line * count, (line + 1) * count), confidences[line] ?? 0);
      },
    };
  };
}

/** An editor should look at it: it was cut with hardly enough confidence, or printed with hardly too little. */
export const isDoubtful = (confidence: number, isCut: boolean): boolean =>
  isCut ? confidence < SAFE : confidence >= DOUBT;

type Opinions = {
  readonly rows: Float32Array;
  readonly count: number;
  readonly confidences: Float64Array;
};

const NONE: Opinions = { rows: new Float32Array(), count: 0, confidences: new Float64Array() };

function readOpinions(segments: readonly Segment[], oddsOf: ReturnType<typeof readModel>): Opinions {
  const { rows, count } = featuresOf(segments);
  // The rows of a table are alike, and lines of its own kind are around each.
  const cells = cellsIn(segments);
  const confidences = Float64Array.from(segments, (segment, line) =>
    cells.has(segment) ? 0 : 1 / (1 + Math.exp(oddsOf(rows, count, line))),
  );
  return { rows, count, confidences };
}

/** The last segment that begins at an offset or before it: a part lies in the one that it was cut from. */
function lastAt(segments: readonly Segment[], start: number): number {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((segments[middle] as Segment).start <= start) low = middle + 1;
    else high = middle;
  }
  return low - 1;
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
