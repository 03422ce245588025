// What a line of a page looks like, in figures: its shape, that of its neighbours, how much prose is before and behind
// it, and how many of its words the prose of the page uses. No phrase of any language is among them.

import { COMMA, COPYRIGHT, LOWER, QUESTION, QUOTE, readCharacters, SEPARATOR, UPPER } from './characters.ts';

/** A line, or what was glued to it. `gap`: blank lines before it. */
export type Line = { readonly text: string; readonly gap: number };

export type Features = {
  readonly count: number;
  /** One row of `count` figures for each line. */
  readonly rows: Float32Array;
  /** Words of each line, as its weight. */
  readonly sizes: Float32Array;
};

const OWN = [
  'size',
  'full',
  'prose',
  'long',
  'capitals',
  'digits',
  'marks',
  'comma',
  'cohesion',
  'repeated',
  'gap',
  'tiny',
  'colon',
  'asks',
  'separators',
  'address',
  'quotes',
  'shouted',
  'dated',
  'copyright',
] as const;
/** What is looked at of the neighbours one and two lines away. */
const NEAR = ['size', 'full', 'prose', 'cohesion', 'gap', 'capitals', 'tiny'] as const;
const AWAY = [-2, -1, 1, 2] as const;
/** Means over windows of lines. */
const WINDOWS = [
  [-3, -1],
  [1, 3],
  [-8, -1],
  [1, 8],
  [-20, -1],
  [1, 20],
] as const;
const MEANS = ['mass', 'prose', 'tiny', 'cohesion', 'size'] as const;
const PLACE = [
  'place',
  'placeFromEnd',
  'first',
  'proseBefore',
  'proseAfter',
  'proseAround',
  'noneBefore',
  'noneAfter',
  'inDensest',
  'beforeDensest',
  'afterDensest',
  'isBefore',
  'isAfter',
  'sinceProse',
  'untilProse',
  'littleProse',
  'denseTiny',
  'denseSize',
  'afterProseLine',
  'beforeProseLine',
  'cohesiveProse',
  'denseCohesion',
  'afterCohesion',
  'denseRepeat',
] as const;

/** The columns of a row, in their order. The weights belong to exactly these. */
export const FEATURES: readonly string[] = [
  ...OWN,
  ...AWAY.flatMap((away) => [...NEAR.map((name) => `${name}@${away}`), `none@${away}`]),
  ...WINDOWS.flatMap(([from, to]) => MEANS.map((name) => `${name}@${from}..${to}`)),
  ...PLACE,
];

const COUNT = FEATURES.length;
const PROSE_WORDS = 9;
const LONG_WORDS = 18;

type Shape = {
  readonly own: Float32Array;
  readonly size: number;
  readonly isProse: boolean;
  /** Prose counts whole, another long line half. */
  readonly mass: number;
  readonly terms: ReadonlySet<string>;
};

export function featuresOf(lines: readonly Line[]): Features {
  const shapes = readShapes(lines);
  const n = shapes.length;
  const rows = new Float32Array(n * COUNT);
  const sizes = Float32Array.from(shapes, ({ size }) => size);
  const place = new Places(shapes);
  const sums = MEANS.map((name) => runningSum(shapes, name));
  for (let i = 0; i < n; i += 1) {
    let at = i * COUNT;
    const { own, isProse } = shapes[i] as Shape;
    rows.set(own, at);
    at += OWN.length;
    for (const away of AWAY) {
      const other = shapes[i + away]?.own;
      for (const name of NEAR) rows[at++] = other?.[OWN_AT[name]] ?? 0;
      rows[at++] = other === undefined ? 1 : 0;
    }
    for (const [from, to] of WINDOWS) {
      const a = Math.max(0, i + from);
      const b = Math.min(n - 1, i + to);
      MEANS.forEach((name, k) => {
        const sum = sums[k] as Float64Array;
        const mean = b < a ? 0 : ((sum[b + 1] ?? 0) - (sum[a] ?? 0)) / (b - a + 1);
        rows[at++] = name === 'mass' ? Math.log1p(mean) : mean;
      });
    }
    rows.set(place.row(i, own, isProse), at);
  }
  return { count: COUNT, rows, sizes };
}

const OWN_AT = Object.fromEntries(OWN.map((name, at) => [name, at])) as Record<(typeof OWN)[number], number>;

function readShapes(lines: readonly Line[]): Shape[] {
  const seen = new Map<string, number>();
  const drafts = lines.map(({ text }) => {
    const key = text.toLowerCase();
    seen.set(key, (seen.get(key) ?? 0) + 1);
    return { key, ...readLine(text, key) };
  });
  const inProse = new Map<string, number>();
  for (const { isProse, terms } of drafts)
    if (isProse) for (const term of terms) inProse.set(term, (inProse.get(term) ?? 0) + 1);
  return drafts.map(({ key, size, isProse, terms, own }, i) => {
    let known = 0;
    for (const term of terms) if ((inProse.get(term) ?? 0) > (isProse ? 1 : 0)) known += 1;
    own[OWN_AT.cohesion] = terms.size === 0 ? 0 : known / terms.size;
    own[OWN_AT.repeated] = Number((seen.get(key) ?? 0) > 1);
    own[OWN_AT.gap] = Math.min(lines[i]?.gap ?? 0, 3);
    return { own, size, isProse, mass: isProse ? size : size >= LONG_WORDS ? size / 2 : 0, terms };
  });
}

/** The figures that a line has by itself. */
function readLine(text: string, lower: string) {
  const seen = readCharacters(text, lower);
  const size = Math.max(seen.words, seen.unspaced / UNSPACED_PER_WORD);
  const isFull = FULL_STOP.test(text.slice(-8));
  const isProse = isFull && size >= PROSE_WORDS;
  const own = new Float32Array(OWN.length);
  own[OWN_AT.size] = Math.log1p(size);
  own[OWN_AT.full] = Number(isFull);
  own[OWN_AT.prose] = Number(isProse);
  own[OWN_AT.long] = Number(size >= LONG_WORDS);
  own[OWN_AT.capitals] = seen.capitals / (seen.capitals + seen.small + 1);
  own[OWN_AT.digits] = seen.digits / (text.length + 1);
  own[OWN_AT.marks] = seen.marks / (size + 1);
  own[OWN_AT.comma] = Number((seen.all & COMMA) > 0);
  own[OWN_AT.tiny] = Number(size <= 3);
  own[OWN_AT.colon] = Number(text.endsWith(':') || text.endsWith('：'));
  own[OWN_AT.asks] = Number((seen.all & QUESTION) > 0);
  own[OWN_AT.separators] = Number((seen.all & SEPARATOR) > 0);
  own[OWN_AT.address] = Number(text.includes('@') || text.includes('www.') || text.includes('http'));
  own[OWN_AT.quotes] = Number((seen.all & QUOTE) > 0);
  own[OWN_AT.shouted] = Number((seen.all & UPPER) > 0 && (seen.all & LOWER) === 0);
  own[OWN_AT.dated] = Number(seen.digits > 1 && DATED.test(text));
  own[OWN_AT.copyright] = Number((seen.all & COPYRIGHT) > 0);
  return { size, isProse, terms: seen.terms, own };
}

const FULL_STOP = /[.!?…。！？।؟۔]["'”’»“)\]」』）]*$/;
const DATED = /\b(?:19|20)\d\d\b|\d{1,2}:\d\d/;
const UNSPACED_PER_WORD = 2.2;
function runningSum(shapes: readonly Shape[], name: (typeof MEANS)[number]): Float64Array {
  const sum = new Float64Array(shapes.length + 1);
  shapes.forEach(({ mass, own }, i) => {
    const value = name === 'mass' ? mass : (own[OWN_AT[name]] ?? 0);
    sum[i + 1] = (sum[i] ?? 0) + value;
  });
  return sum;
}

/** Where a line is, seen from the prose of the page. */
class Places {
  readonly #n: number;
  readonly #before: Float64Array;
  readonly #after: Float64Array;
  readonly #since: Int32Array;
  readonly #until: Int32Array;
  readonly #first: number;
  readonly #last: number;
  readonly #isLittle: boolean;

  constructor(shapes: readonly Shape[]) {
    const n = shapes.length;
    this.#n = n;
    this.#before = new Float64Array(n);
    this.#after = new Float64Array(n);
    this.#since = new Int32Array(n);
    this.#until = new Int32Array(n);
    const total = shapes.reduce((sum, { mass }) => sum + mass, 0) || 1;
    let gone = 0;
    let last = -999;
    for (let i = 0; i < n; i += 1) {
      const { mass } = shapes[i] as Shape;
      this.#before[i] = gone / total;
      gone += mass;
      this.#after[i] = 1 - gone / total;
      this.#since[i] = Math.min(99, i - last);
      if (mass > 0) last = i;
    }
    let next = n + 999;
    for (let i = n - 1; i >= 0; i -= 1) {
      this.#until[i] = Math.min(99, next - i);
      if ((shapes[i] as Shape).mass > 0) next = i;
    }
    [this.#first, this.#last] = densest(shapes);
    this.#isLittle = shapes.filter(({ isProse }) => isProse).length < 4;
  }

  row(i: number, own: Float32Array, isProse: boolean): Float32Array {
    const before = this.#before[i] ?? 0;
    const after = this.#after[i] ?? 0;
    const isIn = i >= this.#first && i <= this.#last;
    const isBefore = i < this.#first;
    const isAfter = i > this.#last;
    const [tiny, size, cohesion, repeated] = [
      own[OWN_AT.tiny] ?? 0,
      own[OWN_AT.size] ?? 0,
      own[OWN_AT.cohesion] ?? 0,
      own[OWN_AT.repeated] ?? 0,
    ];
    return Float32Array.of(
      i / this.#n,
      1 - i / this.#n,
      Number(i < 5),
      before,
      after,
      Math.min(before, after),
      Number(before === 0),
      Number(after < 1e-9),
      Number(isIn),
      Math.log1p(Math.max(0, this.#first - i)),
      Math.log1p(Math.max(0, i - this.#last)),
      Number(isBefore),
      Number(isAfter),
      Math.log1p(this.#since[i] ?? 0),
      Math.log1p(this.#until[i] ?? 0),
      Number(this.#isLittle),
      isIn ? tiny : 0,
      isIn ? size : 0,
      Number(isAfter && isProse),
      Number(isBefore && isProse),
      isProse ? cohesion : 0,
      isIn ? cohesion : 0,
      isAfter ? cohesion : 0,
      isIn ? repeated : 0,
    );
  }
}

/** The stretch that holds most prose for the other lines in it. */
function densest(shapes: readonly Shape[]): [number, number] {
  let best = -1;
  let found: [number, number] = [0, -1];
  let run = 0;
  let from = 0;
  shapes.forEach(({ mass }, i) => {
    if (run <= 0) {
      run = 0;
      from = i;
    }
    run += mass > 0 ? mass : -4;
    if (run > best) {
      best = run;
      found = [from, i];
    }
  });
  return found;
}
