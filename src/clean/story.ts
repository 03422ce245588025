// What the rules work on: the units of a page in order, and the questions that several rules ask of them.

import { type Judge, type Judgement, judge } from './judge/index.ts';
import { type TitleJudge, titleJudge } from './judge/title.ts';
import { type Lexicon, lexiconOf } from './languages/lexicon.ts';
import type { Page } from './page.ts';
import { mayDrop } from './sentence.ts';
import type { Segment, Verdict } from './split/segment.ts';
import { type Part, readSegments, splitSegment, withStart } from './split/segments.ts';

/**
 * A rule: what it looks for, why, and the verdicts that it gives. A unit takes the first verdict that it is given,
 * so the order of the rules is their rank; a rule may give verdicts anew with `overrule`.
 */
export type Rule = {
  readonly id: string;
  readonly why: string;
  readonly find: (story: PageDocument) => void;
};

/** What only the head of a page holds. */
const HEAD_RULES: ReadonlySet<string> = new Set([
  'stamp',
  'byline',
  'share-bar',
  'page-furniture',
  'credit',
  'caption',
]);

/** A call takes no more arguments than its stack holds. */
const MAX_IN_PLACE = 1000;

export class PageDocument {
  readonly page: Page;
  readonly lexicon: Lexicon;
  segments: Segment[];
  readonly titleJudge: TitleJudge;
  readonly #lang: string;
  readonly #judge: Judge;
  #judgement: Judgement | null = null;

  /** @param lang ISO 639-1. */
  constructor(page: Page, lang: string, by: Judge = judge, titleBy: TitleJudge = titleJudge) {
    this.page = page;
    this.#lang = lang;
    this.lexicon = lexiconOf(lang);
    this.segments = readSegments(page, this.lexicon);
    this.#judge = by;
    this.titleJudge = titleBy;
  }

  /** What the judge thinks of each segment, asked once. */
  get judgement(): Judgement {
    this.#judgement ??= this.#judge(this.segments, this.#lang);
    return this.#judgement;
  }

  /** Gives a verdict to a unit that has none. A cut that may not be is none. */
  settle(unit: Segment, verdict: Verdict): void {
    if (unit.verdict === null) this.overrule(unit, verdict);
  }

  overrule(unit: Segment, verdict: Verdict): void {
    if (verdict.role !== 'dropped' || mayDrop(unit.text, verdict)) unit.verdict = verdict;
  }

  /** Index of a unit, -1 when it is none (any more): by bisection, since units stand in the order of the text. */
  placeOf(unit: Segment): number {
    let low = 0;
    let high = this.segments.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.segments[middle]?.start ?? 0) < unit.start) low = middle + 1;
      else high = middle;
    }
    // An editor's words begin where the passage behind them begins.
    while (
      low < this.segments.length &&
      this.segments[low] !== unit &&
      this.segments[low]?.start === unit.start
    )
      low += 1;
    return this.segments[low] === unit ? low : -1;
  }

  /** Makes two units of one, at an offset into the page's text; false when a half would be empty. */
  split(unit: Segment, at: number): boolean {
    return this.splitAll(unit, [at]).length > 1;
  }

  /**
   * Makes several units of one, at offsets into the page's text that rise. A cut that would leave nothing before it or
   * behind it is none.
   * @returns the units that stand in its place, and where each was cut off.
   */
  splitAll(unit: Segment, cuts: readonly number[]): Part[] {
    const index = this.placeOf(unit);
    const parts = index === -1 ? [] : splitSegment(unit, cuts, this.page, this.lexicon);
    const [first, second] = parts;
    if (first === undefined || second === undefined) return [{ segment: unit, at: unit.start }];
    const units = parts.map((part) => part.segment);
    if (units.length <= MAX_IN_PLACE) this.segments.splice(index, 1, ...units);
    else this.segments = [...this.segments.slice(0, index), ...units, ...this.segments.slice(index + 1)];
    return parts;
  }

  /** The same for very many units, in one walk. @returns the parts of each that was cut. */
  splitEach(cuts: ReadonlyMap<Segment, readonly number[]>): Part[][] {
    const cut: Part[][] = [];
    this.segments = this.segments.flatMap((unit) => {
      const places = cuts.get(unit);
      if (places === undefined) return unit;
      const parts = splitSegment(unit, places, this.page, this.lexicon);
      if (parts.length > 1) cut.push(parts);
      return parts.map((part) => part.segment);
    });
    return cut;
  }

  /** Takes the marker of a unit back into its text. */
  readMarkerAsText(unit: Segment): void {
    const index = this.placeOf(unit);
    const { marker } = unit;
    if (index === -1 || marker === null || !('start' in marker)) return;
    this.segments[index] = withStart(unit, marker.start, this.page, this.lexicon);
  }

  /** Units that stay so far: without a verdict, or with a printed role. */
  isKept(unit: Segment): boolean {
    return unit.verdict === null || unit.verdict.role !== 'dropped';
  }

  /** Index of the first unit that is a whole sentence or more; what stands before it is the head of the page. */
  firstProse(): number {
    const at = this.segments.findIndex((unit) => unit.verdict === null && isProse(unit));
    return at === -1 ? this.segments.length : at;
  }

  /**
   * Where the head of the page ends: at the first sentence that is no stray copy. A page may print a teaser or a
   * copy of a passage between its title and its byline.
   */
  headEnd(): number {
    let end = this.firstProse();
    for (let looked = 0; looked < 4; looked += 1) {
      const unit = this.segments[end];
      if (unit === undefined || !this.#isStray(unit, end)) return end;
      const next = this.segments.findIndex((other, i) => i > end && other.verdict === null && isProse(other));
      const between = this.segments
        .slice(end + 1, next)
        .some((other) => other.verdict?.role === 'dropped' && HEAD_RULES.has(other.verdict.rule));
      if (next === -1 || next > end + 8 || !between) return end;
      end = next;
    }
    return end;
  }

  #isStray(unit: Segment, at: number): boolean {
    return (
      unit.shape.ending === 'cut' ||
      this.segments.some(
        (other, i) =>
          i > at &&
          (other.dedupeKey === unit.dedupeKey ||
            (other.dedupeKey.length > unit.dedupeKey.length && other.dedupeKey.includes(unit.dedupeKey))),
      )
    );
  }

  /** Index behind the last unit of prose or of a list; what follows is the foot of the page. */
  afterLastProse(): number {
    for (let i = this.segments.length - 1; i >= 0; i -= 1) {
      const unit = this.segments[i];
      if (unit !== undefined && unit.verdict?.role !== 'dropped' && (isProse(unit) || isItem(unit)))
        return i + 1;
    }
    return this.segments.length;
  }
}

/** A sentence or more: it ends like one and is no mere word, or is too long for a headline. */
export function isProse(unit: Segment): boolean {
  const { size, ending, asks } = unit.shape;
  if (unit.level > 0) return false;
  if (ending === 'full' || ending === 'cut') return size >= 5;
  if (ending === 'question') return !asks;
  return size >= 26;
}

export function isItem(unit: Segment): boolean {
  const kind = unit.marker?.kind;
  return kind === 'bullet' || kind === 'dash' || kind === 'number';
}
