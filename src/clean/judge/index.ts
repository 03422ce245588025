// Which lines of a page belong to its story: one score, learnt from real pages (weights.gen.ts; `npm run learn`). It speaks
// only where it is sure that there is a page around the story, so a report without clutter is left alone.

import type { Segment } from '../split/segment.ts';
import { columnsOf, judgedIn, type Kind, readColumns } from './columns.ts';
import type { Features } from './features.ts';
import { withStretch } from './stretch.ts';
import { type Model, type Odds, readModel } from './trees.ts';
import { ENGLISH } from './weights/english.gen.ts';
import { SHAPES } from './weights/shapes.gen.ts';
import { NO_WORDS, readWordTable, type WordTable } from './words.ts';

/** What the judge thinks of a page, once for each segment. */
export type Judgement = {
  /** There is a page around the story. Without one the judge cuts nothing by itself. */
  readonly isPage: boolean;
  /** How sure the judge is that a segment, or a part of one, is page clutter: from 0 to 1. */
  readonly confidenceOf: (segment: Segment) => number;
  /** The strongest signals, in words. */
  readonly evidenceOf: (segment: Segment) => string;
};

/** @param lang ISO 639-1. */
export type Judge = (segments: readonly Segment[], lang: string) => Judgement;

/** A cut needs at least this confidence. README.md says how it was chosen. */
export const SURE = 0.8;
/** A cut below this is marked doubtful, and so is a passage of a page that is printed at `DOUBT` or more. */
const SAFE = 0.85;
const DOUBT = 0.5;
/** Lines of clutter are counted from this confidence on. */
const CERTAIN = 0.95;
/** More would cost too much time; such a text is not judged. */
const MAX_SEGMENTS = 5000;

type Reader = {
  readonly kind: Kind;
  readonly oddsOf: Odds;
  readonly words: WordTable;
};

/** So many lines of clutter are a page around a story; a report alone has fewer. HTML tells them better than a text. */
const MIN_CLUTTER = { text: 16, html: 5 };
/** Longer lines do not count for that: a list of references below an article looks like clutter, too. */
const MAX_CLUTTER = 8;
/** Log-odds by which each model is held back: shapes alone know less than words. */
const CAUTION: Readonly<Record<Kind, number>> = { shapes: 0.3, words: 0, markup: 0 };

/** Texts: by their words too, where the words of their language were learnt. */
export function createTextJudge(shapes: Model, english: Model): Judge {
  const any = memo(() => createReader('shapes', shapes));
  const words = memo(() => createReader('words', english));
  return (segments, lang) => createJudgement(segments, MIN_CLUTTER.text, lang === 'en' ? words : any);
}

export function createHtmlJudge(model: Model): Judge {
  const reader = memo(() => createReader('markup', model));
  return (segments) => createJudgement(segments, MIN_CLUTTER.html, reader);
}

const createReader = (kind: Kind, model: Model): Reader => ({
  kind,
  oddsOf: readModel(model),
  words: model.words === undefined ? NO_WORDS : readWordTable(model.words),
});

/** A model is unpacked when it is first needed. */
function memo<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function createJudgement(segments: readonly Segment[], minClutter: number, reader: () => Reader): Judgement {
  const read = memo(() => readOpinions(segments.length > MAX_SEGMENTS ? [] : segments, reader()));
  const isPage = (): boolean => {
    const { judged, confidences } = read();
    const isClutter = ({ shape }: Segment, line: number): boolean =>
      shape.size <= MAX_CLUTTER && (confidences[line] ?? 0) >= CERTAIN;
    return judged.filter(isClutter).length >= minClutter;
  };
  return {
    // Nearly all clutter is short. Most reports have few short lines without a label, and need no closer look.
    isPage: segments.filter(isLoose).length >= minClutter && isPage(),
    confidenceOf: (segment) => {
      const { judged, confidences } = read();
      return confidences[lineOf(judged, segment)] ?? 0;
    },
    evidenceOf: (segment) => {
      const { judged, rows, count, confidences, kind } = read();
      const line = lineOf(judged, segment);
      return describe(kind, rows.subarray(line * count, (line + 1) * count), confidences[line] ?? 0);
    },
  };
}

/** An editor should look at it: it was cut with hardly enough confidence, or printed with hardly too little. */
export const isDoubtful = (confidence: number, isCut: boolean): boolean =>
  isCut ? confidence < SAFE : confidence >= DOUBT;

type Opinions = Features & {
  readonly kind: Kind;
  readonly judged: readonly Segment[];
  /** Of each judged segment. */
  readonly confidences: Float64Array;
};

function readOpinions(segments: readonly Segment[], { kind, oddsOf, words }: Reader): Opinions {
  const judged = judgedIn(segments);
  const columns = readColumns(kind, judged, words);
  const odds = Float64Array.from(judged, (_, line) => oddsOf(columns.rows, columns.count, line));
  const placed = kind === 'words' ? withStretch(odds, columns.sizes) : odds;
  const confidences = placed.map((value) => 1 / (1 + Math.exp(value + CAUTION[kind])));
  return { ...columns, kind, judged, confidences };
}

/** The line that a segment is, or was cut from; -1 for one that is not judged. */
function lineOf(judged: readonly Segment[], { start }: Segment): number {
  let low = 0;
  let high = judged.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((judged[middle] as Segment).start <= start) low = middle + 1;
    else high = middle;
  }
  const found = judged[low - 1];
  return found !== undefined && start < found.end ? low - 1 : -1;
}

const isLoose = ({ shape, verdict }: Segment): boolean =>
  verdict === null && (shape.ending !== 'full' || shape.size < 9);

export const judge: Judge = createTextJudge(SHAPES, ENGLISH);

const LITTLE = 0.2;
const MOST = 0.8;

function describe(kind: Kind, row: Float32Array, confidence: number): string {
  const names = columnsOf(kind);
  const figure = (name: string): number => row[names.indexOf(name)] ?? 0;
  const has = (name: string): boolean => figure(name) > 0;
  const signals = [
    has('tiny') ? 'at most three words' : has('full') ? 'sentences' : 'a line without a full stop',
    has('isBefore') ? 'above the story' : has('isAfter') ? 'below the story' : 'between parts of the story',
    ...(figure('linked') > MOST ? ['all its words are links'] : []),
    ...PARTS.filter(([name]) => has(`inside:${name}`)).map(([, words]) => words),
    ...(figure('cohesion') < LITTLE ? ['with other words than the story'] : []),
    ...(has('repeated') ? ['more than once on the page'] : []),
  ];
  return `${signals.join(', ')} (${Math.floor(confidence * 100)} % sure)`;
}

const PARTS = [
  ['nav', 'in the navigation'],
  ['header', 'in the head of the page'],
  ['footer', 'in the foot of the page'],
  ['aside', 'in a side column'],
  ['form', 'in a form'],
] as const;
