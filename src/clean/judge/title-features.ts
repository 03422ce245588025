// What a line looks like as a headline, in figures: its shape, where it is, what is around it, and how many of its words the
// prose of the text uses. No phrase of any language is among them, but for what tells a byline and a date.

import { bylineIn } from '../byline.ts';
import type { Lexicon } from '../languages/lexicon.ts';
import type { Segment } from '../split/segment.ts';
import { stampKind } from '../stamp.ts';

/** The columns of a row, in their order. The weights belong to exactly these. */
export const TITLE_FEATURES = [
  'size',
  'length',
  'full',
  'asks',
  'initials',
  'shouted',
  'digits',
  'colon',
  'path',
  'comma',
  'quotes',
  'level1',
  'level',
  'bold',
  'marker',
  'gap',
  'wholeLine',
  'byline',
  'date',
  'shared',
  'sharedCount',
  'sharedRank',
  'soon',
  'soonRank',
  'rare',
  'rareRank',
  'inLaterLine',
  'holdsLater',
  'copies',
  'copiesAbove',
  'place',
  'fromTop',
  'toProse',
  'aboveProse',
  'toStretch',
  'aboveStretch',
  'nearest',
  'between',
  'largest',
  'bylineBelow',
  'bylineAbove',
  'dateBelow',
  'dateAbove',
  'size+1',
  'full+1',
  'size+2',
  'full+2',
  'size-1',
  'size-2',
  'tinyAbove',
  'tinyBelow',
  'proseAbove',
  'proseBelow',
  'longAbove',
] as const;

const COUNT = TITLE_FEATURES.length;

export type TitleFigures = {
  readonly count: number;
  /** The lines that may be a headline, and one row of `count` figures for each. */
  readonly lines: readonly number[];
  readonly rows: Float32Array;
};

const MAX_SIZE = 36;
const MAX_LENGTH = 240;
const MAX_SENTENCE = 20;
const PROSE_WORDS = 9;
const LONG_WORDS = 18;
/** Below the beginning of the story no headline is farther down, and above it only so many lines may be one. */
const MAX_BELOW = 12;
const MAX_CANDIDATES = 400;
/** Paragraphs behind a line that are looked at for its words. */
const SOON = 12;
const SOON_LINES = 60;
const NEAR = 12;

export function titleFiguresOf(
  segments: readonly Segment[],
  lexicon: Lexicon,
  mayBe: (segment: Segment) => boolean,
): TitleFigures {
  const page = new Page(segments, lexicon, mayBe);
  const { lines } = page;
  const rows = new Float32Array(lines.length * COUNT);
  const said = lines.map((line) => page.saidOf(line));
  const sharedRank = ranksOf(said.map(({ count }) => count));
  const soonRank = ranksOf(said.map(({ soon, size }) => soon * Math.min(size, 8)));
  const rareRank = ranksOf(said.map(({ rare }) => rare));
  const seen = new Map<string, number>();
  lines.forEach((line, k) => {
    const { dedupeKey } = segments[line] as Segment;
    const above = seen.get(dedupeKey) ?? 0;
    seen.set(dedupeKey, above + 1);
    const { shared, count, soon, rare } = said[k] as Said;
    rows.set(
      [
        ...shapeOf(segments[line] as Segment, page.kinds[line] ?? 0),
        shared,
        count,
        sharedRank[k] ?? 0,
        soon,
        soonRank[k] ?? 0,
        rare,
        rareRank[k] ?? 0,
        ...page.copiesOf(line),
        above,
        ...page.placeOf(line, k),
        ...page.aroundOf(line),
      ],
      k * COUNT,
    );
  });
  return { count: COUNT, lines, rows };
}

type Said = { shared: number; count: number; soon: number; rare: number; size: number };

const BYLINE = 1;
const DATE = 2;

class Page {
  readonly kinds: readonly number[];
  readonly lines: readonly number[];
  readonly #segments: readonly Segment[];
  readonly #isProse: readonly boolean[];
  readonly #first: number;
  readonly #stretch: number;
  readonly #terms: readonly (ReadonlySet<string> | null)[];
  readonly #inProse = new Map<string, number>();
  readonly #paragraphs: number;
  readonly #copies = new Map<string, number>();
  /** Candidates of some length up to a line. */
  readonly #longUntil: Uint32Array;

  constructor(segments: readonly Segment[], lexicon: Lexicon, mayBe: (segment: Segment) => boolean) {
    this.#segments = segments;
    this.#isProse = segments.map(({ shape }) => shape.ending === 'full' && shape.size >= PROSE_WORDS);
    this.#paragraphs = this.#isProse.filter(Boolean).length;
    this.#first = this.#isProse.indexOf(true);
    this.#stretch = stretchOf(segments, this.#isProse);
    const end =
      this.#first === -1
        ? 0
        : Math.min(segments.length, Math.max(this.#first, this.#stretch) + MAX_BELOW + 1);
    const lines: number[] = [];
    for (let line = 0; line < end; line += 1)
      if (mayHead(segments[line] as Segment) && mayBe(segments[line] as Segment)) lines.push(line);
    this.lines = lines.slice(-MAX_CANDIDATES);
    this.#terms = segments.map(({ text }, line) => (this.#isProse[line] ? termsOf(text) : null));
    for (const terms of this.#terms)
      for (const term of terms ?? []) this.#inProse.set(term, (this.#inProse.get(term) ?? 0) + 1);
    for (const { dedupeKey } of segments) this.#copies.set(dedupeKey, (this.#copies.get(dedupeKey) ?? 0) + 1);
    const from = (this.lines[0] ?? 0) - 8;
    this.kinds = segments.map((segment, line) =>
      line >= from && line < end + 8 ? kindOf(segment, lexicon) : 0,
    );
    this.#longUntil = new Uint32Array(segments.length + 1);
    const long = new Set(this.lines.filter((line) => this.#sizeAt(line) > 3));
    for (let line = 0; line < segments.length; line += 1)
      this.#longUntil[line + 1] = (this.#longUntil[line] ?? 0) + Number(long.has(line));
  }

  /** How much of a line the prose says again, how much of it soon, and how much of what it says seldom. */
  saidOf(line: number): Said {
    const own = termsOf(this.#segments[line]?.text ?? '');
    const soon = new Set<string>();
    for (let at = line + 1, looked = 0; at <= line + SOON_LINES && looked < SOON; at += 1) {
      const terms = this.#terms[at];
      if (terms === null || terms === undefined) continue;
      looked += 1;
      for (const term of own) if (terms.has(term)) soon.add(term);
    }
    const said = { shared: 0, count: 0, soon: 0, rare: 0, size: own.size };
    for (const term of own) {
      const times = this.#inProse.get(term) ?? 0;
      if (times === 0) continue;
      said.shared += 1 / own.size;
      said.count += Math.log1p(times);
      said.rare += Math.log1p(times) * Math.log((this.#paragraphs + 1) / times);
    }
    said.soon = own.size === 0 ? 0 : soon.size / own.size;
    return said;
  }

  /** Is it a part of a line below, or a line below a part of it; and how many copies it has. */
  copiesOf(line: number): number[] {
    const key = this.#segments[line]?.dedupeKey ?? '';
    let isPart = 0;
    let holds = 0;
    for (let at = line + 1; at <= line + SOON_LINES && key.length > NEAR; at += 1) {
      const other = this.#segments[at]?.dedupeKey ?? '';
      if (other.length > key.length && other.includes(key)) isPart = 1;
      if (other.length > NEAR && other.length < key.length && key.endsWith(other)) holds = 1;
    }
    return [isPart, holds, (this.#copies.get(key) ?? 1) - 1];
  }

  placeOf(line: number, at: number): number[] {
    const between = Math.max(0, (this.#longUntil[this.#stretch] ?? 0) - (this.#longUntil[line + 1] ?? 0));
    const size = this.#sizeAt(line);
    let largest = 1;
    for (let k = at - NEAR; k <= at + NEAR; k += 1) {
      const other = this.lines[k];
      if (other !== undefined && Math.abs(other - line) <= NEAR && this.#sizeAt(other) > size) largest = 0;
    }
    return [
      line / this.#segments.length,
      Math.log1p(line),
      signedLog(this.#first - line),
      Number(line < this.#first),
      signedLog(this.#stretch - line),
      Number(line < this.#stretch),
      Number(between === 0 && line < this.#stretch),
      Math.log1p(between),
      largest,
    ];
  }

  aroundOf(line: number): number[] {
    const has = (from: number, to: number, kind: number): number => {
      for (let at = line + from; at <= line + to; at += 1) if (this.kinds[at] === kind) return 1;
      return 0;
    };
    const share = (from: number, to: number, test: (at: number) => boolean): number => {
      let sum = 0;
      let all = 0;
      for (let at = Math.max(0, line + from); at <= line + to && at < this.#segments.length; at += 1) {
        all += 1;
        if (test(at)) sum += 1;
      }
      return all === 0 ? 0 : sum / all;
    };
    const isTiny = (at: number): boolean => this.#sizeAt(at) <= 3;
    const isProse = (at: number): boolean => this.#isProse[at] === true;
    const isFull = (at: number): number => Number(this.#segments[at]?.shape.ending === 'full');
    return [
      has(1, 4, BYLINE),
      has(-4, -1, BYLINE),
      has(1, 5, DATE),
      has(-5, -1, DATE),
      Math.log1p(this.#sizeAt(line + 1)),
      isFull(line + 1),
      Math.log1p(this.#sizeAt(line + 2)),
      isFull(line + 2),
      Math.log1p(this.#sizeAt(line - 1)),
      Math.log1p(this.#sizeAt(line - 2)),
      share(-8, -1, isTiny),
      share(1, 8, isTiny),
      share(-10, -1, isProse),
      share(1, 10, isProse),
      share(-10, -1, (at) => this.#sizeAt(at) > 4),
    ];
  }

  #sizeAt(line: number): number {
    return this.#segments[line]?.shape.size ?? 0;
  }
}

function mayHead({ shape, text, columns }: Segment): boolean {
  if (shape.size > MAX_SIZE || text.length > MAX_LENGTH || columns || shape.ending === 'cut') return false;
  if (shape.ending === 'full' && shape.size >= MAX_SENTENCE) return false;
  return /\p{L}{2}|\p{Lo}/u.test(text);
}

function shapeOf(segment: Segment, kind: number): number[] {
  const { text, shape, level, marker } = segment;
  const words = text.split(/\s+/);
  const letters = text.replace(/[^\p{L}]/gu, '');
  return [
    Math.log1p(shape.size),
    Math.log1p(text.length),
    Number(shape.ending === 'full'),
    Number(shape.ending === 'question'),
    words.filter((word) => /^\p{Lu}/u.test(word)).length / words.length,
    Number(letters.length > 3 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()),
    (text.match(/\p{N}/gu)?.length ?? 0) / text.length,
    Number(/[:：]/.test(text)),
    Number(/[|›»•·>→]|\s\/\s/.test(text)),
    Number(text.includes(',')),
    Number(/["“„«]/.test(text)),
    Number(level === 1),
    level,
    Number(segment.bold),
    Number(marker !== null),
    Math.min(segment.gap, 3),
    Number(segment.opensLine && segment.closesLine),
    Number(kind === BYLINE),
    Number(kind === DATE),
  ];
}

function kindOf({ text, shape, normalized }: Segment, lexicon: Lexicon): number {
  if (shape.size > MAX_BELOW + 4) return 0;
  if (bylineIn(text, lexicon) !== null) return BYLINE;
  return /\p{N}/u.test(text) && stampKind(normalized, lexicon) !== null ? DATE : 0;
}

/** Where the stretch begins that holds most prose for the other lines in it. */
function stretchOf(segments: readonly Segment[], isProse: readonly boolean[]): number {
  let best = -1;
  let found = 0;
  let run = 0;
  let from = 0;
  segments.forEach(({ shape }, line) => {
    if (run <= 0) {
      run = 0;
      from = line;
    }
    run += isProse[line] ? shape.size : shape.size >= LONG_WORDS ? shape.size / 2 : -4;
    if (run > best) {
      best = run;
      found = from;
    }
  });
  return found;
}

function ranksOf(values: readonly number[]): number[] {
  const ranks = new Array<number>(values.length).fill(0);
  const sorted = values.map((value, k) => ({ value, k })).sort((a, b) => b.value - a.value);
  for (const [rank, { k }] of sorted.entries()) ranks[k] = rank;
  return ranks;
}

const signedLog = (value: number): number => Math.sign(value) * Math.log1p(Math.abs(value));

const TERM = /[\p{L}\p{N}]{4,}|\p{Lo}{2}/gu;
const MAX_TERM = 12;

function termsOf(text: string): Set<string> {
  return new Set(
    text
      .toLowerCase()
      .match(TERM)
      ?.map((word) => word.slice(0, MAX_TERM)),
  );
}
