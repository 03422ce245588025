// What the rules work on: the units of a page in order, and the questions that several rules ask of them.

import type { Verdict } from './ledger.ts';
import type { Page } from './page.ts';
import { type Part, readUnits, splitUnit, type Unit, withStart } from './units.ts';
import type { Lexicon } from './words/lexicon.ts';

/**
 * A rule: what it looks for, why, and the verdicts that it gives. A unit takes the first verdict that it is given,
 * so the order of the rules is their rank; a rule may give verdicts anew with `overrule`.
 */
export type Rule = {
  readonly id: string;
  readonly why: string;
  readonly find: (story: Story) => void;
};

/** What only the head of a page holds. */
const HEAD_RULES: ReadonlySet<string> = new Set([
  'stamp',
  'date',
  'byline',
  'share-bar',
  'author',
  'page-furniture',
  'credit',
  'caption',
]);

/** A call takes no more arguments than its stack holds. */
const MOST_IN_PLACE = 1000;

export class Story {
  readonly page: Page;
  readonly lexicon: Lexicon;
  units: Unit[];

  constructor(page: Page, lexicon: Lexicon) {
    this.page = page;
    this.lexicon = lexicon;
    this.units = readUnits(page, lexicon);
  }

  settle(unit: Unit, verdict: Verdict): void {
    unit.verdict ??= verdict;
  }

  overrule(unit: Unit, verdict: Verdict): void {
    unit.verdict = verdict;
  }

  /** Index of a unit, -1 when it is none (any more): by bisection, since units stand in the order of the text. */
  placeOf(unit: Unit): number {
    let low = 0;
    let high = this.units.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.units[middle]?.start ?? 0) < unit.start) low = middle + 1;
      else high = middle;
    }
    // An editor's words begin where the passage behind them begins.
    while (low < this.units.length && this.units[low] !== unit && this.units[low]?.start === unit.start)
      low += 1;
    return this.units[low] === unit ? low : -1;
  }

  /** Makes two units of one, at an offset into the page's text; false when a half would be empty. */
  split(unit: Unit, at: number): boolean {
    return this.splitAll(unit, [at]).length > 1;
  }

  /**
   * Makes several units of one, at offsets into the page's text that rise. A cut that would leave nothing before it or
   * behind it is none.
   * @returns the units that stand in its place, and where each was cut off.
   */
  splitAll(unit: Unit, cuts: readonly number[]): Part[] {
    const index = this.placeOf(unit);
    const parts = index === -1 ? [] : splitUnit(unit, cuts, this.page, this.lexicon);
    const [first, second] = parts;
    if (first === undefined || second === undefined) return [{ unit, at: unit.start }];
    const units = parts.map((part) => part.unit);
    if (units.length <= MOST_IN_PLACE) this.units.splice(index, 1, ...units);
    else this.units = [...this.units.slice(0, index), ...units, ...this.units.slice(index + 1)];
    return parts;
  }

  /** The same for very many units, in one walk. @returns the parts of each that was cut. */
  splitEach(cuts: ReadonlyMap<Unit, readonly number[]>): Part[][] {
    const cut: Part[][] = [];
    this.units = this.units.flatMap((unit) => {
      const places = cuts.get(unit);
      if (places === undefined) return unit;
      const parts = splitUnit(unit, places, this.page, this.lexicon);
      if (parts.length > 1) cut.push(parts);
      return parts.map((part) => part.unit);
    });
    return cut;
  }

  /** Takes the marker of a unit back into its text. */
  readMarkerAsText(unit: Unit): void {
    const index = this.placeOf(unit);
    const { marker } = unit;
    if (index === -1 || marker === null || !('start' in marker)) return;
    this.units[index] = withStart(unit, marker.start, this.page, this.lexicon);
  }

  /** Units that stay so far: without a verdict, or with a printed role. */
  isKept(unit: Unit): boolean {
    return unit.verdict === null || unit.verdict.role !== 'dropped';
  }

  /** Index of the first unit that is a whole sentence or more; what stands before it is the head of the page. */
  firstProse(): number {
    const at = this.units.findIndex((unit) => unit.verdict === null && isProse(unit));
    return at === -1 ? this.units.length : at;
  }

  /**
   * Where the head of the page ends: at the first sentence that is no stray copy. A page may print a teaser or a
   * copy of a passage between its title and its byline.
   */
  headEnd(): number {
    let end = this.firstProse();
    for (let looked = 0; looked < 4; looked += 1) {
      const unit = this.units[end];
      if (unit === undefined || !this.#isStray(unit, end)) return end;
      const next = this.units.findIndex((other, i) => i > end && other.verdict === null && isProse(other));
      const between = this.units
        .slice(end + 1, next)
        .some((other) => other.verdict?.role === 'dropped' && HEAD_RULES.has(other.verdict.rule));
      if (next === -1 || next > end + 8 || !between) return end;
      end = next;
    }
    return end;
  }

  #isStray(unit: Unit, at: number): boolean {
    return (
      unit.shape.ending === 'cut' ||
      this.units.some(
        (other, i) =>
          i > at &&
          (other.key === unit.key || (other.key.length > unit.key.length && other.key.includes(unit.key))),
      )
    );
  }

  /** Index behind the last unit of prose or of a list; what follows is the foot of the page. */
  afterLastProse(): number {
    for (let i = this.units.length - 1; i >= 0; i -= 1) {
      const unit = this.units[i];
      if (unit !== undefined && unit.verdict?.role !== 'dropped' && (isProse(unit) || isItem(unit)))
        return i + 1;
    }
    return this.units.length;
  }
}

/** A sentence or more: it ends like one and is no mere word, or is too long for a headline. */
export function isProse(unit: Unit): boolean {
  const { size, ending, asks } = unit.shape;
  if (unit.level > 0) return false;
  if (ending === 'full' || ending === 'cut') return size >= 5;
  if (ending === 'question') return !asks;
  return size >= 26;
}

export function isItem(unit: Unit): boolean {
  const kind = unit.marker?.kind;
  return kind === 'bullet' || kind === 'dash' || kind === 'number';
}
