// Deliberate repetition: refrains, replies in a dialogue, rows of a table. It stays.

import type { Repeat } from '../ledger/passage.ts';
import type { Segment } from '../split/segment.ts';
import type { PageDocument } from '../story.ts';
import { isItem, isProse } from '../story.ts';

const VERSE_RUN = 4;
const MAX_VERSE = 14;
const MAX_REPLY = 3;
const MAX_ANSWER = 8;
const MAX_CRY = 10;
const MAX_OPENING = 90;
const MAX_ROW = 8;
const MAX_LONG_ROW = 30;
const MANY = 3;
const LONGEST_PART = 30;
const LABELLED = /^\p{L}[\p{L} ]{1,24}: \S/u;

const known = new WeakMap<PageDocument, Repeats>();

/** The repetitions of a story, looked for once, before its duplicates are dropped. */
export function repeatsOf(story: PageDocument): Repeats {
  const repeats = known.get(story) ?? new Repeats(story);
  known.set(story, repeats);
  return repeats;
}

class Repeats {
  readonly #story: PageDocument;
  readonly #verse: Set<Segment>;
  #places: Map<Segment, number> | null = null;
  #openings: Map<string, number> | null = null;

  constructor(story: PageDocument) {
    this.#story = story;
    this.#verse = verseIn(story);
  }

  isVerse(unit: Segment): boolean {
    return this.#verse.has(unit);
  }

  /** Why the copies of one passage may all stay, or null when they are mere copies. */
  reasonFor(copies: readonly Segment[]): Repeat | null {
    const first = copies[0];
    if (first === undefined) return null;
    if (copies.every((unit) => this.#verse.has(unit))) return 'refrain';
    if (copies.every(isReply) || this.#answerSpeech(copies)) return 'dialogue';
    if (copies.every((unit) => unit.columns) && this.#inOneTable(copies)) return 'row';
    if (copies.every((unit) => isItem(unit) && unit.shape.size <= MAX_REPLY)) return 'row';
    if (this.#recurs(copies)) return 'row';
    if (first.shape.size > MAX_CRY || !this.#apart(copies)) return null;
    return copies.length + this.#goOn(first) >= 3 ? 'refrain' : null;
  }

  /** How many paragraphs begin with the words of a refrain and go on: "And still the bog was there, but smaller." */
  #goOn({ dedupeKey }: Segment): number {
    this.#openings ??= openingsOf(this.#story);
    return this.#openings.get(dedupeKey.replace(/[.!。！।]+$/u, '')) ?? 0;
  }

  /**
   * A short line of a pattern that comes again: "No injuries were reported." below each report of a police log, "Seats: 2"
   * below each ward. A copy stands beside the line that it copies, or among copies of what is around that.
   */
  #recurs(copies: readonly Segment[]): boolean {
    const longest = copies.length < MANY ? MAX_ROW : MAX_LONG_ROW;
    const isShort = copies.every(
      ({ shape, opensLine, closesLine }) => shape.size <= longest && opensLine && closesLine,
    );
    if (!isShort || !copies.every((unit, i) => i === 0 || this.#between(copies[i - 1], unit) > 0))
      return false;
    if (copies.some(isItem) !== copies.every(isItem)) return false;
    const { text, shape } = copies[0] as Segment;
    if (shape.size <= MAX_ROW && (shape.ending === 'bare' || LABELLED.test(text))) return true;
    if (/\p{N}/u.test(text) && copies.length < MANY) return false;
    const around = (away: number): (Segment | undefined)[] =>
      copies.map((unit) => this.#story.segments[this.#placeOf(unit) + away]);
    const differ = (units: readonly (Segment | undefined)[]): boolean =>
      new Set(units.map((unit) => unit?.dedupeKey)).size === copies.length;
    return (
      differ(around(-1)) &&
      differ(around(1)) &&
      copies.every((unit, i) => i === 0 || this.#isParted(copies[i - 1], unit))
    );
  }

  /** A line such as "Mill Lane", which opens the next part, stands between two copies. */
  #isParted(before: Segment | undefined, unit: Segment): boolean {
    if (before === undefined || this.#between(before, unit) > LONGEST_PART) return false;
    return this.#story.segments
      .slice(this.#placeOf(before) + 1, this.#placeOf(unit))
      .some((other) => other.verdict?.role !== 'dropped' && other.shape.ending === 'bare' && !isProse(other));
  }

  #between(before: Segment | undefined, unit: Segment): number {
    return before === undefined ? 0 : this.#placeOf(unit) - this.#placeOf(before) - 1;
  }

  #inOneTable(copies: readonly Segment[]): boolean {
    const places = copies.map((unit) => this.#placeOf(unit));
    return (places.at(-1) ?? 0) - (places[0] ?? 0) < 40;
  }

  /** Short lines in quotes, each right behind another speaker's words that were said once. */
  #answerSpeech(copies: readonly Segment[]): boolean {
    const asked = new Set<string>();
    for (const unit of copies) {
      const before = this.#story.segments[this.#placeOf(unit) - 1];
      if (unit.shape.size > MAX_ANSWER || !isSpeech(unit) || before === undefined) return false;
      if (!SPEECH.test(before.text) || asked.has(before.dedupeKey)) return false;
      asked.add(before.dedupeKey);
    }
    return true;
  }

  #placeOf(unit: Segment): number {
    this.#places ??= new Map(this.#story.segments.map((other, i) => [other, i]));
    return this.#places.get(unit) ?? 0;
  }

  /** Each copy stands on a line of its own, with other text between it and the next. */
  #apart(copies: readonly Segment[]): boolean {
    return copies.every((unit, i) => {
      const next = copies[i + 1];
      const apart = next === undefined || this.#between(unit, next) > 0;
      return apart && unit.opensLine && unit.closesLine && unit.shape.ending !== 'bare';
    });
  }
}

/** How often paragraphs begin with the words before a comma and the like, none of them being a whole sentence. */
function openingsOf({ segments }: PageDocument): Map<string, number> {
  const openings = new Map<string, number>();
  for (const { verdict, dedupeKey } of segments) {
    const mark = verdict === null ? dedupeKey.slice(0, MAX_OPENING).search(/ ?[,;:،؛、，；：]| - /u) : -1;
    if (mark > 0) openings.set(dedupeKey.slice(0, mark), (openings.get(dedupeKey.slice(0, mark)) ?? 0) + 1);
  }
  return openings;
}

const SPEECH = /^["“”„«»「『]/u;

function isSpeech({ text }: Segment): boolean {
  return SPEECH.test(text) && /["“”»«」』]$/u.test(text);
}

function isReply(unit: Segment): boolean {
  return (
    unit.shape.size <= MAX_REPLY &&
    (/^["'“‘«„»「『–—-]/u.test(unit.text) || unit.marker?.kind === 'dash' || unit.shape.ending === 'full')
  );
}

/** Runs of short lines of which a good part ends without a full stop. */
function verseIn(story: PageDocument): Set<Segment> {
  const verse = new Set<Segment>();
  let run: Segment[] = [];
  const close = (): void => {
    // A heading above or below prose is no line of verse.
    const open = run.filter(({ shape }, i) => {
      const edge = i === 0 ? run[1] : i === run.length - 1 ? run[i - 1] : undefined;
      return shape.ending === 'open' || (shape.ending === 'bare' && edge?.shape.ending !== 'full');
    }).length;
    if (run.length >= VERSE_RUN && open * 4 >= run.length) for (const unit of run) verse.add(unit);
    run = [];
  };
  for (const unit of story.segments) {
    if (unit.verdict?.role === 'dropped') continue;
    const line =
      unit.verdict === null &&
      unit.opensLine &&
      unit.closesLine &&
      unit.marker === null &&
      unit.shape.size <= MAX_VERSE &&
      unit.text.length <= 90;
    if (line) run.push(unit);
    else close();
  }
  close();
  return verse;
}
