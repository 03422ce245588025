// Deliberate repetition: refrains, replies in a dialogue, rows of a table. It stays.

import type { Repeat } from '../ledger.ts';
import type { Story } from '../story.ts';
import { isItem } from '../story.ts';
import type { Unit } from '../units.ts';

const VERSE_RUN = 4;
const LONGEST_VERSE = 14;
const LONGEST_REPLY = 3;
const LONGEST_ANSWER = 8;
const LONGEST_CRY = 10;
const LONGEST_OPENING = 90;

const known = new WeakMap<Story, Repeats>();

/** The repetitions of a story, looked for once, before its duplicates are dropped. */
export function repeatsOf(story: Story): Repeats {
  const repeats = known.get(story) ?? new Repeats(story);
  known.set(story, repeats);
  return repeats;
}

class Repeats {
  readonly #story: Story;
  readonly #verse: Set<Unit>;
  #places: Map<Unit, number> | null = null;
  #openings: Map<string, number> | null = null;

  constructor(story: Story) {
    this.#story = story;
    this.#verse = verseIn(story);
  }

  isVerse(unit: Unit): boolean {
    return this.#verse.has(unit);
  }

  /** Why the copies of one passage may all stay, or null when they are mere copies. */
  reasonFor(copies: readonly Unit[]): Repeat | null {
    const first = copies[0];
    if (first === undefined) return null;
    if (copies.every((unit) => this.#verse.has(unit))) return 'refrain';
    if (copies.every(isReply) || this.#answerSpeech(copies)) return 'dialogue';
    if (copies.every((unit) => unit.columns) && this.#inOneTable(copies)) return 'row';
    if (copies.every((unit) => isItem(unit) && unit.shape.size <= LONGEST_REPLY)) return 'row';
    if (first.shape.size > LONGEST_CRY || !this.#apart(copies)) return null;
    return copies.length + this.#goOn(first) >= 3 ? 'refrain' : null;
  }

  /** How many paragraphs begin with the words of a refrain and go on: "And still the bog was there, but smaller." */
  #goOn({ key }: Unit): number {
    this.#openings ??= openingsOf(this.#story);
    return this.#openings.get(key.replace(/[.!。！।]+$/u, '')) ?? 0;
  }

  #inOneTable(copies: readonly Unit[]): boolean {
    const places = copies.map((unit) => this.#placeOf(unit));
    return (places.at(-1) ?? 0) - (places[0] ?? 0) < 40;
  }

  /** Short lines in quotes, each right behind another speaker's words that were said once. */
  #answerSpeech(copies: readonly Unit[]): boolean {
    const asked = new Set<string>();
    for (const unit of copies) {
      const before = this.#story.units[this.#placeOf(unit) - 1];
      if (unit.shape.size > LONGEST_ANSWER || !isSpeech(unit) || before === undefined) return false;
      if (!SPEECH.test(before.text) || asked.has(before.key)) return false;
      asked.add(before.key);
    }
    return true;
  }

  #placeOf(unit: Unit): number {
    this.#places ??= new Map(this.#story.units.map((other, i) => [other, i]));
    return this.#places.get(unit) ?? 0;
  }

  /** Each copy stands on a line of its own, with other text between it and the next. */
  #apart(copies: readonly Unit[]): boolean {
    return copies.every((unit, i) => {
      const next = copies[i + 1];
      const apart = next === undefined || this.#placeOf(next) - this.#placeOf(unit) > 1;
      return apart && unit.opensLine && unit.closesLine && unit.shape.ending !== 'bare';
    });
  }
}

/** How often paragraphs begin with the words before a comma and the like, none of them being a whole sentence. */
function openingsOf({ units }: Story): Map<string, number> {
  const openings = new Map<string, number>();
  for (const { verdict, key } of units) {
    const mark = verdict === null ? key.slice(0, LONGEST_OPENING).search(/ ?[,;:،؛、，；：]| - /u) : -1;
    if (mark > 0) openings.set(key.slice(0, mark), (openings.get(key.slice(0, mark)) ?? 0) + 1);
  }
  return openings;
}

const SPEECH = /^["“”„«»「『]/u;

function isSpeech({ text }: Unit): boolean {
  return SPEECH.test(text) && /["“”»«」』]$/u.test(text);
}

function isReply(unit: Unit): boolean {
  return (
    unit.shape.size <= LONGEST_REPLY &&
    (/^["'“‘«„»「『–—-]/u.test(unit.text) || unit.marker?.kind === 'dash' || unit.shape.ending === 'full')
  );
}

/** Runs of short lines of which a good part ends without a full stop. */
function verseIn(story: Story): Set<Unit> {
  const verse = new Set<Unit>();
  let run: Unit[] = [];
  const close = (): void => {
    // A heading above or below prose is no line of verse.
    const open = run.filter(({ shape }, i) => {
      const edge = i === 0 ? run[1] : i === run.length - 1 ? run[i - 1] : undefined;
      return shape.ending === 'open' || (shape.ending === 'bare' && edge?.shape.ending !== 'full');
    }).length;
    if (run.length >= VERSE_RUN && open * 4 >= run.length) for (const unit of run) verse.add(unit);
    run = [];
  };
  for (const unit of story.units) {
    if (unit.verdict?.role === 'dropped') continue;
    const line =
      unit.verdict === null &&
      unit.opensLine &&
      unit.closesLine &&
      unit.marker === null &&
      unit.shape.size <= LONGEST_VERSE &&
      unit.text.length <= 90;
    if (line) run.push(unit);
    else close();
  }
  close();
  return verse;
}
