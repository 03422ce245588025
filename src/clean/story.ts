// What the rules work on: the units of a page in order, and the questions that several rules ask of them.

import type { Verdict } from './ledger.ts';
import type { Page } from './page.ts';
import { readUnits, splitUnit, type Unit, withStart } from './units.ts';
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

  /** Makes two units of one, at an offset into the page's text; false when a half would be empty. */
  split(unit: Unit, at: number): boolean {
    const index = this.units.indexOf(unit);
    const halves = splitUnit(unit, at, this.page, this.lexicon);
    if (index === -1 || halves === null) return false;
    this.units.splice(index, 1, ...halves);
    return true;
  }

  /** Takes the marker of a unit back into its text. */
  readMarkerAsText(unit: Unit): void {
    const index = this.units.indexOf(unit);
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
